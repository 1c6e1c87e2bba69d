//! The line of contact as JSON, `seisin.contact/1`.

use crate::output::Record;
use seisin_answer::{ContactFigure, ContactRow};
use seisin_core::Length;
use seisin_measure::Position;
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.contact/1";

/// How it is measured, with every answer.
const METHOD: &str = "edges of both territories that run along each other (within 0.1 mm), each \
    measured once on WGS 84, straight in longitude and latitude; decided where both parties have \
    land beside it as far as lines of map and boundary may be off together. A line is the longer the \
    finer it is drawn: compare lengths of one publisher alone.";

/// The line of contact by one publisher's map on one day.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactJson {
    schema: &'static str,
    on: String,
    first_party: String,
    second_party: String,
    region: Option<String>,
    region_rule: String,
    publisher: String,
    edition: String,
    edition_date: String,
    age_days: i32,
    length_km: Option<f64>,
    decided_km: Option<f64>,
    undecided_km: Option<f64>,
    lines_may_be_off_m: Option<f64>,
    positional_error_m: Option<f64>,
    boundary_set: Option<String>,
    licence: String,
    known_on: Option<String>,
    method: &'static str,
    reason: Option<String>,
    notes: Vec<String>,
}

impl From<&ContactRow> for ContactJson {
    fn from(row: &ContactRow) -> Self {
        let figure = row.said.as_ref().ok();
        let [first, second] = &row.parties;
        let cut = row.rule.boundary_set().map(ToOwned::to_owned);
        Self {
            schema: SCHEMA,
            on: row.day.to_string(),
            first_party: first.to_string(),
            second_party: second.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            region_rule: row.rule.phrase(),
            publisher: row.publisher.to_string(),
            edition: row.edition.id.to_string(),
            edition_date: row.edition.edition_date.to_string(),
            age_days: row.edition.age_days,
            length_km: figure.map(|figure| figure.length.km()),
            decided_km: figure.map(|figure| figure.decided.km()),
            undecided_km: figure.map(|figure| figure.undecided.km()),
            lines_may_be_off_m: figure.map(|figure| figure.off.metres()),
            positional_error_m: row.positional_error.map(Length::metres),
            boundary_set: row.boundary.as_ref().map(|(set, _)| set.clone()).or(cut),
            licence: row.licence.to_string(),
            known_on: row.known_on.map(|instant| instant.to_string()),
            method: METHOD,
            reason: row.said.as_ref().err().cloned(),
            notes: row.notes.clone(),
        }
    }
}

/// The columns of a line of contact.
const COLUMNS: [&str; 15] = [
    "on",
    "first_party",
    "second_party",
    "region",
    "publisher",
    "edition_date",
    "age_days",
    "length_km",
    "decided_km",
    "undecided_km",
    "lines_may_be_off_m",
    "known_on",
    "boundary_set",
    "licence",
    "said",
];

/// Those of a part of a line: its own two, then the line's.
const LINE_COLUMNS: [&str; COLUMNS.len() + 2] = {
    let mut all = ["kind"; COLUMNS.len() + 2];
    all[1] = "part_km";
    all.split_at_mut(2).1.copy_from_slice(&COLUMNS);
    all
};

impl Record for ContactJson {
    const COLUMNS: &'static [&'static str] = &COLUMNS;

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let km = |value: Option<f64>| value.map(|km| format!("{km:.3}")).unwrap_or_default();
        vec![
            self.on.clone(),
            self.first_party.clone(),
            self.second_party.clone(),
            text(&self.region),
            self.publisher.clone(),
            self.edition_date.clone(),
            self.age_days.to_string(),
            km(self.length_km),
            km(self.decided_km),
            km(self.undecided_km),
            self.lines_may_be_off_m.map(|metres| format!("{metres:.0}")).unwrap_or_default(),
            text(&self.known_on),
            text(&self.boundary_set),
            self.licence.clone(),
            self.reason.iter().chain(&self.notes).cloned().collect::<Vec<_>>().join("; "),
        ]
    }
}

/// The decided or the undecided part of a line of contact, as a row of an export.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactLineJson {
    #[serde(flatten)]
    of: ContactJson,
    kind: &'static str,
    part_km: f64,
    #[serde(skip)]
    course: Vec<Vec<Position>>,
}

impl ContactLineJson {
    /// The part with land of both parties beside it.
    pub(crate) fn decided(row: &ContactRow, figure: &ContactFigure) -> Self {
        let (of, part_km) = (ContactJson::from(row), figure.decided.km());
        Self { of, kind: "decided", part_km, course: figure.lines.clone() }
    }

    /// The rest of it.
    pub(crate) fn undecided(row: &ContactRow, figure: &ContactFigure) -> Self {
        let (of, part_km) = (ContactJson::from(row), figure.undecided.km());
        Self { of, kind: "undecided", part_km, course: figure.undecided_lines.clone() }
    }

    /// Its lines from end to end.
    pub(crate) fn course(&self) -> &[Vec<Position>] {
        &self.course
    }
}

impl Record for ContactLineJson {
    const COLUMNS: &'static [&'static str] = &LINE_COLUMNS;

    fn cells(&self) -> Vec<String> {
        let own = [self.kind.to_owned(), format!("{:.3}", self.part_km)];
        own.into_iter().chain(self.of.cells()).collect()
    }
}
