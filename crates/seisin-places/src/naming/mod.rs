//! Regions for naming and drawing, never for measuring unasked: Natural Earth's first-level
//! divisions.

mod coarse;
mod file;
mod regions;
mod rings;

pub use coarse::CoarseShape;
#[cfg(feature = "build")]
pub(crate) use file::{HEADER_BYTES, MAGIC};
pub use regions::{NamedRegion, NamingRegions, naming_regions};
#[cfg(feature = "build")]
pub(crate) use rings::{Rings, Vertex, encode};
