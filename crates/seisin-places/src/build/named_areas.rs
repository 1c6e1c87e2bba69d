//! Disputed and named areas and groups of divisions, from the tables written for seisin.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    place_names::{Place, PlaceId, Standing, country_code},
};
use crate::gazetteer::{Extent, NameForm, PlaceKind};
use serde::Deserialize;

#[derive(Deserialize)]
struct Areas {
    area: Vec<Area>,
}

#[derive(Deserialize)]
struct Area {
    id: String,
    kind: String,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    lat: f64,
    lon: f64,
    country: Option<String>,
    #[serde(default)]
    prominent: bool,
    #[serde(default)]
    population: u64,
}

#[derive(Deserialize)]
struct Groups {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    name: String,
    #[serde(default)]
    names: Vec<String>,
}

pub(super) fn read(inputs: &mut Inputs, places: &mut Vec<Place>) -> Result<(), BuildAssetsError> {
    let areas: Areas = toml::from_str(&inputs.source_text("areas.toml")?)
        .map_err(|cause| shape("areas.toml", cause))?;
    for area in areas.area {
        let kind = match area.kind.as_str() {
            "disputed" => PlaceKind::DisputedArea,
            "named" => PlaceKind::NamedArea,
            "territory" => PlaceKind::Country,
            other => return Err(shape("areas.toml", format!("{}: kind {other:?}", area.id))),
        };
        places.push(Place {
            names: names(&area.name, area.names),
            id: PlaceId::Written(area.id),
            name: area.name,
            kind,
            standing: if area.prominent { Standing::Prominent } else { Standing::Plain },
            extent: Extent::Wide,
            country: area.country.as_deref().and_then(country_code),
            position: Some((area.lat, area.lon)),
            population: area.population,
            country_population: 0,
        });
    }
    let groups: Groups = toml::from_str(&inputs.asset_text("groups.toml")?)
        .map_err(|cause| shape("groups.toml", cause))?;
    places.extend(groups.group.into_iter().map(|group| Place {
        names: names(&group.name, group.names),
        id: PlaceId::Written(group.id),
        name: group.name,
        kind: PlaceKind::Group,
        standing: Standing::Plain,
        extent: Extent::Wide,
        country: None,
        position: None,
        population: 0,
        country_population: 0,
    }));
    Ok(())
}

fn names(main: &str, others: Vec<String>) -> Vec<(String, NameForm)> {
    std::iter::once((main.to_owned(), NameForm::Main))
        .chain(others.into_iter().map(|name| (name, NameForm::Alternate)))
        .collect()
}
