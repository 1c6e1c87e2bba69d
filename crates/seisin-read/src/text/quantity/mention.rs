//! An amount found in a sentence.

use seisin_core::Quantity;
use std::ops::Range;

/// An amount found in a sentence, with its comparator and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityMention {
    /// Where it stands, comparator, unit and counted noun included, in bytes of the repaired text.
    pub range: Range<usize>,
    /// Where its number stands.
    pub number: Range<usize>,
    /// What sort of amount it is.
    pub kind: MentionKind,
    /// The amount. Its `kind` follows the unit; for amounts that are no area, share or length it is
    /// a count whose unit names what is counted: `USD`, `day`, `degree`.
    pub quantity: Quantity,
    /// Which rule took it.
    pub rule: &'static str,
}

/// What sort of amount a sentence gives; wider than the kinds a claim may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MentionKind {
    /// Land surface.
    Area,
    /// A part of a whole.
    Share,
    /// A distance or the length of a line.
    Length,
    /// Countable things.
    Count,
    /// Money.
    Money,
    /// A length of time.
    Duration,
    /// How old somebody or something is.
    Age,
    /// A number of another sort: a temperature, a weight, a score, a number in a name.
    Other,
    /// A number that counts nothing in sight.
    Bare,
    /// A number before words that stand like a unit of area and are none that is known.
    UnknownUnit,
}

impl MentionKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Share => "share",
            Self::Length => "length",
            Self::Count => "count",
            Self::Money => "money",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Other | Self::Bare | Self::UnknownUnit => "other",
        }
    }
}
