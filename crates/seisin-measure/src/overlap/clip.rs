//! The part of a map that lies in a region: its areas and its edge, carried from day to day.

use super::lies::{Lies, lies};
use super::regions::Regions;
use super::step::{ClipStep, Loop};
use crate::area::{area_left_of, geodesic_left_of};
use crate::border::ClipLines;
use crate::edge_index::{Edge, EdgeIndex};
use crate::fixed_sum::FixedSum;
use crate::length::edge_metres;
use crate::overlay::{Budget, OverlayError, SAME_LINE};
use crate::position::{Bounds, Position};
use crate::shape::Shape;
use geographiclib_rs::Geodesic;
use seisin_core::{Area, Length};
use std::ops::ControlFlow;

/// What was measured of the part of a map that lies in a region.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClipMeasure {
    /// Its area, edges straight in lon/lat.
    pub area: Area,
    /// Its area, edges geodesics between the vertices and where the two edges cross.
    pub area_geodesic: Area,
    /// What its edge is made of.
    pub lines: ClipLines,
}

/// The part of a map that lies in a region, measured edition by edition through the edges that
/// change.
///
/// # Method
/// The area is that of [`crate::RunningOverlaps`]. The edge of the part is made of the stretches of
/// the map's edges inside the region and of the stretches of the region's edges inside the map; where
/// both run along one line it counts as the region's. Stretches of the map come and go with its edges;
/// those of the region change only near edges that came or went, and there alone they are looked at
/// again. The area with geodesic edges is the additive one, plus for each stretch what the land
/// between its geodesic and its straight line is.
///
/// # Accuracy
/// Sums are of whole numbers, so nothing drifts. Within 1e-9 of the measures of
/// [`crate::intersection`], for lengths within 1e-7 (see the tests).
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, RunningClip, Shape, ShapeLimits};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let mut clip = RunningClip::new(&square(35.0)?);
/// let (monday, tuesday) = (square(35.5)?, square(35.75)?);
/// clip.take(&Shape::empty(), &monday, &Budget::default()).expect("within the budget");
/// let part = clip.take(&monday, &tuesday, &Budget::default()).expect("within the budget");
/// assert!((part.area.square_km() - 1_931.425).abs() < 0.001);
/// assert!((part.lines.map.km() - 111.258).abs() < 0.001);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub struct RunningClip {
    region: Regions,
    /// The box around the region, grown by what makes lines one.
    around: Option<Bounds>,
    sums: Sums,
}

/// The width in metres below which land is none: [`SAME_LINE`] in degrees.
const NO_WIDTH: f64 = 1e-4;

/// The part of one map that lies in a region.
///
/// # Errors
/// As [`RunningClip::take`].
pub fn clip_measure(
    shape: &Shape,
    region: &Shape,
    budget: &Budget,
) -> Result<ClipMeasure, OverlayError> {
    RunningClip::new(region).take(&Shape::empty(), shape, budget)
}

impl RunningClip {
    /// No land held yet.
    pub fn new(region: &Shape) -> Self {
        let around = region.bounds().map(|bounds| bounds.grown(SAME_LINE));
        Self { region: Regions::new([region]), around, sums: Sums::default() }
    }

    /// Goes on from the edition `before`, the last one taken, to `after`.
    ///
    /// # Errors
    /// [`OverlayError`] where the budget does not suffice; then nothing is carried on.
    pub fn take(
        &mut self,
        before: &Shape,
        after: &Shape,
        budget: &Budget,
    ) -> Result<ClipMeasure, OverlayError> {
        self.take_step(&ClipStep::between(before, after), budget)
    }

    /// The same where what changed is known already: for one map and many regions it is worked out
    /// once.
    ///
    /// # Errors
    /// As [`RunningClip::take`].
    pub fn take_step(
        &mut self,
        step: &ClipStep<'_>,
        budget: &Budget,
    ) -> Result<ClipMeasure, OverlayError> {
        let found = step.vertices() + self.region.index().len();
        if found > budget.vertices {
            return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
        }
        let mut sums = if step.starts_afresh() { Sums::default() } else { self.sums.clone() };
        let near: Vec<&Loop> = step.loops.iter().filter(|line| self.is_near(line.bounds)).collect();
        if !near.is_empty() {
            let mut area = [sums.area];
            self.region.add_loops(near.iter().copied(), &mut area, budget)?;
            sums.area = area[0];
            let mut looking = Looking { seen: 0, limit: budget.edge_pairs };
            self.map_lines(step, (&mut sums.map, &mut looking))?;
            self.boundary_lines(step, &near, (&mut sums.boundary, &mut looking))?;
        }
        self.sums = sums;
        Ok(self.sums.measure())
    }

    /// Whether something in a box can lie in the region or on its edge.
    fn is_near(&self, bounds: Bounds) -> bool {
        self.around.is_some_and(|around| around.intersects(bounds))
    }

