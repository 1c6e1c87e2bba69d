//! The runs that two lines of positions have in common, passed over quickly.

use crate::position::Position;

/// How far ahead, in edges of both lines together, a common edge is looked for after a difference.
const WINDOW: usize = 24;

/// How many times such a search may fail before the two lines are taken to be strangers.
const PATIENCE: usize = 32;

/// The edges of two rings, given closed, that are not told to be common at first sight: those of
/// `before`, then those of `after`.
///
/// # Assumptions
/// Some of the edges left over may be common all the same; the caller cancels those.
///
/// # Method
/// Both lines are walked together. Where they part, the nearest edge ahead that both have is looked
/// for, by the sum of the steps along both; where there is none near, both go a step, and where
/// that happens again and again, all that follows is left to the caller.
pub(super) fn leftovers(
    before: &[Position],
    after: &[Position],
    rest: &mut [Vec<[Position; 2]>; 2],
) {
    let (mut i, mut j, mut failures) = (0, 0, 0);
    while let (Some(b), Some(a)) = (edge(before, i), edge(after, j)) {
        if b == a {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (skip_b, skip_a) = match resume(before, after, (i, j)) {
            Some(skips) => skips,
            None if failures == PATIENCE => break,
            None => {
                failures += 1;
                (1, 1)
            }
        };
        rest[0].extend((i..i + skip_b).filter_map(|at| edge(before, at)));
        rest[1].extend((j..j + skip_a).filter_map(|at| edge(after, at)));
        (i, j) = (i + skip_b, j + skip_a);
    }
    rest[0].extend((i..).map_while(|at| edge(before, at)));
    rest[1].extend((j..).map_while(|at| edge(after, at)));
}

/// The edge numbered `at` of a closed line.
pub(super) fn edge(line: &[Position], at: usize) -> Option<[Position; 2]> {
    Some([*line.get(at)?, *line.get(at + 1)?])
}

/// How many edges of each to pass over to come to a common one.
fn resume(
    before: &[Position],
    after: &[Position],
    (i, j): (usize, usize),
) -> Option<(usize, usize)> {
    (1..=WINDOW).find_map(|steps| {
        (0..=steps).find_map(|skip_b| {
            let skip_a = steps - skip_b;
            let b = edge(before, i + skip_b)?;
            (Some(b) == edge(after, j + skip_a)).then_some((skip_b, skip_a))
        })
    })
}
