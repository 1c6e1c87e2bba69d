//! What a feature means, by its properties and by where it lies.

use seisin_core::{Date, PartyId, RegionId};
use seisin_measure::Position;
use seisin_places::NamedRegion;
use seisin_source::{MapFeature, PropertyValue};
use std::collections::BTreeMap;

/// One rule: for which features, lying where, it says what.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::map) struct Rule {
    /// The values that properties must have; empty for any feature.
    pub(in crate::map) when: BTreeMap<String, Vec<String>>,
    /// The countries or regions in one of which a polygon must lie; empty for anywhere.
    pub(in crate::map) within: Vec<RegionId>,
    /// From which day of the situation on it holds; `None` for always.
    pub(in crate::map) from: Option<Date>,
    /// Up to which day, itself not included; `None` for ever.
    pub(in crate::map) to: Option<Date>,
    /// What such a polygon is.
    pub(in crate::map) meaning: Meaning,
}

/// What a polygon is.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::map) enum Meaning {
    /// Land held by a party at the edition's day.
    Holding {
        /// Who holds it.
        party: Wording,
        /// The property with the party's name.
        party_name: Option<String>,
        /// The region its publisher draws it in.
        region: Option<Wording>,
        /// What the publisher calls such a feature.
        role: Option<Wording>,
    },
    /// No holding at the edition's day.
    NoHolding,
}

/// A word that is always the same, or the value of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::map) enum Wording {
    /// Always this.
    Fixed(String),
    /// Whatever this property says.
    Property(String),
}

impl Wording {
    /// The word for one feature.
    pub(in crate::map) fn of(&self, feature: &MapFeature) -> Option<String> {
        match self {
            Self::Fixed(word) => Some(word.clone()),
            Self::Property(name) => text(feature, name),
        }
    }
}

/// A property as a text, without blanks around it; `None` where it is not there or empty.
pub(in crate::map) fn text(feature: &MapFeature, property: &str) -> Option<String> {
    let value = feature.properties.get(property).and_then(PropertyValue::text)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// A party's identifier from a word: lower case, blanks as hyphens.
pub(in crate::map) fn party_id(word: &str) -> PartyId {
    PartyId(word.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase())
}

impl Rule {
    /// Whether the rule speaks of such a feature on that day.
    pub(in crate::map) fn names(&self, feature: &MapFeature, on: Date) -> bool {
        let in_time = self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on < to);
        in_time
            && self.when.iter().all(|(property, values)| {
                text(feature, property).is_some_and(|value| values.contains(&value))
            })
    }

    /// The country or region of the rule that `place` is or lies in; `Err` where the rule names some
    /// and it is none of them.
    pub(in crate::map) fn place<'r>(
        &'r self,
        place: Option<&Place>,
    ) -> Result<Option<&'r RegionId>, Elsewhere> {
        if self.within.is_empty() {
            return Ok(None);
        }
        let is_in = |id: &&RegionId| {
            place.is_some_and(|place| place.region == **id || place.country.as_ref() == Some(*id))
        };
        self.within.iter().find(is_in).map(Some).ok_or(Elsewhere)
    }
}

/// A region, with the country under which ISO 3166-2 lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::map) struct Place {
    /// The region.
    pub(in crate::map) region: RegionId,
    /// The country.
    pub(in crate::map) country: Option<RegionId>,
}

impl From<NamedRegion> for Place {
    fn from(named: NamedRegion) -> Self {
        Self { region: named.id, country: named.iso_country }
    }
}

/// A position whose region the profile knows better than the lines by which regions are named.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::map) struct KnownPlace {
    /// The position.
    pub(in crate::map) position: Position,
    /// Where it lies.
    pub(in crate::map) place: Place,
    /// What stands there, and how that is known.
    pub(in crate::map) note: String,
}

/// A polygon lies in none of the places a rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::map) struct Elsewhere;

/// Days of an archive that are known to be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::map) struct Fault {
    /// Which of an edition's dates `from..to` counts.
    pub(in crate::map) by: FaultDate,
    /// From which day.
    pub(in crate::map) from: Date,
    /// Up to which day, itself not included.
    pub(in crate::map) to: Date,
    /// What is wrong.
    pub(in crate::map) note: String,
}

/// Which of an edition's dates a fault goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::map) enum FaultDate {
    /// The day it was published.
    Published,
    /// The day it shows.
    Edition,
}
