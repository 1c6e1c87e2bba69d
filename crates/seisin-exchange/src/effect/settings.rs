//! How an exchange is measured.

use seisin_core::Area;
use seisin_measure::Budget;

/// How an exchange is measured; answers print it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvaluateSettings {
    /// How much work each overlay may be.
    pub budget: Budget,
    /// The least piece or hole that is counted: one hectare by default. Smaller ones are where two
    /// sources draw one line a little apart; how many there are is told, not what they mean.
    pub least_piece: Area,
}

impl Default for EvaluateSettings {
    fn default() -> Self {
        Self { budget: Budget::default(), least_piece: Area::from_square_metres(1e4) }
    }
}
