//! Sets of boundaries and frames read back.

use super::view::{View, recorded};
use crate::{
    disk::{cursor::Cursor, trouble::Outcome},
    record::{BoundarySetRecord, FrameRecord, Measurable, Recorded, RegionRecord, StatedArea},
};
use rusqlite::{Connection, params};
use seisin_core::{Area, BoundaryView, Length, Licence, PartyId, RegionId, SeaLimit};

/// The names of the sets of boundaries that were recorded, in alphabetical order.
pub(crate) fn boundary_set_names(connection: &Connection, view: &View) -> Outcome<Vec<String>> {
    names(connection, "SELECT name FROM boundary_set WHERE batch <= ? ORDER BY name", view)
}

/// The names of the frames that were recorded, in alphabetical order.
pub(crate) fn frame_names(connection: &Connection, view: &View) -> Outcome<Vec<String>> {
    names(connection, "SELECT name FROM frame WHERE batch <= ? ORDER BY name", view)
}

fn names(connection: &Connection, sql: &str, view: &View) -> Outcome<Vec<String>> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([view.batch], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A set of boundaries, if it was recorded.
pub(crate) fn boundary_set(
    connection: &Connection,
    name: &str,
    view: &View,
) -> Outcome<Option<Recorded<BoundarySetRecord>>> {
    let mut statement = connection.prepare_cached(
        "SELECT s.id, s.name, s.title, l.words, s.positional_error_m, s.measurable, s.sea_limit,
           s.as_of, s.according_to, f.digest,
           b.recorded_at, NULL
         FROM boundary_set s
           JOIN licence l ON l.id = s.licence
           JOIN blob f ON f.id = s.source
           LEFT JOIN batch b ON b.id = s.batch
         WHERE s.name = ? AND s.batch <= ?",
    )?;
    let mut rows = statement.query(params![name, view.batch])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut cursor = Cursor::new(row);
    let id = cursor.take()?;
    let set = BoundarySetRecord {
        id: cursor.take()?,
        title: cursor.take()?,
        licence: Licence(cursor.take()?),
        positional_error: Length::from_metres(cursor.take()?),
        measurable: cursor.word(Measurable::from_word)?,
        view: BoundaryView {
            sea: cursor.maybe_word(SeaLimit::from_word)?,
            as_of: cursor.maybe_parsed()?,
            according_to: cursor.take()?,
        },
        source: cursor.digest()?,
        regions: regions(connection, id, None)?,
    };
    recorded(set, &mut cursor).map(Some)
}

/// One region of a set, if that set was recorded and has it.
pub(crate) fn region(
    connection: &Connection,
    set: &str,
    region: &RegionId,
    view: &View,
) -> Outcome<Option<RegionRecord>> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM boundary_set WHERE name = ? AND batch <= ?")?;
    let mut rows = statement.query(params![set, view.batch])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(regions(connection, row.get(0)?, Some(region))?.pop())
}

fn regions(
    connection: &Connection,
    set: i64,
    one: Option<&RegionId>,
) -> Outcome<Vec<RegionRecord>> {
    // Two statements rather than one with an option in it, so that the index of names serves.
    let which = if one.is_some() { "r.region = ?2" } else { "?2 IS NULL" };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT r.id, r.region, r.name, r.sovereign, s.digest
         FROM boundary_region r JOIN blob s ON s.id = r.shape
         WHERE r.boundary_set = ?1 AND {which} ORDER BY r.id"
    ))?;
    let mut rows = statement.query(params![set, one.map(|region| &region.0)])?;
    let mut regions = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cursor = Cursor::new(row);
        let id: i64 = cursor.take()?;
        regions.push(RegionRecord {
            id: RegionId(cursor.take()?),
            name: cursor.take()?,
            sovereign: cursor.take::<Option<String>>()?.map(PartyId),
            shape: cursor.digest()?,
            aliases: aliases(connection, id)?,
        });
    }
    Ok(regions)
}

fn aliases(connection: &Connection, region: i64) -> Outcome<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT name FROM region_alias WHERE region = ? ORDER BY id")?;
    let rows = statement.query_map([region], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A frame, if it was recorded.
pub(crate) fn frame(
    connection: &Connection,
    name: &str,
    view: &View,
) -> Outcome<Option<Recorded<FrameRecord>>> {
    let mut statement = connection.prepare_cached(
        "SELECT f.id, f.name, f.title, f.as_of, f.according_to, f.area_m2, f.area_source, f.note,
           b.recorded_at, NULL
         FROM frame f LEFT JOIN batch b ON b.id = f.batch WHERE f.name = ? AND f.batch <= ?",
    )?;
    let mut rows = statement.query(params![name, view.batch])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut cursor = Cursor::new(row);
    let id = cursor.take()?;
    let frame = FrameRecord {
        id: cursor.take()?,
        title: cursor.take()?,
        as_of: cursor.day()?,
        according_to: cursor.take()?,
        area: match (cursor.take()?, cursor.take()?) {
            (Some(square_metres), Some(source)) => {
                Some(StatedArea { area: Area::from_square_metres(square_metres), source })
            }
            _ => None,
        },
        note: cursor.take()?,
        members: members(connection, id)?,
    };
    recorded(frame, &mut cursor).map(Some)
}

fn members(connection: &Connection, frame: i64) -> Outcome<Vec<RegionId>> {
    let mut statement =
        connection.prepare_cached("SELECT region FROM frame_member WHERE frame = ? ORDER BY id")?;
    let rows = statement.query_map([frame], |row| Ok(RegionId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
