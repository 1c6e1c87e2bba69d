//! What an exchange would measure as JSON, `seisin.exchange/1`.

use super::figure::{BandJson, km2, mi2};
use crate::output::Record;
use seisin_answer::ExchangeAnswer;
use seisin_core::Length;
use seisin_exchange::{Basis, Change, Count, Effect, Figure, SideEffect, Territory};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.exchange/1";

/// An exchange measured on one publisher's map.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExchangeJson {
    schema: &'static str,
    publisher: String,
    licence: String,
    on: Option<String>,
    known_on: Option<String>,
    hypothetical: Option<&'static str>,
    disclaimer: Option<&'static str>,
    unmeasured: Option<String>,
    sides: Vec<SideJson>,
    ratio: FigureJson<BandJson>,
    line_km: FigureJson<ChangeJson<f64>>,
    notes: Vec<String>,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, Serialize)]
struct FigureJson<T> {
    value: Option<T>,
    missing: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
struct ChangeJson<T> {
    before: T,
    after: T,
}

#[derive(Debug, Clone, Serialize)]
struct SideJson {
    party: String,
    gives: BasisJson,
    people: FigureJson<CountJson>,
    settlements: FigureJson<CountJson>,
    area_km2: BandJson,
    area_mi2: BandJson,
    pieces_given: usize,
    territory: FigureJson<ChangeJson<TerritoryJson>>,
}

#[derive(Debug, Clone, Serialize)]
struct BasisJson {
    what: String,
    publisher: Option<String>,
    edition: Option<String>,
    edition_date: Option<String>,
    boundary_set: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct CountJson {
    count: u64,
    bound: &'static str,
    source: String,
}

#[derive(Debug, Clone, Serialize)]
struct TerritoryJson {
    area_km2: f64,
    perimeter_km: f64,
    pieces: usize,
    holes: usize,
    polsby_popper: Option<f64>,
}

impl<T> FigureJson<T> {
    fn new<U>(figure: &Figure<U>, known: impl FnOnce(&U) -> T) -> Self {
        Self {
            value: figure.known().map(known),
            missing: figure.missing().map(seisin_exchange::Missing::phrase),
        }
    }

    const fn none(missing: &'static str) -> Self {
        Self { value: None, missing: Some(missing) }
    }
}

impl From<&ExchangeAnswer> for ExchangeJson {
    fn from(answer: &ExchangeAnswer) -> Self {
        let shell = Self {
            schema: SCHEMA,
            publisher: answer.publisher.to_string(),
            licence: answer.licence.to_string(),
            on: None,
            known_on: None,
            hypothetical: None,
            disclaimer: None,
            unmeasured: answer.effect.as_ref().err().cloned(),
            sides: Vec::new(),
            ratio: FigureJson::none("not measured"),
            line_km: FigureJson::none("not measured"),
            notes: Vec::new(),
        };
        match &answer.effect {
            Ok(effect) => shell.measured(effect),
            Err(_) => shell,
        }
    }
}

impl ExchangeJson {
    fn measured(self, effect: &Effect) -> Self {
        Self {
            on: effect.on.map(|day| day.to_string()),
            known_on: effect.known_on.map(|instant| instant.to_string()),
            hypothetical: Some(effect.hypothetical),
            disclaimer: Some(effect.disclaimer),
            sides: effect.sides.iter().map(SideJson::from).collect(),
            ratio: FigureJson::new(&effect.ratio, |ratio| (*ratio).into()),
            line_km: FigureJson::new(&effect.line, |line: &Change<Length>| ChangeJson {
                before: line.before.km(),
                after: line.after.km(),
            }),
            notes: effect.notes.clone(),
            ..self
        }
    }
}

impl From<&SideEffect> for SideJson {
    fn from(side: &SideEffect) -> Self {
        Self {
            party: side.party.to_string(),
            gives: BasisJson::from(&side.basis),
            people: FigureJson::new(&side.people, |count| CountJson::from(count)),
            settlements: FigureJson::new(&side.settlements, |count| CountJson::from(count)),
            area_km2: km2(side.gives),
            area_mi2: mi2(side.gives),
            pieces_given: side.pieces_given,
            territory: FigureJson::new(&side.territory, |change| ChangeJson {
                before: TerritoryJson::from(&change.before),
                after: TerritoryJson::from(&change.after),
            }),
        }
    }
}

impl From<&Basis> for BasisJson {
    fn from(basis: &Basis) -> Self {
        Self {
            what: basis.what.clone(),
            publisher: basis.publisher.as_ref().map(ToString::to_string),
            edition: basis.edition.as_ref().map(ToString::to_string),
            edition_date: basis.edition_date.map(|day| day.to_string()),
            boundary_set: basis.boundary_set.clone(),
        }
    }
}

impl From<&Count> for CountJson {
    fn from(count: &Count) -> Self {
        Self { count: count.count, bound: count.bound.word(), source: count.source.clone() }
    }
}

impl From<&Territory> for TerritoryJson {
    fn from(territory: &Territory) -> Self {
        Self {
            area_km2: territory.area.square_km(),
            perimeter_km: territory.perimeter.km(),
            pieces: territory.pieces,
            holes: territory.holes,
            polsby_popper: territory.polsby_popper(),
        }
    }
}

impl Record for ExchangeJson {
    const COLUMNS: &'static [&'static str] = &[
        "publisher",
        "on",
        "first",
        "first_km2",
        "second",
        "second_km2",
        "ratio",
        "line_before_km",
        "line_after_km",
        "note",
    ];

    fn cells(&self) -> Vec<String> {
        let side = |index: usize| self.sides.get(index);
        let what = |index| side(index).map(|side| side.gives.what.clone()).unwrap_or_default();
        let area = |index| {
            side(index).map(|side| format!("{:.3}", side.area_km2.best)).unwrap_or_default()
        };
        let line = self.line_km.value.as_ref();
        vec![
            self.publisher.clone(),
            self.on.clone().unwrap_or_default(),
            what(0),
            area(0),
            what(1),
            area(1),
            self.ratio.value.map(|ratio| format!("{:.4}", ratio.best)).unwrap_or_default(),
            line.map(|line| format!("{:.3}", line.before)).unwrap_or_default(),
            line.map(|line| format!("{:.3}", line.after)).unwrap_or_default(),
            self.unmeasured
                .clone()
                .or_else(|| self.hypothetical.map(str::to_owned))
                .unwrap_or_default(),
        ]
    }
}
