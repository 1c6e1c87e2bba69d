//! Holdings over time and side by side in the made-up world: series, diff, coverage.

mod road;
mod world;

use road::run;
use rusqlite::Connection;
use serde_json::Value;
use std::path::Path;
use world::{answer, demo};

fn rows(args: &[&str]) -> Vec<Value> {
    match answer(demo(), args) {
        Value::Array(rows) => rows,
        other => panic!("{args:?} prints no list but {other}"),
    }
}

#[track_caller]
fn near(measured: &Value, expected: f64) {
    let value = measured.as_f64().unwrap_or_else(|| panic!("{measured} is no number"));
    assert!((value - expected).abs() <= 1e-4 * expected.abs().max(1.0), "{value} for {expected}");
}

const WEEKS: [&str; 11] = [
    "series",
    "--party",
    "arland",
    "--region",
    "sarn",
    "--every",
    "week",
    "--from",
    "2030-01-07",
    "--to",
    "2030-01-21",
];

/// The areas of a series, by day.
#[track_caller]
fn areas(rows: &[Value], expected: &[(&str, &str, f64)]) {
    assert_eq!(rows.len(), expected.len(), "{rows:?}");
    for (row, (date, publisher, km2)) in rows.iter().zip(expected) {
        assert_eq!((&row["date"], &row["publisher"]), (&(*date).into(), &(*publisher).into()));
        near(&row["figure"]["area_km2"]["best"], *km2);
    }
}

#[test]
fn a_weekly_series_of_one_publisher() {
    let rows = rows(&[&WEEKS[..], &["--maps", "m1"]].concat());
    let days = [("2030-01-07", 1162.639), ("2030-01-14", 1209.145), ("2030-01-21", 1046.375)];
    areas(&rows, &days.map(|(day, km2)| (day, "m1", km2)));
    assert_eq!(rows[0]["change_km2"], Value::Null);
    near(&rows[1]["change_km2"], 46.506);
    near(&rows[2]["change_km2"], -162.770);
    assert!(rows.iter().all(|row| row["source_switch"] == false && row["map_age_days"] == 0));
    assert!(rows.iter().all(|row| row["boundary_set"] == "study-v1"));
}

/// One series out of two publishers' maps: who speaks is told, and nothing is subtracted across.
#[test]
fn a_switch_of_source_is_flagged_and_has_no_change() {
    let rows = rows(&[&WEEKS[..], &["--maps", "m1,m2", "--prefer", "m2"]].concat());
    areas(
        &rows,
        &[
            ("2030-01-07", "m1", 1162.639),
            ("2030-01-14", "m2", 930.111),
            ("2030-01-21", "m1", 1046.375),
        ],
    );
    let switched: Vec<&Value> = rows.iter().map(|row| &row["source_switch"]).collect();
    assert_eq!(switched, [false, true, true]);
    assert!(rows.iter().all(|row| row["change_km2"].is_null()));
    assert_eq!(rows[1]["flags"][0]["kind"], "source_switch");
}

/// Without a preference each publisher has a series of its own, with a row where it is silent.
#[test]
fn without_preference_there_is_a_series_each() {
    let rows = rows(&WEEKS);
    let of = |name: &str| rows.iter().filter(|row| row["publisher"] == name).count();
    assert_eq!((of("m1"), of("m2"), rows.len()), (3, 3, 6));
    let silent: Vec<&Value> = rows.iter().filter(|row| row["figure"].is_null()).collect();
    assert_eq!(silent.len(), 1, "{silent:?}");
    assert_eq!((&silent[0]["date"], &silent[0]["publisher"]), (&"2030-01-07".into(), &"m2".into()));
    assert!(silent[0]["reason"].as_str().is_some_and(|reason| reason.contains("no edition")));
}

/// An earlier state of knowledge has the earlier edition.
#[test]
fn a_series_as_known_before_the_correction() {
    let rows = rows(&[&WEEKS[..], &["--maps", "m1", "--known-on", "2030-01-16"]].concat());
    near(&rows[0]["figure"]["area_km2"]["best"], 1162.639);
    near(&rows[1]["figure"]["area_km2"]["best"], 1162.639);
    near(&rows[1]["change_km2"], 0.0);
    // The edition of 21 January came out later; that of 14 January speaks, a week old.
    assert_eq!(rows[2]["map_age_days"], 7);
}

#[test]
fn a_daily_series_repeats_the_edition_that_speaks() {
    let rows = rows(&["series", "--maps", "m1", "--party", "arland"]);
    assert_eq!(rows.len(), 15);
    let changed: Vec<&str> = rows
        .iter()
        .filter(|row| row["change_km2"].as_f64().is_some_and(|change| change != 0.0))
        .filter_map(|row| row["date"].as_str())
        .collect();
    assert_eq!(changed, ["2030-01-14", "2030-01-21"]);
    assert_eq!(rows[3]["map_age_days"], 3);
}

#[test]
fn a_correction_is_one_polygon_between_two_states_of_knowledge() {
    let rows =
        rows(&["diff", "--maps", "m1", "--on", "2030-01-14", "--known", "2030-01-16..2030-01-19"]);
    let changed: Vec<&Value> = rows
        .iter()
        .filter(|row| row["polygons"].as_array().is_some_and(|all| !all.is_empty()))
        .collect();
    let [row] = changed.as_slice() else { panic!("{changed:?}") };
    near(&row["gained_km2"], 46.506);
    near(&row["lost_km2"], 0.0);
    near(&row["change_km2"], 46.506);
    let polygons = row["polygons"].as_array().expect("polygons");
    assert_eq!((polygons.len(), &polygons[0]["sense"]), (1, &"gained".into()));
    near(&polygons[0]["area_km2"], 46.506);
    let lon = polygons[0]["lon"].as_f64().expect("a position");
    assert!((35.48..35.5).contains(&lon), "{lon}");
    assert_ne!(row["before"]["edition"], row["after"]["edition"]);
    assert_eq!(row["before"]["edition_date"], row["after"]["edition_date"]);
}

