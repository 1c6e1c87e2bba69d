//! What differs for one party in one land.

use crate::{check::EditionUsed, land::LandRule, measured::Figure};
use seisin_core::{Area, Date, Length, Licence, PartyId, PublisherId, RegionId, Timestamp};
use seisin_measure::{Position, Shape};

/// What differs for one party in one land between two sides.
#[derive(Debug, Clone)]
pub struct DiffRow {
    /// Whose holding.
    pub party: PartyId,
    /// The land: that asked for, or the one its publishers draw the holding in.
    pub region: Option<RegionId>,
    /// How the holding was cut to it.
    pub rule: LandRule,
    /// The first side.
    pub before: DiffSide,
    /// The second side.
    pub after: DiffSide,
    /// What differs, or why it cannot be told.
    pub said: Result<MeasuredDiff, String>,
    /// What is to be known of it: what was left out so that scopes match, another scope.
    pub notes: Vec<String>,
}

/// One side of a comparison.
#[derive(Debug, Clone)]
pub struct DiffSide {
    /// The day.
    pub day: Date,
    /// Whose map.
    pub publisher: PublisherId,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
    /// The edition that speaks; `None` where none does.
    pub edition: Option<EditionUsed>,
    /// The terms of the map.
    pub licence: Option<Licence>,
    /// How far a line on it may be off.
    pub positional_error: Option<Length>,
}

/// What differs, measured.
#[derive(Debug, Clone)]
pub struct MeasuredDiff {
    /// What the first side shows.
    pub before: Figure,
    /// What the second side shows.
    pub after: Figure,
    /// Land that the second side shows and the first does not.
    pub gained: Area,
    /// Land that the first side shows and the second does not.
    pub lost: Area,
    /// The pieces of both, the largest first.
    pub polygons: Vec<DiffPolygon>,
}

impl MeasuredDiff {
    /// The second side's land less the first's; what is gained less what is lost.
    pub fn change(&self) -> Area {
        self.gained - self.lost
    }
}

/// Whether land came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiffSense {
    /// The second side shows it and the first does not.
    Gained,
    /// The first side shows it and the second does not.
    Lost,
}

impl DiffSense {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
        }
    }
}

/// One connected piece of land that differs.
#[derive(Debug, Clone)]
pub struct DiffPolygon {
    /// Whether it came or went.
    pub sense: DiffSense,
    /// Its area.
    pub area: Area,
    /// A position inside.
    pub at: Option<Position>,
    /// The region there, by the coarse built-in regions, which only name it.
    pub near: Option<(RegionId, String)>,
    /// Its land.
    pub shape: Shape,
}
