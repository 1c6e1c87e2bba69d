//! What is asked of each ring by itself: numbers, range, closure, length.

use super::invalid::{InvalidShape, RingPlace, VertexPlace};
use super::limits::ShapeNote;
use crate::position::Position;
use crate::predicate::side;

/// A ring that is well formed by itself, not yet known to be simple.
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
        check_positions(at, given)?;
        let closed = given.first() == given.last() && given.len() > 1;
        if !closed && given.len() > 2 {
            return Err(InvalidShape::NotClosed { at });
        }
        let mut ring = Self { at, open: Vec::with_capacity(given.len()), dropped: Vec::new() };
        for (index, position) in given.iter().enumerate() {
            if ring.open.last() == Some(position) {
                ring.dropped.push(index);
            } else {
                ring.open.push(position.unsigned_zero());
            }
        }
        if given.len() < 4 || ring.open.len() < 4 {
            return Err(InvalidShape::TooFewPositions { at, found: ring.open.len() });
        }
        ring.open.pop();
        ring.check_edges()?;
        Ok(ring)
    }

    fn check_edges(&self) -> Result<(), InvalidShape> {
        let n = self.open.len();
        let around = |i: usize| self.open[if i < n { i } else { i - n }];
        for i in 0..n {
            let (a, b, c) = (self.open[i], around(i + 1), around(i + 2));
            if (b.lon - a.lon).abs() > 180.0 {
                return Err(InvalidShape::SpansHalfTheWorld { at: self.vertex(i) });
            }
            // `a` and `c` on the same side of `b`, and in line; the cheaper question first.
            if (a < b) == (c < b) && side(a, b, c).is_eq() {
                return Err(InvalidShape::Spike { at: self.vertex((i + 1) % n) });
            }
        }
        Ok(())
    }

    /// The place, in the ring as given, of the vertex `index` of this one.
    pub(super) fn vertex(&self, index: usize) -> VertexPlace {
        let vertex =
            self.dropped.iter().fold(index, |vertex, at| vertex + usize::from(*at <= vertex));
        VertexPlace { ring: self.at, vertex }
    }

    /// The note of each position dropped.
    pub(super) fn notes(&self) -> impl Iterator<Item = ShapeNote> {
        let place = |vertex: &usize| VertexPlace { ring: self.at, vertex: *vertex };
        self.dropped.iter().map(move |vertex| ShapeNote::DuplicateDropped(place(vertex)))
    }
}

fn check_positions(ring: RingPlace, given: &[Position]) -> Result<(), InvalidShape> {
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
