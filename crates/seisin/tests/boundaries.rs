//! What a boundary set states of itself is cited with every figure measured along it, and a set that takes
//! in sea unsaid is named.

mod road;

use road::{Output, run};
use serde_json::Value;
use std::{fs, path::Path};

/// A square of a degree as a map file, with what the file says of itself and its one feature.
fn square(file: &str, feature: &str, [west, south, side]: [f64; 3]) -> String {
    let (east, north) = (west + side, south + side);
    format!(
        r#"{{"type":"FeatureCollection",{file}"features":[{{"type":"Feature","properties":{{{feature}}},
        "geometry":{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],
        [{east},{north}],[{west},{north}],[{west},{south}]]]}}}}]}}"#
    )
}

fn done(output: Output) -> Output {
    assert_eq!(output.code, 0, "{}", output.stderr);
    output
}

/// A store with one edition, on which arland holds half of Sarn.
fn store() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    done(run(dir.path(), &["init", "."]));
    let map = square("", r#""party":"arland""#, [34.5, 51.0, 1.0]);
    fs::write(dir.path().join("2030-01-14.geojson"), map).expect("a map");
    let words = "maps add 2030-01-14.geojson --publisher m1 --licence CC0-1.0 --positional-error 10 \
                 --valid-from-name %Y-%m-%d";
    done(run(dir.path(), &words.split_whitespace().collect::<Vec<_>>()));
    dir
}

fn add(dir: &Path, text: &str, more: &[&str]) -> Output {
    fs::write(dir.join("regions.geojson"), text).expect("a file");
    let words = ["boundaries", "add", "regions.geojson", "--licence", "CC0-1.0"];
    run(dir, &[&words[..], &["--positional-error", "5"], more].concat())
}

fn json(dir: &Path, args: &[&str]) -> Value {
    let output = done(run(dir, &[args, &["--format", "json"]].concat()));
    serde_json::from_str(&output.stdout).expect("JSON")
}

const SARN: &str = r#""id":"sarn","name":"Sarn""#;

#[test]
fn what_a_set_states_is_cited_with_every_figure() {
    let store = store();
    let dir = store.path();
    let stated = ["--name", "stated", "--regions-end-at", "territorial-sea", "--as-of"];
    let stated = [&stated[..], &["2029-12-31", "--according-to", "the study"]].concat();
    done(add(dir, &square("", SARN, [34.0, 51.0, 1.0]), &stated));
    let phrase = "stated (with territorial sea, as of 2029-12-31, according to the study)";
    let asked = ["--on", "2030-01-14", "--region", "sarn"];
    let row = &json(dir, &[&["holdings"], &asked[..]].concat())[0];
    assert_eq!(row["region_rule"], format!("cut along boundary set {phrase}"));
    assert_eq!(row["figure"]["of"], format!("Sarn by boundary set {phrase}"));
    let share = row["figure"]["share"]["best"].as_f64().expect("a share");
    assert!((share - 0.5).abs() < 1e-9, "{share}");
    let series = json(dir, &["series", "--region", "sarn"]);
    assert_eq!(series[0]["region_rule"], row["region_rule"]);
    let listed = &json(dir, &["boundaries", "list"])[0];
    assert_eq!(listed["regions_end_at"], "territorial-sea");
    assert_eq!(listed["as_of"], "2029-12-31");
    assert_eq!(listed["according_to"], "the study");
    let sentence = ["check", "Arland holds half of Sarn", "--on", "2030-01-14"];
    let checked = json(dir, &sentence);
    assert_eq!(checked["settings"]["boundary_set"]["regions_end_at"], "territorial-sea");
    // The same file that states something else is another set, and needs another name.
    let other = add(dir, &square("", SARN, [34.0, 51.0, 1.0]), &["--name", "stated"]);
    assert_eq!(other.code, 1, "{}", other.stderr);
}

#[test]
fn a_file_states_it_for_itself_and_nothing_is_guessed() {
    let store = store();
    let file = r#""regions_end_at":"coast","as_of":"2029-12-31","#;
    done(add(store.path(), &square(file, SARN, [34.0, 51.0, 1.0]), &["--name", "own"]));
    let wrong = r#""regions_end_at":"the sea","as_of":"lately","#;
    let said =
        done(add(store.path(), &square(wrong, SARN, [34.0, 51.0, 1.0]), &["--name", "open"]));
    for words in ["regions_end_at \"the sea\" is not understood", "as_of \"lately\""] {
        assert!(said.stderr.contains(words), "{words}: {}", said.stderr);
    }
    let listed = json(store.path(), &["boundaries", "list"]);
    let of = |name: &str| {
        listed.as_array().and_then(|rows| rows.iter().find(|row| row["boundary_set"] == name))
    };
    assert_eq!(of("own").map(|row| &row["regions_end_at"]), Some(&"coast".into()));
    assert_eq!(of("open").map(|row| &row["regions_end_at"]), Some(&Value::Null));
}

