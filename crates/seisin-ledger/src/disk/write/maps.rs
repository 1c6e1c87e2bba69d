//! An edition of a control map: its bytes, its reading, what its publisher declares to show.

use super::{Writer, documents::dated, part::Part};
use crate::{
    append_error::AppendError,
    appended::Change,
    disk::{field::Field, read, stamp, table::Table, trouble::Outcome},
    entry::EditionEntry,
    record::{CoverageRecord, HoldingRecord, QuarantineRecord},
};
use seisin_core::{Date, Digest, Length, MapEdition, PublisherId};
use std::collections::BTreeMap;

impl Writer<'_> {
    /// Adds what is new about an edition.
    pub(crate) fn put_edition(&mut self, entry: &EditionEntry) -> Outcome<Change> {
        let known = read::edition_row(&self.transaction, &entry.edition.id)?;
        let current = match known {
            Some(row) => read::current_map_reading(&self.transaction, row)?,
            None => None,
        };
        if let Some(current) = current
            && self.reads_the_same(current, entry)?
        {
            return Ok(Change::AlreadyThere);
        }
        self.put_edition_blobs(entry)?;
        let row = match known {
            Some(row) => row,
            None => self.put_edition_row(&entry.edition)?,
        };
        self.put_map_reading(row, current, entry)?;
        Ok(Change::of(known, 1))
    }

    /// Whether the reading on the books says what the entry says; the file's name does not count.
    fn reads_the_same(&self, reading: i64, entry: &EditionEntry) -> Outcome<bool> {
        let known = read::map_reading(&self.transaction, reading)?;
        let given = &entry.edition;
        Ok(known.licence == given.licence
            && known.positional_error == given.positional_error
            && known.profile == given.profile
            && read::holdings(&self.transaction, reading)? == entry.holdings
            && read::quarantined(&self.transaction, reading)? == entry.quarantined
            && read::map_problems(&self.transaction, reading)? == entry.problems
            && read::coverage_of(&self.transaction, known.coverage_set)? == entry.coverage)
    }

    fn put_edition_row(&mut self, edition: &MapEdition) -> Outcome<i64> {
        let published = edition.published.map(dated).transpose()?;
        let known_from = published.clone().unwrap_or_else(|| self.recorded_at.clone());
        let source = self.blob_row(edition.source)?;
        let fields = [
            (&edition.id.0).into(),
            (&edition.publisher.0).into(),
            day(edition.edition_date)?.into(),
            published.into(),
            known_from.into(),
            (&edition.name).into(),
            source.into(),
        ];
        self.insert(&Table::EDITION, &fields)
    }

    fn put_map_reading(
        &mut self,
        row: i64,
        supersedes: Option<i64>,
        entry: &EditionEntry,
    ) -> Outcome<()> {
        let edition = &entry.edition;
        let licence = self.licence(&edition.licence)?;
        let coverage = self.coverage_set(&edition.publisher, &entry.coverage)?;
        let fields = [
            row.into(),
            licence.into(),
            edition.positional_error.map(Length::metres).into(),
            (&edition.profile).into(),
            coverage.into(),
            supersedes.into(),
        ];
        let reading = self.insert(&Table::MAP_READING, &fields)?;
        for (part, holding) in Part::of_all(entry) {
            let shape = self.put_holding(reading, holding)?;
            self.drawn.insert(part, shape);
        }
        for feature in &entry.quarantined {
            self.put_quarantined(reading, feature)?;
        }
        self.put_problems(&Table::MAP_PROBLEM, reading, &entry.problems)
    }

    /// Puts in the bytes an edition names; the shape of each holding is told by what it shares with
    /// that of the same part on the publisher's edition recorded last.
    fn put_edition_blobs(&mut self, entry: &EditionEntry) -> Outcome<()> {
        let parts: BTreeMap<Digest, Part> =
            Part::of_all(entry).map(|(part, holding)| (holding.shape, part)).collect();
        for blob in &entry.blobs {
            match parts.get(&blob.digest()) {
                Some(part) => {
                    let base = self.drawn_last(part)?;
                    self.put_shape(blob, base)?;
                }
                None => {
                    self.put_blob(blob)?;
                }
            }
        }
        Ok(())
    }

    /// The shape of a part on the publisher's edition recorded last that draws it.
    fn drawn_last(&mut self, part: &Part) -> Outcome<Option<i64>> {
        if let Some(row) = self.drawn.get(part) {
            return Ok(Some(*row));
        }
        let before = read::shapes_drawn_last(&self.transaction, part)?;
        Ok(before.into_iter().nth(part.nth))
    }

    /// Adds the holding and gives the row of its shape.
    fn put_holding(&mut self, reading: i64, holding: &HoldingRecord) -> Outcome<i64> {
        let shape = self.blob_row(holding.shape)?;
        let fields = [
            reading.into(),
            (&holding.party.0).into(),
            holding.within.as_ref().map(|region| &region.0).into(),
            (&holding.role).into(),
            shape.into(),
        ];
        self.insert(&Table::HOLDING, &fields)?;
        Ok(shape)
    }

    fn put_quarantined(&mut self, reading: i64, feature: &QuarantineRecord) -> Outcome<()> {
        let [polygon, ring, vertex] = feature.place;
        let side = |nth: usize| feature.extent.and_then(|sides| sides.get(nth).copied());
        let fields: [Field<'_>; 12] = [
            reading.into(),
            feature.feature.into(),
            feature.party.as_ref().map(|party| &party.0).into(),
            feature.within.as_ref().map(|region| &region.0).into(),
            polygon.into(),
            ring.into(),
            vertex.into(),
            (&feature.reason).into(),
            side(0).into(),
            side(1).into(),
            side(2).into(),
            side(3).into(),
        ];
        self.insert(&Table::QUARANTINED_FEATURE, &fields)?;
        Ok(())
    }

    /// The publisher's set of statements; hundreds of editions share one.
    fn coverage_set(
        &mut self,
        publisher: &PublisherId,
        statements: &[CoverageRecord],
    ) -> Outcome<i64> {
        for set in read::coverage_sets(&self.transaction, publisher)? {
            if read::coverage_of(&self.transaction, set)? == statements {
                return Ok(set);
            }
        }
        let set = self.insert(&Table::COVERAGE_SET, &[(&publisher.0).into()])?;
        for statement in statements {
            self.put_coverage(set, statement)?;
        }
        Ok(set)
    }

    fn put_coverage(&mut self, set: i64, statement: &CoverageRecord) -> Outcome<()> {
        let from = statement.from.map(day).transpose()?;
        let to = statement.to.map(day).transpose()?;
        let fields: [Field<'_>; 5] = [
            set.into(),
            (&statement.party.0).into(),
            from.into(),
            to.into(),
            (&statement.note).into(),
        ];
        let row = self.insert(&Table::COVERAGE, &fields)?;
        for (side, regions) in [("within", &statement.within), ("except", &statement.except)] {
            for region in regions {
                let fields = [row.into(), side.into(), (&region.0).into()];
                self.insert(&Table::COVERAGE_REGION, &fields)?;
            }
        }
        Ok(())
    }
}

/// The text of a day on disk.
pub(super) fn day(date: Date) -> Outcome<String> {
    stamp::day(date).ok_or_else(|| AppendError::BeforeCalendar { date: date.to_string() }.into())
}
