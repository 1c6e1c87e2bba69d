//! The line where two territories meet, stretch by stretch, and whether it is more than their lines
//! running a little apart.

use crate::border::{Way, shared_stretches};
use crate::edge_index::EdgeIndex;
use crate::ellipsoid::metres_per_radian;
use crate::length::edge_metres;
use crate::overlap::{Lies, lies};
use crate::overlay::{Budget, OverlayError};
use crate::position::Position;
use crate::positions_inside::positions_inside;
use crate::shape::Shape;
use seisin_core::Length;

/// A stretch of the line where two territories meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ContactStretch {
    /// Its ends; land of the first territory lies left of it, of the second right of it.
    pub ends: [Position; 2],
    /// How long it is.
    pub length: Length,
    /// Whether both territories are there as far from it as lines may be off. Where one is not, what
    /// meets may be a sliver between two lines that are meant to be one.
    pub wide: bool,
}

/// A stretch is told by its middle; longer ones are told piece by piece, in metres.
const LONGEST: f64 = 500.0;

/// The line where territory `a` meets territory `b`, in the order of `a`'s rings, and of each stretch
/// whether both are there `off` away from it on either side.
///
/// # Assumptions
/// As [`crate::common_border`], whose length it has.
///
/// # Method
/// The stretches of [`crate::common_border`], cut so that none is longer than 500 m or `off`; from the
/// middle of each a position `off` away, square to it, on either side.
///
/// # Accuracy
/// Lengths as [`crate::perimeter`]. The two positions are 1e-3 of `off` where they should be.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_core::Length;
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, contact_line};
/// let strip = |west: f64, east: f64| {
///     let p = |x, y| Position::new(x, y);
///     let ring = vec![p(west, 51.0), p(east, 51.0), p(east, 52.0), p(west, 52.0), p(west, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let (arland, sliver, off) = (strip(35.0, 36.0)?, strip(36.0, 36.001)?, Length::from_metres(100.0));
/// let line = contact_line(&arland, &sliver, off, &Budget::default()).expect("two strips");
/// let km: f64 = line.iter().map(|stretch| stretch.length.km()).sum();
/// assert!((km - 111.258).abs() < 0.001);
/// // The second territory is 70 m wide there.
/// assert!(line.iter().all(|stretch| !stretch.wide));
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn contact_line(
    a: &Shape,
    b: &Shape,
    off: Length,
    budget: &Budget,
) -> Result<Vec<ContactStretch>, OverlayError> {
    let whole = shared_stretches(a, &EdgeIndex::of(b), Way::Opposite, budget)?;
    let ends: Vec<[Position; 2]> =
        whole.into_iter().flat_map(|ends| pieces(ends, off.metres())).collect();
    let beside = |way: f64| -> Vec<Position> {
        ends.iter().map(|ends| square_to(*ends, way * off.metres())).collect()
    };
    let (left, right) = (positions_inside(a, &beside(1.0)), positions_inside(b, &beside(-1.0)));
    let stretch = |(ends, (left, right)): ([Position; 2], (bool, bool))| ContactStretch {
        ends,
        length: Length::from_metres(edge_metres(ends)),
        wide: off.metres() == 0.0 || (left && right),
    };
    Ok(ends.into_iter().zip(left.into_iter().zip(right)).map(stretch).collect())
}

/// The part of a line of contact that lies in a region. A stretch along the region's boundary lies in it
/// where the first territory's land does, so that regions side by side share the line out between them.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub fn contact_within(
    line: &[ContactStretch],
    region: &Shape,
    budget: &Budget,
) -> Result<Vec<ContactStretch>, OverlayError> {
    let index = EdgeIndex::of(region);
    let mut seen = 0;
    let mut inside = Vec::new();
    for stretch in line {
        let found = lies(stretch.ends, &index, None, &mut seen);
        if seen > budget.edge_pairs {
            return Err(OverlayError::TooManyEdgePairs { limit: budget.edge_pairs });
        }
        match found {
            Lies::Inside => inside.push(*stretch),
            Lies::Outside => {}
            Lies::InPart { inside: parts, along } => {
                let mut parts = [parts, along].concat();
                parts.sort_by(|a, b| a[0].total_cmp(&b[0]));
                inside.extend(parts.into_iter().map(|part| part_of(stretch, part)));
            }
        }
    }
    Ok(inside)
}

