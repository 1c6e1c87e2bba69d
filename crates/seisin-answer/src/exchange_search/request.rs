//! What is asked of a search for exchanges.

use crate::{check::MapsRequest, exchange::PeopleRequest};
use seisin_core::{Area, Date, PartyId};
use seisin_exchange::{Measure, RatioWindow, SearchSettings, Terms};
use std::time::Duration;

/// Whether land may change hands in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is divided into cells.
    Divided,
    /// All of it changes hands.
    Whole,
}

/// What one side might give: its holding in a land.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolRequest {
    /// Who.
    pub party: PartyId,
    /// Its holding in this land: a name or an identifier.
    pub region: String,
    /// In parts or as a whole.
    pub mode: Mode,
}

/// By what land is divided.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitsRequest {
    /// Strips, so many degrees of longitude wide.
    Strips(f64),
    /// The regions of a boundary set on record.
    Set(String),
    /// The land nearest to each settlement.
    Settlements,
    /// H3 cells of this resolution.
    H3(u8),
}

/// A search for exchanges.
#[derive(Debug, Clone)]
pub struct ExchangeSearchRequest {
    /// What each side might give.
    pub pools: [PoolRequest; 2],
    /// The day.
    pub on: Date,
    /// Which maps and boundaries; one publisher's map speaks for the day.
    pub maps: MapsRequest,
    /// By what land is divided.
    pub units: UnitsRequest,
    /// Where people are known to live.
    pub people: PeopleRequest,
    /// The ratios accepted.
    pub ratio: Option<RatioWindow>,
    /// By what the ratio is taken.
    pub by: Measure,
    /// The least land each side gives.
    pub least: Area,
    /// Demanded and kept cells, depth and least cell.
    pub terms: Terms,
    /// Seed, steps and how much is told.
    pub settings: SearchSettings,
    /// How long an exact solver may take to prove the first answer or better it; `None` for not at all.
    pub exact: Option<Duration>,
}
