//! Claims with the documents they stand in.

use super::Store;
use seisin_core::{Claim, ClaimId, Document};
use seisin_ledger::QueryError;

impl Store {
    /// A claim on record with its document.
    pub(crate) fn claim(&self, id: &ClaimId) -> Result<Option<(Claim, Document)>, QueryError> {
        let Some(claim) = self.ledger.claim(id, None)? else { return Ok(None) };
        let document = self.ledger.document(claim.record.document, None)?;
        Ok(document.map(|document| (claim.record, document.record)))
    }
}
