//! The boundary set of the world: whose land is whose, as that set states it.

use crate::{
    rectangle::{Rectangle, SARN, VELK},
    world::WorldFile,
};
use serde_json::{Value, json};

/// The boundary set's file within the world.
pub const REGIONS_PATH: &str = "regions.geojson";

/// The name the walk-throughs give the boundary set.
pub const BOUNDARY_SET_NAME: &str = "study-v1";

/// The boundary set's licence.
pub const BOUNDARY_SET_LICENCE: &str = "CC0-1.0";

/// The file of the boundary set: the regions Sarn and Velk.
///
/// # Units
/// GeoJSON as RFC 7946 has it; `positional_error_m` is in metres.
pub fn regions() -> WorldFile {
    let collection = json!({
        "features": [
            region("sarn", "Sarn", "borland", &SARN),
            region("velk", "Velk", "arland", &VELK),
        ],
        "licence": BOUNDARY_SET_LICENCE,
        "positional_error_m": 0,
        "title": "Sarn and Velk (synthetic)",
        "type": "FeatureCollection",
    });
    WorldFile::json(REGIONS_PATH, &collection)
}

fn region(id: &str, name: &str, sovereign: &str, outline: &Rectangle) -> Value {
    json!({
        "geometry": outline.geometry(),
        "id": id,
        "properties": { "id": id, "name": name, "sovereign": sovereign },
        "type": "Feature",
    })
}
