//! A closed line that bounds land or a hole in it.

use crate::position::{Bounds, Position};
use crate::predicate::side;
use std::cmp::Ordering;

/// A closed, simple, oriented line: the edge of a piece of land, or of a hole in one.
///
/// # Assumptions
/// Only a validated [`crate::Shape`] holds rings, so a ring has at least four positions, the last
/// equal to the first, no two neighbours alike, and neither crosses nor touches itself. It starts
/// at its position of least longitude (then latitude). Edges are straight in lon/lat (RFC 7946).
#[derive(Debug, Clone, PartialEq)]
pub struct Ring(Vec<Position>);

impl Ring {
    /// The ring through `open` (no repetition of the first position), running counter-clockwise or
    /// clockwise as `turn` says, starting at its least position.
    pub(crate) fn new(mut open: Vec<Position>, turn: Turn) -> Self {
        turn.give(&mut open);
        Self::of_turned(open)
    }

    /// The ring through `open`, which runs and starts as it should already (see [`Turn::give`]).
    pub(crate) fn of_turned(mut open: Vec<Position>) -> Self {
        open.extend(open.first().copied());
        Self(open)
    }

    /// The positions in order, the last equal to the first.
    pub fn positions(&self) -> &[Position] {
        &self.0
    }

    /// The positions in order without the repetition of the first.
    pub(crate) fn open(&self) -> &[Position] {
        self.0.split_last().map_or(&[], |(_, open)| open)
    }

    /// The edges in order.
    pub fn edges(&self) -> impl Iterator<Item = [Position; 2]> {
        self.0.iter().zip(self.0.iter().skip(1)).map(|(a, b)| [*a, *b])
    }

    /// The box around the ring.
    pub fn bounds(&self) -> Bounds {
        self.0.iter().fold(Bounds::NOTHING, |bounds, p| bounds.and(*p))
    }

    /// The order of two rings by their positions, so that shapes have one order of rings.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        self.0.partial_cmp(&other.0).unwrap_or(Ordering::Equal)
    }
}

/// The way a ring runs round what it encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    CounterClockwise,
    Clockwise,
}

impl Turn {
    /// The way a simple ring, given without the repetition of its first position, runs.
    ///
    /// # Method
    /// The turn at the position of least longitude, then latitude, is the ring's own; exact.
    pub(crate) fn of(open: &[Position]) -> Self {
        let (n, at) = (open.len(), least(open));
        let turn = side(open[(at + n - 1) % n], open[at], open[(at + 1) % n]);
        if turn.is_lt() { Self::Clockwise } else { Self::CounterClockwise }
    }

    /// Makes a ring run this way and start at its least position; says whether it ran the other.
    pub(crate) fn give(self, open: &mut [Position]) -> Turned {
        let (n, at) = (open.len(), least(open));
        let turn = side(open[(at + n - 1) % n], open[at], open[(at + 1) % n]);
        let runs = if turn.is_lt() { Self::Clockwise } else { Self::CounterClockwise };
        if runs == self {
            open.rotate_left(at);
            return Turned::No;
        }
        open.reverse();
        open.rotate_left(n - 1 - at);
        Turned::Yes
    }
}

/// Whether a ring was turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turned {
    Yes,
    No,
}

/// The index of the position of least longitude, then latitude.
fn least(open: &[Position]) -> usize {
    let first = (0..open.len()).reduce(|best, i| if open[i] < open[best] { i } else { best });
    first.unwrap_or(0)
}
