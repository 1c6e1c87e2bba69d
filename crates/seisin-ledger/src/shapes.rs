//! The shapes of holdings, read one after the other.

use crate::{
    disk::{self, ShapeReader},
    ledger::Ledger,
    query_error::QueryError,
};
use seisin_core::Digest;
use seisin_measure::Shape;
use std::{fmt, sync::Arc};

/// Reads the shapes of many holdings; of editions that follow each other each from the one before.
///
/// # Method
/// A shape stands in the store by what it shares with the same part of the publisher's edition
/// recorded before it, back to a key shape, at most 33 of them in a row. The last few shapes read
/// are kept at hand, so that in a run of editions only what changed is read.
///
/// # Accuracy
/// Bit for bit what was recorded. What is stored is compared with its check;
/// [`Ledger::blob`] and [`Ledger::verify`] compare the digest of the shape's own bytes as well.
pub struct Shapes<'l> {
    ledger: &'l Ledger,
    reader: ShapeReader,
}

impl Ledger {
    /// A reader of shapes; keep it for a whole run of editions.
    pub fn shapes(&self) -> Shapes<'_> {
        Shapes { ledger: self, reader: ShapeReader::default() }
    }
}

impl Shapes<'_> {
    /// The shape whose canonical bytes have this digest, if the store has it.
    ///
    /// # Errors
    /// What keeps the store from being read, bytes that are no shape or are damaged included.
    pub fn shape(&mut self, digest: Digest) -> Result<Option<Arc<Shape>>, QueryError> {
        let Self { ledger, reader } = self;
        ledger.ask(|connection| match disk::blob_row(connection, digest)? {
            Some(row) => reader.read(connection, row).map(Some),
            None => Ok(None),
        })
    }
}

impl fmt::Debug for Shapes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shapes").field("ledger", self.ledger).finish_non_exhaustive()
    }
}
