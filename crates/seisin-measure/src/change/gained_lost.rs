//! The land gained and the land lost between two shapes.

use super::edges::Changes;
use crate::areas::area_of_loops;
use crate::overlay::{Budget, Enclosed, Filled, OverlayError, enclosed_by, fill};
use crate::position::Position;
use crate::shape::Shape;
use seisin_core::Area;

/// The land gained and the land lost from one shape to another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GainedAndLost {
    /// The land of the shape after that the shape before has not.
    pub gained: Shape,
    /// The land of the shape before that the shape after has not.
    pub lost: Shape,
    /// The area of `gained`, slivers included, edges straight in lon/lat.
    pub gained_area: Area,
    /// The area of `lost`, likewise.
    pub lost_area: Area,
}

/// The land gained and the land lost from `before` to `after`.
///
/// # Method
/// The edges that the two have not in common close to loops that wind once round land gained, once
/// backwards round land lost, and not at all round what stayed (see [`Changes`]); only those loops
/// are overlaid. Two maps that have no edge in common and neither touch nor run along each other are
/// not overlaid at all: their lines are walked along from crossing to crossing, as by
/// [`crate::differences`]. With `after` one publisher's map and `before` another's, gained is what the one
/// shows beyond the other.
///
/// # Accuracy
/// Areas are summed over everything the loops enclose, also over slivers less than 1e-9 degree wide
/// that the shapes leave out, so that gained less lost is the change of the area but for the grid
/// of 2⁻⁴⁰ degree on which the loops are overlaid: 0.05 µm times the length of the edges that
/// changed, 0.1 m² for 2,000 km of them. Both within 1e-3 km² of GEOS (see the tests).
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, gained_and_lost};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())
/// };
/// let change = gained_and_lost(&square(35.0)?.0, &square(35.25)?.0, &Budget::default());
/// let change = change.expect("two squares");
/// assert!((change.gained_area - change.lost_area).square_metres().abs() < 0.01);
/// assert!((change.gained_area.square_km() - 1_931.425).abs() < 0.001);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn gained_and_lost(
    before: &Shape,
    after: &Shape,
    budget: &Budget,
) -> Result<GainedAndLost, OverlayError> {
    let changes = Changes::between(before, after);
    if changes.came().len() == after.vertices()
        && changes.went().len() == before.vertices()
        && let Some([gained, lost]) = enclosed_by(after, before, budget)?
    {
        return Ok(GainedAndLost::of(gained, lost));
    }
    changes.gained_and_lost(budget)
}

impl GainedAndLost {
    fn of(gained: Enclosed, lost: Enclosed) -> Self {
        Self {
            gained_area: enclosed(&gained.rings),
            lost_area: enclosed(&lost.rings),
            gained: gained.shape,
            lost: lost.shape,
        }
    }
}

impl Changes {
    /// The land that lies between the edges that came and those that went.
    ///
    /// # Errors
    /// [`OverlayError`] where the budget does not suffice.
    pub fn gained_and_lost(&self, budget: &Budget) -> Result<GainedAndLost, OverlayError> {
        if self.is_empty() {
            return Ok(GainedAndLost::default());
        }
        let Filled { positive, negative } = fill(&self.loops(), budget)?;
        Ok(GainedAndLost::of(positive, negative))
    }
}

fn enclosed(rings: &[Vec<Position>]) -> Area {
    // The rings repeat their first position; an edge from a position to itself adds nothing.
    area_of_loops(rings.iter().map(Vec::as_slice))
}
