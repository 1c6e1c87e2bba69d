//! Boundary sets: regions recorded with their shapes and terms.

use crate::store::Store;
use seisin_core::Timestamp;
use seisin_ledger::{
    AppendError, Appended, BoundarySetEntry, BoundarySetRecord, Entry, Measurable, PreparedBlob,
    RegionRecord,
};
use seisin_places::BoundarySet;

/// A boundary set with the bytes of its file.
#[derive(Debug, Clone)]
pub struct BoundariesRead {
    /// The set.
    pub set: BoundarySet,
    /// The bytes of the file it came from.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Records a boundary set and teaches the reader its names.
    ///
    /// # Errors
    /// [`crate::IntakeError`] where the store cannot be written, or has another set of that name.
    pub fn record_boundaries(
        &mut self,
        read: &BoundariesRead,
        at: Timestamp,
    ) -> Result<Appended, crate::IntakeError> {
        let appended = self.append_set(read, at)?;
        self.forget_words();
        Ok(appended)
    }

    fn append_set(
        &mut self,
        read: &BoundariesRead,
        at: Timestamp,
    ) -> Result<Appended, AppendError> {
        let mut blobs = vec![PreparedBlob::compress(&read.bytes)];
        let regions = read
            .set
            .regions
            .iter()
            .map(|region| {
                let blob = PreparedBlob::compress(&region.shape.to_bytes());
                let record = RegionRecord {
                    id: region.id.clone(),
                    name: region.name.clone(),
                    aliases: region.aliases.clone(),
                    sovereign: region.sovereign.clone(),
                    shape: blob.digest(),
                };
                blobs.push(blob);
                record
            })
            .collect();
        let set = BoundarySetRecord {
            id: read.set.id.clone(),
            title: read.set.title.clone(),
            licence: read.set.licence.clone(),
            positional_error: read.set.positional_error,
            measurable: Measurable::Yes,
            view: read.set.view.clone(),
            source: read.set.source,
            regions,
        };
        self.ledger.append(at, [Entry::BoundarySet(Box::new(BoundarySetEntry { set, blobs }))])
    }
}
