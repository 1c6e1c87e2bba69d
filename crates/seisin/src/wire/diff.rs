//! What differs as JSON, `seisin.diff/1`: one record a party and land.

use super::figure::FigureJson;
use crate::output::Record;
use seisin_answer::{DiffPolygon, DiffRow, DiffSide, MeasuredDiff};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.diff/1";

/// What differs for one party in one land.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DiffJson {
    schema: &'static str,
    party: String,
    region: Option<String>,
    region_rule: String,
    boundary_set: Option<String>,
    before: SideJson,
    after: SideJson,
    gained_km2: Option<f64>,
    lost_km2: Option<f64>,
    change_km2: Option<f64>,
    polygons: Vec<PolygonJson>,
    reason: Option<String>,
    notes: Vec<String>,
}

/// One side of the comparison.
#[derive(Debug, Clone, Serialize)]
struct SideJson {
    on: String,
    publisher: String,
    known_on: Option<String>,
    edition: Option<String>,
    edition_date: Option<String>,
    published: Option<String>,
    age_days: Option<i32>,
    figure: Option<FigureJson>,
    positional_error_m: Option<f64>,
    licence: Option<String>,
}

/// One connected piece of land that differs; its shape stands in exports alone.
#[derive(Debug, Clone, Serialize)]
struct PolygonJson {
    sense: &'static str,
    area_km2: f64,
    lon: Option<f64>,
    lat: Option<f64>,
    near: Option<String>,
    near_id: Option<String>,
}

impl SideJson {
    fn of(side: &DiffSide, figure: Option<FigureJson>) -> Self {
        let edition = side.edition.as_ref();
        Self {
            on: side.day.to_string(),
            publisher: side.publisher.to_string(),
            known_on: side.known_on.map(|instant| instant.to_string()),
            edition: edition.map(|edition| edition.id.to_string()),
            edition_date: edition.map(|edition| edition.edition_date.to_string()),
            published: edition.and_then(|edition| Some(edition.published?.to_string())),
            age_days: edition.map(|edition| edition.age_days),
            figure,
            positional_error_m: side.positional_error.map(seisin_core::Length::metres),
            licence: side.licence.as_ref().map(ToString::to_string),
        }
    }
}

impl From<&DiffPolygon> for PolygonJson {
    fn from(polygon: &DiffPolygon) -> Self {
        Self {
            sense: polygon.sense.word(),
            area_km2: polygon.area.square_km(),
            lon: polygon.at.map(|at| at.lon),
            lat: polygon.at.map(|at| at.lat),
            near: polygon.near.as_ref().map(|(_, name)| name.clone()),
            near_id: polygon.near.as_ref().map(|(id, _)| id.to_string()),
        }
    }
}

impl From<&DiffRow> for DiffJson {
    fn from(row: &DiffRow) -> Self {
        let said = row.said.as_ref().ok();
        let figure = |of: fn(&MeasuredDiff) -> &seisin_answer::Figure| {
            said.map(|said| FigureJson::from(of(said)))
        };
        Self {
            schema: SCHEMA,
            party: row.party.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            region_rule: row.rule.phrase(),
            boundary_set: row.rule.boundary_set().map(ToOwned::to_owned),
            before: SideJson::of(&row.before, figure(|said| &said.before)),
            after: SideJson::of(&row.after, figure(|said| &said.after)),
            gained_km2: said.map(|said| said.gained.square_km()),
            lost_km2: said.map(|said| said.lost.square_km()),
            change_km2: said.map(|said| said.change().square_km()),
            polygons: said
                .map(|said| said.polygons.iter().map(PolygonJson::from).collect())
                .unwrap_or_default(),
            reason: row.said.as_ref().err().cloned(),
            notes: row.notes.clone(),
        }
    }
}

impl Record for DiffJson {
    const COLUMNS: &'static [&'static str] = &[
        "party",
        "region",
        "before",
        "before_edition",
        "before_km2",
        "after",
        "after_edition",
        "after_km2",
        "gained_km2",
        "lost_km2",
        "change_km2",
        "polygons",
        "boundary_set",
        "said",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let km2 = |value: Option<f64>| value.map(|km2| format!("{km2:.4}")).unwrap_or_default();
        let best = |side: &SideJson| km2(side.figure.as_ref().map(|figure| figure.area_km2.best));
        let side = |side: &SideJson| {
            let known = side.known_on.as_ref().map(|known| format!(" as known {known}"));
            format!("{} {}{}", side.publisher, side.on, known.unwrap_or_default())
        };
        let said = self.reason.iter().chain(&self.notes).cloned().collect::<Vec<_>>().join("; ");
        vec![
            self.party.clone(),
            text(&self.region),
            side(&self.before),
            text(&self.before.edition),
            best(&self.before),
            side(&self.after),
            text(&self.after.edition),
            best(&self.after),
            km2(self.gained_km2),
            km2(self.lost_km2),
            km2(self.change_km2),
            self.polygons.len().to_string(),
            text(&self.boundary_set),
            said,
        ]
    }
}
