//! The walk-through of the made-up world, with its binding figures: a relative 1e-4, from pyproj.

mod road;
mod world;

use road::{Output, run, run_with};
use serde_json::Value;
use world::{answer, demo, done};

const SENTENCE: &str =
    "Arland says its forces hold more than 400 square miles of Sarn, a spokesman said";
const DAY: &str = "2030-01-14";

#[track_caller]
fn near(measured: &Value, expected: f64) {
    let measured = measured.as_f64().unwrap_or_else(|| panic!("{measured} is no number"));
    assert!((measured / expected - 1.0).abs() <= 1e-4, "{measured} against {expected}");
}

fn check(sentence: &str, args: &[&str]) -> Value {
    answer(demo(), &[&["check", sentence], args].concat())
}

fn of<'a>(answer: &'a Value, publisher: &str) -> &'a Value {
    let mut publishers = answer["publishers"].as_array().expect("a list").iter();
    publishers.find(|entry| entry["publisher"] == publisher).expect("the publisher was asked")
}

#[track_caller]
fn hint(answer: &Value, kind: &str, words: &[&str]) {
    let mut hints = answer["hints"].as_array().expect("a list").iter();
    let hint = hints.find(|hint| hint["kind"] == kind);
    let sentence = hint.unwrap_or_else(|| panic!("no {kind} in {}", answer["hints"]))["sentence"]
        .as_str()
        .expect("a sentence");
    assert!(words.iter().all(|word| sentence.contains(word)), "{sentence}");
}

/// F2: a sentence on standard input, read into its parts.
#[test]
fn a_sentence_is_read_into_parts() {
    let args = ["check", "--on", DAY, "--format", "json"];
    let output = done(run_with(demo(), &args, SENTENCE.as_bytes()));
    let answer: Value = serde_json::from_str(&output.stdout).expect("a JSON answer");
    let claim = &answer["claim"];
    assert_eq!(claim["party"]["id"], "arland");
    assert_eq!(claim["region"]["id"], "sarn");
    assert_eq!(claim["quantity"]["bound"], "more_than");
    assert_eq!(claim["quantity"]["value"], 400.0);
    assert_eq!(claim["quantity"]["unit"], "[mi_i]2");
    assert_eq!(claim["quantity"]["si_unit"], "m2");
    near(&claim["quantity"]["si_value"], 1_035.995e6);
    assert_eq!(
        (&answer["question"]["from"], &answer["question"]["to"]),
        (&DAY.into(), &"2030-01-15".into())
    );
    let part = |name: &str| {
        let mut parts = answer["parts"].as_array().expect("a list").iter();
        parts.find(|entry| entry["part"] == name).unwrap_or_else(|| panic!("no {name}"))
    };
    // Which words name the holder, “Arland” or “its forces”, is the reader's to say.
    assert_eq!(part("party")["value"], "arland");
    assert_eq!(part("region")["text"], "Sarn");
    assert_eq!(part("bound")["text"], "more than");
    assert_eq!(part("quantity")["text"], "more than 400 square miles");
    let speaker = claim["source"].as_array().expect("a chain").last().expect("a speaker");
    assert_eq!((&speaker["name"], &speaker["party"]), (&"spokesman".into(), &"arland".into()));
}

/// Every part is the words it says it is, counted in code points, also behind letters of two bytes.
#[test]
fn parts_stand_where_they_say() {
    for sentence in [SENTENCE, "«Ärland»: Arland holds about 8 percent of Sarn — “so be it”"]
    {
        let answer = check(sentence, &["--on", DAY]);
        let letters: Vec<char> = sentence.chars().collect();
        let parts = answer["parts"].as_array().expect("a list");
        assert!(parts.len() >= 4, "{parts:?}");
        for part in parts {
            let at = |name: &str| usize::try_from(part[name].as_u64().expect("an offset"));
            let span = at("start").expect("small")..at("end").expect("small");
            let words: String = letters.get(span).expect("inside").iter().collect();
            assert_eq!(part["text"], words.as_str());
        }
    }
}

