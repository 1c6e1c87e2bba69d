//! What was measured of land drawn: kept once for each method.

use super::Writer;
use crate::{
    append_error::AppendError,
    disk::{field::Field, read, table::Table, trouble::Outcome},
    record::{CutPart, CutRecord, MeasureRecord},
};
use rusqlite::OptionalExtension as _;

impl Writer<'_> {
    /// Adds what was measured, unless something is there for the same land and method.
    pub(crate) fn put_measure(&mut self, measure: &MeasureRecord) -> Outcome<()> {
        if read::measure(&self.transaction, measure.subject, &measure.method)?.is_some() {
            return Ok(());
        }
        let fields: [Field<'_>; 5] = [
            Field::Bytes(measure.subject.as_bytes()),
            (&measure.method).into(),
            measure.area.square_metres().into(),
            measure.area_geodesic.square_metres().into(),
            measure.line.metres().into(),
        ];
        self.insert(&Table::MEASURE, &fields).map(drop)
    }

    /// Adds what was cut along a set of boundaries, unless something is there for the same land, set
    /// and method.
    pub(crate) fn put_cut(&mut self, cut: &CutRecord) -> Outcome<()> {
        if read::cut_row(&self.transaction, cut.subject, &cut.set, &cut.method)?.is_some() {
            return Ok(());
        }
        let set: Option<i64> = self
            .transaction
            .prepare_cached("SELECT id FROM boundary_set WHERE name = ?")?
            .query_row([&cut.set], |row| row.get(0))
            .optional()?;
        let set = set.ok_or_else(|| AppendError::BoundarySetMissing { id: cut.set.clone() })?;
        let fields: [Field<'_>; 3] =
            [Field::Bytes(cut.subject.as_bytes()), set.into(), (&cut.method).into()];
        let row = self.insert(&Table::CUT, &fields)?;
        cut.parts.iter().try_for_each(|part| self.put_cut_part(row, part))
    }

    fn put_cut_part(&mut self, cut: i64, part: &CutPart) -> Outcome<()> {
        let fields: [Field<'_>; 6] = [
            cut.into(),
            (&part.region.0).into(),
            part.area.square_metres().into(),
            part.area_geodesic.square_metres().into(),
            part.map_line.metres().into(),
            part.boundary_line.metres().into(),
        ];
        self.insert(&Table::CUT_PART, &fields).map(drop)
    }
}
