//! Offers written down by hand: versions kept apart, answers that contradict each other, edits as new
//! records, and where each party stood on a day.

mod road;

use road::{Output, run};
use serde_json::Value;
use std::{fs, path::Path};
use tempfile::TempDir;

fn done(output: Output) -> Output {
    assert_eq!(output.code, 0, "{}", output.stderr);
    output
}

fn answer(dir: &Path, args: &[&str]) -> Value {
    let output = done(run(dir, &[args, &["--format", "json"]].concat()));
    serde_json::from_str(&output.stdout).expect("a JSON answer")
}

/// A project with these records, and what was said of them.
fn recorded(records: &str) -> (TempDir, String) {
    let dir = tempfile::tempdir().expect("a folder");
    done(run(dir.path(), &["init", "."]));
    let said = record(dir.path(), records);
    (dir, said)
}

fn record(dir: &Path, records: &str) -> String {
    fs::write(dir.join("offers.txt"), records).expect("a file");
    done(run(dir, &["offers", "record", "offers.txt"])).stderr
}

fn offers(dir: &Path, more: &[&str]) -> Vec<Value> {
    let found = answer(dir, &[&["offers"], more].concat());
    found.as_array().expect("a list").clone()
}

/// The same offer as five sources have it, and an answer.
const FIVE: &str = "\
offer: 2008
by: israel
to: palestinians
gives: 5.5 % of Israel
asks: 6.8 % of the West Bank
on: 2008
source: one

offer: 2008
by: israel
to: palestinians
gives: 5.8 % of Israel
asks: 6.3 % of the West Bank
on: 2008
source: two

offer: 2008
by: israel
to: palestinians
gives: area: a map?
asks: 6.5 % of the West Bank
on: 2008
source: three

offer: 2008
by: israel
to: palestinians
gives: 5.5 % of Israel
asks: 7 % of the West Bank
on: 2008
source: four

offer: 2008
by: israel
to: palestinians
asks: 6.3 % of the West Bank
condition: only after an agreement on Jerusalem
on: 2008
source: five

answer: 2008
by: palestinians
stance: counter
condition: if the swap is 1.9 %
on: 2008
source: six
";

/// Five versions are one offer; each keeps its own ratio, and where a side is missing there is none.
#[test]
fn five_versions_stay_apart() {
    let (dir, said) = recorded(FIVE);
    assert!(said.contains("recorded 6 new of 6 records"), "{said}");
    let found = offers(dir.path(), &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    let versions = found[0]["variants"].as_array().expect("versions");
    assert_eq!(versions.len(), 5);
    let ratios: Vec<Option<f64>> =
        versions.iter().map(|one| one["asked_over_given"].as_f64()).collect();
    let of = |source: &str| {
        let at = versions.iter().position(|one| one["source"] == source).expect("it is there");
        ratios[at]
    };
    let near = |found: Option<f64>, expected: f64| {
        assert!((found.expect("a ratio") - expected).abs() < 5e-4, "{found:?} for {expected}");
    };
    near(of("one"), 1.236);
    near(of("two"), 1.086);
    near(of("four"), 7.0 / 5.5);
    assert_eq!((of("three"), of("five")), (None, None));
    let vague: Vec<&Value> = versions.iter().filter(|one| one["vague"] == true).collect();
    assert_eq!(vague.len(), 1);
    assert_eq!(vague[0]["source"], "three");
    assert_eq!(found[0]["answers"][0]["stance"], "counter");
    assert_eq!(found[0]["answers"][0]["conditions"][0], "if the swap is 1.9 %");
    let rows = offers(dir.path(), &["--versions"]);
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().any(|row| {
        row["conditions"].to_string().contains("only after an agreement on Jerusalem")
    }));
    // What reports say later must not make copies of what was written down.
    assert_eq!(
        record(dir.path(), FIVE).split(';').next().map(|said| said.contains("0 new")),
        Some(true)
    );
    assert_eq!(offers(dir.path(), &["--versions"]).len(), 5);
}

const ANSWERS: &str = "\
offer: swap
by: borland
to: arland
gives: named_place: Velk
asks: named_place: Sarn
gives: corridor: a corridor to the sea
gives: population option: a choice of citizenship
on: 2030-01-10
source: Wire

