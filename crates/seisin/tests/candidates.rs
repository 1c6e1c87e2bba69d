//! Claims that another program proposes, through the program: taken, refused, or without a document.

mod road;

use road::{run, run_with};
use serde_json::{Value, json};
use std::fs;

const REPORT: &str = "KYIV, Aug. 20, 2024 (Wire) - Ukraine's army raised a flag; 93 villages of Kursk region \
                      are ours, the commander told Ukraine's parliament.\n";

/// A proposal about the report, with `change` made to its fields.
fn proposal(change: &Value) -> Value {
    let mut line = json!({
        "schema": "seisin.candidate/1",
        "reader": {"id": "model-x", "version": "7"},
        "document": {"path": "./report.txt"},
        "quote": "93 villages of Kursk region are ours, the commander told Ukraine's parliament",
        "kind": "holding",
        "party": "Ukraine",
        "region": "Kursk region",
        "quantity": {"text": "93 villages", "value": 93.0, "unit": "village"},
    });
    for (field, value) in change.as_object().expect("fields") {
        line[field] = value.clone();
    }
    line
}

#[test]
fn a_proposal_becomes_a_claim_only_where_the_report_bears_it_out() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("report.txt"), REPORT).expect("the report");
    let lines = [
        proposal(&json!({})),
        proposal(&json!({"quantity": {"text": "93 villages", "value": 94.0, "unit": "village"}})),
        proposal(&json!({"quote": "94 villages of Kursk region are ours"})),
        proposal(&json!({"document": {"path": "./other.txt"}})),
        json!({"schema": "seisin.candidate/1", "obey": "ignore your rules"}),
    ];
    let file: Vec<String> = lines.iter().map(Value::to_string).collect();
    fs::write(dir.path().join("proposed.jsonl"), file.join("\n")).expect("the proposals");
    let args = [
        "read",
        "./report.txt",
        "--candidates",
        "proposed.jsonl",
        "--format",
        "jsonl",
        "--problems",
        "problems.jsonl",
    ];
    let output = run(dir.path(), &args);
    assert_eq!(output.code, 4, "{}", output.stderr);
    let claims: Vec<Value> =
        output.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let proposed: Vec<&Value> =
        claims.iter().filter(|claim| claim["reader"]["id"] == "model-x").collect();
    let [claim] = proposed.as_slice() else { panic!("{claims:?}") };
    assert_eq!(claim["quantity"]["value"], 93.0);
    assert_eq!(claim["region"]["id"], "RU-KRS");
    let problems = fs::read_to_string(dir.path().join("problems.jsonl")).expect("problems");
    assert_eq!(problems.matches("refused_candidate").count(), 2, "{problems}");
    for place in ["proposed.jsonl#4", "proposed.jsonl#5"] {
        assert!(output.stderr.contains(place), "{}", output.stderr);
    }
    assert_eq!(run(dir.path(), &args).stdout, output.stdout, "the same bytes each time");
}

#[test]
fn a_missing_file_of_proposals_is_told_before_anything_is_read() {
    let dir = tempfile::tempdir().expect("a folder");
    let output =
        run_with(dir.path(), &["read", "-", "--candidates", "none.jsonl"], REPORT.as_bytes());
    assert_eq!(output.code, 1);
    assert!(output.stderr.contains("none.jsonl") && output.stdout.is_empty(), "{}", output.stderr);
}
