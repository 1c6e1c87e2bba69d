//! Where a `GeoTIFF` lies: what its tags say, and nothing guessed.

use crate::raster_file::RasterFileError;

/// Where the pixels of a raster lie.
///
/// # Units
/// Degrees of longitude and latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RasterPlace {
    pub(crate) west: f64,
    pub(crate) north: f64,
    pub(crate) pixel: [f64; 2],
}

/// The tags that say where a raster lies, as far as they are there.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlaceTags {
    pub(crate) scale: Vec<f64>,
    pub(crate) tie_points: Vec<f64>,
    pub(crate) transformation: Vec<f64>,
    pub(crate) keys: Vec<u16>,
}

/// Keys of the `GeoTIFF` standard and the codes of its values.
const MODEL_TYPE: u16 = 1024;
const RASTER_TYPE: u16 = 1025;
const GEOGRAPHIC_SYSTEM: u16 = 2048;
const PROJECTED_SYSTEM: u16 = 3072;
const GEOGRAPHIC: u16 = 2;
const PIXEL_IS_POINT: u16 = 2;
const WGS_84: u16 = 4326;

impl PlaceTags {
    /// Where the pixels lie.
    ///
    /// # Method
    /// OGC `GeoTIFF` 1.1 (19-008r4): a scale with a tie point, or a transformation that does not turn;
    /// where a value stands for the middle of its pixel, the corner is half a pixel away.
    ///
    /// # Errors
    /// [`RasterFileError`] for another coordinate system, or none, and for a raster that is turned.
    pub(crate) fn place(&self) -> Result<RasterPlace, RasterFileError> {
        self.check_system()?;
        let RasterPlace { west, north, pixel } =
            self.scaled().or_else(|| self.transformed()).ok_or(RasterFileError::NoPlace)?;
        let sound = [west, north, pixel[0], pixel[1]].iter().all(|value| value.is_finite());
        if !sound || pixel[0] <= 0.0 || pixel[1] <= 0.0 {
            return Err(RasterFileError::NoPlace);
        }
        let half = if self.key(RASTER_TYPE) == Some(PIXEL_IS_POINT) { 0.5 } else { 0.0 };
        Ok(RasterPlace { west: west - half * pixel[0], north: north + half * pixel[1], pixel })
    }

    fn check_system(&self) -> Result<(), RasterFileError> {
        let other = |code: u16| RasterFileError::OtherSystem { code };
        match (self.key(MODEL_TYPE), self.key(GEOGRAPHIC_SYSTEM), self.key(PROJECTED_SYSTEM)) {
            (Some(GEOGRAPHIC), Some(WGS_84), _) => Ok(()),
            (Some(GEOGRAPHIC), Some(code), _) | (_, _, Some(code)) => Err(other(code)),
            _ => Err(RasterFileError::NoSystem),
        }
    }

    /// The value of a key that stands in the directory itself.
    fn key(&self, wanted: u16) -> Option<u16> {
        let entries = self.keys.get(4..)?.chunks_exact(4);
        entries.filter(|entry| entry[1] == 0).find(|entry| entry[0] == wanted).map(|entry| entry[3])
    }

    fn scaled(&self) -> Option<RasterPlace> {
        let ([across, down, ..], [column, row, _, lon, lat, ..]) =
            (self.scale.as_slice(), self.tie_points.as_slice())
        else {
            return None;
        };
        let pixel = [*across, *down];
        Some(RasterPlace { west: lon - column * across, north: lat + row * down, pixel })
    }

    fn transformed(&self) -> Option<RasterPlace> {
        let [a, b, _, west, d, e, _, north, ..] = self.transformation.as_slice() else {
            return None;
        };
        let turned = b.abs() > 0.0 || d.abs() > 0.0;
        (!turned).then_some(RasterPlace { west: *west, north: *north, pixel: [*a, -e] })
    }
}
