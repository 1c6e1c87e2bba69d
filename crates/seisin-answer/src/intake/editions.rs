//! Editions of control maps: what was read on them, recorded with their bytes.

use crate::store::Store;
use seisin_core::Timestamp;
use seisin_ledger::{
    AppendError, Appended, CoverageRecord, EditionEntry, Entry, HoldingRecord, PreparedBlob,
    QuarantineRecord,
};
use seisin_read::map::{MapReading, Quarantined};

/// An edition with its bytes, ready to record.
#[derive(Debug, Clone)]
pub struct EditionRead {
    entry: EditionEntry,
}

impl EditionRead {
    /// Makes an edition ready: compresses its file and its shapes. Costs most of the time of adding
    /// an edition and needs no store, so it may run on many threads.
    pub fn prepare(reading: MapReading, bytes: &[u8]) -> Self {
        let mut blobs = vec![PreparedBlob::compress(bytes)];
        let holdings = reading
            .holdings
            .iter()
            .map(|holding| {
                let blob = PreparedBlob::compress(&holding.shape.to_bytes());
                let record = HoldingRecord {
                    party: holding.party.clone(),
                    within: holding.within.clone(),
                    role: holding.role.clone(),
                    shape: blob.digest(),
                };
                blobs.push(blob);
                record
            })
            .collect();
        let coverage = reading
            .coverage
            .into_iter()
            .map(|coverage| CoverageRecord {
                party: coverage.party,
                within: coverage.within,
                except: coverage.except,
                from: coverage.from,
                to: coverage.to,
                note: coverage.note,
            })
            .collect();
        let quarantined = reading.quarantined.into_iter().map(quarantine_record).collect();
        let (edition, problems) = (reading.edition, reading.problems);
        Self { entry: EditionEntry { edition, holdings, quarantined, coverage, problems, blobs } }
    }

    /// What could not be told of it.
    pub fn problems(&self) -> &[seisin_core::Problem] {
        &self.entry.problems
    }
}

fn quarantine_record(feature: Quarantined) -> QuarantineRecord {
    let place = feature.place;
    let extent = feature.extent;
    QuarantineRecord {
        feature: feature.feature,
        party: feature.party,
        within: feature.within,
        place: [place.polygon, place.ring, place.vertex],
        reason: feature.reason,
        extent: extent.map(|sides| [sides.west, sides.south, sides.east, sides.north]),
    }
}

impl Store {
    /// Records editions; those on record already add nothing.
    ///
    /// # Errors
    /// [`AppendError`] where the store cannot be written; then nothing of the batch is recorded.
    pub fn record_editions(
        &mut self,
        editions: Vec<EditionRead>,
        at: Timestamp,
    ) -> Result<Appended, AppendError> {
        let entries = editions.into_iter().map(|edition| Entry::Edition(Box::new(edition.entry)));
        self.ledger.append(at, entries)
    }
}