/// F3: two maps that disagree, each with its figure, its margin and the rules it was measured by.
#[test]
fn maps_disagree() {
    let answer = check(SENTENCE, &["--on", DAY]);
    assert_eq!(answer["verdict"], "maps_disagree");
    let rows = [
        ("m1", "supported", 1_209.145, 466.85, 16.7),
        ("m2", "contradicted", 930.111, 359.12, -10.2),
    ];
    for (publisher, verdict, km2, mi2, margin) in rows {
        let entry = of(&answer, publisher);
        assert_eq!(entry["verdict"], verdict);
        near(&entry["figure"]["area_km2"]["best"], km2);
        near(&entry["figure"]["area_mi2"]["best"], mi2);
        let said = entry["margin_percent"].as_f64().expect("a margin");
        assert!((said - margin).abs() < 0.05, "{publisher}: {said}");
        assert_eq!(entry["edition"]["age_days"], 0);
    }
    assert_eq!(of(&answer, "m1")["edition"]["published"], "2030-01-18T09:00:00Z");
    assert_eq!(answer["settings"]["boundary_set"]["id"], "study-v1");
    for rule in ["edge_rule", "error_rule", "about_relative", "edition_valid_days"] {
        assert!(!answer["settings"][rule].is_null(), "{rule}");
    }
}

/// F4: one map, and the exit code that a verdict named with `--fail-on` gives.
#[test]
fn one_map_and_fail_on() {
    let ends = |args: &[&str]| -> Output {
        run(demo(), &[&["check", SENTENCE, "--on", DAY, "--format", "json"], args].concat())
    };
    let supported = ends(&["--maps", "m1", "--fail-on", "contradicted"]);
    assert_eq!(supported.code, 0);
    assert!(supported.stdout.contains("\"verdict\": \"supported\""));
    let contradicted = ends(&["--maps", "m2", "--fail-on", "contradicted"]);
    assert_eq!(contradicted.code, 3, "{}", contradicted.stderr);
    assert!(contradicted.stdout.contains("\"verdict\": \"contradicted\""), "the answer is printed");
    assert_eq!(ends(&["--maps", "m2"]).code, 0);
}

/// F6 and F7: what else a contradicted figure fits.
#[test]
fn hints_for_a_figure_that_does_not_fit() {
    let unit = check("1,209 square miles of Sarn", &["--on", DAY]);
    assert_eq!(unit["verdict"], "contradicted");
    assert_eq!(unit["question"]["party"], "arland", "the only one the maps draw in Sarn");
    hint(&unit, "unit", &["km2", "ratio 2.590"]);
    let asked = ["--party", "arland", "--region", "sarn", "--maps", "m1", "--on", "2030-01-21"];
    let date = check("more than 450 square miles", &asked);
    assert_eq!(date["verdict"], "contradicted");
    near(&of(&date, "m1")["figure"]["area_mi2"]["best"], 404.01);
    let margin = of(&date, "m1")["margin_percent"].as_f64().expect("a margin");
    assert!((margin + 10.2).abs() < 0.05, "{margin}");
    hint(&date, "date", &["2030-01-14", "466.85", "m1"]);
}

/// F8 and F9: a share names its whole; words without an amount are not checkable, with the figure.
#[test]
fn shares_and_words_without_an_amount() {
    let share = check("about 8 percent of Sarn", &["--on", DAY]);
    for (publisher, verdict, expected) in
        [("m1", "supported", 0.078_25), ("m2", "contradicted", 0.060_20)]
    {
        let entry = of(&share, publisher);
        assert_eq!(entry["verdict"], verdict);
        near(&entry["figure"]["share"]["best"], expected);
        near(&entry["figure"]["of_area_km2"]["best"], 15_451.399);
        assert!(entry["figure"]["of"].as_str().expect("a whole").contains("Sarn"));
    }
    let vague = check("a significant part of Sarn", &["--on", DAY]);
    assert_eq!(vague["verdict"], "not_checkable");
    near(&of(&vague, "m1")["figure"]["area_km2"]["best"], 1_209.145);
}

