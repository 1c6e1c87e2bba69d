//! The value of an expression of time in ISO-TimeML.

use super::{
    calendar::{Placed, Reference},
    expression::{Expression, When, WhichWeek},
};
use crate::text::{
    lexeme::{Lexeme, Season, TimeUnit},
    quantity::number,
    view::View,
};
use jiff::civil::Date;
use seisin_core::{Edtf, Endpoint, PartialDate};

/// The value of an expression: `2024-08`, `2009-W20`, `P3D`, `PRESENT_REF`.
pub(super) fn value(
    view: View<'_>,
    found: &Expression,
    placed: Option<Placed>,
    reference: Reference,
) -> String {
    match found.when {
        When::Now => "PRESENT_REF".to_owned(),
        When::Vague => "PAST_REF".to_owned(),
        When::Length => length(view, found),
        When::Window { count, unit: TimeUnit::Decade, .. } => {
            period(&(i64::from(count) * 10).to_string(), TimeUnit::Year)
        }
        When::Window { count, unit, .. } => period(&count.to_string(), unit),
        // A length from a day that is not known is still a length.
        When::Away { count, unit } | When::Beside { count, unit } if placed.is_none() => {
            period(&count.unsigned_abs().to_string(), unit)
        }
        When::Repeated => repeated(view, found),
        When::Clock => clock(view, found, reference),
        When::Decade { first, .. } => (first / 10).to_string(),
        When::Century(number) => (number - 1).to_string(),
        When::Stretch { unit: TimeUnit::Decade, .. } => {
            first_day(placed).map_or_else(unknown, |day| (day.year() / 10).to_string())
        }
        When::Quarter { quarter, .. } | When::QuarterOf { quarter, .. } => {
            first_day(placed).map_or_else(unknown, |day| format!("{}-Q{quarter}", day.year()))
        }
        When::Season { season, .. } => {
            first_day(placed).map_or_else(unknown, |day| format!("{}-{}", day.year(), code(season)))
        }
        When::SecondHalf(_) => {
            first_day(placed).map_or_else(unknown, |day| format!("{}-H2", day.year()))
        }
        When::Opening { count: 6, unit: TimeUnit::Month, .. } => {
            first_day(placed).map_or_else(unknown, |day| format!("{}-H1", day.year()))
        }
        When::Stretch { unit: TimeUnit::Week | TimeUnit::Fortnight, .. }
        | When::NthWeek { .. }
        | When::WeekSoFar
        | When::Week { part: WhichWeek::Around, .. } => {
            first_day(placed).map_or_else(unknown, week)
        }
        When::Rest(unit) => first_day(placed).map_or_else(unknown, |day| match unit {
            TimeUnit::Week => week(day),
            TimeUnit::Month => format!("{}-{:02}", day.year(), day.month()),
            _ => day.year().to_string(),
        }),
        When::Stretch { unit: TimeUnit::Weekend, .. } => {
            first_day(placed).map_or_else(unknown, |day| format!("{}-WE", week(day)))
        }
        _ => {
            let day = placed.map_or_else(unknown, |placed| calendar(placed.edtf));
            format!("{day}{}", part_of_day(view, found))
        }
    }
}

/// `TMO` for "Friday morning"; empty for a whole day.
fn part_of_day(view: View<'_>, found: &Expression) -> &'static str {
    let last = found.tokens.end.saturating_sub(1);
    let parts = [("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI")];
    parts.into_iter().find(|(word, _)| view.is(last, word)).map_or("", |(_, code)| code)
}

fn unknown() -> String {
    "XXXX-XX-XX".to_owned()
}

const fn code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

fn first_day(placed: Option<Placed>) -> Option<Date> {
    placed?.edtf.bounds().0
}

/// The ISO 8601 week of a day.
fn week(day: Date) -> String {
    let of = day.iso_week_date();
    format!("{}-W{:02}", of.year(), of.week())
}

/// A date as it is written, a stretch as both ends.
fn calendar(edtf: Edtf) -> String {
    let plain = |date: PartialDate| date.to_string().trim_end_matches(['~', '?', '%']).to_owned();
    match edtf {
        Edtf::Date(date) => plain(date),
        Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last)) => {
            format!("{}/{}", plain(first), plain(last))
        }
        Edtf::Interval(Endpoint::Date(date), _) | Edtf::Interval(_, Endpoint::Date(date)) => {
            plain(date)
        }
        Edtf::Interval(..) => unknown(),
    }
}

