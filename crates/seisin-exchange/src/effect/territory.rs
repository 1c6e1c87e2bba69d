//! All the land a party holds, from a boundary set and a map.

use seisin_measure::{Budget, OverlayError, Shape, difference, union};

/// All the land a party holds: `own` regions less what others hold, with what it holds elsewhere.
///
/// # Assumptions
/// A map of holdings shows only land that somebody holds against the boundary set, so what it does
/// not show is held by the region's own sovereign, as that set states it. Whoever measures so has
/// to say so: name the boundary set.
///
/// # Method
/// (∪ `own` − ∪ `others_hold`) ∪ ∪ `holds`.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_exchange::territory_of;
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, area};
/// let rectangle = |west: f64, east: f64| {
///     let p = Position::new;
///     let ring = vec![p(west, 51.0), p(east, 51.0), p(east, 52.0), p(west, 52.0), p(west, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a rectangle").0
/// };
/// let (own, lost) = (rectangle(34.0, 36.0), rectangle(35.0, 36.0));
/// let left = territory_of(&[&own], &[], &[&lost], &Budget::default())?;
/// assert!((area(&left).square_km() / area(&own).square_km() - 0.5).abs() < 1e-9);
/// # Ok::<(), seisin_measure::OverlayError>(())
/// ```
pub fn territory_of(
    own: &[&Shape],
    holds: &[&Shape],
    others_hold: &[&Shape],
    budget: &Budget,
) -> Result<Shape, OverlayError> {
    let regions = union(own, budget)?;
    let lost = union(others_hold, budget)?;
    let kept = difference(&regions, &lost, budget)?;
    let all: Vec<&Shape> = std::iter::once(&kept).chain(holds.iter().copied()).collect();
    union(&all, budget)
}
