//! Exchanges that satisfy what is wanted, found on one publisher's map.

use super::{
    answer::{ExchangeSearchAnswer, RankedExchange},
    request::{ExchangeSearchRequest, Mode, UnitsRequest},
};
use crate::{
    answer_error::AnswerError,
    exchange::{PeopleRequest, given, placed, territories},
    holdings::land,
    land::{Land, LandRule, SetRegion, cut},
    store::{Drawn, Spell, Store},
};
use seisin_core::{Length, PartyId};
use seisin_exchange::{
    EvaluateSettings, Exchange, ExchangeFound, Found, HolderSide, Instance, LandInstance, LandSide,
    Objective, People, Side, Site, Units, Wanted, Watch, evaluate, land_instance, search,
    territory_of,
};
use seisin_measure::{Budget, Shape, intersection, union};
use seisin_places::Gazetteer;
use std::time::Duration;

/// Searches for exchanges on one publisher's map.
///
/// # Errors
/// [`AnswerError`] where several maps or none speak for the day, the boundary set names no sovereign
/// for the lands, or they cannot be divided.
pub fn search_exchange(
    store: &Store,
    request: &ExchangeSearchRequest,
    watch: &Watch<'_>,
) -> Result<ExchangeSearchAnswer, AnswerError> {
    let lands = [
        land(store, &request.pools[0].region, &request.maps)?,
        land(store, &request.pools[1].region, &request.maps)?,
    ];
    let spell = one_spell(store, request)?;
    let pools = pools(store, &spell, &lands, request)?;
    let (sites, people_source) = sites(request, &pools);
    let units = units(store, request, &sites)?;
    let raster = match &request.people {
        PeopleRequest::Raster(raster) => raster.around(bounds_of(&pools))?,
        _ => None,
    };
    let people = match (&raster, &request.people) {
        (Some(raster), _) => People::Raster(raster),
        (None, PeopleRequest::Gazetteer | PeopleRequest::Given(..)) => People::Sites(&sites),
        (None, _) => People::Nobody,
    };
    let sides = [&pools[0].side, &pools[1].side].map(Clone::clone);
    let divided = land_instance(&sides, &units, people, &request.terms)?;
    let wanted = Wanted {
        ratio: request.ratio,
        by: request.by,
        least: [request.least; 2],
        objective: Objective::people_then_line(&divided.instance),
    };
    let found = search(&divided.instance, &wanted, &request.settings, watch);
    let found = settled(&divided.instance, &wanted, found, request.exact)?;
    let mut ranked = Vec::new();
    for answer in &found.answers {
        ranked.push(measured(answer, &divided, (&pools, &lands, &spell), request)?);
    }
    Ok(ExchangeSearchAnswer {
        publisher: spell.edition.publisher.clone(),
        edition: spell.edition.id.clone(),
        licence: spell.edition.licence.clone(),
        on: request.on,
        known_on: request.maps.known_on,
        parties: [0, 1].map(|side| request.pools[side].party.clone()),
        rules: [0, 1].map(|side: usize| lands[side].reference.rule.clone()),
        titles: titles(store, &lands)?,
        seed: request.settings.seed,
        notes: pools.iter().filter_map(|pool| pool.note.clone()).collect(),
        people_source,
        land: divided,
        found,
        ranked,
    })
}

/// What was found, proven or bettered by the exact solver where that is asked.
#[cfg(feature = "exact")]
#[expect(clippy::unnecessary_wraps, reason = "without the solver it fails")]
fn settled(
    instance: &Instance,
    wanted: &Wanted,
    found: Found,
    limit: Option<Duration>,
) -> Result<Found, AnswerError> {
    Ok(match limit {
        Some(limit) => seisin_exchange::settle(instance, wanted, found, limit),
        None => found,
    })
}

/// What was found; this build has no exact solver to ask.
#[cfg(not(feature = "exact"))]
fn settled(
    _: &Instance,
    _: &Wanted,
    found: Found,
    limit: Option<Duration>,
) -> Result<Found, AnswerError> {
    match limit {
        Some(_) => Err(AnswerError::Search(
            "this program was built without an exact solver\nhint: build it with `--features exact`, which \
             needs cmake and libclang, or leave --exact out"
                .to_owned(),
        )),
        None => Ok(found),
    }
}

/// Whose each land is, as its boundary set states it.
fn titles(store: &Store, lands: &[Land; 2]) -> Result<[Option<PartyId>; 2], AnswerError> {
    let regions = store.set_regions(crate::land::Coarse::Cut)?;
    let of = |land: &Land| {
        let LandRule::Boundary { set, .. } = &land.reference.rule else { return None };
        let own: Vec<Option<&PartyId>> = regions
            .iter()
            .filter(|region| region.set == *set && land.members.contains(&region.id))
            .map(|region| region.sovereign.as_ref())
            .collect();
        let first = own.first().copied().flatten()?;
        own.iter().all(|one| *one == Some(first)).then(|| first.clone())
    };
    Ok([of(&lands[0]), of(&lands[1])])
}

