//! Questions about editions, boundaries, frames and bytes.

use crate::{
    disk::{
        self, Outcome,
        read::{self, ReadingRow, View},
    },
    ledger::Ledger,
    query::EditionSpan,
    query_error::QueryError,
    record::{
        BoundarySetRecord, CoverageRecord, CutPart, FrameRecord, HoldingRecord, MeasureRecord,
        QuarantineRecord, Recorded, RegionRecord,
    },
};
use rusqlite::Connection;
use seisin_core::{Date, Digest, EditionId, MapEdition, Problem, PublisherId, RegionId, Timestamp};

impl Ledger {
    /// Everybody who drew an edition known of on `known_on`, in alphabetical order.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn publishers(&self, known_on: Option<Timestamp>) -> Result<Vec<PublisherId>, QueryError> {
        self.ask(|connection| read::publishers(connection, &View::at(connection, known_on)?))
    }

    /// The editions of a publisher, or of all, known of on `known_on`: by publisher, edition date
    /// and the instant they became known.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn editions(
        &self,
        publisher: Option<&PublisherId>,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<Recorded<MapEdition>>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let rows = read::editions(connection, publisher, &view)?;
            Ok(rows.into_iter().map(|row| row.edition).collect())
        })
    }

    /// One edition, if known of on `known_on`.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn edition(
        &self,
        id: &EditionId,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<MapEdition>>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            Ok(read::edition(connection, id, &view)?.map(|row| row.edition))
        })
    }

    /// The publisher's edition that speaks for the day `on`, as known on `known_on`.
    ///
    /// # Method
    /// Of the editions whose date is `on` or earlier, the one of the latest date; of several for
    /// that date the one that became known last (a correction); of those the one recorded last.
    /// How old an edition may be to speak for a day is for the asker to judge.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn edition_on(
        &self,
        publisher: &PublisherId,
        on: Date,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<MapEdition>>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            Ok(read::edition_on(connection, publisher, on, &view)?.map(|row| row.edition))
        })
    }

    /// The publisher's earliest edition dated `on` or later, as known on `known_on`: the nearest
    /// one where [`Ledger::edition_on`] has none.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn edition_after(
        &self,
        publisher: &PublisherId,
        on: Date,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<MapEdition>>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            Ok(read::edition_after(connection, publisher, on, &view)?.map(|row| row.edition))
        })
    }

    /// Which edition speaks for which of the days from the first to before the second, by the rule
    /// of [`Ledger::edition_on`]. Days before the publisher's first edition have none.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn editions_between(
        &self,
        publisher: &PublisherId,
        days: (Date, Date),
        known_on: Option<Timestamp>,
    ) -> Result<Vec<EditionSpan>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            read::editions_between(connection, publisher, days, &view)
        })
    }

    /// The holdings of an edition in the order of the map; none where it was not known of.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn holdings(
        &self,
        edition: &EditionId,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<HoldingRecord>, QueryError> {
        self.of_reading(edition, known_on, |connection, row| {
            read::holdings(connection, row.reading)
        })
    }

    /// The features of an edition that were set aside as invalid: it lacks them.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn quarantined(
        &self,
        edition: &EditionId,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<QuarantineRecord>, QueryError> {
        self.of_reading(edition, known_on, |connection, row| {
            read::quarantined(connection, row.reading)
        })
    }

    /// What could not be told of an edition.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn edition_problems(
        &self,
        edition: &EditionId,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<Problem>, QueryError> {
        self.of_reading(edition, known_on, |connection, row| {
            read::map_problems(connection, row.reading)
        })
    }

    /// What the publisher declares to show, as stated with the edition; empty where nothing is.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn edition_coverage(
        &self,
        edition: &EditionId,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<CoverageRecord>, QueryError> {
        self.of_reading(edition, known_on, |connection, row| {
            read::coverage_of(connection, row.coverage_set)
        })
    }

    /// What the publisher declares to show, as stated with its latest edition known of.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn coverage(
        &self,
        publisher: &PublisherId,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<CoverageRecord>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let latest = read::edition_on(connection, publisher, Date::MAX, &view)?;
            latest.map_or(Ok(Vec::new()), |row| read::coverage_of(connection, row.coverage_set))
        })
    }

    /// What was measured of a subject by a method, if that is on record.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn measure(
        &self,
        subject: Digest,
        method: &str,
    ) -> Result<Option<MeasureRecord>, QueryError> {
        self.ask(|connection| read::measure(connection, subject, method))
    }

    /// What of a subject lies in a region, where it was cut along that set of boundaries by that
    /// method: `None` where it was not, or where the region is none of the set's.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn cut_part(
        &self,
        subject: Digest,
        set: &str,
        method: &str,
        region: &RegionId,
    ) -> Result<Option<CutPart>, QueryError> {
        self.ask(|connection| match read::cut_row(connection, subject, set, method)? {
            Some(cut) => read::cut_part(connection, cut, region),
            None => Ok(None),
        })
    }

    /// Whether a subject was cut along a set of boundaries by a method.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn has_cut(&self, subject: Digest, set: &str, method: &str) -> Result<bool, QueryError> {
        self.ask(|connection| Ok(read::cut_row(connection, subject, set, method)?.is_some()))
    }

    /// The names of the sets of boundaries recorded by `known_on`, in alphabetical order.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn boundary_sets(&self, known_on: Option<Timestamp>) -> Result<Vec<String>, QueryError> {
        self.ask(|connection| {
            read::boundary_set_names(connection, &View::at(connection, known_on)?)
        })
    }

    /// A set of boundaries recorded by `known_on`.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn boundary_set(
        &self,
        id: &str,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<BoundarySetRecord>>, QueryError> {
        self.ask(|connection| read::boundary_set(connection, id, &View::at(connection, known_on)?))
    }

    /// One region of a set of boundaries.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn region(
        &self,
        set: &str,
        region: &RegionId,
        known_on: Option<Timestamp>,
    ) -> Result<Option<RegionRecord>, QueryError> {
        self.ask(|connection| {
            read::region(connection, set, region, &View::at(connection, known_on)?)
        })
    }

    /// The names of the frames recorded by `known_on`, in alphabetical order.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn frames(&self, known_on: Option<Timestamp>) -> Result<Vec<String>, QueryError> {
        self.ask(|connection| read::frame_names(connection, &View::at(connection, known_on)?))
    }

    /// A frame recorded by `known_on`.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn frame(
        &self,
        id: &str,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<FrameRecord>>, QueryError> {
        self.ask(|connection| read::frame(connection, id, &View::at(connection, known_on)?))
    }

    /// The bytes of a digest: of a document, a map file or a shape. They are compared with the
    /// digest on the way out.
    ///
    /// # Errors
    /// What keeps the store from being read, damage to those bytes included.
    pub fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, QueryError> {
        self.ask(|connection| disk::read_blob(connection, digest))
    }

    /// Which of these digests the store has bytes of, in the order given.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn has_blobs(&self, digests: &[Digest]) -> Result<Vec<bool>, QueryError> {
        self.ask(|connection| {
            let has = |digest: &Digest| Ok(disk::blob_row(connection, *digest)?.is_some());
            digests.iter().map(has).collect()
        })
    }

    /// What is asked of the reading of an edition; nothing where the edition was not known of.
    fn of_reading<T>(
        &self,
        edition: &EditionId,
        known_on: Option<Timestamp>,
        question: impl FnOnce(&Connection, ReadingRow) -> Outcome<Vec<T>>,
    ) -> Result<Vec<T>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let row = read::reading_of(connection, edition, &view)?;
            row.map_or(Ok(Vec::new()), |row| question(connection, row))
        })
    }
}
