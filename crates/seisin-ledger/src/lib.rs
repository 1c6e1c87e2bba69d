//! The append-only, bitemporal record of what was claimed and drawn.
//!
//! A [`Ledger`] is one file. Reports with their claims, editions of control maps with their
//! holdings, sets of boundaries and frames go in through [`Ledger::append`], a batch at a time,
//! and nothing ever changes or goes: a correction is a further record that says what it takes the
//! place of. Every question can be asked as of an earlier state of knowledge.
//!
//! The ledger does not know how a claim was read or how a shape is measured: texts, maps and
//! shapes are bytes named by their digest here. Of a shape it knows one thing more, that a day's
//! map is nearly that of the day before, and keeps it as what it shares with that ([`Shapes`]). What the tables look like is told in
//! `docs/internals/ledger-format.md`, and the module `disk` alone knows them.

mod append;
mod append_error;
mod appended;
mod ask_documents;
mod ask_maps;
mod blob;
mod disk;
mod entry;
mod ledger;
mod open_error;
mod query;
mod query_error;
mod record;
mod shapes;
mod snapshot;
mod store_fault;
mod verification;

pub use append_error::AppendError;
pub use appended::Appended;
pub use ask_documents::Claims;
pub use blob::PreparedBlob;
pub use entry::{BoundarySetEntry, DocumentEntry, EditionEntry, Entry, OriginEntry};
pub use ledger::Ledger;
pub use open_error::OpenError;
pub use query::{ClaimFilter, EditionSpan};
pub use query_error::QueryError;
pub use record::{
    BoundarySetRecord, CoverageRecord, CutPart, CutRecord, FrameRecord, HoldingRecord, Measurable,
    MeasureRecord, QuarantineRecord, Recorded, RegionRecord, StatedArea,
};
pub use shapes::Shapes;
pub use snapshot::Snapshot;
pub use store_fault::StoreFault;
pub use verification::{Seal, Verification};
