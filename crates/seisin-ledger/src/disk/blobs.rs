//! Captured bytes read back, compared with their digest.

use super::trouble::{Outcome, Trouble};
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
    let mut statement =
        connection.prepare_cached("SELECT digest, size, codec, content FROM blob WHERE id = ?")?;
    let mut rows = statement.query(params![id])?;
    let row = rows.next()?.ok_or_else(|| damaged(id, "it is not there"))?;
    let digest = Digest::from_bytes(row.get(0)?);
    let size: u64 = row.get::<_, i64>(1)?.try_into().map_err(|_| damaged(id, "negative size"))?;
    let codec = Codec::from_word(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?);
    let content = row.get_ref(3)?.as_blob().map_err(rusqlite::Error::from)?;
    let bytes = match codec.ok_or_else(|| damaged(id, "unknown codec"))? {
        Codec::Plain => content.to_vec(),
        Codec::Zstd => decompress(content, size).map_err(|why| damaged(id, &why.to_string()))?,
    };
    if Digest::of(&bytes) == digest { Ok(bytes) } else { Err(damaged(id, "its digest differs")) }
}

/// Never yields more than one byte above `size`, whatever the content claims to hold.
fn decompress(content: &[u8], size: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    zstd::Decoder::with_buffer(content)?.take(size.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn damaged(id: i64, why: &str) -> Trouble {
    Trouble::Unreadable(format!("blob {id}: {why}"))
}
