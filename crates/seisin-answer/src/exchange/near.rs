//! As much of what a party holds as is asked for, nearest to a place.

use super::{
    answer::ItemAnswer,
    item::Item,
    request::{GiveRequest, NearPlace},
};
use crate::{
    answer_error::AnswerError,
    land::{Land, LandRule, PlacedShape, cut},
    measured::Figure,
    store::{Drawn, Spell, Store},
};
use seisin_core::{Area, Length};
use seisin_exchange::Basis;
use seisin_measure::{
    Budget, LineError, OverlayError, Shape, area, area_geodesic, clip_band, clip_lines, disc,
    intersection, overlap_area,
};

/// The farthest land that is looked for, in metres.
const FARTHEST: f64 = 2e6;

/// How often the distance is halved: to less than a tenth of a millimetre.
const HALVINGS: u32 = 40;

/// The land that the giver is shown to hold nearest to a place, as much as `wanted`.
///
/// # Method
/// What it holds anywhere on the map within a distance of the place, the distance found by halving
/// so that the area is the one wanted. Nothing but distance decides which land it is.
pub(super) fn near(
    store: &Store,
    (give, place): (&GiveRequest, &NearPlace),
    spell: &Spell,
    wanted: Area,
) -> Result<Result<Item, String>, AnswerError> {
    let drawn = store.with_shapes(store.drawn(&spell.edition.id, &give.party)?)?;
    let placed: Vec<PlacedShape> = drawn.iter().filter_map(Drawn::placed).collect();
    let holds = cut(&placed, &Land::everywhere(), Length::ZERO)?.shape;
    let Some((radius, around)) = reach(&holds, place, wanted).map_err(refused)? else {
        return Ok(Err(format!(
            "{} is not shown to hold {:.3} km² within {:.0} km of {}",
            give.party,
            wanted.square_km(),
            FARTHEST / 1e3,
            place.name
        )));
    };
    let shape = intersection(&holds, &around, &Budget::default()).map_err(refused)?;
    let lines = clip_lines(&shape, &around, &Budget::default()).map_err(refused)?;
    let error = spell.edition.positional_error;
    // The edge of the disc is drawn by definition: it cannot be off.
    let lines = vec![
        LineError { length: lines.map, error: error.unwrap_or(Length::ZERO) },
        LineError { length: lines.boundary, error: Length::ZERO },
    ];
    let figure = Figure {
        area: clip_band(area(&shape), &lines),
        area_geodesic: area_geodesic(&shape),
        share: None,
        missing: Vec::new(),
    };
    let basis = Basis {
        what: format!("what {} holds nearest to {}", give.party, place.name),
        publisher: Some(spell.edition.publisher.clone()),
        edition: Some(spell.edition.id.clone()),
        edition_date: Some(spell.edition.edition_date),
        boundary_set: None,
    };
    let rule = format!(
        "{}, within {:.3} km of {:.5}, {:.5}",
        LandRule::Everywhere.phrase(),
        radius.km(),
        place.at.lon,
        place.at.lat
    );
    let answer = ItemAnswer { party: give.party.clone(), basis, rule, figure };
    Ok(Ok(Item { answer, shape, lines: error.map(|_| lines), boundary: None }))
}

/// The distance within which the land wanted lies, with the disc of that distance.
fn reach(
    holds: &Shape,
    place: &NearPlace,
    wanted: Area,
) -> Result<Option<(Length, Shape)>, OverlayError> {
    let within = |metres: f64| -> Result<Option<Area>, OverlayError> {
        let Some(around) = disc(place.at, Length::from_metres(metres)) else { return Ok(None) };
        overlap_area(holds, &around, &Budget::default()).map(Some)
    };
    if area(holds) < wanted || within(FARTHEST)?.is_none_or(|found| found < wanted) {
        return Ok(None);
    }
    let (mut low, mut high) = (0.0, FARTHEST);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        match within(middle)? {
            Some(found) if found >= wanted => high = middle,
            _ => low = middle,
        }
    }
    let radius = Length::from_metres(high);
    Ok(disc(place.at, radius).map(|around| (radius, around)))
}

fn refused(error: OverlayError) -> AnswerError {
    AnswerError::Cut(error.into())
}
