//! What a party gives, as people type it.

use crate::{
    command::{inputs, when},
    exit::Failure,
};
use seisin_answer::{GiveRequest, GiveWhat};
use seisin_core::PartyId;
use seisin_measure::{Budget, Shape, ShapeLimits, union};
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
