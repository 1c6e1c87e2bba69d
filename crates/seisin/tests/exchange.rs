//! `seisin exchange check` and `seisin exchange search`, run as a person would.

mod road;
mod world;

use road::{run, run_with};
use serde_json::Value;
use world::{answer, demo, done};

const SEARCH: [&str; 17] = [
    "exchange",
    "search",
    "--give",
    "arland:sarn",
    "--give-whole",
    "borland:velk",
    "--on",
    "2030-01-14",
    "--maps",
    "m1",
    "--units",
    "strips:0.02deg",
    "--ratio",
    "1±0.05",
    "--by",
    "area",
    "--keep-contiguous",
];

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().expect("a number");
    assert!((value / expected - 1.0).abs() < 1e-4, "{value} is not {expected}");
}

fn rows(answer: &Value, list: &str) -> Vec<Value> {
    answer[list].as_array().expect("a list").clone()
}

/// The researcher's search of the walk-through: the ten western strips, and what else was refused.
#[test]
fn the_western_strips_are_found_and_the_others_refused() {
    let found = answer(demo(), &SEARCH);
    assert_eq!(found["schema"], "seisin.exchange-search/1");
    assert_eq!(found["hypothetical"], "hypothetical: no party proposed this");
    let answers = rows(&found, "answers");
    assert_eq!(answers.len(), 1, "{answers:?}");
    let best = &answers[0];
    close(&best["area_km2"][0], 465.056);
    close(&best["area_km2"][1], 461.027);
    close(&best["ratio"], 1.0087);
    close(&best["line_before_km"], 211.336);
    close(&best["line_after_km"], 155.845);
    assert_eq!(best["people"], serde_json::json!([null, null]), "nobody says, so it is not 0");
    let strips = best["cells"][0].as_array().expect("cells").len();
    assert_eq!(strips, 10);
    let refused = rows(&found, "refused");
    let because = |strips: usize, word: &str| {
        refused.iter().find(|row| {
            row["cells"][0].as_array().is_some_and(|cells| cells.len() == strips)
                && row["reasons"].to_string().contains(word)
        })
    };
    close(&because(9, "0.9079").expect("nine are too few")["ratio"], 0.9079);
    close(&because(11, "1.1096").expect("eleven are too many")["ratio"], 1.1096);
    let eastern = refused.iter().find(|row| {
        let line = row["line_after_km"].as_f64().expect("a length");
        (line / 222.598 - 1.0).abs() < 1e-4
    });
    let eastern = eastern.expect("the ten eastern strips");
    close(&eastern["area_km2"][0], 465.056);
    assert!(eastern["reasons"].to_string().contains("leaves an exclave"), "{eastern}");
}

#[test]
fn every_form_of_a_search_says_that_nobody_proposed_it() {
    let form =
        |format: &str| done(run(demo(), &[&SEARCH[..], &["--format", format]].concat())).stdout;
    for format in ["table", "json", "jsonl", "csv"] {
        assert!(form(format).contains("hypothetical: no party proposed this"), "{format}");
    }
    assert_eq!(form("jsonl").lines().count(), 1);
    assert_eq!(form("table"), form("table"), "the same seed gives the same answer");
    let table = form("table");
    for words in ["people: no data", "bound: ", "gap: ", "seed 1"] {
        assert!(table.contains(words), "{words} in {table}");
    }
}

