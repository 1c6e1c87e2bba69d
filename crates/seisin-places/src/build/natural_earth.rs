//! First-level divisions of Natural Earth: names and identifiers.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    place_names::{Place, PlaceId, Standing, country_code, cyrillic_cases},
};
use crate::gazetteer::{Extent, NameForm, PlaceKind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const ADMIN1: &str = "ne10m_admin1_slim.geojsonl.zst";
const CORRECTIONS: &str = "natural-earth-corrections.toml";
const MORE_NAMES: &str = "gaz_geonames_wof.tsv.zst";

#[derive(Deserialize)]
pub(super) struct Feature {
    pub(super) properties: Properties,
}

#[derive(Deserialize)]
pub(super) struct Properties {
    pub(super) ne_id: u64,
    pub(super) iso_3166_2: String,
    pub(super) adm0_a3: String,
    pub(super) sov_a3: String,
    pub(super) name: Option<String>,
    pub(super) name_alt: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) name_ru: Option<String>,
    pub(super) name_uk: Option<String>,
    pub(super) type_en: Option<String>,
}

impl Properties {
    fn sort(&self) -> &str {
        self.type_en.as_deref().unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Corrections {
    correction: Vec<Correction>,
}

#[derive(Deserialize)]
struct Correction {
    ne_id: u64,
    iso: String,
}

/// The text of Natural Earth's divisions.
pub(super) fn text(inputs: &mut Inputs) -> Result<String, BuildAssetsError> {
    inputs.shared_text(ADMIN1)
}

/// The features of Natural Earth's divisions, in the order of their file, each with its line, under
/// their corrected codes.
pub(super) fn features<'a>(
    inputs: &mut Inputs,
    text: &'a str,
) -> Result<Vec<(Feature, &'a str)>, BuildAssetsError> {
    let corrections: Corrections = toml::from_str(&inputs.source_text(CORRECTIONS)?)
        .map_err(|cause| shape(CORRECTIONS, cause))?;
    text.lines()
        .enumerate()
        .map(|(index, line)| {
            let mut feature: Feature = serde_json::from_str(line)
                .map_err(|cause| shape(ADMIN1, format!("line {}: {cause}", index + 1)))?;
            let own = |known: &&Correction| known.ne_id == feature.properties.ne_id;
            if let Some(known) = corrections.correction.iter().find(own) {
                feature.properties.iso_3166_2.clone_from(&known.iso);
            }
            Ok((feature, line))
        })
        .collect()
}

/// The identifier of each feature by its Natural Earth number: the ISO 3166-2 code where it is one
/// and the feature is the longest-described of those that bear it, else `ne:` and the number.
pub(super) fn identifiers(features: &[(Feature, &str)]) -> BTreeMap<u64, String> {
    let mut longest: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    for (feature, line) in features {
        let size = (line.len(), feature.properties.ne_id);
        let best = longest.entry(&feature.properties.iso_3166_2).or_insert(size);
        *best = size.max(*best);
    }
    let id = |properties: &Properties| {
        let code = &properties.iso_3166_2;
        let own = longest.get(code.as_str()).is_some_and(|best| best.1 == properties.ne_id);
        if own && is_code(code) { code.clone() } else { format!("ne:{}", properties.ne_id) }
    };
    features
        .iter()
        .map(|(feature, _)| (feature.properties.ne_id, id(&feature.properties)))
        .collect()
}

/// Whether `text` has the form of an ISO 3166-2 code; Natural Earth marks its own with `~`.
fn is_code(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, part)| {
        country_code(country).is_some()
            && (1..=3).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    })
}

pub(super) fn read(inputs: &mut Inputs, places: &mut Vec<Place>) -> Result<(), BuildAssetsError> {
    let text = text(inputs)?;
    let features = features(inputs, &text)?;
    let ids = identifiers(&features);
    let municipalities = municipalities(&features);
    let more = inputs.shared_text(MORE_NAMES)?;
    let more = names_in_many_languages(&more);
    for (Feature { properties }, line) in &features {
        if properties.name.is_none() {
            continue;
        }
        let Some(id) = ids.get(&properties.ne_id) else { continue };
        let known = more.get(&properties.ne_id);
        places.push(Place {
            id: PlaceId::Written(id.clone()),
            name: display_name(properties),
            kind: PlaceKind::Admin1,
            standing: Standing::Plain,
            extent: reach(extent(properties, &municipalities), line)?,
            country: properties.iso_3166_2.get(..2).and_then(country_code),
            position: known.map(|known| known.position),
            population: 0,
            country_population: 0,
            names: names(properties, known.map_or("", |known| known.names)),
        });
    }
    Ok(())
}

