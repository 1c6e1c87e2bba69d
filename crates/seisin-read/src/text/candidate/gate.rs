//! The gate.

use super::{Candidate, CandidateAmount, CandidateDetail, Refusal};
use crate::text::{
    Prepared, ReadSettings, Vocabulary,
    claims::Survey,
    quantity::{MentionKind, QuantityMention},
    repair::repair,
};
use seisin_core::{
    Claim, ClaimId, Detail, Document, Evidence, Item, ItemKind, PartyRef, Polarity, Quantity,
    ReaderRule, RegionCandidate, RegionRef, SourceLink, SourceRole, ValidTime,
};
use seisin_places::Gazetteer;
use std::ops::Range;

/// How many candidates of an ambiguous name are kept.
const MOST_CANDIDATES: usize = 8;

/// Words that deny or refuse; with one of them in its quote nothing is said to be so.
const DENIALS: [&str; 34] = [
    "not",
    "no",
    "never",
    "neither",
    "nor",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "without",
    "cannot",
    "n't",
    "n’t",
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "refute",
    "refutes",
    "refuted",
    "dispute",
    "disputes",
    "disputed",
    "dismissed",
    "dismisses",
    "false",
    "untrue",
    "baseless",
    "fake",
    "reject",
    "rejects",
    "rejected",
    "refused",
];

/// Takes candidates as claims, each if all it says stands in the document.
///
/// # Method
/// The quote must stand in the report as captured, or as repaired. The amount is read anew by this
/// reader and must give the same number in the same unit. Land and party must be known by the
/// phrases given, which must stand in the quote and in the document. A word of denial in the quote
/// forbids a claim that it is so, except for an answer to an offer, whose stance is such a word.
/// The document is looked through once, however many candidates there are.
///
/// # Errors
/// In the place of each candidate that does not pass, [`Refusal`] with the first thing that does
/// not hold.
pub fn admit(
    document: &Document,
    text: &str,
    vocabulary: &Vocabulary,
    candidates: &[&Candidate],
) -> Vec<Result<Claim, Refusal>> {
    if candidates.is_empty() {
        return Vec::new();
    }
    let survey = Survey::of(document, text, vocabulary, &ReadSettings::default());
    candidates
        .iter()
        .map(|candidate| {
            let quote = place(&survey.prepared, text, candidate)?;
            Gate { survey: &survey, text, vocabulary, quote }.claim(document, candidate)
        })
        .collect()
}

/// What a claim of a kind is nothing without.
fn needed(claim: &Claim) -> Result<(), Refusal> {
    let kind = claim.kind().word();
    let without = |needs| Err(Refusal::Incomplete { kind, needs });
    match claim.detail {
        Detail::Holding if claim.party.is_none() => without("a party"),
        Detail::Holding if claim.region.is_none() && claim.quantity.is_none() => {
            without("a land or an amount")
        }
        Detail::Change(_) | Detail::Title(_) if claim.region.is_none() => without("a land"),
        Detail::Casualties if claim.quantity.is_none() => without("a number"),
        Detail::Statement if claim.source.is_empty() => without("a speaker"),
        _ => Ok(()),
    }
}

/// Where the quote stands, in bytes of the repaired text.
fn place(prepared: &Prepared, text: &str, candidate: &Candidate) -> Result<Range<usize>, Refusal> {
    let none = || Refusal::NoQuote(candidate.quote.clone());
    let quote = candidate.quote.trim();
    if quote.is_empty() {
        return Err(none());
    }
    let exact = text.contains(quote);
    let mended = repair(quote).text;
    let found = [quote, mended.trim()].into_iter().find_map(|quote| {
        let start = prepared.text.find(quote).filter(|_| !quote.is_empty())?;
        Some(start..start + quote.len())
    });
    found.filter(|_| exact || prepared.text.contains(mended.trim())).ok_or_else(none)
}

struct Gate<'a> {
    survey: &'a Survey,
    text: &'a str,
    vocabulary: &'a Vocabulary,
    quote: Range<usize>,
}

