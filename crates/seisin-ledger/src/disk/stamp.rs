//! Days and instants as texts that sort in the order of time.
//!
//! A day is `2030-01-15`, an instant `2030-01-15T18:00:00.000000000Z`, always to the nanosecond.
//! Plain comparison of such texts is comparison in time, a day standing for its start in UTC, as
//! long as no year is below zero: those are refused.

use jiff::fmt::temporal::DateTimePrinter;
use seisin_core::{Date, Published, Timestamp};

/// An instant after every other: the state of knowledge of a question that names none.
pub(crate) const ALWAYS: &str = "9999-12-31T23:59:59.999999999Z";

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(9));

/// The text of an instant; `None` before the year zero.
pub(crate) fn instant(instant: Timestamp) -> Option<String> {
    let text = PRINTER.timestamp_to_string(&instant);
    (!text.starts_with('-')).then_some(text)
}

/// The text of a day; `None` before the year zero.
pub(crate) fn day(day: Date) -> Option<String> {
    (day.year() >= 0).then(|| day.to_string())
}

/// The text of a publication, to the day or to the instant.
pub(crate) fn published(published: Published) -> Option<String> {
    match published {
        Published::Day(date) => day(date),
        Published::At(at) => instant(at),
    }
}

/// The text up to which records are known at `known_on`.
pub(crate) fn known(known_on: Option<Timestamp>) -> String {
    known_on.map_or_else(|| ALWAYS.to_owned(), |at| instant(at).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_sort_as_time_does() {
        let texts = [
            "0001-01-01",
            "2030-01-14T23:59:59.999999999Z",
            "2030-01-15",
            "2030-01-15T00:00:00Z",
            "2030-01-15T00:00:00.5Z",
            "2030-01-15T18:00:00Z",
            "2030-01-16",
        ]
        .map(|text| published(Published::parse(text).unwrap()).unwrap());
        assert!(texts.is_sorted(), "{texts:?}");
        assert!(texts.iter().all(|text| text.as_str() < ALWAYS));
    }

    #[test]
    fn an_instant_reads_back_to_the_nanosecond() {
        let at: Timestamp = "2030-01-15T18:00:00.000000001Z".parse().unwrap();
        assert_eq!(instant(at).unwrap().parse::<Timestamp>().unwrap(), at);
        assert_eq!(instant("-000001-01-01T00:00:00Z".parse().unwrap()), None);
    }
}
