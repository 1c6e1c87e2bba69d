//! Days and weeks told by their place: "the first Friday of July", "the week of 4 February",
//! "Friday next week", "4 to 22 this month".

use super::expression::{
    Expression, When, WhichWeek, day_at, expression, month_at, ordinal_ending, year_after,
};
use crate::text::{
    lexeme::{Lexeme, TimeUnit, Which},
    token::TokenKind,
    view::View,
};

#[expect(clippy::unnecessary_wraps, reason = "it ends chains of options")]
fn found(tokens: std::ops::Range<usize>, when: When) -> Option<Expression> {
    Some(Expression { tokens, when })
}

/// A month named or told by its place: "July 2014", "this month".
enum MonthTold {
    Named(i8, Option<i16>),
    Which(Which),
}

/// The month after "of", "in" or nothing, and one past it.
fn month_told(view: View<'_>, at: usize) -> Option<(MonthTold, usize)> {
    let at = at + usize::from(view.is_any(at, &["of", "in"]));
    let at = at + usize::from(view.is(at, "the"));
    if let Some((month, end)) = month_at(view, at) {
        let (year, end) =
            year_after(view, end).map_or((None, end), |(year, end)| (Some(year), end));
        return Some((MonthTold::Named(month, year), end));
    }
    let (which, end) = which_unit(view, at, TimeUnit::Month)?;
    Some((MonthTold::Which(which), end))
}

/// "this month", "last week": which one, and one past it.
fn which_unit(view: View<'_>, at: usize, unit: TimeUnit) -> Option<(Which, usize)> {
    let Some(Lexeme::Which(which)) = view.lexeme(at) else { return None };
    let one = matches!(which, Which::Last | Which::This | Which::Next | Which::Same);
    let named = view.lexeme(at + 1) == Some(Lexeme::Span(unit));
    (one && named && !view.word(at + 1).ends_with(['s', 'S'])).then_some((which, at + 2))
}

/// "4 to 22 this month", "the 20th of next month": the days from the number at `at`.
pub(super) fn days_of(view: View<'_>, at: usize) -> Option<Expression> {
    let (first, mut end) = day_at(view, at)?;
    let mut last = first;
    if let Some((next, after)) = past_joint(view, at, end).and_then(|next| day_at(view, next)) {
        (last, end) = (next, after);
    } else if !ordinal_ending(view, at + 1) {
        return None;
    }
    let (MonthTold::Which(which), end) = month_told(view, end)? else { return None };
    (last >= first).then(|| found(at..end, When::DaysOf { first, last, which }))?
}

/// One past the joint of two days of a month: "–", "to", "until", "and" after "between".
pub(super) fn past_joint(view: View<'_>, start: usize, at: usize) -> Option<usize> {
    let dash = matches!(view.kind(at), Some(TokenKind::Dash | TokenKind::Hyphen));
    let word = view.is_any(at, &["to", "until", "till", "through"]);
    let and = view.is(at, "and") && start > 0 && view.is(start - 1, "between");
    (dash || word || and).then_some(at + 1)
}

/// "4 to January 22, 1995" after "from": two days, the month named with the second alone.
pub(super) fn days_before_month(view: View<'_>, at: usize) -> Option<Expression> {
    let opened = at > 0 && view.is_any(at - 1, &["from", "between"]);
    let (first, end) = day_at(view, at).filter(|_| opened)?;
    let (month, next) = month_at(view, past_joint(view, at, end)?)?;
    let (last, end) = day_at(view, next)?;
    let (year, end) = year_after(view, end).map_or((None, end), |(year, end)| (Some(year), end));
    (last > first).then(|| found(at..end, When::Days { year, month, first, last }))?
}

