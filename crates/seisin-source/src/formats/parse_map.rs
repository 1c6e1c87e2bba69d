//! Which form a map file has.

use super::{flatgeobuf, geoparquet, kml, zipped};
use crate::geojson::{MapFile, MapFileError, MapLimits, parse_geojson};

/// Reads a map file of any form, told by its content: GeoJSON, KML, KMZ, GeoParquet, FlatGeobuf, or
/// a shapefile in a zip.
///
/// # Units
/// Positions are longitude and latitude in degrees on WGS 84, in that order (OGC:CRS84).
///
/// # Errors
/// Where the file is of none of these forms, is damaged, goes beyond `limits`, or its coordinates
/// are in another reference system.
///
/// # Example
/// ```
/// use seisin_source::{MapLimits, parse_map};
/// let kml = br#"<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>arland</name>
///     <Polygon><outerBoundaryIs><LinearRing><coordinates>
///         35.5,51.2 36,51.2 36,51.5 35.5,51.2
///     </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>"#;
/// let file = parse_map(kml, &MapLimits::default())?;
/// assert_eq!(file.features[0].polygons[0][0][1].lon, 36.0);
/// # Ok::<(), seisin_source::MapFileError>(())
/// ```
pub fn parse_map(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    if bytes.len() > limits.bytes {
        return Err(MapFileError::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    match Form::of(bytes) {
        Form::FlatGeobuf => flatgeobuf::parse(bytes, limits),
        Form::GeoParquet => geoparquet::parse(bytes, limits),
        Form::Zip => zipped::parse(bytes, limits),
        Form::Kml => kml::parse(bytes, bytes, limits),
        Form::BareShapefile => Err(MapFileError::Unreadable {
            form: "a shapefile",
            reason: "it came without its table and its reference system".to_owned(),
            hint: "put the .shp, .dbf, .prj and .cpg into one .zip",
        }),
        Form::GeoJson => parse_geojson(bytes, limits),
    }
}

enum Form {
    GeoJson,
    Kml,
    Zip,
    GeoParquet,
    FlatGeobuf,
    BareShapefile,
}

impl Form {
    /// By the first bytes; what none of the others begins with is taken for GeoJSON.
    fn of(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match bytes {
            [b'f', b'g', b'b', _, b'f', b'g', b'b', ..] => Self::FlatGeobuf,
            [b'P', b'A', b'R', b'1', ..] => Self::GeoParquet,
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Self::Zip,
            [0, 0, 0x27, 0x0a, ..] => Self::BareShapefile,
            _ if text.starts_with(b"<") => Self::Kml,
            _ => Self::GeoJson,
        }
    }
}
