//! Every listing in every form it is printed in: the same rows, and the fields the reference names.

mod road;
mod world;

use road::run;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};
use world::{answer, demo, done};

const LISTINGS: [&[&str]; 11] = [
    &["maps", "list"],
    &["boundaries", "list"],
    &["frames"],
    &["claims"],
    &["holdings", "--on", "2030-01-14"],
    &["holdings", "--from", "2030-01-07", "--to", "2030-01-21", "--region", "sarn"],
    &["series", "--every", "week"],
    &["diff", "--from", "2030-01-07", "--to", "2030-01-21", "--maps", "m1"],
    &["coverage"],
    &["origins"],
    &["offers"],
];

fn printed(command: &[&str], format: &str) -> String {
    done(run(demo(), &[command, &["--format", format]].concat())).stdout
}

/// The objects of a JSON list.
fn rows(command: &[&str]) -> Vec<Value> {
    match answer(demo(), command) {
        Value::Array(rows) => rows,
        other => panic!("{command:?} prints no list but {other}"),
    }
}

#[test]
fn every_form_has_the_same_rows() {
    for command in LISTINGS {
        let rows = rows(command);
        assert!(!rows.is_empty() && rows.iter().all(Value::is_object), "{command:?}");
        let lines = printed(command, "jsonl");
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
        assert_eq!(lines, rows, "{command:?}");
        assert_eq!(csv_rows(&printed(command, "csv")), rows.len(), "{command:?}");
        let table = printed(command, "table");
        assert_eq!(table.lines().count(), 1 + rows.len(), "{command:?}: {table}");
        assert_eq!(done(run(demo(), command)).stdout, table, "a table is the default");
    }
}

/// How many rows a CSV has under its headings, each of which has every cell.
fn csv_rows(text: &str) -> usize {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let distinct: BTreeSet<&str> = headings.iter().collect();
    assert_eq!(distinct.len(), headings.len(), "{headings:?}");
    assert!(headings.iter().all(|heading| !heading.is_empty()));
    let rows: Result<Vec<_>, _> = reader.records().collect();
    rows.expect("as many cells as headings").len()
}

/// Single answers are one object, the same in both JSON forms, and one row as CSV.
#[test]
fn single_answers_have_every_form_too() {
    let check = ["check", "Arland holds more than 400 square miles of Sarn", "--on", "2030-01-14"];
    let object = answer(demo(), &check);
    assert_eq!(object["schema"], "seisin.check/1");
    let line: Value = serde_json::from_str(&printed(&check, "jsonl")).expect("one object");
    assert_eq!(line, object);
    assert!(csv_rows(&printed(&check, "csv")) >= 1);
    let give = ["exchange", "eval", "--give", "arland:sarn", "--give", "borland:velk"];
    let eval = [&give[..], &["--on", "2030-01-14", "--maps", "m1"]].concat();
    assert_eq!(csv_rows(&printed(&eval, "csv")), 1);
}

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference").join(name);
    fs::read_to_string(path).expect("a page of the reference")
}

/// The fields that stand first in a row of the page's first table.
fn documented(text: &str) -> BTreeSet<String> {
    let table = text.lines().skip_while(|line| !line.starts_with("|---"));
    let rows = table.skip(1).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1).map(ToOwned::to_owned));
    cells.flat_map(|cell| ticked(&cell)).collect()
}

/// The words between backticks.
fn ticked(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

/// Every field the page lists is in the record, and none that the page does not speak of.
#[track_caller]
fn has_the_fields(record: &Value, page: &str) {
    let fields: BTreeSet<String> = record.as_object().expect("an object").keys().cloned().collect();
    let listed = documented(page);
    assert!(listed.len() >= 10, "{listed:?}");
    let missing: Vec<_> = listed.difference(&fields).collect();
    assert!(missing.is_empty(), "{missing:?} not in {record}");
    let spoken_of: BTreeSet<String> = ticked(page).into_iter().collect();
    let unknown: Vec<_> = fields.difference(&spoken_of).collect();
    assert!(unknown.is_empty(), "{unknown:?} is on no line of the page");
}

#[test]
fn records_have_the_fields_of_the_reference() {
    let claims = rows(&["claims"]);
    assert!(claims.len() >= 8, "{} claims", claims.len());
    for claim in &claims {
        has_the_fields(claim, &page("claim.md"));
        assert_eq!(claim["schema"], "seisin.claim/1");
    }
    let sentence = "Arland says its forces hold more than 400 square miles of Sarn";
    let check = answer(demo(), &["check", sentence, "--on", "2030-01-14"]);
    has_the_fields(&check, &page("check.md"));
    has_the_fields(&check["claim"], &page("claim.md"));
    for (command, name) in
        [(LISTINGS[6], "series"), (LISTINGS[7], "diff"), (LISTINGS[8], "coverage")]
    {
        for row in rows(command) {
            has_the_fields(&row, &page(&format!("{name}.md")));
            assert_eq!(row["schema"], format!("seisin.{name}/1"));
        }
    }
}

/// The words a claim rests on stand in the report where it says, counted in code points.
#[test]
fn evidence_stands_in_the_report() {
    for claim in rows(&["claims"]) {
        let path = claim["document"]["path"].as_str().expect("a path");
        let text: Vec<char> =
            fs::read_to_string(demo().join(path)).expect("the report").chars().collect();
        let evidence = &claim["evidence"];
        let at = |name: &str| {
            usize::try_from(evidence[name].as_u64().expect("an offset")).expect("small")
        };
        let words: String = text.get(at("start")..at("end")).expect("inside").iter().collect();
        assert_eq!(evidence["exact"], words.as_str(), "{path}");
        let before: String = text.get(..at("start")).expect("inside").iter().collect();
        let after: String = text.get(at("end")..).expect("inside").iter().collect();
        assert!(before.ends_with(evidence["prefix"].as_str().expect("words")), "{path}");
        assert!(after.starts_with(evidence["suffix"].as_str().expect("words")), "{path}");
    }
}

/// What a filter leaves is what the whole list has of it.
#[test]
fn filters_only_leave_out() {
    let all = rows(&["claims"]);
    for kind in ["holding", "response", "statement"] {
        let some = rows(&["claims", "--kind", kind]);
        let expected: Vec<&Value> = all.iter().filter(|claim| claim["kind"] == kind).collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), expected);
    }
    let sarn = rows(&["claims", "--region", "sarn"]);
    assert!(!sarn.is_empty() && sarn.len() < all.len());
    let held = rows(&["holdings", "--on", "2030-01-14", "--maps", "m2"]);
    assert!(!held.is_empty() && held.iter().all(|row| row["publisher"] == "m2"));
}

#[test]
fn what_was_put_on_record_is_a_record() {
    let dir = tempfile::tempdir().expect("a folder for the project");
    let regions = demo().join("regions.geojson").display().to_string();
    let added = |args: &[&str]| {
        let record = &answer(dir.path(), args)[0];
        (record["what"].clone(), record["added"].clone(), record["on_record"].clone())
    };
    let boundaries = ["boundaries", "add", &regions, "--name", "study-v1", "--licence", "CC0-1.0"];
    assert_eq!(added(&["init"]), ("store".into(), 1.into(), 0.into()));
    assert_eq!(added(&boundaries), ("boundary_set".into(), 1.into(), 0.into()));
    assert_eq!(added(&boundaries), ("boundary_set".into(), 0.into(), 1.into()));
}
