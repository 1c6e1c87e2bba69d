//! The runs that two lines of positions have in common, passed over quickly.

use crate::position::{Position, in_common};
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
fn walk(
    before: &[Position],
    after: &[Position],
    left: &mut impl FnMut(Range<usize>, Range<usize>),
) {
    let (mut i, mut j, mut failures) = (0, 0, 0);
    while i + 1 < before.len() && j + 1 < after.len() {
        let ahead = [&before[i..], &after[j..]];
        let common = in_common(ahead[0], ahead[1]).saturating_sub(1);
        if common > 0 {
            (i, j) = (i + common, j + common);
            continue;
        }
        let (skip_b, skip_a) = match resume(ahead) {
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

/// Where two lines are alike and where they part.
#[derive(Debug)]
pub(crate) struct Parting {
    /// The runs of edges that both have, in the order of both.
    pub(crate) common: Vec<Common>,
    /// The edges of the line after that lie before, between and behind those.
    pub(crate) after: Vec<Range<usize>>,
}

/// A run of edges that two lines have in common.
#[derive(Debug)]
pub(crate) struct Common {
    /// The first of them in the line before.
    pub(crate) before: usize,
    /// The first of them in the line after.
    pub(crate) after: usize,
    /// How many there are; at least one.
    pub(crate) edges: usize,
}

impl Parting {
    /// Where two lines, given without the repetition of their first position, part; the edges that
    /// close them are left out.
    pub(crate) fn of(before: &[Position], after: &[Position]) -> Self {
        let (mut parting, mut done) = (Self { common: Vec::new(), after: Vec::new() }, (0, 0));
        walk(before, after, &mut |old, new| {
            let edges = new.start - done.1;
            if edges > 0 {
                parting.common.push(Common { before: done.0, after: done.1, edges });
            }
            done = (old.end, new.end);
            parting.after.push(new);
        });
        parting
    }

    /// The place after of a position before, where it lies in a run that both have.
    pub(crate) fn place_after(&self, before: usize) -> Option<usize> {
        let holds = |run: &&Common| (run.before..=run.before + run.edges).contains(&before);
        self.common.iter().find(holds).map(|run| before - run.before + run.after)
    }
}

/// The edge numbered `at` of a closed line.
pub(super) fn edge(line: &[Position], at: usize) -> Option<[Position; 2]> {
    Some([*line.get(at)?, *line.get(at + 1)?])
}

/// How many edges of each to pass over to come to a common one.
fn resume([before, after]: [&[Position]; 2]) -> Option<(usize, usize)> {
    let common = |skip_b: usize, skip_a: usize| {
        let (b, a) = (before.get(skip_b..)?.get(..2)?, after.get(skip_a..)?.get(..2)?);
        (b == a).then_some((skip_b, skip_a))
    };
    (1..=WINDOW).find_map(|steps| (0..=steps).find_map(|skip_b| common(skip_b, steps - skip_b)))
}
