//! Offers with their answers as JSON, `seisin.offer/1`.

use super::claim::ItemJson;
use super::offer_standing::{StandingJson, StatusJson, standing};
use crate::output::Record;
use seisin_core::{Date, Item, PartyRef};
use seisin_exchange::{Answer, Citation, Offer, Variant};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.offer/1";

/// An offer, its versions by source, and its answers.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfferJson {
    schema: &'static str,
    id: String,
    offerer: Option<String>,
    addressee: Option<String>,
    first_seen: Option<String>,
    on: Option<String>,
    status: Option<&'static str>,
    statuses: Vec<StatusJson>,
    standing: Vec<StandingJson>,
    gives: Vec<ItemJson>,
    asks: Vec<ItemJson>,
    conditions: Vec<String>,
    variants: Vec<VariantJson>,
    answers: Vec<AnswerJson>,
    denials: Vec<CitationJson>,
    counters: Option<CounterJson>,
    reports: usize,
    independent_origins: usize,
}

#[derive(Debug, Clone, Serialize)]
struct VariantJson {
    source: Option<String>,
    speaker: Option<String>,
    on: Option<String>,
    gives: Vec<ItemJson>,
    asks: Vec<ItemJson>,
    conditions: Vec<String>,
    vague: bool,
    ratio: Option<f64>,
    asked_over_given: Option<f64>,
    citations: Vec<CitationJson>,
}

#[derive(Debug, Clone, Serialize)]
struct AnswerJson {
    party: Option<String>,
    stance: &'static str,
    on: Option<String>,
    conditions: Vec<String>,
    rule: &'static str,
    reports: usize,
    independent_origins: usize,
    citations: Vec<CitationJson>,
}

#[derive(Debug, Clone, Serialize)]
struct CitationJson {
    claim: String,
    document: String,
    origin: String,
    publisher: Option<String>,
    quote: String,
    rule: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct CounterJson {
    offer: String,
    rule: &'static str,
}

fn items(items: &[Item]) -> Vec<ItemJson> {
    items.iter().map(ItemJson::from).collect()
}

pub(super) fn name(party: Option<&PartyRef>) -> Option<String> {
    party.map(|party| party.id.to_string())
}

impl OfferJson {
    /// The offer with its status and where each party stood at the end of a day, or at the last report.
    pub(crate) fn new(offer: &Offer, on: Option<Date>) -> Self {
        let fullest = offer.fullest();
        Self {
            on: on.map(|day| day.to_string()),
            statuses: offer.statuses.iter().map(StatusJson::from).collect(),
            standing: standing(offer, on),
            conditions: fullest.map(|variant| variant.conditions.clone()).unwrap_or_default(),
            schema: SCHEMA,
            id: offer.id.0.clone(),
            offerer: name(offer.offerer.as_ref()),
            addressee: name(offer.addressee.as_ref()),
            first_seen: offer.first_seen.map(|day| day.to_string()),
            status: offer.status_on(on).map(seisin_core::OfferStatus::word),
            gives: items(offer.gives()),
            asks: items(offer.asks()),
            variants: offer.variants.iter().map(VariantJson::from).collect(),
            answers: offer.answers.iter().map(AnswerJson::from).collect(),
            denials: offer.denials.iter().map(CitationJson::from).collect(),
            counters: offer.counters.as_ref().map(|counter| CounterJson {
                offer: counter.offer.0.clone(),
                rule: counter.rule.name(),
            }),
            reports: offer.reports(),
            independent_origins: offer.independent_origins(),
        }
    }
}

impl From<&Variant> for VariantJson {
    fn from(variant: &Variant) -> Self {
        Self {
            source: variant.citations.first().and_then(|citation| citation.publisher.clone()),
            speaker: variant.speaker.clone(),
            on: variant.on.as_ref().map(|on| on.edtf.to_string()),
            gives: items(&variant.gives),
            asks: items(&variant.asks),
            conditions: variant.conditions.clone(),
            vague: variant.is_vague(),
            ratio: variant.amount_ratio(),
            asked_over_given: variant.amount_ratio().filter(|ratio| *ratio > 0.0).map(f64::recip),
            citations: variant.citations.iter().map(CitationJson::from).collect(),
        }
    }
}

impl From<&Answer> for AnswerJson {
    fn from(answer: &Answer) -> Self {
        Self {
            party: name(answer.party.as_ref()),
            stance: answer.stance.word(),
            on: answer.on.as_ref().map(|on| on.edtf.to_string()),
            conditions: answer.conditions.clone(),
            rule: answer.rule.name(),
            reports: answer.reports(),
            independent_origins: answer.independent_origins(),
            citations: answer.citations.iter().map(CitationJson::from).collect(),
        }
    }
}

impl From<&Citation> for CitationJson {
    fn from(citation: &Citation) -> Self {
        Self {
            claim: citation.claim.to_string(),
            document: citation.document.to_string(),
            origin: citation.origin.to_string(),
            publisher: citation.publisher.clone(),
            quote: citation.quote.clone(),
            rule: citation.rule.name(),
        }
    }
}

/// Items in words; what they leave open is said.
fn words(items: &[ItemJson]) -> String {
    let words: Vec<String> = items.iter().map(ItemJson::words).collect();
    if words.is_empty() { "unspecified".to_owned() } else { words.join("; ") }
}

/// One version of an offer, as one source has it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct VersionJson {
    schema: &'static str,
    offer: String,
    version: usize,
    offerer: Option<String>,
    addressee: Option<String>,
    #[serde(flatten)]
    variant: VariantJson,
}

