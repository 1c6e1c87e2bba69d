//! Dates and hours that begin with a number.

use super::expression::{
    Expression, When, day_at, month_at, ordinal_ending, which_year, year_after, year_at,
};
use super::{nth, worded};
use crate::text::{lexeme::Lexeme, token::TokenKind, view::View};

/// The date, year or hour that begins with the number at `at`.
pub(super) fn expression(view: View<'_>, at: usize) -> Option<Expression> {
    if in_name(view, at) {
        return None;
    }
    clock(view, at)
        .or_else(|| nth::days_of(view, at))
        .or_else(|| nth::days_before_month(view, at))
        .or_else(|| joined(view, at))
        .or_else(|| slashed(view, at))
        .or_else(|| month_before_year(view, at))
        .or_else(|| dotted(view, at))
        .or_else(|| day_month(view, at))
        .or_else(|| years(view, at))
        .or_else(|| short_decade(view, at))
        .or_else(|| day_alone(view, at))
}

#[expect(clippy::unnecessary_wraps, reason = "it ends chains of options")]
fn found(tokens: std::ops::Range<usize>, when: When) -> Option<Expression> {
    Some(Expression { tokens, when })
}

/// Whether the number is part of a name or an amount: "T-72", "$2014", "No. 12".
fn in_name(view: View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match view.kind(before) {
        Some(TokenKind::Symbol) => {
            view.is_attached(at) && !matches!(view.word(before), "/" | "|" | "•")
        }
        Some(TokenKind::Word) => {
            view.is_attached(at)
                || view.is_any(before, &["no", "number", "article", "resolution", "page"])
        }
        Some(TokenKind::Hyphen) => {
            view.is_attached(at)
                && before.checked_sub(1).is_some_and(|word| {
                    view.kind(word) == Some(TokenKind::Word)
                        && !view.is_any(word, &["pre", "post", "mid", "early", "late"])
                })
        }
        _ => false,
    }
}

/// "07:55 am", "20:00 UTC", "8 pm".
fn clock(view: View<'_>, at: usize) -> Option<Expression> {
    let number = |at: usize| view.kind(at) == Some(TokenKind::Number);
    let colon = view.kind(at + 1) == Some(TokenKind::Colon)
        && view.is_attached(at + 1)
        && view.is_attached(at + 2)
        && number(at + 2)
        && view.word(at + 2).len() == 2
        && view.word(at).len() <= 2;
    let mut end = if colon { at + 3 } else { at + 1 };
    if colon
        && view.kind(end) == Some(TokenKind::Colon)
        && view.is_attached(end + 1)
        && number(end + 1)
    {
        end += 2;
    }
    let half = view.is_any(end, &["am", "pm", "a.m.", "p.m.", "o’clock", "o'clock"])
        && is_hour(view.word(at));
    if !(colon || half) {
        return None;
    }
    end += usize::from(half);
    end +=
        usize::from(view.is_any(end, &["utc", "gmt", "est", "edt", "cet", "bst", "hours", "hrs"]));
    found(at..end, When::Clock)
}

/// Whether digits may tell an hour: "8", "0800", "8.30", but not "2.1".
fn is_hour(word: &str) -> bool {
    word.split_once(['.', ','])
        .map_or(word.len() <= 4, |(hour, minute)| hour.len() <= 2 && minute.len() == 2)
}

/// "2025-02-11", "2025/02/11", "15/11/2023", "2025-02".
fn joined(view: View<'_>, at: usize) -> Option<Expression> {
    let mark = view.word(at + 1);
    let part = |at: usize| -> Option<i16> {
        let number = view.kind(at) == Some(TokenKind::Number) && view.is_attached(at);
        number.then(|| view.word(at).parse().ok())?
    };
    if !matches!(mark, "-" | "/") || !view.is_attached(at + 1) {
        return None;
    }
    if let Some(found) = year_month_day(view, at, mark) {
        return Some(found);
    }
    let (second, third) = (part(at + 2)?, part(at + 4).filter(|_| view.word(at + 3) == mark));
    let Some(third) = third else { return year_and_month(view, at, mark) };
    if let Some(year) = year_at(view, at) {
        let (month, day) = (i8::try_from(second).ok()?, i8::try_from(third).ok()?);
        return found(at..at + 5, When::Day { year: Some(year), month, day });
    }
    let first: i16 = view.word(at).parse().ok()?;
    let year = year_at(view, at + 4).or_else(|| short_year(view, at + 4))?;
    found(at..at + 5, told_apart(first, second, year)?)
}

