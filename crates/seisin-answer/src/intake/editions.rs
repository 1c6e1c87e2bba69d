//! Editions of control maps: what was read on them, recorded with their bytes.

use super::error::IntakeError;
use crate::store::{PlacedDigest, Store};
use seisin_core::{PublisherId, Timestamp};
use seisin_ledger::{
    Appended, CoverageRecord, EditionEntry, Entry, HoldingRecord, PreparedBlob, QuarantineRecord,
};
use seisin_measure::Shape;
use seisin_read::map::{MapReading, Quarantined};

/// An edition with its bytes, ready to record.
#[derive(Debug, Clone)]
pub struct EditionRead {
    entry: EditionEntry,
    /// The shapes of its holdings, in their order.
    shapes: Vec<Shape>,
}

impl EditionRead {
    /// Makes an edition ready: compresses its file and its shapes. Costs most of the time of adding
    /// an edition and needs no store, so it may run on many threads.
    pub fn prepare(reading: MapReading, bytes: &[u8]) -> Self {
        let (mut blobs, mut shapes) = (vec![PreparedBlob::compress(bytes)], Vec::new());
        let holdings = reading
            .holdings
            .into_iter()
            .map(|holding| {
                let blob = PreparedBlob::compress(&holding.shape.to_bytes());
                let record = HoldingRecord {
                    party: holding.party,
                    within: holding.within,
                    role: holding.role,
                    shape: blob.digest(),
                };
                blobs.push(blob);
                shapes.push(holding.shape);
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
        let entry = EditionEntry { edition, holdings, quarantined, coverage, problems, blobs };
        Self { entry, shapes }
    }

    /// Whose map it is.
    pub(crate) const fn publisher(&self) -> &PublisherId {
        &self.entry.edition.publisher
    }

    /// Whose land is drawn where, with its shape.
    pub(crate) fn drawn(&self) -> impl Iterator<Item = (PlacedDigest<'_>, &Shape)> {
        self.entry.holdings.iter().zip(&self.shapes).map(|(holding, shape)| {
            (((&holding.party, holding.within.as_ref()), holding.shape), shape)
        })
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
    /// Records editions; those on record already add nothing. What each party holds on them, whole and
    /// in the regions of the boundary sets on record, is measured and kept with them, so that answers
    /// need not measure it again.
    ///
    /// # Errors
    /// [`IntakeError`] where the store cannot be read or written; then nothing of the batch is
    /// recorded.
    pub fn record_editions(
        &mut self,
        editions: Vec<EditionRead>,
        at: Timestamp,
    ) -> Result<Appended, IntakeError> {
        let (measures, mut wholes) = self.new_measures(&editions)?;
        let cuts = self.new_cuts(&editions, &mut wholes)?;
        let entries = editions.into_iter().map(|edition| Entry::Edition(Box::new(edition.entry)));
        let measures = measures.into_iter().map(Entry::Measure);
        Ok(self
            .ledger
            .append(at, entries.chain(measures).chain(cuts.into_iter().map(Entry::Cut)))?)
    }
}
