//! Where the store is: the project folder, a named folder, or a named file.

use crate::exit::Failure;
use std::path::{Path, PathBuf};

/// The store's file name inside a project folder.
pub(crate) const STORE_NAME: &str = "seisin.sqlite";

/// The store that `--store` or `SEISIN_STORE` names, else the one of the folder the person is in
/// or of the nearest folder above that has one.
///
/// # Errors
/// Fails with the way to make one where there is none.
pub(crate) fn find(named: Option<&Path>) -> Result<PathBuf, Failure> {
    let Some(named) = named else {
        return nearest().ok_or_else(|| {
            Failure::Failed(format!(
                "no store here: neither this folder nor one above it has a {STORE_NAME}\n\
                 hint: make one with `seisin init`, or name one with --store PATH"
            ))
        });
    };
    let path = if named.is_dir() { named.join(STORE_NAME) } else { named.to_path_buf() };
    if path.exists() {
        return Ok(path);
    }
    Err(Failure::Failed(format!(
        "no store at {}\nhint: make one with `seisin init {}`",
        path.display(),
        named.display()
    )))
}

/// As [`find`], but no store at all is no failure unless one was named.
///
/// # Errors
/// Fails where a store was named that is not there.
pub(crate) fn find_if_any(named: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
    match named {
        Some(_) => find(named).map(Some),
        None => Ok(nearest()),
    }
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(STORE_NAME)).find(|path| path.exists())
}
