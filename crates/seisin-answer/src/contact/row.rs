//! The line of contact by one publisher's map on one day.

use crate::{check::EditionUsed, land::LandRule};
use seisin_core::{Date, Length, Licence, PartyId, PublisherId, RegionId, Timestamp};
use seisin_measure::Position;

/// The line of contact by one publisher's map on one day, or why there is none to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactRow {
    /// The day.
    pub day: Date,
    /// Whose land meets: the first party's lies left of the line.
    pub parties: [PartyId; 2],
    /// The land it was asked for in.
    pub region: Option<RegionId>,
    /// How territories were cut to it.
    pub rule: LandRule,
    /// Whose map.
    pub publisher: PublisherId,
    /// The edition.
    pub edition: EditionUsed,
    /// The line, or why it cannot be told.
    pub said: Result<ContactFigure, String>,
    /// How each party's land was told, in one sentence each.
    pub notes: Vec<String>,
    /// How far a line on the map may be off.
    pub positional_error: Option<Length>,
    /// The terms of the map.
    pub licence: Licence,
    /// The boundary set that states whose the regions are, where one was used, with its terms.
    pub boundary: Option<(String, Licence)>,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
}

/// A line of contact, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactFigure {
    /// How long it is: on the ellipsoid, edges straight in lon/lat.
    pub length: Length,
    /// How much of it has land of both parties beside it as far as lines may be off.
    pub decided: Length,
    /// The rest: what meets there may be one line drawn twice, a little apart.
    pub undecided: Length,
    /// How far lines may be off: those of the map and of the boundary together.
    pub off: Length,
    /// Its course where it is decided, lines from end to end.
    pub lines: Vec<Vec<Position>>,
    /// Its course where it is not.
    pub undecided_lines: Vec<Vec<Position>>,
}
