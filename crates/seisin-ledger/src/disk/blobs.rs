//! Captured bytes read back, compared with their digest.

use super::{
    shapes::ShapeReader,
    trouble::{Outcome, Trouble},
};
use crate::blob::Codec;
use rusqlite::{Connection, OptionalExtension, params};
use seisin_core::Digest;
use std::io::Read as _;

/// The row that holds the bytes of `digest`, if the store has them.
pub(crate) fn row(connection: &Connection, digest: Digest) -> Outcome<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM blob WHERE digest = ?")?
        .query_row([digest.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The bytes of `digest`, if the store has them.
pub(crate) fn read(connection: &Connection, digest: Digest) -> Outcome<Option<Vec<u8>>> {
    let Some(row) = row(connection, digest)? else { return Ok(None) };
    read_row(connection, row).map(Some)
}

/// The bytes of one row, decompressed and compared with their digest.
pub(crate) fn read_row(connection: &Connection, id: i64) -> Outcome<Vec<u8>> {
    read_row_with(connection, id, &mut ShapeReader::default())
}

/// The same with shapes read before at hand.
pub(crate) fn read_row_with(
    connection: &Connection,
    id: i64,
    shapes: &mut ShapeReader,
) -> Outcome<Vec<u8>> {
    let stored = stored(connection, id)?;
    let bytes = match stored.codec {
        Codec::Plain => stored.content,
        Codec::Zstd => {
            decompress(&stored.content, stored.size).map_err(|why| damaged(id, &why.to_string()))?
        }
        Codec::Shape => shapes.read(connection, id)?.to_bytes(),
    };
    let is_whole = Digest::of(&bytes) == stored.digest;
    if is_whole { Ok(bytes) } else { Err(damaged(id, "its digest differs")) }
}

/// A row as it stands.
pub(super) struct Stored {
    pub(super) digest: Digest,
    pub(super) size: u64,
    pub(super) codec: Codec,
    pub(super) content: Vec<u8>,
    pub(super) base: Option<i64>,
}

/// A row as it stands.
pub(super) fn stored(connection: &Connection, id: i64) -> Outcome<Stored> {
    let mut statement = connection
        .prepare_cached("SELECT digest, size, codec, base, content FROM blob WHERE id = ?")?;
    let mut rows = statement.query(params![id])?;
    let row = rows.next()?.ok_or_else(|| damaged(id, "it is not there"))?;
    let size = row.get::<_, i64>(1)?.try_into().map_err(|_| damaged(id, "negative size"))?;
    let codec = Codec::from_word(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?);
    Ok(Stored {
        digest: Digest::from_bytes(row.get(0)?),
        size,
        codec: codec.ok_or_else(|| damaged(id, "unknown codec"))?,
        base: row.get(3)?,
        content: row.get(4)?,
    })
}

/// Never yields more than one byte above `size`, whatever the content claims to hold.
pub(super) fn decompress(content: &[u8], size: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    zstd::Decoder::with_buffer(content)?.take(size.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn damaged(id: i64, why: &str) -> Trouble {
    Trouble::Unreadable(format!("blob {id}: {why}"))
}
