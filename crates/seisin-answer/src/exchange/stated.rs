//! Figures that somebody states for what a side gives, beside what it measures.

use super::item::Item;
use seisin_core::{Band, PartyId};
use seisin_exchange::{Stated, check_stated};

/// A figure stated for what a side gives, beside what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedAnswer {
    /// The side.
    pub party: PartyId,
    /// The whole that a share is taken of, where the land named has one.
    pub of: Option<String>,
    /// How the figure compares.
    pub checked: Stated,
}

/// Sets what is stated of a side beside all it gives; a share is that of its only item.
pub(super) fn stated(party: &PartyId, printed: &str, items: &[Item], gives: Band) -> StatedAnswer {
    let own: Vec<&Item> = items.iter().filter(|item| item.answer.party == *party).collect();
    let share = match own.as_slice() {
        [one] => one.answer.figure.share.as_ref(),
        _ => None,
    };
    StatedAnswer {
        party: party.clone(),
        of: share.map(|share| share.of.clone()),
        checked: check_stated(printed, gives, share.map(|share| share.share)),
    }
}
