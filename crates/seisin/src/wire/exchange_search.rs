//! What a search for exchanges came to as JSON, `seisin.exchange-search/1`.

use super::exchange_search_row::SearchRowJson;
use crate::output::Record;
use seisin_answer::{ExchangeSearchAnswer, LandRule};
use seisin_exchange::{DISCLAIMER, HYPOTHETICAL, HolderSide};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.exchange-search/1";

/// What a search says of law: nothing.
pub(crate) const LEGAL_STATUS: &str = "not decided here";

/// What a search came to.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SearchJson {
    schema: &'static str,
    hypothetical: &'static str,
    disclaimer: &'static str,
    publisher: String,
    edition: String,
    licence: String,
    on: String,
    known_on: Option<String>,
    sides: [SearchSideJson; 2],
    people_source: Option<String>,
    cells: usize,
    changeable: usize,
    /// No exchange costs less: people where they are known, else km of line.
    cost_at_least: Option<f64>,
    cost_unit: &'static str,
    /// (cost of the first − `cost_at_least`) / cost of the first.
    gap: Option<f64>,
    proven: bool,
    impossible: Option<String>,
    notes: Vec<String>,
    seed: u64,
    steps: u64,
    answers: Vec<SearchRowJson>,
    refused: Vec<SearchRowJson>,
}

/// One side: who holds the land, whose it is by the boundary set, and what is decided of it.
#[derive(Debug, Clone, Serialize)]
struct SearchSideJson {
    holds: String,
    region_rule: String,
    boundary_set: Option<String>,
    title_by_boundary_set: Option<String>,
    legal_status: &'static str,
    /// Pieces of its land that lay apart before: let be.
    apart_before: usize,
}

impl SearchSideJson {
    fn new(answer: &ExchangeSearchAnswer, index: usize) -> Self {
        let side = [HolderSide::First, HolderSide::Second][index];
        let rule: &LandRule = &answer.rules[index];
        Self {
            holds: answer.parties[index].to_string(),
            region_rule: rule.phrase(),
            boundary_set: rule.boundary_set().map(ToOwned::to_owned),
            title_by_boundary_set: answer.titles[index].as_ref().map(ToString::to_string),
            legal_status: LEGAL_STATUS,
            apart_before: answer.land.instance.pieces(side).saturating_sub(1),
        }
    }
}

impl SearchJson {
    pub(crate) fn new(answer: &ExchangeSearchAnswer) -> Self {
        let found = &answer.found;
        let rows = SearchRowJson::rows(answer);
        let (answers, refused) = rows.into_iter().partition(SearchRowJson::is_ranked);
        Self {
            schema: SCHEMA,
            hypothetical: HYPOTHETICAL,
            disclaimer: DISCLAIMER,
            publisher: answer.publisher.to_string(),
            edition: answer.edition.to_string(),
            licence: answer.licence.to_string(),
            on: answer.on.to_string(),
            known_on: answer.known_on.map(|instant| instant.to_string()),
            sides: [0, 1].map(|index| SearchSideJson::new(answer, index)),
            people_source: answer.people_source.clone(),
            cells: answer.land.instance.cells().len(),
            changeable: answer.land.instance.changeable(),
            cost_at_least: found.bound.cost.is_finite().then_some(found.bound.cost),
            cost_unit: cost_unit(answer),
            gap: found.gap,
            proven: found.proven,
            impossible: found.bound.impossible.clone(),
            notes: answer.notes.clone(),
            seed: answer.seed,
            steps: found.steps,
            answers,
            refused,
        }
    }
}

/// What an exchange is to cost little of.
pub(crate) fn cost_unit(answer: &ExchangeSearchAnswer) -> &'static str {
    if answer.land.instance.knows_people() { "people" } else { "km of line" }
}

impl Record for SearchJson {
    const COLUMNS: &'static [&'static str] = SearchRowJson::COLUMNS;

    fn cells(&self) -> Vec<String> {
        self.answers.first().map(Record::cells).unwrap_or_default()
    }
}
