//! Where two shapes have a line in common.

use crate::edge_index::{Edge, EdgeIndex};
use crate::length::edge_metres;
use crate::overlay::{Budget, OverlayError, SAME_LINE};
use crate::position::Position;
use crate::quadrature::ExactSum;
use crate::ring::Ring;
use crate::shape::Shape;
use seisin_core::Length;
use std::ops::ControlFlow;

/// The length of the line where two territories meet: land of `a` on one side, of `b` on the other.
///
/// # Assumptions
/// Shapes that overlap meet only where their edges coincide; take the difference first.
///
/// # Method
/// Stretches of edges of both that run opposite ways within 1e-9 degree (0.1 mm) of each other,
/// whatever vertices either has on them; each stretch measured once, as [`crate::perimeter`] does.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, common_border};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())
/// };
/// let border = common_border(&square(35.0)?.0, &square(36.0)?.0, &Budget::default());
/// assert!((border.expect("two squares").km() - 111.258).abs() < 0.001);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn common_border(a: &Shape, b: &Shape, budget: &Budget) -> Result<Length, OverlayError> {
    let index = EdgeIndex::of(b);
    shared_line(a, &index, Way::Opposite, budget).map(Length::from_metres)
}

/// What the edge of a clipped shape is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClipLines {
    /// The line of the map: the part of the edge inside the region.
    pub map: Length,
    /// The part of the edge that is the region's boundary.
    pub boundary: Length,
}

/// Tells which part of the edge of `clip`, an [`crate::intersection`] with `region`, is the
/// region's boundary and which is the map's own line.
///
/// # Method
/// As [`common_border`], for edges that run the same way.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub fn clip_lines(
    clip: &Shape,
    region: &Shape,
    budget: &Budget,
) -> Result<ClipLines, OverlayError> {
    let boundary = shared_line(clip, &EdgeIndex::of(region), Way::Same, budget)?;
    let whole = crate::perimeter(clip).metres();
    let map = Length::from_metres((whole - boundary).max(0.0));
    Ok(ClipLines { map, boundary: Length::from_metres(boundary) })
}

/// Which way two edges on one line run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Same,
    Opposite,
}

impl EdgeIndex {
    /// An index of all edges of a shape.
    pub(crate) fn of(shape: &Shape) -> Self {
        Self::new(&shape.rings().map(Ring::open).collect::<Vec<_>>())
    }
}

/// The length in metres of the edges of `shape` that lie on edges of the index.
fn shared_line(
    shape: &Shape,
    index: &EdgeIndex,
    way: Way,
    budget: &Budget,
) -> Result<f64, OverlayError> {
    let mut sum = ExactSum::default();
    sum.extend(shared_stretches(shape, index, way, budget)?.into_iter().map(edge_metres));
    Ok(sum.total())
}

/// The stretches of the edges of `shape` that lie on edges of the index, in the order of its rings.
pub(crate) fn shared_stretches(
    shape: &Shape,
    index: &EdgeIndex,
    way: Way,
    budget: &Budget,
) -> Result<Vec<[Position; 2]>, OverlayError> {
    let found = shape.vertices() + index.len();
    if found > budget.vertices {
        return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
    }
    let (mut pairs, mut shared) = (0_usize, Vec::new());
    for edge in shape.rings().flat_map(Ring::edges) {
        let area = Edge { ends: edge, ring: 0, at: 0 }.bounds().grown(SAME_LINE);
        let mut stretches = Vec::new();
        let _: ControlFlow<()> = index.visit(area, &mut |other| {
            pairs += 1;
            stretches.extend(stretch(edge, other.ends, way));
            ControlFlow::Continue(())
        });
        if pairs > budget.edge_pairs {
            return Err(OverlayError::TooManyEdgePairs { limit: budget.edge_pairs });
        }
        let at = |share: f64| match share {
            0.0 => edge[0],
            1.0 => edge[1],
            between => edge[0].towards(edge[1], between),
        };
        shared.extend(merged(stretches).into_iter().map(|[from, to]| [at(from), at(to)]));
    }
    Ok(shared)
}

/// The part of `edge`, as shares of its way, that lies on `other`.
pub(crate) fn stretch(edge: [Position; 2], other: [Position; 2], way: Way) -> Option<[f64; 2]> {
    let [a, b] = edge;
    let (dx, dy) = (b.lon - a.lon, b.lat - a.lat);
    let length = dx.hypot(dy);
    // Along the edge as a share of it, and off to its left in degrees.
    let place = |p: Position| {
        let (x, y) = (p.lon - a.lon, p.lat - a.lat);
        ((x * dx + y * dy) / (length * length), (y * dx - x * dy) / length)
    };
    let (mut from, mut to) = (place(other[0]), place(other[1]));
    let found = if to.0 > from.0 { Way::Same } else { Way::Opposite };
    if found != way {
        return None;
    }
    if way == Way::Opposite {
        std::mem::swap(&mut from, &mut to);
    }
    let near = [from.1, to.1].iter().all(|off| off.abs() <= SAME_LINE);
    let (start, end) = if near { (from.0, to.0) } else { near_part(from, to)? };
    let (start, end) = (start.max(0.0), end.min(1.0));
    (start < end).then_some([start, end])
}

/// The part of the way between two places that stays within [`SAME_LINE`].
fn near_part(from: (f64, f64), to: (f64, f64)) -> Option<(f64, f64)> {
    let rise = to.1 - from.1;
    let at = |off: f64| from.0 + (to.0 - from.0) * ((off - from.1) / rise);
    let (one, other) = (at(SAME_LINE), at(-SAME_LINE));
    let (start, end) = (one.min(other).max(from.0), one.max(other).min(to.0));
    (start < end).then_some((start, end))
}

/// The stretches with those that overlap made one.
pub(crate) fn merged(mut stretches: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    stretches.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut merged: Vec<[f64; 2]> = Vec::with_capacity(stretches.len());
    for [from, to] in stretches {
        match merged.last_mut() {
            Some(last) if from <= last[1] => last[1] = last[1].max(to),
            _ => merged.push([from, to]),
        }
    }
    merged
}
