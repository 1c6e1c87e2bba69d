//! What loops that cross and touch as they like enclose, told apart by how they wind.

use super::boolean::{shape_of, shapes_contours};
use super::budget::{Budget, OverlayError};
use super::grid::Grid;
use super::noding::check_loops;
use crate::position::Position;
use crate::shape::Shape;
use crate::validity::InvalidShape;
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{IntOverlayOptions, Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::core::solver::Solver;

/// The land that loops wind round forwards, and that they wind round backwards.
pub(crate) struct Filled {
    pub(crate) positive: Enclosed,
    pub(crate) negative: Enclosed,
}

/// Land that loops enclose.
pub(crate) struct Enclosed {
    /// Every ring, exteriors counter-clockwise, holes clockwise, slivers included.
    pub(crate) rings: Vec<Vec<Position>>,
    /// The same as a valid shape, without slivers.
    pub(crate) shape: Shape,
}

/// The land that `loops`, each without repeating its first position, wind round.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub(crate) fn fill(loops: &[Vec<Position>], budget: &Budget) -> Result<Filled, OverlayError> {
    check_loops(loops, budget)?;
    let one = |rule| {
        let on = |grid| enclosed(grid, loops, rule);
        on(Grid::FINE).or_else(|_| on(Grid::COARSE)).map_err(OverlayError::ResultNotValid)
    };
    Ok(Filled { positive: one(FillRule::Positive)?, negative: one(FillRule::Negative)? })
}

fn enclosed(grid: Grid, loops: &[Vec<Position>], rule: FillRule) -> Result<Enclosed, InvalidShape> {
    let mut overlay = Overlay::<i64>::new_custom(0, IntOverlayOptions::ogc(), Solver::AUTO);
    for line in loops {
        overlay.add_contour(&grid.contour(line), ShapeType::Subject);
    }
    let found = overlay.overlay(OverlayRule::Subject, rule);
    let polygons = shapes_contours(grid, &found);
    let rings = polygons.iter().flatten().cloned().collect();
    Ok(Enclosed { rings, shape: shape_of(polygons)? })
}
