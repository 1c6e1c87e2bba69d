//! On which side of a line a position lies, answered exactly.

use crate::position::Position;
use robust::{Coord, orient2d};
use std::cmp::Ordering;

/// The side of the line from `a` to `b` on which `c` lies: `Greater` left, `Less` right, `Equal`
/// on it.
///
/// # Method
/// Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates",
/// Discrete & Computational Geometry 18 (1997), DOI 10.1007/PL00009321. Exact for all coordinates
/// whose products do not underflow (magnitudes above 1e-140 degrees, or zero).
pub(crate) fn side(a: Position, b: Position, c: Position) -> Ordering {
    let coord = |p: Position| Coord { x: p.lon, y: p.lat };
    orient2d(coord(a), coord(b), coord(c)).partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

/// Whether the direction from `at` to `x` lies strictly within the turn from `from`
/// counter-clockwise to `to`, where `x` is on neither ray.
pub(crate) fn in_sector(at: Position, from: Position, to: Position, x: Position) -> bool {
    let within = |from, to| side(at, from, x).is_gt() && side(at, x, to).is_gt();
    match side(at, from, to) {
        Ordering::Greater => within(from, to),
        Ordering::Less => !within(to, from),
        Ordering::Equal => side(at, from, x).is_gt(),
    }
}

/// How two straight edges meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Meeting {
    /// They share no position.
    Apart,
    /// They cross at a position inside both.
    Cross,
    /// They share a stretch of line.
    Overlap,
    /// They share one position, an end of at least one of them.
    Touch(Position),
}

/// How the edges `p`–`q` and `r`–`s` meet, exactly.
pub(crate) fn meet([p, q]: [Position; 2], [r, s]: [Position; 2]) -> Meeting {
    let (at_r, at_s) = (side(p, q, r), side(p, q, s));
    if at_r == at_s {
        return if at_r.is_eq() { meet_in_line([p, q], [r, s]) } else { Meeting::Apart };
    }
    let (at_p, at_q) = (side(r, s, p), side(r, s, q));
    if at_p == at_q {
        return Meeting::Apart;
    }
    match (at_r, at_s, at_p, at_q) {
        (Ordering::Equal, ..) => Meeting::Touch(r),
        (_, Ordering::Equal, ..) => Meeting::Touch(s),
        (_, _, Ordering::Equal, _) => Meeting::Touch(p),
        (.., Ordering::Equal) => Meeting::Touch(q),
        _ => Meeting::Cross,
    }
}

/// How two edges on one line meet; positions on one line are in their order by longitude, then
/// latitude.
fn meet_in_line(a: [Position; 2], b: [Position; 2]) -> Meeting {
    let ([a0, a1], [b0, b1]) = (in_order(a), in_order(b));
    let from = if a0 < b0 { b0 } else { a0 };
    let to = if a1 < b1 { a1 } else { b1 };
    match from.partial_cmp(&to) {
        Some(Ordering::Less) => Meeting::Overlap,
        Some(Ordering::Equal) => Meeting::Touch(from),
        _ => Meeting::Apart,
    }
}

fn in_order([a, b]: [Position; 2]) -> [Position; 2] {
    if a < b { [a, b] } else { [b, a] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: [(f64, f64); 2], b: [(f64, f64); 2], expected: Meeting) {
        let edge = |e: [(f64, f64); 2]| e.map(|(lon, lat)| Position { lon, lat });
        let (a, b) = (edge(a), edge(b));
        let back = |[p, q]: [Position; 2]| [q, p];
        for (one, two) in [(a, b), (b, a), (back(a), b), (a, back(b)), (back(b), back(a))] {
            assert_eq!(meet(one, two), expected, "{one:?} {two:?}");
        }
    }

    #[test]
    fn edges_meet_in_every_way() {
        let touch = |lon, lat| Meeting::Touch(Position { lon, lat });
        check([(0., 0.), (2., 2.)], [(0., 2.), (2., 0.)], Meeting::Cross);
        check([(0., 0.), (2., 2.)], [(3., 0.), (4., 9.)], Meeting::Apart);
        check([(0., 0.), (2., 2.)], [(0., 1.), (2., 3.)], Meeting::Apart);
        check([(0., 0.), (2., 0.)], [(1., 0.), (1., 5.)], touch(1., 0.));
        check([(0., 0.), (2., 0.)], [(2., 0.), (1., 5.)], touch(2., 0.));
        check([(0., 0.), (2., 0.)], [(2., 0.), (5., 0.)], touch(2., 0.));
        check([(0., 0.), (2., 0.)], [(1., 0.), (5., 0.)], Meeting::Overlap);
        check([(0., 0.), (0., 9.)], [(0., 2.), (0., 3.)], Meeting::Overlap);
        check([(0., 0.), (2., 0.)], [(3., 0.), (5., 0.)], Meeting::Apart);
        check([(0., 0.), (2., 0.)], [(3., -1.), (3., 1.)], Meeting::Apart);
    }

    #[test]
    fn a_sector_is_what_lies_left_of_the_first_ray() {
        let p = Position::new;
        let o = p(0., 0.);
        assert!(in_sector(o, p(1., 0.), p(0., 1.), p(1., 1.)));
        assert!(!in_sector(o, p(1., 0.), p(0., 1.), p(-1., -1.)));
        assert!(in_sector(o, p(0., 1.), p(1., 0.), p(-1., -1.)));
        assert!(!in_sector(o, p(0., 1.), p(1., 0.), p(1., 1.)));
        assert!(in_sector(o, p(1., 0.), p(-1., 0.), p(0., 1.)));
    }
}
