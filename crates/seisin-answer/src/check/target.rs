//! What a check is about: a sentence as read, or a claim on record.

use super::{
    answer::ClaimPart,
    request::{CheckRequest, Target},
};
use crate::{answer_error::AnswerError, store::Store};
use seisin_core::{
    Claim, ClaimKind, Document, Polarity, Problem, ProblemKind, Quantity, RegionRef, SourceRole,
};
use seisin_read::text::{SentenceParts, read_sentence};

/// The words of a check and what they were read as.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The words.
    pub(crate) sentence: String,
    /// The claim, where they make one.
    pub(crate) claim: Option<Claim>,
    /// The document of a claim on record.
    pub(crate) document: Option<Document>,
    /// Which words became which part.
    pub(crate) parts: Vec<ClaimPart>,
    /// What the reader could not tell.
    pub(crate) problems: Vec<Problem>,
}

impl Subject {
    /// The amount to compare.
    pub(crate) fn quantity(&self) -> Option<&Quantity> {
        self.claim.as_ref().and_then(|claim| claim.quantity.as_ref())
    }

    /// What the reader says of a unit it does not know, where the claim has no amount for it.
    pub(crate) fn unknown_unit(&self) -> Option<&str> {
        let unknown = |problem: &&Problem| problem.kind == ProblemKind::UnknownUnit;
        let problem = self.problems.iter().find(unknown).filter(|_| self.quantity().is_none())?;
        Some(&problem.sentence)
    }

    /// Whether the words affirm or deny it.
    pub(crate) fn polarity(&self) -> Polarity {
        self.claim.as_ref().map_or(Polarity::Affirmed, |claim| claim.polarity)
    }
}

/// Reads the sentence, or fetches the claim.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or has no such claim.
pub(crate) fn subject_of(store: &Store, request: &CheckRequest) -> Result<Subject, AnswerError> {
    match &request.target {
        Target::Sentence(sentence) => read(store, sentence, request),
        Target::Claim(id) => {
            let (claim, document) =
                store.claim(id)?.ok_or_else(|| AnswerError::UnknownClaim { id: id.to_string() })?;
            Ok(Subject {
                sentence: claim.evidence.exact.clone(),
                claim: Some(claim),
                document: Some(document),
                parts: Vec::new(),
                problems: Vec::new(),
            })
        }
    }
}

fn read(store: &Store, sentence: &str, request: &CheckRequest) -> Result<Subject, AnswerError> {
    let on = request.days.map(|(from, _)| from);
    let found = read_sentence(sentence, store.vocabulary()?, on);
    let best = best_claim(&found.reading.claims);
    let claim = best.and_then(|index| found.reading.claims.get(index)).cloned();
    let spans = best.and_then(|index| found.parts.get(index));
    let parts = match (&claim, spans) {
        (Some(claim), Some(spans)) => parts_of(sentence, claim, spans),
        _ => Vec::new(),
    };
    let problems = found.reading.problems;
    Ok(Subject { sentence: sentence.to_owned(), claim, document: None, parts, problems })
}

/// The words of each part that the claim has, with what they were taken for.
fn parts_of(sentence: &str, claim: &Claim, spans: &SentenceParts) -> Vec<ClaimPart> {
    let quantity = claim.quantity.as_ref();
    let speaker = claim.source.iter().rfind(|link| link.role == SourceRole::Speaker);
    let speaker = speaker.map(|link| match &link.party {
        Some(party) => format!("{} ({party})", link.name),
        None => link.name.clone(),
    });
    let parts = [
        ("party", spans.party, claim.party.as_ref().map(|party| party.id.to_string())),
        ("region", spans.region, claim.region.as_ref().map(region_value)),
        ("bound", spans.bound, quantity.map(|quantity| quantity.bound.word().to_owned())),
        ("quantity", spans.quantity, quantity.map(quantity_value)),
        ("speaker", spans.speaker, speaker),
        ("date", spans.date, claim.valid.as_ref().map(|valid| valid.edtf.to_string())),
    ];
    parts
        .into_iter()
        .filter_map(|(part, span, value)| {
            let (span, value) = (span?, value?);
            Some(ClaimPart { part, span, words: span.slice(sentence)?, value })
        })
        .collect()
}

fn region_value(region: &RegionRef) -> String {
    match &region.id {
        Some(id) => format!("{} ({id})", region.name),
        None => region.name.clone(),
    }
}

fn quantity_value(quantity: &Quantity) -> String {
    let high = quantity.high.map_or_else(String::new, |high| format!("–{high}"));
    format!("{}{high} {}", quantity.value, quantity.unit.ucum())
}

/// The claim that a check is about: the first holding with an amount, else the first holding, else
/// the first claim with an amount, else the first claim.
fn best_claim(claims: &[Claim]) -> Option<usize> {
    let rank = |claim: &Claim| {
        let holding = claim.kind() == ClaimKind::Holding;
        (!(holding && claim.quantity.is_some()), !holding, claim.quantity.is_none())
    };
    claims.iter().enumerate().min_by_key(|(_, claim)| rank(claim)).map(|(index, _)| index)
}
