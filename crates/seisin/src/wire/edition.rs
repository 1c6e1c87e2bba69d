//! Editions on record as JSON, `seisin.edition/1`: one record an edition.

use crate::output::Record;
use seisin_answer::{EditionRow, FindingKind};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.edition/1";

/// One edition with what is to be known of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EditionJson {
    schema: &'static str,
    publisher: String,
    edition: String,
    edition_date: String,
    published: Option<String>,
    lag_days: Option<i32>,
    age_days: i32,
    features: usize,
    quarantined: usize,
    vertices: usize,
    findings: Vec<&'static str>,
    repeats: Option<String>,
    corrects: Option<String>,
    days_without: i32,
    profile: String,
    positional_error_m: Option<f64>,
    licence: String,
    file: String,
    source: String,
}

impl From<&EditionRow> for EditionJson {
    fn from(row: &EditionRow) -> Self {
        let edition = &row.edition;
        let (held, quarantined) = row.features;
        Self {
            schema: SCHEMA,
            publisher: edition.publisher.to_string(),
            edition: edition.id.to_string(),
            edition_date: edition.edition_date.to_string(),
            published: edition.published.map(|published| published.to_string()),
            lag_days: row.lag_days,
            age_days: row.age_days,
            features: held + quarantined,
            quarantined,
            vertices: row.vertices,
            findings: row.findings.iter().copied().map(FindingKind::word).collect(),
            repeats: row.repeats.as_ref().map(ToString::to_string),
            corrects: row.corrects.as_ref().map(ToString::to_string),
            days_without: row.days_without,
            profile: edition.profile.clone(),
            positional_error_m: edition.positional_error.map(seisin_core::Length::metres),
            licence: edition.licence.to_string(),
            file: edition.name.clone(),
            source: edition.source.to_string(),
        }
    }
}

impl Record for EditionJson {
    const COLUMNS: &'static [&'static str] = &[
        "publisher",
        "edition_date",
        "published",
        "lag_days",
        "age_days",
        "features",
        "vertices",
        "quarantined",
        "findings",
        "repeats",
        "corrects",
        "days_without",
        "licence",
        "edition",
        "source",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.publisher.clone(),
            self.edition_date.clone(),
            text(&self.published),
            self.lag_days.map(|days| days.to_string()).unwrap_or_default(),
            self.age_days.to_string(),
            self.features.to_string(),
            self.vertices.to_string(),
            self.quarantined.to_string(),
            self.findings.join(" "),
            text(&self.repeats),
            text(&self.corrects),
            self.days_without.to_string(),
            self.licence.clone(),
            self.edition.clone(),
            self.source.clone(),
        ]
    }
}