/// F10: nothing is extrapolated; the nearest edition is named.
#[test]
fn a_day_before_any_map() {
    let answer = check(SENTENCE, &["--on", "2029-12-01"]);
    assert_eq!(answer["verdict"], "outside_coverage");
    let m1 = of(&answer, "m1");
    assert!(m1["figure"].is_null());
    let reason = m1["reason"].as_str().expect("a reason");
    assert!(reason.contains("2030-01-07") && reason.contains("37 days"), "{reason}");
}

/// F11: what was known on a day decides, and asking again gives the same bytes.
#[test]
fn as_known_on_a_day() {
    let ask = |known_on: &str| {
        let sentence = "Arland holds more than 460 square miles of Sarn";
        let args = ["check", sentence, "--on", DAY, "--maps", "m1", "--known-on", known_on];
        let printed = || done(run(demo(), &[&args[..], &["--format", "json"]].concat())).stdout;
        assert_eq!(printed(), printed());
        check(sentence, &args[2..])
    };
    for (known_on, verdict, mi2) in
        [("2030-01-16", "contradicted", 448.90), ("2030-01-19", "supported", 466.85)]
    {
        let answer = ask(known_on);
        assert_eq!(answer["verdict"], verdict, "known on {known_on}");
        near(&of(&answer, "m1")["figure"]["area_mi2"]["best"], mi2);
        assert!(answer["question"]["known_on"].as_str().expect("it is said").starts_with(known_on));
    }
}

/// R1 and R2: the store made by single commands; both versions of one day kept, nothing twice.
#[test]
fn maps_are_added_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let from = |path: &str| demo().join(path).to_string_lossy().into_owned();
    done(run(folder.path(), &["init", "study"]));
    let study = folder.path().join("study");
    let regions = from("regions.geojson");
    done(run(
        &study,
        &["boundaries", "add", &regions, "--name", "study-v1", "--licence", "CC0-1.0"],
    ));
    let (maps, sidecar) = (from("m1"), from("sidecar.csv"));
    let add = ["maps", "add", &maps, "--publisher", "m1", "--valid-from-name", "%Y-%m-%d"];
    let add = [&add[..], &["--published", &sidecar, "--licence", "no redistribution"]].concat();
    let first = done(run(&study, &add));
    assert!(first.stderr.contains("added 4 editions of m1; 0 were on record"), "{}", first.stderr);
    assert!(first.stderr.contains("note: 2030-01-07.geojson: heights were dropped"));
    let again = done(run(&study, &add));
    assert!(again.stderr.contains("added 0 editions of m1; 4 were on record"), "{}", again.stderr);
    let listed = answer(&study, &["maps", "list"]);
    assert_eq!(listed[0]["editions"], 4);
    assert_eq!(listed[0]["distinct_dates"], 3);
    done(run(&study, &["verify"]));
}

/// R12: what an exchange would measure; what is not known is said to be, never 0.
#[test]
fn an_exchange_is_measured() {
    let give = ["--give", "arland:sarn", "--give", "borland:velk"];
    let answer = answer(
        demo(),
        &[&["exchange", "eval"], &give[..], &["--maps", "m1", "--on", DAY]].concat(),
    );
    let exchange = &answer[0];
    near(&exchange["sides"][0]["area_km2"]["best"], 1_209.145);
    near(&exchange["sides"][1]["area_km2"]["best"], 461.027);
    near(&exchange["ratio"]["value"]["best"], 2.622_7);
    near(&exchange["line_km"]["value"]["before"], 211.336);
    near(&exchange["line_km"]["value"]["after"], 111.258);
    for side in exchange["sides"].as_array().expect("two sides") {
        let territory = &side["territory"]["value"];
        assert_eq!(territory["before"]["pieces"], territory["after"]["pieces"]);
        for unknown in ["people", "settlements"] {
            let told = &side[unknown]["value"];
            assert_eq!(told["bound"], "at_least", "a list is a lower bound");
            assert!(told["count"].as_u64() > Some(0) && told["source"].is_string(), "{told}");
        }
    }
}
