//! Exchanges measured: land named in several ways, what its standing is, how its worth moves, and
//! what every file of it says of itself.

mod road;
mod world;

use road::run;
use seisin_fixture::{population_of, population_tif};
use serde_json::Value;
use std::{fs, path::Path};
use world::{answer, demo, done};

const EVAL: [&str; 2] = ["exchange", "eval"];
const MAPS: [&str; 4] = ["--maps", "m1", "--on", "2030-01-14"];

fn eval(gives: &[&str]) -> Value {
    let gives: Vec<&str> = gives.iter().flat_map(|give| ["--give", give]).collect();
    answer(demo(), &[&EVAL[..], &gives, &MAPS].concat())[0].clone()
}

#[track_caller]
fn near(value: &Value, expected: f64) {
    let found = value.as_f64().unwrap_or_else(|| panic!("{value} for {expected}"));
    assert!((found - expected).abs() <= expected.abs() * 1e-4, "{found} for {expected}");
}

/// A land whole, of which its giver holds the part that the other has not.
#[test]
fn a_land_whole_is_measured_as_far_as_it_is_held() {
    let exchange = eval(&["arland:sarn", "borland:region=velk+sarn"]);
    near(&exchange["items"][1]["area_km2"]["best"], 15_451.399);
    let part = 15_451.399 - 1_209.145 + 461.027;
    near(&exchange["sides"][1]["area_km2"]["best"], part);
    let notes = exchange["notes"].to_string();
    assert!(notes.contains("borland does not hold"), "{notes}");
    near(&exchange["standing"][1]["holding"][0]["area_km2"], 461.027);
}

/// What a party held a week before and what it holds now are different land.
#[test]
fn a_holding_is_that_of_its_own_day() {
    let exchange = eval(&["arland:sarn@2030-01-07", "borland:velk"]);
    near(&exchange["sides"][0]["area_km2"]["best"], 1_162.639);
    assert!(exchange["items"][0]["what"].as_str().is_some_and(|what| what.contains("2030-01-07")));
    near(&exchange["items"][1]["share"]["best"], 461.027 / 15_451.399);
    assert_eq!(exchange["items"][1]["share_of"], "Velk by boundary set study-v1");
}

/// A shape of the user's own, for which no error is known.
#[test]
fn land_from_a_file() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("strip.geojson");
    let strip = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[35.48,51.2],[35.68,51.2],[35.68,51.5],
        [35.48,51.5],[35.48,51.2]]]}}]}"#;
    fs::write(&file, strip).expect("a file");
    let exchange = eval(&[&format!("arland:file={}", file.display()), "borland:velk"]);
    near(&exchange["sides"][0]["area_km2"]["best"], 465.056);
    near(&exchange["ratio"]["value"]["best"], 1.0087);
    near(&exchange["line_km"]["value"]["after"], 155.845);
    assert!(exchange["notes"].to_string().contains("no positional error is stated"));
}

/// Whose the land is, who holds it and who claims it are three fields.
#[test]
fn law_holding_and_claim_are_apart() {
    let exchange = eval(&["arland:sarn", "borland:velk"]);
    let standing = &exchange["standing"][0];
    assert_eq!(standing["legal_status"][0]["sovereign"], "borland");
    assert_eq!(standing["legal_status"][0]["according_to"], "study-v1");
    assert_eq!(standing["holding"][0]["party"], "arland");
    near(&standing["holding"][0]["area_km2"], 1_209.145);
    assert!(standing["claims"].is_array());
}

/// The form of both territories: the same figures as the independent reckoning of the library's
/// tests (shapely on PROJ's equal-area plane).
#[test]
fn the_form_of_what_each_holds() {
    let exchange = eval(&["arland:sarn", "borland:velk"]);
    let before = &exchange["sides"][0]["territory"]["value"]["before"];
    near(&before["moment_of_inertia"], 0.869_994);
    assert!((before["neck"]["width_km"].as_f64().expect("a neck") / 33.376_8 - 1.0).abs() < 1e-3);
    assert_eq!(exchange["sides"][0]["enclaves_by_order"]["value"]["after"], serde_json::json!([]));
    let methods = exchange["methods"].as_array().expect("methods");
    for measure in
        ["people", "area", "ratio", "line_km", "polsby_popper", "moment_of_inertia", "neck"]
    {
        let method = methods.iter().find(|one| one["measure"] == measure).expect(measure);
        for field in ["unit", "formula", "error"] {
            assert!(method[field].as_str().is_some_and(|words| !words.is_empty()), "{method}");
        }
    }
}

