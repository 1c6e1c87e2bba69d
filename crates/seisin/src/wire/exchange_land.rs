//! The land of an exchange as rows with shapes, for other programs.

use crate::output::Record;
use seisin_answer::ExchangeAnswer;
use seisin_core::{Area, Band, PartyId};
use seisin_exchange::{DISCLAIMER, HYPOTHETICAL};
use serde::Serialize;

/// A stretch of land in an exchange; every row says what it is not.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExchangeLandJson {
    on: String,
    party: String,
    part: &'static str,
    area_km2: f64,
    low: Option<f64>,
    high: Option<f64>,
    publisher: String,
    licence: String,
    hypothetical: &'static str,
    disclaimer: &'static str,
}

impl ExchangeLandJson {
    /// A row for a part of what a party gives or holds, not yet measured.
    pub(crate) fn new(answer: &ExchangeAnswer, party: &PartyId, part: &'static str) -> Self {
        Self {
            on: answer.on.to_string(),
            party: party.to_string(),
            part,
            area_km2: 0.0,
            low: None,
            high: None,
            publisher: answer.publisher.to_string(),
            licence: answer.licence.to_string(),
            hypothetical: HYPOTHETICAL,
            disclaimer: DISCLAIMER,
        }
    }

    /// The row with an area and its error.
    pub(crate) fn of(self, band: Band) -> Self {
        let km2 = |square_metres: f64| square_metres * 1e-6;
        Self {
            area_km2: km2(band.best),
            low: Some(km2(band.low)),
            high: Some(km2(band.high)),
            ..self
        }
    }

    /// The row with an area of which no error is told.
    pub(crate) fn measuring(self, area: Area) -> Self {
        Self { area_km2: area.square_km(), ..self }
    }
}

impl Record for ExchangeLandJson {
    const COLUMNS: &'static [&'static str] = &[
        "on",
        "party",
        "part",
        "area_km2",
        "low",
        "high",
        "publisher",
        "licence",
        "hypothetical",
        "disclaimer",
    ];

    fn cells(&self) -> Vec<String> {
        let known = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        vec![
            self.on.clone(),
            self.party.clone(),
            self.part.to_owned(),
            self.area_km2.to_string(),
            known(self.low),
            known(self.high),
            self.publisher.clone(),
            self.licence.clone(),
            self.hypothetical.to_owned(),
            self.disclaimer.to_owned(),
        ]
    }
}
