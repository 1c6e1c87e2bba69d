//! Union, intersection and difference.

use super::budget::{Budget, OverlayError};
use super::fill::enclosed_by;
use super::grid::Grid;
use super::noding::{Lines, node};
use crate::position::Position;
use crate::shape::Shape;
use crate::validity::{InvalidShape, ShapeLimits};
use i_overlay::core::extract::BooleanExtractionBuffer;
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{IntOverlayOptions, Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::core::solver::Solver;
use i_overlay::i_shape::int::shape::{IntContour, IntShapes};

/// The land that any of the shapes holds.
///
/// # Method
/// Where a vertex of one shape lies within 1e-9 degree (0.1 mm) of the line of another, the line is
/// led through it, so that lines that should be one are one although each has its own vertices.
/// Then the `i_overlay` engine on a grid of 2⁻⁴⁰ degree. Vertices in the middle of a straight line
/// are dropped from the result, and with them pieces and holes less than 1e-9 degree wide on
/// average.
///
/// # Accuracy
/// Positions within 5e-13 degree, and 1e-9 where lines are made one; areas within 1e-3 km² of GEOS on country-wide maps (see the
/// tests).
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, area, union};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 0.0), p(1.0, 0.0), p(1.0, 1.0), p(0.0, 1.0), p(0.0, 0.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())
/// };
/// let (west, east) = (square(36.0)?.0, square(37.0)?.0);
/// let both = union(&[&west, &east], &Budget::default()).expect("two squares");
/// assert_eq!(both.polygons().len(), 1);
/// assert!((area(&both) - area(&west) - area(&east)).square_metres().abs() < 1e-3);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn union(shapes: &[&Shape], budget: &Budget) -> Result<Shape, OverlayError> {
    let held: Vec<&Shape> = shapes.iter().copied().filter(|shape| !shape.is_empty()).collect();
    match held.as_slice() {
        [] => Ok(Shape::empty()),
        [only] => Ok((*only).clone()),
        _ => overlay(&held, &[], OverlayRule::Subject, budget),
    }
}

/// The land that both shapes hold.
///
/// # Method
/// As [`union`].
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub fn intersection(a: &Shape, b: &Shape, budget: &Budget) -> Result<Shape, OverlayError> {
    if are_apart(a, b) {
        return Ok(Shape::empty());
    }
    overlay(&[a], &[b], OverlayRule::Intersect, budget)
}

/// The land that `a` holds and `b` does not.
///
/// # Method
/// As [`union`].
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub fn difference(a: &Shape, b: &Shape, budget: &Budget) -> Result<Shape, OverlayError> {
    if are_apart(a, b) {
        return Ok(a.clone());
    }
    overlay(&[a], &[b], OverlayRule::Difference, budget)
}

/// The land that `a` holds and `b` does not, and the land that `b` holds and `a` does not.
///
/// # Method
/// Where the lines of the two cross and neither touch nor run along each other, by walking along them
/// from crossing to crossing, without a grid; else as [`union`], both at once.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, area, differences};
/// let square = |lon: f64, lat: f64| {
///     let p = |x, y| Position::new(lon + x, lat + y);
///     let ring = vec![p(0.0, 0.0), p(1.0, 0.0), p(1.0, 1.0), p(0.0, 1.0), p(0.0, 0.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).map(|(shape, _)| shape)
/// };
/// let (a, b) = (square(36.0, 51.0)?, square(36.5, 51.5)?);
/// let [a_only, b_only] = differences(&a, &b, &Budget::default()).expect("two squares");
/// let change = area(&a) - area(&b);
/// assert!((area(&a_only) - area(&b_only) - change).square_metres().abs() < 1e-3);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
pub fn differences(a: &Shape, b: &Shape, budget: &Budget) -> Result<[Shape; 2], OverlayError> {
    if are_apart(a, b) {
        return Ok([a.clone(), b.clone()]);
    }
    if let Some([a_only, b_only]) = enclosed_by(a, b, budget)? {
        return Ok([a_only.shape, b_only.shape]);
    }
    let mut lines = node(&[a, b], budget)?;
    let b_lines = lines.split_off(1);
    let on = |grid| both_on_grid(grid, [lines.as_slice(), b_lines.as_slice()]);
    on(Grid::FINE).or_else(|_| on(Grid::COARSE)).map_err(OverlayError::ResultNotValid)
}

