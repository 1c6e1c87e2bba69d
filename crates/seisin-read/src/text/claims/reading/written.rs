//! From drafts to claims, each with the exact words it rests on.

use super::{Desk, SentenceParts, SentenceReading};
use crate::text::claims::draft::Draft;
use seisin_core::{Claim, ClaimId, ReaderRule, Reading};
use std::{collections::BTreeSet, ops::Range};

impl Desk<'_> {
    /// The claim of a draft; none without words in the text as captured.
    pub(super) fn write(&self, draft: Draft) -> Option<(Claim, SentenceParts)> {
        let span = self.prepared.span(draft.evidence.clone());
        let mut evidence = self.captured.evidence(span).filter(|found| !found.exact.is_empty())?;
        let repaired = self.prepared.slice(draft.evidence.clone());
        if repaired != evidence.exact {
            evidence.repaired = Some(repaired.to_owned());
        }
        let parts = self.parts(&draft);
        let mut claim = Claim {
            id: ClaimId(String::new()),
            document: self.document.id,
            evidence,
            source: draft.told.sources,
            modality: draft.told.modality,
            hedges: draft.told.hedges,
            polarity: draft.told.polarity,
            party: draft.party.map(|party| party.value),
            counterparty: draft.counterparty,
            region: draft.region.map(|region| region.value),
            quantity: draft.quantity.map(|mention| mention.quantity),
            valid: draft.dated.map(|dated| dated.valid),
            detail: draft.detail,
            reader: ReaderRule {
                id: "seisin".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                rule: draft.rule,
            },
        };
        claim.id = claim.identify();
        Some((claim, parts))
    }

    fn parts(&self, draft: &Draft) -> SentenceParts {
        let span = |range: Range<usize>| self.prepared.span(range);
        let bound = draft.quantity.as_ref().and_then(|mention| {
            let before = self.prepared.slice(mention.range.start..mention.number.start);
            let words = before.trim_end();
            (!words.is_empty())
                .then(|| span(mention.range.start..mention.range.start + words.len()))
        });
        SentenceParts {
            party: draft.party_range.clone().map(span),
            region: draft.region_range.clone().map(span),
            quantity: draft.quantity.as_ref().map(|mention| span(mention.range.clone())),
            bound,
            speaker: draft.speaker_range.clone().map(span),
            date: draft.dated.as_ref().and_then(|dated| dated.range.clone()).map(span),
        }
    }

    /// What was made, in the order of the text, each once.
    pub(super) fn finish(mut self) -> SentenceReading {
        self.made.sort_by_key(|(claim, _)| (claim.evidence.span.start, claim.evidence.span.end));
        let mut seen = BTreeSet::new();
        self.made.retain(|(claim, _)| {
            seen.insert((claim.id.clone(), claim.kind(), format!("{:?}", claim.detail)))
        });
        let mut claims = Vec::with_capacity(self.made.len());
        let mut parts = Vec::with_capacity(self.made.len());
        for (claim, of_claim) in self.made {
            claims.push(claim);
            parts.push(of_claim);
        }
        SentenceReading { reading: Reading { claims, problems: self.problems }, parts }
    }
}
