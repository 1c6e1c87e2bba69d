//! What stands after a number: a unit, a currency, a length of time, a counted noun.

use super::{
    elsewhere::duration,
    mention::MentionKind,
    money::{currency_after, currency_before},
    noun,
    number::number,
    unit::{self, UnitFound},
};
use crate::text::{token::TokenKind, view::View};
use seisin_core::{Unit, UnitKind};
use std::ops::Range;

/// What a number counts or measures.
pub(super) struct Measure {
    pub(super) kind: MentionKind,
    pub(super) unit: Unit,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) rule: &'static str,
    /// What the unit multiplies the number by: a million in "120 MEUR".
    pub(super) factor: f64,
    /// The whole of which it is a part: "65 patrol points" in "26 of 65 patrol points".
    pub(super) whole: Option<Range<usize>>,
}

impl Measure {
    pub(super) fn new(kind: MentionKind, unit: Unit, end: usize, rule: &'static str) -> Self {
        Self { kind, unit, end, rule, factor: 1.0, whole: None }
    }

    fn counted(kind: MentionKind, name: &str, end: usize, rule: &'static str) -> Self {
        Self::new(kind, Unit::Counted(name.to_owned()), end, rule)
    }
}

/// What the number of the tokens from `at` to `end` counts or measures.
pub(super) fn measure(view: View<'_>, at: usize, end: usize) -> Option<Measure> {
    money(view, at, end)
        .or_else(|| time(view, at, end))
        .or_else(|| of_unit(view, end))
        .or_else(|| count(view, at, end))
}

fn money(view: View<'_>, at: usize, end: usize) -> Option<Measure> {
    if let Some(code) = currency_before(view, at) {
        return Some(Measure::counted(MentionKind::Money, code, end, "money"));
    }
    let found = currency_after(view, end)?;
    let measure = Measure::counted(MentionKind::Money, found.code, found.end, "money");
    Some(Measure { factor: found.factor, ..measure })
}

/// A length of time, which "old" or "aged" makes an age.
fn time(view: View<'_>, at: usize, end: usize) -> Option<Measure> {
    if at > 0 && view.is_any(at - 1, &["age", "aged"]) && duration(view, end).is_none() {
        return Some(Measure::counted(MentionKind::Age, "year", end, "age"));
    }
    let (unit, last) = duration(view, end)?;
    let age = view.is(last, "old")
        || view.reads(last, &["of", "age"])
        || view.kind(last) == Some(TokenKind::Hyphen) && view.is(last + 1, "old")
        || at > 0 && view.is_any(at - 1, &["aged"]);
    let kind = if age { MentionKind::Age } else { MentionKind::Duration };
    Some(Measure::counted(kind, unit, last, "duration"))
}

fn of_unit(view: View<'_>, end: usize) -> Option<Measure> {
    let found = unit::unit(view, end).or_else(|| bracketed(view, end))?;
    Some(match found.unit {
        UnitFound::Known(unit) if unit.kind() == UnitKind::Area => {
            Measure::new(MentionKind::Area, unit, found.end, "area")
        }
        UnitFound::Known(unit) => Measure::new(MentionKind::Length, unit, found.end, "length"),
        UnitFound::Elsewhere(name) => {
            Measure::counted(MentionKind::Other, name, found.end, "other-unit")
        }
        UnitFound::Unknown => {
            let name = view.slice(end..found.end).to_lowercase();
            Measure::counted(MentionKind::UnknownUnit, &name, found.end, "unknown-unit")
        }
    })
}

/// "20 (kg)"
fn bracketed(view: View<'_>, at: usize) -> Option<unit::UnitAt> {
    let found = unit::unit(view, at + 1).filter(|_| view.kind(at) == Some(TokenKind::Open))?;
    let closed = view.kind(found.end) == Some(TokenKind::Close);
    closed.then(|| unit::UnitAt { end: found.end + 1, ..found })
}

fn count(view: View<'_>, at: usize, end: usize) -> Option<Measure> {
    if let Some((noun, whole)) = of_several(view, end) {
        let measure = Measure::counted(MentionKind::Count, &noun, whole.end, "count-of");
        return Some(Measure { whole: Some(whole), ..measure });
    }
    if let Some(found) = noun::counted(view, end) {
        return Some(Measure::counted(MentionKind::Count, &found.noun, found.end, found.rule));
    }
    let state = noun::state_after(view, end).or_else(|| noun::state_before(view, at))?;
    Some(Measure::counted(MentionKind::Count, state, end, "count-state"))
}

/// "26 of 65 patrol points": the noun and the tokens of the whole.
fn of_several(view: View<'_>, end: usize) -> Option<(String, Range<usize>)> {
    let next = match () {
        () if view.reads(end, &["of", "the"]) => end + 2,
        () if view.reads(end, &["out", "of", "the"]) => end + 3,
        () if view.reads(end, &["out", "of"]) => end + 2,
        () if view.is(end, "of") => end + 1,
        () => return None,
    };
    let next = next + past_owner(view, next);
    let next =
        next + usize::from(view.is_any(next, &["last", "first", "remaining", "other", "final"]));
    let total = number(view, next)?;
    let found = noun::counted(view, total.tokens.end)?;
    Some((found.noun, next..found.end))
}

/// How many tokens name the owner of a whole: "its", "the state's".
fn past_owner(view: View<'_>, at: usize) -> usize {
    if view.is_any(at, &["its", "their", "his", "her"]) {
        return 1;
    }
    (1..4)
        .find(|next| view.kind(at + next) == Some(TokenKind::Possessive))
        .map_or(0, |next| next + 1)
}
