//! Making and opening the file.

use super::{
    schema::{self, APPLICATION_ID, FORMAT, VERSION},
    stamp,
    trouble::{Outcome, Trouble},
};
use crate::{open_error::OpenError, store_fault::StoreFault};
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};
use seisin_core::Timestamp;
use std::{fmt::Write as _, fs, path::Path, time::Duration};

/// How long a program waits for another one's write to end before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept ready; one for every kind of row and question.
const READY_STATEMENTS: usize = 128;

/// How much of the file a connection keeps in memory, in KiB: the indexes of a large store fit.
const PAGES_KEPT_KIB: i64 = 32 * 1024;

/// Makes an empty store at `path`.
pub(crate) fn create(path: &Path, at: Timestamp) -> Result<Connection, OpenError> {
    if fs::metadata(path).is_ok_and(|found| found.is_dir() || found.len() > 0) {
        return Err(OpenError::Exists { path: path.to_owned() });
    }
    let created_at = stamp::instant(at)
        .ok_or_else(|| OpenError::BeforeCalendar { path: path.to_owned(), at: at.to_string() })?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let make = || {
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.pragma_update(None, "page_size", 8192)?;
        let transaction = connection.transaction()?;
        transaction.execute_batch(&schema::script())?;
        let row = "INSERT INTO store (id, format, created_at) VALUES (1, ?, ?)";
        transaction.execute(row, [FORMAT, &created_at])?;
        transaction.commit()?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        prepare(&connection)?;
        Ok(connection)
    };
    make().map_err(|error| fault(path, error))
}

/// Opens the store at `path` for reading and writing.
pub(crate) fn open(path: &Path) -> Result<Connection, OpenError> {
    exists(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        prepare(&connection)?;
        Ok(connection)
    };
    let connection = open().map_err(|error| fault(path, error))?;
    recognise(&connection, path)?;
    Ok(connection)
}

/// Opens the store at `path` for reading alone; a store on a read-only disk as well.
pub(crate) fn open_read_only(path: &Path) -> Result<Connection, OpenError> {
    exists(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        prepare(&connection)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    };
    let connection = match open() {
        Err(error) if cannot_keep_its_side_files(&error) && !has_journal(path) => {
            open_unchanging(path).map_err(|error| fault(path, error))?
        }
        other => other.map_err(|error| fault(path, error))?,
    };
    recognise(&connection, path)?;
    Ok(connection)
}

/// A reader of a store in WAL mode makes files beside it. Where it cannot, and no journal is left
/// to be read, the file alone is the whole store and nobody can be writing to it.
fn open_unchanging(path: &Path) -> rusqlite::Result<Connection> {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                uri.push(char::from(*byte));
            }
            other => {
                let _ = write!(uri, "%{other:02X}");
            }
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

fn cannot_keep_its_side_files(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied)
    )
}

fn has_journal(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    fs::metadata(journal).is_ok_and(|found| found.len() > 0)
}

fn exists(path: &Path) -> Result<(), OpenError> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            Err(OpenError::NotAStore { path: path.to_owned(), what: "it is a folder" })
        }
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(OpenError::Missing { path: path.to_owned() })
        }
        Err(_) => Err(StoreFault::Unreachable { path: path.to_owned() }.into()),
    }
}

/// The settings every connection needs: what is acknowledged survives a power cut, references are
/// held, and a text in the file cannot make this program do anything.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(READY_STATEMENTS);
    // Without this a statement is planned anew each time its parameters change.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -PAGES_KEPT_KIB)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// Makes sure that it is a store, and of a version this program knows.
fn recognise(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let number = |pragma: &str| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i32>(0))
            .map_err(|error| fault(path, error))
    };
    if number("application_id")? != APPLICATION_ID {
        let what = "it is a database of another program";
        return Err(OpenError::NotAStore { path: path.to_owned(), what });
    }
    match number("user_version")? {
        VERSION => Ok(()),
        found if found > VERSION => {
            Err(OpenError::Newer { path: path.to_owned(), found, known: VERSION })
        }
        found if found > 0 => {
            Err(OpenError::Older { path: path.to_owned(), found, known: VERSION })
        }
        _ => {
            let what = "its tables are of no version that was ever released";
            Err(OpenError::NotAStore { path: path.to_owned(), what })
        }
    }
}

/// Writes a copy of the store as it is at this moment to `to`, which must not exist.
pub(crate) fn back_up(connection: &Connection, to: &Path) -> Outcome<()> {
    let to = to
        .to_str()
        .ok_or_else(|| Trouble::Unreadable(format!("the name {} is not UTF-8", to.display())))?;
    connection.execute("VACUUM INTO ?", [to])?;
    Ok(())
}

fn fault(path: &Path, error: rusqlite::Error) -> OpenError {
    if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) {
        return OpenError::NotAStore { path: path.to_owned(), what: "it is not a database" };
    }
    StoreFault::new(path, error.into()).into()
}
