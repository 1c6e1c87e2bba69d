//! The way in: bytes to a map file.

use super::{
    assemble::Assembled,
    error::MapFileError,
    intake::Intake,
    json_error,
    known_rings::KnownRings,
    limits::MapLimits,
    map_file::{MapFeature, MapFile, MapNote},
    members::{Level, ObjectSeed, RawObject},
    plain_coordinates::lift_coordinates,
};
use seisin_core::Digest;
use serde::de::DeserializeSeed;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads a GeoJSON map file.
///
/// # Units
/// Positions are longitude and latitude in degrees on WGS 84, in that order (OGC:CRS84).
///
/// # Assumptions
/// RFC 7946, with three things real files do: the collection may stand under a member `value`, a
/// `crs` member may name CRS84 or EPSG:4326 (longitude first all the same), and a byte order mark
/// may come first. Rings are taken as they are written; a feature without land is kept without
/// polygons and noted.
///
/// # Accuracy
/// Every coordinate is the double nearest to the decimal number in the file.
///
/// # Errors
/// Where the file is no JSON (NaN and Infinity are none), no GeoJSON, goes beyond `limits`, or its
/// coordinates are in another reference system than degrees of WGS 84.
///
/// # Example
/// ```
/// use seisin_source::{MapLimits, parse_geojson};
/// let sarn = br#"{"type": "Feature", "properties": {"party": "arland"}, "geometry":
///     {"type": "Polygon", "coordinates": [[[35.5, 51.2], [36, 51.2], [36, 51.5], [35.5, 51.2]]]}}"#;
/// let file = parse_geojson(sarn, &MapLimits::default())?;
/// assert_eq!(file.features[0].polygons[0][0][1].lon, 36.0);
/// # Ok::<(), seisin_source::MapFileError>(())
/// ```
pub fn parse_geojson(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    let Assembled { features, foreign, notes } = assemble(bytes, limits, None)?;
    Ok(MapFile { features, foreign, notes, source: Digest::of(bytes) })
}

/// Reads the files of a map one after the other; what stands in the file before is not read again.
///
/// # Method
/// Rings are recognised by their text, position by position, so that a file gives what
/// [`parse_geojson`] gives for it, to the last bit. The text of the file before and its positions are
/// kept.
///
/// # Example
/// ```
/// use seisin_source::{MapLimits, RunningGeojson, parse_geojson};
/// let day = |east: f64| format!(
///     r#"{{"type": "Polygon", "coordinates": [[[35, 51], [{east}, 51], [36, 52], [35, 51]]]}}"#
/// );
/// let mut files = RunningGeojson::default();
/// files.parse(day(36.0).as_bytes(), &MapLimits::default())?;
/// let tuesday = files.parse(day(36.5).as_bytes(), &MapLimits::default())?;
/// assert_eq!(tuesday, parse_geojson(day(36.5).as_bytes(), &MapLimits::default())?);
/// # Ok::<(), seisin_source::MapFileError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct RunningGeojson(KnownRings);

impl RunningGeojson {
    /// Reads the next file.
    ///
    /// # Errors
    /// As [`parse_geojson`].
    pub fn parse(&mut self, bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
        let Assembled { features, foreign, notes } = assemble(bytes, limits, Some(&mut self.0))?;
        Ok(MapFile { features, foreign, notes, source: Digest::of(bytes) })
    }

    /// The features of the next file alone, for what needs no digest to cite it by.
    ///
    /// # Errors
    /// As [`parse_geojson`].
    pub fn features(
        &mut self,
        bytes: &[u8],
        limits: &MapLimits,
    ) -> Result<Vec<MapFeature>, MapFileError> {
        Ok(assemble(bytes, limits, Some(&mut self.0))?.features)
    }
}

fn assemble(
    bytes: &[u8],
    limits: &MapLimits,
    known: Option<&mut KnownRings>,
) -> Result<Assembled, MapFileError> {
    if bytes.len() > limits.bytes {
        return Err(MapFileError::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(MapFileError::Utf16);
    }
    let json = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let skipped = bytes.len() - json.len();
    let mut intake = Intake::new(limits);
    let object = match read_plain(json, limits, known) {
        Some(object) => object,
        None => read_object(json, &mut intake).map_err(|error| {
            let passed = intake.limit_passed(error.line());
            passed.unwrap_or_else(|| json_error::refusal(&error, json, skipped))
        })?,
    };
    let mut map = Assembled::from_file(object)?;
    map.notes.extend(intake.heights_dropped());
    map.notes.extend((skipped > 0).then_some(MapNote::ByteOrderMark));
    Ok(map)
}

/// The object of a file in which nothing is unusual, read several times as fast; `None` sends any
/// other file to [`read_object`], which tells what is wrong with it.
fn read_plain(
    json: &[u8],
    limits: &MapLimits,
    known: Option<&mut KnownRings>,
) -> Option<RawObject> {
    let (text, lifted) = lift_coordinates(json, limits.vertices, known)?;
    let mut intake = Intake::with_lifted(limits, lifted);
    let object = read_object(&text, &mut intake).ok()?;
    intake.nothing_left().then_some(object)
}

fn read_object(json: &[u8], intake: &mut Intake<'_>) -> Result<RawObject, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_slice(json);
    let object = ObjectSeed { intake, level: Level::File }.deserialize(&mut from)?;
    from.end()?;
    object.ok_or_else(|| serde::de::Error::custom("expected a GeoJSON object"))
}
