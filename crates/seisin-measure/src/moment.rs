//! How far land lies from its own middle.

use crate::area::area;
use crate::plane::Plane;
use crate::position::Position;
use crate::ring::Ring;
use crate::shape::Shape;

/// The longest part of an edge, in degrees, that is taken for straight on the plane.
const PART: f64 = 0.05;

/// How compact land is by how far it lies from its own middle: 1 for a disc, less for land that is
/// long, scattered or hollow. `None` for no land.
///
/// # Units
/// None: m⁴/m⁴.
///
/// # Method
/// A²/(2πI), with I the second moment of area about the centroid, ∫ r² dA: W. Li, M. F. Goodchild
/// and R. Church, "An efficient measure of compactness for two-dimensional shapes and its
/// application in regionalization problems", International Journal of Geographical Information
/// Science 27 (2013), DOI 10.1080/13658816.2012.752093, eq. 5. I is summed over the edges by Green's
/// theorem on an equal-area plane that touches the Earth in the middle of the land's box; edges are
/// cut so that none is longer than 0.05°. Unlike 4πA/P² it does not depend on how finely a line is
/// drawn.
///
/// # Accuracy
/// Lengths on the plane are off by d²/(8R²) of themselves at a distance d from its middle, so the
/// figure is good to 1e-3 for land some 500 km across and to 2 % for land 2,500 km across.
///
/// # Example
/// ```
/// use seisin_measure::{Position, Shape, ShapeLimits, moment_compactness};
/// let p = Position::new;
/// let square = vec![p(36.0, 0.0), p(37.0, 0.0), p(37.0, 1.0), p(36.0, 1.0), p(36.0, 0.0)];
/// let (square, _) = Shape::from_rings(vec![vec![square]], &ShapeLimits::default())?;
/// // A square has 3/π.
/// assert!((moment_compactness(&square).unwrap() - 0.9549).abs() < 1e-3);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn moment_compactness(shape: &Shape) -> Option<f64> {
    let bounds = shape.bounds()?;
    let middle = Position::new(
        f64::midpoint(bounds.west, bounds.east),
        f64::midpoint(bounds.south, bounds.north),
    );
    let plane = Plane::at(middle);
    let sums = shape
        .rings()
        .flat_map(Ring::edges)
        .flat_map(parts)
        .fold(Sums::default(), |sums, [from, to]| sums.and(plane.place(from), plane.place(to)));
    let about_middle = sums.about_centroid()?;
    let land = area(shape).square_metres();
    (about_middle > 0.0).then(|| land * land / (2.0 * std::f64::consts::PI * about_middle))
}

/// An edge in parts short enough.
pub(crate) fn parts([from, to]: [Position; 2]) -> impl Iterator<Item = [Position; 2]> {
    let long = (to.lon - from.lon).abs().max((to.lat - from.lat).abs());
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an edge is at most 360 degrees long"
    )]
    let count = (long / PART).ceil().max(1.0) as u32;
    let at = move |part: u32| {
        if part == count { to } else { from.towards(to, f64::from(part) / f64::from(count)) }
    };
    (0..count).map(move |part| [at(part), at(part + 1)])
}

/// Area, first and second moments, summed over edges.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    area: f64,
    east: f64,
    north: f64,
    second: f64,
}

impl Sums {
    fn and(self, [x0, y0]: [f64; 2], [x1, y1]: [f64; 2]) -> Self {
        let cross = x0 * y1 - x1 * y0;
        let squares = x0 * x0 + x0 * x1 + x1 * x1 + y0 * y0 + y0 * y1 + y1 * y1;
        Self {
            area: self.area + cross / 2.0,
            east: self.east + (x0 + x1) * cross / 6.0,
            north: self.north + (y0 + y1) * cross / 6.0,
            second: self.second + squares * cross / 12.0,
        }
    }

    /// The second moment about the centroid, by the parallel axis theorem.
    fn about_centroid(self) -> Option<f64> {
        let middle = self.east * self.east + self.north * self.north;
        (self.area > 0.0).then(|| self.second - middle / self.area)
    }
}
