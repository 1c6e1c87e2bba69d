//! The land that each side would give in an exchange found, as rows of an export.

use super::{exchange_search::LEGAL_STATUS, exchange_search_row::people_text};
use crate::output::Record;
use seisin_answer::{ExchangeSearchAnswer, RankedExchange};
use seisin_exchange::{DISCLAIMER, HYPOTHETICAL};
use serde::Serialize;

/// What one side would give in one exchange found.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GivenLandJson {
    rank: usize,
    on: String,
    holds: String,
    would_hold: String,
    people: Option<f64>,
    people_source: Option<String>,
    area_km2: f64,
    ratio: Option<f64>,
    line_before_km: f64,
    line_after_km: f64,
    pareto: bool,
    cells: Vec<String>,
    publisher: String,
    map_version: String,
    boundary_set: Option<String>,
    title_by_boundary_set: Option<String>,
    legal_status: &'static str,
    licence: String,
    hypothetical: &'static str,
    disclaimer: &'static str,
}

impl GivenLandJson {
    /// What the side gives in the exchange of that rank.
    pub(crate) fn new(
        answer: &ExchangeSearchAnswer,
        (rank, one): (usize, &RankedExchange),
        side: usize,
    ) -> Self {
        let all = answer.land.instance.cells();
        let own = one.found.cells.iter().filter(|cell| all[**cell].holder.index() == side);
        let figures = &one.found.figures;
        Self {
            rank,
            on: answer.on.to_string(),
            holds: answer.parties[side].to_string(),
            would_hold: answer.parties[1 - side].to_string(),
            people: figures.people[side],
            people_source: answer.people_source.clone(),
            area_km2: one.effect.sides[side].gives.best / 1e6,
            ratio: figures.ratio,
            line_before_km: figures.line_km[0],
            line_after_km: figures.line_km[1],
            pareto: one.found.on_pareto_front,
            cells: own.map(|cell| all[*cell].name.clone()).collect(),
            publisher: answer.publisher.to_string(),
            map_version: answer.edition.to_string(),
            boundary_set: answer.rules[side].boundary_set().map(ToOwned::to_owned),
            title_by_boundary_set: answer.titles[side].as_ref().map(ToString::to_string),
            legal_status: LEGAL_STATUS,
            licence: answer.licence.to_string(),
            hypothetical: HYPOTHETICAL,
            disclaimer: DISCLAIMER,
        }
    }
}

impl Record for GivenLandJson {
    const COLUMNS: &'static [&'static str] = &[
        "rank",
        "on",
        "holds",
        "would_hold",
        "people",
        "people_source",
        "area_km2",
        "ratio",
        "line_before_km",
        "line_after_km",
        "pareto",
        "cells",
        "publisher",
        "map_version",
        "boundary_set",
        "title_by_boundary_set",
        "legal_status",
        "licence",
        "hypothetical",
        "disclaimer",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.rank.to_string(),
            self.on.clone(),
            self.holds.clone(),
            self.would_hold.clone(),
            people_text(self.people),
            text(&self.people_source),
            format!("{:.6}", self.area_km2),
            self.ratio.map(|ratio| format!("{ratio:.6}")).unwrap_or_default(),
            format!("{:.6}", self.line_before_km),
            format!("{:.6}", self.line_after_km),
            self.pareto.to_string(),
            self.cells.join("; "),
            self.publisher.clone(),
            self.map_version.clone(),
            text(&self.boundary_set),
            text(&self.title_by_boundary_set),
            self.legal_status.to_owned(),
            self.licence.clone(),
            self.hypothetical.to_owned(),
            self.disclaimer.to_owned(),
        ]
    }
}
