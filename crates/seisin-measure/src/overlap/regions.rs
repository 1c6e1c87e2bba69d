//! Many regions at once, ready to be compared with many maps.

use super::pair::between;
use super::step::{Loop, loops_of};
use crate::change::Changes;
use crate::edge_index::EdgeIndex;
use crate::fixed_sum::FixedSum;
use crate::locate::rings_around;
use crate::overlay::{Budget, OverlayError};
use crate::position::{Bounds, Position};
use crate::ring::Ring;
use crate::shape::Shape;
use seisin_core::Area;
use std::ops::ControlFlow;

/// Regions whose edges are put in order once, to ask of many maps how much of each they hold.
///
/// Regions may overlap each other and need not cover anything between them.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Regions, Shape, ShapeLimits};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let regions = Regions::new([&square(35.0)?, &square(36.0)?]);
/// let held = regions.overlaps(&square(35.25)?, &Budget::default()).expect("within the budget");
/// assert!((held[0].square_km() / held[1].square_km() - 3.0).abs() < 1e-9);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub struct Regions {
    index: EdgeIndex,
    /// The region of each ring of the index.
    owners: Vec<usize>,
    count: usize,
}

impl Regions {
    /// The regions in an order that all answers keep.
    pub fn new<'a>(regions: impl IntoIterator<Item = &'a Shape>) -> Self {
        let (mut rings, mut owners, mut count) = (Vec::new(), Vec::new(), 0);
        for region in regions {
            rings.extend(region.rings().map(Ring::open));
            owners.resize(rings.len(), count);
            count += 1;
        }
        Self { index: EdgeIndex::new(&rings), owners, count }
    }

    /// The edges of all regions.
    pub(super) const fn index(&self) -> &EdgeIndex {
        &self.index
    }

    /// How many regions there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The area of the land that `shape` and each region have in common, edges straight in lon/lat.
    ///
    /// # Method
    /// See the module: a sum over pairs of edges; nothing is overlaid.
    ///
    /// # Accuracy
    /// Rounding alone: within 1e-3 m² for a map of 3,000 edges.
    ///
    /// # Errors
    /// [`OverlayError`] where the budget does not suffice.
    pub fn overlaps(&self, shape: &Shape, budget: &Budget) -> Result<Vec<Area>, OverlayError> {
        let mut sums = vec![FixedSum::default(); self.count];
        let edges = shape.rings().flat_map(Ring::edges);
        self.add_edges(edges, &mut sums, &mut Pairs::within(budget))?;
        Ok(sums.into_iter().map(FixedSum::area).collect())
    }

    /// Adds what the loops of `changes` change in each region's share.
    pub(super) fn add_changes(
        &self,
        changes: &Changes,
        sums: &mut [FixedSum],
        budget: &Budget,
    ) -> Result<(), OverlayError> {
        self.add_loops(&loops_of(changes), sums, budget)
    }

    /// Adds what some closed lines change in each region's share.
    pub(super) fn add_loops<'l>(
        &self,
        loops: impl IntoIterator<Item = &'l Loop>,
        sums: &mut [FixedSum],
        budget: &Budget,
    ) -> Result<(), OverlayError> {
        let mut pairs = Pairs::within(budget);
        for Loop { line, bounds } in loops {
            if self.has_edge_in(*bounds) {
                let next = line.iter().cycle().skip(1);
                let edges = line.iter().zip(next).map(|(a, b)| [*a, *b]);
                self.add_edges(edges, sums, &mut pairs)?;
            } else {
                let area = crate::areas::area_of_loops([line.as_slice()]).square_metres();
                for region in self.regions_at(line[0]) {
                    sums[region].add(area);
                }
            }
        }
        Ok(())
    }

    /// Adds the pairs of some edges, of closed lines, with every edge below them.
    fn add_edges(
        &self,
        edges: impl Iterator<Item = [Position; 2]>,
        sums: &mut [FixedSum],
        pairs: &mut Pairs,
    ) -> Result<(), OverlayError> {
        for edge in edges {
            let area = Bounds { south: -90.0, ..Bounds::NOTHING.and(edge[0]).and(edge[1]) };
            let refused = self.index.visit(area, &mut |below| {
                sums[self.owners[below.ring]].add(between(edge, below.ends));
                pairs.count()
            });
            if let ControlFlow::Break(error) = refused {
                return Err(error);
            }
        }
        Ok(())
    }

    fn has_edge_in(&self, bounds: Bounds) -> bool {
        self.index.visit(bounds, &mut |_| ControlFlow::Break(())).is_break()
    }

    /// The regions that hold a position that lies on no edge.
    fn regions_at(&self, position: Position) -> Vec<usize> {
        let around = rings_around(&self.index, position, &mut 0);
        let mut regions: Vec<usize> = around.into_iter().map(|ring| self.owners[ring]).collect();
        regions.sort_unstable();
        // A hole round the position takes away what the exterior round the hole gave.
        let runs = regions.chunk_by(|a, b| a == b);
        runs.filter(|run| run.len() % 2 == 1).map(|run| run[0]).collect()
    }
}

/// The pairs of edges looked at, against the budget.
struct Pairs {
    seen: usize,
    limit: usize,
}

impl Pairs {
    fn within(budget: &Budget) -> Self {
        Self { seen: 0, limit: budget.edge_pairs }
    }

    fn count(&mut self) -> ControlFlow<OverlayError> {
        self.seen += 1;
        if self.seen > self.limit {
            return ControlFlow::Break(OverlayError::TooManyEdgePairs { limit: self.limit });
        }
        ControlFlow::Continue(())
    }
}

/// The area of the land that two shapes have in common, edges straight in lon/lat.
///
/// So the area of what `a` shows and `b` does not is `area(a) - overlap_area(a, b)`, and that of
/// their symmetric difference `area(a) + area(b) - overlap_area(a, b) * 2.0`.
///
/// # Method
/// As [`Regions::overlaps`].
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub fn overlap_area(a: &Shape, b: &Shape, budget: &Budget) -> Result<Area, OverlayError> {
    let sums = Regions::new([b]).overlaps(a, budget)?;
    Ok(sums.into_iter().next().unwrap_or(Area::ZERO))
}
