//! What was measured of land drawn, read back.

use crate::{disk::trouble::Outcome, record::MeasureRecord};
use rusqlite::{Connection, OptionalExtension as _, params};
use seisin_core::{Area, Digest, Length};

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
