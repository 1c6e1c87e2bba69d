//! The control maps of the world: four editions of publisher m1 and one of m2.

use crate::{
    rectangle::{
        ARLAND_IN_SARN, ARLAND_IN_SARN_BY_M2, ARLAND_IN_SARN_CORRECTED, ARLAND_IN_SARN_LATER,
        BORLAND_IN_VELK, Rectangle,
    },
    world::WorldFile,
};
use serde_json::{Value, json};

/// How one publisher's maps are to be added: what `seisin maps add` is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapSource {
    /// The publisher's identifier, and the folder its editions lie in.
    pub publisher: &'static str,
    /// The publisher's terms.
    pub licence: &'static str,
    /// Where in a file's name the day stands whose situation it shows.
    pub valid_from_name: &'static str,
    /// The table of when each edition came out: columns `file` and `published`.
    pub published: &'static str,
}

/// The two publishers of the world.
pub const MAP_SOURCES: [MapSource; 2] = [
    MapSource {
        publisher: "m1",
        licence: "no redistribution",
        valid_from_name: "%Y-%m-%d",
        published: "sidecar.csv",
    },
    MapSource {
        publisher: "m2",
        licence: "CC BY 4.0",
        valid_from_name: "%Y-%m-%d",
        published: "sidecar-m2.csv",
    },
];

/// The height, in metres, at the corners of the one edition that carries heights.
const HEIGHT: f64 = 164.0;

/// The files of every edition, and each publisher's table of publication.
///
/// # Assumptions
/// The first edition of m1 carries heights, which a reader of areas has to drop; `2030-01-14` has
/// a second edition that corrects the first and came out three days later.
pub fn editions() -> Vec<WorldFile> {
    let [m1, m2] = MAP_SOURCES;
    let arland = |outline: Rectangle| holding("arland", "sarn", &outline.geometry());
    let borland = || holding("borland", "velk", &BORLAND_IN_VELK.geometry());
    let with_height = holding("arland", "sarn", &ARLAND_IN_SARN.geometry_with_height(HEIGHT));
    vec![
        edition(&m1, "2030-01-07", &[with_height]),
        edition(&m1, "2030-01-14", &[arland(ARLAND_IN_SARN), borland()]),
        edition(&m1, "2030-01-14.v2", &[arland(ARLAND_IN_SARN_CORRECTED), borland()]),
        edition(&m1, "2030-01-21", &[arland(ARLAND_IN_SARN_LATER), borland()]),
        edition(&m2, "2030-01-14", &[arland(ARLAND_IN_SARN_BY_M2)]),
        publication_table(
            &m1,
            &[
                ("2030-01-07", "2030-01-08T18:00Z"),
                ("2030-01-14", "2030-01-15T18:00Z"),
                ("2030-01-14.v2", "2030-01-18T09:00Z"),
                ("2030-01-21", "2030-01-22T18:00Z"),
            ],
        ),
        publication_table(&m2, &[("2030-01-14", "2030-01-15T12:00Z")]),
    ]
}

fn edition(source: &MapSource, stem: &str, features: &[Value]) -> WorldFile {
    let collection = json!({
        "features": features,
        "licence": source.licence,
        "positional_error_m": 0,
        "publisher": source.publisher,
        "type": "FeatureCollection",
    });
    WorldFile::json(&format!("{}/{stem}.geojson", source.publisher), &collection)
}

fn holding(party: &str, region: &str, geometry: &Value) -> Value {
    json!({
        "geometry": geometry,
        "properties": { "party": party, "region": region },
        "type": "Feature",
    })
}

fn publication_table(source: &MapSource, rows: &[(&str, &str)]) -> WorldFile {
    let rows = rows.iter().map(|(stem, instant)| format!("{stem}.geojson,{instant}\n"));
    let table: String = std::iter::once("file,published\n".to_owned()).chain(rows).collect();
    WorldFile::text(source.published, &table)
}
