//! The shape of the Earth: WGS 84, and what is integrated on it.

/// Semi-major axis of WGS 84 in metres (NGA.STND.0036, table 3.1; EPSG ellipsoid 7030).
pub(crate) const A: f64 = 6_378_137.0;
/// Flattening of WGS 84 (same source: 1 / 298.257 223 563).
pub(crate) const F: f64 = 1.0 / 298.257_223_563;
/// First eccentricity squared.
pub(crate) const E2: f64 = F * (2.0 - F);
/// Semi-minor axis in metres.
pub(crate) const B: f64 = A * (1.0 - F);

/// The area between the equator and latitude `phi`, for each radian of longitude.
///
/// # Units
/// `sin_phi` is the sine of the geographic latitude; the result is m²/rad.
///
/// # Method
/// Snyder, "Map Projections: A Working Manual" (USGS Professional Paper 1395, 1987), eq. 3-12 times
/// a²/2, written as its power series: b² s Σ (k+1)/(2k+1) (e² s²)^k.
///
/// # Accuracy
/// Nine terms leave less than 1e-19 of the whole; rounding is what remains.
pub(crate) fn area_from_equator(sin_phi: f64) -> f64 {
    let x = E2 * sin_phi * sin_phi;
    let series = ZONE_SERIES.iter().rev().fold(0.0, |sum, term| sum * x + term);
    B * B * sin_phi * series
}

/// (k+1)/(2k+1) for k = 0..9.
const ZONE_SERIES: [f64; 9] = [
    1.0,
    2.0 / 3.0,
    3.0 / 5.0,
    4.0 / 7.0,
    5.0 / 9.0,
    6.0 / 11.0,
    7.0 / 13.0,
    8.0 / 15.0,
    9.0 / 17.0,
];

/// Metres for each radian: along the meridian, and along the parallel.
///
/// # Method
/// Radius of curvature in the meridian, a(1−e²)/(1−e² sin²φ)^3/2, and radius of the parallel,
/// a cos φ/(1−e² sin²φ)^1/2 (Snyder, eq. 4-18 and 4-20).
pub(crate) fn metres_per_radian(phi: f64) -> (f64, f64) {
    let (sin, cos) = phi.sin_cos();
    let w2 = 1.0 - E2 * sin * sin;
    let w = w2.sqrt();
    (A * (1.0 - E2) / (w2 * w), A * cos / w)
}
