//! A measured amount with its error.

/// A measured amount: the best figure and the lowest and highest it may be.
///
/// # Units
/// Whatever the measure names (m², m, or a plain share); all three in the same one.
///
/// # Assumptions
/// `low <= best <= high`; [`Band::new`] orders its arguments so that this holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The lowest amount the errors of map and boundary allow.
    pub low: f64,
    /// The figure as measured.
    pub best: f64,
    /// The highest amount the errors of map and boundary allow.
    pub high: f64,
}

impl Band {
    /// A band around `best`, reaching down and up by `error` (taken as its absolute value), and
    /// never below zero.
    ///
    /// ```
    /// let band = seisin_core::Band::new(100.0, 5.0);
    /// assert_eq!((band.low, band.high), (95.0, 105.0));
    /// ```
    pub fn new(best: f64, error: f64) -> Self {
        let error = error.abs();
        Self { low: (best - error).max(0.0).min(best), best, high: best + error }
    }

    /// A figure known without error.
    pub const fn exact(best: f64) -> Self {
        Self { low: best, best, high: best }
    }

    /// The same amount in another unit, `factor` of the new unit for one of the old.
    pub fn scale(self, factor: f64) -> Self {
        Self { low: self.low * factor, best: self.best * factor, high: self.high * factor }
    }

    /// Two figures together, each as far off as it can be to the same side.
    ///
    /// ```
    /// use seisin_core::Band;
    /// let both = Band::new(10.0, 1.0).plus(Band::new(5.0, 2.0));
    /// assert_eq!((both.low, both.best, both.high), (12.0, 15.0, 18.0));
    /// ```
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            best: self.best + other.best,
            high: self.high + other.high,
        }
    }

    /// The share this amount is of `whole`, each end taken at its worst.
    ///
    /// `None` where the whole may be zero.
    pub fn share_of(self, whole: Self) -> Option<Self> {
        (whole.low > 0.0).then(|| Self {
            low: self.low / whole.high,
            best: self.best / whole.best,
            high: self.high / whole.low,
        })
    }

    /// The band that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), best: self.best, high: self.high.max(other.high) }
    }
}
