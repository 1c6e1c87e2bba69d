//! Ranges of dates: "from 1967 until 1982".

use super::{
    calendar::{Base, Placed, Reference, place},
    expression::{Expression, When, expression},
};
use crate::text::{token::TokenKind, view::View};
use seisin_core::{Edtf, Endpoint};

/// A range of dates: "from 1967 until 1982", "between August 28 and September 5, 1945".
pub(super) fn span(
    view: View<'_>,
    first: &Expression,
    reference: Reference,
) -> Option<(Placed, usize)> {
    let end = first.tokens.end;
    let between = opened(view, first.tokens.start, "between") && view.is(end, "and");
    let through = view.is_any(end, &["to", "until", "till", "through"])
        || view.kind(end) == Some(TokenKind::Dash)
        || view.kind(end) == Some(TokenKind::Hyphen) && !view.is_attached(end);
    if !(between || through) {
        return None;
    }
    let next = end + 1 + usize::from(view.is(end + 1, "the"));
    let last = expression(view, next)?;
    let (opening, closing) = (first.when, last.when);
    if !is_dated(opening) || !is_dated(closing) {
        return None;
    }
    let to = place(closing, reference)?;
    let from = place(with_year_of(opening, to.edtf), reference)?;
    let (start, stop) = (endpoint(from.edtf).0, endpoint(to.edtf).1);
    let forwards = from.edtf.bounds().0? < to.edtf.bounds().1?;
    let base = if from.base == Base::Itself { to.base } else { from.base };
    let edtf = Edtf::Interval(start, stop);
    forwards.then_some((Placed { edtf, rule: "range", base }, last.tokens.end))
}

/// Whether a word stands just before a date, past "the".
fn opened(view: View<'_>, at: usize, word: &str) -> bool {
    let before = if at > 1 && view.is(at - 1, "the") { at - 1 } else { at };
    before > 0 && view.is(before - 1, word)
}

const fn is_dated(when: When) -> bool {
    !matches!(
        when,
        When::Clock
            | When::Length
            | When::Repeated
            | When::Ambiguous
            | When::Vague
            | When::Then
            | When::Window { .. }
    )
}

/// The same day or month in the year in which a range ends, where it names none.
fn with_year_of(when: When, closing: Edtf) -> When {
    let (_, Endpoint::Date(last)) = endpoint(closing) else { return when };
    let year = |month: i8| {
        let later = last.month_number().is_some_and(|closing| month > closing);
        Some(last.year_number() - i16::from(later))
    };
    match when {
        When::Day { year: None, month, day } => When::Day { year: year(month), month, day },
        When::Month { year: None, month } => When::Month { year: year(month), month },
        other => other,
    }
}

const fn endpoint(edtf: Edtf) -> (Endpoint, Endpoint) {
    match edtf {
        Edtf::Date(date) => (Endpoint::Date(date), Endpoint::Date(date)),
        Edtf::Interval(first, last) => (first, last),
    }
}
