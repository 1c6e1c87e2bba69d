//! The claim record `seisin.claim/1` as JSON.

use crate::output::Record;
use schemars::JsonSchema;
use seisin_core::{
    Claim, Detail, Document, Evidence, Item, PartyRef, Quantity, RegionRef, SourceLink, ValidTime,
};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.claim/1";

/// One claim, as every surface shows it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct ClaimJson {
    schema: &'static str,
    id: String,
    kind: &'static str,
    document: Option<DocumentJson>,
    evidence: EvidenceJson,
    source: Vec<SourceJson>,
    modality: &'static str,
    hedges: Vec<String>,
    polarity: &'static str,
    party: Option<PartyJson>,
    counterparty: Option<PartyJson>,
    region: Option<RegionJson>,
    quantity: Option<QuantityJson>,
    valid: Option<ValidJson>,
    action: Option<&'static str>,
    gives: Option<Vec<ItemJson>>,
    asks: Option<Vec<ItemJson>>,
    ratio: Option<RatioJson>,
    status: Option<&'static str>,
    stance: Option<&'static str>,
    about: Option<String>,
    reader: ReaderJson,
}

/// What is known of the document a claim stands in.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct DocumentJson {
    pub(crate) id: String,
    path: String,
    uri: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    licence: Option<String>,
    origin: Option<String>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct EvidenceJson {
    start: usize,
    end: usize,
    exact: String,
    prefix: String,
    suffix: String,
    repaired: Option<String>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct SourceJson {
    name: String,
    role: &'static str,
    party: Option<String>,
    cue: Option<String>,
    on: Option<String>,
    venue: Option<String>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct PartyJson {
    id: String,
    name: String,
    mention: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct RegionJson {
    id: Option<String>,
    name: String,
    mention: String,
    candidates: Vec<CandidateJson>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct CandidateJson {
    id: String,
    name: String,
    rule: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct QuantityJson {
    kind: &'static str,
    bound: &'static str,
    value: f64,
    high: Option<f64>,
    unit: String,
    si_value: f64,
    si_unit: String,
    of: Option<String>,
    frame: Option<String>,
    original_value: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct ValidJson {
    edtf: String,
    start: Option<String>,
    end: Option<String>,
    original_value: String,
    rule: String,
}

/// One thing an offer gives or asks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct ItemJson {
    kind: &'static str,
    region: Option<RegionJson>,
    quantity: Option<QuantityJson>,
    text: String,
    vague: bool,
}

impl ItemJson {
    /// The item in words, with what they leave open.
    pub(crate) fn words(&self) -> String {
        let land = matches!(self.kind, "area" | "named_place" | "share");
        let mark = match (self.vague, land && self.quantity.is_none()) {
            (true, _) => " (vague)",
            (false, true) => " (no amount named)",
            (false, false) => "",
        };
        format!("{}{mark}", self.text)
    }
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct RatioJson {
    value: f64,
    basis: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct ReaderJson {
    id: String,
    version: String,
    rule: String,
}

impl ClaimJson {
    /// The record of `claim`, standing in `document`; `None` for a sentence typed in.
    pub(crate) fn new(claim: &Claim, document: Option<&Document>) -> Self {
        let detail = DetailJson::from(&claim.detail);
        Self {
            schema: SCHEMA,
            id: claim.id.to_string(),
            kind: claim.kind().word(),
            document: document.map(DocumentJson::from),
            evidence: EvidenceJson::from(&claim.evidence),
            source: claim.source.iter().map(SourceJson::from).collect(),
            modality: claim.modality.word(),
            hedges: claim.hedges.clone(),
            polarity: claim.polarity.word(),
            party: claim.party.as_ref().map(PartyJson::from),
            counterparty: claim.counterparty.as_ref().map(PartyJson::from),
            region: claim.region.as_ref().map(RegionJson::from),
            quantity: claim.quantity.as_ref().map(QuantityJson::from),
            valid: claim.valid.as_ref().map(ValidJson::from),
            action: detail.action,
            gives: detail.gives,
            asks: detail.asks,
            ratio: detail.ratio,
            status: detail.status,
            stance: detail.stance,
            about: detail.about,
            reader: ReaderJson {
                id: claim.reader.id.clone(),
                version: claim.reader.version.clone(),
                rule: claim.reader.rule.clone(),
            },
        }
    }
}

impl Record for ClaimJson {
    const COLUMNS: &'static [&'static str] = &[
        "id", "kind", "party", "action", "region", "bound", "value", "unit", "valid", "speaker",
        "modality", "polarity", "document", "start", "end", "quote",
    ];

    fn cells(&self) -> Vec<String> {
        let quantity = self.quantity.as_ref();
        let party = |party: &Option<PartyJson>| {
            party.as_ref().map(|party| party.id.clone()).unwrap_or_default()
        };
        let region = self.region.as_ref();
        let act = [self.action, self.status, self.stance].into_iter().flatten().next();
        let path = self.document.as_ref().map(|document| document.path.clone());
        vec![
            self.id.clone(),
            self.kind.to_owned(),
            party(&self.party),
            act.unwrap_or_default().to_owned(),
            region.map(|region| region.name.clone()).unwrap_or_default(),
            quantity.map(|quantity| quantity.bound.to_owned()).unwrap_or_default(),
            quantity.map(|quantity| quantity.value.to_string()).unwrap_or_default(),
            quantity.map(|quantity| quantity.unit.clone()).unwrap_or_default(),
            self.valid.as_ref().map(|valid| valid.edtf.clone()).unwrap_or_default(),
            self.source.last().map(|source| source.name.clone()).unwrap_or_default(),
            self.modality.to_owned(),
            self.polarity.to_owned(),
            path.unwrap_or_default(),
            self.evidence.start.to_string(),
            self.evidence.end.to_string(),
            self.evidence.exact.replace(['\n', '\r'], " "),
        ]
    }
}

#[derive(Default)]
struct DetailJson {
    action: Option<&'static str>,
    gives: Option<Vec<ItemJson>>,
    asks: Option<Vec<ItemJson>>,
    ratio: Option<RatioJson>,
    status: Option<&'static str>,
    stance: Option<&'static str>,
    about: Option<String>,
}

impl From<&Detail> for DetailJson {
    fn from(detail: &Detail) -> Self {
        match detail {
            Detail::Holding | Detail::Casualties | Detail::Statement => Self::default(),
            Detail::Change(action) => Self { action: Some(action.word()), ..Self::default() },
            Detail::Title(action) => Self { action: Some(action.word()), ..Self::default() },
            Detail::Offer { gives, asks, ratio, status } => Self {
                gives: Some(gives.iter().map(ItemJson::from).collect()),
                asks: Some(asks.iter().map(ItemJson::from).collect()),
                ratio: ratio
                    .as_ref()
                    .map(|ratio| RatioJson { value: ratio.value, basis: ratio.basis.clone() }),
                status: Some(status.word()),
                ..Self::default()
            },
            Detail::Response { stance, about } => {
                Self { stance: Some(stance.word()), about: Some(about.clone()), ..Self::default() }
            }
        }
    }
}

impl From<&Document> for DocumentJson {
    fn from(document: &Document) -> Self {
        Self {
            id: document.id.to_string(),
            path: document.path.clone(),
            uri: document.uri.clone(),
            publisher: document.publisher.clone(),
            published: document.published.map(|published| published.to_string()),
            updated: document.updated.map(|updated| updated.to_string()),
            licence: document.licence.as_ref().map(ToString::to_string),
            origin: document.origin.map(|origin| origin.to_string()),
        }
    }
}

impl From<&Evidence> for EvidenceJson {
    fn from(evidence: &Evidence) -> Self {
        Self {
            start: evidence.span.start,
            end: evidence.span.end,
            exact: evidence.exact.clone(),
            prefix: evidence.prefix.clone(),
            suffix: evidence.suffix.clone(),
            repaired: evidence.repaired.clone(),
        }
    }
}

impl From<&SourceLink> for SourceJson {
    fn from(link: &SourceLink) -> Self {
        Self {
            name: link.name.clone(),
            role: link.role.word(),
            party: link.party.as_ref().map(ToString::to_string),
            cue: link.cue.clone(),
            on: link.on.map(|on| on.to_string()),
            venue: link.venue.clone(),
        }
    }
}

impl From<&PartyRef> for PartyJson {
    fn from(party: &PartyRef) -> Self {
        Self { id: party.id.to_string(), name: party.name.clone(), mention: party.mention.clone() }
    }
}

impl From<&RegionRef> for RegionJson {
    fn from(region: &RegionRef) -> Self {
        let candidate = |candidate: &seisin_core::RegionCandidate| CandidateJson {
            id: candidate.id.to_string(),
            name: candidate.name.clone(),
            rule: candidate.rule.clone(),
        };
        Self {
            id: region.id.as_ref().map(ToString::to_string),
            name: region.name.clone(),
            mention: region.mention.clone(),
            candidates: region.candidates.iter().map(candidate).collect(),
        }
    }
}

impl From<&Quantity> for QuantityJson {
    fn from(quantity: &Quantity) -> Self {
        Self {
            kind: quantity.kind.word(),
            bound: quantity.bound.word(),
            value: quantity.value,
            high: quantity.high,
            unit: quantity.unit.ucum().into_owned(),
            si_value: quantity.si_value(),
            si_unit: quantity.unit.si_unit().ucum().into_owned(),
            of: quantity.of.clone(),
            frame: quantity.frame.clone(),
            original_value: quantity.original_value.clone(),
        }
    }
}

impl From<&ValidTime> for ValidJson {
    fn from(valid: &ValidTime) -> Self {
        let (start, end) = valid.edtf.bounds();
        Self {
            edtf: valid.edtf.to_string(),
            start: start.map(|day| day.to_string()),
            end: end.map(|day| day.to_string()),
            original_value: valid.original_value.clone(),
            rule: valid.rule.clone(),
        }
    }
}

impl From<&Item> for ItemJson {
    fn from(item: &Item) -> Self {
        Self {
            kind: item.kind.word(),
            region: item.region.as_ref().map(RegionJson::from),
            quantity: item.quantity.as_ref().map(QuantityJson::from),
            text: item.text.clone(),
            vague: item.vague,
        }
    }
}
