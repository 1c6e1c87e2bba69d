//! What an exchange would measure as JSON, `seisin.exchange/1`.

use super::{
    exchange_methods::{METHODS, MethodJson},
    exchange_parts::{
        AccessJson, ItemJson, NeckJson, SettlementJson, SitesJson, StandingJson, StatedJson,
    },
    figure::{BandJson, km2, mi2},
};
use crate::output::Record;
use seisin_answer::ExchangeAnswer;
use seisin_core::Length;
use seisin_exchange::{
    Basis, Change, Count, DISCLAIMER, Effect, Figure, HYPOTHETICAL, SideEffect, Territory,
};
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
    items: Vec<ItemJson>,
    sides: Vec<SideJson>,
    standing: Vec<StandingJson>,
    sites: SitesJson,
    stated: Vec<StatedJson>,
    ratio: FigureJson<BandJson>,
    line_km: FigureJson<ChangeJson<f64>>,
    notes: Vec<String>,
    methods: &'static [MethodJson],
}

/// A figure, or why there is none.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FigureJson<T> {
    value: Option<T>,
    missing: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChangeJson<T> {
    before: T,
    after: T,
}

#[derive(Debug, Clone, Serialize)]
struct SideJson {
    party: String,
    gives: BasisJson,
    people: FigureJson<CountJson>,
    settlements: FigureJson<CountJson>,
    settlements_listed: Vec<SettlementJson>,
    access_to_a_town: FigureJson<AccessJson>,
    area_km2: BandJson,
    area_mi2: BandJson,
    pieces_given: usize,
    territory: FigureJson<ChangeJson<TerritoryJson>>,
    enclaves_by_order: FigureJson<ChangeJson<Vec<usize>>>,
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
    range: Option<[u64; 2]>,
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
    moment_of_inertia: Option<f64>,
    neck: Option<NeckJson>,
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

impl FigureJson<CountJson> {
    /// The count where there is one; empty, never zero, where nobody counted.
    fn cell(&self) -> String {
        self.value.as_ref().map(|count| count.count.to_string()).unwrap_or_default()
    }
}

impl From<&ExchangeAnswer> for ExchangeJson {
    fn from(answer: &ExchangeAnswer) -> Self {
        let shell = Self {
            schema: SCHEMA,
            publisher: answer.publisher.to_string(),
            licence: answer.licence.to_string(),
            on: Some(answer.on.to_string()),
            known_on: None,
            hypothetical: Some(HYPOTHETICAL),
            disclaimer: Some(DISCLAIMER),
            unmeasured: answer.effect.as_ref().err().cloned(),
            items: answer.items.iter().map(ItemJson::from).collect(),
            sides: Vec::new(),
            standing: answer.standing.iter().map(StandingJson::from).collect(),
            sites: SitesJson::from(answer),
            stated: answer.stated.iter().map(StatedJson::from).collect(),
            ratio: FigureJson::none("not measured"),
            line_km: FigureJson::none("not measured"),
            notes: Vec::new(),
            methods: &METHODS,
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
            settlements_listed: side.listed.iter().map(SettlementJson::from).collect(),
            access_to_a_town: FigureJson::new(&side.access, |access| AccessJson::from(access)),
            area_km2: km2(side.gives),
            area_mi2: mi2(side.gives),
            pieces_given: side.pieces_given,
            territory: FigureJson::new(&side.territory, |change| ChangeJson {
                before: TerritoryJson::from(&change.before),
                after: TerritoryJson::from(&change.after),
            }),
            enclaves_by_order: FigureJson::new(&side.enclaves, |change| ChangeJson {
                before: change.before.by_order.clone(),
                after: change.after.by_order.clone(),
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
        Self {
            count: count.count,
            range: count.range,
            bound: count.bound.word(),
            source: count.source.clone(),
        }
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
            moment_of_inertia: territory.moment,
            neck: territory.neck.as_ref().map(NeckJson::from),
        }
    }
}

impl Record for ExchangeJson {
    const COLUMNS: &'static [&'static str] = &[
        "publisher",
        "on",
        "first",
        "first_people",
        "first_settlements",
        "first_km2",
        "second",
        "second_people",
        "second_settlements",
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
        let people = |index| side(index).map(|side| side.people.cell()).unwrap_or_default();
        let places = |index| side(index).map(|side| side.settlements.cell()).unwrap_or_default();
        let line = self.line_km.value.as_ref();
        vec![
            self.publisher.clone(),
            self.on.clone().unwrap_or_default(),
            what(0),
            people(0),
            places(0),
            area(0),
            what(1),
            people(1),
            places(1),
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
