//! Who is shown to hold the land at one position.

use crate::check::EditionUsed;
use seisin_core::{Date, Length, Licence, PartyId, PublisherId, Timestamp};

/// One position on one day by one publisher's map.
#[derive(Debug, Clone, PartialEq)]
pub struct PointRow {
    /// The day.
    pub day: Date,
    /// The position's place in the list, from nought.
    pub site: usize,
    /// Whose map.
    pub publisher: PublisherId,
    /// The edition.
    pub edition: EditionUsed,
    /// Who is shown to hold it.
    pub held: PointHeld,
    /// How far it is from the nearest line of a holding, where that is nearer than lines may be off.
    pub from_line: Option<Length>,
    /// How far a line on the map may be off; `None` where nobody states it.
    pub positional_error: Option<Length>,
    /// The terms of the map.
    pub licence: Licence,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
}

/// Who is shown to hold the land at a position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointHeld {
    /// These parties, by name; several where their holdings overlap.
    By(Vec<PartyId>),
    /// None: the map draws nothing there. That is not to say that nobody holds it.
    NotShown,
    /// The position lies nearer to a line than lines may be off; these parties hold it as drawn.
    Undecided(Vec<PartyId>),
    /// The map does not speak for the place, for this reason.
    Outside(String),
}
