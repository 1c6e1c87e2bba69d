//! GeoJSON (RFC 7946) map files, read with limits into features and rings.
//!
//! The reader takes what daily control maps really are: a `FeatureCollection`, one `Feature` or a
//! bare geometry, also nested under a member `value`, up to hundreds of megabytes. It refuses, with
//! the place and a remedy, what would be measured wrongly: coordinates in another reference system,
//! positions that are no degrees, NaN. It does not judge rings: `seisin_measure::Shape` does.

mod assemble;
mod coordinates;
mod crs;
mod error;
mod intake;
mod json_error;
mod known_rings;
mod limits;
mod map_file;
mod members;
mod parse;
mod plain_coordinates;
mod properties;

pub(crate) use assemble::check_degrees;
pub use error::MapFileError;
pub(crate) use json_error::bare_reason;
pub use limits::MapLimits;
pub use map_file::{MapFeature, MapFile, MapNote, MapPlace, PropertyValue};
pub use parse::{RunningGeojson, parse_geojson};
