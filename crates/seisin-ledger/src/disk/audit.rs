//! Reading everything again to see whether it is what was written.

use super::{
    blobs,
    chain::{self, BatchHead, RowDigest},
    schema,
    shapes::ShapeReader,
    table::Table,
    trouble::Outcome,
};
use rusqlite::Connection;
use seisin_core::Digest;
use std::collections::BTreeMap;

/// What a walk over the whole store found.
#[derive(Debug)]
pub(crate) struct Audit {
    pub(crate) batches: u64,
    pub(crate) records: u64,
    pub(crate) blobs: u64,
    pub(crate) digests: BTreeMap<i64, Digest>,
    pub(crate) faults: Vec<String>,
}

/// Walks over everything: pages, references, tables and guards, the chain of batches, every blob.
pub(crate) fn audit(connection: &Connection) -> Outcome<Audit> {
    let mut audit =
        Audit { batches: 0, records: 0, blobs: 0, digests: BTreeMap::new(), faults: Vec::new() };
    audit.pages(connection)?;
    audit.references(connection)?;
    audit.schema(connection)?;
    audit.chain(connection)?;
    audit.blobs(connection)?;
    Ok(audit)
}

impl Audit {
    fn pages(&mut self, connection: &Connection) -> Outcome<()> {
        let mut statement = connection.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let finding: String = row.get(0)?;
            if finding != "ok" {
                self.faults.push(format!("the file is damaged: {finding}"));
            }
        }
        Ok(())
    }

    fn references(&mut self, connection: &Connection) -> Outcome<()> {
        let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, id, parent): (String, Option<i64>, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let id = id.unwrap_or_default();
            self.faults.push(format!("{table} {id} refers to a {parent} that is not there"));
        }
        Ok(())
    }

    fn schema(&mut self, connection: &Connection) -> Outcome<()> {
        let found: BTreeMap<_, _> = schema::declared(connection)?.into_iter().collect();
        let expected: BTreeMap<_, _> = schema::expected()?.into_iter().collect();
        for (name, sql) in &expected {
            match found.get(name) {
                None => self.faults.push(format!("{name} is missing from the tables and guards")),
                Some(other) if other != sql => {
                    self.faults.push(format!("{name} is not as it was made"));
                }
                Some(_) => {}
            }
        }
        let strangers = found.keys().filter(|name| !expected.contains_key(*name));
        self.faults.extend(strangers.map(|name| format!("{name} was added by another program")));
        Ok(())
    }

    fn chain(&mut self, connection: &Connection) -> Outcome<()> {
        let mut rows_of = self.rows(connection)?;
        let (format, created_at): (String, String) =
            connection.query_row("SELECT format, created_at FROM store", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let mut previous = chain::root(&format, &created_at);
        let mut recorded_last = String::new();
        let mut statement = connection.prepare(
            "SELECT id, recorded_at, kind, records, previous, digest FROM batch ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, recorded_at, kind): (i64, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let (records, follows): (u64, _) =
                (row.get::<_, i64>(3)?.unsigned_abs(), Digest::from_bytes(row.get(4)?));
            let digest = Digest::from_bytes(row.get(5)?);
            let tables = rows_of.remove(&id).unwrap_or_default();
            let found: u64 = tables.iter().map(|(_, rows)| rows.rows()).sum();
            self.batches += 1;
            self.records += found;
            self.digests.insert(id, digest);
            let head = BatchHead { id, recorded_at: &recorded_at, kind: &kind, previous };
            if u64::try_from(id) != Ok(self.batches) || follows != previous {
                self.faults.push(format!("batch {id} does not follow the one before it"));
            } else if records != found {
                self.faults.push(format!("batch {id} recorded {records} rows, {found} are there"));
            } else if head.digest(&tables) != digest {
                self.faults.push(format!("batch {id} does not hold what was recorded in it"));
            }
            if recorded_at < recorded_last {
                self.faults.push(format!("batch {id} is dated before the one before it"));
            }
            (previous, recorded_last) = (digest, recorded_at);
        }
        let strays = rows_of.keys().map(|id| format!("rows name batch {id}, which is not there"));
        self.faults.extend(strays);
        Ok(())
    }

    /// The rows of every batch, table by table in the order of the schema.
    fn rows(
        &mut self,
        connection: &Connection,
    ) -> Outcome<BTreeMap<i64, Vec<(&'static str, RowDigest)>>> {
        let mut batches: BTreeMap<i64, Vec<(&'static str, RowDigest)>> = BTreeMap::new();
        for table in Table::ALL {
            let mut statement = connection.prepare(&table.walk())?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            let mut last = 0;
            while let Some(row) = rows.next()? {
                let (batch, id): (i64, i64) = (row.get(0)?, row.get(1)?);
                if batch < last {
                    let name = table.name;
                    self.faults.push(format!("{name} {id} stands after rows of a later batch"));
                }
                last = batch;
                let values = (2..columns)
                    .map(|column| row.get_ref(column))
                    .collect::<rusqlite::Result<Vec<_>>>()?;
                let tables = batches.entry(batch).or_default();
                if tables.last().is_none_or(|(name, _)| *name != table.name) {
                    tables.push((table.name, RowDigest::default()));
                }
                if let Some((_, digest)) = tables.last_mut() {
                    digest.take(id, values.into_iter());
                }
            }
        }
        Ok(batches)
    }

    fn blobs(&mut self, connection: &Connection) -> Outcome<()> {
        let rows: Vec<i64> = connection
            .prepare("SELECT id FROM blob ORDER BY id")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut shapes = ShapeReader::default();
        for row in rows {
            self.blobs += 1;
            if blobs::read_row_with(connection, row, &mut shapes).is_err() {
                self.faults.push(format!("blob {row} does not hold the bytes it is named after"));
            }
        }
        Ok(())
    }
}