/// The year of two digits: those up to 49 are of this century, as POSIX has it but for twenty years.
fn short_year(view: View<'_>, at: usize) -> Option<i16> {
    let two = view.word(at).len() == 2 && !view.is_attached(at + 1);
    let year: i16 = view.word(at).parse().ok().filter(|_| two)?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// "2025-02", "2025/2", "2/2025", "11-2016".
fn year_and_month(view: View<'_>, at: usize, mark: &str) -> Option<Expression> {
    let month = |at: usize| -> Option<i8> {
        view.word(at).parse().ok().filter(|month| (1..=12).contains(month))
    };
    if view.is_attached(at + 3) && view.kind(at + 3) == Some(TokenKind::Hyphen) {
        return None;
    }
    if let Some(year) = year_at(view, at + 2) {
        return found(at..at + 3, When::Month { year: Some(year), month: month(at)? });
    }
    // "1956-57" is two years, "2012-13" as well; "2016-11" is a month.
    let month = month(at + 2)?;
    let year = year_at(view, at)?;
    let two = view.word(at + 2).len() == 2;
    let span = mark == "-" && two && year % 100 < i16::from(month);
    let lone = mark == "-" && !two && year < 1900;
    (!span && !lone).then(|| found(at..at + 3, When::Month { year: Some(year), month }))?
}

/// "2019-sep-1", "2019/Sep/01".
fn year_month_day(view: View<'_>, at: usize, mark: &str) -> Option<Expression> {
    let year = year_at(view, at)?;
    let Some(Lexeme::Month(month)) = view.lexeme(at + 2) else { return None };
    let joined = view.is_attached(at + 2) && view.word(at + 3) == mark && view.is_attached(at + 4);
    let (day, end) = day_at(view, at + 4).filter(|_| joined)?;
    found(at..end, When::Day { year: Some(year), month, day })
}

/// "on 22/04": a day and a month whose order is plain, where a preposition stands before them.
fn slashed(view: View<'_>, at: usize) -> Option<Expression> {
    const BEFORE: [&str; 10] =
        ["on", "since", "until", "by", "before", "after", "from", "to", "between", "dated"];
    let zero = view.word(at).starts_with('0') || view.word(at + 2).starts_with('0');
    let on = at > 0 && view.is(at - 1, "on");
    let placed = at > 0 && view.is_any(at - 1, &BEFORE) || zero && view.word(at + 1) == "/";
    let written = (view.word(at + 1) == "/" || on && view.word(at + 1) == "-")
        && view.is_attached(at + 1)
        && view.is_attached(at + 2)
        && !matches!(view.word(at + 3), "/" | "-");
    let number = |at: usize| -> Option<i16> { view.word(at).parse().ok() };
    if !(placed && written) {
        return None;
    }
    match told_apart(number(at)?, number(at + 2)?, 2000)? {
        When::Day { month, day, .. } => found(at..at + 3, When::Day { year: None, month, day }),
        _ => None,
    }
}

/// "11.02.2025"
fn dotted(view: View<'_>, at: usize) -> Option<Expression> {
    let mut parts = view.word(at).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    if year.len() != 4 || day.len() > 2 || parts.next().is_some() {
        return None;
    }
    let when =
        When::Day { year: year.parse().ok(), month: month.parse().ok()?, day: day.parse().ok()? };
    found(at..at + 1, when)
}

/// Which of two numbers before a year is the month; neither where both may be.
fn told_apart(first: i16, second: i16, year: i16) -> Option<When> {
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    let year = Some(year);
    match (first, second) {
        (13..=31, 1..=12) => Some(When::Day { year, month: second, day: first }),
        (1..=12, 13..=31) => Some(When::Day { year, month: first, day: second }),
        (1..=12, 1..=12) if first == second => Some(When::Day { year, month: first, day: second }),
        (1..=12, 1..=12) => Some(When::Ambiguous),
        _ => None,
    }
}

/// "11 February 2025", "11th of February", "3–5 May 2020".
fn day_month(view: View<'_>, at: usize) -> Option<Expression> {
    let (first, mut end) = day_at(view, at)?;
    let mut last = first;
    let next = nth::past_joint(view, at, end);
    if let Some((next, after)) = next.and_then(|next| day_at(view, next)) {
        (last, end) = (next, after);
    }
    // "16. Nov. 2016", as German has it.
    let dot = view.kind(end) == Some(TokenKind::Period)
        && view.is_attached(end)
        && month_at(view, end + 1).is_some_and(|(_, end)| year_at(view, end).is_some());
    end += usize::from(view.is(end, "of") || dot);
    let (month, end) = month_at(view, end)?;
    if last == first
        && let Some((which, end)) = which_year(view, end)
    {
        return found(at..end, When::MonthOf { month, day: Some(first), which });
    }
    let (year, end) = year_after(view, end).map_or((None, end), |(year, end)| (Some(year), end));
    let when = if last > first {
        When::Days { year, month, first, last }
    } else {
        When::Day { year, month, day: first }
    };
    found(at..end, when)
}

/// "the fifth of March", "twenty-first of May 2020": a day in words before its month.
pub(super) fn day_in_words(view: View<'_>, at: usize) -> Option<Expression> {
    let (_, end) = day_at(view, at)?;
    (view.is(end, "of") || month_at(view, end).is_some()).then(|| day_month(view, at))?
}

/// "2014", "1990s", "1956–57", "2019-2021".
fn years(view: View<'_>, at: usize) -> Option<Expression> {
    let first = year_at(view, at)?;
    let s = view.is(at + 1, "s") || view.kind(at + 1) == Some(TokenKind::Possessive);
    if view.is_attached(at + 1) && s && first % 10 == 0 && decade_stands(view, at) {
        return found(at..at + 2, When::Decade { first, part: None });
    }
    if let Some(last) = second_year(view, at, first) {
        return found(at..at + 3, When::Years(first, last));
    }
    if let Some((when, end)) = part_of_year(view, at + 1, first) {
        return found(at..end, when);
    }
    if let Some(month) = month_of_year(view, at + 1, first) {
        return found(at..month.1, month.0);
    }
    if is_numbered(view, at) {
        return None;
    }
    let glued = view.is_attached(at + 1) && view.kind(at + 1) == Some(TokenKind::Word);
    let opens = at == 1 && view.is_any(0, &["in", "since"]);
    let amount = glued
        || crate::text::quantity::has_unit(view, at + 1)
        || !opens && crate::text::quantity::is_measured(view, at + 1)
        || at > 0
            && view.is_any(at - 1, &["than", "some", "least", "roughly", "nearly", "$", "€", "£"]);
    (!amount).then(|| found(at..at + 1, When::Year(first)))?
}

/// "Resolution 1701", "Operation 1027", "Hill 1414": a number that is a name, and no year.
fn is_numbered(view: View<'_>, at: usize) -> bool {
    const NUMBERED: [&str; 10] = [
        "operation",
        "resolution",
        "resolutions",
        "flight",
        "hill",
        "point",
        "route",
        "highway",
        "unit",
        "decree",
    ];
    at > 0 && view.is_any(at - 1, &NUMBERED)
}

/// "the 70s", "the ’40s", "in the 80’s": ten years of the twentieth century; "his 40s" are an age.
fn short_decade(view: View<'_>, at: usize) -> Option<Expression> {
    let tens: i16 = view.word(at).parse().ok().filter(|tens| (20..=90).contains(tens))?;
    let ending = view.is(at + 1, "s") || view.kind(at + 1) == Some(TokenKind::Possessive);
    let whole = tens % 10 == 0 && view.word(at).len() == 2 && ending && view.is_attached(at + 1);
    let mark = at > 0 && view.is_attached(at) && matches!(view.word(at - 1), "'" | "’" | "‘");
    let before = at.checked_sub(1 + usize::from(mark))?;
    let named = view.is_any(before, &["the", "early", "mid", "late", "and"]) || mark;
    (whole && named).then(|| found(at..at + 2, When::Decade { first: 1900 + tens, part: None }))?
}

/// "2016 H2", "2016 the third quarter", "2016 / 11": the part named after its year, and one past it.
fn part_of_year(view: View<'_>, at: usize, year: i16) -> Option<(When, usize)> {
    let next = at + usize::from(view.is(at, "the"));
    if let Some(when) = worded::coded_part(view, next, Some(year)) {
        return Some((when, next + 1));
    }
    if let Some(Lexeme::Ordinal(place @ 1..=4)) = view.lexeme(next)
        && view.is(next + 1, "quarter")
    {
        let quarter = i8::try_from(place).ok()?;
        return Some((When::Quarter { quarter, year: Some(year) }, next + 2));
    }
    let month: i8 = view.word(at + 1).parse().ok().filter(|month| (1..=12).contains(month))?;
    let spaced = is_spaced_mark(view, at) && view.word(at + 1).len() == 2;
    let span = view.word(at) == "-" && year % 100 < i16::from(month);
    let ends = view.kind(at + 2).is_none_or(|kind| kind != TokenKind::Word);
    (spaced && ends && !span).then_some((When::Month { year: Some(year), month }, at + 2))
}

/// Whether a slash or a stroke stands at `at` with a space on either side.
fn is_spaced_mark(view: View<'_>, at: usize) -> bool {
    matches!(view.word(at), "/" | "-") && !(view.is_attached(at) && view.is_attached(at + 1))
}

/// "11 / 2016": a month in digits before its year, where spaces keep them from being a fraction.
fn month_before_year(view: View<'_>, at: usize) -> Option<Expression> {
    let month: i8 = view.word(at).parse().ok().filter(|month| (1..=12).contains(month))?;
    let two = view.word(at).len() == 2 && is_spaced_mark(view, at + 1);
    let year = year_at(view, at + 2).filter(|_| two)?;
    let ends = view.kind(at + 3).is_none_or(|kind| kind != TokenKind::Word);
    ends.then(|| found(at..at + 3, When::Month { year: Some(year), month }))?
}

/// "2016 June", "2016, Nov.": the month after its year, and one past it.
fn month_of_year(view: View<'_>, at: usize, year: i16) -> Option<(When, usize)> {
    let comma = usize::from(view.kind(at) == Some(TokenKind::Comma));
    let (month, end) = month_at(view, at + comma)?;
    let own = day_at(view, end).is_some()
        || year_after(view, end).is_some()
        || view.is_any(at + comma, &["may", "march"]);
    (!own).then_some((When::Month { year: Some(year), month }, end))
}

/// Whether "1990's" is a decade and no year with what it has: plural in form or without a noun.
fn decade_stands(view: View<'_>, at: usize) -> bool {
    view.is(at + 1, "s") || view.kind(at + 2).is_none_or(|kind| kind != TokenKind::Word)
}

fn second_year(view: View<'_>, at: usize, first: i16) -> Option<i16> {
    let joint = matches!(view.kind(at + 1), Some(TokenKind::Dash | TokenKind::Hyphen))
        || view.word(at + 1) == "/";
    if !(joint && view.is_attached(at + 1) && view.is_attached(at + 2)) {
        return None;
    }
    let short = view.word(at + 2).len() == 2 && view.kind(at + 2) == Some(TokenKind::Number);
    let last = year_at(view, at + 2).or_else(|| {
        let tail: i16 = short.then(|| view.word(at + 2).parse().ok())??;
        Some(first / 100 * 100 + tail)
    })?;
    (last > first && last - first < 200).then_some(last)
}

/// "the 11th", "on the 9th"; "the 19th century".
fn day_alone(view: View<'_>, at: usize) -> Option<Expression> {
    let the = at > 0 && view.is(at - 1, "the");
    let (day, end) = day_at(view, at)?;
    if !ordinal_ending(view, at + 1) {
        return None;
    }
    if view.is_any(end, &["century", "centuries"]) {
        return found(at..end + 1, When::Century(i16::from(day)));
    }
    let noun = view.kind(end) == Some(TokenKind::Word)
        && !view.is_any(
            end,
            &[
                "and", "it", "he", "they", "she", "the", "but", "in", "at", "when", "by", "with",
                "on", "after", "before", "to", "from", "of", "a", "we",
            ],
        );
    let placed = the
        && at > 1
        && view.is_any(
            at - 2,
            &[
                "on", "since", "until", "by", "before", "after", "from", "to", "and", "said", "of",
                "for",
            ],
        );
    (placed && !noun).then(|| found(at..end, When::DayOfMonth(day)))?
}