fn one_spell(store: &Store, request: &ExchangeSearchRequest) -> Result<Spell, AnswerError> {
    let days = (request.on, request.on.tomorrow().unwrap_or(request.on));
    let mut spells = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        spells.extend(store.spells(&publisher, days, &request.maps)?);
    }
    match spells.len() {
        1 => Ok(spells.remove(0)),
        0 => Err(AnswerError::Search(format!(
            "no edition of the maps asked for speaks for {}\nhint: `seisin maps list` shows the \
             editions",
            request.on
        ))),
        _ => Err(AnswerError::Search(
            "several publishers' maps speak for that day\nhint: choose one with --maps".to_owned(),
        )),
    }
}

/// What one side might give, with how its edge was drawn.
struct Pool {
    side: LandSide,
    held: Shape,
    /// What is to be known of its territory.
    note: Option<String>,
}

fn pools(
    store: &Store,
    spell: &Spell,
    lands: &[Land; 2],
    request: &ExchangeSearchRequest,
) -> Result<[Pool; 2], AnswerError> {
    for pool in &request.pools {
        let missing = store.missing(&spell.edition.id, &pool.party, &Land::everywhere())?;
        if let Some(first) = missing.first() {
            return Err(AnswerError::Search(format!(
                "edition {} lacks {first}\nhint: `seisin maps repair` completes it",
                spell.edition.id
            )));
        }
    }
    let drawn = store.with_shapes(store.drawn_by_all(&spell.edition.id)?)?;
    let parties = [&request.pools[0].party, &request.pools[1].party];
    let regions = store.set_regions(request.maps.coarse)?;
    let [first, second] = match territories(&drawn, &regions, lands, parties)? {
        [Some(first), Some(second)] => [first, second],
        _ => as_far_as_drawn(&drawn, &regions, lands, parties)?,
    };
    let error = spell.edition.positional_error.unwrap_or(Length::ZERO);
    let pool = |index: usize, territory: Shape| -> Result<Pool, AnswerError> {
        let asked = &request.pools[index];
        // What the map draws as held by the party, or the party's own land that nobody else holds.
        let drawn_held = cut(&placed(&drawn, &asked.party), &lands[index], error)?.shape;
        let held =
            if drawn_held.is_empty() { own_land(&territory, &lands[index])? } else { drawn_held };
        let held = intersection(&held, &territory, &Budget::default())
            .map_err(seisin_exchange::DivideError::from)?;
        let side = match asked.mode {
            Mode::Divided => LandSide { territory, divided: held.clone(), whole: Shape::empty() },
            Mode::Whole => LandSide { territory, divided: Shape::empty(), whole: held.clone() },
        };
        let named = regions.iter().any(|region| region.sovereign.as_ref() == Some(&asked.party));
        let note = (!named).then(|| {
            format!(
                "no boundary set names a region of {}: its land is taken as far as the map draws it, \
                 so land beyond that joins nothing together",
                asked.party
            )
        });
        Ok(Pool { side, held, note })
    };
    Ok([pool(0, first)?, pool(1, second)?])
}

/// What each side holds where the boundary set names regions for one of them alone: the other holds what
/// the map draws, so connection beyond that is not seen and asked for all the more strictly.
fn as_far_as_drawn(
    drawn: &[Drawn],
    regions: &[SetRegion],
    lands: &[Land; 2],
    parties: [&PartyId; 2],
) -> Result<[Shape; 2], AnswerError> {
    let sets = [0, 1].map(|side: usize| lands[side].reference.rule.boundary_set());
    let own = |party: &PartyId| -> Vec<&Shape> {
        let own = regions.iter().filter(|region| Some(region.set.as_str()) == sets[0]);
        let own = own.filter(|region| region.sovereign.as_ref() == Some(party));
        own.map(|region| &region.shape).collect()
    };
    let holds = |party: &PartyId| -> Vec<&Shape> {
        let own = drawn.iter().filter(|one| one.party == *party);
        own.filter_map(|one| one.shape.as_ref()).collect()
    };
    let neither = parties.iter().all(|party| own(party).is_empty());
    if sets[0].is_none() || sets[0] != sets[1] || neither {
        return Err(AnswerError::Search(
            "what each side holds in all is not known\nhint: name lands of one boundary set that \
             names a sovereign for the regions of one party at least"
                .to_owned(),
        ));
    }
    let whole = |index: usize| {
        let (party, other) = (parties[index], parties[1 - index]);
        territory_of(&own(party), &holds(party), &holds(other), &Budget::default())
            .map_err(|error| AnswerError::Divide(error.into()))
    };
    Ok([whole(0)?, whole(1)?])
}

