//! Which reports on record go back to one report.

use crate::{answer_error::AnswerError, reports::claims, store::Store};
use seisin_core::{Claim, ClaimId, Digest, Document};
use seisin_ledger::ClaimFilter;
use seisin_read::origins::{Member, Origin, OriginInput, cluster};
use std::collections::BTreeMap;

/// An independent report with its copies.
#[derive(Debug, Clone)]
pub struct OriginAnswer {
    /// The cluster as told from the texts.
    pub origin: Origin,
    /// Its reports, earliest first, as many as the cluster has members.
    pub documents: Vec<Document>,
}

impl OriginAnswer {
    /// Each report with its place in the cluster.
    pub fn reports(&self) -> impl Iterator<Item = (&Member, &Document)> {
        self.origin.members.iter().zip(&self.documents)
    }
}

/// The origins of the reports on record, in order of their earliest reports; of those that make the
/// same claim as `claim` alone, where one is named.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or has no such claim.
pub fn origins(store: &Store, claim: Option<&ClaimId>) -> Result<Vec<OriginAnswer>, AnswerError> {
    let all = told(store)?;
    let Some(id) = claim else { return Ok(all) };
    let (claim, _) =
        store.claim(id)?.ok_or_else(|| AnswerError::UnknownClaim { id: id.to_string() })?;
    Ok(all
        .into_iter()
        .filter(|answer| answer.documents.iter().any(|document| document.id == claim.document))
        .collect())
}

/// Tells the origins anew from the texts and claims on record.
pub(crate) fn told(store: &Store) -> Result<Vec<OriginAnswer>, AnswerError> {
    let documents: Vec<Document> =
        store.ledger.documents(None)?.into_iter().map(|found| found.record).collect();
    let mut by_document: BTreeMap<Digest, Vec<Claim>> = BTreeMap::new();
    for (claim, document) in claims(store, &ClaimFilter::default(), None)? {
        by_document.entry(document.id).or_default().push(claim);
    }
    let mut texts = BTreeMap::new();
    for document in &documents {
        let text = store.ledger.document_text(document.id, None)?.unwrap_or_default();
        texts.insert(document.id, text);
    }
    let inputs: Vec<OriginInput<'_>> = documents
        .iter()
        .map(|document| OriginInput {
            document,
            text: texts.get(&document.id).map_or("", String::as_str),
            claims: by_document.get(&document.id).map_or(&[], Vec::as_slice),
        })
        .collect();
    let known: BTreeMap<Digest, &Document> =
        documents.iter().map(|document| (document.id, document)).collect();
    Ok(cluster(&inputs)
        .into_iter()
        .map(|origin| {
            let documents = origin
                .members
                .iter()
                .filter_map(|member| known.get(&member.document).copied().cloned())
                .collect();
            OriginAnswer { origin, documents }
        })
        .collect())
}
