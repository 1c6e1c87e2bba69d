//! How far apart two positions are.

use crate::position::Position;
use geographiclib_rs::{Geodesic, InverseGeodesic as _};
use seisin_core::Length;

/// The length of the shortest line between two positions on the ellipsoid.
///
/// # Method
/// Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), DOI 10.1007/s00190-012-0578-z,
/// by geographiclib-rs.
///
/// # Accuracy
/// 15 nanometres (Karney, section 9).
///
/// # Example
/// ```
/// use seisin_measure::{Position, distance};
/// // From Sudzha to Kursk.
/// let far = distance(Position::new(35.27, 51.19), Position::new(36.19, 51.73));
/// assert!((far.km() - 87.5).abs() < 0.5, "{}", far.km());
/// ```
pub fn distance(from: Position, to: Position) -> Length {
    let metres: f64 = Geodesic::wgs84().inverse(from.lat, from.lon, to.lat, to.lon);
    Length::from_metres(metres)
}