answer: swap
by: arland
stance: reject
on: 2030-01-14
source: Wire
quote: \"Arland categorically rejects the offer\"

answer: swap
by: arland
stance: accept
on: 2030-01-14
source: Herald

answer: swap
by: arland
stance: noncommittal
on: 2030-02-20
source: Wire
";

/// Contradictory answers stand side by side; no answer is none; a later one does not undo an earlier one.
#[test]
fn where_each_party_stood_on_a_day() {
    let (dir, _) = recorded(ANSWERS);
    let stood = |day: &str| -> (Value, Value) {
        let offer = offers(dir.path(), &["--on", day]).remove(0);
        let of = |party: &str| {
            let all = offer["standing"].as_array().expect("parties");
            all.iter().find(|one| one["party"] == party).expect("the party").clone()
        };
        (of("arland"), of("borland"))
    };
    let (arland, borland) = stood("2030-01-12");
    assert_eq!(arland["stances"], serde_json::json!([]), "no answer yet");
    assert_eq!(borland["part"], "offerer");
    let (arland, _) = stood("2030-01-14");
    assert_eq!(arland["stances"], serde_json::json!(["accept", "reject"]));
    assert_eq!(arland["contradictory"], true);
    let (arland, _) = stood("2030-03-01");
    assert_eq!(arland["stances"], serde_json::json!(["noncommittal"]));
    assert!(offers(dir.path(), &["--on", "2030-01-01"]).is_empty(), "not yet made");
    let offer = offers(dir.path(), &[]).remove(0);
    assert_eq!(offer["answers"].as_array().map(Vec::len), Some(3));
    let kinds: Vec<&str> = offer["gives"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|item| item["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["named_place", "corridor", "population_option"]);
    let table = done(run(dir.path(), &["offers"])).stdout;
    assert!(table.contains("Velk (no amount named)"), "{table}");
    assert!(table.contains("“Arland categorically rejects the offer”"), "{table}");
}

/// An edit is a new record that names what it stands in place of; the former one stays on record.
#[test]
fn an_edit_is_a_new_record() {
    let (dir, said) = recorded(ANSWERS);
    let first = said.split(&[' ', ',', '\n'][..]).find(|word| {
        word.len() == 21
            && word.starts_with('c')
            && word.chars().skip(1).all(|c| c.is_ascii_hexdigit())
    });
    let first = first.expect("the claims are named");
    let edit = format!(
        "offer: swap\nreplaces: {first}\nby: borland\nto: arland\ngives: 461 km² in Velk\nasks: \
         1209 km² in Sarn\non: 2030-01-10\nsource: Wire\n"
    );
    record(dir.path(), &edit);
    let offer = offers(dir.path(), &[]).remove(0);
    assert_eq!(offer["variants"].as_array().map(Vec::len), Some(1));
    assert!(
        (offer["variants"][0]["ratio"].as_f64().expect("a ratio") - 461.0 / 1209.0).abs() < 1e-9
    );
    assert_eq!(offer["answers"].as_array().map(Vec::len), Some(3), "answers stay with it");
    let claims = answer(dir.path(), &["claims", "--kind", "offer"]);
    assert_eq!(claims.as_array().map(Vec::len), Some(2), "nothing is removed");
    done(run(dir.path(), &["verify"]));
}

#[test]
fn what_is_no_record_is_refused_whole() {
    for (records, word) in [
        ("by: borland\ngives: nothing much\n", "KIND: words"),
        ("by: borland\nstance: maybe\nanswer: swap\n", "noncommittal"),
        ("gives: 5 % of Velk\n", "by"),
        ("by: borland\ngives: 5 % of Velk\non: some day\n", "2030-01"),
        ("by: borland\ngives: 5 % of Velk\n\nhello\n", "keys are"),
        ("by: borland\nto: arland\n", "gives"),
    ] {
        let dir = tempfile::tempdir().expect("a folder");
        done(run(dir.path(), &["init", "."]));
        fs::write(dir.path().join("offers.txt"), records).expect("a file");
        let refused = run(dir.path(), &["offers", "record", "offers.txt"]);
        assert_eq!(refused.code, 1, "{records}");
        assert!(refused.stderr.contains(word), "{word} in {}", refused.stderr);
        assert!(offers(dir.path(), &[]).is_empty(), "all or none");
    }
}
