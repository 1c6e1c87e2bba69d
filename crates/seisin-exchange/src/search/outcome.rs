//! What a search is given beside the instance, and what comes of it.

use super::{bound::Bound, verify::Figures};

/// How a search is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchSettings {
    /// The seed: the same instance, wish, seed and steps give the same answers.
    pub seed: u64,
    /// How many single steps are made at most, on all threads together.
    pub steps: u64,
    /// How many answers are kept at most.
    pub answers: usize,
    /// How many refusals are kept at most.
    pub refusals: usize,
}

impl Default for SearchSettings {
    fn default() -> Self {
        Self { seed: 1, steps: 20_000_000, answers: 5, refusals: 12 }
    }
}

/// How a caller watches a search and stops it.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Asked now and then, from several threads: whether to stop. A search that is stopped
    /// returns what it has; it is then no longer a function of its seed alone.
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Told of every round: the steps made so far and the least cost so far.
    pub tell: &'a (dyn Fn(u64, Option<f64>) + Sync),
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl Watch<'_> {
    /// Nobody watches: the search makes all its steps.
    pub const NOBODY: Watch<'static> = Watch { stop: &|| false, tell: &|_, _| () };
}

/// An exchange that satisfies what is wanted, checked by [`super::verify`].
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The cells that would change hands, by their places in the instance.
    pub cells: Vec<usize>,
    /// What it measures.
    pub figures: Figures,
    /// Whether no answer found has both fewer people and less line.
    pub on_pareto_front: bool,
}

/// Why an exchange was refused.
#[derive(Debug, Clone, PartialEq)]
pub enum RefusalReason {
    /// Its ratio is outside the window.
    Ratio {
        /// The ratio.
        ratio: f64,
    },
    /// A side gives less land than asked for.
    TooLittle {
        /// How much it gives, in km².
        square_km: f64,
    },
    /// It would leave a side's land in more pieces than before, or give it land apart from its own.
    FallsApart {
        /// How many pieces are in excess.
        pieces: usize,
    },
}

/// An exchange that was looked at and refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The cells that would have changed hands.
    pub cells: Vec<usize>,
    /// What it would measure.
    pub figures: Figures,
    /// Why it was refused.
    pub reasons: Vec<RefusalReason>,
}

/// What came of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The answers, the least costly first; none where none was found.
    pub answers: Vec<Answer>,
    /// Exchanges near the answers that were refused, and why.
    pub refused: Vec<Refusal>,
    /// What no answer can cost less than.
    pub bound: Bound,
    /// How much of its cost the best answer may be above the best possible; `None` without answer.
    ///
    /// # Method
    /// (cost − bound) / cost.
    pub gap: Option<f64>,
    /// Whether the first answer is the best there is.
    pub proven: bool,
    /// How many single steps were made.
    pub steps: u64,
    /// After how many steps the first answer was there; `None` where none was found.
    pub first_after: Option<u64>,
}
