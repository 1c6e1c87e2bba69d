//! The shapes of the world, each a rectangle between two meridians and two parallels.

use serde_json::{Value, json};

/// A rectangle with its sides along meridians and parallels.
///
/// # Units
/// Degrees on WGS 84; west and east are longitudes, south and north latitudes.
///
/// # Example
/// ```
/// use seisin_fixture::SARN;
/// assert_eq!(SARN.ring().first(), Some(&[34.0, 51.0]));
/// assert_eq!(SARN.ring().first(), SARN.ring().last());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    /// Its western meridian.
    pub west: f64,
    /// Its southern parallel.
    pub south: f64,
    /// Its eastern meridian.
    pub east: f64,
    /// Its northern parallel.
    pub north: f64,
}

/// The region Sarn, of right Borland's in the world's boundary set.
pub const SARN: Rectangle = Rectangle { west: 34.0, south: 51.0, east: 36.0, north: 52.0 };

/// The region Velk, of right Arland's in the world's boundary set.
pub const VELK: Rectangle = Rectangle { west: 36.0, south: 51.0, east: 38.0, north: 52.0 };

/// What publisher m1 draws for Arland in Sarn on 7 January 2030, and first drew for the 14th.
pub const ARLAND_IN_SARN: Rectangle =
    Rectangle { west: 35.5, south: 51.2, east: 36.0, north: 51.5 };

/// What publisher m1 draws for Arland in Sarn on 14 January 2030 in its corrected edition.
pub const ARLAND_IN_SARN_CORRECTED: Rectangle =
    Rectangle { west: 35.48, south: 51.2, east: 36.0, north: 51.5 };

/// What publisher m1 draws for Arland in Sarn on 21 January 2030.
pub const ARLAND_IN_SARN_LATER: Rectangle =
    Rectangle { west: 35.55, south: 51.2, east: 36.0, north: 51.5 };

/// What publisher m2 draws for Arland in Sarn on 14 January 2030.
pub const ARLAND_IN_SARN_BY_M2: Rectangle =
    Rectangle { west: 35.6, south: 51.2, east: 36.0, north: 51.5 };

/// What publisher m1 draws for Borland in Velk from 14 January 2030 on.
pub const BORLAND_IN_VELK: Rectangle =
    Rectangle { west: 36.0, south: 51.6, east: 36.2, north: 51.9 };

impl Rectangle {
    /// Its corners as `[longitude, latitude]`, counter-clockwise from the south-west, closed.
    pub fn ring(&self) -> [[f64; 2]; 5] {
        let south_west = [self.west, self.south];
        let north_east = [self.east, self.north];
        [south_west, [self.east, self.south], north_east, [self.west, self.north], south_west]
    }

    /// Its GeoJSON geometry.
    pub(crate) fn geometry(&self) -> Value {
        json!({ "coordinates": [self.ring()], "type": "Polygon" })
    }

    /// Its GeoJSON geometry with a height above the ellipsoid at every corner.
    pub(crate) fn geometry_with_height(&self, metres: f64) -> Value {
        let ring = self.ring().map(|[longitude, latitude]| [longitude, latitude, metres]);
        json!({ "coordinates": [ring], "type": "Polygon" })
    }
}
