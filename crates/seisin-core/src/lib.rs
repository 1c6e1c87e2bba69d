//! The words of seisin: what a claim, an amount, a bound, a partial date and a verdict are.
//!
//! Nothing here reads a file, the clock or the network, and nothing here knows a coordinate. A
//! claim taken from a report and a holding measured on a map meet only through the types of this
//! crate, so every number that leaves the program has been one of these types: with its unit, its
//! bound, its date and its source.

mod area;
mod attribution;
mod band;
mod bound;
mod boundary;
mod claim;
mod digest;
mod document;
mod edition;
mod edtf;
mod offer;
mod partial_date;
mod party;
mod problem;
mod quantity;
mod region;
mod span;
mod unit;
mod verdict;

pub use jiff::Timestamp;
pub use jiff::civil::Date;

pub use area::{Area, Length};
pub use attribution::{SourceLink, SourceRole};
pub use band::Band;
pub use bound::{Bound, Tolerance, ValueRange};
pub use boundary::{BoundaryView, SeaLimit};
pub use claim::{
    ChangeAction, Claim, ClaimId, ClaimKind, Detail, Modality, Polarity, ReaderRule, TitleAction,
};
pub use digest::Digest;
pub use document::{Document, Published};
pub use edition::{EditionId, Licence, MapEdition, PublisherId};
pub use edtf::{Edtf, Endpoint, ParseEdtfError, ValidTime};
pub use offer::{Item, ItemKind, OfferStatus, Ratio, Stance};
pub use partial_date::{Certainty, ParsePartialDateError, PartialDate};
pub use party::{PartyId, PartyRef};
pub use problem::{Problem, ProblemKind, Reading};
pub use quantity::{Quantity, QuantityKind};
pub use region::{RegionCandidate, RegionId, RegionRef};
pub use span::{Evidence, TextSpan};
pub use unit::{Unit, UnitKind};
pub use verdict::Verdict;
