//! Days and instants as people type them.

use crate::{
    args::{Days, Stretch},
    exit::Failure,
};
use seisin_core::{Date, Published, Timestamp};

/// A day as typed.
///
/// # Errors
/// Fails with an example for anything that is no day of the calendar.
pub(crate) fn day(text: &str, flag: &str) -> Result<Date, Failure> {
    text.parse().map_err(|_| {
        Failure::Usage(format!(
            "{flag} `{text}` is not a day of the calendar\nhint: write it as 2025-02-12"
        ))
    })
}

/// What is said where a question names no day.
pub(super) fn no_day() -> Failure {
    Failure::Usage(
        "no day is named\nhint: name one with --on, or a stretch with --from and --to; `seisin maps \
         list` shows which days the maps speak for"
            .to_owned(),
    )
}

/// An instant up to which things count as known: a day counts to its end in UTC.
///
/// # Errors
/// Fails with an example for anything else.
pub(crate) fn known_on(text: Option<&str>) -> Result<Option<Timestamp>, Failure> {
    text.map(|text| instant(text, "--known-on")).transpose()
}

/// An instant, or the end of a day in UTC.
///
/// # Errors
/// Fails with an example for anything else.
fn instant(text: &str, flag: &str) -> Result<Timestamp, Failure> {
    match Published::parse(text) {
        Some(Published::At(instant)) => Ok(instant),
        Some(Published::Day(day)) => {
            let next = day.tomorrow().unwrap_or(day);
            Ok(Published::Day(next).earliest() - jiff::SignedDuration::from_nanos(1))
        }
        None => Err(Failure::Usage(format!(
            "{flag} `{text}` is neither a day nor an instant\nhint: write it as 2030-01-16 or \
             2030-01-16T18:00:00Z"
        ))),
    }
}

/// Two instants written as `2030-01-16..2030-01-19`.
///
/// # Errors
/// Fails with an example for anything else.
pub(crate) fn two_instants(text: &str) -> Result<(Timestamp, Timestamp), Failure> {
    let Some((earlier, later)) = text.split_once("..") else {
        return Err(Failure::Usage(format!(
            "--known `{text}` does not name two states of knowledge\nhint: write them as \
             2030-01-16..2030-01-19"
        )));
    };
    Ok((instant(earlier, "--known")?, instant(later, "--known")?))
}

/// Days or months written as `2024-08..2025-03`, both included, as a half-open stretch of days.
///
/// # Errors
/// Fails with an example for anything else.
pub(crate) fn months_or_days(text: &str, flag: &str) -> Result<(Date, Date), Failure> {
    let wrong = || {
        Failure::Usage(format!(
            "{flag} `{text}` is no stretch of days or months\nhint: write it as 2024-08..2025-03 or \
             2024-08-06..2025-03-11"
        ))
    };
    let (from, to) = text.split_once("..").ok_or_else(wrong)?;
    let (from, to) = (span(from).ok_or_else(wrong)?.0, span(to).ok_or_else(wrong)?.1);
    if from < to { Ok((from, to)) } else { Err(wrong()) }
}

/// A day, or a month, half-open.
fn span(text: &str) -> Option<(Date, Date)> {
    if let Ok(day) = text.parse::<Date>() {
        return Some((day, day.tomorrow().ok()?));
    }
    let first: Date = format!("{text}-01").parse().ok()?;
    Some((first, first.last_of_month().tomorrow().ok()?))
}

/// The days from the first of a stretch to its last as a half-open stretch.
///
/// # Errors
/// As [`days`].
pub(crate) fn stretch(stretch: &Stretch) -> Result<Option<(Date, Date)>, Failure> {
    let Stretch { from, to } = stretch.clone();
    days(&Days { on: None, from, to })
}

/// The days asked about as a half-open stretch; `None` where none are named.
///
/// # Errors
/// Fails for a day that does not exist and for a stretch that ends before it starts.
pub(crate) fn days(days: &Days) -> Result<Option<(Date, Date)>, Failure> {
    let (from, last) = match (&days.on, &days.from, &days.to) {
        (Some(on), _, _) => (day(on, "--on")?, day(on, "--on")?),
        (None, Some(from), Some(to)) => (day(from, "--from")?, day(to, "--to")?),
        _ => return Ok(None),
    };
    if last < from {
        return Err(Failure::Usage(format!(
            "--to {last} is before --from {from}\nhint: swap them"
        )));
    }
    let end = last
        .tomorrow()
        .map_err(|_| Failure::Usage(format!("--to {last} is the last day of the calendar")))?;
    Ok(Some((from, end)))
}
