//! Lines that should be one, made one before an overlay; and a count of how often lines meet.

use super::budget::{Budget, OverlayError};
use crate::edge_index::{Edge, EdgeIndex};
use crate::position::Position;
use crate::predicate::{Meeting, meet};
use crate::ring::Ring;
use crate::shape::Shape;
use std::ops::ControlFlow;

/// How far apart, in degrees, two lines may be and still be one: 0.1 mm, a thousand times the grid
/// of an overlay and a tenth of the last digit of the finest published coordinates.
pub(crate) const SAME_LINE: f64 = 1e-9;

/// The lines of one shape, each closed without repeating its first position.
pub(super) type Lines = Vec<Vec<Position>>;

/// The lines of each shape, led through the vertices of others that lie on them.
///
/// # Errors
/// [`OverlayError`] where the shapes exceed the budget.
pub(super) fn node(shapes: &[&Shape], budget: &Budget) -> Result<Vec<Lines>, OverlayError> {
    let found = shapes.iter().map(|shape| shape.vertices()).sum();
    if found > budget.vertices {
        return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
    }
    let of_shape = |(owner, shape): (usize, &&Shape)| vec![owner; shape.rings().count()];
    let owners: Vec<usize> = shapes.iter().enumerate().flat_map(of_shape).collect();
    let rings: Vec<&[Position]> =
        shapes.iter().flat_map(|shape| shape.rings()).map(Ring::open).collect();
    let changes = changes(&EdgeIndex::new(&rings), &owners, budget)?;
    let mut lines = vec![Lines::new(); shapes.len()];
    let mut changes = changes.as_slice();
    for (ring, (open, owner)) in rings.into_iter().zip(owners).enumerate() {
        let (own, rest) = changes.split_at(changes.partition_point(|change| change.ring <= ring));
        lines[owner].push(changed(open, own));
        changes = rest;
    }
    Ok(lines)
}

/// Whether loops, each without repeating its first position, lie within the budget.
///
/// # Errors
/// [`OverlayError`] where they do not.
pub(super) fn check_loops(loops: &[Vec<Position>], budget: &Budget) -> Result<(), OverlayError> {
    let found = loops.iter().map(Vec::len).sum();
    if found > budget.vertices {
        return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
    }
    let rings: Vec<&[Position]> = loops.iter().map(Vec::as_slice).collect();
    let (mut crossings, mut pairs) = (0_usize, 0_usize);
    let refused = EdgeIndex::new(&rings).visit_pairs(0.0, &mut |edge, other| {
        pairs += 1;
        let meeting = meet(edge.ends, other.ends);
        crossings += usize::from(matches!(meeting, Meeting::Cross | Meeting::Overlap));
        check(crossings, pairs, budget)
    });
    match refused {
        ControlFlow::Break(error) => Err(error),
        ControlFlow::Continue(()) => Ok(()),
    }
}

/// A position that a ring is led through, on the edge numbered `at`.
struct Change {
    ring: usize,
    at: usize,
    /// How far along the edge, as a share of it; nothing where the position takes the place of the
    /// vertex the edge starts from.
    along: f64,
    position: Position,
}

/// Finds what must be changed in which ring, in order, and counts how often edges of different
/// shapes meet.
fn changes(
    index: &EdgeIndex,
    owners: &[usize],
    budget: &Budget,
) -> Result<Vec<Change>, OverlayError> {
    let (mut found, mut crossings, mut pairs) = (Vec::new(), 0_usize, 0_usize);
    let refused = index.visit_pairs(SAME_LINE, &mut |edge, other| {
        pairs += 1;
        if owners[edge.ring] == owners[other.ring] {
            return check(crossings, pairs, budget);
        }
        crossings += usize::from(meet(edge.ends, other.ends) != Meeting::Apart);
        let other_first = owners[other.ring] < owners[edge.ring];
        found.extend(change(edge, other.ends[0], other_first));
        found.extend(change(other, edge.ends[0], !other_first));
        check(crossings, pairs, budget)
    });
    if let ControlFlow::Break(error) = refused {
        return Err(error);
    }
    let place = |change: &Change| (change.ring, change.at);
    found.sort_by(|a, b| place(a).cmp(&place(b)).then(a.along.total_cmp(&b.along)));
    Ok(found)
}

fn check(crossings: usize, pairs: usize, budget: &Budget) -> ControlFlow<OverlayError> {
    if crossings > budget.crossings {
        return ControlFlow::Break(OverlayError::TooManyCrossings { limit: budget.crossings });
    }
    if pairs > budget.edge_pairs {
        return ControlFlow::Break(OverlayError::TooManyEdgePairs { limit: budget.edge_pairs });
    }
    ControlFlow::Continue(())
}

/// What a vertex of another shape changes in an edge: its start is moved to a vertex as good as at
/// it, if the other shape comes first; a vertex in its middle is led through.
fn change(edge: &Edge, vertex: Position, vertex_first: bool) -> Option<Change> {
    let [a, b] = edge.ends;
    let (dx, dy) = (b.lon - a.lon, b.lat - a.lat);
    let (x, y) = (vertex.lon - a.lon, vertex.lat - a.lat);
    let length = dx.hypot(dy);
    let (forward, aside) = ((x * dx + y * dy) / length, (y * dx - x * dy) / length);
    if aside.abs() > SAME_LINE || forward < -SAME_LINE || forward > length - SAME_LINE {
        return None;
    }
    let at_start = forward <= SAME_LINE;
    let wanted = if at_start { vertex_first && vertex != a } else { true };
    let along = if at_start { 0.0 } else { forward / length };
    wanted.then_some(Change { ring: edge.ring, at: edge.at, along, position: vertex })
}

/// The ring with its changes made; they are in order along it.
fn changed(open: &[Position], changes: &[Change]) -> Vec<Position> {
    let mut line = Vec::with_capacity(open.len() + changes.len());
    let mut changes = changes.iter().peekable();
    for (at, vertex) in open.iter().enumerate() {
        line.push(*vertex);
        while let Some(change) = changes.next_if(|change| change.at == at) {
            if change.along > 0.0 {
                line.push(change.position);
            } else if let Some(last) = line.last_mut() {
                *last = change.position;
            }
        }
    }
    line
}
