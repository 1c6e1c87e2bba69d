//! What can be appended: records over plain types, with the bytes they refer to.

use crate::{
    blob::PreparedBlob,
    record::{
        BoundarySetRecord, CoverageRecord, CutRecord, FrameRecord, HoldingRecord, MeasureRecord,
        QuarantineRecord,
    },
};
use seisin_core::{Digest, Document, MapEdition, Problem, Reading};

/// One thing to append.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A captured report and what was read in it.
    Document(Box<DocumentEntry>),
    /// An edition of a control map and what was read on it.
    Edition(Box<EditionEntry>),
    /// A set of boundaries.
    BoundarySet(Box<BoundarySetEntry>),
    /// A named view of who is sovereign where.
    Frame(Box<FrameRecord>),
    /// Which cluster of copies a report belongs to.
    Origin(OriginEntry),
    /// What was measured of land drawn; does not count among what an append came to.
    Measure(MeasureRecord),
    /// What of it lies in the regions of a set of boundaries; does not count either.
    Cut(CutRecord),
}

/// A captured report, its bytes and its reading.
///
/// # Assumptions
/// `document.id` is the digest of `bytes`; every claim is of this document, and its evidence
/// stands in `text` at its span, word for word. What does not hold is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentEntry {
    /// What is known of the report.
    pub document: Document,
    /// Its text as captured, to which the spans refer.
    pub text: String,
    /// Its bytes.
    pub bytes: PreparedBlob,
    /// Its claims and problems.
    pub reading: Reading,
}

/// An edition of a control map, its bytes and its reading.
///
/// # Assumptions
/// `blobs` holds the source file and every shape that a holding names, save those the store has
/// already.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionEntry {
    /// What is known of the edition.
    pub edition: MapEdition,
    /// Who holds what on it.
    pub holdings: Vec<HoldingRecord>,
    /// Its features that are invalid.
    pub quarantined: Vec<QuarantineRecord>,
    /// What its publisher declares to show.
    pub coverage: Vec<CoverageRecord>,
    /// What could not be told.
    pub problems: Vec<Problem>,
    /// The bytes that the edition and its holdings name by digest.
    pub blobs: Vec<PreparedBlob>,
}

/// A set of boundaries with the bytes of its source and shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundarySetEntry {
    /// The set and its regions.
    pub set: BoundarySetRecord,
    /// The bytes that the set and its regions name by digest.
    pub blobs: Vec<PreparedBlob>,
}

/// That a report belongs to the cluster of copies named by its earliest member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OriginEntry {
    /// The report.
    pub document: Digest,
    /// The earliest member of its cluster; the report itself where it is independent.
    pub origin: Digest,
}