/// The land by its boundary; nothing where it has none.
fn own_land(territory: &Shape, land: &Land) -> Result<Shape, AnswerError> {
    match &land.way {
        crate::land::Way::Boundary { land, .. } => {
            let held = intersection(territory, land.shape(), &Budget::default());
            Ok(held.map_err(seisin_exchange::DivideError::from)?)
        }
        _ => Ok(Shape::empty()),
    }
}

/// The settlements on and around both pools, and who says so.
fn sites(request: &ExchangeSearchRequest, pools: &[Pool; 2]) -> (Vec<Site>, Option<String>) {
    let from_gazetteer = || -> Vec<Site> {
        let Some(bounds) = bounds_of(pools) else { return Vec::new() };
        let places = Gazetteer::built_in().settlements_within(bounds);
        places.iter().filter_map(site).collect()
    };
    let around = request.units == UnitsRequest::Settlements;
    match &request.people {
        PeopleRequest::Given(sites, source) => (sites.clone(), Some(source.clone())),
        PeopleRequest::Gazetteer => (from_gazetteer(), Some(GAZETTEER.to_owned())),
        PeopleRequest::Raster(raster) => {
            let sites = if around { from_gazetteer() } else { Vec::new() };
            (sites, Some(raster.source.clone()))
        }
        PeopleRequest::NoData if around => (from_gazetteer(), None),
        PeopleRequest::NoData => (Vec::new(), None),
    }
}

/// The box around what both sides might give.
fn bounds_of(pools: &[Pool; 2]) -> Option<seisin_measure::Bounds> {
    pools.iter().filter_map(|pool| pool.held.bounds()).reduce(seisin_measure::Bounds::cover)
}

/// Where the gazetteer has its settlements from, as answers cite it.
const GAZETTEER: &str = "GeoNames settlements, lower bound";

/// A settlement of the gazetteer, where its position is known.
fn site(place: &seisin_places::PlaceEntry) -> Option<Site> {
    let (lon, lat) = place.lon.zip(place.lat)?;
    let people = u32::try_from(place.population).map_or(f64::from(u32::MAX), f64::from);
    Some(Site { name: place.name.clone(), at: seisin_measure::Position::new(lon, lat), people })
}

fn units(
    store: &Store,
    request: &ExchangeSearchRequest,
    sites: &[Site],
) -> Result<Units, AnswerError> {
    Ok(match &request.units {
        UnitsRequest::Strips(degrees) => Units::Strips { degrees: *degrees },
        UnitsRequest::H3(resolution) => Units::H3 { resolution: *resolution },
        UnitsRequest::Settlements => Units::Around(sites.to_vec()),
        UnitsRequest::Set(set) => {
            let regions: Vec<(String, Shape)> = store
                .set_regions(request.maps.coarse)?
                .into_iter()
                .filter(|region| region.set == *set)
                .map(|region| (region.name, region.shape))
                .collect();
            if regions.is_empty() {
                return Err(AnswerError::Search(format!(
                    "no boundary set is called {set}\nhint: `seisin boundaries list` shows them"
                )));
            }
            Units::Regions(regions)
        }
    })
}

/// The land of an answer, measured by [`evaluate`].
fn measured(
    answer: &ExchangeFound,
    divided: &LandInstance,
    (pools, lands, spell): (&[Pool; 2], &[Land; 2], &Spell),
    request: &ExchangeSearchRequest,
) -> Result<RankedExchange, AnswerError> {
    let cells = divided.instance.cells();
    let shape = |holder: HolderSide| -> Result<Shape, AnswerError> {
        let own = answer.cells.iter().filter(|cell| cells[**cell].holder == holder);
        let shapes: Vec<&Shape> = own.map(|cell| &divided.shapes[*cell]).collect();
        Ok(union(&shapes, &Budget::default()).map_err(seisin_exchange::DivideError::from)?)
    };
    let given_land = [shape(HolderSide::First)?, shape(HolderSide::Second)?];
    let side = |index: usize| {
        let shape = given_land[index].clone();
        let party = &request.pools[index].party;
        let held = crate::land::CutHolding::of_part(shape, &spell.edition);
        let mut gives = given(held, &lands[index], spell, party);
        gives.basis.what = format!("part of {}", gives.basis.what);
        Side {
            listed: Vec::new(),
            party: party.clone(),
            gives,
            territory: Some(pools[index].side.territory.clone()),
            people: None,
            settlements: None,
        }
    };
    let exchange = Exchange {
        sides: [side(0), side(1)],
        towns: Vec::new(),
        on: Some(request.on),
        known_on: request.maps.known_on,
    };
    let effect = evaluate(&exchange, &EvaluateSettings::default())?;
    Ok(RankedExchange { found: answer.clone(), effect, given: given_land })
}
