//! A question for an exchange.

use super::people::PeopleRequest;
use crate::check::MapsRequest;
use seisin_core::{Area, Date, PartyId};
use seisin_measure::{Position, Shape};

/// What a party would give.
#[derive(Debug, Clone, PartialEq)]
pub struct GiveRequest {
    /// Who gives.
    pub party: PartyId,
    /// What.
    pub what: GiveWhat,
    /// The day whose map shows the land, where it is not the day of the exchange.
    pub on: Option<Date>,
}

/// Land as it is named.
#[derive(Debug, Clone, PartialEq)]
pub enum GiveWhat {
    /// What the party is shown to hold in a land: a name or an identifier.
    Holding(String),
    /// Lands whole, whoever holds them: names or identifiers.
    Lands(Vec<String>),
    /// A shape that the user brings.
    Shape {
        /// Where it comes from, as the user calls it.
        name: String,
        /// The land.
        shape: Shape,
    },
    /// What the party is shown to hold nearest to a place: so much, or as much as the other side
    /// gives.
    Near(NearPlace, Option<Area>),
}

/// A place to measure distance from.
#[derive(Debug, Clone, PartialEq)]
pub struct NearPlace {
    /// Its name, with its identifier where it has one.
    pub name: String,
    /// Where it lies.
    pub at: Position,
}

/// Something with a name and a position that the user asks about: a crossing, a plant, a shrine.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedSite {
    /// Its name.
    pub name: String,
    /// What it is, in the words of the list.
    pub kind: String,
    /// Where it lies.
    pub at: Position,
}

/// A question for an exchange.
#[derive(Debug, Clone)]
pub struct ExchangeRequest {
    /// What is given; of two parties, the first named standing first.
    pub gives: Vec<GiveRequest>,
    /// The day.
    pub on: Date,
    /// Which maps and boundaries.
    pub maps: MapsRequest,
    /// Who says how many people live where.
    pub people: PeopleRequest,
    /// Sites to look for on the land, with the list they come from; `None` where none are named.
    pub sites: Option<(Vec<NamedSite>, String)>,
    /// Figures stated for what a side gives, as printed.
    pub stated: Vec<(PartyId, String)>,
}

impl ExchangeRequest {
    /// The two parties, in the order they are first named in; `None` unless there are two.
    pub(super) fn parties(&self) -> Option<[&PartyId; 2]> {
        let first = &self.gives.first()?.party;
        let second = self.gives.iter().map(|give| &give.party).find(|party| *party != first)?;
        let both = |give: &GiveRequest| give.party == *first || give.party == *second;
        self.gives.iter().all(both).then_some([first, second])
    }
}
