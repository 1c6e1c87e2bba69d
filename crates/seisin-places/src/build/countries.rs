//! Countries: names from the party lexicon's states, positions and populations from Natural Earth.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    place_names::{Place, PlaceId, Standing, country_code},
};
use crate::gazetteer::{Extent, NameForm, PlaceKind};
use serde::Deserialize;
use std::collections::BTreeMap;

const STATES: &str = "lexicon/parties/states.toml";
const POSITIONS: &str = "countries.toml";

#[derive(Deserialize)]
struct Positions {
    country: Vec<Position>,
}

#[derive(Deserialize)]
struct Position {
    iso: String,
    lat: f64,
    lon: f64,
    population: u64,
}

pub(super) fn read(inputs: &mut Inputs, places: &mut Vec<Place>) -> Result<(), BuildAssetsError> {
    let states = inputs.asset_text(STATES)?;
    let states = crate::party::parse_file(&states).map_err(|cause| shape(STATES, cause))?;
    let positions: Positions =
        toml::from_str(&inputs.source_text(POSITIONS)?).map_err(|cause| shape(POSITIONS, cause))?;
    for state in &states.party {
        let code = state.country.as_deref().unwrap_or_default();
        let at = positions.country.iter().find(|position| position.iso == code);
        let mut names = vec![(state.name.clone(), NameForm::Main)];
        names.extend(state.aliases.iter().map(|name| (name.clone(), NameForm::Alternate)));
        places.push(Place {
            id: PlaceId::Written(code.to_owned()),
            name: state.name.clone(),
            kind: PlaceKind::Country,
            standing: Standing::Plain,
            extent: Extent::Wide,
            country: country_code(code),
            position: at.map(|position| (position.lat, position.lon)),
            population: at.map_or(0, |position| position.population),
            country_population: 0,
            names,
        });
    }
    Ok(())
}

/// Tells every division how many people live in its country.
pub(super) fn count_people(places: &mut [Place]) {
    let countries: BTreeMap<[u8; 2], u64> = places
        .iter()
        .filter(|place| place.kind == PlaceKind::Country)
        .filter_map(|place| Some((place.country?, place.population)))
        .collect();
    for place in places.iter_mut().filter(|place| place.kind == PlaceKind::Admin1) {
        let people = place.country.and_then(|code| countries.get(&code));
        place.country_population = people.copied().unwrap_or(0);
    }
}
