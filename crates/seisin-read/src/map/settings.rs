//! What a caller states about map files.

use super::{name_pattern::NamePattern, profile::Profile};
use seisin_core::{Date, Length, Licence, Published, PublisherId};
use seisin_measure::ShapeLimits;
use seisin_places::BoundarySet;
use seisin_source::SidecarRow;
use std::sync::Arc;

/// What a caller states about map files; what it states goes before what a file or a profile says.
#[derive(Debug, Clone)]
pub struct MapSettings {
    /// How the publisher's files are to be understood.
    pub profile: Profile,
    /// Who drew them.
    pub publisher: Option<PublisherId>,
    /// Under which terms they may be used.
    pub licence: Option<Licence>,
    /// How far a line on them may lie from where the publisher means it.
    pub positional_error: Option<Length>,
    /// The day whose situation the file shows.
    pub edition_date: Option<Date>,
    /// How the file's name tells that day.
    pub valid_from_name: Option<NamePattern>,
    /// When the file was published.
    pub published: Option<Published>,
    /// Boundaries finer than those by which regions are named: near a border they tell in which
    /// country and region a polygon lies, the first one that can.
    pub boundaries: Vec<Arc<BoundarySet>>,
    /// How large a feature may be.
    pub limits: ShapeLimits,
}

impl MapSettings {
    /// Settings that state nothing but the profile.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            publisher: None,
            licence: None,
            positional_error: None,
            edition_date: None,
            valid_from_name: None,
            published: None,
            boundaries: Vec::new(),
            limits: ShapeLimits::default(),
        }
    }

    /// The settings for one file, with what the table of map files says of it put first.
    pub fn for_row(&self, row: &SidecarRow) -> Self {
        let mut settings = self.clone();
        settings.published = row.published.or(settings.published);
        settings.edition_date = row.edition_date.or(settings.edition_date);
        settings.licence = row.licence.clone().or(settings.licence);
        settings.positional_error = row.positional_error.or(settings.positional_error);
        settings
    }
}
