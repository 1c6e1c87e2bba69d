//! What came of reading one map file.

use seisin_core::{Date, MapEdition, PartyId, Problem, RegionId};
use seisin_measure::Shape;

/// What came of reading one map file: the edition, whose land it shows, and what could not be
/// told.
#[derive(Debug, Clone, PartialEq)]
pub struct MapReading {
    /// The edition.
    pub edition: MapEdition,
    /// Its holdings, in the order of the file.
    pub holdings: Vec<Holding>,
    /// What its publisher declares to show.
    pub coverage: Vec<Coverage>,
    /// What could not be measured, what lies outside the profile's rules, what was changed on the
    /// way in, and what is known to be wrong with the edition.
    pub problems: Vec<Problem>,
}

/// Land that one edition shows as held by one party.
///
/// # Assumptions
/// Holdings of one party in one edition may overlap: what the party holds is their union.
#[derive(Debug, Clone, PartialEq)]
pub struct Holding {
    /// Who holds it.
    pub party: PartyId,
    /// The party's name as the file gives it.
    pub party_name: Option<String>,
    /// The country or region it lies in, where a property names it or the profile told it by place.
    pub within: Option<RegionId>,
    /// What the publisher calls such a feature.
    pub role: String,
    /// The land.
    pub shape: Shape,
}

/// What a publisher declares to show: a party's land, where, and from when to when.
///
/// # Units
/// `from..to` is half-open and counts days of the situation shown, not of publication.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coverage {
    /// Whose land.
    pub party: PartyId,
    /// Where; empty stands for anywhere on the map.
    pub within: Vec<RegionId>,
    /// Parts of that which are left out.
    pub except: Vec<RegionId>,
    /// From which day; `None` where the publisher sets none.
    pub from: Option<Date>,
    /// Up to which day, itself not included; `None` where the publisher sets none.
    pub to: Option<Date>,
    /// In the publisher's or the profile's words.
    pub note: String,
}