#[test]
fn a_region_that_takes_in_sea_unsaid_is_named() {
    let store = store();
    // Several times as large as the city whose code it bears.
    let sevastopol = square("", r#""id":"UA-40","name":"Sevastopol""#, [33.0, 44.2, 0.9]);
    let said = done(add(store.path(), &sevastopol, &["--name", "unsaid"])).stderr;
    for words in ["larger than its land by Natural Earth", "--regions-end-at territorial-sea"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let sea = ["--name", "said", "--regions-end-at", "territorial-sea"];
    let said = done(add(store.path(), &sevastopol, &sea)).stderr;
    assert!(!said.contains("larger than its land"), "{said}");
}

#[test]
fn disputed_lands_are_listed_with_all_who_claim_them() {
    let dir = tempfile::tempdir().expect("a folder");
    let rows = json(dir.path(), &["boundaries", "disputed"]);
    let rows = rows.as_array().expect("rows");
    let crimea = rows.iter().find(|row| row["id"] == "disputed:crimea").expect("it is disputed");
    let codes: Vec<&str> = crimea["claimants"]
        .as_array()
        .map(|claimants| claimants.iter().filter_map(|one| one["code"].as_str()).collect())
        .unwrap_or_default();
    assert_eq!(codes, ["UA", "RU"]);
}

/// A point of view is one state's, by a named source, and measures only where coarse lines may.
#[test]
fn a_point_of_view_is_a_set_of_its_own_and_coarse() {
    let dir = tempfile::tempdir().expect("a folder");
    let dir = dir.path();
    done(run(dir, &["init", "."]));
    let views = json(dir, &["boundaries", "views", "--as-seen-by", "ua"]);
    let crimea = views.as_array().expect("rows").iter().find(|row| row["name"] == "Crimea");
    let crimea = crimea.expect("it is listed");
    assert_eq!((&crimea["seen_by"], &crimea["seen_as"]), (&"UA".into(), &"UA".into()));
    assert!(crimea["source"].to_string().contains("Natural Earth"));
    for code in ["UA", "RU"] {
        done(run(dir, &["boundaries", "add", "--as-seen-by", code]));
    }
    let sets = json(dir, &["boundaries", "list"]);
    let sovereign = |set: &str| {
        let rows = sets.as_array().expect("rows");
        let row = rows.iter().find(|row| row["boundary_set"] == set && row["name"] == "Crimea");
        row.expect("it is in the set")["sovereign"].clone()
    };
    assert_eq!(sovereign("as-seen-by-UA"), "ukraine");
    assert_eq!(sovereign("as-seen-by-RU"), "russia");
    let unknown = run(dir, &["boundaries", "add", "--as-seen-by", "ZZ"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("known are the views of"), "{}", unknown.stderr);

    let ring = "[[[34.0,45.0],[34.5,45.0],[34.5,45.5],[34.0,45.5],[34.0,45.0]]]";
    let map = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"party":"arland"}},"geometry":{{"type":"Polygon","coordinates":{ring}}}}}]}}"#
    );
    fs::write(dir.join("2030-01-14.geojson"), map).expect("a file");
    let add = ["maps", "add", "2030-01-14.geojson", "--publisher", "m", "--licence", "CC0-1.0"];
    let how = ["--profile", "parties", "--positional-error", "0", "--valid-from-name", "%Y-%m-%d"];
    done(run(dir, &[&add[..], &how].concat()));
    let asked = ["holdings", "--on", "2030-01-14", "--region", "Crimea"];
    let of_set = [&asked[..], &["--boundaries", "as-seen-by-UA"]].concat();
    let refused = run(dir, &of_set);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("--allow-coarse"), "{}", refused.stderr);
    let rows = json(dir, &[&of_set[..], &["--allow-coarse"]].concat());
    let row = &rows[0];
    let rule = row["region_rule"].as_str().expect("a rule");
    assert!(rule.contains("according to UA, by Natural Earth, coarse by about 1 km"), "{rule}");
    let area = &row["figure"]["area_km2"];
    let (low, best) = (area["low"].as_f64().expect("km²"), area["best"].as_f64().expect("km²"));
    assert!((best - 2_190.0).abs() < 10.0, "{best}");
    assert!(low <= best, "{low}");
    // Unasked for, no point of view is taken: the regions that only name answer.
    let rows = json(dir, &asked);
    assert_eq!(rows[0]["boundary_set"], Value::Null);
}
