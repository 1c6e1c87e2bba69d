//! Finding the land that a name, an identifier or a frame stands for.

use super::outline::Outline;
use super::reference::{LandRef, LandRule};
use super::wanted::{Land, SetRegion, Way, country_of, divisions};
use super::whole::Made;
use seisin_core::RegionId;
use seisin_measure::{Budget, Shape, area, area_band, perimeter, union};
use seisin_places::{
    Frame, Gazetteer, PartyLexicon, RegionGroup, built_in_frames, naming_regions, region_group,
    region_groups,
};
use std::collections::BTreeSet;

/// What names the land asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LandQuery<'a> {
    /// Its identifier, where the reader found one.
    pub(crate) id: Option<&'a RegionId>,
    /// Its name.
    pub(crate) name: &'a str,
    /// The boundary set to take it from, where one is asked for.
    pub(crate) set: Option<&'a str>,
    /// Whether to cut along the coarse built-in regions.
    pub(crate) coarse: Coarse,
}

/// Whether the coarse built-in regions may cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coarse {
    /// They name only.
    NameOnly,
    /// They may cut, with their error.
    Cut,
}

/// Why a land was not found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResolveError {
    /// No land is known by that name.
    #[error(
        "find a land called `{name}`\nhint: add its boundary with `seisin boundaries add`, or name \
         it by its ISO 3166 code"
    )]
    Unknown {
        /// The name.
        name: String,
    },
    /// The set asked for has no such region.
    #[error(
        "find `{name}` in boundary set {set}\nhint: `seisin boundaries list` shows its regions"
    )]
    NotInSet {
        /// The name.
        name: String,
        /// The set.
        set: String,
    },
    /// The set asked for is too coarse to measure unasked.
    #[error(
        "measure along boundary set {set}: its lines are coarse\nhint: pass --allow-coarse to \
         measure along them all the same, with their error"
    )]
    CoarseSet {
        /// The set.
        set: String,
    },
    /// Several sets have it.
    #[error(
        "tell which boundary of `{name}` is meant: the sets {sets} have it\nhint: choose one with \
         --boundaries"
    )]
    SeveralSets {
        /// The name.
        name: String,
        /// The sets.
        sets: String,
    },
    /// The land is known by name but nothing can measure in it.
    #[error(
        "measure in {name} ({id}): it is known by name alone\nhint: add its boundary with `seisin \
         boundaries add`"
    )]
    NameOnly {
        /// The name.
        name: String,
        /// The identifier.
        id: RegionId,
    },
}

/// The land that `query` names: a region of a boundary set on record first, then the built-in
/// countries and regions.
///
/// # Errors
/// [`ResolveError`] where nothing is known by that name, or too much.
pub(crate) fn resolve(query: LandQuery<'_>, sets: &[SetRegion]) -> Result<Land, ResolveError> {
    let name = query.name;
    let found = called(query, sets);
    match (found.as_slice(), query.set) {
        ([one], _) => return Ok(Land::of_set(one)),
        ([], _) if group_of(query).is_some() => {
            if let Some(land) = group_of(query).and_then(|group| of_group(group, query.set, sets)) {
                return Ok(land);
            }
        }
        ([], Some(set)) => {
            return Err(ResolveError::NotInSet { name: name.to_owned(), set: set.to_owned() });
        }
        ([], None) => {}
        (several, _) => {
            let sets: Vec<&str> = several.iter().map(|region| region.set.as_str()).collect();
            return Err(ResolveError::SeveralSets { name: name.to_owned(), sets: sets.join(", ") });
        }
    }
    let id = query
        .id
        .cloned()
        .or_else(|| built_in_id(name))
        .ok_or_else(|| ResolveError::Unknown { name: name.to_owned() })?;
    built_in(&id, name, query.coarse)
}

/// The regions of sets that bear the name or identifier asked for.
fn called<'r, S>(query: LandQuery<'_>, sets: &'r [SetRegion<S>]) -> Vec<&'r SetRegion<S>> {
    let names = |region: &&SetRegion<S>| {
        query.set.is_none_or(|set| region.set == set)
            && is_called((&region.id, &region.name, &region.aliases), query.id, query.name)
    };
    sets.iter().filter(names).collect()
}

/// The one region or group of regions of the sets that `query` names, as [`resolve`] finds it: what
/// it is made of, and the regions it consists of. `None` where that has more to say.
pub(crate) fn resolve_on_record(
    query: LandQuery<'_>,
    sets: &[SetRegion<Made>],
) -> Option<(SetRegion<Made>, Vec<RegionId>)> {
    match called(query, sets).as_slice() {
        [one] => Some(((*one).clone(), vec![one.id.clone()])),
        [] => {
            let group = group_of(query)?;
            let members = members_of(group, query.set, sets)?;
            let made = members.iter().flat_map(|region| region.shape.iter().copied()).collect();
            let first = (*members.first()?).clone();
            let (id, name) = (group.id.clone(), group.name.clone());
            Some((SetRegion { id, name, shape: made, ..first }, group.members.clone()))
        }
        _ => None,
    }
}

