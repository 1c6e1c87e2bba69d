//! Numbers that stand for something else: a length of time, a part of a name.

use super::noun;
use crate::text::{
    lexeme::{Lexeme, TimeUnit},
    token::{LetterCase, TokenKind},
    view::View,
};

/// The unit of time after a number, and one past it.
pub(super) fn duration(view: View<'_>, at: usize) -> Option<(&'static str, usize)> {
    let joined = view.kind(at) == Some(TokenKind::Hyphen) && view.is_attached(at + 1);
    let mut at = if joined { at + 1 } else { at };
    if view.is_any(at, &["more", "full", "whole", "long", "straight", "consecutive", "further"]) {
        at += 1;
    }
    let unit = match view.lexeme(at)? {
        Lexeme::Span(unit) => unit,
        Lexeme::Quarter if view.is(at, "quarters") => TimeUnit::Quarter,
        _ => return None,
    };
    let name = match unit {
        TimeUnit::Second => "second",
        TimeUnit::Minute => "minute",
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Night => "night",
        TimeUnit::Weekend => "weekend",
        TimeUnit::Week => "week",
        TimeUnit::Fortnight => "fortnight",
        TimeUnit::Month => "month",
        TimeUnit::Quarter => "quarter",
        TimeUnit::Year => "year",
        TimeUnit::Decade => "decade",
        TimeUnit::Century => "century",
        TimeUnit::Millennium => "millennium",
    };
    Some((name, at + 1))
}

/// Whether the number at `at` is part of a name or a label: "T-90", "No. 5", "Resolution 2202".
pub(super) fn part_of_name(view: View<'_>, at: usize) -> bool {
    const LABELS: [&str; 36] = [
        "no",
        "nos",
        "number",
        "article",
        "articles",
        "resolution",
        "chapter",
        "section",
        "page",
        "pages",
        "paragraph",
        "annex",
        "protocol",
        "version",
        "route",
        "highway",
        "room",
        "grade",
        "class",
        "zone",
        "phase",
        "unit",
        "figure",
        "table",
        "item",
        "line",
        "question",
        "part",
        "chp",
        "vol",
        "volume",
        "group",
        "flight",
        "channel",
        "point",
        "stage",
    ];
    if view.kind(at) != Some(TokenKind::Number) || at == 0 {
        return false;
    }
    let hyphen = view.kind(at - 1) == Some(TokenKind::Hyphen) && view.is_attached(at);
    if hyphen {
        let word = at.checked_sub(2).and_then(|before| view.token(before));
        return word.is_some_and(|word| word.kind == TokenKind::Word && view.is_attached(at - 1))
            && at >= 2
            && !noun::is_number_word(view, at - 2);
    }
    let label =
        if view.kind(at - 1) == Some(TokenKind::Period) { at.wrapping_sub(2) } else { at - 1 };
    let capital = view.token(label).is_some_and(|token| token.case != LetterCase::Lower);
    let glued = view.is_attached(at) && view.kind(at - 1) == Some(TokenKind::Word);
    glued || view.is_any(label, &LABELS) && (capital || view.word(at).len() < 4 && label != at - 1)
}
