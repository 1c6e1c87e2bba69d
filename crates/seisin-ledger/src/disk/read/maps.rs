//! Editions of control maps read back.

use super::{
    documents,
    view::{View, recorded},
};
use crate::{
    disk::{cursor::Cursor, trouble::Outcome, write::Part},
    query::EditionSpan,
    record::{CoverageRecord, HoldingRecord, QuarantineRecord, Recorded},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use seisin_core::{
    Date, Digest, EditionId, Length, Licence, MapEdition, PartyId, Problem, PublisherId, RegionId,
};

/// The row of an edition.
pub(crate) fn edition_row(connection: &Connection, id: &EditionId) -> Outcome<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM edition WHERE edition = ?")?
        .query_row([&id.0], |row| row.get(0))
        .optional()?)
}

/// The reading of an edition that no other has replaced.
pub(crate) fn current_map_reading(connection: &Connection, edition: i64) -> Outcome<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT max(id) FROM map_reading WHERE edition = ?")?
        .query_row([edition], |row| row.get(0))?)
}

/// What a reading of an edition states of the whole.
#[derive(Debug)]
pub(crate) struct MapReadingRow {
    pub(crate) licence: Licence,
    pub(crate) positional_error: Option<Length>,
    pub(crate) profile: String,
    pub(crate) coverage_set: i64,
}

pub(crate) fn map_reading(connection: &Connection, reading: i64) -> Outcome<MapReadingRow> {
    Ok(connection
        .prepare_cached(
            "SELECT l.words, r.positional_error_m, r.profile, r.coverage_set
             FROM map_reading r JOIN licence l ON l.id = r.licence WHERE r.id = ?",
        )?
        .query_row([reading], |row| {
            Ok(MapReadingRow {
                licence: Licence(row.get(0)?),
                positional_error: row.get::<_, Option<f64>>(1)?.map(Length::from_metres),
                profile: row.get(2)?,
                coverage_set: row.get(3)?,
            })
        })?)
}

/// Editions with the reading that was on the books at batch `?1`; where none was by then (an
/// archive added after the fact), the first one. An edition is known of from `known_from` on.
const EDITION: &str = "
    SELECT e.edition, e.publisher, e.edition_date, e.published, e.name, sb.digest, l.words,
      r.positional_error_m, r.profile, b.recorded_at, NULL, r.coverage_set
    FROM edition e
      JOIN map_reading r ON r.id = coalesce(
        (SELECT max(n.id) FROM map_reading n WHERE n.edition = e.id AND n.batch <= ?1),
        (SELECT min(n.id) FROM map_reading n WHERE n.edition = e.id))
      JOIN blob sb ON sb.id = e.source
      JOIN licence l ON l.id = r.licence
      JOIN batch b ON b.id = r.batch
    WHERE e.known_from <= ?2";

/// An edition with the row of what its publisher declares with it.
#[derive(Debug)]
pub(crate) struct EditionRow {
    pub(crate) edition: Recorded<MapEdition>,
    pub(crate) coverage_set: i64,
}

fn edition_of(row: &Row<'_>) -> Outcome<EditionRow> {
    let mut cursor = Cursor::new(row);
    let edition = MapEdition {
        id: EditionId(cursor.take()?),
        publisher: PublisherId(cursor.take()?),
        edition_date: cursor.day()?,
        published: cursor.maybe_published()?,
        name: cursor.take()?,
        source: cursor.digest()?,
        licence: Licence(cursor.take()?),
        positional_error: cursor.take::<Option<f64>>()?.map(Length::from_metres),
        profile: cursor.take()?,
    };
    let edition = recorded(edition, &mut cursor)?;
    Ok(EditionRow { edition, coverage_set: cursor.take()? })
}

/// One edition, if it was known of.
pub(crate) fn edition(
    connection: &Connection,
    id: &EditionId,
    view: &View,
) -> Outcome<Option<EditionRow>> {
    let sql = format!("{EDITION} AND e.edition = ?3");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![view.batch, view.known, id.0])?;
    rows.next()?.map(edition_of).transpose()
}

/// What is asked of an edition's reading, by its row and the row of what its publisher declares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadingRow {
    pub(crate) reading: i64,
    pub(crate) coverage_set: i64,
}

