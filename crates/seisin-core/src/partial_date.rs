//! A day known to the day, the month or the year.

use jiff::{ToSpan, civil::Date};
use std::{fmt, str::FromStr};

/// How sure a date is, as EDTF level 1 marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Certainty {
    /// Plain.
    #[default]
    Certain,
    /// `~`: about then.
    Approximate,
    /// `?`: perhaps then.
    Uncertain,
    /// `%`: about then, perhaps.
    UncertainApproximate,
}

impl Certainty {
    const fn suffix(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::UncertainApproximate => "%",
        }
    }
}

/// A day known to the day, the month or the year; "2023-11" is not the first of November.
///
/// # Assumptions
/// Proleptic Gregorian calendar, years 1 to 9999; a day is there only with its month.
///
/// # Example
/// ```
/// use seisin_core::PartialDate;
/// let month: PartialDate = "2024-08".parse()?;
/// let (from, to) = month.bounds();
/// assert_eq!((from.to_string(), to.to_string()), ("2024-08-01".into(), "2024-09-01".into()));
/// # Ok::<(), seisin_core::ParsePartialDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
    certainty: Certainty,
}

impl PartialDate {
    /// A whole year; `None` outside 1..=9999.
    pub fn year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self {
            year,
            month: None,
            day: None,
            certainty: Certainty::Certain,
        })
    }

    /// A whole month; `None` where there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let whole = Self::year(year)?;
        (1..=12).contains(&month).then_some(Self { month: Some(month), ..whole })
    }

    /// A day; `None` where the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let whole = Self::month(year, month)?;
        Date::new(year, month, day).ok().map(|_| Self { day: Some(day), ..whole })
    }

    /// The same date marked as sure as `certainty` says.
    #[must_use]
    pub const fn with_certainty(self, certainty: Certainty) -> Self {
        Self { certainty, ..self }
    }

    /// How sure it is.
    pub const fn certainty(self) -> Certainty {
        self.certainty
    }

    /// The day itself, where it is known to the day.
    pub fn to_day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The year's number.
    pub const fn year_number(self) -> i16 {
        self.year
    }

    /// The month's number, where it is known.
    pub const fn month_number(self) -> Option<i8> {
        self.month
    }

    /// The half-open stretch of days it may stand for; its marks of certainty do not widen it.
    pub fn bounds(self) -> (Date, Date) {
        let from = Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .expect("constructors admit only days of the calendar");
        let length = match (self.month, self.day) {
            (Some(_), Some(_)) => 1.day(),
            (Some(_), None) => 1.month(),
            _ => 1.year(),
        };
        (from, from.saturating_add(length))
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self {
            year: day.year(),
            month: Some(day.month()),
            day: Some(day.day()),
            certainty: Certainty::Certain,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(self.certainty.suffix())
    }
}

/// Why a text is no EDTF date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a date like 2025, 2025-02 or 2025-02-11 (EDTF level 1)")]
pub struct ParsePartialDateError {
    /// The text.
    pub text: String,
}

impl FromStr for PartialDate {
    type Err = ParsePartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| ParsePartialDateError { text: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let marks = [
        ('~', Certainty::Approximate),
        ('?', Certainty::Uncertain),
        ('%', Certainty::UncertainApproximate),
    ];
    let (stem, certainty) = marks
        .iter()
        .find_map(|(mark, certainty)| Some((text.strip_suffix(*mark)?, *certainty)))
        .unwrap_or((text, Certainty::Certain));
    let parts: Vec<&str> = stem.split('-').collect();
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let two = |part: &str| (part.len() == 2).then(|| part.parse().ok()).flatten();
    let year = |part: &str| (part.len() == 4).then(|| part.parse().ok()).flatten();
    let date = match parts.as_slice() {
        [y] => PartialDate::year(year(y)?),
        [y, m] => PartialDate::month(year(y)?, two(m)?),
        [y, m, d] => PartialDate::day(year(y)?, two(m)?, two(d)?),
        _ => None,
    }?;
    Some(date.with_certainty(certainty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_one_dates_read_back() {
        for text in ["2025", "2025-02", "2025-02-11", "2025-02~", "1990?", "2024-02-29%"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_refused() {
        for text in ["", "25", "2025-13", "2025-02-30", "2025-2-1", "2025-02-11x", "+2025", "0000"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_leap_february_ends_in_march() {
        let (from, to) = "2024-02".parse::<PartialDate>().unwrap().bounds();
        assert_eq!(to.since(from).unwrap().get_days(), 29);
    }
}
