//! A document or a map edition captured whole: bytes, digest, publisher, licence; the formats it
//! comes in.
//!
//! Everything that enters seisin passes here first and is kept as it came. A report becomes a
//! [`CapturedDocument`]: its bytes, their digest, and the text exactly as decoded, so that every
//! later offset counts its code points. A map file becomes a [`MapFile`]: features with their
//! properties and rings of positions, not yet validated and not yet meaning anything: whether a
//! ring can be measured is for `seisin-measure` to say, whose holding it shows for `seisin-read`.
//!
//! What is absent: no file is opened here (the caller brings bytes and names), no date is guessed,
//! no coordinate is moved, and nothing is read without a limit.

mod article;
mod capture;
mod document_meta;
mod encoding;
mod formats;
mod geojson;
mod html;
mod raster_file;
mod raster_tags;
mod report_forms;
mod sidecar;
mod when;

pub use capture::{
    CaptureError, CaptureLimits, Captured, CapturedDocument, Form, Item, capture_text,
};
pub use document_meta::{DocumentMeta, DocumentMetaError};
pub use encoding::{Declared, Decoded, ToldBy, decode};
pub use formats::parse_map;
pub use geojson::{
    MapFeature, MapFile, MapFileError, MapLimits, MapNote, MapPlace, PropertyValue, RunningGeojson,
    parse_geojson,
};
pub use html::{ARTICLE_READER, Article, article, article_text};
pub use raster_file::{RasterFileError, RasterLimits, read_raster};
pub use report_forms::{
    InputFormat, ItemError, SeekableRead, SourceLimits, SourceReader, Taken, each_item,
};
pub use sidecar::{Sidecar, SidecarError, SidecarRow};
