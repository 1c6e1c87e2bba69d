//! Why a question to the store has no answer.

use crate::{disk::Trouble, store_fault::StoreFault};
use std::path::Path;

/// Why a question to the store has no answer. Finding nothing is an answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The file cannot be used as it is.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl QueryError {
    pub(crate) fn new(path: &Path, trouble: Trouble) -> Self {
        Self::Store(StoreFault::new(path, trouble))
    }
}
