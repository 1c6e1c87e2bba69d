//! One batch being written: rows go in, their digest comes along.

use super::part::Part;
use crate::append_error::AppendError;
use crate::disk::{
    chain::{self, BatchHead, RowDigest},
    field::Field,
    shapes::ShapeReader,
    stamp,
    table::Table,
    trouble::{Outcome, Trouble},
};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use seisin_core::{Digest, Timestamp};
use std::collections::BTreeMap;

/// A batch between its first row and its commit. Dropped without [`Writer::commit`], it leaves
/// nothing behind.
pub(crate) struct Writer<'c> {
    pub(super) transaction: Transaction<'c>,
    batch: i64,
    pub(super) recorded_at: String,
    previous: Digest,
    rows: BTreeMap<&'static str, RowDigest>,
    statements: BTreeMap<&'static str, String>,
    pub(super) shapes: ShapeReader,
    /// The rows of the shapes drawn last.
    pub(super) drawn: BTreeMap<Part, i64>,
}

/// The last batch of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) batch: i64,
    pub(crate) recorded_at: Option<String>,
    pub(crate) digest: Digest,
}

/// The last batch, or the store's own record where there is none yet.
pub(crate) fn head(connection: &Connection) -> Outcome<Head> {
    let last = connection
        .prepare_cached("SELECT id, recorded_at, digest FROM batch ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                batch: row.get(0)?,
                recorded_at: Some(row.get(1)?),
                digest: Digest::from_bytes(row.get(2)?),
            })
        })
        .optional()?;
    match last {
        Some(head) => Ok(head),
        None => connection
            .query_row("SELECT format, created_at FROM store", [], |row| {
                let (format, at): (String, String) = (row.get(0)?, row.get(1)?);
                Ok(Head { batch: 0, recorded_at: None, digest: chain::root(&format, &at) })
            })
            .map_err(Trouble::from),
    }
}

impl<'c> Writer<'c> {
    /// Opens a batch and takes the store's write lock.
    pub(crate) fn begin(connection: &'c mut Connection, recorded_at: Timestamp) -> Outcome<Self> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let head = head(&transaction)?;
        let at = stamp::instant(recorded_at)
            .ok_or_else(|| AppendError::BeforeCalendar { date: recorded_at.to_string() })?;
        if let Some(last) = head.recorded_at.filter(|last| *last > at) {
            return Err(AppendError::ClockBehind { recorded_at, last: last.parse().ok() }.into());
        }
        Ok(Self {
            transaction,
            batch: head.batch + 1,
            recorded_at: at,
            previous: head.digest,
            rows: BTreeMap::new(),
            statements: BTreeMap::new(),
            shapes: ShapeReader::default(),
            drawn: BTreeMap::new(),
        })
    }

    /// Adds one row and gives its id.
    pub(super) fn insert(&mut self, table: &'static Table, fields: &[Field<'_>]) -> Outcome<i64> {
        self.insert_opaque(table, fields, None)
    }

    /// Adds one row whose last column the chain leaves out.
    pub(super) fn insert_opaque(
        &mut self,
        table: &'static Table,
        fields: &[Field<'_>],
        opaque: Option<&[u8]>,
    ) -> Outcome<i64> {
        if let Some(lost) = fields.iter().position(Field::is_lost) {
            let column = table.columns.get(lost).copied().unwrap_or("?");
            return Err(AppendError::NotANumber { column, table: table.name }.into());
        }
        let sql = self.statements.entry(table.name).or_insert_with(|| table.insertion());
        let mut statement = self.transaction.prepare_cached(sql)?;
        let batch = Field::Integer(self.batch);
        let opaque = opaque.map(Field::Bytes);
        let bound = fields.iter().chain([&batch]).chain(&opaque);
        statement.insert(rusqlite::params_from_iter(bound))?;
        let id = self.transaction.last_insert_rowid();
        self.rows.entry(table.name).or_default().take(id, fields.iter().map(Field::value));
        Ok(id)
    }

    /// How many rows the batch has so far.
    pub(crate) fn records(&self) -> u64 {
        self.rows.values().map(RowDigest::rows).sum()
    }

    /// Closes the batch and makes it durable. A batch without rows leaves no trace.
    pub(crate) fn commit(self, kind: &str) -> Outcome<()> {
        let records = self.records();
        if records == 0 {
            return Ok(self.transaction.rollback()?);
        }
        let tables: Vec<(&str, RowDigest)> = Table::ALL
            .iter()
            .filter_map(|table| Some((table.name, self.rows.get(table.name)?.clone())))
            .collect();
        let head = BatchHead {
            id: self.batch,
            recorded_at: &self.recorded_at,
            kind,
            previous: self.previous,
        };
        self.transaction.execute(
            "INSERT INTO batch (id, recorded_at, kind, records, previous, digest)
             VALUES (?, ?, ?, ?, ?, ?)",
            params![
                self.batch,
                self.recorded_at,
                kind,
                i64::try_from(records).unwrap_or(i64::MAX),
                self.previous.as_bytes(),
                head.digest(&tables).as_bytes(),
            ],
        )?;
        Ok(self.transaction.commit()?)
    }
}
