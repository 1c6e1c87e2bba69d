//! The walk-through's six reports: who copied whom, and what is offered in them.

mod road;
mod world;

use road::run;
use serde_json::Value;
use std::collections::BTreeSet;
use world::{answer, demo, done};

/// F5: five reports are one source; what was rewritten shows which word of the figure drifted.
#[test]
fn copies_are_one_source() {
    let rows = answer(demo(), &["origins"]);
    let rows = rows.as_array().expect("a list");
    let report = |name: &str| {
        let named = |row: &&Value| row["path"].as_str().expect("a path").ends_with(name);
        rows.iter().find(named).unwrap_or_else(|| panic!("no {name}"))
    };
    for (name, relation) in [
        ("a1.txt", "original"),
        ("a2.txt", "verbatim"),
        ("a3.txt", "credited_translation"),
        ("a4.txt", "rewrite"),
        ("a5.txt", "rewrite"),
    ] {
        let row = report(name);
        assert_eq!((&row["relation"], &row["reports"]), (&relation.into(), &5.into()), "{name}");
        assert_eq!(row["origin"], report("a1.txt")["document"], "{name}");
    }
    for (name, words) in
        [("a4.txt", "some 400 square miles"), ("a5.txt", "just under 400 square miles")]
    {
        let drift = &report(name)["drifts"][0];
        assert_eq!(drift["earliest"]["words"], "more than 400 square miles");
        assert_eq!(drift["member"]["words"], words);
    }
    let apart = report("a6.txt");
    assert_eq!((&apart["relation"], &apart["reports"]), (&"original".into(), &1.into()));
}

/// F5: on the topic there are two independent reports, of the figure one, however many copies.
#[test]
fn copies_do_not_count_as_confirmation() {
    let claims = answer(demo(), &["claims"]);
    let claims = claims.as_array().expect("a list");
    let original = claims.iter().find(|claim| {
        let path = claim["document"]["path"].as_str().expect("a path");
        path.ends_with("a1.txt") && claim["kind"] == "holding"
    });
    let id = original.expect("the holding of a1")["id"].as_str().expect("an identifier");
    let output = done(run(demo(), &["origins", id, "--format", "json"]));
    let rows: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let rows = rows.as_array().expect("a list");
    let agreeing: Vec<&Value> = rows.iter().filter(|row| row["agrees"] == true).collect();
    let origins =
        |rows: &[&Value]| rows.iter().map(|row| row["origin"].to_string()).collect::<BTreeSet<_>>();
    assert_eq!(origins(&rows.iter().collect::<Vec<_>>()).len(), 2, "{rows:?}");
    assert_eq!((agreeing.len(), origins(&agreeing).len()), (5, 1));
    assert!(
        output.stderr.contains(": 2, 1 of them with “more than 400 square miles”"),
        "{}",
        output.stderr
    );
}

/// R11: one offer, who made it to whom for which lands; a refusal that three copies carry is one
/// answer, with its words.
#[test]
fn a_refusal_in_three_copies_is_one_answer() {
    let offers = answer(demo(), &["offers"]);
    assert_eq!(offers.as_array().map(Vec::len), Some(1), "{offers}");
    assert_eq!(offers[0]["offerer"], "borland");
    assert_eq!(
        (&offers[0]["addressee"], &offers[0]["first_seen"]),
        (&"arland".into(), &"2030-01-14".into())
    );
    for (side, land) in [("gives", "velk"), ("asks", "sarn")] {
        let terms = offers[0][side].as_array().expect("a list");
        assert!(
            terms.iter().any(|term| term["region"]["id"] == land || term["region"] == land),
            "{side}: {terms:?}"
        );
        assert!(terms.iter().all(|term| term["quantity"].is_null()), "{side}: no amount was named");
    }
    let answers = offers[0]["answers"].as_array().expect("a list");
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!((&answers[0]["party"], &answers[0]["stance"]), (&"arland".into(), &"reject".into()));
    assert!(answers[0].to_string().contains("Arland categorically rejects the offer"));
}
