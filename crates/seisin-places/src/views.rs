//! Points of view: whose some lands are, as seen by whom.

use crate::{
    boundary::{BoundarySet, Measurable, Region},
    naming::{NamingRegions, naming_regions},
    party::PartyLexicon,
};
use seisin_core::{BoundaryView, Digest, Licence, PartyId, RegionId, SeaLimit};
use seisin_measure::{Budget, Shape, union};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static BYTES: &[u8] = include_bytes!("../assets/views.bin");
static SHAPES: LazyLock<NamingRegions> = LazyLock::new(|| {
    NamingRegions::read(BYTES).expect("the committed asset is of this layout, as its test checks")
});
static AREAS: LazyLock<Vec<ViewedArea>> = LazyLock::new(|| {
    parse(include_str!("../assets/views.toml"))
        .expect("the committed file is valid, as its test checks")
});

/// A land on which states differ, with what each is known to hold of whose it is.
///
/// # Assumptions
/// Natural Earth's: its disputed areas 4.0 and its countries 5.1.2. It says who is seen as sovereign
/// by whom, not who is right; no view is the program's own and none is a default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewedArea {
    /// Its identifier: `ne:B89`.
    pub id: RegionId,
    /// The name by which Natural Earth lists it.
    pub name: String,
    /// Who administers and who claims it, in Natural Earth's words.
    pub note: String,
    /// Whose it is, by the ISO 3166-1 code of who sees it so; those whose view is not known are left
    /// out.
    pub seen_as: BTreeMap<RegionId, RegionId>,
    /// Natural Earth's country whose divisions it consists of, where it is one.
    country: Option<String>,
}

/// The lands on which states differ that come with the program, by identifier.
///
/// # Example
/// ```
/// use seisin_core::RegionId;
/// use seisin_places::viewed_areas;
/// let crimea = viewed_areas().iter().find(|area| area.name == "Crimea").expect("it is listed");
/// let seen_by = |code: &str| crimea.seen_as.get(&RegionId(code.into())).map(|of| of.0.as_str());
/// assert_eq!([seen_by("UA"), seen_by("RU"), seen_by("FR")], [Some("UA"), Some("RU"), None]);
/// ```
pub fn viewed_areas() -> &'static [ViewedArea] {
    &AREAS
}

/// Everyone whose view of some land is known, by ISO 3166-1 code.
pub fn viewers() -> BTreeSet<&'static RegionId> {
    AREAS.iter().flat_map(|area| area.seen_as.keys()).collect()
}

/// The lands on which states differ as a boundary set, each of whose it is as seen by `viewer`, an
/// ISO 3166-1 code; `None` where nobody's view of that code is known.
///
/// A land of which the viewer's view is not known is in it without a sovereign. Its lines are coarse
/// ([`crate::NamingRegions::positional_error`]), so that it measures only where that is allowed.
pub fn as_seen_by(viewer: &RegionId, id: &str) -> Option<BoundarySet> {
    if !viewers().contains(viewer) {
        return None;
    }
    let states = PartyLexicon::built_in();
    let party = |code: &RegionId| {
        let known = states.state_of(code).map(|state| state.id.clone());
        known.unwrap_or_else(|| PartyId(code.0.to_lowercase()))
    };
    let region = |area: &ViewedArea| {
        Some(Region {
            id: area.id.clone(),
            name: area.name.clone(),
            aliases: Vec::new(),
            sovereign: area.seen_as.get(viewer).map(party),
            shape: shape_of(area)?,
        })
    };
    Some(BoundarySet {
        id: id.to_owned(),
        title: format!("Lands on which states differ, as seen by {viewer}"),
        licence: Licence("public domain (Natural Earth)".to_owned()),
        positional_error: naming_regions().positional_error(),
        measurable: Measurable::OnlyIfCoarseIsAllowed,
        view: BoundaryView {
            sea: Some(SeaLimit::Coast),
            as_of: None,
            according_to: Some(format!("{viewer}, by Natural Earth, coarse by about 1 km")),
        },
        source: Digest::of(BYTES),
        regions: AREAS.iter().filter_map(region).collect(),
    })
}

