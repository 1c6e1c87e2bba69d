//! Proving an edition valid from the one before.

use super::contact::{Contact, Touch, contact, sides};
use super::invalid::InvalidShape;
use super::limits::ShapeLimits;
use super::nesting::{check_connected, check_nesting};
use super::ring_form::FormedRing;
use super::sweep::rings_around_each;
use super::validate::{TurnedRing, Valid, assemble, noted};
use crate::change::walk;
use crate::edge_index::{Edge, EdgeIndex};
use crate::position::{Bounds, Position};
use crate::ring::Ring;
use crate::shape::Shape;
use std::ops::ControlFlow;

/// In the index, what stands for a position at which rings touched.
const TOUCH: usize = usize::MAX;

/// How many edges are held against the index at once.
const AT_ONCE: usize = 16;

/// The shape of some rings, where it can be proved valid from the shape of the edition before and
/// the positions at which its rings touch; `None` says nothing.
pub(super) fn prove(
    rings: Vec<FormedRing>,
    (before, touched): (&Shape, &[Position]),
    limits: &ShapeLimits,
) -> Option<Valid> {
    if before.is_empty() {
        return None;
    }
    let (rings, notes) = noted(rings.into_iter().map(TurnedRing::of).collect());
    let touches = touches(&rings, &new_edges(before, &rings), touched, limits).ok()?;
    check_nesting(&rings, &rings_around_each(&rings, limits)?, &touches).ok()?;
    check_connected(&rings, &touches).ok()?;
    Some(Valid { shape: assemble(rings), notes, touches })
}

/// The edges of `rings` that are not told at first sight to be edges of `before`.
fn new_edges(before: &Shape, rings: &[FormedRing]) -> Vec<Edge> {
    let mut old: Vec<Option<&Ring>> = before.rings().map(Some).collect();
    old.sort_by(|a, b| start(*a).partial_cmp(&start(*b)).expect("positions are numbers"));
    let starts: Vec<Option<Position>> = old.iter().map(|ring| start(*ring)).collect();
    let mut edges = Vec::new();
    for (number, ring) in rings.iter().enumerate() {
        let mut add = |at: usize| edges.push(edge(number, ring, at));
        let first = ring.open.first().copied();
        let from = starts.partition_point(|start| *start < first);
        let alike = starts[from..].iter().take_while(|start| **start == first).count();
        let partner = old[from..from + alike].iter_mut().find_map(Option::take);
        let Some(partner) = partner else {
            (0..ring.open.len()).for_each(&mut add);
            continue;
        };
        walk(partner.open(), &ring.open, &mut |_, new| new.for_each(&mut add));
        if partner.open().last() != ring.open.last() {
            add(ring.open.len() - 1);
        }
    }
    edges
}

fn start(ring: Option<&Ring>) -> Option<Position> {
    ring?.positions().first().copied()
}

fn edge(ring: usize, formed: &FormedRing, at: usize) -> Edge {
    let to = if at + 1 == formed.open.len() { 0 } else { at + 1 };
    Edge { ends: [formed.open[at], formed.open[to]], ring, at }
}

/// All touches of different rings, where only `new` edges, and those near a position of `touched`,
/// can meet others in a new way.
fn touches(
    rings: &[FormedRing],
    new: &[Edge],
    touched: &[Position],
    limits: &ShapeLimits,
) -> Result<Vec<Touch>, InvalidShape> {
    let marks = touched.iter().zip(0..).map(|(p, at)| Edge { ends: [*p, *p], ring: TOUCH, at });
    let index = EdgeIndex::of_edges(new.iter().copied().chain(marks).collect());
    let mut meeting = Meeting { rings, near: vec![Vec::new(); touched.len()], nodes: Vec::new() };
    let mut left = limits.edge_pairs;
    for (number, ring) in rings.iter().enumerate() {
        for first in (0..ring.open.len()).step_by(AT_ONCE) {
            let end = (first + AT_ONCE).min(ring.open.len());
            let next = ring.open[if end == ring.open.len() { 0 } else { end }];
            let bounds =
                ring.open[first..end].iter().fold(Bounds::NOTHING.and(next), |b, p| b.and(*p));
            let found = index.visit(bounds, &mut |found| {
                for at in first..end {
                    if let Err(invalid) = meeting.take(edge(number, ring, at), found, &mut left) {
                        return ControlFlow::Break(invalid);
                    }
                }
                ControlFlow::Continue(())
            });
            if let ControlFlow::Break(invalid) = found {
                return Err(invalid);
            }
        }
    }
    meeting.near_old_touches()?;
    sides(rings, meeting.nodes)
}

/// What meets what.
struct Meeting<'r> {
    rings: &'r [FormedRing],
    /// For each position at which rings touched, the edges near it.
    near: Vec<Vec<Edge>>,
    nodes: Vec<Contact>,
}

impl Meeting<'_> {
    /// Holds an edge against one of the index, where their boxes meet.
    fn take(&mut self, edge: Edge, found: &Edge, left: &mut usize) -> Result<(), InvalidShape> {
        if !edge.bounds().intersects(found.bounds()) {
            return Ok(());
        }
        if found.ring == TOUCH {
            self.near[found.at].push(edge);
            return Ok(());
        }
        if (edge.ring, edge.at) == (found.ring, found.at) {
            return Ok(());
        }
        *left = left.checked_sub(1).ok_or(InvalidShape::TooTangled { limit: 0 })?;
        self.nodes.extend(contact(self.rings, &edge, found)?);
        Ok(())
    }

    /// Holds the edges near each old touch against each other.
    fn near_old_touches(&mut self) -> Result<(), InvalidShape> {
        for edges in &self.near {
            for (place, one) in edges.iter().enumerate() {
                for other in &edges[place + 1..] {
                    self.nodes.extend(contact(self.rings, one, other)?);
                }
            }
        }
        Ok(())
    }
}