/// The reading that [`edition`] finds, without the edition itself: most questions need no more.
pub(crate) fn reading_of(
    connection: &Connection,
    id: &EditionId,
    view: &View,
) -> Outcome<Option<ReadingRow>> {
    let mut statement = connection.prepare_cached(READING)?;
    let row = |row: &Row<'_>| Ok(ReadingRow { reading: row.get(0)?, coverage_set: row.get(1)? });
    Ok(statement.query_row(params![view.batch, view.known, id.0], row).optional()?)
}

/// The rows of [`EDITION`] that tell the reading.
const READING: &str = "
    SELECT r.id, r.coverage_set
    FROM edition e
      JOIN map_reading r ON r.id = coalesce(
        (SELECT max(n.id) FROM map_reading n WHERE n.edition = e.id AND n.batch <= ?1),
        (SELECT min(n.id) FROM map_reading n WHERE n.edition = e.id))
    WHERE e.known_from <= ?2 AND e.edition = ?3";

/// Every edition of a publisher, or of all, by publisher, edition date and publication.
pub(crate) fn editions(
    connection: &Connection,
    publisher: Option<&PublisherId>,
    view: &View,
) -> Outcome<Vec<EditionRow>> {
    let which = if publisher.is_some() { "e.publisher = ?3" } else { "?3 IS NULL" };
    let sql = format!(
        "{EDITION} AND {which}
         ORDER BY e.publisher, e.edition_date, e.known_from, e.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let publisher = publisher.map(|publisher| &publisher.0);
    let mut rows = statement.query(params![view.batch, view.known, publisher])?;
    let mut editions = Vec::new();
    while let Some(row) = rows.next()? {
        editions.push(edition_of(row)?);
    }
    Ok(editions)
}

/// The edition that speaks for a day: of those no later than it, the one of the latest day; of
/// several for that day, the one that became known last.
pub(crate) fn edition_on(
    connection: &Connection,
    publisher: &PublisherId,
    on: Date,
    view: &View,
) -> Outcome<Option<EditionRow>> {
    let sql = format!(
        "{EDITION} AND e.publisher = ?3 AND e.edition_date <= ?4
         ORDER BY e.edition_date DESC, e.known_from DESC, e.id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![view.batch, view.known, publisher.0, on.to_string()])?;
    rows.next()?.map(edition_of).transpose()
}

/// The earliest edition no earlier than a day, in its latest version.
pub(crate) fn edition_after(
    connection: &Connection,
    publisher: &PublisherId,
    on: Date,
    view: &View,
) -> Outcome<Option<EditionRow>> {
    let sql = format!(
        "{EDITION} AND e.publisher = ?3 AND e.edition_date >= ?4
         ORDER BY e.edition_date, e.known_from DESC, e.id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![view.batch, view.known, publisher.0, on.to_string()])?;
    rows.next()?.map(edition_of).transpose()
}

/// Which edition speaks for which of the days `from..to`.
pub(crate) fn editions_between(
    connection: &Connection,
    publisher: &PublisherId,
    (from, to): (Date, Date),
    view: &View,
) -> Outcome<Vec<EditionSpan>> {
    let sql = format!(
        "{EDITION} AND e.publisher = ?3 AND e.edition_date < ?5
           AND e.edition_date >= coalesce(
             (SELECT max(p.edition_date) FROM edition p
              WHERE p.publisher = ?3 AND p.edition_date <= ?4 AND p.known_from <= ?2), ?4)
         ORDER BY e.edition_date, e.known_from, e.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        view.batch,
        view.known,
        publisher.0,
        from.to_string(),
        to.to_string()
    ])?;
    let mut spans: Vec<EditionSpan> = Vec::new();
    while let Some(row) = rows.next()? {
        let edition = edition_of(row)?.edition;
        let starts = edition.record.edition_date.max(from);
        match spans.pop() {
            // Of several editions for one day the last in this order speaks.
            Some(before) if before.from == starts => {}
            Some(before) => spans.push(EditionSpan { to: starts, ..before }),
            None => {}
        }
        spans.push(EditionSpan { edition, from: starts, to });
    }
    Ok(spans)
}

