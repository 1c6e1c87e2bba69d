//! Who holds how much of what, by which map, on which day.

use crate::{
    answer_error::AnswerError,
    check::{EditionUsed, MapsRequest},
    land::{
        Coarse, Land, LandQuery, LandRule, Made, PlacedShape, ResolveError, cut, figure_of_whole,
        is_called, resolve,
    },
    measure_days::measure_spells,
    measured::Figure,
    store::{Spell, Store},
};
use seisin_core::{Date, Length, Licence, PartyId, PublisherId, RegionId, Timestamp};
use seisin_measure::Shape;
use std::collections::{BTreeMap, BTreeSet};

/// A question for holdings.
#[derive(Debug, Clone)]
pub struct HoldingsRequest {
    /// The days, half-open.
    pub days: (Date, Date),
    /// Which maps and boundaries.
    pub maps: MapsRequest,
    /// Only this party's.
    pub party: Option<PartyId>,
    /// Only in this land: a name or an identifier.
    pub region: Option<String>,
}

/// One party's holding on one day by one publisher's map.
#[derive(Debug, Clone)]
pub struct HoldingRow {
    /// The day.
    pub day: Date,
    /// Who holds.
    pub party: PartyId,
    /// The land: that asked for, or the one the publisher draws the holding in.
    pub region: Option<RegionId>,
    /// How the holding was cut to it.
    pub rule: LandRule,
    /// Whose map.
    pub publisher: PublisherId,
    /// The edition.
    pub edition: EditionUsed,
    /// How much.
    pub figure: Figure,
    /// How far a line on the map may be off.
    pub positional_error: Option<Length>,
    /// The terms of the map.
    pub licence: Licence,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
}

/// A holding with its shape, to be drawn.
#[derive(Debug, Clone)]
pub struct DrawnHolding {
    /// The holding.
    pub row: HoldingRow,
    /// Its land.
    pub shape: Shape,
}

/// The holdings on every day asked for that a map speaks for: by day, publisher, party, region.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a land or publisher is not known.
pub fn holdings(store: &Store, request: &HoldingsRequest) -> Result<Vec<HoldingRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let land = match &request.region {
        Some(name) => Some(land_to_measure(store, name, &request.maps)?),
        None => None,
    };
    let mut rows = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        let spells = store.spells(&publisher, request.days, &request.maps)?;
        for party in parties(store, &spells, request.party.as_ref())? {
            match &land {
                Some(land) => rows.extend(in_land(store, &spells, &party, land, request)?),
                None => rows.extend(as_drawn(store, &spells, &party, request)?),
            }
        }
    }
    rows.sort_by(|one, other| key(one).cmp(&key(other)));
    Ok(rows)
}

/// The holdings on one day with their shapes, as the publishers draw them.
///
/// # Errors
/// As [`holdings`].
pub fn drawn_holdings(
    store: &Store,
    on: Date,
    maps: &MapsRequest,
) -> Result<Vec<DrawnHolding>, AnswerError> {
    let _one_state = store.one_state()?;
    let days = (on, on.tomorrow().unwrap_or(on));
    let request = HoldingsRequest { days, maps: maps.clone(), party: None, region: None };
    let mut found = Vec::new();
    for publisher in store.chosen_publishers(&maps.publishers)? {
        let spells = store.spells(&publisher, days, maps)?;
        for party in parties(store, &spells, None)? {
            for spell in &spells {
                found.extend(drawn_on(store, spell, &party, &request)?);
            }
        }
    }
    found.sort_by(|one, other| key(&one.row).cmp(&key(&other.row)));
    Ok(found)
}

/// The land that a name or identifier stands for.
///
/// # Errors
/// [`AnswerError::Land`] where nothing is known by that name, or too much.
pub(crate) fn land(store: &Store, name: &str, maps: &MapsRequest) -> Result<Land, AnswerError> {
    let query = LandQuery { id: None, name, set: maps.boundaries.as_deref(), coarse: maps.coarse };
    if let Some(set) = maps.boundaries.as_deref().filter(|_| maps.coarse == Coarse::NameOnly)
        && store.is_coarse(set)?
    {
        return Err(ResolveError::CoarseSet { set: set.to_owned() }.into());
    }
    let called = store.set_regions_of(maps.coarse, |region| {
        is_called((&region.id, &region.name, &region.aliases), None, name)
    })?;
    // A name that no region bears may be that of a group of them.
    let regions = if called.is_empty() { store.set_regions(maps.coarse)? } else { called };
    Ok(resolve(query, &regions)?)
}

/// The same to measure in, not to cut along: where it was measured beforehand no boundary is read.
///
/// # Errors
/// As [`land`].
pub(crate) fn land_to_measure(
    store: &Store,
    name: &str,
    maps: &MapsRequest,
) -> Result<Land, AnswerError> {
    let query = LandQuery { id: None, name, set: maps.boundaries.as_deref(), coarse: maps.coarse };
    match store.land_on_record(query)? {
        Some(land) => Ok(land),
        None => land(store, name, maps),
    }
}

fn key(row: &HoldingRow) -> (Date, &PublisherId, &PartyId, Option<&RegionId>) {
    (row.day, &row.publisher, &row.party, row.region.as_ref())
}

fn parties(
    store: &Store,
    spells: &[Spell],
    only: Option<&PartyId>,
) -> Result<Vec<PartyId>, AnswerError> {
    let mut parties = BTreeSet::new();
    for spell in spells {
        let drawn = store.drawn_by_all(&spell.edition.id)?;
        parties.extend(drawn.into_iter().map(|drawn| drawn.party));
        let missing = store.missing_of_all(&spell.edition.id)?;
        parties.extend(missing.into_iter().filter_map(|missing| missing.party));
    }
    parties.retain(|party| only.is_none_or(|only| only == party));
    Ok(parties.into_iter().collect())
}

