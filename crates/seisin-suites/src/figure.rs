//! Figures and how they are counted.

/// One figure of a suite.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which: `recognizers.number`, as in `xtask/score.toml`.
    pub id: &'static str,
    /// The value, between 0 and 1.
    pub value: f64,
    /// What it was counted over: "221 of 259 in scope, 300 in all".
    pub basis: String,
    /// What was missed, a line each.
    pub misses: Vec<String>,
}

/// Cases counted right and wrong.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    right: u32,
    in_scope: u32,
    all: u32,
    all_right: u32,
    misses: Vec<String>,
}

impl Tally {
    /// Counts a case.
    pub fn count(&mut self, scope: Scope, right: bool, miss: impl FnOnce() -> String) {
        self.all += 1;
        self.all_right += u32::from(right);
        let word = if scope == Scope::In { "" } else { "(out of scope) " };
        if scope == Scope::In {
            self.in_scope += 1;
            self.right += u32::from(right);
        }
        if !right {
            self.misses.push(format!("{word}{}", miss()));
        }
    }

    /// Takes in what another counted.
    pub fn absorb(&mut self, other: &Self) {
        self.right += other.right;
        self.in_scope += other.in_scope;
        self.all += other.all;
        self.all_right += other.all_right;
    }

    /// The share of the cases in scope that are right.
    pub fn figure(self, id: &'static str) -> Figure {
        let basis = if self.all == self.in_scope {
            format!("{} of {}", self.right, self.in_scope)
        } else {
            format!(
                "{} of {} in scope; {} of {} in all",
                self.right, self.in_scope, self.all_right, self.all
            )
        };
        Figure { id, value: share(self.right, self.in_scope), basis, misses: self.misses }
    }
}

/// Whether a case says of itself that it is about what the reader is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// It is.
    In,
    /// It is not.
    Out,
}

impl From<bool> for Scope {
    fn from(within: bool) -> Self {
        if within { Self::In } else { Self::Out }
    }
}

/// `part` of `whole`, 0 where there is no whole.
pub(crate) fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// What was found against what there is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Detection {
    pub(crate) found: u32,
    pub(crate) made: u32,
    pub(crate) gold: u32,
}

impl Detection {
    pub(crate) fn precision(self) -> f64 {
        share(self.found, self.made)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.found, self.gold)
    }

    pub(crate) fn f1(self) -> f64 {
        share(2 * self.found, self.made + self.gold)
    }

    pub(crate) fn basis(self) -> String {
        format!("precision {:.3}, recall {:.3} of {}", self.precision(), self.recall(), self.gold)
    }
}
