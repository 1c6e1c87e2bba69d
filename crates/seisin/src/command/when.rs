//! Days and instants as people type them.

use crate::{args::Days, exit::Failure};
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

/// An instant up to which things count as known: a day counts to its end in UTC.
///
/// # Errors
/// Fails with an example for anything else.
pub(crate) fn known_on(text: Option<&str>) -> Result<Option<Timestamp>, Failure> {
    let Some(text) = text else { return Ok(None) };
    match Published::parse(text) {
        Some(Published::At(instant)) => Ok(Some(instant)),
        Some(Published::Day(day)) => {
            let next = day.tomorrow().unwrap_or(day);
            Ok(Some(Published::Day(next).earliest() - jiff::SignedDuration::from_nanos(1)))
        }
        None => Err(Failure::Usage(format!(
            "--known-on `{text}` is neither a day nor an instant\nhint: write it as 2030-01-16 or \
             2030-01-16T18:00:00Z"
        ))),
    }
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
