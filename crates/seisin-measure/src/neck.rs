//! Where land is narrowest.

use crate::distance::distance;
use crate::moment::parts;
use crate::plane::Plane;
use crate::position::Position;
use crate::ring::Ring;
use crate::shape::Polygon;
use seisin_core::{Area, Length};

/// The narrowest place of a piece of land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neck {
    /// How wide it is.
    pub width: Length,
    /// The two positions of the edge that face each other there.
    pub ends: [Position; 2],
    /// The land on the smaller side of it.
    pub cut_off: Area,
}

/// The most steps taken to look for a neck; with more the answer is `None`.
const STEPS: usize = 400_000_000;

/// The narrowest place of a piece of land at which the line across leaves at least `share` of the
/// land on either side; `None` for land that has none, or an edge too long to be looked through.
///
/// # Assumptions
/// Holes count as land: it is the outer edge that has a neck.
///
/// # Method
/// Of all straight lines inside the land from a vertex of its outer edge to the nearest position of
/// another edge, the shortest that leaves enough on both sides. Edges are first cut so that none is
/// longer than 0.05°; the land on a side is a difference of running sums of cross products. On an
/// equal-area plane that touches the Earth in the middle of the land; the width told is that of the
/// geodesic between the two ends. The idea is that of the bottleneck of a polygon: the least cut
/// that parts it, among cuts that part off something.
///
/// # Accuracy
/// A neck between the inner sides of two edges is met at a vertex of one of them, so it is exact
/// but for the plane (see the accuracy of [`crate::moment_compactness`]). Where lines of equal
/// width abound, as in a strip, the first along the edge is told.
///
/// # Example
/// ```
/// use seisin_measure::{Position, Shape, ShapeLimits, narrowest};
/// let p = Position::new;
/// // Two squares of a tenth of a degree, joined by a bridge a hundredth of a degree high.
/// let land = vec![
///     p(0.0, 0.0), p(0.1, 0.0), p(0.1, 0.04), p(0.2, 0.04), p(0.2, 0.0), p(0.3, 0.0),
///     p(0.3, 0.1), p(0.2, 0.1), p(0.2, 0.05), p(0.1, 0.05), p(0.1, 0.1), p(0.0, 0.1), p(0.0, 0.0),
/// ];
/// let (land, _) = Shape::from_rings(vec![vec![land]], &ShapeLimits::default())?;
/// let neck = narrowest(&land.polygons()[0], 0.05).expect("a neck");
/// assert!((neck.width.km() - 1.106).abs() < 0.001);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn narrowest(polygon: &Polygon, share: f64) -> Option<Neck> {
    let outline = Outline::of(polygon.exterior());
    let least = outline.whole() * share.clamp(0.0, 0.5);
    let found = outline.narrowest(least)?;
    let ends = [outline.positions[found.vertex], outline.at(found.edge, found.along)];
    Some(Neck {
        width: distance(ends[0], ends[1]),
        ends,
        cut_off: Area::from_square_metres(found.cut_off),
    })
}

/// A line across the land.
#[derive(Debug, Clone, Copy)]
struct Across {
    vertex: usize,
    edge: usize,
    /// The share of the edge's way at which it ends.
    along: f64,
    width: f64,
    cut_off: f64,
}

/// An outer edge on the plane with running sums of twice the area it sweeps.
#[derive(Debug)]
struct Outline {
    positions: Vec<Position>,
    places: Vec<[f64; 2]>,
    swept: Vec<f64>,
}

impl Outline {
    fn of(ring: &Ring) -> Self {
        let bounds = ring.bounds();
        let plane = Plane::at(Position::new(
            f64::midpoint(bounds.west, bounds.east),
            f64::midpoint(bounds.south, bounds.north),
        ));
        let positions: Vec<Position> = ring.edges().flat_map(parts).map(|[from, _]| from).collect();
        let places: Vec<[f64; 2]> = positions.iter().map(|p| plane.place(*p)).collect();
        let mut swept = vec![0.0];
        let mut sum = 0.0;
        for (at, place) in places.iter().enumerate() {
            sum += cross(*place, places[(at + 1) % places.len()]);
            swept.push(sum);
        }
        Self { positions, places, swept }
    }

