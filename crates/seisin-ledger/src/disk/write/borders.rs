//! Sets of boundaries and frames: added once under a name, never changed.

use super::{Writer, maps::day};
use crate::{
    append_error::AppendError,
    appended::Change,
    disk::{read, table::Table, trouble::Outcome},
    entry::BoundarySetEntry,
    record::{BoundarySetRecord, FrameRecord, RegionRecord},
};
use seisin_core::SeaLimit;

impl Writer<'_> {
    /// Adds a set of boundaries, unless it is there.
    pub(crate) fn put_boundary_set(&mut self, entry: &BoundarySetEntry) -> Outcome<Change> {
        let set = &entry.set;
        match read::boundary_set(&self.transaction, &set.id, &read::View::now())? {
            Some(known) if known.record == *set => return Ok(Change::AlreadyThere),
            Some(_) => return Err(AppendError::BoundarySetTaken { id: set.id.clone() }.into()),
            None => {}
        }
        for blob in &entry.blobs {
            self.put_blob(blob)?;
        }
        let row = self.put_set_row(set)?;
        for region in &set.regions {
            self.put_boundary_region(row, region)?;
        }
        Ok(Change::New)
    }

    fn put_set_row(&mut self, set: &BoundarySetRecord) -> Outcome<i64> {
        let licence = self.licence(&set.licence)?;
        let source = self.blob_row(set.source)?;
        let fields = [
            (&set.id).into(),
            (&set.title).into(),
            licence.into(),
            set.positional_error.metres().into(),
            set.measurable.word().into(),
            set.view.sea.map(SeaLimit::word).into(),
            set.view.as_of.map(day).transpose()?.into(),
            set.view.according_to.as_ref().into(),
            source.into(),
        ];
        self.insert(&Table::BOUNDARY_SET, &fields)
    }

    fn put_boundary_region(&mut self, set: i64, region: &RegionRecord) -> Outcome<()> {
        let shape = self.blob_row(region.shape)?;
        let fields = [
            set.into(),
            (&region.id.0).into(),
            (&region.name).into(),
            region.sovereign.as_ref().map(|party| &party.0).into(),
            shape.into(),
        ];
        let row = self.insert(&Table::BOUNDARY_REGION, &fields)?;
        for alias in &region.aliases {
            self.insert(&Table::REGION_ALIAS, &[row.into(), alias.into()])?;
        }
        Ok(())
    }

    /// Adds a frame, unless it is there.
    pub(crate) fn put_frame(&mut self, frame: &FrameRecord) -> Outcome<Change> {
        match read::frame(&self.transaction, &frame.id, &read::View::now())? {
            Some(known) if known.record == *frame => return Ok(Change::AlreadyThere),
            Some(_) => return Err(AppendError::FrameTaken { id: frame.id.clone() }.into()),
            None => {}
        }
        let fields = [
            (&frame.id).into(),
            (&frame.title).into(),
            day(frame.as_of)?.into(),
            (&frame.according_to).into(),
            frame.area.as_ref().map(|stated| stated.area.square_metres()).into(),
            frame.area.as_ref().map(|stated| &stated.source).into(),
            (&frame.note).into(),
        ];
        let row = self.insert(&Table::FRAME, &fields)?;
        for region in &frame.members {
            self.insert(&Table::FRAME_MEMBER, &[row.into(), (&region.0).into()])?;
        }
        Ok(Change::New)
    }
}
