//! A place on its way into the gazetteer, and which of its names are kept.

use crate::gazetteer::{Extent, IdScheme, NameForm, PlaceKind};

/// A place with its names.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) id: PlaceId,
    pub(super) name: String,
    pub(super) kind: PlaceKind,
    pub(super) standing: Standing,
    pub(super) extent: Extent,
    pub(super) country: Option<[u8; 2]>,
    pub(super) position: Option<(f64, f64)>,
    pub(super) population: u64,
    /// How many people live in the country, for divisions.
    pub(super) country_population: u64,
    pub(super) names: Vec<(String, NameForm)>,
}

/// Whether reports mean a place by its bare name even where others bear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// As any other of its kind.
    Plain,
    /// Above first-level divisions.
    Prominent,
}

/// A place's identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlaceId {
    Written(String),
    Number(IdScheme, u32),
}

/// The two letters of an ISO 3166-1 code.
pub(super) fn country_code(text: &str) -> Option<[u8; 2]> {
    let bytes: [u8; 2] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_uppercase).then_some(bytes)
}

/// Whether a name of GeoNames is worth a key: transliterations made by machine start with a small
/// Latin letter ("ku er si ke"), airport codes are three capitals ("URS").
pub(super) fn is_worth_a_key(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let small = name.chars().next().is_some_and(char::is_lowercase);
    let code = name.len() <= 4 && name.chars().all(|c| c.is_ascii_uppercase());
    letters >= 2 && !small && !code && name.len() <= 80
}

/// The cases a report in Russian or Ukrainian uses of the name of a division: "Курской области".
pub(super) fn cyrillic_cases(name: &str) -> Vec<String> {
    const ENDINGS: &[(&str, &[&str])] = &[
        ("ская область", &["ской области", "скую область", "ской областью", "ская обл"]),
        ("цкая область", &["цкой области", "цкую область", "цкой областью", "цкая обл"]),
        ("ська область", &["ської області", "ській області", "ську область", "ською областю"]),
        ("цька область", &["цької області", "цькій області", "цьку область", "цькою областю"]),
        ("ский край", &["ского края", "скому краю", "ском крае", "ским краем"]),
    ];
    let Some((stem, cases)) =
        ENDINGS.iter().find_map(|(ending, cases)| Some((name.strip_suffix(ending)?, cases)))
    else {
        return Vec::new();
    };
    let land = name.ends_with("ська область").then_some(["щина", "щини", "щині", "щину", "щиною"]);
    let lands = land.into_iter().flatten().map(|ending| format!("{stem}{ending}"));
    cases.iter().map(|case| format!("{stem}{case}")).chain(lands).collect()
}
