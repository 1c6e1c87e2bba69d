//! `seisin verify`: nothing on record was changed or removed.

use super::open_to_read;
use crate::{
    args::VerifyArgs,
    exit::{Failure, Outcome},
};
use seisin_answer::Store;
use std::{io::Write as _, path::Path};

/// Goes through the chain of batches, every blob's digest and every reference.
///
/// # Errors
/// Fails with what is damaged.
pub(crate) fn verify(store: Option<&Path>, args: &VerifyArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(store)?;
    let verification =
        store.ledger().verify(&[]).map_err(|error| Failure::to("verify the store", &error))?;
    if !verification.is_sound() {
        return Err(Failure::Failed(format!(
            "failed to verify {}: {}\nhint: restore the last backup that verifies",
            store.ledger().path().display(),
            verification.faults.join("; ")
        )));
    }
    let seal = verification.seal;
    writeln!(
        std::io::stdout(),
        "sound: {} batches, {} records, {} blobs; head {} {}",
        verification.batches,
        verification.records,
        verification.blobs,
        seal.batch,
        seal.digest
    )?;
    if args.measures {
        compare_measures(&store)?;
    }
    Ok(Outcome::Done)
}

/// Measures the land of every edition anew and compares it with what is on record.
fn compare_measures(store: &Store) -> Result<(), Failure> {
    let (compared, faults) =
        store.compare_measures().map_err(|error| Failure::to("compare the measures", &error))?;
    if let Some(first) = faults.first() {
        return Err(Failure::Failed(format!(
            "failed to compare the measures: {} of {compared} differ from the shapes, first that \
             of {} on {} by {:e} of itself\nhint: make the store anew from the same files",
            faults.len(),
            first.party,
            first.edition,
            first.apart
        )));
    }
    writeln!(std::io::stdout(), "measures: {compared} made anew, all the same within 1e-9")?;
    Ok(())
}
