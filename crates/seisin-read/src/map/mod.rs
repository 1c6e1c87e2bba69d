//! From a map file to an edition with its holdings: whose land each feature shows, by data.
//!
//! A publisher's habits are written down in a [`Profile`]: where a file says its day, what a
//! feature's properties mean, where a polygon has to lie to mean it, what the publisher declares to
//! show and which days of an archive are known to be faulty. No publisher is known to the code.
//!
//! [`read_map`] never repairs: a feature that cannot be measured becomes a problem and the rest of
//! the edition stays; a polygon that the profile has no rule for is named and never counted.

mod boundaries;
mod dates;
mod error;
mod holdings;
mod name_pattern;
mod placing;
mod profile;
mod quarantine;
mod read;
mod reading;
mod rules;
mod settings;
mod terms;

pub use boundaries::{
    BoundaryReading, BoundarySettings, PropertyNames, ReadBoundariesError, read_boundaries,
};
pub use error::ReadMapError;
pub use name_pattern::{NamePattern, NamePatternError};
pub use profile::{Profile, ProfileError};
pub use read::read_map;
pub use reading::{Coverage, Holding, MapReading, Quarantined};
pub use settings::MapSettings;
