//! What is asked of each ring by itself: numbers, range, closure, length.

use super::invalid::{InvalidShape, RingPlace, VertexPlace};
use super::limits::ShapeNote;
use crate::position::Position;
use crate::predicate::side;
use crate::ring::Turned;
use std::ops::Range;

/// A ring that is well formed by itself, not yet known to be simple.
#[derive(Debug, Clone)]
pub(super) struct FormedRing {
    pub(super) at: RingPlace,
    /// The positions without the repetition of the first.
    pub(super) open: Vec<Position>,
    /// Indices, in the ring as given, of positions dropped.
    dropped: Vec<usize>,
}

impl FormedRing {
    /// Checks one ring as given.
    pub(super) fn new(at: RingPlace, given: &[Position]) -> Result<Self, InvalidShape> {
        let ring = Self::of_positions(at, given)?;
        (0..ring.open.len()).try_for_each(|edge| ring.check_edge(edge))?;
        Ok(ring)
    }

    /// Checks all there is to check of one ring as given but its edges.
    pub(super) fn of_positions(at: RingPlace, given: &[Position]) -> Result<Self, InvalidShape> {
        check_positions(at, given)?;
        let closed = given.first() == given.last() && given.len() > 1;
        if !closed && given.len() > 2 {
            return Err(InvalidShape::NotClosed { at });
        }
        let mut ring = Self { at, open: Vec::new(), dropped: Vec::new() };
        ring.take_positions(given);
        if given.len() < 4 || ring.open.len() < 4 {
            return Err(InvalidShape::TooFewPositions { at, found: ring.open.len() });
        }
        ring.open.pop();
        Ok(ring)
    }

    /// The ring through `open` (no repetition of the first position), where all but the edges `new`
    /// are known from a ring like this. `None` where anything is unusual.
    pub(super) fn of_sound(at: RingPlace, open: &[Position], new: &[Range<usize>]) -> Option<Self> {
        let alike = new.iter().flat_map(Range::clone).any(|edge| open[edge] == open[edge + 1]);
        let mut new = new.iter().flat_map(|new| new.start..=new.end);
        if open.len() < 3
            || open.first() == open.last()
            || alike
            || !new.all(|p| in_range(&open[p]))
        {
            return None;
        }
        let open = open.iter().copied().map(Position::unsigned_zero).collect();
        Some(Self { at, open, dropped: Vec::new() })
    }

    /// The same ring at another place.
    pub(super) fn again(&self, at: RingPlace) -> Self {
        Self { at, open: self.open.clone(), dropped: Vec::new() }
    }

    /// Takes the positions but for those that repeat the one before.
    fn take_positions(&mut self, given: &[Position]) {
        let repeats = |at: usize| at > 0 && given[at] == given[at - 1];
        if any(given.windows(2), |ends| ends[0] == ends[1]) {
            self.dropped = (0..given.len()).filter(|at| repeats(*at)).collect();
            let kept = (0..given.len()).filter(|at| !repeats(*at));
            self.open = kept.map(|at| given[at].unsigned_zero()).collect();
        } else {
            self.open = given.iter().copied().map(Position::unsigned_zero).collect();
        }
    }

    /// Checks an edge by itself and the turn at its end.
    pub(super) fn check_edge(&self, edge: usize) -> Result<(), InvalidShape> {
        let n = self.open.len();
        let around = |i: usize| self.open[if i < n { i } else { i - n }];
        let (a, b, c) = (self.open[edge], around(edge + 1), around(edge + 2));
        if (b.lon - a.lon).abs() > 180.0 {
            return Err(InvalidShape::SpansHalfTheWorld { at: self.vertex(edge) });
        }
        // `a` and `c` on the same side of `b`, and in line; the cheaper question first.
        if (a < b) == (c < b) && side(a, b, c).is_eq() {
            return Err(InvalidShape::Spike { at: self.vertex((edge + 1) % n) });
        }
        Ok(())
    }

    /// The place, in the ring as given, of the vertex `index` of this one.
    pub(super) fn vertex(&self, index: usize) -> VertexPlace {
        let vertex =
            self.dropped.iter().fold(index, |vertex, at| vertex + usize::from(*at <= vertex));
        VertexPlace { ring: self.at, vertex }
    }

    /// What was changed in it.
    pub(super) fn notes(&self, turned: Turned) -> impl Iterator<Item = ShapeNote> {
        let place = |vertex: &usize| VertexPlace { ring: self.at, vertex: *vertex };
        let dropped = self.dropped.iter().map(move |at| ShapeNote::DuplicateDropped(place(at)));
        dropped.chain((turned == Turned::Yes).then_some(ShapeNote::RingTurned(self.at)))
    }
}

/// Whether something holds of any item; all are asked, which for many is quicker than to stop.
fn any<T>(items: impl Iterator<Item = T>, holds: impl Fn(T) -> bool) -> bool {
    items.fold(false, |any, item| any | holds(item))
}

/// Whether a position is one on Earth; what is no number is in no range.
fn in_range(at: &Position) -> bool {
    (at.lon.abs() <= 180.0) & (at.lat.abs() <= 90.0)
}

fn check_positions(ring: RingPlace, given: &[Position]) -> Result<(), InvalidShape> {
    if !any(given.iter(), |at| !in_range(at)) {
        return Ok(());
    }
    for (vertex, Position { lon, lat }) in given.iter().copied().enumerate() {
        let at = VertexPlace { ring, vertex };
        if !lon.is_finite() || !lat.is_finite() {
            return Err(InvalidShape::NotFinite { at });
        }
        if lon.abs() > 180.0 {
            return Err(InvalidShape::LongitudeOutOfRange { at, lon });
        }
        if lat.abs() > 90.0 {
            return Err(InvalidShape::LatitudeOutOfRange { at, lat });
        }
    }
    Ok(())
}
