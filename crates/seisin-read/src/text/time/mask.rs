//! Numbers that belong to dates and hours, and so are no amounts.

use crate::text::{lexeme::Lexeme, token::TokenKind, view::View};

/// One past the day, year or hour whose number begins at `at`; `None` where it is none.
pub(crate) fn not_an_amount(view: View<'_>, at: usize) -> Option<usize> {
    if view.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    clock(view, at)
        .or_else(|| numeric_date(view, at))
        .or_else(|| day(view, at))
        .or_else(|| year(view, at))
}

/// "07:55", "8 pm".
fn clock(view: View<'_>, at: usize) -> Option<usize> {
    let colon = view.kind(at + 1) == Some(TokenKind::Colon)
        && view.is_attached(at + 1)
        && view.is_attached(at + 2)
        && view.kind(at + 2) == Some(TokenKind::Number);
    let end = if colon { at + 3 } else { at + 1 };
    let half = view.is_any(end, &["am", "pm", "a.m.", "p.m.", "o’clock", "o'clock"]);
    (colon || half).then_some(if half { end + 1 } else { end })
}

/// "2025-02-11", "15/11/2023", "11.02.2025".
fn numeric_date(view: View<'_>, at: usize) -> Option<usize> {
    if view.word(at).matches('.').count() == 2 {
        return Some(at + 1);
    }
    let joined = |at: usize| {
        view.is_attached(at)
            && view.is_attached(at + 1)
            && view.kind(at + 1) == Some(TokenKind::Number)
            && matches!(view.word(at), "-" | "/")
    };
    (joined(at + 1) && joined(at + 3)).then_some(at + 5)
}

/// "11 February", "February 11", "the 11th".
fn day(view: View<'_>, at: usize) -> Option<usize> {
    let small = view.word(at).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    if !small {
        return None;
    }
    let suffixed = view.is_attached(at + 1) && view.is_any(at + 1, &["st", "nd", "rd", "th"]);
    let end = if suffixed { at + 2 } else { at + 1 };
    let of = usize::from(view.is(end, "of"));
    let before = if at > 0 && view.kind(at - 1) == Some(TokenKind::Period) { 2 } else { 1 };
    let month = |at: usize| matches!(view.lexeme(at), Some(Lexeme::Month(_)));
    (suffixed || month(end + of) || at >= before && month(at - before)).then_some(end)
}

/// "2014" where no unit and no plain plural follows, "1990s", "1956–57".
fn year(view: View<'_>, at: usize) -> Option<usize> {
    let word = view.word(at);
    let likely =
        word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1000..2200).contains(&year));
    let decade = view.is_attached(at + 1) && view.is(at + 1, "s");
    if !likely || crate::text::quantity::is_measured(view, at + 1) {
        return None;
    }
    let second = matches!(view.kind(at + 1), Some(TokenKind::Dash | TokenKind::Hyphen))
        && view.is_attached(at + 1)
        && view.is_attached(at + 2)
        && matches!(view.word(at + 2).len(), 2 | 4)
        && view.kind(at + 2) == Some(TokenKind::Number);
    Some(if second {
        at + 3
    } else if decade {
        at + 2
    } else {
        at + 1
    })
}
