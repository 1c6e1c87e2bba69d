//! What was measured of land drawn, read back.

use crate::{
    disk::trouble::Outcome,
    record::{CutPart, MeasureRecord},
};
use rusqlite::{Connection, OptionalExtension as _, params};
use seisin_core::{Area, Digest, Length, RegionId};

/// What was measured of a subject by a method.
pub(crate) fn measure(
    connection: &Connection,
    subject: Digest,
    method: &str,
) -> Outcome<Option<MeasureRecord>> {
    Ok(connection
        .prepare_cached(
            "SELECT area_m2, area_geodesic_m2, line_m FROM measure
             WHERE subject = ? AND method = ?",
        )?
        .query_row(params![subject.as_bytes(), method], |row| {
            Ok(MeasureRecord {
                subject,
                method: method.to_owned(),
                area: Area::from_square_metres(row.get(0)?),
                area_geodesic: Area::from_square_metres(row.get(1)?),
                line: Length::from_metres(row.get(2)?),
            })
        })
        .optional()?)
}

/// The row of what was cut of a subject along a set of boundaries by a method.
pub(crate) fn cut_row(
    connection: &Connection,
    subject: Digest,
    set: &str,
    method: &str,
) -> Outcome<Option<i64>> {
    Ok(connection
        .prepare_cached(
            "SELECT c.id FROM cut c JOIN boundary_set s ON s.id = c.boundary_set
             WHERE c.subject = ? AND s.name = ? AND c.method = ?",
        )?
        .query_row(params![subject.as_bytes(), set, method], |row| row.get(0))
        .optional()?)
}

/// The part of a cut that lies in a region: none of the land where the cut leaves out a region of
/// its set, and `None` where the region is no region of the set.
pub(crate) fn cut_part(
    connection: &Connection,
    cut: i64,
    region: &RegionId,
) -> Outcome<Option<CutPart>> {
    let part = |[area, area_geodesic, map_line, boundary_line]: [f64; 4]| CutPart {
        region: region.clone(),
        area: Area::from_square_metres(area),
        area_geodesic: Area::from_square_metres(area_geodesic),
        map_line: Length::from_metres(map_line),
        boundary_line: Length::from_metres(boundary_line),
    };
    let found = connection
        .prepare_cached(
            "SELECT area_m2, area_geodesic_m2, map_line_m, boundary_line_m FROM cut_part
             WHERE cut = ? AND region = ?",
        )?
        .query_row(params![cut, region.0], |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        })
        .optional()?;
    if let Some(found) = found {
        return Ok(Some(part(found)));
    }
    let of_the_set: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM cut c JOIN boundary_region r USING (boundary_set)
             WHERE c.id = ? AND r.region = ?)",
        )?
        .query_row(params![cut, region.0], |row| row.get(0))?;
    Ok(of_the_set.then(|| part([0.0; 4])))
}
