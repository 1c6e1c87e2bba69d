//! A closed line that bounds land or a hole in it.

use crate::position::{Bounds, Position, in_common};
use crate::predicate::side;
use std::cmp::Ordering;
use std::sync::Arc;

/// A closed, simple, oriented line: the edge of a piece of land, or of a hole in one.
///
/// # Assumptions
/// Only a validated [`crate::Shape`] holds rings, so a ring has at least four positions, the last
/// equal to the first, no two neighbours alike, and neither crosses nor touches itself. It starts
/// at its position of least longitude (then latitude). Edges are straight in lon/lat (RFC 7946).
/// A ring that shapes have in common is kept once.
#[derive(Debug, Clone)]
pub struct Ring(Arc<Vec<Position>>);

impl PartialEq for Ring {
    fn eq(&self, other: &Self) -> bool {
        self.order(other).is_eq()
    }
}

impl Ring {
    /// The ring through `open` (no repetition of the first position), running counter-clockwise or
    /// clockwise as `turn` says, starting at its least position.
    pub(crate) fn new(open: &[Position], turn: Turn) -> Self {
        Self::turned(open, least(open), turn).0
    }

    /// The same where the index of its least position is known, and whether it ran the other way.
    pub(crate) fn turned(open: &[Position], least: usize, turn: Turn) -> (Self, Turned) {
        let mut positions = Vec::with_capacity(open.len() + 1);
        let turned = if Turn::at(open, least) == turn {
            let (end, start) = open.split_at(least);
            positions.extend_from_slice(start);
            positions.extend_from_slice(end);
            Turned::No
        } else {
            let (start, end) = open.split_at(least + 1);
            positions.extend(start.iter().rev());
            positions.extend(end.iter().rev());
            Turned::Yes
        };
        positions.push(open[least]);
        (Self(Arc::new(positions)), turned)
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
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        let common = in_common(&self.0, &other.0);
        self.0[common..].partial_cmp(&other.0[common..]).unwrap_or(Ordering::Equal)
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
    pub(crate) fn of(open: &[Position]) -> Self {
        Self::at(open, least(open))
    }

    /// The same where the index of its least position is known.
    ///
    /// # Method
    /// The turn at the position of least longitude, then latitude, is the ring's own; exact.
    fn at(open: &[Position], least: usize) -> Self {
        let n = open.len();
        let turn = side(open[(least + n - 1) % n], open[least], open[(least + 1) % n]);
        if turn.is_lt() { Self::Clockwise } else { Self::CounterClockwise }
    }
}

/// Whether a ring was turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turned {
    Yes,
    No,
}

/// The index of the position of least longitude, then latitude.
pub(crate) fn least(open: &[Position]) -> usize {
    let west = west(open);
    let on_it = (0..open.len()).filter(|i| open[*i].lon <= west);
    on_it.reduce(|best, i| if open[i].lat < open[best].lat { i } else { best }).unwrap_or(0)
}

/// The least longitude.
fn west(open: &[Position]) -> f64 {
    // Several at once, so that none waits for the one before it.
    let mut least = [f64::INFINITY; 8];
    let keep = |place: &mut f64, lon: f64| *place = if lon < *place { lon } else { *place };
    let pieces = open.chunks_exact(least.len());
    let rest = pieces.remainder();
    for piece in pieces.chain([rest]) {
        least.iter_mut().zip(piece).for_each(|(place, position)| keep(place, position.lon));
    }
    least.into_iter().fold(f64::INFINITY, f64::min)
}
