//! The archives of the shared material.

use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    io::Read as _,
    path::{Path, PathBuf},
};

/// The files of one suite, by path.
#[derive(Debug, Clone)]
pub struct Archive {
    files: BTreeMap<String, Vec<u8>>,
}

/// Why a suite cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenSuiteError {
    /// The archive is not there.
    #[error("find {path}\nhint: name the folder of the shared material with SEISIN_SHARED")]
    Absent {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The archive cannot be unpacked.
    #[error("unpack {path}: {cause}")]
    Damaged {
        /// Which archive.
        path: PathBuf,
        /// What is wrong.
        cause: std::io::Error,
    },
    /// A file of the archive is missing or not of the expected shape.
    #[error("read {file}: {reason}")]
    Shape {
        /// Which file of the archive.
        file: String,
        /// What is wrong.
        reason: String,
    },
}

/// The most bytes of one archive that are taken in.
const MOST_BYTES: u64 = 512 << 20;
/// Windows of up to 2 GiB, as the archives were made with.
const WINDOW: u32 = 31;

impl Archive {
    /// Unpacks `suites/NAME` of the shared material.
    ///
    /// # Errors
    /// [`OpenSuiteError`] where it is absent or damaged.
    pub fn open(shared: &Path, name: &str) -> Result<Self, OpenSuiteError> {
        let path = shared.join("suites").join(name);
        let file = std::fs::File::open(&path)
            .map_err(|_| OpenSuiteError::Absent { path: path.clone() })?;
        unpack(file).map_err(|cause| OpenSuiteError::Damaged { path, cause })
    }

    /// The bytes of one file.
    ///
    /// # Errors
    /// [`OpenSuiteError::Shape`] where there is no such file.
    pub fn bytes(&self, path: &str) -> Result<&[u8], OpenSuiteError> {
        self.files.get(path).map(Vec::as_slice).ok_or_else(|| shape(path, &"it is not there"))
    }

    /// One file as text, a byte order mark left out.
    ///
    /// # Errors
    /// [`OpenSuiteError::Shape`] where there is no such file or it is no UTF-8.
    pub fn text(&self, path: &str) -> Result<&str, OpenSuiteError> {
        let text = std::str::from_utf8(self.bytes(path)?).map_err(|error| shape(path, &error))?;
        Ok(text.trim_start_matches('\u{feff}'))
    }

    /// One file of JSON.
    ///
    /// # Errors
    /// [`OpenSuiteError::Shape`] where there is no such file or it has another shape.
    pub fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T, OpenSuiteError> {
        serde_json::from_str(self.text(path)?).map_err(|error| shape(path, &error))
    }

    /// The files whose path ends so, with their text, in order of their paths.
    pub fn texts_ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let ending = self.files.iter().filter(move |(path, _)| path.ends_with(end));
        ending.filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }
}

fn unpack(file: std::fs::File) -> std::io::Result<Archive> {
    let mut unpacked = zstd::Decoder::new(file)?;
    unpacked.window_log_max(WINDOW)?;
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(unpacked.take(MOST_BYTES)).entries()? {
        let mut entry = entry?;
        if entry.header().entry_type().is_file() {
            let path = entry.path()?.to_string_lossy().trim_start_matches("./").to_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            files.insert(path, bytes);
        }
    }
    Ok(Archive { files })
}

/// An error about the shape of a file.
pub(crate) fn shape(file: &str, reason: &dyn ToString) -> OpenSuiteError {
    OpenSuiteError::Shape { file: file.to_owned(), reason: reason.to_string() }
}
