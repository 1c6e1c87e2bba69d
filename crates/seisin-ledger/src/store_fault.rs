//! What the file itself can do wrong, whatever was asked of it.

use crate::disk::Trouble;
use rusqlite::ErrorCode;
use std::{
    error::Error,
    path::{Path, PathBuf},
};

/// The store's file cannot be used as it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreFault {
    /// Another program holds the store.
    #[error(
        "use the store {}: another program is writing to it\n\
         hint: wait until it is done, or close it, and try again", path.display()
    )]
    Locked {
        /// The store.
        path: PathBuf,
    },
    /// The store may be read and not be written.
    #[error(
        "write to the store {}: it is read-only\n\
         hint: give this user the right to write to the file and its folder, or copy both to a \
         place where that is so", path.display()
    )]
    ReadOnly {
        /// The store.
        path: PathBuf,
    },
    /// There is no room left.
    #[error(
        "write to the store {}: the disk is full; nothing of this batch was recorded\n\
         hint: make room and run the same command again", path.display()
    )]
    DiskFull {
        /// The store.
        path: PathBuf,
    },
    /// The file cannot be opened at all.
    #[error(
        "open the store {}: the file or its folder cannot be opened\n\
         hint: look at the rights of the file and of its folder", path.display()
    )]
    Unreachable {
        /// The store.
        path: PathBuf,
    },
    /// The file or a record in it is not what was written.
    #[error(
        "read the store {}: {what}\n\
         hint: `seisin verify` tells what else is affected; restore the store from a backup",
        path.display()
    )]
    Damaged {
        /// The store.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// Anything else the database reports.
    #[error("use the store {}: {source}", path.display())]
    Other {
        /// The store.
        path: PathBuf,
        /// The database's own words.
        source: Box<dyn Error + Send + Sync>,
    },
}

impl StoreFault {
    pub(crate) fn new(path: &Path, trouble: Trouble) -> Self {
        let path = path.to_owned();
        let error = match trouble {
            Trouble::Sqlite(error) => error,
            Trouble::Unreadable(what) => return Self::Damaged { path, what },
            Trouble::Refused(refusal) => return Self::Other { path, source: refusal },
        };
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::Unreachable { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, what: error.to_string() }
            }
            _ => Self::Other { path, source: Box::new(error) },
        }
    }
}
