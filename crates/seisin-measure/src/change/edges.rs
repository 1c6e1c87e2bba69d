//! The edges that came and went between two shapes.

use super::align::{edge, leftovers};
use super::trace::trace;
use crate::position::{Bounds, Position};
use crate::ring::Ring;
use crate::shape::Shape;
use std::cmp::Ordering;

/// The edges that came and went between two shapes.
///
/// # Assumptions
/// An edge is the same where both its ends are, to the last bit, and its direction is.
///
/// # Example
/// ```
/// use seisin_measure::{Changes, Position, Shape, ShapeLimits};
/// let square = |east: f64| {
///     let p = Position::new;
///     let ring = vec![p(35.0, 51.0), p(east, 51.0), p(east, 52.0), p(35.0, 52.0), p(35.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())
/// };
/// let changes = Changes::between(&square(36.0)?.0, &square(36.5)?.0);
/// assert_eq!((changes.came().len(), changes.went().len()), (3, 3));
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    came: Vec<[Position; 2]>,
    went: Vec<[Position; 2]>,
}

impl Changes {
    /// What changed from `before` to `after`.
    ///
    /// # Method
    /// Rings that both have are passed over, then runs of edges that rings starting alike have in
    /// common, then single edges. Time grows with the edges; little is kept but what changed.
    pub fn between(before: &Shape, after: &Shape) -> Self {
        let (old, new) = different_rings(before, after);
        let mut rest = [Vec::new(), Vec::new()];
        let mut new: Vec<Option<&Ring>> = new.into_iter().map(Some).collect();
        for ring in old {
            match partner(ring, &mut new) {
                Some(partner) => leftovers(ring.positions(), partner.positions(), &mut rest),
                None => rest[0].extend(ring.edges()),
            }
        }
        for ring in new.into_iter().flatten() {
            rest[1].extend(ring.edges());
        }
        for edges in &mut rest {
            edges.sort_unstable_by(order);
        }
        let [went, came] = rest;
        let (went, came) = without_common(&went, &came, order);
        Self { came, went }
    }

    /// The edges of the shape after that the shape before has not.
    pub fn came(&self) -> &[[Position; 2]] {
        &self.came
    }

    /// The edges of the shape before that the shape after has not.
    pub fn went(&self) -> &[[Position; 2]] {
        &self.went
    }

    /// Whether the two shapes are one.
    pub fn is_empty(&self) -> bool {
        self.came.is_empty() && self.went.is_empty()
    }

    /// The edges that came, and those that went taken backwards.
    pub(crate) fn signed(&self) -> impl Iterator<Item = [Position; 2]> {
        let backwards = self.went.iter().map(|[a, b]| [*b, *a]);
        self.came.iter().copied().chain(backwards)
    }

    /// The closed loops that the edges of [`Changes::signed`] make, each without repeating its
    /// first position. Loops may touch and cross each other and themselves.
    pub(crate) fn loops(&self) -> Vec<Vec<Position>> {
        trace(self.signed())
    }

    /// The box around everything that changed.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.came.iter().chain(&self.went).flatten())
    }
}

/// The rings of one shape that the other has not, in order.
fn different_rings<'a>(before: &'a Shape, after: &'a Shape) -> (Vec<&'a Ring>, Vec<&'a Ring>) {
    let in_order = |shape: &'a Shape| {
        let mut rings: Vec<&Ring> = shape.rings().collect();
        rings.sort_by(|a, b| a.order(b));
        rings
    };
    without_common(&in_order(before), &in_order(after), |a, b| a.order(b))
}

/// The ring among `rings` that `ring` most likely was before: one with the same first edge, else
/// the first with an edge in common near the start, taken out of them.
fn partner<'a>(ring: &Ring, rings: &mut [Option<&'a Ring>]) -> Option<&'a Ring> {
    let starts_alike = |other: &Ring| {
        edge(other.positions(), 0) == edge(ring.positions(), 0)
            || other.positions().first() == ring.positions().first()
    };
    let size = |other: &Ring| other.positions().len().abs_diff(ring.positions().len());
    let alike = rings.iter().position(|other| other.is_some_and(starts_alike));
    let near = || {
        let candidates = rings.iter().enumerate().filter_map(|(at, other)| Some((at, (*other)?)));
        let close = candidates.filter(|(_, other)| size(other) * 4 <= ring.positions().len());
        close.min_by_key(|(_, other)| size(other)).map(|(at, _)| at)
    };
    rings.get_mut(alike.or_else(near)?)?.take()
}

/// Two lists in order without what both have, one for one.
fn without_common<T: Copy>(
    old: &[T],
    new: &[T],
    order: impl Fn(&T, &T) -> Ordering,
) -> (Vec<T>, Vec<T>) {
    let (mut i, mut j) = (0, 0);
    let (mut left_old, mut left_new) = (Vec::new(), Vec::new());
    while let (Some(one), Some(other)) = (old.get(i), new.get(j)) {
        match order(one, other) {
            Ordering::Less => {
                left_old.push(*one);
                i += 1;
            }
            Ordering::Greater => {
                left_new.push(*other);
                j += 1;
            }
            Ordering::Equal => (i, j) = (i + 1, j + 1),
        }
    }
    left_old.extend(&old[i..]);
    left_new.extend(&new[j..]);
    (left_old, left_new)
}

/// The order of edges by where they start, then where they end.
pub(super) fn order(a: &[Position; 2], b: &[Position; 2]) -> Ordering {
    at(a[0], b[0]).then_with(|| at(a[1], b[1]))
}

/// The order of positions; all are numbers.
pub(super) fn at(a: Position, b: Position) -> Ordering {
    a.lon.total_cmp(&b.lon).then_with(|| a.lat.total_cmp(&b.lat))
}
