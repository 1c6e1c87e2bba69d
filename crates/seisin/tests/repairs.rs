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
    project_with(dir, BOW_TIE);
}

fn project_with(dir: &Path, map: &str) {
    assert_eq!(run(dir, &["init"]).code, 0);
    fs::write(dir.join("2030-01-14.geojson"), map).expect("a file");
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
    let measured = before[0]["figure"]["area_km2"]["best"].as_f64().expect("the valid feature");
    assert!((measured - 1162.639).abs() < 0.01, "{measured}");
    assert_eq!(before[0]["figure"]["lower_bound"], true);
    let missing = &before[0]["figure"]["missing"][0];
    assert_eq!((&missing["party"], &missing["feature"]), (&"arland".into(), &0.into()));
    assert_eq!((&missing["ring"], &missing["vertex"]), (&0.into(), &0.into()));
    assert_eq!(before[0]["flags"][0]["kind"], "set_aside");

    // A proposal records nothing.
    let proposed = json(&run(dir.path(), &["maps", "repair", "--format", "json"]));
    assert_eq!(proposed.as_array().map(Vec::len), Some(1));
    let km2 = proposed[0]["repaired_km2"].as_f64().expect("an area");
    assert!((150.0..160.0).contains(&km2), "two triangles: {km2}");
    assert_eq!(proposed[0]["in_doubt_km2"], 0.0);
    assert_eq!(series(dir.path())[0]["figure"]["lower_bound"], true);

    let recorded = json(&run(dir.path(), &["maps", "repair", "--record", "--format", "json"]));
    assert!(recorded[0]["recorded_as"].is_string(), "{recorded}");
    let after = series(dir.path());
    let best = after[0]["figure"]["area_km2"]["best"].as_f64().expect("an area");
    assert!((best - km2 - 1162.639).abs() < 0.01, "{best}");
    assert_eq!(after[0]["figure"]["lower_bound"], false);
    assert_eq!(after[0]["map_version"], recorded[0]["recorded_as"]);

    // What was set aside is on record still, and adding it again adds nothing.
    let editions = json(&run(dir.path(), &["maps", "list", "--format", "json"]));
    assert_eq!(editions[0]["editions"], 2);
    let again = ["maps", "add", "2030-01-14.geojson", "--publisher", "m9"];
    run(dir.path(), &[&again[..], &["--valid-from-name", "%Y-%m-%d"]].concat());
    assert_eq!(series(dir.path())[0]["map_version"], recorded[0]["recorded_as"]);
    assert_eq!(run(dir.path(), &["verify"]).code, 0);
}

/// The verdict on a sentence, and its reason.
fn verdict(dir: &Path, sentence: &str, more: &[&str]) -> (String, String) {
    let asked = ["check", sentence, "--on", "2030-01-14", "--region", "sarn", "--format", "json"];
    let answer = json(&run(dir, &[&asked[..], more].concat()));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let reason = text(&answer["publishers"][0]["reason"]);
    (text(&answer["verdict"]), reason)
}

