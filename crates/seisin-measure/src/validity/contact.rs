//! Where rings cross, overlap or touch.

use super::invalid::InvalidShape;
use super::limits::ShapeLimits;
use super::ring_form::FormedRing;
use crate::edge_index::{Edge, EdgeIndex};
use crate::position::Position;
use crate::predicate::{Meeting, in_sector, meet};
use crate::ring::Turn;
use std::ops::ControlFlow;

/// A position at which a ring touches another: the vertices before and after it on the ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    pub(super) ring: usize,
    before: usize,
    after: usize,
}

/// Two rings that touch without crossing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Touch {
    pub(super) at: Position,
    pub(super) rings: [usize; 2],
    /// Whether the second ring lies inside the first.
    pub(super) second_in_first: bool,
    /// Whether the first ring lies inside the second.
    pub(super) first_in_second: bool,
}

/// Finds all touches of different rings, or the first contact that no valid shape has.
///
/// # Method
/// Every pair of edges whose boxes meet is put to the exact test; the number of pairs is bounded by
/// the limits. Where rings touch, the two arms of one must lie on the same side of the other.
pub(super) fn touches(
    rings: &[FormedRing],
    index: &EdgeIndex,
    limits: &ShapeLimits,
) -> Result<Vec<Touch>, InvalidShape> {
    let mut nodes = Vec::new();
    let mut pairs = 0_usize;
    let refused = index.visit_pairs(0.0, &mut |edge, other| {
        pairs += 1;
        if pairs > limits.edge_pairs {
            return ControlFlow::Break(InvalidShape::TooTangled { limit: limits.edge_pairs });
        }
        match contact(rings, edge, other) {
            Ok(touch) => nodes.extend(touch),
            Err(invalid) => return ControlFlow::Break(invalid),
        }
        ControlFlow::Continue(())
    });
    if let ControlFlow::Break(invalid) = refused {
        return Err(invalid);
    }
    sides(rings, nodes)
}

pub(super) type Contact = (Position, [Node; 2]);

/// How two edges touch, if they do, or why they may not.
pub(super) fn contact(
    rings: &[FormedRing],
    a: &Edge,
    b: &Edge,
) -> Result<Option<Contact>, InvalidShape> {
    if a.ring == b.ring {
        let n = rings[a.ring].open.len();
        let neighbours = (a.at + 1) % n == b.at || (b.at + 1) % n == a.at;
        if neighbours || meet(a.ends, b.ends) == Meeting::Apart {
            return Ok(None);
        }
        let (first, last) = (a.at.min(b.at), a.at.max(b.at));
        let ring = &rings[a.ring];
        let other = ring.vertex(last).vertex;
        return Err(InvalidShape::NotSimple { at: ring.vertex(first), other });
    }
    let places = || {
        let (at, other) = (rings[a.ring].vertex(a.at), rings[b.ring].vertex(b.at));
        (at.max(other), at.min(other))
    };
    match meet(a.ends, b.ends) {
        Meeting::Apart => Ok(None),
        Meeting::Touch(at) => Ok(Some((at, [node(rings, a, at), node(rings, b, at)]))),
        Meeting::Cross => {
            let (at, other) = places();
            Err(InvalidShape::RingsCross { at, other })
        }
        Meeting::Overlap => {
            let (at, other) = places();
            Err(InvalidShape::RingsOverlap { at, other })
        }
    }
}

/// The place of `position`, which lies on `edge`, on its ring.
fn node(rings: &[FormedRing], edge: &Edge, position: Position) -> Node {
    let n = rings[edge.ring].open.len();
    let (start, end) = (edge.at, (edge.at + 1) % n);
    let (before, after) = if position == edge.ends[0] {
        ((start + n - 1) % n, end)
    } else if position == edge.ends[1] {
        (start, (end + 1) % n)
    } else {
        (start, end)
    };
    Node { ring: edge.ring, before, after }
}

/// The touches at the nodes found, each once, with the sides on which the rings lie.
pub(super) fn sides(
    rings: &[FormedRing],
    mut nodes: Vec<Contact>,
) -> Result<Vec<Touch>, InvalidShape> {
    for (_, pair) in &mut nodes {
        pair.sort_unstable();
    }
    nodes.sort_unstable_by_key(|(_, pair)| *pair);
    nodes.dedup_by_key(|(_, pair)| *pair);
    nodes.into_iter().map(|(at, pair)| side_of(rings, at, pair)).collect()
}

fn side_of(rings: &[FormedRing], at: Position, [a, b]: [Node; 2]) -> Result<Touch, InvalidShape> {
    let inside = |outer: Node, inner: Node| {
        let (ring, arms) = (&rings[outer.ring].open, &rings[inner.ring].open);
        let (before, after) = (ring[outer.before], ring[outer.after]);
        let (from, to) = match Turn::of(ring) {
            Turn::CounterClockwise => (after, before),
            Turn::Clockwise => (before, after),
        };
        let arm = |vertex: usize| in_sector(at, from, to, arms[vertex]);
        (arm(inner.before), arm(inner.after))
    };
    let (b_in_a, a_in_b) = (inside(a, b), inside(b, a));
    if b_in_a.0 != b_in_a.1 || a_in_b.0 != a_in_b.1 {
        let vertex = |node: Node| rings[node.ring].vertex(node.before);
        return Err(InvalidShape::RingsCross { at: vertex(b), other: vertex(a) });
    }
    Ok(Touch { at, rings: [a.ring, b.ring], second_in_first: b_in_a.0, first_in_second: a_in_b.0 })
}
