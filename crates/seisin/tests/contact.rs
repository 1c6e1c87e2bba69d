//! `seisin contact` and `seisin points`, run as a person would.

mod road;
mod world;

use road::run;
use serde_json::Value;
use std::{fs, path::Path};
use world::{answer, demo, done};

const CONTACT: [&str; 5] = ["contact", "--maps", "m1", "--on", "2030-01-14"];

fn only(answer: &Value) -> &Value {
    let rows = answer.as_array().expect("a list of rows");
    assert_eq!(rows.len(), 1, "{rows:?}");
    &rows[0]
}

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().expect("a number");
    assert!(
        (value - expected).abs() <= 1e-5 * expected.abs().max(1e-6),
        "{value} is not {expected}"
    );
}

/// The line is the one that an exchange starts from.
#[test]
fn the_line_of_contact_is_that_of_an_exchange_before_it() {
    let found = answer(demo(), &CONTACT);
    let row = only(&found);
    assert_eq!(row["schema"], "seisin.contact/1");
    assert_eq!((&row["first_party"], &row["second_party"]), (&"arland".into(), &"borland".into()));
    let give = ["--give", "arland:sarn", "--give", "borland:velk", "--on", "2030-01-14"];
    let exchange = answer(demo(), &[&["exchange", "eval"], &give[..], &["--maps", "m1"]].concat());
    let before = exchange[0]["line_km"]["value"]["before"].as_f64().expect("a length");
    assert!((before - 211.336).abs() < 0.001, "{before}");
    close(&row["length_km"], before);
    close(&row["decided_km"], before);
    assert_eq!(row["undecided_km"], 0.0);
    let notes = row["notes"].to_string();
    assert!(
        notes.contains("boundary set study-v1 without what the map draws as borland"),
        "{notes}"
    );
    assert!(notes.contains("does not state whether its regions end at the coast"), "{notes}");
}

/// Regions side by side share the line out between them.
#[test]
fn the_parts_of_a_line_in_two_regions_are_the_whole() {
    let whole = only(&answer(demo(), &CONTACT))["length_km"].as_f64().expect("a length");
    let part = |region: &str| {
        let found = answer(demo(), &[&CONTACT[..], &["--region", region]].concat());
        assert_eq!(only(&found)["region"], region);
        only(&found)["length_km"].as_f64().expect("a length")
    };
    let (sarn, velk) = (part("sarn"), part("velk"));
    assert!(sarn > 20.0 && velk > 20.0, "{sarn} {velk}");
    assert!((sarn + velk - whole).abs() < 1e-6, "{sarn} + {velk} is not {whole}");
}

#[test]
fn a_line_goes_into_files_and_pictures_only_where_its_terms_allow() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = dir.join("contact.geojson");
    let path = file.to_string_lossy();
    let refused = run(demo(), &[&CONTACT[..], &["-o", &path]].concat());
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("--withhold"), "{}", refused.stderr);
    let picture = dir.join("contact.svg");
    let refused = run(demo(), &[&CONTACT[..], &["--plot", &picture.to_string_lossy()]].concat());
    assert_eq!(refused.code, 1, "a picture of a line passes it on");

    let by_m2 = ["contact", "--maps", "m2", "--on", "2030-01-14", "--format", "json"];
    for (name, kind) in
        [("line.geojson", "geojson"), ("line.parquet", "parquet"), ("line.fgb", "fgb")]
    {
        let file = dir.join(name);
        done(run(demo(), &[&by_m2[..], &["-o", &file.to_string_lossy()]].concat()));
        assert!(fs::metadata(&file).expect("the file is there").len() > 100, "{kind}");
    }
    let text = fs::read_to_string(dir.join("line.geojson")).expect("a file");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let feature = &file["features"][0];
    assert_eq!(feature["geometry"]["type"], "MultiLineString");
    assert_eq!(feature["properties"]["kind"], "decided");
    assert!(file["attribution"].to_string().contains("CC BY 4.0"), "{}", file["attribution"]);
    let lines = feature["geometry"]["coordinates"].as_array().expect("lines");
    assert!(lines.iter().all(|line| line.as_array().is_some_and(|line| line.len() > 1)));
    // What is read back is of the length told.
    let picture = dir.join("line.svg");
    done(run(demo(), &[&by_m2[..], &["--plot", &picture.to_string_lossy()]].concat()));
    let svg = fs::read_to_string(picture).expect("a picture");
    assert!(svg.contains("m2 2030-01-14") && svg.contains("CC BY 4.0"));
}

#[test]
fn what_makes_no_question_is_refused_with_a_hint() {
    for (args, words) in [
        (&["contact", "--maps", "m1"][..], "no day is named"),
        (&["contact", "--on", "2030-01-14", "--between", "arland"], "does not name two parties"),
        (&["contact", "--on", "2030-01-14", "--region", "nowhere"], "nowhere"),
        (&["points", "none.csv", "--on", "2030-01-14"], "none.csv"),
    ] {
        let output = run(demo(), args);
        assert!(output.code != 0 && output.stderr.contains(words), "{args:?}: {}", output.stderr);
    }
    let nobody = answer(demo(), &[&CONTACT[..], &["--between", "arland,freeland"]].concat());
    let reason = only(&nobody)["reason"].as_str().expect("a reason");
    assert!(reason.contains("nothing tells what freeland holds"), "{reason}");
}