impl Gate<'_> {
    fn claim(&self, document: &Document, candidate: &Candidate) -> Result<Claim, Refusal> {
        if matches!(candidate.reader.trim(), "" | "seisin") {
            return Err(Refusal::NoReader);
        }
        self.in_report(&candidate.quote)?;
        self.not_denied(candidate)?;
        let mut claim = Claim {
            id: ClaimId(String::new()),
            document: document.id,
            evidence: self.evidence(&candidate.quote)?,
            source: self.source(candidate.speaker.as_deref())?,
            modality: candidate.modality,
            hedges: Vec::new(),
            polarity: candidate.polarity,
            party: self.party("party", candidate.party.as_deref())?,
            counterparty: self.party("counterparty", candidate.counterparty.as_deref())?,
            region: self.region(candidate.region.as_deref())?,
            quantity: self.quantity(candidate.quantity.as_ref())?,
            valid: self.date(candidate.date.as_deref())?,
            detail: self.detail(&candidate.detail)?,
            reader: ReaderRule {
                id: candidate.reader.clone(),
                version: candidate.reader_version.clone(),
                rule: "candidate".to_owned(),
            },
        };
        needed(&claim)?;
        claim.id = claim.identify();
        Ok(claim)
    }

    /// The quote as it stands in the captured text.
    fn evidence(&self, quote: &str) -> Result<Evidence, Refusal> {
        let span = self.survey.prepared.span(self.quote.clone());
        let mut evidence =
            Evidence::at(self.text, span).ok_or_else(|| Refusal::NoQuote(quote.to_owned()))?;
        let repaired = self.words();
        evidence.repaired = (repaired != evidence.exact).then(|| repaired.to_owned());
        Ok(evidence)
    }

    fn words(&self) -> &str {
        self.survey.prepared.slice(self.quote.clone())
    }

    /// The quote must lie in sentences of the report itself.
    fn in_report(&self, quote: &str) -> Result<(), Refusal> {
        let mut touched = self.survey.prepared.sentences.iter().filter(|sentence| {
            sentence.range.start < self.quote.end && self.quote.start < sentence.range.end
        });
        if touched.clone().next().is_some() && touched.all(|sentence| sentence.zone.is_report()) {
            Ok(())
        } else {
            Err(Refusal::OutsideReport(quote.to_owned()))
        }
    }

    fn not_denied(&self, candidate: &Candidate) -> Result<(), Refusal> {
        let answers = matches!(
            candidate.detail,
            CandidateDetail::Response { .. } | CandidateDetail::Statement
        );
        if candidate.polarity == Polarity::Denied || answers {
            return Ok(());
        }
        let words = self.words().to_lowercase();
        let denial = words
            .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'))
            .find(|word| DENIALS.contains(word) || word.ends_with("n't") || word.ends_with("n’t"));
        denial.map_or(Ok(()), |word| Err(Refusal::Denied(word.to_owned())))
    }

    /// A phrase must stand in the quote.
    fn printed(&self, slot: &'static str, text: &str) -> Result<(), Refusal> {
        let inside = !text.trim().is_empty() && self.words().contains(text.trim());
        let wrong = || Refusal::NotPrinted { slot, text: text.to_owned(), place: "quote" };
        inside.then_some(()).ok_or_else(wrong)
    }

    /// A phrase must stand somewhere in the document.
    fn named(&self, slot: &'static str, text: &str) -> Result<(), Refusal> {
        let phrase = text.trim();
        let here = self.text.contains(phrase) || self.survey.prepared.text.contains(phrase);
        let wrong = || Refusal::NotPrinted { slot, text: text.to_owned(), place: "document" };
        (here && !phrase.is_empty()).then_some(()).ok_or_else(wrong)
    }

    fn party(&self, slot: &'static str, text: Option<&str>) -> Result<Option<PartyRef>, Refusal> {
        let Some(text) = text else { return Ok(None) };
        self.named(slot, text)?;
        let unknown = || Refusal::UnknownParty(text.to_owned());
        let phrase = text.trim();
        let parties = &self.vocabulary.parties;
        let (id, _) = parties.lookup(phrase).into_iter().next().ok_or_else(unknown)?;
        let name = parties.party(&id).map_or_else(|| phrase.to_owned(), |party| party.name.clone());
        Ok(Some(PartyRef { id, name, mention: phrase.to_owned() }))
    }

    fn region(&self, text: Option<&str>) -> Result<Option<RegionRef>, Refusal> {
        let Some(text) = text else { return Ok(None) };
        self.printed("land", text)?;
        let phrase = text.trim();
        let own = self.vocabulary.regions(phrase).to_vec();
        let candidates: Vec<RegionCandidate> = if own.is_empty() {
            let listed = Gazetteer::built_in().candidates_near(phrase, &self.survey.near);
            listed.iter().take(MOST_CANDIDATES).map(seisin_places::PlaceEntry::candidate).collect()
        } else {
            own
        };
        let first = candidates.first().ok_or_else(|| Refusal::UnknownLand(text.to_owned()))?;
        let (id, name) = (Some(first.id.clone()), first.name.clone());
        Ok(Some(RegionRef { id, name, mention: phrase.to_owned(), candidates }))
    }

    fn quantity(&self, amount: Option<&CandidateAmount>) -> Result<Option<Quantity>, Refusal> {
        let Some(amount) = amount else { return Ok(None) };
        self.printed("amount", &amount.text)?;
        let mentions = self.mentions(amount.text.trim());
        let first = mentions.first().ok_or_else(|| Refusal::NoAmount(amount.text.clone()))?;
        let same = mentions.iter().find(|mention| is_same(&mention.quantity, amount));
        same.map(|mention| Some(mention.quantity.clone())).ok_or_else(|| Refusal::OtherAmount {
            text: amount.text.clone(),
            found: format!("{} {}", first.quantity.value, first.quantity.unit.ucum()),
            proposed: format!("{} {}", amount.value, amount.unit),
        })
    }

    /// The amounts of the quote whose number stands within a phrase of it.
    fn mentions(&self, phrase: &str) -> Vec<&QuantityMention> {
        let places: Vec<Range<usize>> = self
            .words()
            .match_indices(phrase)
            .map(|(at, _)| self.quote.start + at..self.quote.start + at + phrase.len())
            .collect();
        let counts = |mention: &&QuantityMention| {
            let number = &mention.number;
            let measured = !matches!(mention.kind, MentionKind::Bare | MentionKind::UnknownUnit);
            measured
                && mention.range.end <= self.quote.end
                && places.iter().any(|p| p.start <= number.start && number.end <= p.end)
        };
        self.survey.views.iter().flat_map(|view| view.quantities.iter()).filter(counts).collect()
    }

    fn date(&self, text: Option<&str>) -> Result<Option<ValidTime>, Refusal> {
        let Some(text) = text else { return Ok(None) };
        self.named("date", text)?;
        let phrase = text.trim();
        let times = self.survey.views.iter().flat_map(|view| view.times.iter());
        let placed = times
            .filter(|time| {
                let words = self.survey.prepared.slice(time.range.clone());
                words.contains(phrase) || phrase.contains(words)
            })
            .min_by_key(|time| time.range.start.abs_diff(self.quote.start))
            .and_then(|time| Some((time.edtf?, time.rule.clone())));
        let (edtf, rule) = placed.ok_or_else(|| Refusal::UnplacedDate(text.to_owned()))?;
        Ok(Some(ValidTime { edtf, original_value: phrase.to_owned(), rule }))
    }

    fn source(&self, text: Option<&str>) -> Result<Vec<SourceLink>, Refusal> {
        let Some(text) = text else { return Ok(Vec::new()) };
        self.named("speaker", text)?;
        let name = text.trim().to_owned();
        let party = self.vocabulary.parties.lookup(&name).into_iter().next().map(|(id, _)| id);
        let role = SourceRole::Speaker;
        Ok(vec![SourceLink { name, role, party, cue: None, on: None, venue: None }])
    }

    fn detail(&self, detail: &CandidateDetail) -> Result<Detail, Refusal> {
        Ok(match detail {
            CandidateDetail::Holding => Detail::Holding,
            CandidateDetail::Change(action) => Detail::Change(*action),
            CandidateDetail::Title(action) => Detail::Title(*action),
            CandidateDetail::Casualties => Detail::Casualties,
            CandidateDetail::Statement => Detail::Statement,
            CandidateDetail::Offer { gives, asks, status } => Detail::Offer {
                gives: self.items(gives)?,
                asks: self.items(asks)?,
                ratio: None,
                status: *status,
            },
            CandidateDetail::Response { stance, about } => {
                self.named("offer answered", about)?;
                Detail::Response { stance: *stance, about: about.clone() }
            }
        })
    }

    fn items(&self, texts: &[String]) -> Result<Vec<Item>, Refusal> {
        let item = |text: &String| {
            self.printed("item", text)?;
            let kind = ItemKind::Other;
            Ok(Item { kind, region: None, quantity: None, text: text.clone(), vague: true })
        };
        texts.iter().map(item).collect()
    }
}

fn is_same(read: &Quantity, proposed: &CandidateAmount) -> bool {
    let close = (read.value - proposed.value).abs() <= read.value.abs() * 1e-9;
    close && read.unit.ucum() == proposed.unit.as_str()
}
