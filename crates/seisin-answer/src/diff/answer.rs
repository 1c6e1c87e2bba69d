//! Working out what differs.

use super::{
    request::DiffRequest,
    row::{DiffPolygon, DiffRow, DiffSense, MeasuredDiff},
    shared_scope::{LeftOut, left_out},
    side::{Side, sides},
};
use crate::{
    answer_error::AnswerError,
    coverage::{Covered, covered},
    holdings::land,
    land::{CutHolding, Land, PlacedShape, cut},
    measured::Figure,
    store::{Drawn, Spell, Store},
};
use seisin_core::{Area, Band, Length, PartyId, RegionId};
use seisin_measure::{
    Budget, OverlayError, Shape, area, area_band, area_geodesic, differences, perimeter,
};
use seisin_places::naming_regions;
use std::collections::BTreeSet;

/// What differs, by publisher, party and land.
///
/// # Method
/// Both sides are cut to the land, and what one side leaves out by its declared scope while the
/// other shows it is taken out of both. Then the differences both ways, piece by piece. Areas have
/// edges straight in lon/lat, so that gained less lost is the change.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a land or publisher is not known.
pub fn diff(store: &Store, request: &DiffRequest) -> Result<Vec<DiffRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let asked = match &request.region {
        Some(name) => Some(land(store, name, &request.maps)?),
        None => None,
    };
    let mut rows = Vec::new();
    for (before, after) in sides(store, request)? {
        let places = places(store, [&before, &after], asked.as_ref(), request.party.as_ref())?;
        for (party, region) in places {
            let land = asked.clone().unwrap_or_else(|| Land::as_drawn(region.as_ref()));
            let of = (&party, region, &land);
            rows.push(row(store, (&before, &after), of, request)?);
        }
    }
    Ok(rows)
}

fn places(
    store: &Store,
    sides: [&Side; 2],
    asked: Option<&Land>,
    party: Option<&PartyId>,
) -> Result<BTreeSet<(PartyId, Option<RegionId>)>, AnswerError> {
    let mut places = BTreeSet::new();
    for spell in sides.into_iter().filter_map(|side| side.spell.as_ref()) {
        for drawn in store.drawn_by_all(&spell.edition.id)? {
            if party.is_none_or(|party| *party == drawn.party) {
                let region = asked.map_or(drawn.within, |land| Some(land.reference.id.clone()));
                places.insert((drawn.party, region));
            }
        }
    }
    Ok(places)
}

fn row(
    store: &Store,
    (before, after): (&Side, &Side),
    (party, region, land): (&PartyId, Option<RegionId>, &Land),
    request: &DiffRequest,
) -> Result<DiffRow, AnswerError> {
    let mut notes = Vec::new();
    let said = match (&before.spell, &after.spell) {
        (Some(one), Some(other)) => {
            match left_out(store, [one, other], (party, land), &request.maps)? {
                Ok(left_out) => {
                    let said = compare(store, [one, other], (party, land), &left_out)?;
                    notes.extend(left_out.notes);
                    said
                }
                Err(reason) => Err(reason),
            }
        }
        (one, _) => {
            let side = if one.is_none() { &before.cited } else { &after.cited };
            Err(format!("no edition of {} speaks for {}", side.publisher, side.day))
        }
    };
    Ok(DiffRow {
        party: party.clone(),
        region,
        rule: land.reference.rule.clone(),
        before: before.cited.clone(),
        after: after.cited.clone(),
        said,
        notes,
    })
}

fn compare(
    store: &Store,
    spells: [&Spell; 2],
    (party, land): (&PartyId, &Land),
    left_out: &LeftOut,
) -> Result<Result<MeasuredDiff, String>, AnswerError> {
    let mut held = Vec::with_capacity(2);
    for spell in spells {
        match side(store, spell, party, land)? {
            Ok(cut) => held.push((cut, spell.edition.positional_error)),
            Err(reason) => return Ok(Err(reason)),
        }
    }
    let [Some(one), Some(other)] = [held.first(), held.get(1)] else {
        return Ok(Err("there are not two sides".to_owned()));
    };
    Ok(measure(one, other, left_out).map_err(|error| error.to_string()))
}

/// What one side shows, or why it shows nothing that can be compared.
fn side(
    store: &Store,
    spell: &Spell,
    party: &PartyId,
    land: &Land,
) -> Result<Result<CutHolding, String>, AnswerError> {
    let missing = store.missing(&spell.edition.id, party, land)?;
    if let Some(first) = missing.first() {
        return Ok(Err(format!(
            "what {party} gained or lost cannot be told: edition {} lacks {first}",
            spell.edition.id
        )));
    }
    let statements = store.statements(&spell.edition.id)?;
    match covered(&statements, party, land, spell.edition.edition_date) {
        Covered::Outside(reason) => return Ok(Err(reason)),
        Covered::Declared | Covered::Undeclared => {}
    }
    let drawn = store.with_shapes(store.drawn(&spell.edition.id, party)?)?;
    let placed: Vec<PlacedShape> = drawn.iter().filter_map(Drawn::placed).collect();
    let error = spell.edition.positional_error.unwrap_or(Length::ZERO);
    Ok(cut(&placed, land, error).map_err(|error| error.to_string()))
}

type Held = (CutHolding, Option<Length>);

fn measure(one: &Held, other: &Held, left_out: &LeftOut) -> Result<MeasuredDiff, OverlayError> {
    let budget = Budget::default();
    let (before, after) = (left_out.without(&one.0.shape)?, left_out.without(&other.0.shape)?);
    let [gained, lost] = differences(&after, &before, &budget)?;
    let mut polygons: Vec<DiffPolygon> = pieces(&gained, DiffSense::Gained).collect();
    polygons.extend(pieces(&lost, DiffSense::Lost));
    let size = |polygon: &DiffPolygon| polygon.area.square_metres();
    polygons.sort_by(|a, b| size(b).total_cmp(&size(a)));
    Ok(MeasuredDiff {
        before: figure(one, &before, left_out),
        after: figure(other, &after, left_out),
        gained: area(&gained),
        lost: area(&lost),
        polygons,
    })
}

/// The figure of a side: as cut to the land, or anew where something was left out.
fn figure((cut, error): &Held, shape: &Shape, left_out: &LeftOut) -> Figure {
    if left_out.notes.is_empty() {
        return cut.figure.clone();
    }
    let error = error.unwrap_or(Length::ZERO);
    let band: Band = area_band(area(shape), perimeter(shape), error);
    Figure { area: band, area_geodesic: area_geodesic(shape), share: None, missing: Vec::new() }
}

fn pieces(land: &Shape, sense: DiffSense) -> impl Iterator<Item = DiffPolygon> {
    land.pieces().into_iter().map(move |shape| {
        let at = shape.interior_point();
        let near = at.and_then(|at| naming_regions().region_at(at));
        let near = near.map(|region| (region.id, region.name));
        let size: Area = area(&shape);
        DiffPolygon { sense, area: size, at, near, shape }
    })
}
