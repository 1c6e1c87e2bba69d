//! Dates that begin with the name of a month, a day, a season or a part of one.

use super::{
    expression::{
        Expression, When, day_at, expression, is_capital, month_at, which_year, year_after, year_at,
    },
    nth,
};
use crate::text::{
    lexeme::{Lexeme, PartOf, TimeUnit, Which},
    quantity::number,
    token::TokenKind,
    view::View,
};

#[expect(clippy::unnecessary_wraps, reason = "it ends chains of options")]
fn found(tokens: std::ops::Range<usize>, when: When) -> Option<Expression> {
    Some(Expression { tokens, when })
}

/// "Feb. 11, 2025", "February of 2014", "August", "April last year".
pub(super) fn month(view: View<'_>, at: usize) -> Option<Expression> {
    let (month, end) = month_at(view, at)?;
    if let Some((first, day_end)) = day_at(view, past_the(view, end))
        && !clock_follows(view, day_end)
    {
        return Some(month_day(view, at, (month, first), day_end));
    }
    if let Some((day, end)) = joined_day(view, end).or_else(|| day_counted(view, end)) {
        return found(at..end, When::Day { year: None, month, day });
    }
    if let Some((year, end)) = year_after(view, end) {
        return found(at..end, When::Month { year: Some(year), month });
    }
    if let Some((which, end)) = which_year(view, end) {
        return found(at..end, When::MonthOf { month, day: None, which });
    }
    (!is_common_word(view, at)).then(|| found(at..end, When::Month { year: None, month }))?
}

/// The day of "Oct-2" and "Oct/2", and one past it.
fn joined_day(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    let mark = matches!(view.word(at), "-" | "/");
    let joined = mark && view.is_attached(at) && view.is_attached(at + 1);
    day_at(view, at + 1).filter(|_| joined)
}

/// The day of "May twenty-one", and one past it; a number that counts what follows is none.
fn day_counted(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    let tens = matches!(view.lexeme(at), Some(Lexeme::Cardinal(20 | 30)));
    let day = number(view, at).filter(|day| tens && day.tokens.end > at + 1)?;
    let value = i8::try_from(whole(day.value)?).ok().filter(|value| *value <= 31)?;
    let end = day.tokens.end;
    (!crate::text::quantity::is_measured(view, end)).then_some((value, end))
}

fn past_the(view: View<'_>, at: usize) -> usize {
    if view.is(at, "the") { at + 1 } else { at }
}

fn clock_follows(view: View<'_>, at: usize) -> bool {
    view.kind(at) == Some(TokenKind::Colon) && view.is_attached(at) && view.is_attached(at + 1)
}

/// "Feb. 11", "Feb. 11–13", "Feb. 11, 2025".
fn month_day(view: View<'_>, at: usize, (month, first): (i8, i8), end: usize) -> Expression {
    let mut end = end;
    let mut last = first;
    let dash = matches!(view.kind(end), Some(TokenKind::Dash | TokenKind::Hyphen));
    if (dash || view.is(end, "to"))
        && let Some((next, after)) = day_at(view, end + 1)
        && next > first
    {
        (last, end) = (next, after);
    }
    if last == first
        && let Some((which, end)) = which_year(view, end)
    {
        let when = When::MonthOf { month, day: Some(first), which };
        return Expression { tokens: at..end, when };
    }
    let (year, end) = year_after(view, end).map_or((None, end), |(year, end)| (Some(year), end));
    let when = if last > first {
        When::Days { year, month, first, last }
    } else {
        When::Day { year, month, day: first }
    };
    Expression { tokens: at..end, when }
}

/// Words after which "May" and "March" are months.
const BEFORE: [&str; 26] = [
    "in",
    "since",
    "last",
    "this",
    "next",
    "by",
    "until",
    "till",
    "early",
    "late",
    "mid",
    "of",
    "from",
    "to",
    "and",
    "before",
    "after",
    "during",
    "through",
    "throughout",
    "every",
    "each",
    "between",
    "for",
    "-",
    "end",
];

/// Whether "May", "March", "Sun" and the like stand as other words: no preposition before.
fn is_common_word(view: View<'_>, at: usize) -> bool {
    if !view.is_any(at, &["may", "march", "mar", "august", "jan", "dec", "april", "june"]) {
        return false;
    }
    if !view.is_any(at, &["may", "march"]) {
        return at > 0
            && !view.is_any(at - 1, &BEFORE)
            && view.is_any(at, &["jan", "dec", "mar", "april", "june", "august"])
            && person_follows(view, at);
    }
    let owned = at > 0 && view.kind(at - 1) == Some(TokenKind::Possessive);
    at == 0 || !owned && !view.is_any(at - 1, &BEFORE)
}

/// Whether a capitalised word follows directly, as in a person's name.
fn person_follows(view: View<'_>, at: usize) -> bool {
    view.word(at + 1).chars().next().is_some_and(char::is_uppercase)
}

