//! One report as captured.

use crate::{digest::Digest, edition::Licence};
use jiff::{Timestamp, civil::Date, tz::Offset};

/// When something was published: to the day or to the instant, as its publisher says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Published {
    /// A day without an hour.
    Day(Date),
    /// An instant.
    At(Timestamp),
}

impl Published {
    /// Reads `2024-04-19` or an RFC 3339 instant such as `2030-01-15T18:00:00Z` (seconds may be
    /// left out); `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Some(Self::At(instant));
        }
        if text.len() == 10 {
            return text.parse().ok().map(Self::Day);
        }
        let with_seconds = text.strip_suffix('Z').map(|stem| format!("{stem}:00Z"))?;
        with_seconds.parse().ok().map(Self::At)
    }

    /// The day in UTC.
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::At(instant) => Offset::UTC.to_datetime(instant).date(),
        }
    }

    /// The earliest instant it may stand for: the start of its day in UTC where no hour is known.
    pub fn earliest(self) -> Timestamp {
        match self {
            Self::Day(day) => {
                Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
            }
            Self::At(instant) => instant,
        }
    }
}

impl std::fmt::Display for Published {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::At(instant) => instant.fmt(f),
        }
    }
}

/// What is known of one captured report, its text apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The digest of its bytes.
    pub id: Digest,
    /// Where it was read from: a file path or `-` for standard input.
    pub path: String,
    /// Where it was published, if known.
    pub uri: Option<String>,
    /// Who published it, if known.
    pub publisher: Option<String>,
    /// When it was published, if known.
    pub published: Option<Published>,
    /// When it was last changed, as it says itself.
    pub updated: Option<Published>,
    /// Under which terms it may be used, if stated.
    pub licence: Option<Licence>,
    /// The cluster of copies it belongs to: the digest of the cluster's earliest member.
    pub origin: Option<Digest>,
}

impl Document {
    /// A report of which only its path and its text are known.
    ///
    /// # Example
    /// ```
    /// use seisin_core::{Document, Published};
    /// let report = Document { published: Published::parse("2030-01-16"), ..Document::of("a.txt", "Sarn fell.") };
    /// assert_eq!((report.path.as_str(), report.publisher), ("a.txt", None));
    /// ```
    pub fn of(path: &str, text: &str) -> Self {
        Self {
            id: Digest::of(text.as_bytes()),
            path: path.to_owned(),
            uri: None,
            publisher: None,
            published: None,
            updated: None,
            licence: None,
            origin: None,
        }
    }
}
