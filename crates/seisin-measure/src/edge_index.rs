//! The edges of many rings, found by the box they lie in.

use crate::position::{Bounds, Position};
use std::ops::ControlFlow;

/// One edge of one ring.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) ends: [Position; 2],
    /// The number of the ring in the list the index was made from.
    pub(crate) ring: usize,
    /// The number of the edge in its ring.
    pub(crate) at: usize,
}

impl Edge {
    pub(crate) fn bounds(&self) -> Bounds {
        Bounds::NOTHING.and(self.ends[0]).and(self.ends[1])
    }
}

/// How many entries share one box of the level above.
const FAN_OUT: usize = 8;

/// A tree of boxes over edges in ring order.
///
/// # Method
/// Edges that follow each other along a ring lie close together, so boxes over runs of eight, and
/// boxes over eight of those, make a good tree without sorting edges; rings are put in Morton order
/// of their first position so that runs over many small rings stay small too.
pub(crate) struct EdgeIndex {
    edges: Vec<Edge>,
    /// Boxes, lowest level first: entry `i` of a level covers entries `8 i ..` of the one below.
    levels: Vec<Vec<Bounds>>,
}

impl EdgeIndex {
    /// An index of the edges of rings given without the repetition of their first position.
    pub(crate) fn new(rings: &[&[Position]]) -> Self {
        let mut order: Vec<usize> = (0..rings.len()).collect();
        order.sort_by_cached_key(|i| rings[*i].first().map_or(0, |p| morton(*p)));
        let edges: Vec<Edge> = order.iter().flat_map(|i| edges_of(*i, rings[*i])).collect();
        let boxes =
            |run: &[Edge]| run.iter().map(Edge::bounds).fold(Bounds::NOTHING, Bounds::cover);
        let mut level: Vec<Bounds> = edges.chunks(FAN_OUT).map(boxes).collect();
        let mut levels = Vec::new();
        while level.len() > 1 {
            let above = level.chunks(FAN_OUT).map(cover_all).collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Self { edges, levels }
    }

    /// All edges, in the order of the index.
    pub(crate) fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Calls `visit` with every edge, and its place in [`EdgeIndex::edges`], whose box meets `area`,
    /// until it breaks.
    pub(crate) fn visit<B>(
        &self,
        area: Bounds,
        visit: &mut impl FnMut(usize, &Edge) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let top = self.levels.len() - 1;
        (0..self.levels[top].len()).try_for_each(|node| self.descend(area, [top, node], visit))
    }

    fn descend<B>(
        &self,
        area: Bounds,
        [level, node]: [usize; 2],
        visit: &mut impl FnMut(usize, &Edge) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        if !self.levels[level][node].intersects(area) {
            return ControlFlow::Continue(());
        }
        let first = node * FAN_OUT;
        if level > 0 {
            let last = (first + FAN_OUT).min(self.levels[level - 1].len());
            return (first..last).try_for_each(|node| self.descend(area, [level - 1, node], visit));
        }
        let last = (first + FAN_OUT).min(self.edges.len());
        (first..last)
            .filter(|i| self.edges[*i].bounds().intersects(area))
            .try_for_each(|i| visit(i, &self.edges[i]))
    }
}

fn cover_all(boxes: &[Bounds]) -> Bounds {
    boxes.iter().copied().fold(Bounds::NOTHING, Bounds::cover)
}

fn edges_of(ring: usize, open: &[Position]) -> impl Iterator<Item = Edge> {
    let next = open.iter().cycle().skip(1);
    open.iter().zip(next).enumerate().map(move |(at, (a, b))| Edge { ends: [*a, *b], ring, at })
}

/// The place of a position along a curve that keeps near things near (Morton 1966): the bits of
/// both coordinates, in turn.
fn morton(position: Position) -> u64 {
    spread(cell(position.lon, 180.0)) << 1 | spread(cell(position.lat, 90.0))
}

/// A coordinate in `-half..=half` as one of 65,536 cells.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a saturating conversion is what is wanted: the cell only orders rings"
)]
fn cell(value: f64, half: f64) -> u64 {
    ((value / half + 1.0) * 32_767.5) as u64 & 0xFFFF
}

/// Sixteen bits with a zero put before each.
fn spread(bits: u64) -> u64 {
    (0..16).fold(0, |spread, i| spread | (bits >> i & 1) << (2 * i))
}
