//! A feature that crosses itself: set aside, never measured, repaired on request beside what it was.

mod road;

use road::{Output, run};
use serde_json::Value;
use std::{fs, path::Path};

const BOW_TIE: &str = r#"{"type": "FeatureCollection", "publisher": "m9", "licence": "CC0-1.0", "positional_error_m": 0,
 "features": [
  {"type": "Feature", "properties": {"party": "arland", "region": "sarn"}, "geometry": {"type": "Polygon",
   "coordinates": [[[35, 51.2], [35.2, 51.4], [35.2, 51.2], [35, 51.4], [35, 51.2]]]}},
  {"type": "Feature", "properties": {"party": "arland", "region": "sarn"}, "geometry": {"type": "Polygon",
   "coordinates": [[[35.5, 51.2], [36, 51.2], [36, 51.5], [35.5, 51.5], [35.5, 51.2]]]}}]}"#;

fn json(output: &Output) -> Value {
    assert_eq!(output.code, 0, "{}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

fn project(dir: &Path) {
    assert_eq!(run(dir, &["init"]).code, 0);
    fs::write(dir.join("2030-01-14.geojson"), BOW_TIE).expect("a file");
    let added = run(
        dir,
        &[
            "maps",
            "add",
            "2030-01-14.geojson",
            "--publisher",
            "m9",
            "--valid-from-name",
            "%Y-%m-%d",
        ],
    );
    assert_eq!(added.code, 1, "{}", added.stderr);
    assert!(added.stderr.contains("ring 0, vertex 0"), "{}", added.stderr);
}

fn series(dir: &Path) -> Value {
    json(&run(dir, &["series", "--party", "arland", "--format", "json"]))
}

#[test]
fn an_invalid_feature_is_repaired_beside_what_it_was() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    project(dir.path());
    let before = series(dir.path());
    assert!(before[0]["figure"].is_null() && before[0]["reason"].is_string(), "{before}");
    assert_eq!(before[0]["flags"][0]["kind"], "set_aside");

    // A proposal records nothing.
    let proposed = json(&run(dir.path(), &["maps", "repair", "--format", "json"]));
    assert_eq!(proposed.as_array().map(Vec::len), Some(1));
    let km2 = proposed[0]["repaired_km2"].as_f64().expect("an area");
    assert!((150.0..160.0).contains(&km2), "two triangles: {km2}");
    assert_eq!(proposed[0]["in_doubt_km2"], 0.0);
    assert!(series(dir.path())[0]["figure"].is_null());

    let recorded = json(&run(dir.path(), &["maps", "repair", "--record", "--format", "json"]));
    assert!(recorded[0]["recorded_as"].is_string(), "{recorded}");
    let after = series(dir.path());
    let best = after[0]["figure"]["area_km2"]["best"].as_f64().expect("an area");
    assert!((best - km2 - 1162.639).abs() < 0.01, "{best}");
    assert_eq!(after[0]["map_version"], recorded[0]["recorded_as"]);

    // What was set aside is on record still, and adding it again adds nothing.
    let editions = json(&run(dir.path(), &["maps", "list", "--format", "json"]));
    assert_eq!(editions[0]["editions"], 2);
    let again = ["maps", "add", "2030-01-14.geojson", "--publisher", "m9"];
    run(dir.path(), &[&again[..], &["--valid-from-name", "%Y-%m-%d"]].concat());
    assert_eq!(series(dir.path())[0]["map_version"], recorded[0]["recorded_as"]);
    assert_eq!(run(dir.path(), &["verify"]).code, 0);
}

#[test]
fn a_boundary_set_with_an_invalid_region_is_told() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    assert_eq!(run(dir.path(), &["init"]).code, 0);
    let regions = BOW_TIE.replacen("\"party\": \"arland\"", "\"id\": \"a\"", 1);
    let regions = regions.replacen("\"party\": \"arland\"", "\"id\": \"b\"", 1);
    fs::write(dir.path().join("regions.geojson"), regions).expect("a file");
    let added = run(dir.path(), &["boundaries", "add", "regions.geojson", "--name", "study"]);
    assert_eq!(added.code, 1, "{}", added.stderr);
    assert!(added.stderr.contains("1 regions were refused"), "{}", added.stderr);
    let listed = json(&run(dir.path(), &["boundaries", "list", "--format", "json"]));
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}
