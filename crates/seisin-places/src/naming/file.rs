//! The bytes of the naming regions: how the committed asset is laid out and read in place.
//!
//! ```text
//! magic (8), records n (u32), pool bytes (u32)
//! records, in order of their identifiers: n x 40 bytes
//!     id pool offset u32, name pool offset u32, west, south, east, north i32 (1e-5 degree),
//!     rings offset u32, rings length u32, ISO country 2 ASCII letters or 0, Natural Earth's
//!     sovereign and administering country 3 ASCII letters each
//! pool: strings, each a length byte and its UTF-8
//! rings: a zstd frame each
//! ```

/// The first bytes of the asset; the last one is the version of the layout.
pub(crate) const MAGIC: &[u8; 8] = b"SEISNAM\x01";
/// Bytes before the first record.
pub(crate) const HEADER_BYTES: usize = 16;
/// Bytes of one record.
const RECORD_BYTES: usize = 40;

/// One region as it stands in the asset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    /// West, south, east, north.
    pub(super) bounds: [i32; 4],
    pub(super) rings: &'static [u8],
    pub(super) iso_country: Option<&'static str>,
    pub(super) sovereign: &'static str,
    pub(super) administrator: &'static str,
}

/// The records in `bytes`; `None` where they are not of this layout.
pub(super) fn records(bytes: &'static [u8]) -> Option<Vec<Record>> {
    if bytes.get(..8)? != MAGIC {
        return None;
    }
    let count = number(bytes, 8)?;
    let pool_bytes = number(bytes, 12)?;
    let (table, rest) = bytes.get(HEADER_BYTES..)?.split_at_checked(count * RECORD_BYTES)?;
    let (pool, rings) = rest.split_at_checked(pool_bytes)?;
    table.chunks_exact(RECORD_BYTES).map(|row| record(row, pool, rings)).collect()
}

fn record(row: &'static [u8], pool: &'static [u8], rings: &'static [u8]) -> Option<Record> {
    let bound = |at: usize| Some(i32::from_le_bytes(*row.get(at..)?.first_chunk()?));
    let letters = |from: usize, to: usize| std::str::from_utf8(row.get(from..to)?).ok();
    let from = number(row, 24)?;
    Some(Record {
        id: text(pool, number(row, 0)?)?,
        name: text(pool, number(row, 4)?)?,
        bounds: [bound(8)?, bound(12)?, bound(16)?, bound(20)?],
        rings: rings.get(from..from + number(row, 28)?)?,
        iso_country: letters(32, 34).filter(|code| code.bytes().all(|b| b.is_ascii_uppercase())),
        sovereign: letters(34, 37)?,
        administrator: letters(37, 40)?,
    })
}

fn text(pool: &'static [u8], from: usize) -> Option<&'static str> {
    let length = usize::from(*pool.get(from)?);
    std::str::from_utf8(pool.get(from + 1..from + 1 + length)?).ok()
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}
