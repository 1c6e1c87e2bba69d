//! The land within a distance of a position.

use crate::position::Position;
use crate::shape::Shape;
use crate::validity::ShapeLimits;
use geographiclib_rs::{DirectGeodesic as _, Geodesic};
use seisin_core::Length;

/// How many corners a disc is drawn with.
const CORNERS: u32 = 360;

/// The land within a distance of a position, as a polygon of 360 corners on the circle; `None` for
/// no distance at all, and for a disc that reaches a pole or the antimeridian.
///
/// # Method
/// The direct geodesic problem by geographiclib-rs, each degree of azimuth.
///
/// # Accuracy
/// The corners lie on the circle; the polygon has 5e-5 less land than the disc.
///
/// # Example
/// ```
/// use seisin_core::Length;
/// use seisin_measure::{Position, area, disc};
/// let land = disc(Position::new(36.94, 50.29), Length::from_km(10.0)).expect("a disc");
/// assert!((area(&land).square_km() / 314.159 - 1.0).abs() < 1e-4);
/// ```
pub fn disc(centre: Position, radius: Length) -> Option<Shape> {
    let geodesic = Geodesic::wgs84();
    let corner = |step: u32| {
        let azimuth = -f64::from(step % CORNERS);
        let (lat, lon): (f64, f64) =
            geodesic.direct(centre.lat, centre.lon, azimuth, radius.metres());
        Position::new(lon, lat)
    };
    let ring: Vec<Position> = (0..=CORNERS).map(corner).collect();
    let near = |p: &Position| (p.lon - centre.lon).abs() < 90.0 && p.lat.abs() < 89.0;
    if !ring.iter().all(near) {
        return None;
    }
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).ok().map(|(shape, _)| shape)
}
