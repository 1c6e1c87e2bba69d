//! Names of places and parties, boundary sets and frames.
//!
//! A report names lands and sides; this crate says which ones may be meant. It answers with every
//! candidate and the rule that ranked it, never with a silent choice. Where sovereignty is
//! disputed it keeps what each source says apart, and takes no side.
//!
//! - [`Gazetteer`]: names of countries, first-level divisions, disputed areas and settlements.
//! - [`PartyLexicon`]: names, demonyms, capitals, forces and leaders of parties.
//! - [`NamingRegions`]: coarse shapes of first-level divisions, to name and draw with.
//! - [`BoundarySet`]: shapes a user brings, to measure on.
//! - [`Frame`]: a named view of whose land is whose, with its published total.
//! - [`DisputedArea`]: a land with those who claim it.
//! - [`ViewedArea`]: a land on which states differ, with whose each sees it as; coarse shapes.

mod boundary;
mod disputed;
mod fold;
mod frame;
mod gazetteer;
mod naming;
mod party;
mod views;

#[cfg(feature = "build")]
pub mod build;

pub use boundary::{BoundarySet, Measurable, Region};
pub use disputed::{DisputedArea, disputed_areas};
pub use fold::fold;
pub use frame::{Frame, PublishedArea, built_in_frames, frame, frames_called};
pub use gazetteer::{
    Gazetteer, NameForm, PlaceEntry, PlaceKind, PlaceMatch, RegionGroup, region_group,
    region_groups,
};
pub use naming::{CoarseShape, NamedRegion, NamingRegions, naming_regions};
pub use party::{
    ExtendLexiconError, PartyEntry, PartyKind, PartyLexicon, PartyMatch, PartyRole, RoleNouns,
};
pub use views::{ViewedArea, as_seen_by, viewed_areas, viewed_areas_source, viewers};