/// Everybody who drew an edition that was known of.
pub(crate) fn publishers(connection: &Connection, view: &View) -> Outcome<Vec<PublisherId>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT publisher FROM edition WHERE known_from <= ? ORDER BY publisher",
    )?;
    let rows = statement.query_map([&view.known], |row| Ok(PublisherId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The holdings of a reading, in the order of the map.
pub(crate) fn holdings(connection: &Connection, reading: i64) -> Outcome<Vec<HoldingRecord>> {
    let mut statement = connection.prepare_cached(
        "SELECT h.party, h.within, h.role, s.digest FROM holding h JOIN blob s ON s.id = h.shape
         WHERE h.reading = ? ORDER BY h.id",
    )?;
    let rows = statement.query_map([reading], |row| {
        Ok(HoldingRecord {
            party: PartyId(row.get(0)?),
            within: row.get::<_, Option<String>>(1)?.map(RegionId),
            role: row.get(2)?,
            shape: Digest::from_bytes(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The rows of the shapes of holdings alike to `part` on the publisher's edition recorded last that
/// has any, in the order of the map.
pub(crate) fn shapes_drawn_last(connection: &Connection, part: &Part) -> Outcome<Vec<i64>> {
    let mut statement = connection.prepare_cached(
        "WITH alike AS (
           SELECT h.id, h.reading, h.shape FROM holding h
             JOIN map_reading r ON r.id = h.reading JOIN edition e ON e.id = r.edition
           WHERE e.publisher = ?1 AND h.party = ?2 AND h.within IS ?3 AND h.role = ?4)
         SELECT shape FROM alike WHERE reading = (SELECT max(reading) FROM alike) ORDER BY id",
    )?;
    let within = part.within.as_ref().map(|region| &region.0);
    let rows = statement
        .query_map(params![part.publisher.0, part.party.0, within, part.role], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The features that a reading of a map set aside as invalid, in the order of the map.
pub(crate) fn quarantined(connection: &Connection, reading: i64) -> Outcome<Vec<QuarantineRecord>> {
    let mut statement = connection.prepare_cached(
        "SELECT feature, party, within, polygon, ring, vertex, reason, west, south, east, north
         FROM quarantined_feature WHERE reading = ? ORDER BY id",
    )?;
    let rows = statement.query_map([reading], |row| {
        let place = |column| -> rusqlite::Result<Option<usize>> {
            Ok(row.get::<_, Option<i64>>(column)?.and_then(|index| usize::try_from(index).ok()))
        };
        let sides: [Option<f64>; 4] = [row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?];
        Ok(QuarantineRecord {
            feature: place(0)?.unwrap_or_default(),
            party: row.get::<_, Option<String>>(1)?.map(PartyId),
            within: row.get::<_, Option<String>>(2)?.map(RegionId),
            place: [place(3)?, place(4)?, place(5)?],
            reason: row.get(6)?,
            extent: match sides {
                [Some(west), Some(south), Some(east), Some(north)] => {
                    Some([west, south, east, north])
                }
                _ => None,
            },
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The problems of a reading of a map.
pub(crate) fn map_problems(connection: &Connection, reading: i64) -> Outcome<Vec<Problem>> {
    documents::problems(connection, "map_problem", reading)
}

/// The sets of statements a publisher's editions came with.
pub(crate) fn coverage_sets(connection: &Connection, publisher: &PublisherId) -> Outcome<Vec<i64>> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM coverage_set WHERE publisher = ? ORDER BY id DESC")?;
    let rows = statement.query_map([&publisher.0], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The statements of a set, in the order they were made.
pub(crate) fn coverage_of(connection: &Connection, set: i64) -> Outcome<Vec<CoverageRecord>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, party, valid_from, valid_to, note FROM coverage
         WHERE coverage_set = ? ORDER BY id",
    )?;
    let mut rows = statement.query([set])?;
    let mut statements = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cursor = Cursor::new(row);
        let id = cursor.take()?;
        statements.push(CoverageRecord {
            party: PartyId(cursor.take()?),
            from: cursor.maybe_parsed()?,
            to: cursor.maybe_parsed()?,
            note: cursor.take()?,
            within: coverage_regions(connection, id, "within")?,
            except: coverage_regions(connection, id, "except")?,
        });
    }
    Ok(statements)
}

fn coverage_regions(connection: &Connection, coverage: i64, side: &str) -> Outcome<Vec<RegionId>> {
    let mut statement = connection.prepare_cached(
        "SELECT region FROM coverage_region WHERE coverage = ? AND side = ? ORDER BY id",
    )?;
    let rows = statement.query_map(params![coverage, side], |row| Ok(RegionId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
