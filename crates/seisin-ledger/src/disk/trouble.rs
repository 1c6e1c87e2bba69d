//! What can go wrong below the surface, before it is told in words.

use crate::append_error::AppendError;

/// Trouble with the file, with a record in it, or with what was to be appended.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The database reports it.
    Sqlite(rusqlite::Error),
    /// A record does not read back as what it should be.
    Unreadable(String),
    /// What was to be appended is not acceptable.
    Refused(Box<AppendError>),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<AppendError> for Trouble {
    fn from(error: AppendError) -> Self {
        Self::Refused(Box::new(error))
    }
}

/// What the functions of this module give.
pub(crate) type Outcome<T> = Result<T, Trouble>;
