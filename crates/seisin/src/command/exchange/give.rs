//! What a party gives, as people type it.

use crate::{
    command::{inputs, when},
    exit::Failure,
};
use seisin_answer::{GiveRequest, GiveWhat, NearPlace};
use seisin_core::{Area, PartyId};
use seisin_exchange::hexagons_named;
use seisin_measure::{Budget, Position, Shape, ShapeLimits, union};
use seisin_places::{Gazetteer, PlaceKind};
use seisin_source::{MapLimits, parse_map};
use std::path::Path;

/// What `PARTY:WHAT` names; the file of a shape is read.
///
/// # Errors
/// Fails for words of another form, and for a file that is missing or refused.
pub(super) fn give(text: &str) -> Result<GiveRequest, Failure> {
    let (party, what) = match text.split_once(':') {
        Some((party, what)) if !party.is_empty() && !what.is_empty() => (party, what),
        _ => {
            return Err(Failure::Usage(format!(
                "--give `{text}` is not PARTY:WHAT\nhint: write it as arland:sarn"
            )));
        }
    };
    let party = PartyId(party.to_owned());
    if let Some(names) = what.strip_prefix("region=") {
        let names = names.split('+').map(str::to_owned).collect();
        return Ok(GiveRequest { party, what: GiveWhat::Lands(names), on: None });
    }
    if let Some(words) = what.strip_prefix("near=") {
        return Ok(GiveRequest { party, what: near(words)?, on: None });
    }
    if let Some(cells) = what.strip_prefix("h3=") {
        let indexes: Vec<&str> = cells.split('+').collect();
        let shape = hexagons_named(&indexes)
            .map_err(|error| Failure::Usage(format!("--give `{text}`: {error}")))?;
        let what = GiveWhat::Shape { name: format!("H3 cells {cells}"), shape };
        return Ok(GiveRequest { party, what, on: None });
    }
    if let Some(path) = what.strip_prefix("file=") {
        let shape = shape(Path::new(path))?;
        let what = GiveWhat::Shape { name: path.to_owned(), shape };
        return Ok(GiveRequest { party, what, on: None });
    }
    let (region, on) = match what.rsplit_once('@') {
        Some((region, day)) => (region, Some(when::day(day, "--give")?)),
        None => (what, None),
    };
    Ok(GiveRequest { party, what: GiveWhat::Holding(region.to_owned()), on })
}

/// `PLACE` or `PLACE/KM2`: a settlement's name or `LON,LAT`.
fn near(words: &str) -> Result<GiveWhat, Failure> {
    let (name, wanted) = match words.rsplit_once('/') {
        Some((name, km2)) => (name, Some(km2.parse::<f64>().ok())),
        None => (words, None),
    };
    let wanted = match wanted {
        None => None,
        Some(Some(km2)) if km2 > 0.0 && km2.is_finite() => Some(Area::from_square_km(km2)),
        Some(_) => {
            return Err(Failure::Usage(format!(
                "near={words} names no amount of land after the /\nhint: near=Vovchansk/250 is 250 km²"
            )));
        }
    };
    let place = position(name).or_else(|| settlement(name)).ok_or_else(|| {
        Failure::Usage(format!(
            "no settlement is called `{name}`\nhint: write its position as near=36.94,50.29"
        ))
    })?;
    Ok(GiveWhat::Near(place, wanted))
}

fn position(words: &str) -> Option<NearPlace> {
    let (lon, lat) = words.split_once(',')?;
    let (lon, lat) = (lon.parse::<f64>().ok()?, lat.parse::<f64>().ok()?);
    let on_earth = lon.abs() <= 180.0 && lat.abs() <= 90.0;
    on_earth.then(|| NearPlace { name: words.to_owned(), at: Position::new(lon, lat) })
}

/// The likeliest settlement of a name; which one it is stands in the answer.
fn settlement(name: &str) -> Option<NearPlace> {
    let found = Gazetteer::built_in().candidates(name);
    let place = found.into_iter().find(|place| place.kind == PlaceKind::Settlement)?;
    let at = Position::new(place.lon?, place.lat?);
    Some(NearPlace { name: format!("{} ({})", place.name, place.id.0), at })
}

/// The land of all features of a map file.
fn shape(path: &Path) -> Result<Shape, Failure> {
    let taking = || format!("take {}", path.display());
    let limits = MapLimits::default();
    let bytes = inputs::bytes(path, u64::try_from(limits.bytes).unwrap_or(u64::MAX))?;
    let parsed = parse_map(&bytes, &limits).map_err(|error| Failure::to(&taking(), &error))?;
    let mut shapes = Vec::new();
    for feature in parsed.features {
        let (shape, _) = Shape::from_rings(feature.polygons, &ShapeLimits::default())
            .map_err(|error| Failure::to(&taking(), &error))?;
        shapes.push(shape);
    }
    let all: Vec<&Shape> = shapes.iter().collect();
    union(&all, &Budget::default()).map_err(|error| Failure::to(&taking(), &error))
}
