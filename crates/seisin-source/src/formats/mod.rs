//! Map files of any form: told by their content, read with limits into features and rings.
//!
//! Everything comes out as the [`MapFile`](crate::MapFile) that GeoJSON gives; whether a ring can
//! be measured is judged elsewhere, and for all forms alike. What a file declares of its own sizes
//! is believed only as far as it has bytes for it.

mod builder;
mod flatgeobuf;
mod geoparquet;
mod kml;
mod kml_text;
mod kml_tree;
mod parquet_cells;
mod parse_map;
mod shapefile;
mod wkb;
mod zipped;

pub use parse_map::parse_map;
