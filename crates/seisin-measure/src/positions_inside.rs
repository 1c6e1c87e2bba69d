//! Which of many positions lie in a holding, carried from edition to edition.

use crate::change::Changes;
use crate::locate::crosses_ray;
use crate::position::Position;
use crate::ring::Ring;
use crate::shape::Shape;

/// Positions of which to tell, edition by edition, whether they lie in the land.
///
/// # Assumptions
/// For a position exactly on an edge of the land either answer may come.
///
/// # Method
/// A position lies inside where a ray to the east crosses the edge an odd number of times. So an
/// edge that comes or goes turns the answer round for the positions west of it between the
/// latitudes of its ends, and for no others; positions are kept in order of latitude, so that only
/// those are looked at. Sides are exact.
///
/// # Example
/// ```
/// use seisin_measure::{PositionsInside, Position, Shape, ShapeLimits};
/// let square = |east: f64| {
///     let p = Position::new;
///     let ring = vec![p(35.0, 51.0), p(east, 51.0), p(east, 52.0), p(35.0, 52.0), p(35.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let towns = [Position::new(35.5, 51.5), Position::new(36.2, 51.1)];
/// let mut inside = PositionsInside::new(&towns);
/// let (monday, tuesday) = (square(36.0)?, square(36.5)?);
/// inside.take(&Shape::empty(), &monday);
/// assert_eq!(inside.answers(), [true, false]);
/// assert_eq!(inside.take(&monday, &tuesday), [1]);
/// assert_eq!(inside.count(), 2);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PositionsInside {
    /// By latitude, with their places in the order given.
    sorted: Vec<(Position, usize)>,
    inside: Vec<bool>,
    count: usize,
}

impl PositionsInside {
    /// Positions with no land yet; answers keep their order.
    pub fn new(positions: &[Position]) -> Self {
        let mut sorted: Vec<(Position, usize)> = positions.iter().copied().zip(0..).collect();
        sorted.sort_by(|a, b| a.0.lat.total_cmp(&b.0.lat));
        Self { sorted, inside: vec![false; positions.len()], count: 0 }
    }

    /// Goes on from the edition `before`, the last one taken, to `after`, and gives the places, in
    /// the order of the positions, of those whose answer changed.
    pub fn take(&mut self, before: &Shape, after: &Shape) -> Vec<usize> {
        self.take_changes(&Changes::between(before, after))
    }

    /// The same where what changed is known already.
    pub fn take_changes(&mut self, changes: &Changes) -> Vec<usize> {
        let mut turned = Vec::new();
        for edge in changes.came().iter().chain(changes.went()) {
            self.turn(*edge, &mut turned);
        }
        // Turned twice is not turned.
        turned.sort_unstable();
        let runs = turned.chunk_by(|a, b| a == b);
        runs.filter(|run| run.len() % 2 == 1).map(|run| run[0]).collect()
    }

    /// Turns round the answers west of an edge.
    fn turn(&mut self, edge: [Position; 2], turned: &mut Vec<usize>) {
        let [a, b] = edge;
        let (south, north) = (a.lat.min(b.lat), a.lat.max(b.lat));
        let (west, east) = (a.lon.min(b.lon), a.lon.max(b.lon));
        let from = self.sorted.partition_point(|(p, _)| p.lat < south);
        for (position, place) in &self.sorted[from..] {
            if position.lat >= north {
                break;
            }
            let crosses =
                position.lon < west || (position.lon <= east && crosses_ray(edge, *position));
            if crosses {
                let inside = &mut self.inside[*place];
                *inside = !*inside;
                self.count = if *inside { self.count + 1 } else { self.count - 1 };
                turned.push(*place);
            }
        }
    }

    /// Whether each position lies in the land of the edition last taken, in the order given.
    pub fn answers(&self) -> &[bool] {
        &self.inside
    }

    /// How many positions lie in the land of the edition last taken.
    pub fn count(&self) -> usize {
        self.count
    }
}

/// Whether each of many positions lies in a shape, in the order given.
///
/// # Method
/// As [`PositionsInside`], from nothing.
pub fn positions_inside(shape: &Shape, positions: &[Position]) -> Vec<bool> {
    let mut inside = PositionsInside::new(positions);
    let mut turned = Vec::new();
    for edge in shape.rings().flat_map(Ring::edges) {
        inside.turn(edge, &mut turned);
        turned.clear();
    }
    inside.inside
}
