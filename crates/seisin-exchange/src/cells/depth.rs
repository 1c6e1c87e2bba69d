//! How far a position lies from land.

use seisin_core::Length;
use seisin_measure::{Position, Shape};

/// Metres in a degree of latitude, about: a quarter meridian of 10,002 km over 90.
const METRES_PER_DEGREE: f64 = 111_132.0;

/// How far a position lies from the edge of land; `None` for no land.
///
/// # Method
/// The nearest edge in a plane around the position, longitudes shortened by the cosine of its latitude.
///
/// # Accuracy
/// Within 1 % up to a hundred kilometres away: it says which cells lie near a line and measures
/// nothing else.
pub(super) fn distance(from: Position, land: &Shape) -> Option<Length> {
    let shorten = from.lat.to_radians().cos();
    let flat = |p: Position| ((p.lon - from.lon) * shorten, p.lat - from.lat);
    let edges = land.rings().flat_map(|ring| ring.edges().collect::<Vec<_>>());
    let nearest = edges.map(|[a, b]| to_edge(flat(a), flat(b))).reduce(f64::min)?;
    Some(Length::from_metres(nearest * METRES_PER_DEGREE))
}

/// How far the origin lies from an edge.
fn to_edge(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { (-(a.0 * dx + a.1 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (a.0 + share * dx).hypot(a.1 + share * dy)
}
