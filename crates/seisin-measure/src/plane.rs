//! A plane laid on the Earth at one position, on which land keeps its area.

use crate::ellipsoid::{A, E2, area_from_equator};
use crate::position::Position;

/// A plane that touches the Earth at one position and keeps areas.
///
/// # Method
/// Lambert's azimuthal equal-area projection of the ellipsoid: J. P. Snyder, "Map Projections: A
/// Working Manual" (USGS Professional Paper 1395, 1987), eq. 24-17 to 24-20, with eq. 3-11 to 3-13.
///
/// # Accuracy
/// Areas are kept exactly. Lengths at a distance d from the middle are off by d²/(8R²) of
/// themselves at most: 1e-5 at 60 km, 1e-3 at 570 km.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plane {
    lon: f64,
    sin: f64,
    cos: f64,
    /// Radius of the sphere of the same area.
    radius: f64,
    /// Snyder's D.
    stretch: f64,
    /// The zone function at the pole, for one radian.
    whole: f64,
}

impl Plane {
    /// The plane that touches the Earth at `middle`.
    pub(crate) fn at(middle: Position) -> Self {
        let whole = area_from_equator(1.0);
        let phi = middle.lat.to_radians();
        let sin = area_from_equator(phi.sin()) / whole;
        let cos = (1.0 - sin * sin).max(0.0).sqrt();
        let radius = whole.sqrt();
        let parallel = A * phi.cos() / (1.0 - E2 * phi.sin().powi(2)).sqrt();
        let stretch = if cos > 0.0 { parallel / (radius * cos) } else { 1.0 };
        Self { lon: middle.lon, sin, cos, radius, stretch, whole }
    }

    /// The position on the plane, in metres east and north of its middle.
    pub(crate) fn place(&self, position: Position) -> [f64; 2] {
        let along = (position.lon - self.lon).to_radians();
        let sin = area_from_equator(position.lat.to_radians().sin()) / self.whole;
        let cos = (1.0 - sin * sin).max(0.0).sqrt();
        let near = 1.0 + self.sin * sin + self.cos * cos * along.cos();
        let scale = self.radius * (2.0 / near.max(f64::MIN_POSITIVE)).sqrt();
        [
            scale * self.stretch * cos * along.sin(),
            scale / self.stretch * (self.cos * sin - self.sin * cos * along.cos()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// pyproj 3.7.2 (PROJ 9.5.1): `+proj=laea +lat_0=51.5 +lon_0=36 +ellps=WGS84`.
    #[test]
    fn positions_stand_where_proj_puts_them() {
        let plane = Plane::at(Position::new(36.0, 51.5));
        for (lon, lat, east, north) in REFERENCE {
            let [x, y] = plane.place(Position::new(lon, lat));
            assert!((x - east).hypot(y - north) < 1e-3, "{lon} {lat}: {x} {y}");
        }
    }

    const REFERENCE: [(f64, f64, f64, f64); 3] = [
        (36.2, 51.6, 13_857.700_1, 11_144.752_4),
        (34.0, 52.0, -137_338.815_6, 57_505.346_1),
        (40.0, 46.0, 310_008.213_5, -603_135.678_8),
    ];
}