    fn whole(&self) -> f64 {
        self.swept.last().map_or(0.0, |twice| twice / 2.0)
    }

    fn next(&self, vertex: usize) -> usize {
        if vertex + 1 == self.places.len() { 0 } else { vertex + 1 }
    }

    fn at(&self, edge: usize, along: f64) -> Position {
        self.positions[edge].towards(self.positions[self.next(edge)], along)
    }

    fn narrowest(&self, least: f64) -> Option<Across> {
        let count = self.places.len();
        if count.saturating_mul(count) > STEPS {
            return None;
        }
        let mut best: Option<Across> = None;
        for vertex in 0..count {
            for edge in 0..count {
                let limit = best.map_or(f64::INFINITY, |found| found.width);
                let Some(across) = self.across(vertex, edge, limit) else { continue };
                if across.cut_off >= least && self.is_inside(&across) {
                    best = Some(across);
                }
            }
        }
        best
    }

    /// The line from a vertex to the nearest position of an edge, where it is shorter than `limit`.
    fn across(&self, vertex: usize, edge: usize, limit: f64) -> Option<Across> {
        let (from, to) = (self.places[edge], self.places[self.next(edge)]);
        if edge == vertex || self.next(edge) == vertex {
            return None;
        }
        let here = self.places[vertex];
        let way = minus(to, from);
        let along = (dot(minus(here, from), way) / dot(way, way)).clamp(0.0, 1.0);
        let foot = [from[0] + way[0] * along, from[1] + way[1] * along];
        let off = minus(foot, here);
        let width = dot(off, off).sqrt();
        (width < limit && width > 0.0).then(|| Across {
            vertex,
            edge,
            along,
            width,
            cut_off: self.cut_off(vertex, edge, foot),
        })
    }

    /// The land on the smaller side of the line from a vertex to a position on an edge.
    fn cut_off(&self, vertex: usize, edge: usize, foot: [f64; 2]) -> f64 {
        let whole = self.swept.last().copied().unwrap_or(0.0);
        let mut way = self.swept[edge] - self.swept[vertex];
        if edge < vertex {
            way += whole;
        }
        let closed = way + cross(self.places[edge], foot) + cross(foot, self.places[vertex]);
        (closed / 2.0).min((whole - closed) / 2.0)
    }

    /// Whether a line runs inside the land from end to end.
    fn is_inside(&self, across: &Across) -> bool {
        let from = self.places[across.vertex];
        let start = self.places[across.edge];
        let way = minus(self.places[self.next(across.edge)], start);
        let to = [start[0] + way[0] * across.along, start[1] + way[1] * across.along];
        let middle = [f64::midpoint(from[0], to[0]), f64::midpoint(from[1], to[1])];
        let mut odd = false;
        for edge in 0..self.places.len() {
            let (a, b) = (self.places[edge], self.places[self.next(edge)]);
            if crosses(from, to, a, b) {
                return false;
            }
            odd ^= east_of(middle, a, b);
        }
        odd
    }
}

/// Whether a ray to the east from `place` crosses the edge from `a` to `b`.
fn east_of(place: [f64; 2], a: [f64; 2], b: [f64; 2]) -> bool {
    let passes = (a[1] > place[1]) != (b[1] > place[1]);
    passes && place[0] < (b[0] - a[0]) * (place[1] - a[1]) / (b[1] - a[1]) + a[0]
}

/// Whether two lines cross between their ends.
fn crosses(from: [f64; 2], to: [f64; 2], a: [f64; 2], b: [f64; 2]) -> bool {
    let side = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| cross(minus(q, p), minus(r, p));
    let apart = |one: f64, other: f64| (one > 0.0 && other < 0.0) || (one < 0.0 && other > 0.0);
    apart(side(from, to, a), side(from, to, b)) && apart(side(a, b, from), side(a, b, to))
}

fn minus(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [a[0] - b[0], a[1] - b[1]]
}

fn dot(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

fn cross(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}
