//! What is worked out about a ring, and carried to the ring that follows it.

use super::invalid::RingPlace;
use super::ring_form::FormedRing;
use super::stretches::Stretches;
use crate::change::Parting;
use crate::position::{Position, in_common};
use crate::ring::{Ring, Turn, Turned, least};
use std::ops::Range;

/// What is worked out about a ring once and kept while it stays.
#[derive(Debug, Clone)]
pub(super) struct RingFacts {
    /// The index of the least position.
    least: usize,
    /// The ring that runs the way it should.
    pub(super) ring: Ring,
    pub(super) turned: Turned,
    pub(super) stretches: Stretches,
}

impl RingFacts {
    pub(super) fn of(ring: &FormedRing) -> Self {
        Self::with(ring, least(&ring.open), Stretches::of(&ring.open))
    }

    fn with(formed: &FormedRing, least: usize, stretches: Stretches) -> Self {
        let (ring, turned) = Ring::turned(&formed.open, least, turn(formed.at));
        Self { least, ring, turned, stretches }
    }
}

/// The way a ring should run.
pub(super) fn turn(at: RingPlace) -> Turn {
    if at.ring == 0 { Turn::CounterClockwise } else { Turn::Clockwise }
}

/// A ring taken beside the one it follows: well formed, but not known to be simple.
pub(super) struct Following {
    pub(super) formed: FormedRing,
    pub(super) facts: RingFacts,
    /// The edges that are not told at first sight to be edges of the ring before.
    pub(super) new: Vec<Range<usize>>,
}

impl Following {
    /// A ring that follows none.
    pub(super) fn none(at: RingPlace, given: &[Position]) -> Option<Self> {
        let formed = FormedRing::new(at, given).ok()?;
        let (facts, all) = (RingFacts::of(&formed), 0..formed.open.len());
        Some(Self { formed, facts, new: vec![all] })
    }

    /// The ring given, beside the one before that starts where it does. `None` where it is not well
    /// formed.
    ///
    /// # Method
    /// What can be at fault with a position, with an edge or with two edges that follow each other
    /// is at fault in every ring that has them; so only what lies between the runs that both rings
    /// have is looked at.
    pub(super) fn beside(
        (before, facts): (&FormedRing, &RingFacts),
        at: RingPlace,
        given: &[Position],
    ) -> Option<Self> {
        let (last, open) = given.split_last()?;
        if open.first()? != last {
            return None;
        }
        if same(open, &before.open) {
            return Some(Self::unchanged((before, facts), at));
        }
        let parting = Parting::of(&before.open, open);
        let sound = FormedRing::of_sound(at, open, &parting.after).map(|formed| (formed, parting));
        let (formed, parting) = sound.or_else(|| {
            let formed = FormedRing::of_positions(at, given).ok()?;
            let parting = Parting::of(&before.open, &formed.open);
            Some((formed, parting))
        })?;
        let new = new_edges(&before.open, &formed, &parting)?;
        let least = least_beside(facts.least, &formed.open, &parting);
        let stretches = facts.stretches.carried(&parting.common, &formed.open);
        Some(Self { facts: RingFacts::with(&formed, least, stretches), formed, new })
    }

    fn unchanged((before, facts): (&FormedRing, &RingFacts), at: RingPlace) -> Self {
        let formed = before.again(at);
        // A hole may have become land of its own.
        let facts = if turn(at) == turn(before.at) {
            facts.clone()
        } else {
            RingFacts::with(&formed, facts.least, facts.stretches.clone())
        };
        Self { formed, facts, new: Vec::new() }
    }
}

fn same(one: &[Position], other: &[Position]) -> bool {
    one.len() == other.len() && in_common(one, other) == one.len()
}

/// The edges of a ring that are not told at first sight to be edges of the one before; `None` where
/// one, or a turn at one of its ends, is at fault by itself.
fn new_edges(
    before: &[Position],
    ring: &FormedRing,
    parting: &Parting,
) -> Option<Vec<Range<usize>>> {
    let n = ring.open.len();
    let closing = n - 1..n;
    for new in parting.after.iter().chain([&closing]) {
        for edge in new.start..=new.end {
            ring.check_edge(if edge == 0 { n } else { edge } - 1).ok()?;
        }
    }
    let closes_alike = before.last() == ring.open.last();
    Some(parting.after.iter().cloned().chain((!closes_alike).then_some(closing)).collect())
}

/// The index of the least position of a ring, where that of the ring before is known.
fn least_beside(before: usize, open: &[Position], parting: &Parting) -> usize {
    let Some(kept) = parting.place_after(before) else { return least(open) };
    let new = parting.after.iter().flat_map(|new| new.start..=new.end);
    new.fold(kept, |best, at| if open[at] < open[best] { at } else { best })
}
