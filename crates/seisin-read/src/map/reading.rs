//! What came of reading one map file.

use seisin_core::{Date, MapEdition, PartyId, Problem, RegionId};
use seisin_measure::{Bounds, FaultPlace, Shape};

/// What came of reading one map file: the edition, whose land it shows, and what could not be
/// told.
#[derive(Debug, Clone, PartialEq)]
pub struct MapReading {
    /// The edition.
    pub edition: MapEdition,
    /// Its holdings, in the order of the file.
    pub holdings: Vec<Holding>,
    /// Its features that are invalid: kept as evidence, never measured.
    pub quarantined: Vec<Quarantined>,
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

/// A feature that is invalid, with whose land it may be: the edition lacks it, whatever else it
/// shows.
///
/// # Assumptions
/// A feature that several parties may hold, by rules that ask where it lies, stands once for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Quarantined {
    /// Its place in the file, counted from zero.
    pub feature: usize,
    /// Who may hold it; `None` where the file does not say, so that anyone may.
    pub party: Option<PartyId>,
    /// The country or region it may lie in; `None` where that is not told.
    pub within: Option<RegionId>,
    /// Where its fault lies.
    pub place: FaultPlace,
    /// What is wrong with it, in one sentence.
    pub reason: String,
    /// The bounds of what it draws; `None` where its fault leaves even these unknown.
    pub extent: Option<Bounds>,
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
