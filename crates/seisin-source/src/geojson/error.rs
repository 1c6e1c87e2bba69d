//! Why a map file is refused.

use super::map_file::MapPlace;

/// Why a map file is refused as a whole.
///
/// Features, polygons, rings and vertices are counted from 0, lines and columns from 1, byte
/// offsets from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MapFileError {
    /// It is larger than the limit.
    #[error(
        "read the map file: it has {bytes} bytes, more than the {limit} allowed\nhint: split it, or leave out features that show no holding: ogr2ogr -where … OUT.geojson IN.geojson"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// It has more of something than the limit.
    #[error(
        "read the map file: it has more than {limit} {what} (line {line})\nhint: split it, or simplify what it draws before adding it"
    )]
    TooMany {
        /// What there are too many of.
        what: &'static str,
        /// The limit.
        limit: usize,
        /// The line where the limit was passed.
        line: usize,
    },
    /// It has more of something than the limit.
    #[error(
        "read the map file: it has more than {limit} {what}\nhint: split it, simplify what it draws, or raise the limit with the --max-… option that names it"
    )]
    Beyond {
        /// What there are too many of.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// It is of a form that is read, and cannot be read.
    #[error("read the map file as {form}: {reason}\nhint: {hint}")]
    Unreadable {
        /// The form.
        form: &'static str,
        /// What is wrong.
        reason: String,
        /// What to do.
        hint: &'static str,
    },
    /// Its bytes are in an encoding JSON is not written in.
    #[error(
        "read the map file: it begins as UTF-16 does, JSON is UTF-8\nhint: iconv -f UTF-16 -t UTF-8 IN.geojson > OUT.geojson"
    )]
    Utf16,
    /// It is no JSON.
    #[error(
        "read the map file as JSON: {reason} (byte {offset}, line {line}, column {column})\nhint: {hint}"
    )]
    NotJson {
        /// What is wrong there.
        reason: String,
        /// The byte near which it is.
        offset: usize,
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
        /// What to do.
        hint: &'static str,
    },
    /// It is JSON, and not GeoJSON.
    #[error(
        "read the map file as GeoJSON: {reason} (byte {offset}, line {line}, column {column})\nhint: RFC 7946 says how a map file is written; ogr2ogr -f GeoJSON -lco RFC7946=YES OUT.geojson IN writes one"
    )]
    NotGeoJson {
        /// What is wrong there.
        reason: String,
        /// The byte near which it is.
        offset: usize,
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// It has none of the objects of GeoJSON, or one of another format.
    #[error(
        "read the map file as GeoJSON: its type is {found}, not FeatureCollection, Feature or a geometry\nhint: ogr2ogr -f GeoJSON -lco RFC7946=YES OUT.geojson IN converts other formats (TopoJSON, Esri JSON)"
    )]
    UnknownType {
        /// The type as written, or that there is none.
        found: String,
    },
    /// A feature is not written as RFC 7946 has it.
    #[error(
        "read the map file as GeoJSON: feature {feature} {reason}\nhint: correct the feature, or write the file anew: ogr2ogr -f GeoJSON -lco RFC7946=YES OUT.geojson IN"
    )]
    BadFeature {
        /// Which feature.
        feature: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// Its coordinates are in another reference system.
    #[error(
        "read the map file: its coordinates are in {crs}, not in degrees of WGS 84 (OGC:CRS84)\nhint: ogr2ogr -t_srs OGC:CRS84 -lco RFC7946=YES OUT.geojson IN.geojson"
    )]
    WrongCrs {
        /// The reference system as named.
        crs: String,
    },
    /// A position is outside the range of degrees, so its reference system is another one, or
    /// latitude and longitude are exchanged.
    #[error(
        "read the map file: position ({x}, {y}) is outside longitude -180..180, latitude -90..90 ({place})\nhint: the coordinates are in another reference system, or in another order: ogr2ogr -s_srs EPSG:… -t_srs OGC:CRS84 -lco RFC7946=YES OUT.geojson IN.geojson"
    )]
    NotDegrees {
        /// Where.
        place: MapPlace,
        /// The first coordinate as written.
        x: f64,
        /// The second coordinate as written.
        y: f64,
    },
}