fn in_land(
    store: &Store,
    spells: &[Spell],
    party: &PartyId,
    land: &Land,
    request: &HoldingsRequest,
) -> Result<Vec<HoldingRow>, AnswerError> {
    let figures = measure_spells(store, spells.to_vec(), party, land)?;
    let mut rows = Vec::new();
    for (spell, figure) in spells.iter().zip(figures) {
        let Ok(figure) = figure.said else { continue };
        for day in days_of(spell) {
            let region = Some(land.reference.id.clone());
            let rule = land.reference.rule.clone();
            rows.push(row(spell, day, party, (region, rule, figure.clone()), request));
        }
    }
    Ok(rows)
}

fn as_drawn(
    store: &Store,
    spells: &[Spell],
    party: &PartyId,
    request: &HoldingsRequest,
) -> Result<Vec<HoldingRow>, AnswerError> {
    let mut rows = Vec::new();
    for spell in spells {
        for drawn in measured_on(store, spell, party, request)? {
            rows.extend(days_of(spell).map(|day| {
                let edition = EditionUsed::of(&spell.edition, day);
                HoldingRow { day, edition, ..drawn.clone() }
            }));
        }
    }
    Ok(rows)
}

/// How much `party` holds on an edition, one for each country or region its publisher draws it in.
fn measured_on(
    store: &Store,
    spell: &Spell,
    party: &PartyId,
    request: &HoldingsRequest,
) -> Result<Vec<HoldingRow>, AnswerError> {
    let mut places: BTreeMap<Option<RegionId>, Made> = BTreeMap::new();
    for drawn in store.drawn(&spell.edition.id, party)? {
        places.entry(drawn.within).or_default().insert(drawn.digest);
    }
    for region in only_missing(store, spell, party)? {
        places.entry(Some(region)).or_default();
    }
    if places.is_empty()
        && !store.missing(&spell.edition.id, party, &Land::everywhere())?.is_empty()
    {
        places.insert(None, Made::default());
    }
    let error = spell.edition.positional_error.unwrap_or(Length::ZERO);
    let row = |(region, made): (Option<RegionId>, Made)| {
        let drawn_in = Land::as_drawn(region.as_ref());
        let missing = store.missing(&spell.edition.id, party, &drawn_in)?;
        let whole = figure_of_whole(&store.measure_of(&made)?, &Land::everywhere(), error);
        let figure = Figure { missing, ..whole };
        Ok(row(spell, spell.from, party, (region, LandRule::Everywhere, figure), request))
    };
    places.into_iter().map(row).collect()
}

/// What `party` holds on an edition, one for each country or region its publisher draws it in.
fn drawn_on(
    store: &Store,
    spell: &Spell,
    party: &PartyId,
    request: &HoldingsRequest,
) -> Result<Vec<DrawnHolding>, AnswerError> {
    let drawn = store.with_shapes(store.drawn(&spell.edition.id, party)?)?;
    let placed: Vec<PlacedShape> = drawn.iter().filter_map(crate::store::Drawn::placed).collect();
    let mut regions: BTreeSet<Option<RegionId>> =
        placed.iter().map(|placed| placed.within.clone()).collect();
    regions.extend(only_missing(store, spell, party)?.into_iter().map(Some));
    if regions.is_empty()
        && !store.missing(&spell.edition.id, party, &Land::everywhere())?.is_empty()
    {
        regions.insert(None);
    }
    let error = spell.edition.positional_error.unwrap_or(Length::ZERO);
    regions
        .into_iter()
        .map(|region| {
            let here: Vec<PlacedShape> =
                placed.iter().filter(|placed| placed.within == region).cloned().collect();
            let held = cut(&here, &Land::everywhere(), error)?;
            let drawn_in = Land::as_drawn(region.as_ref());
            let missing = store.missing(&spell.edition.id, party, &drawn_in)?;
            let figure = Figure { missing, ..held.figure };
            let of = (region, LandRule::Everywhere, figure);
            Ok(DrawnHolding { row: row(spell, spell.from, party, of, request), shape: held.shape })
        })
        .collect()
}

/// The countries and regions in which features that `party` holds are missing: where nothing else
/// of it is drawn there, what is missing has a row of its own.
fn only_missing(
    store: &Store,
    spell: &Spell,
    party: &PartyId,
) -> Result<BTreeSet<RegionId>, AnswerError> {
    let missing = store.missing_of_all(&spell.edition.id)?.into_iter();
    let own = missing.filter(|missing| missing.party.as_ref() == Some(party));
    Ok(own.filter_map(|missing| missing.within).collect())
}

fn row(
    spell: &Spell,
    day: Date,
    party: &PartyId,
    (region, rule, figure): (Option<RegionId>, LandRule, Figure),
    request: &HoldingsRequest,
) -> HoldingRow {
    HoldingRow {
        day,
        party: party.clone(),
        region,
        rule,
        publisher: spell.edition.publisher.clone(),
        edition: EditionUsed::of(&spell.edition, day),
        figure,
        positional_error: spell.edition.positional_error,
        licence: spell.edition.licence.clone(),
        known_on: request.maps.known_on,
    }
}

fn days_of(spell: &Spell) -> impl Iterator<Item = Date> {
    let to = spell.to;
    std::iter::successors(Some(spell.from), |day| day.tomorrow().ok())
        .take_while(move |day| *day < to)
}
