//! Answers kept in a folder, each under the digest of its question.

use super::endpoint::LONGEST_ANSWER;
use crate::{command::inputs, exit::Failure};
use seisin_core::Digest;
use std::path::{Path, PathBuf};

/// A folder of answers.
pub(super) struct Replies {
    folder: PathBuf,
}

impl Replies {
    /// The folder, made where it is not there.
    ///
    /// # Errors
    /// Fails where it cannot be made.
    pub(super) fn open(folder: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::to(&format!("make {}", folder.display()), &error))?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// The answer kept for a question.
    ///
    /// # Errors
    /// Fails for a kept answer that cannot be read.
    pub(super) fn kept(&self, question: &str) -> Result<Option<String>, Failure> {
        let file = self.file(question);
        if !file.exists() {
            return Ok(None);
        }
        let bytes = inputs::bytes(&file, LONGEST_ANSWER)?;
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|error| Failure::to(&format!("read {}", file.display()), &error))
    }

    /// Keeps an answer, whole or not at all.
    ///
    /// # Errors
    /// Fails where the folder cannot be written.
    pub(super) fn keep(&self, question: &str, answer: &str) -> Result<(), Failure> {
        let file = self.file(question);
        let written = tempfile::NamedTempFile::new_in(&self.folder).and_then(|part| {
            std::fs::write(part.path(), answer)?;
            part.persist(&file).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| Failure::to(&format!("write {}", file.display()), &error))
    }

    fn file(&self, question: &str) -> PathBuf {
        self.folder.join(format!("{}.json", Digest::of(question.as_bytes()).hex()))
    }
}
