//! The annotation record `seisin.annotation/1` as JSON.

use super::claim::DocumentJson;
use crate::output::Record;
use schemars::JsonSchema;
use seisin_core::{Document, SourceLink, TextSpan};
use seisin_read::text::{Annotated, Annotation, PlaceCandidate};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.annotation/1";

/// Something the reader sees at one place of a text, whether or not a claim comes of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "seisin.annotation/1")]
pub(crate) struct AnnotationJson {
    /// The schema's name and version.
    schema: &'static str,
    /// Its number among the document's annotations, from 0.
    number: usize,
    /// The document it stands in.
    document: DocumentJson,
    /// The first code point of the text as captured.
    start: usize,
    /// One past its last code point.
    end: usize,
    /// The words there, damage included.
    exact: String,
    /// Which rule saw it.
    rule: String,
    #[serde(flatten)]
    what: WhatJson,
}

/// What stands there, by its type.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
enum WhatJson {
    /// An amount.
    Quantity {
        /// `area`, `share`, `length`, `count`, `money`, `duration`, `age` or `other`.
        kind: &'static str,
        /// The sense of the number.
        bound: &'static str,
        /// The number.
        value: f64,
        /// The upper end of a range.
        high: Option<f64>,
        /// UCUM code, or the counted noun.
        unit: String,
        /// The number in SI units.
        si_value: f64,
        /// Those units.
        si_unit: String,
        /// The whole of a share, as printed.
        of: Option<String>,
    },
    /// An expression of time.
    Time {
        /// EDTF level 1, where the day can be told.
        edtf: Option<String>,
        /// Its first day.
        start_day: Option<String>,
        /// One past its last day.
        end_day: Option<String>,
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        timex_type: &'static str,
        /// The value in ISO-TimeML.
        timex_value: String,
        /// The day it counts from, with where that was taken from.
        anchor: String,
    },
    /// The name of a land or a settlement.
    Place {
        /// What it may stand for, best first.
        candidates: Vec<PlaceJson>,
        /// The party it stands for here.
        metonym: Option<String>,
    },
    /// The name of a party, its force, its leader.
    Party {
        /// The party.
        id: String,
        /// Its name in English.
        name: String,
        /// In which role the word stands for it.
        role: &'static str,
    },
    /// A quotation between marks.
    Quotation {
        /// `direct` where it could stand as a sentence, else `mixed`.
        kind: &'static str,
        /// Who speaks.
        speaker: Option<SpeakerJson>,
    },
    /// Somebody is said to say something.
    Attribution {
        /// The words of saying.
        cue: Option<SpanJson>,
        /// The words that name the source.
        source: Option<SpanJson>,
        /// What is said.
        content: Option<SpanJson>,
        /// Who says it.
        speaker: Option<SpeakerJson>,
        /// The number of the attribution within whose content this one stands.
        nested_in: Option<usize>,
    },
    /// A part of the page that is not the report's own voice.
    Furniture {
        /// `subscription`, `cookie`, `trackback`, `comment`, `caption`, `byline` or `navigation`.
        kind: &'static str,
    },
    /// Characters that were put right.
    Repair {
        /// The characters as captured.
        original: String,
        /// As they are read.
        repaired: String,
        /// How they came to be damaged.
        cause: &'static str,
    },
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct PlaceJson {
    id: String,
    name: String,
    /// Degrees north, WGS 84.
    lat: Option<f64>,
    /// Degrees east, WGS 84.
    lon: Option<f64>,
    kind: Option<&'static str>,
    country: Option<String>,
    /// How likely a report means it; comparable within one list.
    score: u16,
    rule: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct SpeakerJson {
    name: String,
    party: Option<String>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct SpanJson {
    start: usize,
    end: usize,
}

impl AnnotationJson {
    /// The record of the `number`th annotation of `document`.
    pub(crate) fn new(number: usize, annotation: Annotation, document: &Document) -> Self {
        let Annotation { span, exact, rule, what } = annotation;
        let what = WhatJson::of(what, &exact);
        let (start, end, schema) = (span.start, span.end, SCHEMA);
        Self { schema, number, document: document.into(), start, end, exact, rule, what }
    }
}

impl WhatJson {
    fn of(what: Annotated, exact: &str) -> Self {
        match what {
            Annotated::Quantity(mention) => {
                let quantity = mention.quantity;
                Self::Quantity {
                    kind: mention.kind.word(),
                    bound: quantity.bound.word(),
                    value: quantity.value,
                    high: quantity.high,
                    unit: quantity.unit.ucum().into_owned(),
                    si_value: quantity.si_value(),
                    si_unit: quantity.unit.si_unit().ucum().into_owned(),
                    of: quantity.of,
                }
            }
            Annotated::Time { mention, anchor } => {
                let (start, end) = mention.edtf.as_ref().map_or((None, None), |edtf| edtf.bounds());
                Self::Time {
                    edtf: mention.edtf.map(|edtf| edtf.to_string()),
                    start_day: start.map(|day| day.to_string()),
                    end_day: end.map(|day| day.to_string()),
                    timex_type: mention.kind.word(),
                    timex_value: mention.timex_value,
                    anchor,
                }
            }
            Annotated::Place { candidates, metonym } => Self::Place {
                candidates: candidates.into_iter().map(PlaceJson::from).collect(),
                metonym: metonym.map(|party| party.to_string()),
            },
            Annotated::Party { id, name, role } => {
                Self::Party { id: id.to_string(), name, role: role.word() }
            }
            Annotated::Quotation { kind, speaker } => {
                Self::Quotation { kind: kind.word(), speaker: speaker.map(SpeakerJson::from) }
            }
            Annotated::Attribution { cue, source, content, speaker, nested_in } => {
                Self::Attribution {
                    cue: cue.map(SpanJson::from),
                    source: source.map(SpanJson::from),
                    content: content.map(SpanJson::from),
                    speaker: speaker.map(SpeakerJson::from),
                    nested_in,
                }
            }
            Annotated::Repair { repaired, cause } => {
                Self::Repair { original: exact.to_owned(), repaired, cause: cause.word() }
            }
            Annotated::Furniture(kind) => {
                Self::Furniture { kind: kind.word().unwrap_or("navigation") }
            }
            _ => Self::Furniture { kind: "navigation" },
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::Quantity { .. } => "quantity",
            Self::Time { .. } => "time",
            Self::Place { .. } => "place",
            Self::Party { .. } => "party",
            Self::Quotation { .. } => "quotation",
            Self::Attribution { .. } => "attribution",
            Self::Furniture { .. } => "furniture",
            Self::Repair { .. } => "repair",
        }
    }

    /// What it comes to, for a table.
    fn value(&self) -> String {
        match self {
            Self::Quantity { bound, value, unit, .. } => format!("{bound} {value} {unit}"),
            Self::Time { edtf, timex_value, .. } => edtf.as_ref().unwrap_or(timex_value).clone(),
            Self::Place { candidates, .. } => {
                candidates.first().map(|place| place.id.clone()).unwrap_or_default()
            }
            Self::Party { id, .. } => id.clone(),
            Self::Quotation { speaker, .. } | Self::Attribution { speaker, .. } => {
                speaker.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default()
            }
            Self::Furniture { kind } => (*kind).to_owned(),
            Self::Repair { repaired, .. } => repaired.clone(),
        }
    }
}

impl From<PlaceCandidate> for PlaceJson {
    fn from(place: PlaceCandidate) -> Self {
        Self {
            id: place.id.to_string(),
            name: place.name,
            lat: place.position.map(|(lat, _)| lat),
            lon: place.position.map(|(_, lon)| lon),
            kind: place.kind.map(seisin_places::PlaceKind::word),
            country: place.country.map(|country| country.to_string()),
            score: place.score,
            rule: place.rule,
        }
    }
}

impl From<SourceLink> for SpeakerJson {
    fn from(link: SourceLink) -> Self {
        Self { name: link.name, party: link.party.map(|party| party.to_string()) }
    }
}

impl From<TextSpan> for SpanJson {
    fn from(span: TextSpan) -> Self {
        Self { start: span.start, end: span.end }
    }
}

impl Record for AnnotationJson {
    const COLUMNS: &'static [&'static str] = &["type", "start", "end", "exact", "value", "rule"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.what.word().to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.exact.replace(['\n', '\r'], " "),
            self.what.value(),
            self.rule.clone(),
        ]
    }
}