fn are_apart(a: &Shape, b: &Shape) -> bool {
    a.bounds().zip(b.bounds()).is_none_or(|(a, b)| !a.intersects(b))
}

/// One overlay, checked against the budget before and for validity after.
fn overlay(
    subjects: &[&Shape],
    clips: &[&Shape],
    rule: OverlayRule,
    budget: &Budget,
) -> Result<Shape, OverlayError> {
    let all: Vec<&Shape> = subjects.iter().chain(clips).copied().collect();
    let mut subject_lines = node(&all, budget)?;
    let clip_lines = subject_lines.split_off(subjects.len());
    let sides = [subject_lines.as_slice(), clip_lines.as_slice()];
    let on = |grid| on_grid(grid, sides, rule);
    on(Grid::FINE).or_else(|_| on(Grid::COARSE)).map_err(OverlayError::ResultNotValid)
}

/// The two differences of two sides, out of one overlay.
fn both_on_grid(grid: Grid, sides: [&[Lines]; 2]) -> Result<[Shape; 2], InvalidShape> {
    let mut overlay = laid_over(grid, sides);
    let Some(graph) = overlay.build_graph_view(FillRule::NonZero) else {
        return Ok([Shape::empty(), Shape::empty()]);
    };
    let mut buffer = BooleanExtractionBuffer::default();
    let mut one = |rule| {
        let found = graph.extract_shapes(rule, &mut buffer);
        shape_of(shapes_contours(grid, &found))
    };
    Ok([one(OverlayRule::Difference)?, one(OverlayRule::InverseDifference)?])
}

fn laid_over(grid: Grid, sides: [&[Lines]; 2]) -> Overlay<i64> {
    let mut overlay = Overlay::<i64>::new_custom(0, IntOverlayOptions::ogc(), Solver::AUTO);
    for (side, role) in sides.into_iter().zip([ShapeType::Subject, ShapeType::Clip]) {
        for line in side.iter().flatten() {
            overlay.add_contour(&grid.contour(line), role);
        }
    }
    overlay
}

fn on_grid(grid: Grid, sides: [&[Lines]; 2], rule: OverlayRule) -> Result<Shape, InvalidShape> {
    let mut overlay = laid_over(grid, sides);
    shape_of(shapes_contours(grid, &overlay.overlay(rule, FillRule::NonZero)))
}

/// The rings of what the engine found, in degrees and closed.
pub(super) fn shapes_contours(grid: Grid, found: &IntShapes<i64>) -> Vec<Vec<Vec<Position>>> {
    let rings = |rings: &Vec<IntContour<i64>>| rings.iter().map(|c| grid.ring(c)).collect();
    found.iter().map(rings).collect()
}

/// The shape of polygons that the engine found, without slivers.
pub(super) fn shape_of(polygons: Vec<Vec<Vec<Position>>>) -> Result<Shape, InvalidShape> {
    let polygons = polygons.into_iter().filter_map(|rings| {
        let mut rings = rings.into_iter();
        let exterior = rings.next().filter(|ring| !is_sliver(ring))?;
        let interiors = rings.filter(|ring| !is_sliver(ring));
        Some(std::iter::once(exterior).chain(interiors).collect())
    });
    Shape::from_rings(polygons.collect(), &ShapeLimits::NONE).map(|(shape, _)| shape)
}

/// Mean width in degrees below which a piece or hole is an artefact of rounding: 0.1 mm.
const SLIVER_WIDTH: f64 = 1e-9;

/// Whether what the ring encloses is thinner than [`SLIVER_WIDTH`] on average.
fn is_sliver(ring: &[Position]) -> bool {
    let Some(origin) = ring.first().copied() else { return true };
    let edges = || ring.iter().zip(ring.iter().skip(1));
    let twice_area: f64 = edges()
        .map(|(a, b)| {
            (a.lon - origin.lon) * (b.lat - origin.lat)
                - (b.lon - origin.lon) * (a.lat - origin.lat)
        })
        .sum();
    let around: f64 = edges().map(|(a, b)| (b.lon - a.lon).hypot(b.lat - a.lat)).sum();
    twice_area.abs() <= SLIVER_WIDTH * around
}
