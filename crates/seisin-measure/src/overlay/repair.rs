//! What rings that cross themselves may have been meant to enclose.

use super::boolean::{shape_of, shapes_contours, union};
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

/// Which land rings that cross themselves are taken to enclose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairRule {
    /// Land that a line to the outside crosses an odd number of edges from.
    EvenOdd,
    /// Land that the rings wind round at all.
    NonZero,
}

/// Why rings cannot be repaired.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RepairError {
    /// A coordinate is no degree.
    #[error("repair rings with a coordinate that is not a degree of WGS 84")]
    NotDegrees,
    /// An edge spans more than half of the world, so it is not known which way round it runs.
    #[error("repair rings with an edge that spans more than 180 degrees of longitude")]
    SpansHalfTheWorld,
    /// The overlay was refused.
    #[error(transparent)]
    Overlay(#[from] OverlayError),
}

/// The land that polygons as given enclose by a rule, rings closed where they are not.
///
/// A proposal, not a measurement: what was meant is not known. The two rules differ by the land that
/// is in doubt.
///
/// # Method
/// Each polygon's rings by the rule, on the grid of [`union`]; then the union of all polygons.
///
/// # Errors
/// [`RepairError`] where positions are no degrees or the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, RepairRule, area, repair};
/// let p = |x: f64, y: f64| Position::new(36.0 + x, 51.0 + y);
/// let bow_tie = vec![p(0.0, 0.0), p(1.0, 1.0), p(1.0, 0.0), p(0.0, 1.0), p(0.0, 0.0)];
/// let both = repair(&[vec![bow_tie]], RepairRule::EvenOdd, &Budget::default())?;
/// assert_eq!(both.polygons().len(), 2);
/// # Ok::<(), seisin_measure::RepairError>(())
/// ```
pub fn repair(
    polygons: &[Vec<Vec<Position>>],
    rule: RepairRule,
    budget: &Budget,
) -> Result<Shape, RepairError> {
    let mut shapes = Vec::with_capacity(polygons.len());
    for rings in polygons {
        shapes.push(enclosed(rings, rule, budget)?);
    }
    Ok(union(&shapes.iter().collect::<Vec<_>>(), budget)?)
}

fn enclosed(
    rings: &[Vec<Position>],
    rule: RepairRule,
    budget: &Budget,
) -> Result<Shape, RepairError> {
    let loops: Vec<Vec<Position>> =
        rings.iter().map(|ring| opened(ring)).collect::<Result<_, _>>()?;
    let loops: Vec<Vec<Position>> = loops.into_iter().filter(|ring| ring.len() > 2).collect();
    check_loops(&loops, budget)?;
    let rule = match rule {
        RepairRule::EvenOdd => FillRule::EvenOdd,
        RepairRule::NonZero => FillRule::NonZero,
    };
    let on = |grid| on_grid(grid, &loops, rule);
    let shape = on(Grid::FINE).or_else(|_| on(Grid::COARSE));
    Ok(shape.map_err(OverlayError::ResultNotValid)?)
}

/// The ring without the repetition of its first position.
fn opened(ring: &[Position]) -> Result<Vec<Position>, RepairError> {
    let degrees = |at: &Position| at.lon.abs() <= 180.0 && at.lat.abs() <= 90.0;
    if !ring.iter().all(degrees) {
        return Err(RepairError::NotDegrees);
    }
    let mut open = ring.to_vec();
    if open.len() > 1 && open.first() == open.last() {
        open.pop();
    }
    let next = open.iter().skip(1).chain(open.first());
    if open.iter().zip(next).any(|(a, b)| (b.lon - a.lon).abs() > 180.0) {
        return Err(RepairError::SpansHalfTheWorld);
    }
    Ok(open)
}

fn on_grid(grid: Grid, loops: &[Vec<Position>], rule: FillRule) -> Result<Shape, InvalidShape> {
    let mut overlay = Overlay::<i64>::new_custom(0, IntOverlayOptions::ogc(), Solver::AUTO);
    for line in loops {
        overlay.add_contour(&grid.contour(line), ShapeType::Subject);
    }
    shape_of(shapes_contours(grid, &overlay.overlay(OverlayRule::Subject, rule)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area;

    fn ring(corners: &[(f64, f64)]) -> Vec<Position> {
        corners.iter().map(|(x, y)| Position::new(36.0 + x, 51.0 + y)).collect()
    }

    fn repaired(rings: &[Vec<Position>], rule: RepairRule) -> f64 {
        area(&repair(&[rings.to_vec()], rule, &Budget::default()).unwrap()).square_km()
    }

    /// A ring run round twice: once it is land twice over, so by the one rule none and by the other
    /// all.
    #[test]
    fn the_rules_differ_by_what_is_in_doubt() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let twice = ring(&[&square[..], &square[..]].concat());
        let once = repaired(&[ring(&square)], RepairRule::EvenOdd);
        assert!(repaired(std::slice::from_ref(&twice), RepairRule::EvenOdd).abs() < 1e-9);
        assert!((repaired(&[twice], RepairRule::NonZero) - once).abs() < 1e-6);
    }

    #[test]
    fn what_is_valid_stays_as_it_is() {
        let square = ring(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]);
        let (valid, _) =
            Shape::from_rings(vec![vec![square.clone()]], &crate::ShapeLimits::default()).unwrap();
        for rule in [RepairRule::EvenOdd, RepairRule::NonZero] {
            assert!(
                (repaired(std::slice::from_ref(&square), rule) - area(&valid).square_km()).abs()
                    < 1e-6
            );
        }
    }

    #[test]
    fn what_is_no_land_is_refused() {
        let nan = vec![Position::new(f64::NAN, 51.0); 4];
        let far =
            vec![Position::new(-170.0, 0.0), Position::new(170.0, 0.0), Position::new(0.0, 10.0)];
        for (rings, expected) in
            [(nan, RepairError::NotDegrees), (far, RepairError::SpansHalfTheWorld)]
        {
            let refused = repair(&[vec![rings]], RepairRule::EvenOdd, &Budget::default());
            assert_eq!(refused, Err(expected));
        }
    }
}
