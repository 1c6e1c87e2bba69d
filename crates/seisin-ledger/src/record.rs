//! The records that have no type in the words of seisin: shapes are named by digest here, since
//! the ledger keeps their bytes and does not know what they mean.

use seisin_core::{
    Area, BoundaryView, Date, Digest, Length, Licence, PartyId, RegionId, Timestamp,
};

/// A record with the time it was on the books.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<T> {
    /// The record.
    pub record: T,
    /// When it was recorded.
    pub system_from: Timestamp,
    /// When another record took its place; `None` while none has.
    pub system_to: Option<Timestamp>,
}

impl<T> Recorded<T> {
    /// The same span of recorded time around another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Recorded<U> {
        Recorded {
            record: change(self.record),
            system_from: self.system_from,
            system_to: self.system_to,
        }
    }
}

/// Land that one party holds on one edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HoldingRecord {
    /// Who holds it.
    pub party: PartyId,
    /// The country or region it lies in, where the edition tells by place.
    pub within: Option<RegionId>,
    /// The part it plays on the map, as its publisher says: `nochange`, `gains`.
    pub role: String,
    /// The digest of its shape's bytes.
    pub shape: Digest,
}

/// A feature of an edition that is invalid, so that the edition lacks it: kept as evidence in the
/// edition's file, never measured.
#[derive(Debug, Clone, PartialEq)]
pub struct QuarantineRecord {
    /// Its place in the file, counted from zero.
    pub feature: usize,
    /// Who may hold it; `None` for anyone.
    pub party: Option<PartyId>,
    /// The country or region it may lie in, where that is told.
    pub within: Option<RegionId>,
    /// The polygon, ring and vertex of its fault, as far as the fault is about one.
    pub place: [Option<usize>; 3],
    /// What is wrong with it.
    pub reason: String,
    /// West, south, east and north of what it draws, in degrees, where these can be relied on.
    pub extent: Option<[f64; 4]>,
}

/// What was measured of land drawn: derived from shapes on record, and kept so that it need not be
/// measured again. May be made anew at any time.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureRecord {
    /// The digest that names what was measured: who measures says how it is made.
    pub subject: Digest,
    /// How it was measured, with the version of that method.
    pub method: String,
    /// The area, edges straight in lon/lat.
    pub area: Area,
    /// The area, edges geodesics.
    pub area_geodesic: Area,
    /// The length of its edge.
    pub line: Length,
}

/// What of some land drawn lies in the regions of a set of boundaries: derived like a
/// [`MeasureRecord`], and kept for the same end.
#[derive(Debug, Clone, PartialEq)]
pub struct CutRecord {
    /// The digest that names the land, as in [`MeasureRecord::subject`].
    pub subject: Digest,
    /// The set of boundaries.
    pub set: String,
    /// How it was measured, with the version of that method.
    pub method: String,
    /// What lies in each region and in each group of them, in any order; a region of the set that
    /// is left out holds nothing of the land.
    pub parts: Vec<CutPart>,
}

/// What of some land drawn lies in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct CutPart {
    /// The region, or the group of regions.
    pub region: RegionId,
    /// The area, edges straight in lon/lat.
    pub area: Area,
    /// The area, edges geodesics.
    pub area_geodesic: Area,
    /// The length of its edge that is drawn on the map.
    pub map_line: Length,
    /// The length of its edge that is the region's boundary.
    pub boundary_line: Length,
}

/// What a publisher declares to show; land outside it is not land that nobody holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoverageRecord {
    /// Whose holdings are shown.
    pub party: PartyId,
    /// In which regions.
    pub within: Vec<RegionId>,
    /// Apart from which regions.
    pub except: Vec<RegionId>,
    /// From which edition date on.
    pub from: Option<Date>,
    /// Up to which edition date, that day not included.
    pub to: Option<Date>,
    /// The publisher's statement, or the reason for the limit.
    pub note: String,
}

/// Whether areas may be measured within a set of boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measurable {
    /// They may.
    Yes,
    /// Only where the question allows coarse boundaries.
    OnlyCoarse,
}

impl Measurable {
    /// The word on disk.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::OnlyCoarse => "only_coarse",
        }
    }

    /// What a word on disk stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Yes, Self::OnlyCoarse].into_iter().find(|measurable| measurable.word() == word)
    }
}

/// A named set of boundaries from one source.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundarySetRecord {
    /// Its identity in the store: `study-v1`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Under which terms it may be used.
    pub licence: Licence,
    /// How far a line may lie from where it is meant.
    pub positional_error: Length,
    /// Whether it may measure.
    pub measurable: Measurable,
    /// What it states of what it draws.
    pub view: BoundaryView,
    /// The digest of the file it came from.
    pub source: Digest,
    /// Its regions.
    pub regions: Vec<RegionRecord>,
}

/// One region of a set of boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionRecord {
    /// Its identity.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whose it is, as that set of boundaries states it.
    pub sovereign: Option<PartyId>,
    /// The digest of its shape's bytes.
    pub shape: Digest,
}

/// A named, dated, attributed view of who is sovereign where.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameRecord {
    /// Its identity in the store.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day whose borders it takes.
    pub as_of: Date,
    /// Whose view it is.
    pub according_to: String,
    /// The regions it consists of.
    pub members: Vec<RegionId>,
    /// Its area as published, where a source publishes one.
    pub area: Option<StatedArea>,
    /// What else there is to know.
    pub note: String,
}

/// An area somebody published.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedArea {
    /// The figure.
    pub area: Area,
    /// Who published it, where.
    pub source: String,
}
