//! Claims with their documents, offers with their answers, origins with their copies.

use crate::{answer_error::AnswerError, store::Store};
use seisin_core::{Claim, Document};
use seisin_exchange::{OfferSettings, Offers, ReportedClaim, offers};
use seisin_ledger::ClaimFilter;
use std::collections::BTreeMap;

/// The claims on record that `filter` lets pass, each with its document.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn claims(
    store: &Store,
    filter: &ClaimFilter,
    known_on: Option<seisin_core::Timestamp>,
) -> Result<Vec<(Claim, Document)>, AnswerError> {
    let documents: BTreeMap<_, _> = store
        .ledger
        .documents(known_on)?
        .into_iter()
        .map(|document| (document.record.id, document.record))
        .collect();
    let mut found = Vec::new();
    for claim in store.ledger.claims(filter, known_on)? {
        let claim = claim?.record;
        if let Some(document) = documents.get(&claim.document) {
            found.push((claim, document.clone()));
        }
    }
    Ok(found)
}

/// The offers on record with their versions, answers and counter-offers.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn offers_on_record(
    store: &Store,
    known_on: Option<seisin_core::Timestamp>,
) -> Result<Offers, AnswerError> {
    let found = claims(store, &ClaimFilter::default(), known_on)?;
    let reported: Vec<ReportedClaim<'_>> =
        found.iter().map(|(claim, document)| ReportedClaim { claim, document }).collect();
    Ok(offers(&reported, &OfferSettings::default()))
}