/// The built-in group of regions that a query names.
fn group_of(query: LandQuery<'_>) -> Option<&'static RegionGroup> {
    if let Some(id) = query.id {
        return region_group(id);
    }
    let folded = seisin_places::fold(query.name);
    let called = |group: &&RegionGroup| {
        group.id.0.eq_ignore_ascii_case(query.name) || seisin_places::fold(&group.name) == folded
    };
    region_groups().iter().find(called).or_else(|| {
        let candidates = Gazetteer::built_in().candidates(query.name);
        candidates.first().and_then(|place| region_group(&place.id))
    })
}

/// The land of a group's members taken together, where one boundary set has them all.
fn of_group(group: &RegionGroup, set: Option<&str>, sets: &[SetRegion]) -> Option<Land> {
    let members = members_of(group, set, sets)?;
    let shapes: Vec<&Shape> = members.iter().map(|region| &region.shape).collect();
    let joined = SetRegion {
        id: group.id.clone(),
        name: group.name.clone(),
        shape: union(&shapes, &Budget::default()).ok()?,
        ..(*members.first()?).clone()
    };
    Some(Land { members: group.members.clone(), ..Land::of_set(&joined) })
}

/// The members of a group by the one boundary set that has them all.
fn members_of<'r, S>(
    group: &RegionGroup,
    set: Option<&str>,
    sets: &'r [SetRegion<S>],
) -> Option<Vec<&'r SetRegion<S>>> {
    let in_set = |name: &str| {
        let member =
            |id: &RegionId| sets.iter().find(|region| region.set == name && region.id == *id);
        group.members.iter().map(member).collect::<Option<Vec<&SetRegion<S>>>>()
    };
    let names: BTreeSet<&str> = sets.iter().map(|region| region.set.as_str()).collect();
    let mut whole =
        names.into_iter().filter(|name| set.is_none_or(|set| set == *name)).filter_map(in_set);
    whole.next().filter(|_| whole.next().is_none())
}

/// Whether a region, given as its identifier, name and other names, is the one with the identifier
/// or the name asked for.
pub(crate) fn is_called(
    (own_id, own_name, aliases): (&RegionId, &str, &[String]),
    id: Option<&RegionId>,
    name: &str,
) -> bool {
    let folded = seisin_places::fold(name);
    id == Some(own_id)
        || own_id.0.eq_ignore_ascii_case(name)
        || seisin_places::fold(own_name) == folded
        || aliases.iter().any(|alias| seisin_places::fold(alias) == folded)
}

fn built_in_id(name: &str) -> Option<RegionId> {
    let code = RegionId(name.to_uppercase());
    if naming_regions().region(&code).is_some() || !divisions(&code).is_empty() {
        return Some(code);
    }
    let areas = Gazetteer::built_in().candidates(name);
    areas.into_iter().find(|place| place.kind.is_area()).map(|place| place.id)
}

fn built_in(id: &RegionId, name: &str, coarse: Coarse) -> Result<Land, ResolveError> {
    let members = divisions(id);
    if !members.is_empty() {
        let title =
            PartyLexicon::built_in().state_of(id).map_or(name, |state| &state.name).to_owned();
        return Ok(Land {
            reference: LandRef { id: id.clone(), name: title, rule: LandRule::Country },
            way: Way::Country(id.clone()),
            whole: None,
            members,
        });
    }
    let unmeasurable = || ResolveError::NameOnly { name: name.to_owned(), id: id.clone() };
    let region = naming_regions().region(id).ok_or_else(unmeasurable)?;
    let country = region.iso_country.clone().ok_or_else(unmeasurable)?;
    let reference = |rule| LandRef { id: id.clone(), name: region.name.clone(), rule };
    if coarse == Coarse::NameOnly {
        return Ok(Land {
            reference: reference(LandRule::WholePieces),
            way: Way::Pieces { country, region: id.clone() },
            whole: None,
            members: vec![id.clone()],
        });
    }
    let shape = naming_regions().shape(id).ok_or_else(unmeasurable)?.allow_coarse().clone();
    let error = naming_regions().positional_error();
    let whole = area_band(area(&shape), perimeter(&shape), error);
    Ok(Land {
        reference: reference(LandRule::Coarse { positional_error: error }),
        way: Way::Boundary { land: Outline::AtHand(shape), error },
        whole: Some((whole, format!("{} by Natural Earth (coarse)", region.name))),
        members: vec![id.clone()],
    })
}

/// The frames that a phrase such as "pre-2014 borders" may mean for a land, for the user to choose
/// from; none is taken by default.
pub(crate) fn frames_for(land: &Land) -> Vec<&'static Frame> {
    let country = land.members.first().and_then(country_of);
    built_in_frames()
        .iter()
        .filter(|frame| country.is_some() && frame.members.first().and_then(country_of) == country)
        .collect()
}
