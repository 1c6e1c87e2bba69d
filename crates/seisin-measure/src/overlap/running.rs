//! How much of each region a map holds, carried from edition to edition.

use super::regions::Regions;
use crate::change::Changes;
use crate::fixed_sum::FixedSum;
use crate::overlay::{Budget, OverlayError};
use crate::shape::Shape;
use seisin_core::Area;

/// How much of each region a map holds, carried from edition to edition by the edges that change.
///
/// # Method
/// The edges that came, and those that went taken backwards, close to loops ([`Changes`]). A loop
/// with no boundary near it lies in one region, or in none, and adds its area there; any other is
/// put through the sum over pairs of edges of [`Regions::overlaps`].
///
/// # Accuracy
/// Within 1e-3 m² of [`Regions::overlaps`] on the same edition, after hundreds of editions (see the
/// tests).
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Regions, RunningOverlaps, Shape, ShapeLimits};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let (regions, budget) = (Regions::new([&square(35.0)?]), Budget::default());
/// let (monday, tuesday) = (square(35.5)?, square(35.75)?);
/// let mut held = RunningOverlaps::new(&regions);
/// let first = held.take(&Shape::empty(), &monday, &budget).expect("within the budget")[0];
/// let second = held.take(&monday, &tuesday, &budget).expect("within the budget")[0];
/// assert!((first.square_km() / second.square_km() - 2.0).abs() < 1e-9);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub struct RunningOverlaps<'r> {
    regions: &'r Regions,
    sums: Vec<FixedSum>,
}

impl<'r> RunningOverlaps<'r> {
    /// No land held yet.
    pub fn new(regions: &'r Regions) -> Self {
        Self { regions, sums: vec![FixedSum::default(); regions.len()] }
    }

    /// Goes on from the edition `before`, the last one taken, to `after`, and gives the area that
    /// `after` holds of each region.
    ///
    /// # Errors
    /// [`OverlayError`] where the budget does not suffice; then nothing is carried on.
    pub fn take(
        &mut self,
        before: &Shape,
        after: &Shape,
        budget: &Budget,
    ) -> Result<Vec<Area>, OverlayError> {
        self.take_changes(&Changes::between(before, after), budget)
    }

    /// The same where what changed is known already.
    ///
    /// # Errors
    /// As [`RunningOverlaps::take`].
    pub fn take_changes(
        &mut self,
        changes: &Changes,
        budget: &Budget,
    ) -> Result<Vec<Area>, OverlayError> {
        let mut sums = self.sums.clone();
        self.regions.add_changes(changes, &mut sums, budget)?;
        self.sums = sums;
        Ok(self.areas())
    }

    /// The areas by the edition last taken, in the order of the regions.
    pub fn areas(&self) -> Vec<Area> {
        self.sums.iter().map(|sum| sum.area()).collect()
    }
}
