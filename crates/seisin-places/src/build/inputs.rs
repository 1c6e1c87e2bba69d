//! The named, hashed inputs.

use seisin_core::Digest;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// Where the inputs lie.
#[derive(Debug, Clone)]
pub struct InputFolders {
    /// The folder of large public sources, `places/` of the shared material.
    pub shared: PathBuf,
    /// The crate's own `assets/` folder.
    pub assets: PathBuf,
}

/// Why assets cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildAssetsError {
    /// An input cannot be read.
    #[error(
        "read input {path}: {cause}\nhint: the inputs and their SHA-256 are in assets/manifest.toml"
    )]
    Read {
        /// Which file.
        path: String,
        /// What the system says.
        cause: String,
    },
    /// An input is not of the expected shape.
    #[error("understand input {path}: {reason}")]
    Shape {
        /// Which file.
        path: String,
        /// What is wrong, and where.
        reason: String,
    },
    /// The result does not fit its layout.
    #[error("lay out the gazetteer: {reason}")]
    Layout {
        /// What does not fit.
        reason: String,
    },
}

/// The inputs as they are read, with the digest of each.
pub(super) struct Inputs<'a> {
    folders: &'a InputFolders,
    digests: BTreeMap<String, Digest>,
}

impl<'a> Inputs<'a> {
    pub(super) fn new(folders: &'a InputFolders) -> Self {
        Self { folders, digests: BTreeMap::new() }
    }

    /// A text of the shared material, unpacked.
    pub(super) fn shared_text(&mut self, name: &str) -> Result<String, BuildAssetsError> {
        self.text(&self.folders.shared.join(name), name)
    }

    /// A text of `assets/`.
    pub(super) fn asset_text(&mut self, name: &str) -> Result<String, BuildAssetsError> {
        self.text(&self.folders.assets.join(name), &format!("assets/{name}"))
    }

    /// A text of `assets/sources/`.
    pub(super) fn source_text(&mut self, name: &str) -> Result<String, BuildAssetsError> {
        self.asset_text(&format!("sources/{name}"))
    }

    fn text(&mut self, path: &Path, name: &str) -> Result<String, BuildAssetsError> {
        let fail =
            |cause: String| BuildAssetsError::Read { path: path.display().to_string(), cause };
        let bytes = std::fs::read(path).map_err(|cause| fail(cause.to_string()))?;
        self.digests.insert(name.to_owned(), Digest::of(&bytes));
        let bytes = if path.extension().is_some_and(|end| end == "zst") {
            zstd::decode_all(bytes.as_slice()).map_err(|cause| fail(cause.to_string()))?
        } else {
            bytes
        };
        String::from_utf8(bytes).map_err(|cause| fail(cause.to_string()))
    }

    /// The manifest: every input and every file made of them, with its SHA-256.
    pub(super) fn manifest(&self, files: &BTreeMap<String, Vec<u8>>) -> String {
        let mut text = String::from(
            "# Made by `cargo xtask gazetteer`; do not edit. Licences: ATTRIBUTION.md.\n\n[inputs]\n",
        );
        for (name, digest) in &self.digests {
            let _ = writeln!(text, "{name:?} = \"{digest}\"");
        }
        text.push_str("\n[made]\n");
        for (name, bytes) in files {
            let _ = writeln!(text, "{name:?} = \"{}\"", Digest::of(bytes));
        }
        text
    }
}

/// An error about the shape of the input `path`.
#[expect(clippy::needless_pass_by_value, reason = "the cause ends here")]
pub(super) fn shape(path: &str, reason: impl ToString) -> BuildAssetsError {
    BuildAssetsError::Shape { path: path.to_owned(), reason: reason.to_string() }
}
