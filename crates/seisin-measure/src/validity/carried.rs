//! Proving an edition valid from the one before.

use super::contact::{Contact, Touch, contact, sides};
use super::invalid::{InvalidShape, RingPlace};
use super::limits::{ShapeLimits, ShapeNote};
use super::nesting::{check_connected, check_nesting};
use super::ring_facts::{Following, RingFacts};
use super::ring_form::FormedRing;
use super::sweep::rings_around_each;
use super::validate::{Given, assemble};
use crate::edge_index::{Edge, EdgeIndex};
use crate::position::{Bounds, Position};
use crate::shape::Shape;
use std::ops::ControlFlow;
use std::sync::Arc;

/// In the index, what stands for a position at which rings touched.
const TOUCH: usize = usize::MAX;

/// A valid edition with what was worked out about it.
#[derive(Debug, Clone, Default)]
pub(super) struct Edition {
    pub(super) shape: Arc<Shape>,
    rings: Vec<FormedRing>,
    /// What was worked out about each ring.
    facts: Vec<RingFacts>,
    /// Where rings touch.
    touched: Vec<Position>,
}

impl Edition {
    /// An edition of rings found valid together, with what was changed in them.
    pub(super) fn of_valid(rings: Vec<FormedRing>, touches: &[Touch]) -> (Self, Vec<ShapeNote>) {
        let facts = rings.iter().map(RingFacts::of).collect();
        Self::with(rings, facts, touches)
    }

    fn with(
        rings: Vec<FormedRing>,
        facts: Vec<RingFacts>,
        touches: &[Touch],
    ) -> (Self, Vec<ShapeNote>) {
        let both = || rings.iter().zip(&facts);
        let shape = assemble(both().map(|(formed, facts)| (formed.at, facts.ring.clone())));
        let notes = both().flat_map(|(formed, facts)| formed.notes(facts.turned)).collect();
        let touched = touches.iter().map(|touch| touch.at).collect();
        (Self { shape: Arc::new(shape), rings, facts, touched }, notes)
    }

    /// The edition that follows this one, where it can be proved valid from it, and what was changed
    /// in it; `None` says nothing.
    pub(super) fn next(
        &self,
        polygons: &Given,
        limits: &ShapeLimits,
    ) -> Option<(Self, Vec<ShapeNote>)> {
        if self.rings.is_empty() || polygons.iter().any(Vec::is_empty) {
            return None;
        }
        let (mut rings, mut facts, mut new) = (Vec::new(), Vec::new(), Vec::new());
        let mut partners = Partners::new(&self.rings);
        for (at, given) in places(polygons) {
            let following = match partners.take(*given.first()?) {
                Some(known) => {
                    Following::beside((&self.rings[known], &self.facts[known]), at, given)
                }
                None => Following::none(at, given),
            }?;
            let edges = following.new.into_iter().flatten();
            new.extend(edges.map(|at| edge(rings.len(), &following.formed, at)));
            rings.push(following.formed);
            facts.push(following.facts);
        }
        let touches = touches((&rings, &facts), &new, &self.touched, limits).ok()?;
        check_nesting(&rings, &rings_around_each(&rings, &facts, limits)?, &touches).ok()?;
        check_connected(&rings, &touches).ok()?;
        Some(Self::with(rings, facts, &touches))
    }
}

/// The rings of some polygons with their places.
fn places(polygons: &Given) -> impl Iterator<Item = (RingPlace, &[Position])> {
    polygons.iter().enumerate().flat_map(|(polygon, rings)| {
        let place = move |ring| RingPlace { polygon, ring };
        rings.iter().enumerate().map(move |(ring, given)| (place(ring), given.as_slice()))
    })
}

/// The rings of the edition before, to be found by their starts, each once.
struct Partners {
    starts: Vec<Position>,
    rings: Vec<Option<usize>>,
}

impl Partners {
    fn new(rings: &[FormedRing]) -> Self {
        let start = |ring: &usize| rings[*ring].open[0];
        let mut order: Vec<usize> = (0..rings.len()).collect();
        order.sort_by(|a, b| start(a).partial_cmp(&start(b)).expect("positions are numbers"));
        let starts = order.iter().map(start).collect();
        Self { starts, rings: order.into_iter().map(Some).collect() }
    }

    /// Takes out a ring that starts at a position.
    fn take(&mut self, start: Position) -> Option<usize> {
        let from = self.starts.partition_point(|other| *other < start);
        let alike = self.starts[from..].iter().take_while(|other| **other == start).count();
        self.rings[from..from + alike].iter_mut().find_map(Option::take)
    }
}

fn edge(ring: usize, formed: &FormedRing, at: usize) -> Edge {
    let to = if at + 1 == formed.open.len() { 0 } else { at + 1 };
    Edge { ends: [formed.open[at], formed.open[to]], ring, at }
}

/// All touches of different rings, where only `new` edges, and those near a position of `touched`,
/// can meet others in a new way.
fn touches(
    (rings, facts): (&[FormedRing], &[RingFacts]),
    new: &[Edge],
    touched: &[Position],
    limits: &ShapeLimits,
) -> Result<Vec<Touch>, InvalidShape> {
    let marks = touched.iter().zip(0..).map(|(p, at)| Edge { ends: [*p, *p], ring: TOUCH, at });
    let follow = |a: &Edge, b: &Edge| a.ring == b.ring && a.at + 1 == b.at;
    let lines = new.chunk_by(follow).map(<[Edge]>::to_vec);
    let index = EdgeIndex::of_lines(lines.chain(marks.map(|mark| vec![mark])));
    let mut meeting = Meeting { rings, near: vec![Vec::new(); touched.len()], nodes: Vec::new() };
    let mut left = limits.edge_pairs;
    for (number, ring) in rings.iter().enumerate() {
        for (edges, area) in facts[number].stretches.meeting(|area| index.meets(area)) {
            let met = index.visit_near(area, &mut |found, around| {
                for at in edges.clone() {
                    let edge = edge(number, ring, at);
                    if let Err(invalid) = meeting.take(edge, (found, around), &mut left) {
                        return ControlFlow::Break(invalid);
                    }
                }
                ControlFlow::Continue(())
            });
            if let ControlFlow::Break(invalid) = met {
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
    /// Holds an edge against some of the index, with the box around them, where their boxes meet.
    fn take(
        &mut self,
        edge: Edge,
        (some, around): (&[Edge], Bounds),
        left: &mut usize,
    ) -> Result<(), InvalidShape> {
        let bounds = edge.bounds();
        if !bounds.intersects(around) {
            return Ok(());
        }
        for found in some.iter().filter(|found| bounds.intersects(found.bounds())) {
            if found.ring == TOUCH {
                self.near[found.at].push(edge);
            } else if (edge.ring, edge.at) != (found.ring, found.at) {
                *left = left.checked_sub(1).ok_or(InvalidShape::TooTangled { limit: 0 })?;
                self.nodes.extend(contact(self.rings, &edge, found)?);
            }
        }
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
