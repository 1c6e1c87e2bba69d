//! A shape good enough to name and draw.

use seisin_measure::{Polygon, Shape};

/// A shape whose lines are about a kilometre off: to name and draw with, not to measure on.
///
/// # Accuracy
/// Natural Earth 1:10 million: 0.9 km off in the median, 3 km at the 95th percentile; its Kursk
/// Oblast holds 379 km² of Ukraine.
#[derive(Debug, Clone, PartialEq)]
pub struct CoarseShape(Shape);

impl CoarseShape {
    pub(super) const fn new(shape: Shape) -> Self {
        Self(shape)
    }

    /// Its polygons, to be drawn.
    pub fn polygons(&self) -> &[Polygon] {
        self.0.polygons()
    }

    /// The shape itself, to be measured on by one who knows that its lines are coarse: the result
    /// must be shown with [`NamingRegions::positional_error`].
    ///
    /// [`NamingRegions::positional_error`]: crate::NamingRegions::positional_error
    pub const fn allow_coarse(&self) -> &Shape {
        &self.0
    }
}
