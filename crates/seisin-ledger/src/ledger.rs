//! The store: made, opened, verified, copied.

use crate::{
    disk::{self, Outcome},
    open_error::OpenError,
    query_error::QueryError,
    verification::{Seal, Verification},
};
use rusqlite::Connection;
use seisin_core::Timestamp;
use std::{
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

/// The append-only, bitemporal record of documents, claims, map editions and boundaries.
///
/// One file. One `Ledger` is one connection to it: it may move between threads but not be shared,
/// so a server opens one for each. Readers never wait; one writer at a time.
///
/// # Assumptions
/// Two axes of time are kept apart. *When something was true* is the claim's valid time or the
/// edition's date. *When it was known* is what every question calls `known_on`: for documents,
/// claims, boundaries and readings the instant they were recorded, and for editions the instant
/// their publisher states they came out (the recorded one where none is stated), because an
/// archive of maps is added long after the days it shows. `None` asks for everything.
///
/// # Example
/// ```
/// use seisin_ledger::Ledger;
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("ledger.sqlite");
/// let ledger = Ledger::create(&path, "2030-01-15T18:00:00Z".parse()?)?;
/// assert!(ledger.publishers(None)?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Ledger {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}

impl Ledger {
    /// Makes an empty store at `path`, dated `at`.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where there is a file already, or what the disk refuses.
    pub fn create(path: &Path, at: Timestamp) -> Result<Self, OpenError> {
        Ok(Self { connection: disk::create(path, at)?, path: path.to_owned() })
    }

    /// Opens the store at `path` for reading and writing.
    ///
    /// # Errors
    /// The file is missing, is not a store, is of another version, or cannot be used.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Ok(Self { connection: disk::open(path)?, path: path.to_owned() })
    }

    /// Opens the store at `path` for questions alone, also where nothing may be written.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn open_read_only(path: &Path) -> Result<Self, OpenError> {
        Ok(Self { connection: disk::open_read_only(path)?, path: path.to_owned() })
    }

    /// Where the store is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Sets how long to wait for another program's write to end; five seconds if never set.
    ///
    /// # Errors
    /// What the database reports.
    pub fn wait_for_writers(&self, patience: Duration) -> Result<(), QueryError> {
        self.ask(|connection| Ok(connection.busy_timeout(patience)?))
    }

    /// The seal of everything recorded so far. Kept elsewhere, it later proves that nothing of it
    /// was changed or removed: see [`Ledger::verify`].
    ///
    /// # Errors
    /// What the database reports.
    pub fn seal(&self) -> Result<Seal, QueryError> {
        self.ask(|connection| {
            let head = disk::head(connection)?;
            Ok(Seal { batch: head.batch.unsigned_abs(), digest: head.digest })
        })
    }

    /// Reads everything again: pages, references, guards, the chain of batches, every blob against
    /// its digest, and whether what `seals` were taken of is still there.
    ///
    /// # Accuracy
    /// A change or removal anywhere but at the end breaks the chain. The removal of the last
    /// batches leaves a shorter chain that is whole in itself; only a seal taken before tells.
    ///
    /// # Errors
    /// What keeps the file from being read at all. Everything else is a fault in the answer.
    pub fn verify(&self, seals: &[Seal]) -> Result<Verification, QueryError> {
        let audit = self.ask(disk::audit)?;
        let seal = self.seal()?;
        Ok(Verification::new(audit, seal, seals))
    }

    /// Writes a copy of the store as it is at this moment to `to`, which must not exist.
    ///
    /// # Errors
    /// What keeps the copy from being written.
    pub fn back_up(&self, to: &Path) -> Result<(), QueryError> {
        disk::back_up(&self.connection, to).map_err(|trouble| QueryError::new(to, trouble))
    }

    pub(crate) fn ask<T>(
        &self,
        question: impl FnOnce(&Connection) -> Outcome<T>,
    ) -> Result<T, QueryError> {
        question(&self.connection).map_err(|trouble| QueryError::new(&self.path, trouble))
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").field("path", &self.path).finish_non_exhaustive()
    }
}
