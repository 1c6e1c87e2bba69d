//! Answers as files that other programs open: GeoJSON, GeoParquet, FlatGeobuf, CSV.
//!
//! [`gate`] decides which shapes may be passed on before any is fetched; [`Export`] is what is
//! written, the same rows in every form; the form follows the file's ending. Every file says what
//! it is, whose maps it rests on, and under which terms.

mod about;
mod column;
mod csv_package;
mod drawn;
mod flatgeobuf_file;
mod form;
mod gate;
mod geojson_file;
mod geoparquet_file;
mod sheet;
mod wkb;

pub(crate) use drawn::Drawn;
pub(crate) use form::{Form, write_whole};
pub(crate) use gate::{Passed, Rights};
pub(crate) use sheet::{Export, ExportRow, Source};