/// `P3D`, `PT12H`; decades and more in years where they are counted, as ISO 8601 has no letter for them.
fn period(count: &str, unit: TimeUnit) -> String {
    let years = match unit {
        TimeUnit::Decade => Some(10),
        TimeUnit::Century => Some(100),
        TimeUnit::Millennium => Some(1_000),
        _ => None,
    };
    if let Some(years) = years.and_then(|years| count.parse::<u32>().ok()?.checked_mul(years)) {
        return format!("P{years}Y");
    }
    let (clock, letter) = match unit {
        TimeUnit::Second => ("T", "S"),
        TimeUnit::Minute => ("T", "M"),
        TimeUnit::Hour => ("T", "H"),
        TimeUnit::Day | TimeUnit::Night => ("", "D"),
        TimeUnit::Weekend => ("", "WE"),
        TimeUnit::Week => ("", "W"),
        TimeUnit::Fortnight => ("", "FN"),
        TimeUnit::Month => ("", "M"),
        TimeUnit::Quarter => ("", "Q"),
        TimeUnit::Year => ("", "Y"),
        TimeUnit::Decade => ("", "DE"),
        TimeUnit::Century => ("", "CE"),
        TimeUnit::Millennium => ("", "ML"),
    };
    format!("P{clock}{count}{letter}")
}

/// The length that the tokens of an expression tell; `PXY` where its count cannot be told.
fn length(view: View<'_>, found: &Expression) -> String {
    let unit = found.tokens.clone().rev().find_map(|at| match view.lexeme(at) {
        Some(Lexeme::Span(unit)) => Some(unit),
        Some(Lexeme::Quarter) => Some(TimeUnit::Quarter),
        _ => None,
    });
    let Some(unit) = unit else { return unknown() };
    let first = found.tokens.start;
    let vague = view.is_any(first, &["several", "many", "few", "some", "recent"])
        || view.is_any(first + 1, &["few", "couple"])
        || matches!(view.lexeme(first), Some(Lexeme::Many(_)));
    if vague {
        return period("X", unit);
    }
    let article = view.is_any(first, &["a", "an"]);
    match number(view, first) {
        Some(count) => period(&count.value.to_string(), unit),
        None if article => period("1", unit),
        None => period("X", unit),
    }
}

/// How often something comes again: `P1D`, `XXXX-WXX-4`.
fn repeated(view: View<'_>, found: &Expression) -> String {
    let mut tokens = found.tokens.clone();
    tokens
        .find_map(|at| match view.lexeme(at)? {
            Lexeme::Weekday(day) => Some(format!("XXXX-WXX-{day}")),
            Lexeme::Month(month) => Some(format!("XXXX-{month:02}")),
            Lexeme::Span(unit) => Some(period("1", unit)),
            _ => None,
        })
        .unwrap_or_else(unknown)
}

/// An hour of the day of writing: `2009-06-01T12:00`.
fn clock(view: View<'_>, found: &Expression, reference: Reference) -> String {
    let day = reference.anchor.map_or_else(unknown, |day| day.to_string());
    let zulu = found.tokens.clone().any(|at| view.is_any(at, &["utc", "gmt"]));
    let hour = hour(view, found).unwrap_or_else(|| "XX:XX".to_owned());
    format!("{day}T{hour}{}", if zulu { "Z" } else { "" })
}

/// `07:55` of "07:55 am", `20:00` of "8 pm".
fn hour(view: View<'_>, found: &Expression) -> Option<String> {
    let at = found.tokens.start;
    if view.is(at, "noon") {
        return Some("12:00".to_owned());
    }
    if view.is(at, "midnight") {
        return Some("24:00".to_owned());
    }
    let hour: u8 = view.word(at).parse().ok()?;
    let colon = view.word(at + 1) == ":" || view.word(at + 1) == ".";
    let minute: u8 = if colon { view.word(at + 2).parse().ok()? } else { 0 };
    let later = found.tokens.clone().any(|at| view.is_any(at, &["pm", "p.m", "p.m."]));
    let hour = if later && hour < 12 { hour + 12 } else { hour };
    Some(format!("{hour:02}:{minute:02}"))
}
