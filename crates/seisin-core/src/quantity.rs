//! An amount as a report printed it.

use crate::{bound::Bound, unit::Unit};

/// What sort of amount a sentence gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// Land surface.
    Area,
    /// A part of a whole.
    Share,
    /// A distance or the length of a line.
    Length,
    /// Countable things.
    Count,
}

impl QuantityKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Share => "share",
            Self::Length => "length",
            Self::Count => "count",
        }
    }

    /// The kind a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Area, Self::Share, Self::Length, Self::Count]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// An amount with its sense, its unit and the words it was printed in.
///
/// # Units
/// `value`, `high` and `step` are in `unit`; a share is a plain ratio (0.2 for a fifth).
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// What sort of amount it is.
    pub kind: QuantityKind,
    /// The comparator of the sentence.
    pub bound: Bound,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end, for [`Bound::Between`] alone.
    pub high: Option<f64>,
    /// The rounding step of the number as printed: 1 for "1,209", 10 for "930", 100 for "400",
    /// 0.05 for "a fifth" (the next plain fraction is that far away), 0.01 for "8 percent".
    pub step: f64,
    /// The unit as printed.
    pub unit: Unit,
    /// The whole that a share is a share of, as printed or resolved.
    pub of: Option<String>,
    /// The reference border the text names ("pre-2014 borders"), as printed.
    pub frame: Option<String>,
    /// The words of the report, repaired where the report was damaged.
    pub original_value: String,
}

impl Quantity {
    /// The number in SI units: m², m, or as it stands for shares and counts.
    pub fn si_value(&self) -> f64 {
        self.value * self.unit.si_factor()
    }

    /// The rounding step of a plain number in digits: the place of its last digit that is not a
    /// trailing zero before the decimal point.
    ///
    /// ```
    /// use seisin_core::Quantity;
    /// assert_eq!(Quantity::step_of_digits("1,209"), 1.0);
    /// assert_eq!(Quantity::step_of_digits("400"), 100.0);
    /// assert_eq!(Quantity::step_of_digits("6.5"), 0.1);
    /// ```
    pub fn step_of_digits(digits: &str) -> f64 {
        let plain: String = digits.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        if let Some((_, decimals)) = plain.split_once('.') {
            return decimals.chars().fold(1.0, |step, _| step / 10.0);
        }
        if plain.trim_matches('0').is_empty() {
            return 1.0;
        }
        plain.chars().rev().take_while(|c| *c == '0').fold(1.0, |step, _| step * 10.0)
    }
}