#[test]
fn what_is_missing_can_only_add_to_what_is_measured() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    // A map that names no region: the publisher declares nothing narrower than the whole.
    project_with(dir.path(), &BOW_TIE.replace(", \"region\": \"sarn\"", ""));
    fs::write(
        dir.path().join("regions.geojson"),
        r#"{"type": "FeatureCollection", "licence": "CC0-1.0", "positional_error_m": 0, "features":
         [{"type": "Feature", "properties": {"id": "sarn", "name": "Sarn"}, "geometry": {"type":
         "Polygon", "coordinates": [[[34, 51], [36, 51], [36, 52], [34, 52], [34, 51]]]}},
         {"type": "Feature", "properties": {"id": "east", "name": "East Sarn"}, "geometry": {"type":
         "Polygon", "coordinates": [[[35.5, 51], [36, 51], [36, 52], [35.5, 52], [35.5, 51]]]}}]}"#,
    )
    .expect("a file");
    let add = ["boundaries", "add", "regions.geojson", "--name", "study"];
    assert_eq!(run(dir.path(), &add).code, 0);
    // 1,162.6 km² are measured: the truth is that or more.
    for (sentence, expected) in [
        ("Arland holds more than 1,000 square kilometres of Sarn.", "supported"),
        ("Arland holds more than 1,200 square kilometres of Sarn.", "inconclusive"),
        ("Arland holds about 1,160 square kilometres of Sarn.", "inconclusive"),
        ("Arland holds less than 2,000 square kilometres of Sarn.", "inconclusive"),
        ("Arland holds less than 1,100 square kilometres of Sarn.", "contradicted"),
    ] {
        let (verdict, reason) = verdict(dir.path(), sentence, &[]);
        assert_eq!(verdict, expected, "{sentence} {reason}");
        assert!(reason.contains("lower bound") && reason.contains("feature 0"), "{reason}");
    }
    // The feature cannot lie in a region that its bounds do not reach.
    let asked = ["check", "Arland holds less than 2,000 square kilometres of East Sarn."];
    let days = ["--on", "2030-01-14", "--region", "east", "--format", "json"];
    let answer = json(&run(dir.path(), &[&asked[..], &days[..]].concat()));
    assert_eq!(answer["verdict"], "supported", "{answer}");
    assert_eq!(answer["publishers"][0]["figure"]["lower_bound"], false);
}

#[test]
fn a_party_all_of_whose_land_is_missing_is_named_all_the_same() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    assert_eq!(run(dir.path(), &["init"]).code, 0);
    let map = BOW_TIE.replacen("\"party\": \"arland\"", "\"party\": \"borland\"", 1);
    fs::write(dir.path().join("2030-01-14.geojson"), map).expect("a file");
    let add = ["maps", "add", "2030-01-14.geojson", "--publisher", "m9"];
    let added = run(dir.path(), &[&add[..], &["--valid-from-name", "%Y-%m-%d"]].concat());
    assert_eq!(added.code, 1, "{}", added.stderr);
    let rows = json(&run(dir.path(), &["holdings", "--on", "2030-01-14", "--format", "json"]));
    let of = |party: &str| {
        let row = rows.as_array().expect("rows").iter().find(|row| row["party"] == party);
        row.unwrap_or_else(|| panic!("no row of {party}: {rows}"))["figure"].clone()
    };
    assert_eq!(of("arland")["lower_bound"], false);
    assert_eq!(of("borland")["lower_bound"], true);
    assert_eq!(of("borland")["missing"][0]["party"], "borland");
    let table = run(dir.path(), &["holdings", "--on", "2030-01-14", "--format", "csv"]);
    let line = table.stdout.lines().find(|line| line.contains("borland")).expect("a line");
    assert!(line.contains("crosses or touches itself"), "{line}");
}

#[test]
fn an_edition_of_a_profile_of_ones_own_is_repaired_by_that_profile() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    assert_eq!(run(dir.path(), &["init"]).code, 0);
    let profile = r#"
        format = 1
        name = "own"
        title = "Our own files"
        [[edition_date]]
        member = "edition_date"
        [[holding]]
        party_property = "who"
        "#;
    fs::write(dir.path().join("own.toml"), profile).expect("a file");
    fs::write(dir.path().join("2030-01-14.geojson"), BOW_TIE.replace("\"party\"", "\"who\""))
        .expect("a file");
    let add = ["maps", "add", "2030-01-14.geojson", "--publisher", "m9", "--profile", "own.toml"];
    let added = run(dir.path(), &[&add[..], &["--valid-from-name", "%Y-%m-%d"]].concat());
    assert!(added.stderr.contains("1 features were refused"), "{}", added.stderr);
    let refused = run(dir.path(), &["maps", "repair", "--record"]);
    assert_eq!(refused.code, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("hint: name its file with --profile"), "{}", refused.stderr);
    let narrow = ["maps", "repair", "--max-positions", "3", "--format", "json"];
    assert_eq!(json(&run(dir.path(), &narrow)), serde_json::json!([]));
    let repair = ["maps", "repair", "--record", "--profile", "own.toml", "--format", "json"];
    assert!(json(&run(dir.path(), &repair))[0]["recorded_as"].is_string());
    assert_eq!(series(dir.path())[0]["figure"]["lower_bound"], false);
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