/// A file passed on says by itself what it is, in every form; a map whose terms forbid it stays.
#[test]
fn exported_land_says_that_nobody_proposed_it() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange-export");
    std::fs::create_dir_all(&dir).expect("the build's own folder can be written");
    // On this publisher's map neither holds land of the other's side but Arland in Sarn: each might
    // give land of its own.
    let of_m2 = |word: &&'static str| match *word {
        "m1" => "m2",
        "arland:sarn" => "arland:velk",
        "--give-whole" => "--give",
        "borland:velk" => "borland:sarn",
        "strips:0.02deg" => "h3:5",
        other => other,
    };
    let m2: Vec<&str> =
        SEARCH.iter().map(of_m2).chain(["--least", "100", "--steps", "20000"]).collect();
    for (file, whole) in [
        ("a.geojson", true),
        ("a.fgb", false),
        ("a.parquet", false),
        ("a.csv", true),
        ("a.svg", true),
    ] {
        let path = dir.join(file);
        let flag = if file == "a.svg" { "--plot" } else { "--export" };
        let to = [flag, path.to_str().expect("a plain path")];
        done(run(demo(), &[&m2[..], &to].concat()));
        let bytes = std::fs::read(&path).expect("it was written");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.to_lowercase().contains("hypothetical: no party proposed this"), "{file}");
        assert!(text.contains("not a recommendation"), "{file}");
        if whole {
            assert!(text.contains("m2"), "{file} names its source");
        }
        let forbidden = run(demo(), &[&SEARCH[..], &to].concat());
        assert_eq!(forbidden.code, i32::from(file != "a.csv"), "{file}: {}", forbidden.stderr);
    }
    let text = std::fs::read_to_string(dir.join("a.geojson")).expect("it was written");
    let drawn: Value = serde_json::from_str(&text).expect("JSON");
    let features = rows(&drawn, "features");
    assert!(features.len() >= 2 && features.len().is_multiple_of(2), "both sides of each exchange");
    let first = &features[0]["properties"];
    assert_eq!((&first["holds"], &first["would_hold"]), (&"arland".into(), &"borland".into()));
    assert_eq!(first["title_by_boundary_set"], "arland");
    assert_eq!(first["legal_status"], "not decided here");
    assert_eq!(first["people"], "no data");
}

#[test]
fn a_picture_shows_both_maps() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange-plot.png");
    let to = ["--plot", path.to_str().expect("a plain path"), "--rights", "made up for this test"];
    done(run(demo(), &[&SEARCH[..], &to].concat()));
    let bytes = std::fs::read(&path).expect("it was written");
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 20_000, "{} bytes", bytes.len());
}

#[test]
fn wishes_that_make_no_sense_are_told() {
    for (more, word) in [
        (["--by", "people"], "where people live"),
        (["--least=-3", "--seed=2"], "no amount"),
        (["--give", "borland"], "PARTY:REGION"),
        (["--keep", "Atlantis"], "Atlantis"),
    ] {
        let kept: Vec<&str> = SEARCH.iter().copied().filter(|word| *word != "--by").collect();
        let kept: Vec<&str> = kept.into_iter().filter(|word| *word != "area").collect();
        let refused = run(demo(), &[&kept[..], &more].concat());
        assert!(refused.code != 0 && refused.stderr.contains(word), "{more:?}: {}", refused.stderr);
    }
    let narrow = run(demo(), &[&SEARCH[..], &["--least", "20000"]].concat());
    assert!(done(narrow).stdout.contains("no exchange can satisfy this"));
}

#[test]
fn cells_too_small_to_be_ranked_are_refused_with_the_reason() {
    let narrow: Vec<&str> = SEARCH
        .iter()
        .map(|word| if *word == "strips:0.02deg" { "strips:0.0002deg" } else { word })
        .collect();
    let refused = run(demo(), &narrow);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("the least that is ranked"), "{}", refused.stderr);
    for (units, word) in
        [("strips:wide", "--units"), ("h3:99", "resolution"), ("set:none", "boundary set")]
    {
        let with: Vec<&str> = SEARCH
            .iter()
            .map(|known| if *known == "strips:0.02deg" { units } else { known })
            .collect();
        let refused = run(demo(), &with);
        assert!(refused.code != 0 && refused.stderr.contains(word), "{units}: {}", refused.stderr);
    }
}