/// "first Friday of July", "second Monday of next month", "first week of October".
pub(super) fn nth(view: View<'_>, at: usize, nth: i8) -> Option<Expression> {
    match view.lexeme(at + 1)? {
        Lexeme::Weekday(day) => {
            let of = view.is_any(at + 2, &["of", "in"]);
            let (month, end) = month_told(view, at + 2).filter(|_| of)?;
            found(
                at..end,
                match month {
                    MonthTold::Named(month, year) => When::NthWeekday { nth, day, year, month },
                    MonthTold::Which(which) => When::NthWeekdayOf { nth, day, which },
                },
            )
        }
        Lexeme::Span(TimeUnit::Week) => {
            let (month, end) = month_told(view, at + 2).filter(|_| view.is(at + 2, "of"))?;
            let MonthTold::Named(month, year) = month else { return None };
            found(at..end, When::NthWeek { nth, year, month })
        }
        _ => None,
    }
}

/// "last week of March", told from "last week" by the month after it.
pub(super) fn last_week(view: View<'_>, at: usize) -> Option<Expression> {
    let week = view.is_any(at, &["last", "final"])
        && view.lexeme(at + 1) == Some(Lexeme::Span(TimeUnit::Week));
    let (month, end) = month_told(view, at + 2).filter(|_| week && view.is(at + 2, "of"))?;
    let MonthTold::Named(month, year) = month else { return None };
    found(at..end, When::NthWeek { nth: -1, year, month })
}

/// "week of September 16", "week starting 4 February", "week ending Oct. 9".
pub(super) fn week_of(view: View<'_>, at: usize) -> Option<Expression> {
    let part = match () {
        () if view.is(at + 1, "of") => WhichWeek::Around,
        () if view.is_any(at + 1, &["starting", "beginning", "commencing"]) => WhichWeek::From,
        () if view.is(at + 1, "ending") => WhichWeek::Until,
        () => return None,
    };
    let next = at + 2 + usize::from(view.is(at + 2, "on"));
    let inner = expression(view, next + usize::from(view.is(next, "the")))?;
    let When::Day { year, month, day } = inner.when else { return None };
    found(at..inner.tokens.end, When::Week { year, month, day, part })
}

/// A weekday with its week: "Friday next week", "Sunday of last week"; `end` is one past the
/// weekday.
pub(super) fn weekday_of(view: View<'_>, at: usize, end: usize, day: i8) -> Option<Expression> {
    let next = end + usize::from(view.is(end, "of"));
    let (which, end) = which_unit(view, next, TimeUnit::Week)?;
    found(at..end, When::WeekdayOf { day, which })
}

/// "next week on Friday", "last week Sunday".
pub(super) fn week_then_day(view: View<'_>, at: usize) -> Option<Expression> {
    let (which, end) = which_unit(view, at, TimeUnit::Week)?;
    let next = end + usize::from(view.is(end, "on"));
    let Some(Lexeme::Weekday(day)) = view.lexeme(next) else { return None };
    let long = view.word(next).len() >= 6 && !view.word(next).ends_with('s');
    long.then(|| found(at..next + 1, When::WeekdayOf { day, which }))?
}

/// "rest of the week", "remainder of this year": from the day of writing to its end; `at` is the unit.
pub(super) fn rest(view: View<'_>, at: usize) -> Option<Expression> {
    let Some(Lexeme::Span(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Year))) =
        view.lexeme(at)
    else {
        return None;
    };
    let which = usize::from(at > 0 && view.is_any(at - 1, &["the", "this", "current"]));
    let of = at.checked_sub(which + 1).filter(|of| view.is(*of, "of"))?;
    let rest = of.checked_sub(1).is_some_and(|rest| view.is_any(rest, &["rest", "remainder"]));
    rest.then(|| found(at..at + 1, When::Rest(unit)))?
}

/// "two Sundays from now": so many such weekdays after the day of writing.
pub(super) fn weekdays_ahead(view: View<'_>, at: usize, count: i8) -> Option<Expression> {
    let Some(Lexeme::Weekday(day)) = view.lexeme(at + 1) else { return None };
    let now = view.reads(at + 2, &["from", "now"]) || view.reads(at + 2, &["from", "today"]);
    now.then(|| found(at..at + 4, When::WeekdaysAhead { count, day }))?
}
