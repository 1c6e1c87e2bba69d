//! A difference between a printed figure and what its neighbours come to.

use std::fmt;

/// What a printed figure may have been instead.
#[derive(Debug, Clone, PartialEq)]
pub enum Guess {
    /// The same digits in the unit of the figure it was compared with.
    OtherUnit {
        /// That unit's code.
        unit: String,
    },
    /// The sum of two other figures.
    SumOf {
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// The amount converted the wrong way, or twice, between two units.
    Converted {
        /// The factor between the units.
        factor: f64,
    },
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherUnit { unit } => write!(f, "the digits are those of a figure in {unit}"),
            Self::SumOf { one, other } => write!(f, "it is the sum of {one} and {other}"),
            Self::Converted { factor } => {
                write!(f, "it is off by the factor {factor:.3} of a unit")
            }
        }
    }
}

/// A difference between a printed figure and what its neighbours come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The figure as printed, or the words.
    pub printed: String,
    /// What the other figures come to, in the unit of the printed one; `None` where no figure but a
    /// direction is at odds.
    pub expected: Option<f64>,
    /// How it was worked out.
    pub sentence: String,
    /// Whether the rounding of the printed figures could explain the difference.
    pub rounding_could_explain: bool,
    /// What the figure may have been instead.
    pub guesses: Vec<Guess>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.printed, self.sentence)?;
        if self.rounding_could_explain {
            f.write_str("; rounding could explain it")?;
        }
        self.guesses.iter().try_for_each(|guess| write!(f, "; {guess}"))
    }
}
