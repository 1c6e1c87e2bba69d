//! Expressions of time as they are worded, before they are placed on the calendar.

use super::{nth, numeric, relative, worded};
use crate::text::{
    lexeme::{Lexeme, PartOf, Season, TimeUnit, Which},
    token::TokenKind,
    view::View,
};
use std::ops::Range;

/// An expression of time and its tokens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expression {
    pub(crate) tokens: Range<usize>,
    pub(crate) when: When,
}

/// What an expression of time says, before it is placed on the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum When {
    /// "11 February 2025", "Feb. 11"
    Day { year: Option<i16>, month: i8, day: i8 },
    /// "the 11th"
    DayOfMonth(i8),
    /// "3–5 May 2020"
    Days { year: Option<i16>, month: i8, first: i8, last: i8 },
    /// "August", "February of 2014", "mid-February"
    Month { year: Option<i16>, month: i8 },
    /// "April last year", "28 August of that year"
    MonthOf { month: i8, day: Option<i8>, which: Which },
    /// "the following May": the first after the date spoken of.
    MonthAfter(i8),
    /// "4 to 22 this month", "20th of next month"
    DaysOf { first: i8, last: i8, which: Which },
    /// "the first Friday of July"
    NthWeekday { nth: i8, day: i8, year: Option<i16>, month: i8 },
    /// "the second Monday of next month"
    NthWeekdayOf { nth: i8, day: i8, which: Which },
    /// "Friday next week"
    WeekdayOf { day: i8, which: Which },
    /// "the week of 4 February", "the week ending 9 October"
    Week { year: Option<i16>, month: i8, day: i8, part: WhichWeek },
    /// "the first week of October"; -1 for the last
    NthWeek { nth: i8, year: Option<i16>, month: i8 },
    /// "the rest of the year"
    Rest(TimeUnit),
    /// "earlier this week": from Monday up to the day of writing
    WeekSoFar,
    /// "two Sundays from now"
    WeekdaysAhead { count: i8, day: i8 },
    /// "the third quarter of last year"
    QuarterOf { quarter: i8, which: Which },
    /// "2014"
    Year(i16),
    /// "1956–57"
    Years(i16, i16),
    /// "the early 1990s"
    Decade { first: i16, part: Option<PartOf> },
    /// "the 19th century"
    Century(i16),
    /// "the summer of 1941", "last winter"
    Season { season: Season, year: Option<i16>, which: Which },
    /// "the first quarter of 2014"
    Quarter { quarter: i8, year: Option<i16> },
    /// "Tuesday", "last Thursday"
    Weekday { day: i8, which: Option<Which> },
    /// "today", "yesterday"
    Offset(i32),
    /// "overnight"
    Overnight,
    /// "last week", "this year", "the same month"
    Stretch { unit: TimeUnit, which: Which },
    /// "the past year", "the last three months"
    Window { count: i32, unit: TimeUnit, which: Which },
    /// "the first three months of the year"
    Opening { count: i32, unit: TimeUnit, year: Option<i16> },
    /// "fifteen years ago"
    Ago { count: i32, unit: TimeUnit },
    /// "fifteen years ago today", "three years ago to the day"
    AgoToday { count: i32, unit: TimeUnit },
    /// "two weeks from now"
    Ahead { count: i32, unit: TimeUnit },
    /// "eight months later", "the day before"
    Away { count: i32, unit: TimeUnit },
    /// "eight days after the town fell": the clause that follows is so far from the first day named.
    Beside { count: i32, unit: TimeUnit },
    /// "three days after 5 May 2020"
    Shifted { year: Option<i16>, month: i8, day: i8, days: i32 },
    /// "then": the day spoken of.
    Then,
    /// "now"
    Now,
    /// "in recent weeks", "a few days ago": when cannot be told to the day.
    Vague,
    /// "the second half of 2014"
    SecondHalf(Option<i16>),
    /// "07:55 am"
    Clock,
    /// "three hours"
    Length,
    /// "every Thursday"
    Repeated,
    /// "03/04/2021": day and month cannot be told apart.
    Ambiguous,
}

/// Which seven days a day tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhichWeek {
    /// "the week of": Monday to Sunday around it.
    Around,
    /// "the week starting"
    From,
    /// "the week ending"
    Until,
}

