//! The boxes around stretches of a ring, so that far stretches are passed over at once.

use crate::change::Common;
use crate::position::{Bounds, Position};
use std::ops::Range;

/// How many edges a stretch has at most.
const EDGES: usize = 16;

/// How many stretches are looked at together first.
const TOGETHER: usize = 16;

/// The edges of a ring in stretches, with the box around each, and around every sixteen of those.
#[derive(Debug, Clone)]
pub(super) struct Stretches {
    /// The number of edges of the ring.
    edges: usize,
    /// The first edge of each stretch and the box around it.
    each: Vec<(usize, Bounds)>,
    together: Vec<Bounds>,
}

impl Stretches {
    /// The stretches of a ring given without the repetition of its first position.
    pub(super) fn of(open: &[Position]) -> Self {
        let mut each = Vec::with_capacity(open.len().div_ceil(EDGES));
        fill(&mut each, open, 0..open.len());
        Self::with(open.len(), each)
    }

    /// The stretches of a ring that has runs of edges in common with this one.
    pub(super) fn carried(&self, common: &[Common], open: &[Position]) -> Self {
        let mut each = Vec::with_capacity(self.each.len() + common.len());
        let mut done = 0;
        for Common { before, after, edges } in common {
            let from = self.each.partition_point(|(first, _)| first < before);
            for at in from..self.each.len() {
                let kept = self.range(at);
                if kept.end > before + edges {
                    break;
                }
                let first = kept.start - before + after;
                fill(&mut each, open, done..first);
                each.push((first, self.each[at].1));
                done = first + kept.len();
            }
        }
        fill(&mut each, open, done..open.len());
        Self::with(open.len(), each)
    }

    fn with(edges: usize, each: Vec<(usize, Bounds)>) -> Self {
        let cover = |some: &[(usize, Bounds)]| {
            some.iter().fold(Bounds::NOTHING, |bounds, (_, around)| bounds.cover(*around))
        };
        let together = each.chunks(TOGETHER).map(cover).collect();
        Self { edges, each, together }
    }

    /// The edges of one stretch.
    fn range(&self, at: usize) -> Range<usize> {
        self.each[at].0..self.each.get(at + 1).map_or(self.edges, |(first, _)| *first)
    }

    /// The edges of each stretch that may meet something, in order, and the box around it.
    pub(super) fn meeting(
        &self,
        meets: impl Fn(Bounds) -> bool,
    ) -> impl Iterator<Item = (Range<usize>, Bounds)> {
        let some = self.together.iter().zip((0..self.each.len()).step_by(TOGETHER));
        let some = some.filter(move |(around, _)| meets(**around));
        let some = some.flat_map(|(_, first)| first..(first + TOGETHER).min(self.each.len()));
        some.map(|at| (self.range(at), self.each[at].1))
    }
}

/// Adds stretches, about equally long, of the edges `range` of a ring.
fn fill(each: &mut Vec<(usize, Bounds)>, open: &[Position], range: Range<usize>) {
    let (edges, parts) = (range.len(), range.len().div_ceil(EDGES));
    for part in 0..parts {
        let first = range.start + edges * part / parts;
        let end = range.start + edges * (part + 1) / parts;
        let next = open.get(end).unwrap_or(&open[0]);
        let around = open[first..end].iter().fold(Bounds::NOTHING.and(*next), |b, p| b.and(*p));
        each.push((first, around));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Parting;

    fn ring(count: u32) -> Vec<Position> {
        (0..count).map(f64::from).map(|i| Position::new(i.sin() * i, i.cos() * i + 50.0)).collect()
    }

    /// Every edge stands in one stretch, and in its box.
    fn check(stretches: &Stretches, open: &[Position]) {
        let all: Vec<_> = stretches.meeting(|_| true).collect();
        let edges: Vec<usize> = all.iter().flat_map(|(edges, _)| edges.clone()).collect();
        assert_eq!(edges, (0..open.len()).collect::<Vec<_>>());
        for (edges, around) in all {
            assert!((1..=EDGES).contains(&edges.len()), "{edges:?}");
            for edge in edges {
                assert!(around.covers(open[edge]) && around.covers(open[(edge + 1) % open.len()]));
                let here = |area: Bounds| area.covers(open[edge]);
                assert!(stretches.meeting(here).any(|(edges, _)| edges.contains(&edge)));
            }
        }
    }

    #[test]
    fn stretches_carried_through_changes_hold_every_edge() {
        let mut open = ring(700);
        let mut stretches = Stretches::of(&open);
        check(&stretches, &open);
        for (at, put) in [(0, 3), (699, 0), (350, 40), (351, 1), (17, 0), (18, 0), (400, 2)] {
            let mut after = open.clone();
            let new = ring(put).into_iter().map(|p| Position::new(p.lon / 2.0, p.lat));
            after.splice(at..=at, new);
            stretches = stretches.carried(&Parting::of(&open, &after).common, &after);
            check(&stretches, &after);
            open = after;
        }
    }
}
