//! The table of strings.

use super::{
    inputs::BuildAssetsError,
    tables::{layout, narrow},
};
use std::collections::HashMap;

/// Strings, each once, with its length before it.
#[derive(Default)]
pub(super) struct Pool {
    bytes: Vec<u8>,
    offsets: HashMap<String, u32>,
}

impl Pool {
    /// Where `text` stands, put there if it was not.
    pub(super) fn offset(&mut self, text: &str) -> Result<u32, BuildAssetsError> {
        if let Some(offset) = self.offsets.get(text) {
            return Ok(*offset);
        }
        let offset = narrow(self.bytes.len())?;
        self.bytes.push(u8::try_from(text.len()).map_err(|_| layout(text))?);
        self.bytes.extend_from_slice(text.as_bytes());
        self.offsets.insert(text.to_owned(), offset);
        Ok(offset)
    }

    /// The table as it stands in the asset.
    pub(super) fn bytes(&self) -> &Vec<u8> {
        &self.bytes
    }
}
