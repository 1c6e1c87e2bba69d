//! Captured bytes: put in once.

use super::Writer;
use crate::{
    append_error::AppendError,
    blob::{Codec, PreparedBlob},
    disk::{
        blobs::{decompress, row},
        field::Field,
        shapes::{KEY_AFTER, content},
        table::Table,
        trouble::Outcome,
    },
};
use rusqlite::Connection;
use seisin_core::Digest;
use seisin_measure::Shape;
use std::{borrow::Cow, sync::Arc};

impl Writer<'_> {
    /// Puts bytes in, unless they are there, and gives their row.
    pub(super) fn put_blob(&mut self, blob: &PreparedBlob) -> Outcome<i64> {
        if let Some(row) = row(&self.transaction, blob.digest)? {
            return Ok(row);
        }
        self.insert_blob(blob, blob.codec, None, &blob.content)
    }

    fn insert_blob(
        &mut self,
        blob: &PreparedBlob,
        codec: Codec,
        base: Option<i64>,
        content: &[u8],
    ) -> Outcome<i64> {
        let digest = Field::Bytes(blob.digest.as_bytes());
        let fields = [digest, blob.size.into(), codec.word().into(), base.into()];
        self.insert_opaque(&Table::BLOB, &fields, Some(content))
    }

    /// Puts a shape in, told by what it shares with that of the row `base` where this is shorter.
    ///
    /// Bytes that are no shape, and shapes that compress better than they pack, go in as any others.
    pub(super) fn put_shape(&mut self, blob: &PreparedBlob, base: Option<i64>) -> Outcome<i64> {
        if let Some(row) = row(&self.transaction, blob.digest)? {
            return Ok(row);
        }
        let Some(shape) = shape_of(blob) else { return self.put_blob(blob) };
        let (base, packed) = self.packed(&shape, base)?;
        let content = content(blob.digest, &packed);
        if content.len() >= blob.content.len() {
            return self.put_blob(blob);
        }
        let row = self.insert_blob(blob, Codec::Shape, base, &content)?;
        self.shapes.keep(row, Arc::new(shape));
        Ok(row)
    }

    /// The shape packed, by itself unless telling it by the base takes less than half of that.
    fn packed(&mut self, shape: &Shape, base: Option<i64>) -> Outcome<(Option<i64>, Vec<u8>)> {
        let alone = shape.pack(&Shape::empty());
        let Some(row) = base else { return Ok((None, alone)) };
        if chain_length(&self.transaction, row)? >= KEY_AFTER {
            return Ok((None, alone));
        }
        let Ok(other) = self.shapes.read(&self.transaction, row) else { return Ok((None, alone)) };
        let told = shape.pack(&other);
        Ok(if told.len() * 2 < alone.len() { (base, told) } else { (None, alone) })
    }

    /// The row of bytes that must be in the store by now.
    pub(super) fn blob_row(&self, digest: Digest) -> Outcome<i64> {
        let found = row(&self.transaction, digest)?;
        found.ok_or_else(|| AppendError::BlobMissing { digest }.into())
    }
}

/// The shape that some bytes are; `None` where they are none.
fn shape_of(blob: &PreparedBlob) -> Option<Shape> {
    let bytes = match blob.codec {
        Codec::Zstd => Cow::Owned(decompress(&blob.content, blob.size.try_into().ok()?).ok()?),
        Codec::Plain => Cow::Borrowed(blob.content.as_slice()),
        Codec::Shape => return None,
    };
    // What is stored as a shape must come back as the very bytes.
    Shape::from_bytes(&bytes).ok().filter(|shape| shape.to_bytes() == *bytes)
}

/// How many rows a row is told by.
fn chain_length(connection: &Connection, row: i64) -> Outcome<usize> {
    let mut statement = connection.prepare_cached("SELECT base FROM blob WHERE id = ?")?;
    let (mut length, mut next) = (0, Some(row));
    while let Some(row) = next {
        next = statement.query_row([row], |row| row.get(0))?;
        length += 1;
    }
    Ok(length)
}
