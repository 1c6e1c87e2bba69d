//! What a search for exchanges came to.

use crate::land::LandRule;
use seisin_core::{Date, EditionId, Licence, PartyId, PublisherId, Timestamp};
use seisin_exchange::{Effect, ExchangeFound, Found, LandInstance};
use seisin_measure::Shape;

/// An exchange found, with its land measured apart from the search.
#[derive(Debug, Clone)]
pub struct RankedExchange {
    /// The answer of the search.
    pub found: ExchangeFound,
    /// What its land measures.
    pub effect: Effect,
    /// The land each side would give.
    pub given: [Shape; 2],
}

/// What a search came to.
#[derive(Debug, Clone)]
pub struct ExchangeSearchAnswer {
    /// Whose map.
    pub publisher: PublisherId,
    /// Which edition.
    pub edition: EditionId,
    /// Its terms.
    pub licence: Licence,
    /// The day.
    pub on: Date,
    /// The state of knowledge it is searched by.
    pub known_on: Option<Timestamp>,
    /// The two sides.
    pub parties: [PartyId; 2],
    /// The land in which each side might give, by how it was cut.
    pub rules: [LandRule; 2],
    /// Whose that land is as the boundary set states it: title, apart from who holds it.
    pub titles: [Option<PartyId>; 2],
    /// The seed of the search.
    pub seed: u64,
    /// Who says how many people live where; `None` where nobody does.
    pub people_source: Option<String>,
    /// The cells with their land.
    pub land: LandInstance,
    /// What a reader has to know beside the figures.
    pub notes: Vec<String>,
    /// What the search found.
    pub found: Found,
    /// The answers, measured.
    pub ranked: Vec<RankedExchange>,
}
