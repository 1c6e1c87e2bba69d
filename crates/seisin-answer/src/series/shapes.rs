//! The land behind measured rows, for export.

use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    holdings::land,
    land::{Land, cut},
    store::{Drawn, Store},
};
use seisin_core::{EditionId, Length, PartyId, RegionId};
use seisin_measure::Shape;
use std::collections::BTreeMap;

/// Which land a measured row is about: the edition, the party, and where it is drawn or asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowLand {
    /// The edition.
    pub edition: EditionId,
    /// Whose holding.
    pub party: PartyId,
    /// The land.
    pub region: Option<RegionId>,
}

/// The land that each row measures; none where the row names none.
///
/// `region` is the land the question was asked for, where it was asked for one.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn row_shapes(
    store: &Store,
    rows: &[Option<RowLand>],
    region: Option<&str>,
    maps: &MapsRequest,
) -> Result<Vec<Option<Shape>>, AnswerError> {
    let asked = region.map(|name| land(store, name, maps)).transpose()?;
    let mut known: BTreeMap<&RowLand, Shape> = BTreeMap::new();
    for row in rows.iter().flatten() {
        if !known.contains_key(row) {
            let land = asked.clone().unwrap_or_else(|| Land::as_drawn(row.region.as_ref()));
            known.insert(row, held(store, &row.edition, &row.party, &land)?);
        }
    }
    Ok(rows.iter().map(|row| known.get(row.as_ref()?).cloned()).collect())
}

/// The land that `party` holds in `land` on an edition.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or the holding cannot be cut.
pub(crate) fn held(
    store: &Store,
    edition: &EditionId,
    party: &PartyId,
    land: &Land,
) -> Result<Shape, AnswerError> {
    let drawn = store.with_shapes(store.drawn(edition, party)?)?;
    let placed: Vec<_> = drawn.iter().filter_map(Drawn::placed).collect();
    Ok(cut(&placed, land, Length::ZERO)?.shape)
}
