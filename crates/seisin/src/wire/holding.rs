//! Holdings as JSON, `seisin.holding/1`: who holds how much of what, by which map.

use super::figure::{BandJson, FigureJson};
use crate::output::Record;
use seisin_answer::HoldingRow;
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.holding/1";

/// One holding of one party by one publisher's map on one day.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct HoldingJson {
    schema: &'static str,
    on: String,
    party: String,
    region: Option<String>,
    region_rule: String,
    boundary_set: Option<String>,
    publisher: String,
    edition: String,
    edition_date: String,
    published: Option<String>,
    age_days: i32,
    figure: FigureJson,
    positional_error_m: Option<f64>,
    licence: String,
    known_on: Option<String>,
}

impl From<&HoldingRow> for HoldingJson {
    fn from(row: &HoldingRow) -> Self {
        Self {
            schema: SCHEMA,
            on: row.day.to_string(),
            party: row.party.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            region_rule: row.rule.phrase(),
            boundary_set: row.rule.boundary_set().map(ToOwned::to_owned),
            publisher: row.publisher.to_string(),
            edition: row.edition.id.to_string(),
            edition_date: row.edition.edition_date.to_string(),
            published: row.edition.published.map(|published| published.to_string()),
            age_days: row.edition.age_days,
            figure: FigureJson::from(&row.figure),
            positional_error_m: row.positional_error.map(seisin_core::Length::metres),
            licence: row.licence.to_string(),
            known_on: row.known_on.map(|instant| instant.to_string()),
        }
    }
}

impl Record for HoldingJson {
    const COLUMNS: &'static [&'static str] = &[
        "on",
        "party",
        "region",
        "publisher",
        "edition_date",
        "age_days",
        "area_km2",
        "low",
        "best",
        "high",
        "area_mi2",
        "known_on",
        "boundary_set",
        "licence",
        "missing",
    ];

    fn cells(&self) -> Vec<String> {
        let BandJson { low, best, .. } = self.figure.area_km2;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.on.clone(),
            self.party.clone(),
            text(&self.region),
            self.publisher.clone(),
            self.edition_date.clone(),
            self.age_days.to_string(),
            format!("{best:.4}"),
            format!("{low:.4}"),
            format!("{best:.4}"),
            self.figure.high_cell(),
            format!("{:.3}", self.figure.area_mi2.best),
            text(&self.known_on),
            text(&self.boundary_set),
            self.licence.clone(),
            self.figure.missing_cell(),
        ]
    }
}
