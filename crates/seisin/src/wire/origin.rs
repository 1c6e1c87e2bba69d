//! Origins with their copies as JSON, `seisin.origin/1`: a row a report.

use crate::output::Record;
use seisin_answer::{OriginAnswer, TopicOrigin};
use seisin_core::Document;
use seisin_read::origins::{Drift, Member, Printed, Reason};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.origin/1";

/// A report with its place in the cluster of its copies.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OriginJson {
    schema: &'static str,
    origin: String,
    reports: usize,
    document: String,
    path: String,
    publisher: Option<String>,
    published: Option<String>,
    relation: &'static str,
    follows: Option<String>,
    reasons: Vec<String>,
    drifts: Vec<DriftJson>,
    /// Where a claim was asked for: whether this origin makes the very claim or only speaks of its
    /// topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    agrees: Option<bool>,
}

#[derive(Debug, Clone, Serialize)]
struct DriftJson {
    earliest: PrintedJson,
    member: PrintedJson,
}

#[derive(Debug, Clone, Serialize)]
struct PrintedJson {
    claim: Option<String>,
    bound: &'static str,
    value: f64,
    unit: String,
    words: String,
}

impl OriginJson {
    /// A row for each report of an origin, earliest first.
    pub(crate) fn members(answer: &OriginAnswer) -> Vec<Self> {
        let reports = answer.origin.members.len();
        answer
            .reports()
            .map(|(member, document)| Self::row(answer, reports, member, document))
            .collect()
    }

    /// A row for each report of an origin on a claim's topic.
    pub(crate) fn on_topic(topic: &TopicOrigin) -> Vec<Self> {
        let rows = Self::members(&topic.answer).into_iter();
        rows.map(|row| Self { agrees: Some(topic.agrees), ..row }).collect()
    }

    fn row(answer: &OriginAnswer, reports: usize, member: &Member, document: &Document) -> Self {
        Self {
            schema: SCHEMA,
            origin: answer.origin.earliest.to_string(),
            reports,
            document: document.id.to_string(),
            path: document.path.clone(),
            publisher: document.publisher.clone(),
            published: document.published.map(|published| published.to_string()),
            relation: member.relation.word(),
            follows: member.follows.map(|follows| follows.to_string()),
            reasons: member.reasons.iter().map(reason_text).collect(),
            drifts: member.drifts.iter().map(DriftJson::from).collect(),
            agrees: None,
        }
    }
}

/// A sign of copying as a phrase.
fn reason_text(reason: &Reason) -> String {
    match reason {
        Reason::SharedWording { share } => format!("shares {:.0} % of its wording", share * 100.0),
        Reason::SharedPhrase { words } => format!("shares the words “{words}”"),
        Reason::SharedQuotation { words } => format!("shares the quotation “{words}”"),
        Reason::SharedFigure { words } => format!("shares the figure “{words}”"),
        Reason::Credit { words } => format!("credits it: “{words}”"),
        Reason::SharedNames { words } => format!("shares the names {}", words.join(", ")),
        Reason::SameOrder { shared } => format!("tells {shared} things in the same order"),
        other => format!("{other:?}"),
    }
}

impl From<&Drift> for DriftJson {
    fn from(drift: &Drift) -> Self {
        Self { earliest: (&drift.earliest).into(), member: (&drift.member).into() }
    }
}

impl From<&Printed> for PrintedJson {
    fn from(printed: &Printed) -> Self {
        Self {
            claim: printed.claim.as_ref().map(ToString::to_string),
            bound: printed.bound.word(),
            value: printed.value,
            unit: printed.unit.clone(),
            words: printed.words.clone(),
        }
    }
}

impl Record for OriginJson {
    const COLUMNS: &'static [&'static str] =
        &["origin", "reports", "path", "publisher", "published", "relation", "reasons", "drift"];

    fn cells(&self) -> Vec<String> {
        let drifts: Vec<String> = self
            .drifts
            .iter()
            .map(|drift| format!("“{}” became “{}”", drift.earliest.words, drift.member.words))
            .collect();
        vec![
            self.origin.chars().take(19).collect(),
            self.reports.to_string(),
            self.path.clone(),
            self.publisher.clone().unwrap_or_default(),
            self.published.clone().unwrap_or_default(),
            self.relation.to_owned(),
            self.reasons.join("; "),
            drifts.join("; "),
        ]
    }
}
