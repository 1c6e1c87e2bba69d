//! One row of a series.

use super::flag::{SeriesFlag, SeriesFlagKind};
use crate::{check::EditionUsed, land::LandRule, measured::Figure};
use seisin_core::{Area, Date, Length, Licence, PartyId, PublisherId, RegionId, Timestamp};

/// What one party holds in one land on one day of a series.
#[derive(Debug, Clone)]
pub struct SeriesRow {
    /// The day.
    pub day: Date,
    /// Whose holding.
    pub party: PartyId,
    /// The land: that asked for, or the one its publisher draws the holding in.
    pub region: Option<RegionId>,
    /// How the holding was cut to it.
    pub rule: LandRule,
    /// Whose map speaks; `None` where none of several does.
    pub publisher: Option<PublisherId>,
    /// The edition that speaks.
    pub edition: Option<EditionUsed>,
    /// How much, or why no map says.
    pub said: Result<Figure, String>,
    /// The change since the row before, never across a switch of source or a change of scope.
    pub change: Option<Area>,
    /// What is to be known before comparing.
    pub flags: Vec<SeriesFlag>,
    /// How far a line on the map may be off.
    pub positional_error: Option<Length>,
    /// The terms of the map.
    pub licence: Option<Licence>,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
}

impl SeriesRow {
    /// Whether a flag of this kind stands on the row.
    pub fn has(&self, kind: SeriesFlagKind) -> bool {
        self.flags.iter().any(|flag| flag.kind == kind)
    }
}
