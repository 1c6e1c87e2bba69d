//! The whole world as files.

use crate::{articles::articles, editions::editions, regions::regions};
use serde_json::Value;

/// One file of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorldFile {
    /// Where it lies, from the world's own folder, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl WorldFile {
    pub(crate) fn text(path: &str, content: &str) -> Self {
        Self { path: path.to_owned(), bytes: content.as_bytes().to_vec() }
    }

    /// A JSON file. Callers list members in alphabetical order, so that the bytes are the same
    /// whether or not another crate of the build makes `serde_json` keep the order of insertion.
    pub(crate) fn json(path: &str, content: &Value) -> Self {
        Self::text(path, &format!("{content:#}\n"))
    }
}

/// Every file of the world, sorted by path: the same bytes each time.
///
/// # Example
/// ```
/// let paths: Vec<String> = seisin_fixture::world().into_iter().map(|file| file.path).collect();
/// assert!(paths.contains(&"m1/2030-01-14.v2.geojson".to_owned()));
/// assert!(paths.is_sorted());
/// ```
pub fn world() -> Vec<WorldFile> {
    let mut files = vec![regions()];
    files.extend(editions());
    files.extend(articles());
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
