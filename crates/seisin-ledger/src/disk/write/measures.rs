//! What was measured of land drawn: kept once for each method.

use super::Writer;
use crate::{
    disk::{field::Field, read, table::Table, trouble::Outcome},
    record::MeasureRecord,
};

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
}
