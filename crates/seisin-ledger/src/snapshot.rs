//! One state of the store for a question that asks it many things.

use crate::{disk::Trouble, ledger::Ledger, query_error::QueryError};
use rusqlite::Transaction;

/// While this lives, every question sees the store as it was at the first one: what another program
/// records meanwhile does not show, so that the parts of an answer belong together. The store is also
/// locked once and not for every question.
///
/// # Example
/// ```
/// use seisin_ledger::Ledger;
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("ledger.sqlite");
/// let ledger = Ledger::create(&path, "2030-01-15T18:00:00Z".parse()?)?;
/// let one_state = ledger.snapshot()?;
/// assert!(ledger.publishers(None)?.is_empty());
/// drop(one_state);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use = "the state is let go with it"]
pub struct Snapshot<'l>(#[expect(dead_code, reason = "held for its end")] Option<Transaction<'l>>);

impl Ledger {
    /// Keeps to one state of the store; within another snapshot, to that one's.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, QueryError> {
        if !self.connection.is_autocommit() {
            return Ok(Snapshot(None));
        }
        let begun = self.connection.unchecked_transaction().map_err(Trouble::from);
        begun.map(|begun| Snapshot(Some(begun))).map_err(|e| QueryError::new(&self.path, e))
    }
}
