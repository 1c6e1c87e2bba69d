//! What each figure must reach.

use serde::Deserialize;

/// The rows of `xtask/score.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// One a figure, in the order of the table.
    #[serde(rename = "row", default)]
    pub rows: Vec<Bar>,
}

/// What one figure must reach.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Which figure.
    pub id: String,
    /// What it is, in a few words.
    pub what: String,
    /// The bar.
    pub goal: Option<f64>,
    /// What was reached; a figure that falls below it is a fault.
    pub reached: Option<f64>,
    /// Whether less is better.
    #[serde(default)]
    pub lower_is_better: bool,
    /// What others publish.
    #[serde(default)]
    pub peers: Vec<Peer>,
}

/// What somebody else publishes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peer {
    /// Whose figure.
    pub name: String,
    /// The figure.
    pub value: f64,
    /// Where it stands.
    pub source: String,
}

impl Bars {
    /// Reads the table.
    ///
    /// # Errors
    /// What the parser says, with the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The row of a figure.
    pub fn row(&self, id: &str) -> Option<&Bar> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl Bar {
    /// Half the last place in which figures are written down.
    const ROUNDING: f64 = 0.0005;

    /// Whether `value` is no worse than what was reached before.
    pub fn holds(&self, value: f64) -> bool {
        self.reached.is_none_or(|reached| self.is_as_good(value, reached))
    }

    /// Whether `value` reaches the goal; `None` where there is none.
    pub fn is_met(&self, value: f64) -> Option<bool> {
        self.goal.map(|goal| self.is_as_good(value, goal))
    }

    fn is_as_good(&self, value: f64, other: f64) -> bool {
        let ahead = if self.lower_is_better { other - value } else { value - other };
        ahead >= -Self::ROUNDING
    }
}
