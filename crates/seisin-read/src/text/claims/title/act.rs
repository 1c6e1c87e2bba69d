//! An act about the right to land, as a rule writes it down.

use super::super::context::Found;
use seisin_core::{PartyRef, RegionRef, TitleAction};
use std::ops::Range;

/// What an act makes of the polarity its clause is told with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// As the clause is told.
    AsTold,
    /// Denied: it refuses or takes back.
    Denied,
    /// Affirmed, though its clause is negated: "would not object".
    Affirmed,
}

/// An act about the right to land.
pub(crate) struct TitleAct {
    /// The verb that tells it.
    pub(crate) verb: usize,
    /// What it is.
    pub(crate) action: TitleAction,
    /// Whether the act itself turns what is told round: a refusal, an objection withheld.
    pub(crate) turn: Turn,
    /// Who acts.
    pub(crate) party: Option<Found<PartyRef>>,
    /// The other side.
    pub(crate) counterparty: Option<PartyRef>,
    /// The lands.
    pub(crate) lands: Vec<Found<RegionRef>>,
    /// The words it rests on.
    pub(crate) words: Range<usize>,
    /// The rule that found it.
    pub(crate) rule: &'static str,
}

impl TitleAct {
    /// An act told as its clause is, of nobody and no land yet.
    pub(super) const fn told(
        rule: &'static str,
        action: TitleAction,
        verb: usize,
        words: Range<usize>,
    ) -> Self {
        Self {
            verb,
            action,
            turn: Turn::AsTold,
            party: None,
            counterparty: None,
            lands: Vec::new(),
            words,
            rule,
        }
    }

    /// The same act, turned round or not.
    pub(super) fn turned(self, turn: Turn) -> Self {
        Self { turn, ..self }
    }

    /// The same act by a party.
    pub(super) fn by(self, party: impl Into<Option<Found<PartyRef>>>) -> Self {
        Self { party: party.into(), ..self }
    }

    /// The same act towards another side.
    pub(super) fn towards(self, other: impl Into<Option<PartyRef>>) -> Self {
        Self { counterparty: other.into(), ..self }
    }

    /// The same act over some lands.
    pub(super) fn over(self, lands: Vec<Found<RegionRef>>) -> Self {
        Self { lands, ..self }
    }
}
