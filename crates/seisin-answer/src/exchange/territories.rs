//! All the land that each side of an exchange holds.

use crate::{
    answer_error::AnswerError,
    land::{CutHolding, Land, LandRule, PlacedShape, SetRegion},
    store::{Drawn, Spell},
};
use seisin_core::PartyId;
use seisin_exchange::{Basis, Given, territory_of};
use seisin_measure::{Budget, OverlayError, Shape};

/// All the land each side holds, where a boundary set states whose the regions are: its own regions
/// without what the other holds there, and what it holds elsewhere.
pub(super) fn territories_by(
    drawn: &[Drawn],
    regions: &[SetRegion],
    set: Option<&str>,
    parties: [&PartyId; 2],
) -> Result<[Option<Shape>; 2], AnswerError> {
    let Some(set) = set else { return Ok([None, None]) };
    let own = |party: &PartyId| -> Vec<&Shape> {
        regions
            .iter()
            .filter(|region| region.set == set && region.sovereign.as_ref() == Some(party))
            .map(|region| &region.shape)
            .collect()
    };
    if own(parties[0]).is_empty() || own(parties[1]).is_empty() {
        return Ok([None, None]);
    }
    let whole = |index: usize| -> Result<Shape, OverlayError> {
        let (own, holds) = (own(parties[index]), held_by(drawn, parties[index]));
        territory_of(&own, &holds, &held_by(drawn, parties[1 - index]), &Budget::default())
    };
    let cut = |error: OverlayError| AnswerError::Cut(error.into());
    Ok([Some(whole(0).map_err(cut)?), Some(whole(1).map_err(cut)?)])
}

fn held_by<'a>(drawn: &'a [Drawn], party: &PartyId) -> Vec<&'a Shape> {
    drawn.iter().filter(|one| one.party == *party).filter_map(|one| one.shape.as_ref()).collect()
}

/// The territories where both lands are of one boundary set.
pub(crate) fn territories(
    drawn: &[Drawn],
    regions: &[SetRegion],
    lands: &[Land; 2],
    parties: [&PartyId; 2],
) -> Result<[Option<Shape>; 2], AnswerError> {
    territories_by(drawn, regions, common_set(lands), parties)
}

/// The boundary set by which both lands are measured.
fn common_set(lands: &[Land; 2]) -> Option<&str> {
    match (&lands[0].reference.rule, &lands[1].reference.rule) {
        (LandRule::Boundary { set, .. }, LandRule::Boundary { set: other, .. }) if set == other => {
            Some(set)
        }
        _ => None,
    }
}

/// What one side gives: a holding, with where it comes from.
pub(crate) fn given(held: CutHolding, land: &Land, spell: &Spell, party: &PartyId) -> Given {
    Given {
        shape: held.shape,
        lines: spell.edition.positional_error.map(|_| held.lines),
        basis: Basis {
            what: format!("what {party} holds in {}", land.reference.name),
            publisher: Some(spell.edition.publisher.clone()),
            edition: Some(spell.edition.id.clone()),
            edition_date: Some(spell.edition.edition_date),
            boundary_set: land.reference.rule.boundary_set().map(ToOwned::to_owned),
        },
    }
}

/// What one party is drawn to hold.
pub(crate) fn placed(drawn: &[Drawn], party: &PartyId) -> Vec<PlacedShape> {
    drawn.iter().filter(|one| one.party == *party).filter_map(Drawn::placed).collect()
}
