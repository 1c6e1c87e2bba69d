//! How much land a shape holds.

use crate::ellipsoid::{E2, area_from_equator, metres_per_radian};
use crate::position::Position;
use crate::quadrature::{ExactSum, mean};
use crate::ring::Ring;
use crate::shape::Shape;
use geographiclib_rs::{Geodesic, PolygonArea, Winding, capability};
use seisin_core::Area;

/// How a straight edge between two vertices is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeRule {
    /// Straight in longitude and latitude, as RFC 7946 §3.1.1 says: the ledger's rule.
    LonLat,
    /// The shortest line on the ellipsoid.
    Geodesic,
}

/// The area of a shape under a rule for its edges.
pub fn area_by(rule: EdgeRule, shape: &Shape) -> Area {
    match rule {
        EdgeRule::LonLat => area(shape),
        EdgeRule::Geodesic => area_geodesic(shape),
    }
}

/// The area of a shape on the ellipsoid, its edges straight in lon/lat.
///
/// Additive: what is cut apart or joined along any line keeps its area, so gained − lost is the
/// change. This is the ledger's measure.
///
/// # Method
/// Green's theorem with the authalic zone function Q: the area left of an edge is −∫ Q(φ) dλ, by
/// Gauss–Legendre quadrature in latitude. Q is taken from the latitude at which each ring starts,
/// so that small shapes lose no digits.
///
/// # Accuracy
/// Within 2e-12 of the area of GeographicLib on densified edges for edges up to 5°, and 1e-11, the
/// accuracy of that reference, for edges of 90° (see the tests); a shape's sum is compensated.
///
/// # Example
/// ```
/// # use seisin_measure::{area, Shape};
/// assert_eq!(area(&Shape::empty()).square_km(), 0.0);
/// ```
pub fn area(shape: &Shape) -> Area {
    let mut sum = ExactSum::default();
    for ring in shape.rings() {
        let start = ring.positions().first().map_or(0.0, |first| first.lat);
        let from = area_from_equator(start.to_radians().sin());
        sum.extend(ring.edges().map(|edge| area_left_of(edge, from)));
    }
    Area::from_square_metres(sum.total())
}

/// The signed area between an edge and the parallel up to which `from` m²/rad lie.
pub(crate) fn area_left_of([a, b]: [Position; 2], from: f64) -> f64 {
    let along = (b.lon - a.lon).to_radians();
    if along == 0.0 {
        return 0.0;
    }
    let height = b.lat - a.lat;
    let zone = |t: f64| area_from_equator((a.lat + height * t).to_radians().sin()) - from;
    -along * mean(height, zone)
}

/// The area of a shape on the ellipsoid, its edges geodesics.
///
/// Not additive: an edge with a vertex put on it is another line. Offered to compare with other
/// tools; the ledger uses [`area`].
///
/// # Method
/// Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), DOI 10.1007/s00190-012-0578-z,
/// by geographiclib-rs. Signed areas are summed; an exterior larger than half of the ellipsoid is
/// told from a hole by its lon/lat area. A sliver that geodesic edges turn over counts as negative.
///
/// # Accuracy
/// 0.1 m² for each vertex at most (Karney, section 6).
pub fn area_geodesic(shape: &Shape) -> Area {
    let geodesic = Geodesic::wgs84();
    let mut sum = ExactSum::default();
    sum.extend(shape.rings().map(|ring| signed_geodesic(&geodesic, ring)));
    Area::from_square_metres(sum.total())
}

/// The area left of a ring within half of the ellipsoid of what its lon/lat edges enclose.
fn signed_geodesic(geodesic: &Geodesic, ring: &Ring) -> f64 {
    let mut polygon = PolygonArea::new(geodesic, Winding::CounterClockwise);
    for position in ring.open() {
        polygon.add_point(position.lat, position.lon);
    }
    let (_, signed, _) = polygon.compute(true);
    let lonlat: f64 = ring.edges().map(|edge| area_left_of(edge, 0.0)).sum();
    let whole = geodesic.area();
    signed + whole * ((lonlat - signed) / whole).round()
}