    /// Adds the stretches of the map's edges that came, and takes away those that went.
    fn map_lines(
        &self,
        step: &ClipStep<'_>,
        (lines, looking): (&mut Lines, &mut Looking),
    ) -> Result<(), OverlayError> {
        let index = self.region.index();
        let is_near = |edge: [Position; 2]| self.is_near(Bounds::NOTHING.and(edge[0]).and(edge[1]));
        if step.starts_afresh() {
            // Edges in the order of their rings: most lie where the one before them does.
            for ring in step.after().rings() {
                let mut last = None;
                for edge in ring.edges() {
                    if !is_near(edge) {
                        last = None;
                        continue;
                    }
                    let found = looking.at(edge, index, last.as_ref())?;
                    lines.inside(edge, &found, FixedSum::add);
                    last = Some(found);
                }
            }
            return Ok(());
        }
        for edge in step.changes.came().iter().filter(|edge| is_near(**edge)) {
            lines.inside(*edge, &looking.at(*edge, index, None)?, FixedSum::add);
        }
        for edge in step.changes.went().iter().filter(|edge| is_near(**edge)) {
            lines.inside(*edge, &looking.at(*edge, index, None)?, FixedSum::take_away);
        }
        Ok(())
    }

    /// Looks again at the region's edges near edges that came or went.
    fn boundary_lines(
        &self,
        step: &ClipStep<'_>,
        loops: &[&Loop],
        (lines, looking): (&mut Lines, &mut Looking),
    ) -> Result<(), OverlayError> {
        let near = self.region_edges_near(loops);
        if near.is_empty() {
            return Ok(());
        }
        let counts: [(Option<&EdgeIndex>, Count); 2] =
            [(step.index_before(), FixedSum::take_away), (step.index_after(), FixedSum::add)];
        for (index, count) in counts {
            let Some(index) = index else { continue };
            let mut last: Option<((usize, usize), Lies)> = None;
            for Edge { ends, ring, at } in &near {
                let follows =
                    last.as_ref().filter(|(place, _)| *place == (*ring, at.wrapping_sub(1)));
                let found = looking.at(*ends, index, follows.map(|(_, lies)| lies))?;
                lines.along(*ends, &found, count);
                last = Some(((*ring, *at), found));
            }
        }
        Ok(())
    }

    /// The edges of the region in the boxes around the loops of what changed, in order.
    fn region_edges_near(&self, loops: &[&Loop]) -> Vec<Edge> {
        let mut near: Vec<Edge> = Vec::new();
        for line in loops {
            let _: ControlFlow<()> =
                self.region.index().visit(line.bounds.grown(SAME_LINE), &mut |edge| {
                    near.push(*edge);
                    ControlFlow::Continue(())
                });
        }
        near.sort_unstable_by_key(|edge| (edge.ring, edge.at));
        near.dedup_by_key(|edge| (edge.ring, edge.at));
        near
    }
}

/// Edges looked at, against the budget.
struct Looking {
    seen: usize,
    limit: usize,
}

impl Looking {
    fn at(
        &mut self,
        edge: [Position; 2],
        index: &EdgeIndex,
        before: Option<&Lies>,
    ) -> Result<Lies, OverlayError> {
        let found = lies(edge, index, before, &mut self.seen);
        if self.seen > self.limit {
            return Err(OverlayError::TooManyEdgePairs { limit: self.limit });
        }
        Ok(found)
    }
}

#[derive(Debug, Clone, Default)]
struct Sums {
    area: FixedSum,
    map: Lines,
    boundary: Lines,
}

impl Sums {
    fn measure(&self) -> ClipMeasure {
        let bulge = self.map.bulge.total() + self.boundary.bulge.total();
        let (area, edge) =
            (self.area.area(), self.map.metres.total() + self.boundary.metres.total());
        // As in an overlay, what is thinner than two lines taken for one is no land; nor is what no edge
        // of that length can hold: the rounding that is left of land that came and went.
        if area.square_metres() <= NO_WIDTH * edge || area.square_metres() > edge * edge {
            let lines = ClipLines { map: Length::ZERO, boundary: Length::ZERO };
            return ClipMeasure { area: Area::ZERO, area_geodesic: Area::ZERO, lines };
        }
        ClipMeasure {
            area,
            area_geodesic: area + Area::from_square_metres(bulge),
            lines: ClipLines {
                map: Length::from_metres(self.map.metres.total()),
                boundary: Length::from_metres(self.boundary.metres.total()),
            },
        }
    }
}

/// Adds to a sum or takes away from it.
type Count = fn(&mut FixedSum, f64);

/// Stretches of edges: how long they are, and the land in m² left of their geodesics less that left
/// of their straight lines.
#[derive(Debug, Clone, Copy, Default)]
struct Lines {
    metres: FixedSum,
    bulge: FixedSum,
}

impl Lines {
    /// Counts what of an edge lies inside.
    fn inside(&mut self, edge: [Position; 2], lies: &Lies, count: Count) {
        match lies {
            Lies::Inside => self.stretch(edge, [0.0, 1.0], count),
            Lies::Outside => {}
            Lies::InPart { inside, .. } => {
                for part in inside {
                    self.stretch(edge, *part, count);
                }
            }
        }
    }

    /// Counts what of an edge lies inside or along the same line.
    fn along(&mut self, edge: [Position; 2], lies: &Lies, count: Count) {
        self.inside(edge, lies, count);
        if let Lies::InPart { along, .. } = lies {
            for part in along {
                self.stretch(edge, *part, count);
            }
        }
    }

    fn stretch(&mut self, [a, b]: [Position; 2], [from, to]: [f64; 2], count: Count) {
        let at = |share: f64| match share {
            0.0 => a,
            1.0 => b,
            between => a.towards(b, between),
        };
        let part = [at(from), at(to)];
        count(&mut self.metres, edge_metres(part));
        let straight = area_left_of(part, 0.0);
        let geodesic = geodesic_left_of(&Geodesic::wgs84(), part, straight);
        count(&mut self.bulge, geodesic - straight);
    }
}
