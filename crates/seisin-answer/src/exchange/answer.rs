//! An exchange measured on one publisher's map.

use super::{request::NamedSite, standing::Standing, stated::StatedAnswer};
use crate::measured::Figure;
use seisin_core::{Date, Licence, PartyId, PublisherId};
use seisin_exchange::{Basis, Effect};
use seisin_measure::Shape;

/// An exchange measured on one publisher's map.
#[derive(Debug, Clone)]
pub struct ExchangeAnswer {
    /// Whose map.
    pub publisher: PublisherId,
    /// Its terms.
    pub licence: Licence,
    /// The terms of the boundary sets that cut the land, by their names.
    pub boundary_licences: Vec<(String, Licence)>,
    /// The day.
    pub on: Date,
    /// What each side gives, item by item.
    pub items: Vec<ItemAnswer>,
    /// Whose the land of either side is, is held, and is claimed.
    pub standing: Vec<Standing>,
    /// What the exchange would measure, or why it cannot be told from this map.
    pub effect: Result<Effect, String>,
    /// The sites of the caller's list on the land of either side; empty where no list was given.
    pub sites: Vec<Vec<NamedSite>>,
    /// The list they come from; `None` where none was given.
    pub sites_source: Option<String>,
    /// Figures stated for what a side gives, beside what it measures.
    pub stated: Vec<StatedAnswer>,
    /// The land of either side, as it would change hands.
    pub shapes: Vec<Shape>,
}

/// One item of what a side gives.
#[derive(Debug, Clone)]
pub struct ItemAnswer {
    /// Who gives it.
    pub party: PartyId,
    /// Where its land comes from.
    pub basis: Basis,
    /// How it was cut, in a phrase.
    pub rule: String,
    /// How much it is, and which part of its own base.
    pub figure: Figure,
}