/// "Tuesday", "Thursday, 20 March 2025", "Tuesday morning".
pub(super) fn weekday(view: View<'_>, at: usize) -> Option<Expression> {
    let Some(Lexeme::Weekday(day)) = view.lexeme(at) else { return None };
    let word = view.word(at);
    if !is_capital(view, at) && word.len() < 6 || word.len() < 5 && !dated(view, at) {
        return None;
    }
    let dot = usize::from(
        word.len() < 6 && view.kind(at + 1) == Some(TokenKind::Period) && dated(view, at),
    );
    let comma = usize::from(view.kind(at + 1 + dot) == Some(TokenKind::Comma));
    if let Some(date) = expression(view, at + 1 + dot + comma)
        && matches!(date.when, When::Day { .. })
    {
        return found(at..date.tokens.end, date.when);
    }
    if let Some(date) = the_day(view, at + 1 + dot + comma) {
        return found(at..date.1, When::DayOfMonth(date.0));
    }
    if let Some(of) = nth::weekday_of(view, at, at + 1, day) {
        return Some(of);
    }
    if word.ends_with(['s', 'S']) && word.len() > 6 {
        return found(at..at + 1, When::Repeated);
    }
    let part = matches!(view.lexeme(at + 1), Some(Lexeme::DayPart)) || view.is(at + 1, "night");
    let end = if part { at + 2 } else { at + 1 };
    if view.is_any(end, &["last"]) && view.is(end + 1, "week") {
        return found(at..end + 2, When::Weekday { day, which: Some(Which::Last) });
    }
    found(at..end, When::Weekday { day, which: None })
}

/// The day of "Friday the 15th", and one past it.
fn the_day(view: View<'_>, at: usize) -> Option<(i8, usize)> {
    let (day, end) = day_at(view, at + 1).filter(|_| view.is(at, "the"))?;
    // "on Tuesday the first convoy": an ordinal in words counts what follows.
    let digits = view.kind(at + 1) == Some(TokenKind::Number) && end > at + 2;
    let alone = view.kind(end) != Some(TokenKind::Word) && end == at + 2;
    (digits || alone).then_some((day, end))
}

/// Whether a short weekday ("Sun.", "Mon") stands before a date.
fn dated(view: View<'_>, at: usize) -> bool {
    (at + 1..at + 4).any(|next| {
        matches!(view.lexeme(next), Some(Lexeme::Month(_)))
            || view.kind(next) == Some(TokenKind::Number)
    })
}

/// "early 1995", "mid-February", "the late 1990s", "the end of 2014", "late last year".
pub(super) fn part_of(view: View<'_>, at: usize) -> Option<Expression> {
    let Some(Lexeme::PartOf(part)) = view.lexeme(at) else { return None };
    let mut next = at + 1;
    while view.kind(next) == Some(TokenKind::Hyphen)
        || view.is_any(next, &["of", "to", "mid", "the", "in", "on"]) && next < at + 4
    {
        next += 1;
    }
    let inner = expression(view, next)?;
    let when = match inner.when {
        When::Decade { first, part: None } => When::Decade { first, part: Some(part) },
        When::Year(_)
        | When::Month { .. }
        | When::MonthOf { .. }
        | When::Stretch { .. }
        | When::Season { .. }
        | When::Century(_)
        | When::Weekday { .. }
        | When::Day { .. } => inner.when,
        _ => return None,
    };
    found(at..inner.tokens.end, when)
}

/// "the summer of 1941", "summer 2014", "summer".
pub(super) fn season(view: View<'_>, at: usize, which: Which) -> Option<Expression> {
    let Some(Lexeme::Season(season)) = view.lexeme(at) else { return None };
    if let Some((year, end)) = year_after(view, at + 1) {
        return found(at..end, When::Season { season, year: Some(year), which });
    }
    let placed = at > 0
        && (matches!(view.lexeme(at - 1), Some(Lexeme::Which(_) | Lexeme::PartOf(_)))
            || view.is_any(at - 1, &["in", "since", "by", "until", "the"])
                && at > 1
                && view.is_any(at - 2, &["in", "since", "by", "until", "during", "over"])
            || view.is_any(at - 1, &["in", "since", "until", "all"]));
    let verb = view.is(at, "fall") || view.is(at, "spring");
    (placed && !verb || placed && at > 0 && matches!(view.lexeme(at - 1), Some(Lexeme::Which(_))))
        .then(|| found(at..at + 1, When::Season { season, year: None, which }))?
}

