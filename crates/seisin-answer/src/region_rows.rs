//! The regions of the boundary sets on record, measured.

use crate::{
    answer_error::AnswerError,
    land::{Coarse, Land},
    store::Store,
};
use seisin_core::{Band, BoundaryView, Length, Licence, PartyId, RegionId};

/// A region of a boundary set on record.
#[derive(Debug, Clone)]
pub struct RegionRow {
    /// The set.
    pub set: String,
    /// Which region.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whose it is, as the set states it.
    pub sovereign: Option<PartyId>,
    /// Its area in m², with the error of its boundary.
    pub area: Band,
    /// How far its boundary may be off.
    pub positional_error: Length,
    /// What the set states of what it draws.
    pub view: BoundaryView,
    /// The terms of the set.
    pub licence: Licence,
}

/// Every region of every boundary set on record, by set and region.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn regions(store: &Store) -> Result<Vec<RegionRow>, AnswerError> {
    let regions = store.set_regions(Coarse::Cut)?;
    Ok(regions
        .into_iter()
        .map(|region| {
            let whole = Land::of_set(&region).whole;
            RegionRow {
                area: whole.map_or(Band::exact(0.0), |(area, _)| area),
                set: region.set,
                id: region.id,
                name: region.name,
                aliases: region.aliases,
                sovereign: region.sovereign,
                positional_error: region.error,
                view: region.view,
                licence: region.licence,
            }
        })
        .collect())
}