/// How many divisions of each country Natural Earth calls municipalities.
fn municipalities(features: &[(Feature, &str)]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for (Feature { properties }, _) in features {
        if properties.sort().contains("Municipality") {
            *counts.entry(properties.adm0_a3.clone()).or_insert(0) += 1;
        }
    }
    counts
}

/// How far a division reaches, by Natural Earth's word for its sort; municipalities are cities
/// where a country has few of them and small divisions where it has many.
fn extent(properties: &Properties, municipalities: &BTreeMap<String, usize>) -> Extent {
    const SMALL: &[&str] = &["Borough", "Commune", "Quarter", "Parish", "Unitary"];
    const CITY: &[&str] =
        &["City", "city", "Capital", "Captial", "Town", "Federal District", "Metropolis"];
    const FEW: usize = 6;
    let sort = properties.sort();
    let is = |words: &[&str]| words.iter().any(|word| sort.contains(word));
    let many = municipalities.get(&properties.adm0_a3).is_some_and(|count| *count > FEW);
    match () {
        () if is(SMALL) => Extent::Small,
        () if sort.contains("Municipality") && many => Extent::Small,
        () if is(CITY) || sort.contains("Municipality") => Extent::CityLike,
        () => Extent::Wide,
    }
}

/// A division no wider than a town is a small one, whatever it is called: Malta's Rabat.
fn reach(extent: Extent, line: &str) -> Result<Extent, BuildAssetsError> {
    /// Square degrees of the box around it: some 25 by 25 kilometres.
    const TOWN: f64 = 0.05;
    let [west, south, east, north] =
        super::naming::bounds_of(line)?.map(|side| f64::from(side) / 1e5);
    let narrow = (east - west) * (north - south) < TOWN;
    Ok(if extent == Extent::Wide && narrow { Extent::Small } else { extent })
}

/// The English name, or the short one where the English is the formal title of the same land.
pub(super) fn display_name(properties: &Properties) -> String {
    let short = properties.name.as_deref().unwrap_or_default();
    let english = properties.name_en.as_deref().unwrap_or(short);
    let formal = english.len() > short.len() && english.contains(short);
    if formal { short.to_owned() } else { english.to_owned() }
}

fn names(properties: &Properties, more: &str) -> Vec<(String, NameForm)> {
    let split = |list: &Option<String>| -> Vec<String> {
        list.iter().flat_map(|list| list.split('|')).map(str::to_owned).collect()
    };
    let mut main: Vec<String> =
        [&properties.name, &properties.name_en].into_iter().flatten().cloned().collect();
    let bare = main.iter().filter_map(|name| name.strip_suffix(" City")).map(str::to_owned);
    main.extend(bare.collect::<Vec<_>>());
    let mut alternate = split(&properties.name_alt);
    for name in [&properties.name_ru, &properties.name_uk].into_iter().flatten() {
        alternate.extend(cyrillic_cases(name));
        alternate.push(name.clone());
    }
    let known: BTreeSet<String> = main.iter().chain(&alternate).cloned().collect();
    let rare = more.split('|').filter(|name| !known.contains(*name) && name.chars().count() > 2);
    let rare: Vec<String> = rare.map(str::to_owned).collect();
    let alternate = alternate.into_iter().filter(|name| name.chars().count() > 2);
    main.into_iter()
        .map(|name| (name, NameForm::Main))
        .chain(alternate.map(|name| (name, NameForm::Alternate)))
        .chain(rare.into_iter().map(|name| (name, NameForm::Rare)))
        .collect()
}

struct KnownNames<'a> {
    position: (f64, f64),
    names: &'a str,
}

/// Names and label points of Natural Earth's divisions in the table of names.
fn names_in_many_languages(table: &str) -> BTreeMap<u64, KnownNames<'_>> {
    table
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("ne:")?.split('\t');
            let id = cells.next()?.parse().ok()?;
            let mut cells = cells.skip(3);
            let position = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
            Some((id, KnownNames { position, names: cells.nth(1)? }))
        })
        .collect()
}
