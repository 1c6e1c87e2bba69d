//! The runs that two lines of positions have in common, passed over quickly.

use crate::position::Position;
use std::ops::Range;

/// How far ahead, in edges of both lines together, a common edge is looked for after a difference.
const WINDOW: usize = 24;

/// How many times such a search may fail before the two lines are taken to be strangers.
const PATIENCE: usize = 32;

/// The edges of two lines that are not told to be common at first sight: those of `before`, then
/// those of `after`.
///
/// # Assumptions
/// Some of the edges left over may be common all the same; the caller cancels those.
pub(super) fn leftovers(
    before: &[Position],
    after: &[Position],
    rest: &mut [Vec<[Position; 2]>; 2],
) {
    let [of_before, of_after] = rest;
    walk(before, after, &mut |old, new| {
        of_before.extend(old.filter_map(|at| edge(before, at)));
        of_after.extend(new.filter_map(|at| edge(after, at)));
    });
}

/// Calls `left` with the places, in both lines, of the edges between runs that the two have in
/// common; every edge of a run is matched with one of the other line, and with one alone.
///
/// # Method
/// Both lines are walked together. Where they part, the nearest edge ahead that both have is looked
/// for, by the sum of the steps along both; where there is none near, both go a step, and where
/// that happens again and again, all that follows is left over.
pub(crate) fn walk(
    before: &[Position],
    after: &[Position],
    left: &mut impl FnMut(Range<usize>, Range<usize>),
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
        left(i..i + skip_b, j..j + skip_a);
        (i, j) = (i + skip_b, j + skip_a);
    }
    let edges = |line: &[Position]| line.len().saturating_sub(1);
    left(i..edges(before), j..edges(after));
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