/// People come first, and a settlement that the list knows is named.
#[test]
fn people_come_first() {
    let page = done(run(
        demo(),
        &[&EVAL[..], &["--give", "arland:sarn", "--give", "borland:velk"], &MAPS].concat(),
    ));
    let at = |words: &str| page.stdout.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("people") < at("settlements") && at("settlements") < at("area"), "{}", page.stdout);
    assert!(at("legal status") < at("holding  ") && at("holding  ") < at("claims  "));
}

const GIVES: [&str; 4] = ["--give", "arland:sarn", "--give", "borland:velk"];

#[test]
fn how_the_worth_moved() {
    let over = ["--maps", "m1", "--over", "2030-01-07..2030-01-21", "--every", "week"];
    let rows = answer(demo(), &[&EVAL[..], &GIVES, &over].concat());
    let days: Vec<&str> =
        rows.as_array().expect("rows").iter().filter_map(|row| row["on"].as_str()).collect();
    assert_eq!(days, ["2030-01-07", "2030-01-14", "2030-01-21"]);
    near(&rows[1]["ratio"]["value"]["best"], 2.6227);
    assert!(rows[0]["unmeasured"].is_string() || rows[0]["ratio"]["value"].is_object());
    let dir = tempfile::tempdir().expect("a folder");
    let plot = dir.path().join("worth.svg");
    let table = dir.path().join("worth.csv");
    let files = ["--plot", &plot.display().to_string(), "-o", &table.display().to_string()];
    done(run(demo(), &[&EVAL[..], &GIVES, &over, &files].concat()));
    let svg = fs::read_to_string(plot).expect("a picture");
    assert!(svg.contains("hypothetical: no party proposed this") && svg.contains("arland gives"));
    let table = fs::read_to_string(table).expect("a table");
    assert_eq!(table.lines().count(), 4, "{table}");
    let month = ["--maps", "m1", "--over", "2030-02..2030-01"];
    assert_eq!(run(demo(), &[&EVAL[..], &GIVES, &month].concat()).code, 2);
}

/// Every file says that nobody proposed it and what its figures are not; nothing is called fair.
#[test]
fn every_file_says_what_it_is_not() {
    let dir = tempfile::tempdir().expect("a folder");
    for name in ["e.geojson", "e.parquet", "e.svg", "e.csv"] {
        let path = dir.path().join(name);
        let flag = if name == "e.svg" { "--plot" } else { "--export" };
        let file = [flag, &path.display().to_string()];
        let refused = run(demo(), &[&EVAL[..], &GIVES, &MAPS, &file].concat());
        assert_eq!(refused.code, i32::from(name != "e.csv"), "m1 is not to be passed on: {name}");
        // A picture takes the right too, which is stated beside an export.
        let beside = dir.path().join("beside.geojson").display().to_string();
        let rights = ["--rights", "a test of the made-up world"];
        let stated = match name {
            "e.svg" => [&file[..], &["--export", &beside], &rights].concat(),
            "e.csv" => continue,
            _ => [&file[..], &rights].concat(),
        };
        done(run(demo(), &[&EVAL[..], &GIVES, &MAPS, &stated].concat()));
    }
    for name in ["e.geojson", "e.svg", "e.csv", "e.parquet", "datapackage.json"] {
        says_what_it_is_not(&dir.path().join(name));
    }
}

#[track_caller]
fn says_what_it_is_not(path: &Path) {
    let bytes = fs::read(path).expect("a file");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("hypothetical: no party proposed this"), "{}", path.display());
    let lower = text.to_lowercase();
    for word in ["fair", "balanced", "winner", "military"] {
        assert!(!lower.contains(word), "{word} in {}", path.display());
    }
}

/// As much land as is asked for, nearest to a position; what cannot be told is said, not guessed.
#[test]
fn land_near_a_place() {
    let exchange = eval(&["arland:near=35.9,51.35/100", "borland:velk"]);
    near(&exchange["sides"][0]["area_km2"]["best"], 100.0);
    near(&exchange["standing"][0]["holding"][0]["area_km2"], 100.0);
    let as_much = eval(&["arland:near=35.9,51.35", "borland:velk"]);
    near(&as_much["ratio"]["value"]["best"], 1.0);
    let too_much = eval(&["arland:near=35.9,51.35/100000000", "borland:velk"]);
    assert!(
        too_much["unmeasured"].as_str().is_some_and(|why| why.contains("is not shown to hold"))
    );
    let of_nothing = eval(&["arland:near=35.9,51.35", "borland:near=36.1,51.7"]);
    assert!(of_nothing["unmeasured"].as_str().is_some_and(|why| why.contains("depends on")));
    for words in ["arland:near=Nosuchtown", "arland:near=35.9,51.35/-3", "arland:near=35.9,99"] {
        let give = ["--give", words, "--give", "borland:velk"];
        let output = run(demo(), &[&EVAL[..], &give, &MAPS].concat());
        assert_eq!(output.code, 2, "{words}");
        assert!(output.stderr.contains("hint:"), "{}", output.stderr);
    }
}

