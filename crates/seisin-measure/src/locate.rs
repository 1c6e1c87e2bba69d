//! Where a position lies, and a position that lies inside.

use crate::edge_index::EdgeIndex;
use crate::position::{Bounds, Position};
use crate::predicate::side;
use crate::ring::Ring;
use crate::shape::{Polygon, Shape};
use std::ops::ControlFlow;

/// The rings that enclose `position`, in order; for a ring it lies on, either answer may come.
///
/// `looked_at` is increased by the number of edges looked at.
///
/// # Method
/// A ray to the east crosses a ring an odd number of times; edges are half-open in latitude, and
/// sides exact.
pub(crate) fn rings_around(
    index: &EdgeIndex,
    position: Position,
    looked_at: &mut usize,
) -> Vec<usize> {
    let ray = Bounds { east: f64::INFINITY, ..Bounds::NOTHING.and(position) };
    let mut crossed = Vec::new();
    let _: ControlFlow<()> = index.visit(ray, &mut |edge| {
        *looked_at += 1;
        if crosses_ray(edge.ends, position) {
            crossed.push(edge.ring);
        }
        ControlFlow::Continue(())
    });
    crossed.sort_unstable();
    let runs = crossed.chunk_by(|a, b| a == b);
    runs.filter(|run| run.len() % 2 == 1).map(|run| run[0]).collect()
}

/// Whether the edge crosses the ray from `position` to the east.
pub(crate) fn crosses_ray([a, b]: [Position; 2], position: Position) -> bool {
    match (a.lat > position.lat, b.lat > position.lat) {
        (false, true) => side(a, b, position).is_gt(),
        (true, false) => side(a, b, position).is_lt(),
        _ => false,
    }
}

impl Shape {
    /// Whether `position` lies in the land or on its edge.
    ///
    /// # Assumptions
    /// Edges are straight in lon/lat; nothing wraps at the antimeridian.
    ///
    /// # Method
    /// Crossings of a ray to the east, with exact predicates; time grows with the vertices.
    pub fn covers_position(&self, position: Position) -> bool {
        self.polygons().iter().any(|polygon| covers(polygon, position))
    }

    /// A position inside the land, well away from its edge where it can be: to place a piece in a
    /// region. `None` for no land, or land too thin for a position between its edges.
    ///
    /// # Method
    /// The middle of the widest stretch inside the polygon with the largest box, along several
    /// parallels; checked with [`Shape::covers_position`].
    pub fn interior_point(&self) -> Option<Position> {
        let size = |polygon: &&Polygon| {
            let bounds = polygon.exterior().bounds();
            (bounds.east - bounds.west) * (bounds.north - bounds.south)
        };
        let largest = self.polygons().iter().max_by(|a, b| size(a).total_cmp(&size(b)))?;
        let bounds = largest.exterior().bounds();
        let height = bounds.north - bounds.south;
        let stretches = PARALLELS.iter().map(|share| bounds.south + height * share);
        let widest = stretches
            .filter_map(|lat| widest_stretch(largest, lat))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        widest.map(|(_, position)| position)
    }
}

/// Shares of a polygon's height at which [`Shape::interior_point`] looks.
const PARALLELS: [f64; 9] = [0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9, 0.02, 0.98];

/// The width and middle of the widest stretch of the polygon's inside along a parallel.
fn widest_stretch(polygon: &Polygon, lat: f64) -> Option<(f64, Position)> {
    let mut cuts: Vec<f64> = polygon
        .rings()
        .flat_map(Ring::edges)
        .filter(|[a, b]| (a.lat > lat) != (b.lat > lat))
        .map(|[a, b]| a.lon + (b.lon - a.lon) * ((lat - a.lat) / (b.lat - a.lat)))
        .collect();
    cuts.sort_by(f64::total_cmp);
    cuts.chunks_exact(2)
        .map(|cut| (cut[1] - cut[0], Position { lon: f64::midpoint(cut[0], cut[1]), lat }))
        .filter(|(_, position)| is_inside(polygon, *position))
        .max_by(|a, b| a.0.total_cmp(&b.0))
}

/// Whether the position lies in the polygon or on one of its rings.
fn covers(polygon: &Polygon, position: Position) -> bool {
    polygon.exterior().bounds().covers(position)
        && (is_inside(polygon, position) || is_on_ring(polygon, position))
}

/// Whether the position lies in the polygon and on none of its rings.
fn is_inside(polygon: &Polygon, position: Position) -> bool {
    let edges = polygon.rings().flat_map(Ring::edges);
    let crossed = edges.filter(|edge| crosses_ray(*edge, position)).count();
    crossed % 2 == 1 && !is_on_ring(polygon, position)
}

fn is_on_ring(polygon: &Polygon, position: Position) -> bool {
    polygon.rings().flat_map(Ring::edges).any(|edge| lies_on(edge, position))
}

/// Whether the position lies on the edge.
fn lies_on(edge: [Position; 2], position: Position) -> bool {
    let [a, b] = edge;
    let bounds = Bounds::NOTHING.and(a).and(b);
    bounds.covers(position) && side(a, b, position).is_eq()
}
