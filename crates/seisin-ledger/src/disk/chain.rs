//! The digests that bind every record to its batch and every batch to the one before.

use rusqlite::types::ValueRef;
use seisin_core::Digest;
use sha2::{Digest as _, Sha256};

/// A running digest over the rows one batch adds to one table.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowDigest {
    rows: u64,
    hash: Sha256,
}

impl RowDigest {
    /// Takes in one row: its id, then its columns.
    ///
    /// # Method
    /// Every value is a tag, for texts and bytes their length, and its bytes, so that no two
    /// different rows give the same input.
    pub(crate) fn take<'v>(&mut self, id: i64, values: impl Iterator<Item = ValueRef<'v>>) {
        self.rows += 1;
        self.value(ValueRef::Integer(id));
        values.for_each(|value| self.value(value));
    }

    fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.hash.update([0]),
            ValueRef::Integer(number) => self.tagged(1, &number.to_le_bytes()),
            ValueRef::Real(number) => self.tagged(2, &number.to_bits().to_le_bytes()),
            ValueRef::Text(text) => self.sized(3, text),
            ValueRef::Blob(bytes) => self.sized(4, bytes),
        }
    }

    fn tagged(&mut self, tag: u8, bytes: &[u8]) {
        self.hash.update([tag]);
        self.hash.update(bytes);
    }

    fn sized(&mut self, tag: u8, bytes: &[u8]) {
        self.hash.update([tag]);
        self.hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.hash.update(bytes);
    }

    /// How many rows it has taken in.
    pub(crate) const fn rows(&self) -> u64 {
        self.rows
    }
}

/// What a batch's digest covers beside its rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BatchHead<'a> {
    pub(crate) id: i64,
    pub(crate) recorded_at: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) previous: Digest,
}

impl BatchHead<'_> {
    /// The digest that binds this batch: to its predecessor, to when it was recorded, and to every
    /// row it added, table by table.
    pub(crate) fn digest(self, tables: &[(&str, RowDigest)]) -> Digest {
        let mut hash = Sha256::new();
        hash.update(self.previous.as_bytes());
        hash.update(format!("{}\n{}\n{}\n", self.id, self.recorded_at, self.kind));
        for (table, rows) in tables {
            hash.update(format!("{table}\n{}\n", rows.rows));
            hash.update(rows.hash.clone().finalize());
        }
        Digest::from_bytes(hash.finalize().into())
    }
}

/// What the first batch of a store follows: the digest of the store's own single record.
pub(crate) fn root(format: &str, created_at: &str) -> Digest {
    Digest::of(format!("{format}\n{created_at}\n").as_bytes())
}
