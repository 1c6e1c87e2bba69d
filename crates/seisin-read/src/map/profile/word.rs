//! The profile itself.

use super::{
    error::ProfileError,
    rule::{Fault, KnownPlace, Rule},
    source::DateSource,
};
use crate::map::reading::Coverage;
use seisin_core::{Length, Licence, PublisherId};
use seisin_measure::Bounds;

/// How one publisher's map files are to be understood.
///
/// A profile is data: a TOML text, described field by field in `docs/reference/map-profile.md`.
///
/// # Example
/// ```
/// use seisin_read::map::Profile;
/// let profile = Profile::built_in("parties")?;
/// assert_eq!(profile.name(), "parties");
/// # Ok::<(), seisin_read::map::ProfileError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub(in crate::map) name: String,
    pub(in crate::map) title: String,
    pub(in crate::map) publisher: Option<PublisherId>,
    pub(in crate::map) licence: Option<Licence>,
    pub(in crate::map) positional_error: Option<Length>,
    pub(in crate::map) edition_date: Vec<DateSource>,
    pub(in crate::map) same_day: Vec<DateSource>,
    pub(in crate::map) published: Vec<DateSource>,
    pub(in crate::map) extent: Option<Bounds>,
    /// What gives a holding first, then what gives none.
    pub(in crate::map) rules: Vec<Rule>,
    pub(in crate::map) known_places: Vec<KnownPlace>,
    pub(in crate::map) coverage: Vec<Coverage>,
    pub(in crate::map) covers_as_drawn: bool,
    pub(in crate::map) faults: Vec<Fault>,
}

impl Profile {
    /// The largest profile read, in bytes.
    pub const MAX_BYTES: usize = 1 << 20;

    /// Reads a profile.
    ///
    /// # Errors
    /// Where the text is no profile; the message names the field.
    pub fn parse(toml: &str) -> Result<Self, ProfileError> {
        super::file::parse(toml)
    }

    /// The profile of this name that comes with seisin.
    ///
    /// # Errors
    /// Where there is none; the message names those there are.
    pub fn built_in(name: &str) -> Result<Self, ProfileError> {
        super::built_in::built_in(name)
    }

    /// The names of the profiles that come with seisin.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> {
        super::built_in::PROFILES.iter().map(|(name, _)| *name)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is for, in one line.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What its publisher declares to show.
    pub fn coverage(&self) -> &[Coverage] {
        &self.coverage
    }
}
