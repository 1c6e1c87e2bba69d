//! Positions on a grid fine enough to measure on, on which an overlay is exact.

use crate::position::Position;
use i_overlay::i_float::int::point::IntPoint;

/// Positions at whole multiples of 2^-bits degree.
///
/// Whole numbers up to 180·2⁴⁰ have their exact value as `f64`, and so has each divided by a power
/// of two: what is valid on the grid is valid in degrees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    per_degree: f64,
}

impl Grid {
    /// 2⁻⁴⁰ degree, 0.1 µm.
    pub(super) const FINE: Self = Self { per_degree: 1_099_511_627_776.0 };
    /// 2⁻³⁰ degree, 0.1 mm: for what does not come out valid on the fine one.
    pub(super) const COARSE: Self = Self { per_degree: 1_073_741_824.0 };

    /// A line of positions as a contour on the grid.
    pub(super) fn contour(self, line: &[Position]) -> Vec<IntPoint<i64>> {
        line.iter().map(|p| IntPoint { x: self.put(p.lon), y: self.put(p.lat) }).collect()
    }

    /// The positions of a contour, closed.
    pub(super) fn ring(self, contour: &[IntPoint<i64>]) -> Vec<Position> {
        let position = |p: &IntPoint<i64>| Position { lon: self.take(p.x), lat: self.take(p.y) };
        contour.iter().chain(contour.first()).map(position).collect()
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "at most 180·2^40 < 2^48 in magnitude"
    )]
    fn put(self, degrees: f64) -> i64 {
        (degrees * self.per_degree).round() as i64
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "at most 180·2^40 < 2^53 in magnitude, so exact"
    )]
    fn take(self, steps: i64) -> f64 {
        steps as f64 / self.per_degree
    }
}
