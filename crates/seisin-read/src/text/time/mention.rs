//! A date, an hour or a length of time found in a sentence.

use seisin_core::Edtf;
use std::ops::Range;

/// A date, an hour or a length of time found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeMention {
    /// Where it stands, its preposition included, in bytes of the repaired text.
    pub range: Range<usize>,
    /// When, with the preposition taken in: "since August" is `2024-08/..`. `None` where the
    /// calendar day cannot be told.
    pub edtf: Option<Edtf>,
    /// The date named, without the preposition: `2024-08`.
    pub named: Option<Edtf>,
    /// How the sentence relates to the date.
    pub relation: Relation,
    /// What sort of expression it is.
    pub kind: TimeKind,
    /// The value in ISO-TimeML: `2024-08`, `2009-W20`, `P3D`, `PRESENT_REF`; `XXXX-XX-XX` for a day
    /// that cannot be told.
    pub timex_value: String,
    /// The rule that placed it and the day it counted from:
    /// `month-before-anchor(publication 2025-03-12)`.
    pub rule: String,
}

/// How a sentence relates to a date it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// "on", "in", or nothing.
    On,
    /// "since", "from … on": it goes on.
    Since,
    /// "until", "up to".
    Until,
    /// "by": at the latest.
    By,
    /// "before".
    Before,
    /// "after".
    After,
    /// "during", "between … and …": from one end to the other.
    During,
}

/// What sort of expression of time it is, as ISO-TimeML tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKind {
    /// A day, a month, a year or a stretch of them.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes again: "every Thursday".
    Set,
}

impl TimeKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}
