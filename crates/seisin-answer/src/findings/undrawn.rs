//! Regions that one publisher never draws and another shows as held.

use super::finding::{Finding, FindingKind};
use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    land::Land,
    series::held,
    store::{Spell, Store},
};
use seisin_core::{Date, PartyId, PublisherId, RegionId};
use seisin_measure::{Budget, Shape, area, intersection};
use seisin_places::{NamedRegion, naming_regions};
use std::collections::BTreeSet;

/// On how many days the two are compared.
const DAYS: usize = 3;
/// How much of a region the other must show as held, and this one less than [`NONE`].
const NEARLY_ALL: f64 = 0.9;
/// The part of a region below which nothing is drawn: the naming lines are coarse.
const NONE: f64 = 0.01;

/// Regions that `other` shows as held by a party, nearly whole, on all of some days spread over
/// those both speak for, and that `publisher` does not draw on any of them.
///
/// # Method
/// By the coarse built-in regions, which only tell regions apart here: no figure comes of them.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(crate) fn undrawn(
    store: &Store,
    publisher: &PublisherId,
    other: &PublisherId,
    maps: &MapsRequest,
) -> Result<Vec<Finding>, AnswerError> {
    let everything = (Date::MIN, Date::MAX);
    let own = store.spells(publisher, everything, maps)?;
    let theirs = store.spells(other, everything, maps)?;
    let (Some(days), pairs) = common(&own, &theirs) else { return Ok(Vec::new()) };
    let mut findings = Vec::new();
    for party in parties(store, &pairs)? {
        let mut undrawn: Option<BTreeSet<RegionId>> = None;
        for (own, their) in &pairs {
            let everywhere = Land::everywhere();
            let shows = held(store, &their.edition.id, &party, &everywhere)?;
            let draws = held(store, &own.edition.id, &party, &everywhere)?;
            let found: BTreeSet<RegionId> = lacking(&shows, &draws).collect();
            undrawn = Some(match undrawn {
                Some(before) => before.intersection(&found).cloned().collect(),
                None => found,
            });
        }
        for region in undrawn.unwrap_or_default() {
            findings.push(finding(publisher, other, (&party, region), days));
        }
    }
    Ok(findings)
}

type Pair<'a> = (&'a Spell, &'a Spell);

/// The days both speak for, and some of them spread from the first to the last, with the editions.
fn common<'a>(own: &'a [Spell], theirs: &'a [Spell]) -> (Option<(Date, Date)>, Vec<Pair<'a>>) {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for spell in own {
        let at = theirs.partition_point(|their| their.to <= spell.from);
        pairs.extend(
            theirs.get(at).filter(|their| their.from < spell.to).map(|their| (spell, their)),
        );
    }
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else {
        return (None, Vec::new());
    };
    let days = (first.0.from.max(first.1.from), last.0.to.min(last.1.to));
    let spread = (0..DAYS).map(|nth| (pairs.len() - 1) * nth / (DAYS - 1));
    let places: BTreeSet<usize> = spread.collect();
    (Some(days), places.into_iter().filter_map(|at| pairs.get(at).copied()).collect())
}

fn parties(store: &Store, pairs: &[Pair<'_>]) -> Result<BTreeSet<PartyId>, AnswerError> {
    let mut parties: Option<BTreeSet<PartyId>> = None;
    for (own, their) in pairs {
        for spell in [own, their] {
            let drawn = store.drawn_by_all(&spell.edition.id)?;
            let here: BTreeSet<PartyId> = drawn.into_iter().map(|drawn| drawn.party).collect();
            parties = Some(match parties {
                Some(before) => before.intersection(&here).cloned().collect(),
                None => here,
            });
        }
    }
    Ok(parties.unwrap_or_default())
}

/// The regions that `shows` has nearly whole and `draws` not at all.
fn lacking<'a>(shows: &'a Shape, draws: &'a Shape) -> impl Iterator<Item = RegionId> + 'a {
    let near =
        shows.bounds().into_iter().flat_map(|bounds| naming_regions().regions_meeting(bounds));
    near.filter(move |region| is_lacking(region, shows, draws).unwrap_or(false))
        .map(|region| region.id)
}

fn is_lacking(region: &NamedRegion, shows: &Shape, draws: &Shape) -> Option<bool> {
    let coarse = naming_regions().shape(&region.id)?;
    let land = coarse.allow_coarse();
    // A position tells most regions apart before any overlay.
    let inside = land.interior_point()?;
    if !shows.covers_position(inside) || draws.covers_position(inside) {
        return Some(false);
    }
    let whole = area(land).square_km();
    let part = |of: &Shape| {
        let part = intersection(land, of, &Budget::default()).ok()?;
        Some(area(&part).square_km() / whole)
    };
    Some(part(shows)? >= NEARLY_ALL && part(draws)? < NONE)
}

fn finding(
    publisher: &PublisherId,
    other: &PublisherId,
    (party, region): (&PartyId, RegionId),
    (from, to): (Date, Date),
) -> Finding {
    let name = naming_regions().region(&region).map_or(region.to_string(), |named| named.name);
    let sentence = format!(
        "{publisher} draws nothing of {party} in {name} ({region}), which {other} shows as held by \
         {party} nearly whole: compare the two outside it"
    );
    Finding {
        kind: FindingKind::NeverDrawn,
        publisher: publisher.clone(),
        party: Some(party.clone()),
        region: Some(region),
        from,
        to,
        area: None,
        sentence,
    }
}
