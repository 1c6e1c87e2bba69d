//! A claim together with the report it stands in.

use super::{answer::LinkRule, entry, period::Period};
use seisin_core::{
    Claim, ClaimId, Digest, Document, Item, OfferStatus, PartyRef, Published, SourceRole,
};

/// A claim together with the report it stands in.
#[derive(Debug, Clone, Copy)]
pub struct ReportedClaim<'a> {
    /// What is said.
    pub claim: &'a Claim,
    /// The report.
    pub document: &'a Document,
}

/// Where an offer or an answer is on record: the exact words, their claim and their report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The claim.
    pub claim: ClaimId,
    /// The report it stands in.
    pub document: Digest,
    /// The independent report that one goes back to.
    pub origin: Digest,
    /// Who published it.
    pub publisher: Option<String>,
    /// The exact words.
    pub quote: String,
    /// Why the claim was put here.
    pub rule: LinkRule,
}

/// What an offer's claim says is given, asked, and how far it has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub(crate) gives: &'a [Item],
    pub(crate) asks: &'a [Item],
    pub(crate) status: OfferStatus,
}

impl<'a> ReportedClaim<'a> {
    /// The independent report this one goes back to: itself where no other is known.
    pub fn origin(&self) -> Digest {
        self.document.origin.unwrap_or(self.document.id)
    }

    /// The citation that puts it on record under `rule`.
    pub(crate) fn cite(&self, rule: LinkRule) -> Citation {
        Citation {
            claim: self.claim.id.clone(),
            document: self.document.id,
            origin: self.origin(),
            publisher: self.document.publisher.clone(),
            quote: entry::quote(self.claim),
            rule,
        }
    }

    /// The days it speaks of: its own date, else the day its report came out.
    pub(crate) fn period(&self) -> Period {
        let own = self.claim.valid.as_ref().map(|valid| valid.edtf.bounds());
        let published = self.document.published.map(|published| Period::day(published.day()));
        own.map(|(from, to)| Period { from, to })
            .filter(|period| period.is_known())
            .or(published)
            .unwrap_or(Period::UNKNOWN)
    }

    /// The innermost speaker, as named.
    pub(crate) fn speaker(&self) -> Option<&'a str> {
        let links = self.claim.source.iter().rev();
        links.filter(|link| link.role == SourceRole::Speaker).map(|link| link.name.as_str()).next()
    }

    pub(crate) fn party(&self) -> Option<&'a PartyRef> {
        self.claim.party.as_ref()
    }

    pub(crate) fn counterparty(&self) -> Option<&'a PartyRef> {
        self.claim.counterparty.as_ref()
    }

    pub(crate) fn start(&self) -> usize {
        self.claim.evidence.span.start
    }

    /// The order in which claims are taken: by day, then report, then place in it.
    pub(crate) fn order(&self) -> impl Ord + use<> {
        let day = self.period().from.map_or((1, None), |day| (0, Some(day)));
        let published = self.document.published.map(Published::earliest);
        (day, published, self.document.id, self.start(), self.claim.id.clone())
    }
}