impl VersionJson {
    /// The versions of an offer, in the order of their reports.
    pub(crate) fn of(offer: &Offer) -> Vec<Self> {
        let version = |(at, variant): (usize, &Variant)| Self {
            schema: "seisin.offer-version/1",
            offer: offer.id.0.clone(),
            version: at + 1,
            offerer: name(offer.offerer.as_ref()),
            addressee: name(offer.addressee.as_ref()),
            variant: VariantJson::from(variant),
        };
        offer.variants.iter().enumerate().map(version).collect()
    }
}

impl Record for VersionJson {
    const COLUMNS: &'static [&'static str] = &[
        "offer",
        "version",
        "offerer",
        "source",
        "speaker",
        "on",
        "gives",
        "asks",
        "ratio",
        "asked_over_given",
        "conditions",
        "quote",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let variant = &self.variant;
        let quote = variant.citations.first().map(|citation| citation.quote.clone());
        vec![
            self.offer.clone(),
            self.version.to_string(),
            text(&self.offerer),
            text(&variant.source),
            text(&variant.speaker),
            text(&variant.on),
            words(&variant.gives),
            words(&variant.asks),
            variant.ratio.map(|ratio| format!("{ratio:.3}")).unwrap_or_default(),
            variant.asked_over_given.map(|ratio| format!("{ratio:.3}")).unwrap_or_default(),
            variant.conditions.join("; "),
            quote.unwrap_or_default(),
        ]
    }
}

impl OfferJson {
    fn answers_text(&self) -> String {
        let each: Vec<String> = self
            .answers
            .iter()
            .map(|answer| {
                let party = answer.party.as_deref().unwrap_or("a party not named");
                let on = answer.on.as_deref().map_or_else(String::new, |on| format!(" {on}"));
                let quote = answer.citations.first().map_or("", |citation| citation.quote.as_str());
                format!("{party}: {}{on} “{quote}” ({} reports)", answer.stance, answer.reports)
            })
            .collect();
        if each.is_empty() { "no answer on record".to_owned() } else { each.join("; ") }
    }
}

impl Record for OfferJson {
    const COLUMNS: &'static [&'static str] = &[
        "first_seen",
        "offerer",
        "addressee",
        "status",
        "gives",
        "asks",
        "conditions",
        "versions",
        "answers",
        "reports",
        "origins",
        "quote",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let quote = self.variants.first().and_then(|variant| variant.citations.first());
        vec![
            text(&self.first_seen),
            text(&self.offerer),
            text(&self.addressee),
            self.status.unwrap_or_default().to_owned(),
            words(&self.gives),
            words(&self.asks),
            self.conditions.join("; "),
            self.variants.len().to_string(),
            self.answers_text(),
            self.reports.to_string(),
            self.independent_origins.to_string(),
            quote.map(|citation| citation.quote.clone()).unwrap_or_default(),
        ]
    }
}