/// The signed area in m² between a geodesic edge and the equator, positive where the equator lies
/// to its left; `straight` is that of the edge straight in lon/lat (see [`area_left_of`]).
///
/// # Method
/// Karney's S₁₂, taken for the geodesic that runs the way the straight edge does: of the two sides
/// of the Earth an edge over 180° of longitude may pass, the one that [`area_left_of`] passes. For
/// short edges the straight edge's, less what lies between both ([`between_short`]).
pub(crate) fn geodesic_left_of(geodesic: &Geodesic, edge: [Position; 2], straight: f64) -> f64 {
    let [a, b] = edge;
    let (along, height) = ((b.lon - a.lon).abs(), (b.lat - a.lat).abs());
    if along.max(height) <= SHORT && a.lat.abs() <= TEMPERATE {
        return straight - between_short(edge);
    }
    let found = geodesic._gen_inverse(a.lat, a.lon, b.lat, b.lon, capability::AREA);
    let left = -found.9;
    if along < 180.0 {
        return left;
    }
    let half = geodesic.area() / 2.0;
    left + half * ((straight - left) / half).round()
}

/// Degrees of longitude and latitude up to which an edge is short.
const SHORT: f64 = 0.05;

/// The latitude up to which edges may be short: nearer the poles parallels bend too much.
const TEMPERATE: f64 = 75.0;

/// The signed area in m² between a short edge straight in lon/lat and the geodesic between its
/// ends, positive where the geodesic runs to the left.
///
/// # Method
/// A short line of length s whose geodesic curvature is κ encloses κ s³/12 with the geodesic between
/// its ends. On the ellipsoid, where ds² = (N cos φ)² dλ² + M² dφ², the line along which λ and φ
/// change evenly by Δλ and Δφ, u = N cos φ Δλ and w = M Δφ in metres, has
/// κ s³ = sin φ Δλ (u² + 2w²) + u w Δφ M′/M, with M′/M = 3e² sin φ cos φ/(1 − e² sin² φ), by the
/// equations of geodesics in these coordinates (do Carmo, "Differential Geometry of Curves and
/// Surfaces", 1976, section 4-4). All is taken in the middle of the edge.
///
/// # Accuracy
/// Within 1e-4 m² of Karney's for every short edge (see the tests), of which 2e-5 m² is what the
/// two figures are rounded by.
fn between_short([a, b]: [Position; 2]) -> f64 {
    let (along, height) = ((b.lon - a.lon).to_radians(), (b.lat - a.lat).to_radians());
    let middle = f64::midpoint(a.lat, b.lat).to_radians();
    let (meridian, parallel) = metres_per_radian(middle);
    let (sin, cos) = middle.sin_cos();
    let (u, w) = (parallel * along, meridian * height);
    let lengthening = 3.0 * E2 * sin * cos / (1.0 - E2 * sin * sin);
    (sin * along * (u * u + 2.0 * w * w) + lengthening * u * w * height) / 12.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The greatest difference from Karney's, in m², for edges of a length every way at a latitude.
    fn furthest(lat: f64, length: f64) -> f64 {
        let (geodesic, a) = (Geodesic::wgs84(), Position::new(36.0, lat));
        let off = |turn: u32| {
            let (sin, cos) = (f64::from(turn) / 64.0 * std::f64::consts::TAU).sin_cos();
            let b = Position::new(a.lon + length * cos, a.lat + length * sin);
            let karney = -geodesic._gen_inverse(a.lat, a.lon, b.lat, b.lon, capability::AREA).9;
            (geodesic_left_of(&geodesic, [a, b], area_left_of([a, b], 0.0)) - karney).abs()
        };
        (0..64).map(off).fold(0.0, f64::max)
    }

    #[test]
    fn short_geodesics_are_those_of_karney() {
        for lat in [0.0, 0.01, 10.0, 30.0, 50.0, 60.0, 70.0, 74.99, -0.02, -50.0] {
            for length in [1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.049, 0.051, 0.5] {
                let off = furthest(lat, length);
                assert!(off < 1e-4, "{off} m² for {length}° at {lat}°");
            }
        }
        let long = [Position::new(36.0, 50.0), Position::new(36.05, 50.0)];
        assert!(between_short(long) > 700.0, "{}", between_short(long));
    }
}
