//! Whether a figure that does not fit the land named fits another one, or two together.

use super::{
    answer::{Hint, PublisherAnswer, Scale},
    judge::verdict_of,
    publisher::Asked,
};
use crate::{
    answer_error::AnswerError,
    land::{Coarse, Land, LandQuery, SetRegion, Way, resolve},
    measure_days::measure_spells,
    measured::Figure,
    store::{Spell, Store},
};
use seisin_core::{Area, RegionId, ValueRange, Verdict};
use seisin_places::naming_regions;

/// How many other lands are measured for one hint.
const AT_MOST: usize = 64;

/// The figure fits another land, or the land named and another together, on the same day by the
/// same publisher's maps.
///
/// # Method
/// The other lands are the regions of the same boundary set, or of the same country where land is
/// told by place, in order of their identifiers, 64 at most. `range` is the number itself, whatever
/// its comparator: nearly every land is "less than" something.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(super) fn other_land(
    store: &Store,
    asked: &Asked<'_>,
    range: &ValueRange,
    answer: &PublisherAnswer,
    spell: &Spell,
) -> Result<Vec<Hint>, AnswerError> {
    let Some(here) = &answer.figure else { return Ok(Vec::new()) };
    let mut hints = Vec::new();
    for land in others(store, asked.land)?.into_iter().take(AT_MOST) {
        let measured = measure_spells(store, vec![spell.clone()], asked.party, &land)?;
        let Some(there) = measured.into_iter().find_map(|spell| spell.said.ok()) else { continue };
        if there.area.best <= 0.0 {
            continue;
        }
        let names = (&land.reference.name, &asked.land.reference.name);
        if fits(range, &there) {
            hints.push(hint("region", &answer.publisher.0, names.0, &there));
        }
        let both = Figure {
            area: there.area.plus(here.area),
            area_geodesic: Area::from_square_metres(
                there.area_geodesic.square_metres() + here.area_geodesic.square_metres(),
            ),
            share: None,
            missing: there.missing.iter().chain(&here.missing).cloned().collect(),
        };
        if fits(range, &both) {
            let together = format!("{} and {} together", names.1, names.0);
            hints.push(hint("sum", &answer.publisher.0, &together, &both));
        }
    }
    Ok(hints)
}

fn fits(range: &ValueRange, figure: &Figure) -> bool {
    verdict_of(range, Scale::Area, figure) == Verdict::Supported
}

fn hint(kind: &'static str, publisher: &str, land: &str, figure: &Figure) -> Hint {
    let area = Area::from_square_metres(figure.area.best);
    let sentence = format!(
        "by {publisher} it fits {land}: {:.3} km² ({:.2} sq mi)",
        area.square_km(),
        area.square_miles()
    );
    Hint { kind, sentence }
}

fn others(store: &Store, land: &Land) -> Result<Vec<Land>, AnswerError> {
    Ok(match &land.way {
        Way::Everywhere | Way::Country(_) | Way::Drawn(_) => Vec::new(),
        Way::Pieces { country, region } => naming_regions()
            .iso_divisions(country)
            .into_iter()
            .filter(|division| division.id != *region)
            .filter_map(|division| by_place(&division.id))
            .collect(),
        Way::Boundary { .. } => {
            let mut regions = store.set_regions(Coarse::Cut)?;
            let same_set = |region: &SetRegion| {
                land.reference.rule.boundary_set() == Some(&region.set)
                    && region.id != land.reference.id
            };
            regions.retain(same_set);
            regions.sort_by(|a, b| a.id.cmp(&b.id));
            regions.iter().map(Land::of_set).collect()
        }
    })
}

fn by_place(id: &RegionId) -> Option<Land> {
    let query = LandQuery { id: Some(id), name: &id.0, set: None, coarse: Coarse::NameOnly };
    resolve(query, &[]).ok()
}
