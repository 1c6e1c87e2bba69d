//! What of an edge lies in a shape, and what on its edge.

use crate::border::{Way, merged, stretch};
use crate::edge_index::{Edge, EdgeIndex};
use crate::locate::rings_around;
use crate::overlay::SAME_LINE;
use crate::position::Position;
use std::ops::ControlFlow;

/// What of an edge lies in a shape, in shares of its way.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Lies {
    /// The whole edge lies inside, and no edge of the shape is near it.
    Inside,
    /// The whole edge lies outside, and no edge of the shape is near it.
    Outside,
    /// Some of it may.
    InPart {
        /// What lies inside.
        inside: Vec<[f64; 2]>,
        /// What lies on an edge of the shape that runs the same way.
        along: Vec<[f64; 2]>,
    },
}

/// Stretches shorter than this, as a share of the edge, are nothing but rounding.
const SHORTEST: f64 = 1e-13;

/// What of `edge` lies in the shape of `index`. `before` is what the edge that ends where this one
/// starts came to, where there is one. `seen` is increased by the edges looked at.
///
/// # Method
/// The edge is cut where it meets edges of the shape, and where it runs within [`SAME_LINE`] of one;
/// of each stretch between cuts the middle tells. An edge with no other near it lies where its start
/// does, and that is where such an edge before it lies.
pub(crate) fn lies(
    edge: [Position; 2],
    index: &EdgeIndex,
    before: Option<&Lies>,
    seen: &mut usize,
) -> Lies {
    let near = Edge { ends: edge, ring: 0, at: 0 }.bounds().grown(SAME_LINE);
    let (mut cuts, mut same, mut opposite) = (Vec::new(), Vec::new(), Vec::new());
    let mut alone = true;
    let _: ControlFlow<()> = index.visit(near, &mut |other| {
        *seen += 1;
        alone = false;
        same.extend(stretch(edge, other.ends, Way::Same));
        opposite.extend(stretch(edge, other.ends, Way::Opposite));
        cuts.extend(crossing(edge, other.ends));
        ControlFlow::Continue(())
    });
    if alone {
        return match before {
            Some(whole @ (Lies::Inside | Lies::Outside)) => whole.clone(),
            _ if is_inside(index, edge[0], seen) => Lies::Inside,
            _ => Lies::Outside,
        };
    }
    let (same, opposite) = (merged(same), merged(opposite));
    cuts.extend([0.0, 1.0]);
    cuts.extend(same.iter().chain(&opposite).flatten());
    cuts.sort_by(f64::total_cmp);
    let (mut inside, mut along) = (Vec::new(), Vec::new());
    for cut in cuts.windows(2) {
        let part = [cut[0], cut[1]];
        if part[1] - part[0] <= SHORTEST {
            continue;
        }
        let middle = f64::midpoint(part[0], part[1]);
        if covered(&same, middle) {
            along.push(part);
        } else if !covered(&opposite, middle)
            && is_inside(index, edge[0].towards(edge[1], middle), seen)
        {
            inside.push(part);
        }
    }
    Lies::InPart { inside, along }
}

fn covered(stretches: &[[f64; 2]], at: f64) -> bool {
    stretches.iter().any(|[from, to]| *from <= at && at <= *to)
}

/// Whether a position on no edge lies in the shape of an index.
fn is_inside(index: &EdgeIndex, position: Position, seen: &mut usize) -> bool {
    rings_around(index, position, seen).len() % 2 == 1
}

/// The share of its way at which `edge` meets `other`, if it does between its ends. One too many,
/// where they only nearly meet, does no harm.
fn crossing(edge: [Position; 2], other: [Position; 2]) -> Option<f64> {
    const NEARLY: f64 = 1e-9;
    let way = |[from, to]: [Position; 2]| (to.lon - from.lon, to.lat - from.lat);
    let cross = |a: (f64, f64), b: (f64, f64)| a.0 * b.1 - a.1 * b.0;
    let (along, along_other, apart) = (way(edge), way(other), way([edge[0], other[0]]));
    let turn = cross(along, along_other);
    let (at, of_other) = (cross(apart, along_other) / turn, cross(apart, along) / turn);
    let meets = (-NEARLY..=1.0 + NEARLY).contains(&of_other);
    // Where both run the same way the quotients are no numbers, and no range holds them.
    (meets && at > 0.0 && at < 1.0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Shape;

    /// What of the edge lies in a square from 0 to 1 each way.
    fn check(edge: [(f64, f64); 2], inside: &[[f64; 2]], along: &[[f64; 2]]) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let corners = corners.map(|(x, y)| Position::new(x, y));
        let index = EdgeIndex::new(&[&corners]);
        let edge = edge.map(|(x, y)| Position::new(x, y));
        let close = |found: &[[f64; 2]], expected: &[[f64; 2]]| {
            found.len() == expected.len()
                && found
                    .iter()
                    .flatten()
                    .zip(expected.iter().flatten())
                    .all(|(a, b)| (a - b).abs() < 1e-6)
        };
        match lies(edge, &index, None, &mut 0) {
            Lies::InPart { inside: i, along: a } => {
                let a: Vec<_> = a.into_iter().filter(|[from, to]| to - from > 1e-6).collect();
                let i = merged(i);
                assert!(close(&i, inside), "{edge:?}: inside {i:?}");
                assert!(close(&a, along), "{edge:?}: along {a:?}");
            }
            whole => {
                assert!(along.is_empty());
                assert_eq!(whole == Lies::Inside, inside == [[0.0, 1.0]], "{edge:?}");
            }
        }
    }

    #[test]
    fn an_edge_is_cut_where_it_enters_and_leaves() {
        check([(0.25, 0.5), (0.75, 0.5)], &[[0.0, 1.0]], &[]);
        check([(2.0, 2.0), (3.0, 2.5)], &[], &[]);
        check([(0.5, 0.5), (1.5, 0.5)], &[[0.0, 0.5]], &[]);
        check([(-1.0, 0.25), (2.0, 0.25)], &[[1.0 / 3.0, 2.0 / 3.0]], &[]);
        check([(-1.0, -1.0), (2.0, 2.0)], &[[1.0 / 3.0, 2.0 / 3.0]], &[]);
        check([(-0.5, 0.5), (0.5, 1.5)], &[], &[]);
    }

    #[test]
    fn an_edge_on_the_edge_counts_where_it_runs_the_same_way() {
        check([(0.0, 0.0), (1.0, 0.0)], &[], &[[0.0, 1.0]]);
        check([(-1.0, 0.0), (0.5, 0.0)], &[], &[[2.0 / 3.0, 1.0]]);
        check([(0.5, 0.0), (-1.0, 0.0)], &[], &[]);
    }

    #[test]
    fn nothing_lies_in_no_land() {
        let nothing = EdgeIndex::of(&Shape::empty());
        let edge = [Position::new(0.0, 0.0), Position::new(1.0, 0.0)];
        assert_eq!(lies(edge, &nothing, None, &mut 0), Lies::Outside);
    }
}
