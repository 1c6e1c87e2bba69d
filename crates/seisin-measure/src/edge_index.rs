//! The edges of many rings, found by the box they lie in.

use crate::position::{Bounds, Position};
use std::ops::{ControlFlow, Range};

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
    /// An edge whose box meets none.
    const NOWHERE: Self =
        Self { ends: [Position::new(f64::NAN, f64::NAN); 2], ring: usize::MAX, at: usize::MAX };

    pub(crate) fn bounds(&self) -> Bounds {
        let [a, b] = self.ends;
        let in_order = |a: f64, b: f64| if a < b { (a, b) } else { (b, a) };
        let ((west, east), (south, north)) = (in_order(a.lon, b.lon), in_order(a.lat, b.lat));
        Bounds { west, south, east, north }
    }
}

/// How many entries share one box of the level above.
const FAN_OUT: usize = 1 << FAN_OUT_BITS;
const FAN_OUT_BITS: usize = 3;

/// A tree of boxes over edges in ring order.
///
/// # Method
/// Edges that follow each other along a ring lie close together, so boxes over runs of eight, and
/// boxes over eight of those, make a good tree without sorting edges; rings are put in Morton order
/// of their first position so that runs over many small rings stay small too.
pub(crate) struct EdgeIndex {
    edges: Vec<Edge>,
    /// The box of each edge.
    boxes: Vec<Bounds>,
    /// Boxes, lowest level first: entry `i` of a level covers entries `8 i ..` of the one below.
    levels: Vec<Vec<Bounds>>,
}

impl EdgeIndex {
    /// An index of the edges of rings given without the repetition of their first position.
    pub(crate) fn new(rings: &[&[Position]]) -> Self {
        let mut order: Vec<usize> = (0..rings.len()).collect();
        order.sort_by_cached_key(|i| rings[*i].first().map_or(0, |p| morton(*p)));
        Self::of_edges(order.iter().flat_map(|i| edges_of(*i, rings[*i])).collect())
    }

    /// An index of edges in an order that keeps near ones near.
    pub(crate) fn of_edges(edges: Vec<Edge>) -> Self {
        let boxes: Vec<Bounds> = edges.iter().map(Edge::bounds).collect();
        let mut level: Vec<Bounds> = boxes.chunks(FAN_OUT).map(cover_all).collect();
        let mut levels = Vec::new();
        while level.len() > 1 {
            let above = level.chunks(FAN_OUT).map(cover_all).collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Self { edges, boxes, levels }
    }

    /// An index of lines of edges far from each other, whose boxes stay apart.
    ///
    /// # Method
    /// The run at the end of each line is filled up with edges that lie nowhere.
    pub(crate) fn of_lines(lines: impl IntoIterator<Item: IntoIterator<Item = Edge>>) -> Self {
        let mut edges: Vec<Edge> = Vec::new();
        for line in lines {
            edges.extend(line);
            edges.resize(edges.len().next_multiple_of(FAN_OUT), Edge::NOWHERE);
        }
        Self::of_edges(edges)
    }

    /// How many edges there are.
    pub(crate) fn len(&self) -> usize {
        self.edges.len()
    }

    /// Calls `visit` with every edge whose box meets `area`, until it breaks.
    pub(crate) fn visit<B>(
        &self,
        area: Bounds,
        visit: &mut impl FnMut(&Edge) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.visit_runs(area, 0, &mut |run| {
            let run = self.run(run);
            let mut near = run.filter(|at| self.boxes[*at].intersects(area));
            near.try_for_each(|at| visit(&self.edges[at]))
        })
    }

    /// Calls `visit` with the edges, and the box around them, of every run whose box meets `area`,
    /// until it breaks.
    pub(crate) fn visit_near<B>(
        &self,
        area: Bounds,
        visit: &mut impl FnMut(&[Edge], Bounds) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.visit_runs(area, 0, &mut |run| visit(&self.edges[self.run(run)], self.levels[0][run]))
    }

    /// Whether the box of a run of edges meets `area`.
    pub(crate) fn meets(&self, area: Bounds) -> bool {
        self.visit_runs(area, 0, &mut |_| ControlFlow::Break(())).is_break()
    }

    /// Calls `visit` once with every two edges whose boxes come within `margin` degrees of each
    /// other, until it breaks.
    pub(crate) fn visit_pairs<B>(
        &self,
        margin: f64,
        visit: &mut impl FnMut(&Edge, &Edge) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let runs = self.levels.first().map_or(&[][..], Vec::as_slice);
        runs.iter().enumerate().try_for_each(|(run, bounds)| {
            self.visit_runs(bounds.grown(margin), run, &mut |later| {
                self.visit_between([run, later], margin, visit)
            })
        })
    }

    /// The pairs of an edge of the first run and one of the second.
    fn visit_between<B>(
        &self,
        [run, later]: [usize; 2],
        margin: f64,
        visit: &mut impl FnMut(&Edge, &Edge) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        for at in self.run(run) {
            let area = self.boxes[at].grown(margin);
            if !self.levels[0][later].intersects(area) {
                continue;
            }
            let others = self.run(later);
            let first = if run == later { at + 1 } else { others.start };
            for other in first..others.end {
                if self.boxes[other].intersects(area) {
                    visit(&self.edges[at], &self.edges[other])?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// The places of the edges of one run.
    fn run(&self, run: usize) -> Range<usize> {
        let first = run * FAN_OUT;
        first..(first + FAN_OUT).min(self.edges.len())
    }

    /// Calls `visit` with every run, from `first` on, whose box meets `area`.
    fn visit_runs<B>(
        &self,
        area: Bounds,
        first: usize,
        visit: &mut impl FnMut(usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let top = self.levels.len() - 1;
        let nodes = 0..self.levels[top].len();
        self.descend(area, first, (top, nodes), visit)
    }

    fn descend<B>(
        &self,
        area: Bounds,
        first: usize,
        (level, nodes): (usize, Range<usize>),
        visit: &mut impl FnMut(usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        // Nodes before this one cover only runs before the first.
        let start = nodes.start.max(first >> (level * FAN_OUT_BITS));
        for node in start..nodes.end {
            if !self.levels[level][node].intersects(area) {
                continue;
            }
            if level == 0 {
                visit(node)?;
            } else {
                let below = node * FAN_OUT;
                let end = (below + FAN_OUT).min(self.levels[level - 1].len());
                self.descend(area, first, (level - 1, below..end), visit)?;
            }
        }
        ControlFlow::Continue(())
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
