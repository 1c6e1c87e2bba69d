//! Who is shown to hold points as JSON, `seisin.point/1`, and counts of them, `seisin.point-count/1`.

use crate::output::Record;
use seisin_answer::{NamedSite, PointHeld, PointRow};
use seisin_core::{Length, PartyId};
use serde::Serialize;
use std::collections::BTreeMap;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.point/1";

/// That of the counts.
pub(crate) const COUNT_SCHEMA: &str = "seisin.point-count/1";

/// One point on one day by one publisher's map.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PointJson {
    schema: &'static str,
    on: String,
    name: String,
    kind: Option<String>,
    lon: f64,
    lat: f64,
    publisher: String,
    edition: String,
    edition_date: String,
    age_days: i32,
    held: &'static str,
    party: Option<String>,
    parties: Vec<String>,
    from_line_m: Option<f64>,
    positional_error_m: Option<f64>,
    licence: String,
    known_on: Option<String>,
    reason: Option<String>,
}

/// What is told of a point, in one word, with the parties and the reason.
fn told(held: &PointHeld) -> (&'static str, &[PartyId], Option<&str>) {
    match held {
        PointHeld::By(parties) if parties.len() > 1 => ("several", parties, None),
        PointHeld::By(parties) => ("held", parties, None),
        PointHeld::NotShown => ("not_shown", &[], None),
        PointHeld::Undecided(parties) => ("undecided", parties, None),
        PointHeld::Outside(reason) => ("outside_coverage", &[], Some(reason)),
    }
}

fn named(parties: &[PartyId]) -> Vec<String> {
    parties.iter().map(ToString::to_string).collect()
}

impl PointJson {
    /// A row with the point it is about.
    pub(crate) fn of(row: &PointRow, site: &NamedSite) -> Self {
        let (held, parties, reason) = told(&row.held);
        let parties = named(parties);
        Self {
            schema: SCHEMA,
            on: row.day.to_string(),
            name: site.name.clone(),
            kind: Some(site.kind.clone()).filter(|kind| !kind.is_empty()),
            lon: site.at.lon,
            lat: site.at.lat,
            publisher: row.publisher.to_string(),
            edition: row.edition.id.to_string(),
            edition_date: row.edition.edition_date.to_string(),
            age_days: row.edition.age_days,
            held,
            party: (!parties.is_empty()).then(|| parties.join(", ")),
            parties,
            from_line_m: row.from_line.map(Length::metres),
            positional_error_m: row.positional_error.map(Length::metres),
            licence: row.licence.to_string(),
            known_on: row.known_on.map(|instant| instant.to_string()),
            reason: reason.map(ToOwned::to_owned),
        }
    }
}

impl Record for PointJson {
    const COLUMNS: &'static [&'static str] = &[
        "on",
        "name",
        "site_kind",
        "lon",
        "lat",
        "publisher",
        "edition_date",
        "age_days",
        "held",
        "shown_party",
        "from_line_m",
        "positional_error_m",
        "known_on",
        "licence",
        "said",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let metres = |value: Option<f64>| value.map(|m| format!("{m:.0}")).unwrap_or_default();
        vec![
            self.on.clone(),
            self.name.clone(),
            text(&self.kind),
            self.lon.to_string(),
            self.lat.to_string(),
            self.publisher.clone(),
            self.edition_date.clone(),
            self.age_days.to_string(),
            self.held.to_owned(),
            text(&self.party),
            metres(self.from_line_m),
            metres(self.positional_error_m),
            text(&self.known_on),
            self.licence.clone(),
            text(&self.reason),
        ]
    }
}

/// How many points are told alike.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PointCountJson {
    schema: &'static str,
    on: String,
    publisher: String,
    edition_date: String,
    held: &'static str,
    party: Option<String>,
    points: usize,
    positional_error_m: Option<f64>,
    licence: String,
}

impl PointCountJson {
    /// The points of rows, counted by day, publisher and what is told of them.
    pub(crate) fn count(rows: &[PointRow]) -> Vec<Self> {
        let mut counts: BTreeMap<_, (usize, &PointRow)> = BTreeMap::new();
        for row in rows {
            let (held, parties, _) = told(&row.held);
            let key = (row.publisher.clone(), row.day, held, named(parties).join(", "));
            counts.entry(key).or_insert((0, row)).0 += 1;
        }
        let count = |((publisher, day, held, party), (points, row)): ((_, _, _, String), _)| Self {
            schema: COUNT_SCHEMA,
            on: seisin_core::Date::to_string(&day),
            publisher: seisin_core::PublisherId::to_string(&publisher),
            edition_date: PointRow::clone(row).edition.edition_date.to_string(),
            held,
            party: (!party.is_empty()).then_some(party),
            points,
            positional_error_m: row.positional_error.map(Length::metres),
            licence: row.licence.to_string(),
        };
        counts.into_iter().map(count).collect()
    }
}

impl Record for PointCountJson {
    const COLUMNS: &'static [&'static str] =
        &["on", "publisher", "edition_date", "held", "shown_party", "points", "licence"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.on.clone(),
            self.publisher.clone(),
            self.edition_date.clone(),
            self.held.to_owned(),
            self.party.clone().unwrap_or_default(),
            self.points.to_string(),
            self.licence.clone(),
        ]
    }
}
