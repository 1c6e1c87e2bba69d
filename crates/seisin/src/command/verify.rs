//! `seisin verify`: nothing on record was changed or removed.

use super::open_to_read;
use crate::exit::{Failure, Outcome};
use std::{io::Write as _, path::Path};

/// Goes through the chain of batches, every blob's digest and every reference.
///
/// # Errors
/// Fails with what is damaged.
pub(crate) fn verify(store: Option<&Path>) -> Result<Outcome, Failure> {
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
    Ok(Outcome::Done)
}
