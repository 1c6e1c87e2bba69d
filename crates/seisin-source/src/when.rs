//! Dates of publication in the forms that pages, feeds and records have them.

use jiff::{
    civil::{Date, DateTime},
    fmt::rfc2822,
};
use seisin_core::Published;

/// Reads a day, an instant, or a local time whose zone is not given (then its day).
///
/// # Method
/// ISO 8601 with or without a colon in the offset, RFC 2822 as in RSS, and `20240419`. Nothing is
/// guessed: `4/5/2024` is no date here.
pub(crate) fn as_published(text: &str) -> Option<Published> {
    let text = text.trim();
    if let Some(published) = Published::parse(text) {
        return Some(published);
    }
    if let Ok(instant) = rfc2822::DateTimeParser::new().parse_timestamp(text) {
        return Some(Published::At(instant));
    }
    if let Ok(instant) = jiff::Timestamp::strptime("%Y-%m-%dT%H:%M:%S%.f%z", text) {
        return Some(Published::At(instant));
    }
    if let Ok(instant) = jiff::Timestamp::strptime("%Y-%m-%dT%H:%M%z", text) {
        return Some(Published::At(instant));
    }
    let begins_as_a_day =
        text.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
    if !begins_as_a_day {
        return None;
    }
    let local = text.parse::<DateTime>().map(DateTime::date).or_else(|_| text.parse::<Date>());
    local.ok().map(Published::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_pages_and_feeds() {
        let rows = [
            ("2024-04-19", "2024-04-19"),
            ("20240419", "2024-04-19"),
            ("2024-04-19T10:05:00+02:00", "2024-04-19T08:05:00Z"),
            ("2024-04-19T10:05:00+0200", "2024-04-19T08:05:00Z"),
            ("2024-04-19T10:05:00.000+0200", "2024-04-19T08:05:00Z"),
            ("2024-04-19T10:05+0200", "2024-04-19T08:05:00Z"),
            ("2024-04-19 10:05:00", "2024-04-19"),
            ("2024-04-19T10:05", "2024-04-19"),
            ("Fri, 19 Apr 2024 10:05:00 GMT", "2024-04-19T10:05:00Z"),
            ("Fri, 19 Apr 2024 10:05:00 +0200", "2024-04-19T08:05:00Z"),
        ];
        for (text, expected) in rows {
            let read = as_published(text).map(|published| published.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
        for text in ["", "2 hours ago", "4/5/2024", "yesterday", "2024", "2024-13-01"] {
            assert_eq!(as_published(text), None, "{text}");
        }
    }
}
