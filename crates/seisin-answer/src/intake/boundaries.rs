//! Boundary sets: regions recorded with their shapes and terms.

use crate::{
    answer_error::AnswerError,
    land::{CUT_METHOD, Made, SetLand, SetLands, measure, subject},
    store::Store,
};
use rayon::prelude::*;
use seisin_core::{Digest, Timestamp};
use seisin_ledger::{
    AppendError, Appended, BoundarySetEntry, BoundarySetRecord, CutRecord, Entry, Measurable,
    MeasureRecord, PreparedBlob, RegionRecord,
};
use seisin_places::{BoundarySet, Region};

/// A boundary set with the bytes of its file.
#[derive(Debug, Clone)]
pub struct BoundariesRead {
    /// The set.
    pub set: BoundarySet,
    /// The bytes of the file it came from.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Records a boundary set and teaches the reader its names. Its regions, and what the editions on
    /// record draw in them, are measured and kept with it, so that answers need not measure it again.
    ///
    /// # Errors
    /// [`crate::IntakeError`] where the store cannot be written, or has another set of that name.
    pub fn record_boundaries(
        &mut self,
        read: &BoundariesRead,
        at: Timestamp,
    ) -> Result<Appended, crate::IntakeError> {
        let (measures, cuts) = self.measures_of_set(&read.set)?;
        let appended = self.append_set(read, (measures, cuts), at)?;
        self.forget_words();
        Ok(appended)
    }

    fn append_set(
        &mut self,
        read: &BoundariesRead,
        (measures, cuts): (Vec<MeasureRecord>, Vec<CutRecord>),
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
            measurable: match read.set.measurable {
                seisin_places::Measurable::Yes => Measurable::Yes,
                seisin_places::Measurable::OnlyIfCoarseIsAllowed => Measurable::OnlyCoarse,
            },
            view: read.set.view.clone(),
            source: read.set.source,
            regions,
        };
        let set = Entry::BoundarySet(Box::new(BoundarySetEntry { set, blobs }));
        let measures = measures.into_iter().map(Entry::Measure);
        let entries = std::iter::once(set).chain(measures).chain(cuts.into_iter().map(Entry::Cut));
        self.ledger.append(at, entries)
    }

    /// What is measured when a set is recorded: its lands, and what every edition on record draws in
    /// them, as far as that is not on record.
    fn measures_of_set(
        &self,
        set: &BoundarySet,
    ) -> Result<(Vec<MeasureRecord>, Vec<CutRecord>), AnswerError> {
        if set.measurable != seisin_places::Measurable::Yes || !SetLands::may_be(set.regions.len())
        {
            return Ok((Vec::new(), Vec::new()));
        }
        let land = |region: &Region| SetLand {
            id: region.id.clone(),
            made: Made::from([Digest::of(&region.shape.to_bytes())]),
            shape: region.shape.clone(),
        };
        let lands = SetLands::of(&set.id, set.regions.iter().map(land).collect());
        let measures =
            lands.lands().par_iter().map(|land| measure(&land.made, &land.shape)).collect();
        let mut cuts = Vec::new();
        let wanted =
            |made: &Made| Ok(!self.ledger.has_cut(subject(made), lands.set(), CUT_METHOD)?);
        self.cut_all(&lands, wanted, &mut |_, cut| {
            cuts.push(cut);
            Ok(())
        })?;
        Ok((measures, cuts))
    }
}