/// A list of places laid out in a folder of its own.
fn list(name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let places = "name,lon,lat,kind\nHolm,35.7,51.3,school\nBirk,36.1,51.7,\nEsk,34.5,51.9,\n\
                  Line,35.4801,51.3,\nAway,60.0,10.0,\n";
    fs::write(&path, places).expect("the build's own folder can be written");
    path.to_string_lossy().into_owned()
}

fn held(rows: &Value) -> Vec<(String, String, String)> {
    let word = |row: &Value, field: &str| row[field].as_str().unwrap_or("").to_owned();
    let rows = rows.as_array().expect("rows");
    rows.iter().map(|row| (word(row, "name"), word(row, "held"), word(row, "party"))).collect()
}

fn told(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
}

#[test]
fn each_place_is_told_with_who_is_shown_to_hold_it() {
    let list = list("places.csv");
    let asked = ["points", &list, "--maps", "m1", "--on", "2030-01-14"];
    let rows = answer(demo(), &asked);
    assert_eq!(
        held(&rows),
        told(&[
            ("Holm", "held", "arland"),
            ("Birk", "held", "borland"),
            ("Esk", "not_shown", ""),
            ("Line", "held", "arland"),
            ("Away", "outside_coverage", ""),
        ])
    );
    assert_eq!(
        (&rows[0]["kind"], &rows[0]["schema"]),
        (&"school".into(), &"seisin.point/1".into())
    );
    // The edition of a week before does not reach so far west, and declares nothing for Borland.
    let earlier = answer(demo(), &["points", &list, "--maps", "m1", "--on", "2030-01-07"]);
    assert_eq!(held(&earlier)[3], told(&[("Line", "not_shown", "")])[0]);
    assert_eq!(held(&earlier)[1], told(&[("Birk", "outside_coverage", "")])[0]);
    let counts = answer(demo(), &[&asked[..], &["--counts"]].concat());
    let counts: Vec<(&str, u64)> = counts
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            (row["held"].as_str().expect("a word"), row["points"].as_u64().expect("a number"))
        })
        .collect();
    assert_eq!(counts, [("held", 2), ("held", 1), ("not_shown", 1), ("outside_coverage", 1)]);
}

#[test]
fn places_go_into_files_whatever_the_terms_of_the_map() {
    let list = list("exported.csv");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("places.geojson");
    let path = file.to_string_lossy();
    done(run(demo(), &["points", &list, "--maps", "m1", "--on", "2030-01-14", "-o", &path]));
    let text = fs::read_to_string(&file).expect("a file");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        file["features"][0]["geometry"],
        serde_json::json!({"type": "Point", "coordinates": [35.7, 51.3]})
    );
    assert_eq!(file["features"][0]["properties"]["shown_party"], "arland");
}

/// A map whose lines may be off decides nothing near them.
#[test]
fn what_lies_nearer_to_a_line_than_lines_may_be_off_is_undecided() {
    let dir = tempfile::tempdir().expect("a folder");
    let dir = dir.path();
    let ring =
        |w: f64, e: f64| format!("[[[{w},51.0],[{e},51.0],[{e},52.0],[{w},52.0],[{w},51.0]]]");
    let feature = |party: &str, w: f64, e: f64| {
        format!(
            r#"{{"type":"Feature","properties":{{"party":"{party}"}},"geometry":{{"type":"Polygon","coordinates":{}}}}}"#,
            ring(w, e)
        )
    };
    let map = format!(
        r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
        feature("arland", 35.0, 36.0),
        feature("borland", 36.0, 37.0)
    );
    fs::write(dir.join("2030-01-14.geojson"), map).expect("a file");
    done(run(dir, &["init", "."]));
    let add = ["maps", "add", "2030-01-14.geojson", "--publisher", "m", "--licence", "CC0-1.0"];
    let how =
        ["--profile", "parties", "--positional-error", "2000", "--valid-from-name", "%Y-%m-%d"];
    let added = run(dir, &[&add[..], &how].concat());
    assert_eq!(added.code, 0, "{}", added.stderr);
    fs::write(
        dir.join("places.csv"),
        "name,lon,lat\nNear,35.98,51.5\nFar,35.9,51.5\nPast,36.02,51.5\n",
    )
    .expect("a file");
    let rows = answer(dir, &["points", "places.csv", "--on", "2030-01-14"]);
    assert_eq!(
        held(&rows),
        told(&[
            ("Near", "undecided", "arland"),
            ("Far", "held", "arland"),
            ("Past", "undecided", "borland")
        ])
    );
    let metres = rows[0]["from_line_m"].as_f64().expect("a distance");
    assert!((metres - 1389.0).abs() < 5.0, "{metres}");
    // Both have land 2 km beside the whole line, but for its two ends.
    let found = answer(dir, &["contact", "--on", "2030-01-14"]);
    let row = only(&found);
    close(&row["length_km"], 111.258);
    let undecided = row["undecided_km"].as_f64().expect("a length");
    assert!(undecided < 1.1, "{undecided}");
}
