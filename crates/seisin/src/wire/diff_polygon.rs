//! The pieces of land that differ, as rows of an export.

use crate::output::Record;
use seisin_answer::{DiffPolygon, DiffRow, DiffSide};
use serde::Serialize;

/// One connected piece of land that differs, with what it is a piece of.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DiffPolygonJson {
    party: String,
    region: Option<String>,
    before: String,
    before_edition: Option<String>,
    after: String,
    after_edition: Option<String>,
    sense: &'static str,
    area_km2: f64,
    lon: Option<f64>,
    lat: Option<f64>,
    near: Option<String>,
    boundary_set: Option<String>,
    licence: String,
}

impl DiffPolygonJson {
    /// One piece of what differs.
    pub(crate) fn of(row: &DiffRow, polygon: &DiffPolygon) -> Self {
        let side = |side: &DiffSide| {
            let known = side.known_on.map(|known| format!(" as known {known}"));
            format!("{} {}{}", side.publisher, side.day, known.unwrap_or_default())
        };
        let edition = |side: &DiffSide| side.edition.as_ref().map(|edition| edition.id.to_string());
        let mut licences: Vec<String> = [&row.before, &row.after]
            .into_iter()
            .filter_map(|side| side.licence.as_ref().map(ToString::to_string))
            .collect();
        licences.dedup();
        Self {
            party: row.party.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            before: side(&row.before),
            before_edition: edition(&row.before),
            after: side(&row.after),
            after_edition: edition(&row.after),
            sense: polygon.sense.word(),
            area_km2: polygon.area.square_km(),
            lon: polygon.at.map(|at| at.lon),
            lat: polygon.at.map(|at| at.lat),
            near: polygon.near.as_ref().map(|(id, name)| format!("{name} ({id})")),
            boundary_set: row.rule.boundary_set().map(ToOwned::to_owned),
            licence: licences.join("; "),
        }
    }
}

impl Record for DiffPolygonJson {
    const COLUMNS: &'static [&'static str] = &[
        "party",
        "region",
        "before",
        "before_edition",
        "after",
        "after_edition",
        "sense",
        "area_km2",
        "lon",
        "lat",
        "near",
        "boundary_set",
        "licence",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let degrees =
            |value: Option<f64>| value.map(|degrees| format!("{degrees:.6}")).unwrap_or_default();
        vec![
            self.party.clone(),
            text(&self.region),
            self.before.clone(),
            text(&self.before_edition),
            self.after.clone(),
            text(&self.after_edition),
            self.sense.to_owned(),
            format!("{:.6}", self.area_km2),
            degrees(self.lon),
            degrees(self.lat),
            text(&self.near),
            text(&self.boundary_set),
            self.licence.clone(),
        ]
    }
}