/// Other units divide the same land, and what they find satisfies the same wish.
#[test]
fn hexagons_and_settlements_divide_land_too() {
    let people = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange-people.csv");
    let list = "name,lon,lat,people\nAst,35.55,51.25,900\nBor,35.7,51.4,50\nCem,35.9,51.3,400\n\
                Dun,35.6,51.45,10\nElm,35.8,51.22,70\n";
    std::fs::write(&people, list).expect("the build's own folder can be written");
    let people = people.to_str().expect("a plain path");
    for units in ["h3:5", "settlements"] {
        let with: Vec<&str> = SEARCH
            .iter()
            .map(|known| if *known == "strips:0.02deg" { units } else { known })
            .collect();
        let with: Vec<&str> =
            with.iter().map(|known| if *known == "1±0.05" { "1±0.4" } else { known }).collect();
        let found = answer(demo(), &[&with[..], &["--people", people]].concat());
        let best = rows(&found, "answers").first().cloned().expect("an answer");
        let ratio = best["ratio"].as_f64().expect("a ratio");
        assert!((0.6..=1.4).contains(&ratio), "{units}: {ratio}");
        assert!(best["people"][0].as_f64().is_some_and(|people| people >= 0.0));
        assert_eq!(best["pieces_after"], best["pieces_before"], "{units}");
    }
}

#[test]
fn a_table_of_printed_figures_is_checked() {
    let table = "printed,from\n40.67 km2,\"10,050.61 acres\"\n57 %,\"166,429 of 299,028\"\n";
    let args = ["exchange", "check", "-", "--format", "json"];
    let checked = done(run_with(demo(), &args, table.as_bytes())).stdout;
    let rows: Vec<Value> = serde_json::from_str(&checked).expect("a list");
    let outcomes: Vec<&str> = rows.iter().filter_map(|row| row["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["agrees", "differs"]);
    let failed =
        run_with(demo(), &["exchange", "check", "-", "--fail-on", "differs"], table.as_bytes());
    assert_eq!(failed.code, 3);
    assert!(failed.stderr.contains("1 differs"), "{}", failed.stderr);
}

/// A set that names regions of one party alone: the other's land is what the map draws, and that is said.
#[test]
fn a_party_without_a_region_of_its_own_is_taken_as_drawn() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange-one-set");
    if dir.exists() {
        std::fs::remove_dir_all(&dir).expect("what an earlier run left is this test's own");
    }
    std::fs::create_dir_all(&dir).expect("the build's own folder can be written");
    let box_of = |[w, s, e, n]: [f64; 4]| serde_json::json!({ "type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]] });
    let feature = |properties: Value, shape: [f64; 4]| serde_json::json!({ "type": "Feature", "properties": properties, "geometry": box_of(shape) });
    let collection = |features: Vec<Value>| {
        serde_json::json!({ "type": "FeatureCollection", "features": features }).to_string()
    };
    let region = serde_json::json!({ "id": "sarn", "name": "Sarn", "sovereign": "borland" });
    let regions = collection(vec![feature(region, [34.0, 51.0, 36.0, 52.0])]);
    std::fs::write(dir.join("regions.geojson"), regions).expect("it can be written");
    let held = serde_json::json!({ "party": "arland" });
    let drawn = collection(vec![feature(held, [35.0, 51.0, 36.0, 52.0])]);
    std::fs::write(dir.join("2030-01-14.geojson"), drawn).expect("it can be written");
    done(run(&dir, &["init", "."]));
    done(run(
        &dir,
        &[
            "boundaries",
            "add",
            "regions.geojson",
            "--name",
            "one",
            "--licence",
            "CC0-1.0",
            "--positional-error",
            "0",
        ],
    ));
    let map = [
        "maps",
        "add",
        "2030-01-14.geojson",
        "--publisher",
        "m9",
        "--valid-from-name",
        "%Y-%m-%d",
        "--licence",
        "CC0-1.0",
        "--positional-error",
        "0",
    ];
    done(run(&dir, &map));
    let asked = "exchange search --give arland:sarn --give borland:sarn --on 2030-01-14 --maps m9 --units h3:5 \
                 --ratio 1±0.1 --least 200 --steps 20000";
    let asked: Vec<&str> = asked.split_whitespace().collect();
    let found = answer(&dir, &asked);
    assert!(
        found["notes"].to_string().contains("no boundary set names a region of arland"),
        "{found}"
    );
    let best = rows(&found, "answers").first().cloned().expect("an answer");
    assert!(best["area_km2"][0].as_f64().is_some_and(|km2| km2 >= 200.0));
    assert_eq!(best["pieces_after"], best["pieces_before"]);
}
