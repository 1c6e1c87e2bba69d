//! What an exchange is made of, as the caller gives it.

use seisin_core::{Bound, Date, EditionId, PartyId, PublisherId, Timestamp};
use seisin_measure::{LineError, Position, Shape};

/// Where a shape comes from: what a reader needs to find it again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Basis {
    /// What it is, in words: "what Arland holds in Sarn".
    pub what: String,
    /// Whose map it was taken from.
    pub publisher: Option<PublisherId>,
    /// Which edition of it.
    pub edition: Option<EditionId>,
    /// The day whose situation that edition shows.
    pub edition_date: Option<Date>,
    /// The boundary set that cut it.
    pub boundary_set: Option<String>,
}

/// Land that one side would give.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The land.
    pub shape: Shape,
    /// The stretches of its edge and how far each may be off; `None` where no error is stated.
    pub lines: Option<Vec<LineError>>,
    /// Where it comes from.
    pub basis: Basis,
}

/// How many of something there are, as a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub count: u64,
    /// The least and the most there may be, where the source tells.
    pub range: Option<[u64; 2]>,
    /// In which sense: [`Bound::AtLeast`] for a list that is known not to be complete.
    pub bound: Bound,
    /// Who says so.
    pub source: String,
}

/// A settlement that a list names.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    /// Its identifier in the list.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub position: Position,
    /// How many people live there; 0 where the list does not say.
    pub population: u64,
}

/// One side of an exchange.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Who gives.
    pub party: PartyId,
    /// What it would give.
    pub gives: Given,
    /// All the land it holds before, as far as the caller means it to be measured.
    pub territory: Option<Shape>,
    /// The people who live on what it would give.
    pub people: Option<Count>,
    /// The settlements on what it would give.
    pub settlements: Option<Count>,
    /// Those of them that are named, the most people first.
    pub listed: Vec<Settlement>,
}

/// Two sides that would each give land to the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// The two sides; the ratio is the first's land over the second's.
    pub sides: [Side; 2],
    /// The day whose situation is measured.
    pub on: Option<Date>,
    /// The state of knowledge it is measured by; `None` for all that is on record.
    pub known_on: Option<Timestamp>,
    /// Towns on either side and around, to which people go.
    pub towns: Vec<Settlement>,
}
