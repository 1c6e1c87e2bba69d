//! What is known of one place.

use seisin_core::{RegionCandidate, RegionId};

/// What sort of land a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A state, or a territory with a code of its own in ISO 3166-1.
    Country,
    /// A first-level division of a country: oblast, province, state.
    Admin1,
    /// A land that more than one party claims, or that is governed apart from who claims it.
    DisputedArea,
    /// A named land that no code covers: a peninsula, a historical region, a valley.
    NamedArea,
    /// Several divisions known by one name: the Donbas.
    Group,
    /// A city, town, village or camp.
    Settlement,
}

impl PlaceKind {
    /// Every kind, in order of its tag in the asset.
    pub(crate) const ALL: [Self; 6] = [
        Self::Country,
        Self::Admin1,
        Self::DisputedArea,
        Self::NamedArea,
        Self::Group,
        Self::Settlement,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Admin1 => "admin1",
            Self::DisputedArea => "disputed_area",
            Self::NamedArea => "named_area",
            Self::Group => "group",
            Self::Settlement => "settlement",
        }
    }

    /// Whether it is land with an extent, not a settlement.
    pub const fn is_area(self) -> bool {
        !matches!(self, Self::Settlement)
    }
}

/// How a name belongs to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// Its own name.
    Main,
    /// Another name or spelling of it.
    Alternate,
    /// A name it bore once, or a rare one.
    Rare,
}

impl NameForm {
    pub(crate) const ALL: [Self; 3] = [Self::Main, Self::Alternate, Self::Rare];

    pub(crate) const fn phrase(self) -> &'static str {
        match self {
            Self::Main => "main name",
            Self::Alternate => "alternate name",
            Self::Rare => "rare name",
        }
    }
}

/// How far a division reaches: "Kyiv" is a city-like division, "Kyiv region" the wide one round it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// A land.
    Wide,
    /// A city or capital district that is a division of its own.
    CityLike,
    /// A borough, commune or parish, of which a country has dozens.
    #[cfg_attr(
        not(feature = "build"),
        expect(dead_code, reason = "told apart in making the asset")
    )]
    Small,
}

/// Where a place's identifier comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum IdScheme {
    /// Written out in the table of names.
    Written,
    /// A GeoNames number: `gn:538560`.
    GeoNames,
    /// A Who's On First number: `wof:1344031735`.
    WhosOnFirst,
}

impl IdScheme {
    pub(crate) const ALL: [Self; 3] = [Self::Written, Self::GeoNames, Self::WhosOnFirst];

    /// The scheme and number of an identifier; one that is no number of a known scheme is written
    /// out.
    pub(crate) fn split(id: &str) -> (Self, u32) {
        let number = |prefix: &str| id.strip_prefix(prefix)?.parse().ok();
        number("gn:")
            .map(|number| (Self::GeoNames, number))
            .or_else(|| number("wof:").map(|number| (Self::WhosOnFirst, number)))
            .unwrap_or((Self::Written, 0))
    }
}

/// One land or settlement that a name may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceEntry {
    /// Which: `UA`, `RU-KRS`, `disputed:abyei`, `gn:538560`.
    pub id: RegionId,
    /// Its name in English or, failing that, in Latin letters.
    pub name: String,
    /// What sort of land.
    pub kind: PlaceKind,
    /// The country whose ISO code it bears; empty for disputed areas and what lies in several.
    ///
    /// # Assumptions
    /// It is the code in the source's tables, no statement on sovereignty: `UA-43` (Crimea) is `UA`
    /// since ISO 3166-2 lists it there.
    pub country: Option<RegionId>,
    /// Degrees north, WGS 84, of a point that stands for it.
    pub lat: Option<f64>,
    /// Degrees east, WGS 84, of the same point.
    pub lon: Option<f64>,
    /// How many people live there, as the source says; 0 where it does not say.
    pub population: u64,
    /// How likely a territorial report means it, by kind, form of the name, population and the
    /// countries the caller says are near; higher is likelier, comparable within one lookup.
    pub importance: u16,
    /// How the name belongs to it.
    pub form: NameForm,
    /// The rule that gave it its place in the list.
    pub rule: String,
}

impl PlaceEntry {
    /// The same as a candidate of a region reference.
    pub fn candidate(&self) -> RegionCandidate {
        RegionCandidate { id: self.id.clone(), name: self.name.clone(), rule: self.rule.clone() }
    }
}
