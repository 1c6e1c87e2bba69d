//! All the land each of two parties is told to hold.

use crate::{
    answer_error::AnswerError,
    land::{CutError, SetRegion},
    store::Drawn,
};
use seisin_core::{Length, Licence, PartyId, SeaLimit};
use seisin_exchange::territory_of;
use seisin_measure::{Budget, OverlayError, Shape};
use std::collections::BTreeSet;

/// The land of two parties, with how it was told.
pub(super) struct Territories {
    pub(super) lands: [Shape; 2],
    pub(super) notes: Vec<String>,
    /// The boundary set that states whose the regions are, its terms and its error.
    pub(super) boundary: Option<(String, Licence, Length)>,
}

/// The one boundary set by which regions are told to be one of these parties'; `None` where no set
/// states it, or several do.
pub(super) fn stating_set<'r>(
    regions: &'r [SetRegion],
    asked: Option<&str>,
    parties: Option<&[PartyId; 2]>,
) -> Option<&'r str> {
    let states = |region: &&SetRegion| {
        let by = region.sovereign.as_ref();
        by.is_some_and(|by| parties.is_none_or(|parties| parties.contains(by)))
            && asked.is_none_or(|asked| asked == region.set)
    };
    let sets: BTreeSet<&str> =
        regions.iter().filter(states).map(|region| region.set.as_str()).collect();
    let mut sets = sets.into_iter();
    sets.next().filter(|_| sets.next().is_none())
}

/// The two parties that a map draws and a boundary set names; `None` where there are not two.
pub(super) fn both_parties(
    drawn: &[Drawn],
    regions: &[SetRegion],
    set: Option<&str>,
) -> Option<[PartyId; 2]> {
    let drawn = drawn.iter().map(|drawn| drawn.party.clone());
    let of_set = regions.iter().filter(|region| Some(region.set.as_str()) == set);
    let stated = of_set.filter_map(|region| region.sovereign.clone());
    let parties: BTreeSet<PartyId> = drawn.chain(stated).collect();
    <[PartyId; 2]>::try_from(parties.into_iter().collect::<Vec<_>>()).ok()
}

/// What each of two parties holds: what the map draws as its, and the regions that the boundary set
/// states to be its without what the map draws as the other's.
///
/// # Errors
/// [`AnswerError`] where an overlay is refused. A party of which nothing tells what it holds is
/// named in the inner one.
pub(super) fn territories(
    drawn: &[Drawn],
    regions: &[SetRegion],
    set: Option<&str>,
    parties: &[PartyId; 2],
) -> Result<Result<Territories, String>, AnswerError> {
    let of_set: Vec<&SetRegion> =
        regions.iter().filter(|region| Some(region.set.as_str()) == set).collect();
    let (mut lands, mut notes) = (Vec::with_capacity(2), Vec::new());
    let mut used = None;
    for (party, other) in [(&parties[0], &parties[1]), (&parties[1], &parties[0])] {
        let own: Vec<&SetRegion> = of_set
            .iter()
            .copied()
            .filter(|region| region.sovereign.as_ref() == Some(party))
            .collect();
        let holds = held_by(drawn, party);
        if own.is_empty() && holds.is_empty() {
            return Ok(Err(format!(
                "nothing tells what {party} holds: the map draws nothing as its, and no boundary set \
                 on record states a region to be its\nhint: add one whose regions name their \
                 sovereign, or choose it with --boundaries"
            )));
        }
        let shapes: Vec<&Shape> = own.iter().map(|region| &region.shape).collect();
        let whole = territory_of(&shapes, &holds, &held_by(drawn, other), &Budget::default());
        lands.push(whole.map_err(refused)?);
        notes.push(told(party, other, &own));
        if let Some(first) = own.first() {
            notes.extend(sea(first));
            used = Some((first.set.clone(), first.licence.clone(), first.error));
        }
    }
    notes.dedup();
    let lands = <[Shape; 2]>::try_from(lands).expect("one for each of two parties");
    Ok(Ok(Territories { lands, notes, boundary: used }))
}

/// How the land of a party was told.
fn told(party: &PartyId, other: &PartyId, own: &[&SetRegion]) -> String {
    match own.first() {
        None => format!("{party}: what the map draws as its"),
        Some(region) => format!(
            "{party}: what the map draws as its, and its {} regions by boundary set {} without what \
             the map draws as {other}’s",
            own.len(),
            region.set
        ),
    }
}

/// What is to be known of a coast where a set's regions may take in sea.
fn sea(region: &SetRegion) -> Option<String> {
    let set = &region.set;
    match region.view.sea {
        Some(SeaLimit::Coast) => None,
        Some(SeaLimit::TerritorialSea) => Some(format!(
            "the regions of {set} take in the territorial sea: where one party holds the coast, the \
             coast counts as line of contact"
        )),
        None => Some(format!(
            "{set} does not state whether its regions end at the coast: where they take in sea and \
             one party holds the coast, the coast counts as line of contact"
        )),
    }
}

fn held_by<'a>(drawn: &'a [Drawn], party: &PartyId) -> Vec<&'a Shape> {
    drawn.iter().filter(|one| one.party == *party).filter_map(|one| one.shape.as_ref()).collect()
}

pub(super) fn refused(error: OverlayError) -> AnswerError {
    AnswerError::Cut(CutError::from(error))
}
