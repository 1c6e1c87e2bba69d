//! Captured bytes: put in once.

use super::Writer;
use crate::{
    append_error::AppendError,
    blob::PreparedBlob,
    disk::{blobs::row, field::Field, table::Table, trouble::Outcome},
};
use seisin_core::Digest;

impl Writer<'_> {
    /// Puts bytes in, unless they are there, and gives their row.
    pub(super) fn put_blob(&mut self, blob: &PreparedBlob) -> Outcome<i64> {
        if let Some(row) = row(&self.transaction, blob.digest)? {
            return Ok(row);
        }
        let fields =
            [Field::Bytes(blob.digest.as_bytes()), blob.size.into(), blob.codec.word().into()];
        self.insert_opaque(&Table::BLOB, &fields, Some(&blob.content))
    }

    /// The row of bytes that must be in the store by now.
    pub(super) fn blob_row(&self, digest: Digest) -> Outcome<i64> {
        let found = row(&self.transaction, digest)?;
        found.ok_or_else(|| AppendError::BlobMissing { digest }.into())
    }
}