/// The bytes that every such set is made of, as the program has them.
pub fn viewed_areas_source() -> &'static [u8] {
    BYTES
}

/// The land, coarse; `None` where there is none of that name.
fn shape_of(area: &ViewedArea) -> Option<Shape> {
    let Some(country) = &area.country else {
        return SHAPES.shape_as_drawn(&area.id).map(|shape| shape.allow_coarse().clone());
    };
    let divisions = naming_regions().regions();
    let of_country = divisions.filter(|region| region.natural_earth_country == *country);
    let shapes: Vec<Shape> = of_country
        .filter_map(|region| Some(naming_regions().shape(&region.id)?.allow_coarse().clone()))
        .collect();
    union(&shapes.iter().collect::<Vec<_>>(), &Budget::default()).ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    area: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    note: String,
    administers: Option<String>,
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    seen: BTreeMap<String, Vec<String>>,
    country: Option<String>,
}

fn parse(text: &str) -> Result<Vec<ViewedArea>, String> {
    let file: File = toml::from_str(text).map_err(|cause| cause.to_string())?;
    if file.version != 1 {
        return Err(format!("version {} is not known", file.version));
    }
    Ok(file.area.into_iter().map(area).collect())
}

fn area(row: Row) -> ViewedArea {
    let own = row.claims.into_iter().chain(row.administers);
    let own = own.map(|code| (RegionId(code.clone()), RegionId(code)));
    // What is stated of a view outright stands over what follows from a claim.
    let seen = row
        .seen
        .into_iter()
        .flat_map(|(of, by)| by.into_iter().map(move |by| (RegionId(by), RegionId(of.clone()))));
    ViewedArea {
        id: RegionId(row.id),
        name: row.name,
        note: row.note,
        seen_as: own.chain(seen).collect(),
        country: row.country,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seisin_measure::area as area_of;

    #[test]
    fn every_area_has_a_shape_and_codes_that_are_codes() {
        assert!(viewed_areas().len() > 80);
        for area in viewed_areas() {
            let codes = area.seen_as.iter().flat_map(|(by, of)| [by, of]);
            assert!(codes.into_iter().all(|code| code.0.len() == 2), "{area:?}");
        }
        let lacking = viewed_areas().iter().filter(|area| shape_of(area).is_none());
        let lacking: Vec<&str> = lacking.map(|area| area.name.as_str()).collect();
        assert_eq!(lacking, [""; 0]);
    }

    #[test]
    fn a_land_is_of_whom_its_viewer_sees_it_as() {
        let sovereign = |viewer: &str, name: &str| {
            let set = as_seen_by(&RegionId(viewer.to_owned()), "views").unwrap();
            let region = set.named(name).next().unwrap();
            region.sovereign.clone().map(|party| party.0)
        };
        assert_eq!(sovereign("UA", "Crimea").as_deref(), Some("ukraine"));
        assert_eq!(sovereign("RU", "Crimea").as_deref(), Some("russia"));
        assert_eq!(sovereign("FR", "Crimea"), None, "the source does not say");
        assert_eq!(sovereign("RU", "Kosovo").as_deref(), Some("serbia"));
        assert_eq!(sovereign("FR", "Kosovo").as_deref(), Some("kosovo"));
        assert_eq!(sovereign("SY", "Golan Heights").as_deref(), Some("syria"));
        assert_eq!(as_seen_by(&RegionId("ZZ".into()), "views"), None);
    }

    /// Against published areas of the lands, as far as coarse lines go.
    #[test]
    fn shapes_are_of_the_size_of_their_lands() {
        let set = as_seen_by(&RegionId("UA".into()), "views").unwrap();
        assert_eq!(set.measurable, Measurable::OnlyIfCoarseIsAllowed);
        for (name, km2) in [("Crimea", 26_900.0), ("Kosovo", 10_900.0), ("Abkhazia", 8_665.0)] {
            let found = area_of(&set.named(name).next().unwrap().shape).square_km();
            assert!((found / km2 - 1.0).abs() < 0.05, "{name}: {found}");
        }
    }
}
