//! The scope that two sides share: what one leaves out is taken out of both.

use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    coverage::{Scope, Statement, scope},
    land::{Coarse, Land, join},
    store::{Spell, Store},
};
use seisin_core::{PartyId, RegionId};
use seisin_measure::{Budget, OverlayError, Shape, difference};
use seisin_places::naming_regions;
use std::collections::BTreeSet;

/// What is taken out of both sides so that both show the same.
#[derive(Debug, Clone, Default)]
pub(super) struct LeftOut {
    land: Vec<Shape>,
    /// What was left out, in one sentence each.
    pub(super) notes: Vec<String>,
}

impl LeftOut {
    /// A side's land without what is left out.
    pub(super) fn without(&self, held: &Shape) -> Result<Shape, OverlayError> {
        let budget = Budget::default();
        if self.land.is_empty() {
            return Ok(held.clone());
        }
        let land = join(&self.land.iter().collect::<Vec<_>>(), &budget)?;
        difference(held, &land, &budget)
    }
}

/// What one of two sides leaves out and the other shows, or why it cannot be taken out.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(super) fn left_out(
    store: &Store,
    spells: [&Spell; 2],
    (party, land): (&PartyId, &Land),
    maps: &MapsRequest,
) -> Result<Result<LeftOut, String>, AnswerError> {
    let mut scopes = Vec::with_capacity(2);
    for spell in spells {
        let statements: Vec<Statement> = store.statements(&spell.edition.id)?;
        scopes.push(scope(&statements, party, land, spell.edition.edition_date));
    }
    let empty = Scope::default();
    let [one, other] = [scopes.first(), scopes.get(1)].map(|scope| scope.unwrap_or(&empty));
    let differing: BTreeSet<&RegionId> = one.except.symmetric_difference(&other.except).collect();
    let mut left_out = LeftOut::default();
    for region in differing {
        match boundary(store, region, maps)? {
            Some((shape, by)) => {
                left_out.land.push(shape);
                let note = format!("{region} was left out on both sides ({by}): only one shows it");
                left_out.notes.push(note);
            }
            None => {
                return Ok(Err(format!(
                    "one side leaves out {region} and the other shows it, and nothing on record \
                     can cut it out; add its boundary with `seisin boundaries add`, pass \
                     --allow-coarse where the built-in regions have it, or ask for a --region that \
                     both show"
                )));
            }
        }
    }
    Ok(Ok(left_out))
}

/// The land of a region by the boundary sets on record, or by the coarse regions where those may
/// cut, with how that is cited.
fn boundary(
    store: &Store,
    region: &RegionId,
    maps: &MapsRequest,
) -> Result<Option<(Shape, String)>, AnswerError> {
    let sets = store.set_regions(maps.coarse)?;
    let mut found = sets.into_iter().filter(|other| {
        other.id == *region && maps.boundaries.as_ref().is_none_or(|set| *set == other.set)
    });
    if let Some(found) = found.next() {
        return Ok(Some((found.shape, format!("boundary set {}", found.set))));
    }
    if maps.coarse == Coarse::NameOnly {
        return Ok(None);
    }
    let coarse = naming_regions().shape(region).map(|shape| shape.allow_coarse().clone());
    Ok(coarse.map(|shape| (shape, "Natural Earth, coarse by about 1 km".to_owned())))
}