#[test]
fn two_publishers_differ_by_what_one_shows_more() {
    let rows = rows(&["diff", "--on", "2030-01-14", "--maps", "m1,m2", "--region", "sarn"]);
    let arland = rows.iter().find(|row| row["party"] == "arland").expect("arland");
    near(&arland["gained_km2"], 0.0);
    near(&arland["lost_km2"], 1209.145 - 930.111);
    // m2 does not show Borland at all, which is no loss of Borland's.
    let borland = rows.iter().find(|row| row["party"] == "borland").expect("borland");
    assert!(borland["change_km2"].is_null() && borland["reason"].is_string(), "{borland}");
}

#[test]
fn two_days_differ_by_gained_less_lost() {
    let rows = rows(&[
        "diff",
        "--from",
        "2030-01-14",
        "--to",
        "2030-01-21",
        "--maps",
        "m1",
        "--party",
        "arland",
    ]);
    near(&rows[0]["change_km2"], 1046.375 - 1209.145);
    let of = |name: &str| rows[0][name].as_f64().expect("a number");
    assert!((of("gained_km2") - of("lost_km2") - of("change_km2")).abs() < 1e-9);
}

#[test]
fn sides_have_to_be_two() {
    for args in [
        &["diff"][..],
        &["diff", "--on", "2030-01-14"],
        &["diff", "--on", "2030-01-14", "--known", "2030-01-16"],
    ] {
        let output = run(demo(), args);
        assert_eq!(output.code, 2, "{args:?}");
        assert!(output.stderr.contains("hint:"), "{}", output.stderr);
    }
}

#[test]
fn coverage_tells_what_is_declared_and_put_right() {
    let rows = rows(&["coverage", "--maps", "m1"]);
    let of = |kind: &str| rows.iter().filter(|row| row["kind"] == kind).collect::<Vec<_>>();
    assert_eq!(of("declared").len(), 2);
    assert_eq!(of("editions")[0]["editions"], 4);
    let [correction] = of("correction")[..] else { panic!("one correction") };
    assert_eq!(
        (&correction["from"], &correction["to"]),
        (&"2030-01-14".into(), &"2030-01-15".into())
    );
    assert!(of("missing").is_empty() && of("jump").is_empty(), "{rows:?}");
}

/// What was measured on the way in spares measuring and changes no answer.
#[test]
fn answers_are_the_same_without_what_was_measured_beforehand() {
    let dir =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("measures-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("the build's own folder can be written");
    world::done(run(&dir, &["demo", "--dir", "."]));
    let verified = world::done(run(&dir, &["verify", "--measures"])).stdout;
    assert!(verified.contains("made anew, all the same within 1e-9"), "{verified}");
    let questions: [&[&str]; 4] = [
        &["series", "--from", "2030-01-01", "--to", "2030-02-01"],
        &["holdings", "--on", "2030-01-15"],
        &["coverage"],
        &["series", "--region", "sarn", "--from", "2030-01-01", "--to", "2030-02-01"],
    ];
    let answers = || questions.map(|question| answer(&dir, question));
    let carried = answers();
    assert!(carried.iter().all(|rows| rows.as_array().is_some_and(|rows| !rows.is_empty())));
    let ledger = Connection::open(dir.join("seisin.sqlite")).expect("the store opens");
    let gone = "DROP TRIGGER measure_refuses_delete; DELETE FROM measure;";
    ledger.execute_batch(gone).expect("a test may do by hand what no program of ours does");
    assert!(ledger.changes() > 0);
    assert_eq!(answers(), carried);
    std::fs::remove_dir_all(&dir).expect("it is this test's own");
}

#[test]
fn editions_are_listed_one_by_one_with_what_they_repeat_and_correct() {
    let list = ["maps", "list", "--editions", "--maps", "m1", "--on", "2030-02-01"];
    let editions = rows(&list);
    let of = |day: &str| -> Vec<&Value> {
        editions.iter().filter(|edition| edition["edition_date"] == day).collect()
    };
    assert_eq!(editions.len(), 4);
    // The first edition of 14 January draws what that of the 7th does in Sarn, and Velk beside it.
    let [first, second] = of("2030-01-14")[..] else { panic!("{editions:?}") };
    assert_eq!(first["corrects"], Value::Null);
    assert_eq!(second["corrects"], first["edition"]);
    assert_eq!((&second["lag_days"], &second["age_days"]), (&4.into(), &18.into()));
    assert_eq!((&first["days_without"], &second["days_without"]), (&6.into(), &0.into()));
    assert_eq!(second["quarantined"], 0);
    assert!(second["vertices"].as_u64().is_some_and(|vertices| vertices >= 4), "{second}");
    assert!(second["source"].as_str().is_some_and(|source| source.starts_with("sha256:")));
    let lines = run(demo(), &[&list[..], &["--format", "jsonl"]].concat());
    assert_eq!(lines.stdout.lines().count(), 4, "{}", lines.stderr);
    let table = run(demo(), &[&list[..], &["--format", "csv"]].concat());
    let heading = table.stdout.lines().next().unwrap_or_default().to_owned();
    assert!(heading.starts_with("publisher,edition_date,published,lag_days,age_days,features"));
}
