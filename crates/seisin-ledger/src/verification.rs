//! What reading everything again came to.

use crate::disk::Audit;
use seisin_core::Digest;

/// A short proof of everything recorded up to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal {
    /// The number of the last batch it covers; 0 for an empty store.
    pub batch: u64,
    /// The digest at that batch, over its rows and all before it.
    pub digest: Digest,
}

/// What reading everything again came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many batches there are.
    pub batches: u64,
    /// How many records.
    pub records: u64,
    /// How many blobs, each compared with its digest.
    pub blobs: u64,
    /// The seal of all of it.
    pub seal: Seal,
    /// What is not as it was written, a sentence each; empty where all is well.
    pub faults: Vec<String>,
}

impl Verification {
    pub(crate) fn new(audit: Audit, seal: Seal, seals: &[Seal]) -> Self {
        let mut faults = audit.faults;
        for kept in seals.iter().filter(|kept| kept.batch > 0) {
            let found = i64::try_from(kept.batch).ok().and_then(|id| audit.digests.get(&id));
            match found {
                Some(digest) if *digest == kept.digest => {}
                Some(_) => faults.push(format!("batch {} is not the sealed one", kept.batch)),
                None => faults.push(format!("batch {}, which was sealed, is gone", kept.batch)),
            }
        }
        Self { batches: audit.batches, records: audit.records, blobs: audit.blobs, seal, faults }
    }

    /// Whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}