/// Rows 5 to 7 of the made-up world's raster, a fifth of column 14 and the columns 15 to 19.
fn people_in_sarn() -> f64 {
    let people = |column, row| f64::from(population_of(column, row).expect("counted"));
    let row = |row| 0.2 * people(14, row) + (15..20).map(|column| people(column, row)).sum::<f64>();
    (5..8).map(row).sum()
}

/// People from a raster of the user's, sites from a list, and figures that somebody states.
#[test]
fn people_by_pixel_sites_and_stated_figures() {
    let dir = tempfile::tempdir().expect("a folder");
    let (raster, sites) = (dir.path().join("people.tif"), dir.path().join("sites.csv"));
    fs::write(&raster, population_tif()).expect("a file");
    let list = "name,lon,lat,kind\nBridge,35.6,51.3,crossing\nMill,34.5,51.3,works\n";
    fs::write(&sites, list).expect("a file");
    let (raster, sites) = (raster.display().to_string(), sites.display().to_string());
    let more = ["--people", &raster, "--sites", &sites];
    let stated = ["--stated", "arland:1,209 square miles", "--stated", "borland:3 %"];
    let asked = [&EVAL[..], &GIVES, &MAPS, &more, &stated].concat();
    let exchange = answer(demo(), &asked)[0].clone();
    let people = &exchange["sides"][0]["people"]["value"];
    let expected = people_in_sarn();
    assert!((people["count"].as_f64().expect("a count") - expected).abs() <= 0.5, "{people}");
    assert_eq!(people["bound"], "about");
    let range = people["range"].as_array().expect("a range");
    assert!(range[0].as_f64() < Some(expected) && range[1].as_f64() > Some(expected));
    assert!(people["source"].as_str().is_some_and(|source| source.contains("people.tif")));
    let here = exchange["sites"]["on_what_is_given"].as_array().expect("both sides");
    assert_eq!(
        (here[0].as_array().map(Vec::len), here[1].as_array().map(Vec::len)),
        (Some(1), Some(0))
    );
    assert_eq!(here[0][0]["name"], "Bridge");
    let stated = exchange["stated"].as_array().expect("both figures");
    assert_eq!(
        (&stated[0]["outcome"], &stated[1]["outcome"]),
        (&"differs".into(), &"agrees".into())
    );
    assert!(stated[0]["perhaps"].to_string().contains("figure in km2"), "{}", stated[0]);
    let page = done(run(demo(), &asked)).stdout;
    assert!(page.contains("sites        Bridge (crossing)"), "{page}");
    let search = "exchange search --give arland:sarn --give-whole borland:velk --on 2030-01-14 --maps m1 --units \
                  strips:0.02deg --ratio 1±0.05 --by area --people";
    let search: Vec<&str> = search.split_whitespace().chain([raster.as_str()]).collect();
    let found = answer(demo(), &search);
    let counted = found["answers"][0]["people"][0].as_f64().expect("people");
    assert!(counted > 0.0 && counted < expected, "{counted}");
    let beside = ["--give", "arland:h3=85111a4bfffffff", "--give", "borland:velk"];
    let nowhere = run(demo(), &[&EVAL[..], &beside, &MAPS].concat());
    assert!(nowhere.code == 1 || nowhere.stdout.contains("not measured"), "{}", nowhere.stdout);
    let text = dir.path().join("words.tif");
    fs::write(&text, "no raster").expect("a file");
    let wrong = ["--people", &text.display().to_string()];
    let refused = run(demo(), &[&EVAL[..], &GIVES, &MAPS, &wrong].concat());
    assert!(refused.code == 1 && refused.stderr.contains("read the raster"), "{}", refused.stderr);
}

/// Offers over time: each with its parties and answers, as reports say.
#[test]
fn offers_are_drawn_over_time() {
    let dir = tempfile::tempdir().expect("a folder");
    let svg = dir.path().join("offers.svg");
    done(run(demo(), &["offers", "--plot", &svg.display().to_string()]));
    let svg = fs::read_to_string(svg).expect("a picture");
    for words in ["borland → arland", "reject", "Offers and answers on record"] {
        assert!(svg.contains(words), "{words} in {svg}");
    }
    let png = dir.path().join("offers.png");
    done(run(demo(), &["offers", "--plot", &png.display().to_string()]));
    assert!(fs::read(png).expect("a picture").starts_with(b"\x89PNG"));
}
