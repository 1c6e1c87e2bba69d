//! Series as JSON, `seisin.series/1`: one row a party, land, publisher and day.

use super::figure::{BandJson, FigureJson};
use crate::output::Record;
use seisin_answer::{SeriesFlag, SeriesFlagKind, SeriesRow};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.series/1";

/// One row of a series.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SeriesJson {
    schema: &'static str,
    date: String,
    party: String,
    region: Option<String>,
    region_rule: String,
    boundary_set: Option<String>,
    publisher: Option<String>,
    map_version: Option<String>,
    edition_date: Option<String>,
    published: Option<String>,
    map_age_days: Option<i32>,
    figure: Option<FigureJson>,
    reason: Option<String>,
    change_km2: Option<f64>,
    source_switch: bool,
    scope_change: bool,
    flags: Vec<FlagJson>,
    positional_error_m: Option<f64>,
    licence: Option<String>,
    known_on: Option<String>,
}

/// Something to know before comparing two rows.
#[derive(Debug, Clone, Serialize)]
struct FlagJson {
    kind: &'static str,
    sentence: String,
}

impl From<&SeriesFlag> for FlagJson {
    fn from(flag: &SeriesFlag) -> Self {
        Self { kind: flag.kind.word(), sentence: flag.sentence.clone() }
    }
}

impl From<&SeriesRow> for SeriesJson {
    fn from(row: &SeriesRow) -> Self {
        let edition = row.edition.as_ref();
        Self {
            schema: SCHEMA,
            date: row.day.to_string(),
            party: row.party.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            region_rule: row.rule.phrase(),
            boundary_set: row.rule.boundary_set().map(ToOwned::to_owned),
            publisher: row.publisher.as_ref().map(ToString::to_string),
            map_version: edition.map(|edition| edition.id.to_string()),
            edition_date: edition.map(|edition| edition.edition_date.to_string()),
            published: edition.and_then(|edition| Some(edition.published?.to_string())),
            map_age_days: edition.map(|edition| edition.age_days),
            figure: row.said.as_ref().ok().map(FigureJson::from),
            reason: row.said.as_ref().err().cloned(),
            change_km2: row.change.map(seisin_core::Area::square_km),
            source_switch: row.has(SeriesFlagKind::SourceSwitch),
            scope_change: row.has(SeriesFlagKind::ScopeChange),
            flags: row.flags.iter().map(FlagJson::from).collect(),
            positional_error_m: row.positional_error.map(seisin_core::Length::metres),
            licence: row.licence.as_ref().map(ToString::to_string),
            known_on: row.known_on.map(|instant| instant.to_string()),
        }
    }
}

impl Record for SeriesJson {
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "party",
        "region",
        "publisher",
        "map_version",
        "area_km2",
        "low",
        "best",
        "high",
        "change_km2",
        "map_age_days",
        "source_switch",
        "scope_change",
        "flags",
        "known_on",
        "boundary_set",
        "licence",
        "missing",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let area = self.figure.as_ref().map(|figure| figure.area_km2);
        let amount = |of: fn(BandJson) -> f64| area.map_or_else(String::new, |band| four(of(band)));
        let mut flags: Vec<&str> = self.flags.iter().map(|flag| flag.kind).collect();
        flags.dedup();
        vec![
            self.date.clone(),
            self.party.clone(),
            text(&self.region),
            text(&self.publisher),
            text(&self.map_version),
            amount(|band| band.best),
            amount(|band| band.low),
            amount(|band| band.best),
            self.figure.as_ref().map(FigureJson::high_cell).unwrap_or_default(),
            self.change_km2.map(four).unwrap_or_default(),
            self.map_age_days.map(|days| days.to_string()).unwrap_or_default(),
            self.source_switch.to_string(),
            self.scope_change.to_string(),
            flags.join(" "),
            text(&self.known_on),
            text(&self.boundary_set),
            text(&self.licence),
            self.figure.as_ref().map(FigureJson::missing_cell).unwrap_or_default(),
        ]
    }
}

/// A number of km² to a tenth of a hectare; a change too small for that is none.
fn four(km2: f64) -> String {
    let text = format!("{km2:.4}");
    if text == "-0.0000" { "0.0000".to_owned() } else { text }
}
