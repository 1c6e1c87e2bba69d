//! One thing there is to know of what a publisher's maps speak for.

use crate::findings::FindingKind;
use seisin_core::{Area, Date, PartyId, PublisherId, RegionId};

/// One thing there is to know of what a publisher's maps speak for.
///
/// # Units
/// `from..to` are days of the situation shown, half-open.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageRow {
    /// Whose maps.
    pub publisher: PublisherId,
    /// What it is about.
    pub kind: CoverageKind,
    /// Whose holding, where it is about one.
    pub party: Option<PartyId>,
    /// The regions it is about; none stands for all.
    pub regions: Vec<RegionId>,
    /// The regions left out.
    pub except: Vec<RegionId>,
    /// From which day.
    pub from: Option<Date>,
    /// Up to which day, itself not included.
    pub to: Option<Date>,
    /// How many editions it is about.
    pub editions: Option<usize>,
    /// How much land it is about.
    pub area: Option<Area>,
    /// In one sentence.
    pub sentence: String,
}

/// What a row of coverage is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoverageKind {
    /// What the publisher declares to show.
    Declared,
    /// The editions on record, from the first to the last.
    Editions,
    /// How long after the day they show editions come out.
    Lag,
    /// Days between editions for which none was made.
    Missing,
    /// Editions that draw the very same as the one before.
    Repeated,
    /// An edition for a day that had one already, and that draws something else.
    Correction,
    /// Something that nothing on record explains.
    Finding(FindingKind),
}

impl CoverageKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Editions => "editions",
            Self::Lag => "lag",
            Self::Missing => "missing",
            Self::Repeated => "repeated",
            Self::Correction => "correction",
            Self::Finding(kind) => kind.word(),
        }
    }
}
