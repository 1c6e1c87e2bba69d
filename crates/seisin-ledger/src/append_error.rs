//! Why something cannot be appended. Whatever the reason, nothing of the batch was recorded.

use crate::{disk::Trouble, store_fault::StoreFault};
use seisin_core::{ClaimId, Digest, Timestamp};
use std::path::Path;

/// Why something cannot be appended. Whatever the reason, nothing of the batch was recorded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// The batch is said to be older than what is recorded already.
    #[error(
        "record anything at {recorded_at}: the store's last record is of {}\n\
         hint: set the clock right; records are kept in the order of their time",
        last.map_or_else(|| "an unreadable time".to_owned(), |last| last.to_string())
    )]
    ClockBehind {
        /// The time given.
        recorded_at: Timestamp,
        /// The time of the last record.
        last: Option<Timestamp>,
    },
    /// A date cannot be kept in order with the others.
    #[error("record the date {date}: it lies before the year 0\nhint: correct the date")]
    BeforeCalendar {
        /// The date.
        date: String,
    },
    /// A number is none.
    #[error("record a {table} whose {column} is not a number\nhint: leave out what is not known")]
    NotANumber {
        /// The record's table.
        table: &'static str,
        /// The record's column.
        column: &'static str,
    },
    /// The bytes are not those the record names.
    #[error(
        "record the document {path}: it is named {id}, but its bytes have the digest {found}\n\
         hint: read the file again, it may have changed meanwhile"
    )]
    DigestMismatch {
        /// Where it was read from.
        path: String,
        /// Its name.
        id: Digest,
        /// The digest of the bytes given.
        found: Digest,
    },
    /// A record names bytes that are neither given nor in the store.
    #[error("record what refers to {digest}: its bytes are neither given nor in the store")]
    BlobMissing {
        /// The digest of the bytes.
        digest: Digest,
    },
    /// A record names a document that is neither given nor in the store.
    #[error(
        "record what refers to the document {document}: it is not in the store\n\
         hint: read that document first"
    )]
    DocumentMissing {
        /// The document.
        document: Digest,
    },
    /// A claim's words do not stand where it says.
    #[error(
        "record the claim {claim} of {path}: its evidence does not stand at {start}..{end} of the \
         text\nhint: this is a fault of the reader that made the claim, please report it"
    )]
    EvidenceMismatch {
        /// The claim.
        claim: ClaimId,
        /// The document's path.
        path: String,
        /// The first code point of the evidence.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// A claim belongs to another document than the one it came with.
    #[error("record the claim {claim} with {path}: it belongs to the document {document}")]
    ForeignClaim {
        /// The claim.
        claim: ClaimId,
        /// The path of the document it came with.
        path: String,
        /// The document it names.
        document: Digest,
    },
    /// A measure names boundaries that are neither given nor in the store.
    #[error("record what was cut along the boundaries `{id}`: they are not in the store")]
    BoundarySetMissing {
        /// The name.
        id: String,
    },
    /// Boundaries of that name, with other content, are in the store.
    #[error(
        "record the boundaries `{id}`: the store has other boundaries of that name\n\
         hint: a set of boundaries never changes; add these under another name (`--name`)"
    )]
    BoundarySetTaken {
        /// The name.
        id: String,
    },
    /// A frame of that name, with other content, is in the store.
    #[error(
        "record the frame `{id}`: the store has another frame of that name\n\
         hint: a frame never changes; add this one under another name"
    )]
    FrameTaken {
        /// The name.
        id: String,
    },
    /// The file cannot be used as it is.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl AppendError {
    pub(crate) fn new(path: &Path, trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => *refusal,
            other => Self::Store(StoreFault::new(path, other)),
        }
    }
}
