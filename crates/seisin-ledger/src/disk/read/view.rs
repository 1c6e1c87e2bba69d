//! The state of knowledge a question is asked in.

use crate::disk::{cursor::Cursor, stamp, trouble::Outcome};
use crate::record::Recorded;
use rusqlite::Connection;
use seisin_core::Timestamp;

/// What is known of at some instant: up to which batch, and up to which publication.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The last batch recorded by then.
    pub(crate) batch: i64,
    /// The instant as it stands on disk.
    pub(crate) known: String,
}

impl View {
    /// Everything there is.
    pub(crate) fn now() -> Self {
        Self { batch: i64::MAX, known: stamp::ALWAYS.to_owned() }
    }

    /// What was known at `known_on`; everything where no instant is named.
    pub(crate) fn at(connection: &Connection, known_on: Option<Timestamp>) -> Outcome<Self> {
        if known_on.is_none() {
            return Ok(Self::now());
        }
        let known = stamp::known(known_on);
        let batch = connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM batch WHERE recorded_at <= ?")?
            .query_row([&known], |row| row.get(0))?;
        Ok(Self { batch, known })
    }
}

/// Puts a record and the two instants in the columns that follow it together. A batch that is still
/// open has no instant yet, and only its own writer sees its records.
pub(super) fn recorded<T>(record: T, cursor: &mut Cursor<'_, '_>) -> Outcome<Recorded<T>> {
    let system_from = cursor.maybe_parsed()?.unwrap_or(Timestamp::MAX);
    Ok(Recorded { record, system_from, system_to: cursor.maybe_parsed()? })
}