/// "first quarter of 2014", "first three months of the year", "nineteenth century".
pub(super) fn ordinal(view: View<'_>, at: usize) -> Option<Expression> {
    let Some(Lexeme::Ordinal(place)) = view.lexeme(at) else { return None };
    if view.is_any(at + 1, &["century", "centuries"]) {
        return found(at..at + 2, When::Century(i16::from(place)));
    }
    if let Some(found) = i8::try_from(place).ok().and_then(|place| nth::nth(view, at, place)) {
        return Some(found);
    }
    if place <= 4 && (view.is(at + 1, "quarter") || view.reads(at + 1, &["-", "quarter"])) {
        return quarter(view, at, at + 1, i8::try_from(place).ok()?);
    }
    if view.is(at + 1, "half") && place == 2 {
        let (year, end) = of_year(view, at + 2)?;
        return found(at..end, When::SecondHalf(year));
    }
    if view.is(at + 1, "half") && place <= 2 {
        let (year, end) = of_year(view, at + 2)?;
        return (place == 1)
            .then(|| found(at..end, When::Opening { count: 6, unit: TimeUnit::Month, year }))?;
    }
    if place != 1 {
        return None;
    }
    let count = number(view, at + 1)?;
    let Lexeme::Span(unit) = view.lexeme(count.tokens.end)? else { return None };
    let (year, end) = of_year(view, count.tokens.end + 1)?;
    found(at..end, When::Opening { count: whole(count.value)?, unit, year })
}

/// A quarter whose word "quarter" stands at or just after `at`: "first quarter of 2014", "third
/// quarter this year", "first-quarter".
pub(super) fn quarter(view: View<'_>, start: usize, at: usize, quarter: i8) -> Option<Expression> {
    let hyphen = view.kind(at) == Some(TokenKind::Hyphen);
    let next = at + 1 + usize::from(hyphen);
    if let Some((year, end)) = of_year(view, next) {
        return found(start..end, When::Quarter { quarter, year });
    }
    if let Some((which, end)) = which_year(view, next) {
        return found(start..end, When::QuarterOf { quarter, which });
    }
    // "the third quarter": of the year of writing, but not "a third quarter".
    let the = start > 0 && view.is(start - 1, "the");
    (the || hyphen).then(|| found(start..next, When::Quarter { quarter, year: None }))?
}

/// "of 2014", "of the year", "of this year"; and one past it.
fn of_year(view: View<'_>, at: usize) -> Option<(Option<i16>, usize)> {
    if view.is(at, "of")
        && let Some(year) = year_at(view, at + 1)
    {
        return Some((Some(year), at + 2));
    }
    if let Some(year) = year_at(view, at) {
        return Some((Some(year), at + 1));
    }
    let ours =
        view.is(at, "of") && view.is_any(at + 1, &["the", "this"]) && view.is(at + 2, "year");
    ours.then_some((None, at + 3))
}

/// "the nineties"
pub(super) fn nineties(view: View<'_>, at: usize, first: i16) -> Option<Expression> {
    let the = at > 0
        && (view.is(at - 1, "the") || matches!(view.lexeme(at - 1), Some(Lexeme::PartOf(_))));
    the.then(|| found(at..at + 1, When::Decade { first, part: None }))?
}

/// "recent weeks", "a few days ago", "Q3 2014".
pub(super) fn rare(view: View<'_>, at: usize) -> Option<Expression> {
    if view.is(at, "recent") {
        let unit = matches!(view.lexeme(at + 1), Some(Lexeme::Span(_)));
        return unit.then(|| found(at..at + 2, When::Vague))?;
    }
    let few = usize::from(view.reads(at, &["a", "few"]) || view.reads(at, &["a", "couple"]));
    let of = usize::from(few == 1 && view.is(at + 2, "of"));
    let next = at + 1 + few + of;
    let several = few == 1 || view.is(at, "several");
    if several && matches!(view.lexeme(next), Some(Lexeme::Span(_))) {
        let away = matches!(view.lexeme(next + 1), Some(Lexeme::Away(_)));
        return away.then(|| found(at..next + 2, When::Vague))?;
    }
    coded(view, at)
}

/// "Q3 2014", "H1 of 2016", "Q2".
fn coded(view: View<'_>, at: usize) -> Option<Expression> {
    coded_part(view, at, None)?;
    if let (Some(When::Quarter { quarter, .. }), Some((which, end))) =
        (coded_part(view, at, None), which_year(view, at + 1))
    {
        return found(at..end, When::QuarterOf { quarter, which });
    }
    let (year, end) = of_year(view, at + 1).unwrap_or((None, at + 1));
    found(at..end, coded_part(view, at, year)?)
}

/// The quarter or half that the code at `at` stands for, in a year.
pub(super) fn coded_part(view: View<'_>, at: usize, year: Option<i16>) -> Option<When> {
    let quarter = ["q1", "q2", "q3", "q4"].iter().zip(1_i8..).find(|(word, _)| view.is(at, word));
    if let Some((_, quarter)) = quarter {
        return Some(When::Quarter { quarter, year });
    }
    match () {
        () if view.is(at, "h1") => Some(When::Opening { count: 6, unit: TimeUnit::Month, year }),
        () if view.is(at, "h2") => Some(When::SecondHalf(year)),
        () => None,
    }
}

/// A count of units as a whole number.
pub(super) fn whole(value: f64) -> Option<i32> {
    let text = format!("{value:.0}");
    text.parse().ok().filter(|count| (0..100_000).contains(count))
}

/// The year a decade's part is near.
pub(super) const fn near(first: i16, part: PartOf) -> i16 {
    match part {
        PartOf::Early => first,
        PartOf::Middle => first + 5,
        PartOf::Late => first + 9,
    }
}