/// The expression of time that begins with the token at `at`.
pub(crate) fn expression(view: View<'_>, at: usize) -> Option<Expression> {
    if view.kind(at) == Some(TokenKind::Number) {
        return numeric::expression(view, at).or_else(|| relative::counted(view, at));
    }
    match view.lexeme(at) {
        Some(Lexeme::Month(_)) => worded::month(view, at),
        Some(Lexeme::Weekday(_)) => worded::weekday(view, at),
        Some(Lexeme::PartOf(_)) => worded::part_of(view, at),
        Some(Lexeme::Season(_)) => worded::season(view, at, Which::This),
        Some(Lexeme::Which(Which::This)) if nth::rest(view, at + 1).is_some() => {
            nth::rest(view, at + 1)
        }
        Some(Lexeme::Which(which)) => nth::last_week(view, at)
            .or_else(|| nth::week_then_day(view, at))
            .or_else(|| relative::which(view, at, which)),
        Some(Lexeme::Deictic(days)) => relative::deictic(view, at, days),
        Some(Lexeme::Overnight) => Some(Expression { tokens: at..at + 1, when: When::Overnight }),
        Some(Lexeme::Now) => Some(Expression { tokens: at..at + 1, when: When::Now }),
        Some(Lexeme::Ordinal(_)) => {
            worded::ordinal(view, at).or_else(|| numeric::day_in_words(view, at))
        }
        Some(Lexeme::Span(TimeUnit::Week)) => {
            nth::week_of(view, at).or_else(|| relative::span(view, at))
        }
        Some(Lexeme::Span(_)) => relative::span(view, at),
        Some(Lexeme::Away(_)) => relative::earlier_this(view, at),

        Some(Lexeme::Cardinal(20 | 30)) => {
            numeric::day_in_words(view, at).or_else(|| relative::counted(view, at))
        }
        Some(Lexeme::Cardinal(count @ 2..=9)) => i8::try_from(count)
            .ok()
            .and_then(|count| nth::weekdays_ahead(view, at, count))
            .or_else(|| relative::counted(view, at)),
        Some(Lexeme::Cardinal(_) | Lexeme::Many(_) | Lexeme::Half) => relative::counted(view, at),
        Some(Lexeme::Nineties(first)) => worded::nineties(view, at, first),
        Some(Lexeme::Opener) if view.is_any(at, &["since", "noon", "midnight"]) => {
            relative::bare(view, at)
        }
        Some(Lexeme::Opener) => worded::rare(view, at).or_else(|| relative::counted(view, at)),
        _ => None,
    }
}

/// The year whose number stands at `at`: four digits from 1000 to 2199.
pub(crate) fn year_at(view: View<'_>, at: usize) -> Option<i16> {
    if view.kind(at) != Some(TokenKind::Number) || view.word(at).len() != 4 {
        return None;
    }
    view.word(at).parse().ok().filter(|year| (1000..2200).contains(year))
}

/// The day of a month whose number stands at `at`, and one past it with its "th".
pub(crate) fn day_at(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    if view.kind(at) != Some(TokenKind::Number) {
        return ordinal_day(view, at);
    }
    if view.word(at).len() > 2 {
        return None;
    }
    let day = view.word(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((day, if ordinal_ending(view, at + 1) { at + 2 } else { at + 1 }))
}

/// "eleventh", "twenty-first": the day of a month in words, and one past it.
fn ordinal_day(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    let (tens, next) = match view.lexeme(at)? {
        Lexeme::Cardinal(tens @ (20 | 30)) => {
            let joined = view.kind(at + 1) == Some(TokenKind::Hyphen);
            (tens, if joined { at + 2 } else { at + 1 })
        }
        _ => (0, at),
    };
    let Some(Lexeme::Ordinal(ones)) = view.lexeme(next) else { return None };
    let day = i8::try_from(tens + ones).ok()?;
    (day <= 31 && (tens == 0 || ones < 10)).then_some((day, next + 1))
}

/// Whether "st", "nd", "rd" or "th" is attached.
pub(crate) fn ordinal_ending(view: View<'_>, at: usize) -> bool {
    view.is_attached(at) && view.is_any(at, &["st", "nd", "rd", "th"])
}

/// The month whose name stands at `at`, and one past it with the full stop of its short form.
pub(crate) fn month_at(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    let Some(Lexeme::Month(month)) = view.lexeme(at) else { return None };
    let capital = is_capital(view, at) || is_plain_month(view, at);
    let short = view.word(at).len() <= 4
        && view.kind(at + 1) == Some(TokenKind::Period)
        && view.is_attached(at + 1)
        && at + 2 < view.len();
    capital.then_some((month, if short { at + 2 } else { at + 1 }))
}

/// Whether a token begins with a capital letter.
pub(crate) fn is_capital(view: View<'_>, at: usize) -> bool {
    view.word(at).chars().next().is_some_and(char::is_uppercase)
}

/// Whether a month stands in small letters and can be nothing else: "september", "last sept", "22 may".
fn is_plain_month(view: View<'_>, at: usize) -> bool {
    let number = |at: usize| view.kind(at) == Some(TokenKind::Number);
    let beside = at > 0 && number(at - 1) || number(at + 1);
    beside || !view.is_any(at, &["may", "march", "mar", "jan", "dec"])
}

/// A year after a month or a day: "2014", ", 2014", "of 2014"; and one past it.
pub(crate) fn year_after(view: View<'_>, at: usize) -> Option<(i16, usize)> {
    let skip = match view.kind(at) {
        Some(TokenKind::Comma) => 1,
        Some(TokenKind::Word) if view.is(at, "of") || view.is(at, "in") => 1,
        _ => 0,
    };
    let year = year_at(view, at + skip)?;
    let amount = skip == 0 && crate::text::quantity::has_unit(view, at + 1);
    (!amount).then_some((year, at + skip + 1))
}

/// "that year", "of the same year", "last year" after a day or a month, and one past it.
pub(crate) fn which_year(view: View<'_>, at: usize) -> Option<(Which, usize)> {
    let at = if view.is(at, "of") { at + 1 } else { at };
    let at = if view.is(at, "the") && view.is(at + 1, "same") { at + 1 } else { at };
    let Some(Lexeme::Which(which)) = view.lexeme(at) else { return None };
    let one = matches!(which, Which::Last | Which::This | Which::Next | Which::Same);
    (one && view.is(at + 1, "year")).then_some((which, at + 2))
}
