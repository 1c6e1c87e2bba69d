//! The sense in which a number was printed, and the range of amounts it covers.

use crate::{band::Band, quantity::Quantity, verdict::Verdict};

/// How a printed number limits the amount: the comparator of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// "400 square miles".
    Exactly,
    /// "about", "some", "nearly", "around", "almost".
    About,
    /// "more than", "over", "just over".
    MoreThan,
    /// "at least", "no fewer than", "tens of".
    AtLeast,
    /// "less than", "under", "just under".
    LessThan,
    /// "at most", "up to".
    AtMost,
    /// "between 400 and 500".
    Between,
}

impl Bound {
    /// Every bound, in the order of the public record.
    pub const ALL: [Self; 7] = [
        Self::Exactly,
        Self::About,
        Self::MoreThan,
        Self::AtLeast,
        Self::LessThan,
        Self::AtMost,
        Self::Between,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::Between => "between",
        }
    }

    /// The bound a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bound| bound.word() == word)
    }
}

/// How wide "about" is taken; every answer prints both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// The relative half width of "about": 0.10 by default.
    pub about_relative: f64,
    /// The half width of "about" in rounding steps of the number as printed: 0.5 by default.
    pub about_steps: f64,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { about_relative: 0.10, about_steps: 0.5 }
    }
}

/// The range of amounts a claim allows.
///
/// # Units
/// Those of the quantity it came from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueRange {
    /// The lower end.
    pub low: f64,
    /// Whether the lower end itself is allowed.
    pub low_included: bool,
    /// The upper end; infinite where the claim sets none.
    pub high: f64,
    /// Whether the upper end itself is allowed.
    pub high_included: bool,
}

impl ValueRange {
    /// The range `quantity` allows, as the public record defines it.
    ///
    /// # Method
    /// `more_than v` is (v, ∞), `at_least` \[v, ∞), `less_than` \[0, v), `at_most` \[0, v\],
    /// `between` \[v, high\]; `exactly` is v ± half its last significant digit; `about` is v ± the
    /// larger of [`Tolerance::about_relative`] and [`Tolerance::about_steps`] rounding steps.
    pub fn of(quantity: &Quantity, tolerance: Tolerance) -> Self {
        let value = quantity.value;
        let closed = |low: f64, high: f64| Self {
            low: low.max(0.0),
            low_included: true,
            high,
            high_included: true,
        };
        match quantity.bound {
            Bound::Exactly => closed(value - quantity.step / 2.0, value + quantity.step / 2.0),
            Bound::About => {
                let half = (value.abs() * tolerance.about_relative)
                    .max(quantity.step * tolerance.about_steps);
                closed(value - half, value + half)
            }
            Bound::MoreThan => Self { low_included: false, ..closed(value, f64::INFINITY) },
            Bound::AtLeast => closed(value, f64::INFINITY),
            Bound::LessThan => Self { high_included: false, ..closed(0.0, value) },
            Bound::AtMost => closed(0.0, value),
            Bound::Between => closed(value, quantity.high.unwrap_or(value)),
        }
    }

    /// Whether one amount lies inside.
    pub fn contains(&self, amount: f64) -> bool {
        let above = if self.low_included { amount >= self.low } else { amount > self.low };
        let below = if self.high_included { amount <= self.high } else { amount < self.high };
        above && below
    }

    /// How a measured band compares: inside, outside, or across the edge.
    ///
    /// `band` is in the same unit as the range.
    pub fn compare(&self, band: Band) -> Verdict {
        let below = band.high < self.low || (!self.low_included && band.high <= self.low);
        let above = band.low > self.high || (!self.high_included && band.low >= self.high);
        if below || above {
            Verdict::Contradicted
        } else if self.contains(band.low) && self.contains(band.high) {
            Verdict::Supported
        } else {
            Verdict::Inconclusive
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{quantity::QuantityKind, unit::Unit};

    fn verdict(
        bound: Bound,
        value: f64,
        high: Option<f64>,
        step: f64,
        low_high: (f64, f64),
    ) -> Verdict {
        let quantity = Quantity {
            kind: QuantityKind::Area,
            bound,
            value,
            high,
            step,
            unit: Unit::SquareKilometre,
            of: None,
            frame: None,
            original_value: String::new(),
        };
        let band =
            Band { low: low_high.0, best: f64::midpoint(low_high.0, low_high.1), high: low_high.1 };
        ValueRange::of(&quantity, Tolerance::default()).compare(band)
    }

    #[test]
    fn the_table_of_the_public_record() {
        use Bound::{About, AtLeast, AtMost, Between, Exactly, LessThan, MoreThan};
        use Verdict::{Contradicted, Inconclusive, Supported};
        type Row = (Bound, f64, Option<f64>, f64, (f64, f64), Verdict);
        let rows: [Row; 15] = [
            (MoreThan, 400.0, None, 100.0, (401.0, 402.0), Supported),
            (MoreThan, 400.0, None, 100.0, (400.0, 400.0), Contradicted),
            (MoreThan, 400.0, None, 100.0, (399.0, 401.0), Inconclusive),
            (AtLeast, 400.0, None, 100.0, (400.0, 400.0), Supported),
            (LessThan, 200.0, None, 100.0, (0.0, 199.9), Supported),
            (LessThan, 200.0, None, 100.0, (200.0, 200.0), Contradicted),
            (AtMost, 200.0, None, 100.0, (200.0, 200.0), Supported),
            (AtMost, 200.0, None, 100.0, (200.0, 201.0), Inconclusive),
            (Between, 400.0, Some(500.0), 100.0, (400.0, 500.0), Supported),
            (Between, 400.0, Some(500.0), 100.0, (501.0, 502.0), Contradicted),
            (Exactly, 1209.0, None, 1.0, (1209.2, 1209.4), Supported),
            (Exactly, 1209.0, None, 1.0, (1209.6, 1209.7), Contradicted),
            (About, 930.0, None, 10.0, (930.0, 1022.0), Supported),
            (About, 930.0, None, 10.0, (1024.0, 1030.0), Contradicted),
            (About, 0.2, None, 0.05, (0.176, 0.224), Supported),
        ];
        for (bound, value, high, step, band, expected) in rows {
            assert_eq!(
                verdict(bound, value, high, step, band),
                expected,
                "{bound:?} {value} {band:?}"
            );
        }
    }

    #[test]
    fn every_word_reads_back() {
        for bound in Bound::ALL {
            assert_eq!(Bound::from_word(bound.word()), Some(bound));
        }
    }
}
