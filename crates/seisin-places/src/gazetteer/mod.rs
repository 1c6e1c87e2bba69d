//! The built-in gazetteer: names of countries, first-level divisions, disputed areas and
//! settlements, with where they lie.

mod entry;
mod file;
mod groups;
mod inflect;
mod lookup;
mod nouns;
mod scan;

#[cfg(feature = "build")]
pub(crate) use entry::{Extent, IdScheme};
pub use entry::{NameForm, PlaceEntry, PlaceKind};
#[cfg(feature = "build")]
pub(crate) use file::{CITY_LIKE, ENTRY_BYTES, HEADER_BYTES, MAGIC, NO_POSITION};
pub use groups::{RegionGroup, region_group, region_groups};
pub use lookup::{Gazetteer, PlaceMatch};
