//! What loops that cross and touch as they like enclose, told apart by how they wind.

use super::boolean::{shape_of, shapes_contours};
use super::budget::{Budget, OverlayError};
use super::grid::Grid;
use super::noding::check_loops;
use super::walk::{polygons, walk};
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
    /// Every ring, exteriors counter-clockwise, holes clockwise, slivers included; the first position
    /// may be repeated or not.
    pub(crate) rings: Vec<Vec<Position>>,
    /// The same as a valid shape, without slivers.
    pub(crate) shape: Shape,
}

/// What each of two shapes has beyond the other, where neither touches the other or runs along it;
/// `None` where they do.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub(crate) fn enclosed_by(
    one: &Shape,
    other: &Shape,
    budget: &Budget,
) -> Result<Option<[Enclosed; 2]>, OverlayError> {
    let Some([first, second]) = walk(one, other, budget)? else { return Ok(None) };
    let land = |lines: Vec<Vec<Position>>| {
        let shape = shape_of(polygons(&lines)?).ok()?;
        Some(Enclosed { rings: lines, shape })
    };
    Ok(land(first).zip(land(second)).map(|(first, second)| [first, second]))
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
