//! The total of each party's holding by edition, as drawn.

use crate::{
    answer_error::AnswerError,
    land::Made,
    store::{Spell, Store},
};
use seisin_core::{Date, EditionId, PartyId, RegionId};
use std::collections::{BTreeMap, BTreeSet};

/// One party's holding in one country or region as drawn, edition by edition.
#[derive(Debug, Clone)]
pub(super) struct Track {
    pub(super) party: PartyId,
    pub(super) region: Option<RegionId>,
    /// By edition, from the first that draws any: its date, its identity, the total in m².
    pub(super) totals: Vec<(Date, EditionId, f64)>,
}

type Key = (PartyId, Option<RegionId>);

/// The track of every party in every country or region that it is drawn in.
///
/// Editions of which features were set aside are left out: their totals are not known.
pub(super) fn tracks(store: &Store, spells: &[Spell]) -> Result<Vec<Track>, AnswerError> {
    let mut drawn: Vec<(&Spell, BTreeMap<Key, Made>)> = Vec::new();
    for spell in spells {
        if store.set_aside(&spell.edition.id)?.is_some() {
            continue;
        }
        let mut by_place: BTreeMap<Key, Made> = BTreeMap::new();
        for one in store.drawn_by_all(&spell.edition.id)? {
            by_place.entry((one.party, one.within)).or_default().insert(one.digest);
        }
        drawn.push((spell, by_place));
    }
    let wanted: BTreeSet<&Made> = drawn.iter().flat_map(|(_, places)| places.values()).collect();
    let totals = totals(store, &wanted.into_iter().collect::<Vec<_>>())?;
    let keys: BTreeSet<&Key> = drawn.iter().flat_map(|(_, places)| places.keys()).collect();
    let track = |key: &Key| {
        let of = |(spell, places): &(&Spell, BTreeMap<Key, Made>)| {
            let total = places.get(key).map_or(Some(0.0), |shapes| totals.get(shapes).copied())?;
            Some((spell.edition.edition_date, spell.edition.id.clone(), total))
        };
        let totals = drawn.iter().filter_map(of).skip_while(|(_, _, total)| *total == 0.0);
        Track { party: key.0.clone(), region: key.1.clone(), totals: totals.collect() }
    };
    Ok(keys.into_iter().map(track).collect())
}

/// The land of each set of shapes in m²; a set that cannot be joined has no total.
fn totals(store: &Store, wanted: &[&Made]) -> Result<BTreeMap<Made, f64>, AnswerError> {
    let mut totals = BTreeMap::new();
    for made in wanted {
        match store.measure_of(made) {
            Ok(measure) => totals.insert((*made).clone(), measure.area.square_metres()),
            Err(AnswerError::Cut(_)) => None,
            Err(other) => return Err(other),
        };
    }
    Ok(totals)
}