/// The part of a stretch between two shares of its way.
fn part_of(stretch: &ContactStretch, [from, to]: [f64; 2]) -> ContactStretch {
    let [a, b] = stretch.ends;
    let at = |share: f64| match share {
        0.0 => a,
        1.0 => b,
        between => a.towards(b, between),
    };
    let ends = [at(from), at(to)];
    ContactStretch { ends, length: Length::from_metres(edge_metres(ends)), wide: stretch.wide }
}

/// A stretch in pieces short enough to be told by their middles.
fn pieces([a, b]: [Position; 2], off: f64) -> Vec<[Position; 2]> {
    let longest = if off > 0.0 { LONGEST.min(off.max(50.0)) } else { f64::INFINITY };
    let steps = (edge_metres([a, b]) / longest).ceil().clamp(1.0, 10_000.0);
    let mut found = Vec::new();
    let (mut from, mut step) = (a, 1.0);
    while step <= steps {
        let to = if step < steps { a.towards(b, step / steps) } else { b };
        found.push([from, to]);
        (from, step) = (to, step + 1.0);
    }
    found
}

/// The position so many metres left of the middle of an edge, square to it.
fn square_to([a, b]: [Position; 2], metres: f64) -> Position {
    let middle = a.towards(b, 0.5);
    let (meridian, parallel) = metres_per_radian(middle.lat.to_radians());
    let (east, north) =
        ((b.lon - a.lon).to_radians() * parallel, (b.lat - a.lat).to_radians() * meridian);
    let length = east.hypot(north);
    if length == 0.0 || parallel <= 0.0 {
        return middle;
    }
    let (off_east, off_north) = (-north / length * metres, east / length * metres);
    Position::new(
        middle.lon + (off_east / parallel).to_degrees(),
        middle.lat + (off_north / meridian).to_degrees(),
    )
}

/// How far each position is from the nearest edge of a shape, where that is less than `within`.
///
/// # Method
/// The plane through the position with the lengths of a degree there, edges straight in it.
///
/// # Accuracy
/// 1e-3 of the distance within 10 km, between the 80th parallels.
///
/// # Example
/// ```
/// use seisin_core::Length;
/// use seisin_measure::{Position, Shape, ShapeLimits, near_edge};
/// let p = Position::new;
/// let ring = vec![p(35.0, 51.0), p(36.0, 51.0), p(36.0, 52.0), p(35.0, 52.0), p(35.0, 51.0)];
/// let (land, _) = Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())?;
/// let towns = [p(35.5, 51.001), p(35.5, 51.5)];
/// let near = near_edge(&land, &towns, Length::from_metres(500.0));
/// assert!((near[0].expect("111 m from the southern edge").metres() - 111.2).abs() < 0.2);
/// assert_eq!(near[1], None);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn near_edge(shape: &Shape, positions: &[Position], within: Length) -> Vec<Option<Length>> {
    let index = EdgeIndex::of(shape);
    positions.iter().map(|position| nearest(&index, *position, within.metres())).collect()
}

fn nearest(index: &EdgeIndex, position: Position, within: f64) -> Option<Length> {
    let (meridian, parallel) = metres_per_radian(position.lat.to_radians());
    let (up, along) = (within / meridian, within / parallel.max(1.0));
    let area = crate::Bounds {
        west: position.lon - along.to_degrees(),
        east: position.lon + along.to_degrees(),
        south: position.lat - up.to_degrees(),
        north: position.lat + up.to_degrees(),
    };
    let flat = |p: Position| {
        let (east, north) = (p.lon - position.lon, p.lat - position.lat);
        (east.to_radians() * parallel, north.to_radians() * meridian)
    };
    let mut least = f64::INFINITY;
    let _: std::ops::ControlFlow<()> = index.visit(area, &mut |edge| {
        least = least.min(from_origin(flat(edge.ends[0]), flat(edge.ends[1])));
        std::ops::ControlFlow::Continue(())
    });
    (least < within).then(|| Length::from_metres(least))
}

/// How far a straight edge in the plane passes from the origin.
fn from_origin(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let at = if length > 0.0 { (-(a.0 * dx + a.1 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (a.0 + at * dx).hypot(a.1 + at * dy)
}
