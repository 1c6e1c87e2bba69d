//! What is asked of an exchange.

use super::instance::{Cell, HolderSide};
use seisin_core::Area;

/// By what the two sides' shares are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Land.
    Area,
    /// People known to live there.
    People,
}

impl Measure {
    /// A cell's amount, in m² or people.
    pub fn of(self, cell: &Cell) -> f64 {
        match self {
            Self::Area => cell.area.square_metres(),
            Self::People => cell.people.unwrap_or(0.0),
        }
    }

    /// The word for it in output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::People => "people",
        }
    }
}

/// The ratios accepted: what the first gives over what the second gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioWindow {
    /// The ratio asked for.
    pub ratio: f64,
    /// How far either way it may be off.
    pub tolerance: f64,
}

impl RatioWindow {
    /// The least ratio accepted.
    pub fn low(self) -> f64 {
        (self.ratio - self.tolerance).max(0.0)
    }

    /// The greatest ratio accepted.
    pub fn high(self) -> f64 {
        self.ratio + self.tolerance
    }
}

/// What an exchange is to cost little of.
///
/// # Units
/// Cost per person and per km of line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Objective {
    /// What a person who would change hands costs.
    pub person: f64,
    /// What a km of line where the two territories meet afterwards costs.
    pub km: f64,
}

impl Objective {
    /// Fewest people, and of those with as many the shortest line.
    ///
    /// # Method
    /// A person costs 1, and a km so little that all borders together cost half a person. Where
    /// nobody's people are known, the line alone counts.
    pub fn people_then_line(instance: &super::Instance) -> Self {
        if !instance.knows_people() {
            return Self { person: 0.0, km: 1.0 };
        }
        let all: f64 = instance.borders().map(|(_, _, length)| length).sum();
        Self { person: 1.0, km: if all > 0.0 { 0.5 / all } else { 0.0 } }
    }
}

/// What is asked of an exchange, beside connection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The ratios accepted; `None` where any is.
    pub ratio: Option<RatioWindow>,
    /// By what the ratio is taken.
    pub by: Measure,
    /// The least land each side gives.
    pub least: [Area; 2],
    /// What it is to cost little of.
    pub objective: Objective,
}

impl Wanted {
    /// Whether the ratio lets the sides give so much, by its measure.
    pub(super) fn lets(&self, [first, second]: [f64; 2]) -> bool {
        self.ratio
            .is_none_or(|window| first >= window.low() * second && first <= window.high() * second)
    }

    /// The least land a side gives, in m².
    pub(super) fn least_of(&self, side: HolderSide) -> f64 {
        self.least[side.index()].square_metres()
    }
}
