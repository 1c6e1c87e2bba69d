//! Why a store cannot be made or opened.

use crate::store_fault::StoreFault;
use std::path::PathBuf;

/// Why a store cannot be made or opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// There is no such file.
    #[error(
        "open the store {}: there is no such file\n\
         hint: `seisin init` makes a store; `--store` names one elsewhere", path.display()
    )]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A store is to be made where something already is.
    #[error(
        "make the store {}: there is a file of that name already\n\
         hint: use it as it is, or name another folder", path.display()
    )]
    Exists {
        /// Where it was to be made.
        path: PathBuf,
    },
    /// The file is no store of seisin.
    #[error(
        "open the store {}: {what}\n\
         hint: name the store that `seisin init` made; nothing was changed in this file",
        path.display()
    )]
    NotAStore {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// The store was written by a newer program.
    #[error(
        "open the store {}: its tables are of version {found}, this program knows up to {known}\n\
         hint: use the seisin that wrote it, or a newer one; nothing was changed in this file",
        path.display()
    )]
    Newer {
        /// The store.
        path: PathBuf,
        /// The version of its tables.
        found: i32,
        /// The newest version this program knows.
        known: i32,
    },
    /// The store was written by an older program.
    #[error(
        "open the store {}: its tables are of version {found}, this program knows {known} alone\n\
         hint: make a new store with `seisin init` and add the same files to it, or use the seisin \
         that wrote this one; nothing was changed in this file",
        path.display()
    )]
    Older {
        /// The store.
        path: PathBuf,
        /// The version of its tables.
        found: i32,
        /// The version this program knows.
        known: i32,
    },
    /// The given instant cannot be recorded.
    #[error("make the store {}: {at} lies before the year 0", path.display())]
    BeforeCalendar {
        /// Where it was to be made.
        path: PathBuf,
        /// The instant.
        at: String,
    },
    /// The file cannot be used as it is.
    #[error(transparent)]
    Store(#[from] StoreFault),
}
