//! Settlements of GeoNames and Who's On First.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    place_names::{Place, PlaceId, Standing, country_code, is_worth_a_key},
};
use crate::gazetteer::{Extent, IdScheme, NameForm, PlaceKind};
use serde::Deserialize;
use std::collections::HashMap;

const TABLE: &str = "gaz_geonames_wof.tsv.zst";
const MAIN_NAMES: &str = "geonames-main-names.tsv.zst";

#[derive(Deserialize)]
struct Floors {
    population: u64,
    every_settlement_in: Vec<String>,
}

pub(super) fn read(inputs: &mut Inputs, places: &mut Vec<Place>) -> Result<(), BuildAssetsError> {
    let floors: Floors = toml::from_str(&inputs.source_text("floors.toml")?)
        .map_err(|cause| shape("floors.toml", cause))?;
    let main_names = inputs.source_text(MAIN_NAMES)?;
    let main_names: HashMap<&str, &str> =
        main_names.lines().filter_map(|line| line.split_once('\t')).collect();
    let table = inputs.shared_text(TABLE)?;
    for (index, line) in table.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, "ppl", country, _, lat, lon, population, names] = cells.as_slice() else {
            continue;
        };
        let bad = |what: &str| shape(TABLE, format!("line {}: {what}", index + 1));
        let population: u64 = population.parse().map_err(|_| bad("population"))?;
        if population < floors.population
            && !floors.every_settlement_in.iter().any(|c| c == country)
        {
            continue;
        }
        let (scheme, number) = number(id).ok_or_else(|| bad("identifier"))?;
        let degrees = |text: &str| text.parse::<f64>().map_err(|_| bad("position"));
        let name = main_names.get(id.strip_prefix("gn:").unwrap_or_default()).copied();
        let Some(name) = name.or_else(|| names.split('|').next()) else { continue };
        places.push(Place {
            id: PlaceId::Number(scheme, number),
            name: name.to_owned(),
            kind: PlaceKind::Settlement,
            standing: Standing::Plain,
            extent: Extent::Wide,
            country: country_code(country),
            position: Some((degrees(lat)?, degrees(lon)?)),
            population,
            country_population: 0,
            names: settlement_names(name, names),
        });
    }
    Ok(())
}

fn number(id: &str) -> Option<(IdScheme, u32)> {
    let (scheme, digits) = id.split_once(':')?;
    let scheme = match scheme {
        "gn" => IdScheme::GeoNames,
        "wof" => IdScheme::WhosOnFirst,
        _ => return None,
    };
    Some((scheme, digits.parse().ok()?))
}

fn settlement_names(main: &str, all: &str) -> Vec<(String, NameForm)> {
    let others = all.split('|').filter(|name| *name != main && is_worth_a_key(name));
    std::iter::once((main.to_owned(), NameForm::Main))
        .chain(others.map(|name| (name.to_owned(), NameForm::Alternate)))
        .collect()
}
