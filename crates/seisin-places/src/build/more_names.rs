//! Spellings that newsrooms use and the sources lack.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    place_names::{Place, PlaceId},
};
use crate::gazetteer::NameForm;
use serde::Deserialize;

const TABLE: &str = "more-names.toml";
/// Countries whose place names bear the Arabic article, which English reports often leave out.
const WITH_ARTICLE: &[&[u8; 2]] = &[
    b"AE", b"BH", b"DZ", b"EG", b"EH", b"IQ", b"JO", b"KW", b"LB", b"LY", b"MA", b"MR", b"OM",
    b"PS", b"QA", b"SA", b"SD", b"SY", b"TN", b"YE",
];
const ARTICLES: &[&str] =
    &["Al", "El", "Ad", "An", "Ar", "As", "Ash", "At", "Ath", "Az", "Aḑ", "Aş", "Aţ", "Az̧"];

#[derive(Deserialize)]
struct Table {
    more: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    names: Vec<String>,
}

/// Gives places the names of the table, and names with an Arabic article the form without it.
pub(super) fn add(inputs: &mut Inputs, places: &mut [Place]) -> Result<(), BuildAssetsError> {
    let table: Table =
        toml::from_str(&inputs.source_text(TABLE)?).map_err(|cause| shape(TABLE, cause))?;
    for row in table.more {
        let known = PlaceId::Written(row.id.clone());
        let place = places.iter_mut().find(|place| place.id == known);
        let place = place.ok_or_else(|| shape(TABLE, format!("{} is not known", row.id)))?;
        place.names.extend(row.names.into_iter().map(|name| (name, NameForm::Alternate)));
    }
    let arabic = |place: &&mut Place| {
        place.country.is_some_and(|code| WITH_ARTICLE.iter().any(|known| **known == code))
    };
    for place in places.iter_mut().filter(arabic) {
        let bare: Vec<String> =
            place.names.iter().filter_map(|(name, _)| without_article(name)).collect();
        place.names.extend(bare.into_iter().map(|name| (name, NameForm::Alternate)));
    }
    Ok(())
}

fn without_article(name: &str) -> Option<String> {
    const SHORTEST: usize = 5;
    let (first, rest) = name.split_once([' ', '-'])?;
    let bare = ARTICLES.contains(&first) && rest.chars().count() >= SHORTEST;
    bare.then(|| rest.to_owned())
}
