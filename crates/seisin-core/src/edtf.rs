//! EDTF level 1: a date or an interval of dates, open or unknown at either end.

use crate::partial_date::{ParsePartialDateError, PartialDate};
use jiff::civil::Date;
use std::{fmt, str::FromStr};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Endpoint {
    /// A date.
    Date(PartialDate),
    /// `..`: open, it goes on.
    Open,
    /// Empty: unknown.
    Unknown,
}

/// A date or an interval, as ISO 8601-2:2019 (EDTF) level 1 writes them.
///
/// # Example
/// ```
/// use seisin_core::Edtf;
/// let since: Edtf = "2024-08/..".parse()?;
/// let (from, to) = since.bounds();
/// assert_eq!(from.map(|day| day.to_string()).as_deref(), Some("2024-08-01"));
/// assert_eq!(to, None);
/// # Ok::<(), seisin_core::ParseEdtfError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// One date.
    Date(PartialDate),
    /// From one end to the other, both included.
    Interval(Endpoint, Endpoint),
}

impl Edtf {
    /// From `date` on, with no end.
    pub const fn since(date: PartialDate) -> Self {
        Self::Interval(Endpoint::Date(date), Endpoint::Open)
    }

    /// The half-open stretch of days it covers, `None` for an end that is open or unknown.
    pub fn bounds(self) -> (Option<Date>, Option<Date>) {
        let of = |end: Endpoint| match end {
            Endpoint::Date(date) => Some(date.bounds()),
            Endpoint::Open | Endpoint::Unknown => None,
        };
        match self {
            Self::Date(date) => (Some(date.bounds().0), Some(date.bounds().1)),
            Self::Interval(start, end) => {
                (of(start).map(|(from, _)| from), of(end).map(|(_, to)| to))
            }
        }
    }
}

impl From<PartialDate> for Edtf {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl From<Date> for Edtf {
    fn from(day: Date) -> Self {
        Self::Date(day.into())
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

/// Why a text is no EDTF level 1 date or interval.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseEdtfError {
    /// One of its dates is none.
    #[error(transparent)]
    Date(#[from] ParsePartialDateError),
    /// The interval ends before it starts.
    #[error("the interval `{text}` ends before it starts")]
    Backwards {
        /// The text.
        text: String,
    },
    /// Neither end says anything.
    #[error("`{text}` has no date at all")]
    Empty {
        /// The text.
        text: String,
    },
}

impl FromStr for Edtf {
    type Err = ParseEdtfError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let end = |part: &str| match part {
            "" => Ok(Endpoint::Unknown),
            ".." => Ok(Endpoint::Open),
            date => date.parse().map(Endpoint::Date),
        };
        let Some((start, stop)) = text.split_once('/') else {
            return Ok(Self::Date(text.parse()?));
        };
        let interval = Self::Interval(end(start)?, end(stop)?);
        match interval.bounds() {
            (None, None) => Err(ParseEdtfError::Empty { text: text.to_owned() }),
            (Some(from), Some(to)) if to <= from => {
                Err(ParseEdtfError::Backwards { text: text.to_owned() })
            }
            _ => Ok(interval),
        }
    }
}

/// When a claim holds, with the words that say so and the rule that placed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidTime {
    /// The date or interval.
    pub edtf: Edtf,
    /// The words of the report; empty where the document's own date is taken.
    pub original_value: String,
    /// How it was placed, and against which anchor: `month-before-publication(2025-03-12)`.
    pub rule: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_one_intervals_read_back() {
        for text in
            ["2025-02-11", "2024-08/..", "../1981", "2023-11/2024-01", "1990~/2020", "/2020"]
        {
            assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_interval_must_go_forwards_and_say_something() {
        assert!(matches!("2024/2023".parse::<Edtf>(), Err(ParseEdtfError::Backwards { .. })));
        assert!(matches!("../..".parse::<Edtf>(), Err(ParseEdtfError::Empty { .. })));
    }

    #[test]
    fn a_closed_interval_is_half_open_in_days() {
        let (from, to) = "2023-11/2024-01".parse::<Edtf>().unwrap().bounds();
        assert_eq!(from.unwrap().to_string(), "2023-11-01");
        assert_eq!(to.unwrap().to_string(), "2024-02-01");
    }
}
