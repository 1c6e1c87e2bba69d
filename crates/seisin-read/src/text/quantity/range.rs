//! Ranges: "400–500", "between 400 and 500", "two or three".

use super::{
    number::{Number, number},
    unit::{self, UnitFound},
};
use crate::text::{token::TokenKind, view::View};

/// One past the joint of a range whose first number ends before `end`: "–", "to", "and" after
/// "between".
pub(super) fn range_joint(view: View<'_>, start: usize, end: usize) -> Option<usize> {
    let after_between = start > 0 && view.is(start - 1, "between");
    match view.kind(end)? {
        TokenKind::Hyphen if view.is_any(end + 1, &["to", "or"]) => Some(end + 2),
        TokenKind::Dash | TokenKind::Hyphen => Some(end + 1),
        TokenKind::Word if view.is(end, "to") => Some(end + 1),
        TokenKind::Word if view.is(end, "and") && after_between => Some(end + 1),
        TokenKind::Word if view.is(end, "or") && view.lexeme(end + 1).is_some() => Some(end + 1),
        _ => None,
    }
}

/// The upper number of a range: "400–500", "400 to 500", "between 400 and 500", "two or three".
pub(super) fn second_number(view: View<'_>, first: &Number) -> Option<Number> {
    let mut end = first.tokens.end;
    if let Some(unit) =
        unit::unit(view, end).filter(|unit| !matches!(unit.unit, UnitFound::Unknown))
    {
        end = unit.end;
    }
    let joint = range_joint(view, first.tokens.start, end)?;
    let hyphen = view.kind(end) == Some(TokenKind::Hyphen);
    if hyphen && joint == end + 1 && !(view.is_attached(end) && view.is_attached(joint)) {
        return None;
    }
    let second = number(view, joint)?;
    let rising = second.value > first.value;
    let moved = view.is(end, "to") && grows(view, first.tokens.start);
    (rising && !moved).then_some(second)
}

/// Whether "from 400 to 500" tells of a change rather than a range.
fn grows(view: View<'_>, start: usize) -> bool {
    const VERBS: [&str; 22] = [
        "rose",
        "rise",
        "risen",
        "grew",
        "grow",
        "grown",
        "increased",
        "increase",
        "expanded",
        "expand",
        "went",
        "gone",
        "climbed",
        "jumped",
        "raised",
        "widened",
        "swelled",
        "up",
        "doubled",
        "rising",
        "growing",
        "increasing",
    ];
    let from = start > 0 && view.is(start - 1, "from");
    from && (2..6).any(|back| start.checked_sub(back).is_some_and(|at| view.is_any(at, &VERBS)))
}
