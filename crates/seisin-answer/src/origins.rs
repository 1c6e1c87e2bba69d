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

/// The independent reports behind one claim: on its topic, and of its figure.
#[derive(Debug, Clone)]
pub struct ClaimOrigins {
    /// The claim asked for.
    pub claim: Claim,
    /// Every origin with a claim on the same topic, in order of their earliest reports.
    pub topic: Vec<TopicOrigin>,
}

/// An origin on a claim's topic.
#[derive(Debug, Clone)]
pub struct TopicOrigin {
    /// The origin with its copies.
    pub answer: OriginAnswer,
    /// Whether its earliest report makes the very claim, the same amount included; the origin of the
    /// claim itself does.
    pub agrees: bool,
}

impl ClaimOrigins {
    /// How many independent reports make the very claim.
    pub fn agreeing(&self) -> usize {
        self.topic.iter().filter(|origin| origin.agrees).count()
    }
}

/// The origins of the reports on record, in order of their earliest reports.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn origins(store: &Store) -> Result<Vec<OriginAnswer>, AnswerError> {
    told(store)
}

/// The origins that speak on the topic of a claim.
///
/// # Method
/// Two claims are on one topic where kind, party, region and polarity are the same; they agree where
/// their amounts in SI units differ by less than half a percent, whatever the comparator: which
/// comparator a copy drifted to is told of the copy.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or has no such claim.
pub fn claim_origins(store: &Store, id: &ClaimId) -> Result<ClaimOrigins, AnswerError> {
    let (claim, _) =
        store.claim(id)?.ok_or_else(|| AnswerError::UnknownClaim { id: id.to_string() })?;
    let mut on_topic: BTreeMap<Digest, Vec<Claim>> = BTreeMap::new();
    for (other, document) in claims(store, &ClaimFilter::default(), None)? {
        if same_topic(&claim, &other) {
            on_topic.entry(document.id).or_default().push(other);
        }
    }
    let of_origin = |answer: OriginAnswer| {
        let says = |document: &Document| on_topic.get(&document.id);
        let own = answer.documents.iter().any(|document| document.id == claim.document);
        let told: Vec<&Claim> = answer.documents.iter().filter_map(says).flatten().collect();
        if !own && told.is_empty() {
            return None;
        }
        let first = answer.documents.iter().find_map(says);
        let agrees = own || first.is_some_and(|said| said.iter().any(|it| same_amount(&claim, it)));
        Some(TopicOrigin { answer, agrees })
    };
    let topic = told(store)?.into_iter().filter_map(of_origin).collect();
    Ok(ClaimOrigins { claim, topic })
}

fn same_topic(one: &Claim, other: &Claim) -> bool {
    let party = |claim: &Claim| claim.party.as_ref().map(|party| party.id.clone());
    let region = |claim: &Claim| claim.region.as_ref().map(|region| region.id.clone());
    one.kind() == other.kind()
        && one.polarity == other.polarity
        && party(one) == party(other)
        && region(one) == region(other)
}

/// Half a percent, as the rounding of a conversion may make.
const SAME: f64 = 0.005;

fn same_amount(one: &Claim, other: &Claim) -> bool {
    match (&one.quantity, &other.quantity) {
        (Some(one), Some(other)) => {
            let (a, b) = (one.si_value(), other.si_value());
            one.kind == other.kind && (a - b).abs() <= SAME * a.abs().max(b.abs())
        }
        (None, None) => true,
        _ => false,
    }
}

/// Tells the origins anew from the texts and claims on record.
pub(crate) fn told(store: &Store) -> Result<Vec<OriginAnswer>, AnswerError> {
    let documents = store.ledger.documents(None)?.into_iter().map(|found| found.record);
    // What was written down by hand is nobody's copy, however alike two records read.
    let by_hand = |document: &Document| document.path.starts_with(crate::intake::BY_HAND);
    let documents: Vec<Document> = documents.filter(|document| !by_hand(document)).collect();
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
