//! Answers as files: other programs open them, they say what they rest on, and shapes whose terms
//! do not let them be passed on stay in the store.

mod road;
mod world;

use road::{Output, run};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use world::{answer, demo, done};

/// A weekly series of both publishers: m1's terms forbid passing shapes on, m2's allow it.
const SERIES: [&str; 13] = [
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
    "--prefer",
    "m2",
];

fn export(args: &[&str], file: &Path, more: &[&str]) -> Output {
    let file = file.display().to_string();
    run(demo(), &[args, &["--export", &file], more].concat())
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the files")
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("the file")).expect("JSON")
}

#[test]
fn coverage_is_drawn_with_its_sources() {
    let dir = folder();
    for (ending, begins) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG")] {
        let file = dir.path().join(format!("coverage.{ending}"));
        let plot = file.display().to_string();
        done(run(demo(), &["coverage", "--plot", &plot]));
        let bytes = fs::read(&file).expect("the picture");
        assert!(bytes.starts_with(begins), "{ending}");
        if ending == "svg" {
            let text = String::from_utf8(bytes).expect("text");
            for words in ["m1: declared", "m1: correction", "m2: editions", "no redistribution"] {
                assert!(text.contains(words), "{words}");
            }
        }
    }
}

#[test]
fn shapes_are_refused_where_the_terms_forbid() {
    let dir = folder();
    for ending in ["geojson", "parquet", "fgb"] {
        let file = dir.path().join(format!("out.{ending}"));
        let refused = export(&SERIES, &file, &[]);
        assert_eq!(refused.code, 1, "{ending}");
        for words in ["no redistribution", "hint:", "--withhold", "--rights"] {
            assert!(refused.stderr.contains(words), "{words}: {}", refused.stderr);
        }
        assert!(!file.exists(), "{ending}");
    }
    // The picture of land is land passed on; the picture of figures is not.
    let map = dir.path().join("map.svg").display().to_string();
    let asked = ["holdings", "--on", "2030-01-14", "--maps", "m1", "--plot", &map];
    assert_eq!(run(demo(), &asked).code, 1);
    let lines = dir.path().join("lines.svg").display().to_string();
    done(run(demo(), &[&SERIES[..], &["--plot", &lines]].concat()));
    assert!(fs::read_to_string(&lines).expect("a picture").contains("no redistribution"));
}

#[test]
fn withheld_shapes_leave_their_figures() {
    let dir = folder();
    let file = dir.path().join("out.geojson");
    done(export(&SERIES, &file, &["--withhold"]));
    let collection = json(&file);
    assert_eq!(collection["type"], "FeatureCollection");
    assert!(collection["disclaimer"].as_str().is_some_and(|words| words.contains("by right")));
    assert!(
        collection["attribution"].as_str().is_some_and(|words| words.contains("m2 (CC BY 4.0)"))
    );
    let features = collection["features"].as_array().expect("features");
    let drawn: Vec<bool> = features.iter().map(|feature| !feature["geometry"].is_null()).collect();
    assert_eq!(drawn, [false, true, false], "m2's shape alone is passed on");
    let printed = answer(demo(), &SERIES);
    assert_eq!(printed.as_array().map(Vec::len), Some(features.len()), "as many as on the screen");
    assert!(features.iter().all(|feature| feature["properties"]["area_km2"].is_number()));
    assert!(features[0]["properties"]["withheld_reason"].is_string());
    assert!(features[1]["properties"]["withheld_reason"].is_null());
}

#[test]
fn a_stated_right_passes_shapes_on_and_stands_in_the_file() {
    let dir = folder();
    let file = dir.path().join("out.geojson");
    done(export(&SERIES, &file, &["--rights", "letter of m1, 3 February 2030"]));
    let collection = json(&file);
    assert_eq!(collection["rights_stated_by_the_user"], "letter of m1, 3 February 2030");
    let features = collection["features"].as_array().expect("features");
    assert!(features.iter().all(|feature| !feature["geometry"].is_null()));
}

#[test]
fn a_table_is_described_beside_it() {
    let dir = folder();
    done(export(&SERIES, &dir.path().join("series.csv"), &[]));
    done(export(&["coverage"], &dir.path().join("coverage.csv"), &[]));
    done(export(&SERIES, &dir.path().join("series.csv"), &[]));
    let package = json(&dir.path().join("datapackage.json"));
    let resources = package["resources"].as_array().expect("resources");
    let paths: Vec<&str> =
        resources.iter().filter_map(|resource| resource["path"].as_str()).collect();
    assert_eq!(paths, ["coverage.csv", "series.csv"], "each described once");
    let described = &resources[1];
    let fields = described["schema"]["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    let table = fs::read_to_string(dir.path().join("series.csv")).expect("the table");
    assert_eq!(names.join(","), table.lines().next().unwrap_or_default());
    let printed = done(run(demo(), &[&SERIES[..], &["--format", "csv"]].concat())).stdout;
    assert_eq!(table, printed, "the file is what is printed");
    assert!(described["licenses"].to_string().contains("m1: no redistribution"));
}

#[test]
fn a_descriptor_of_others_is_left_alone() {
    let dir = folder();
    let descriptor = dir.path().join("datapackage.json");
    fs::write(&descriptor, r#"{"name": "theirs", "resources": []}"#).expect("a file");
    let refused = export(&SERIES, &dir.path().join("series.csv"), &[]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("was not made by seisin"), "{}", refused.stderr);
    assert_eq!(json(&descriptor)["name"], "theirs");
}

#[test]
fn endings_have_to_name_a_form() {
    let dir = folder();
    for (args, file) in [(&SERIES[..], "out.shp"), (&SERIES, "out"), (&["coverage"], "out.geojson")]
    {
        let refused = export(args, &dir.path().join(file), &["--withhold"]);
        assert_eq!(refused.code, 2, "{file}: {}", refused.stderr);
    }
    let plot = dir.path().join("out.jpg").display().to_string();
    assert_eq!(run(demo(), &[&SERIES[..], &["--plot", &plot]].concat()).code, 2);
}

#[test]
fn a_picture_is_a_picture() {
    let dir = folder();
    let png = dir.path().join("out.png");
    let asked = ["--plot", &png.display().to_string()];
    done(run(demo(), &[&SERIES[..], &asked].concat()));
    let bytes = fs::read(&png).expect("a picture");
    assert_eq!(bytes.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let again = dir.path().join("again.png");
    done(run(demo(), &[&SERIES[..], &["--plot", &again.display().to_string()]].concat()));
    assert_eq!(fs::read(again).expect("a picture"), bytes, "the same picture each time");
}

/// A Python that has `geopandas` with its readers of all three forms, if there is one.
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a tester may say which Python to use")]
fn python() -> Option<PathBuf> {
    let named = std::env::var("SEISIN_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = ["-c", "import geopandas, pyogrio, pyarrow"];
    let found = Command::new(&named).args(has).output().is_ok_and(|output| output.status.success());
    if !found {
        println!(
            "skipped: {named} has no geopandas, pyogrio and pyarrow; SEISIN_PYTHON names another"
        );
    }
    found.then(|| PathBuf::from(named))
}

const OPEN: &str = r#"
import sys, geopandas
folder = sys.argv[1]
for name, expected in (("drawn", 3), ("held", 1)):
    for ending in ("geojson", "parquet", "fgb"):
        path = f"{folder}/{name}.{ending}"
        frame = geopandas.read_parquet(path) if ending == "parquet" else geopandas.read_file(path)
        assert len(frame) == (3 if ending != "fgb" else expected), (path, len(frame))
        assert frame.crs.to_epsg() == 4326 or frame.crs.to_string() == "OGC:CRS84", frame.crs
        shapes = frame.geometry.dropna()
        shapes = shapes[~shapes.is_empty]
        assert len(shapes) == expected and shapes.is_valid.all(), path
        for shape, km2 in zip(shapes, frame.loc[shapes.index].area_km2):
            from pyproj import Geod
            measured = abs(Geod(ellps="WGS84").geometry_area_perimeter(shape)[0]) / 1e6
            assert abs(measured - km2) < 2e-3 * km2, (path, measured, km2)
        assert frame.source_switch.dtype == bool or set(frame.source_switch) <= {True, False}
print("opened")
"#;

/// `geopandas` (by GDAL and Arrow) opens what is exported, with its types and the same areas.
#[test]
fn geopandas_opens_what_is_exported() {
    let Some(python) = python() else { return };
    let dir = folder();
    for ending in ["geojson", "parquet", "fgb"] {
        let file = |name: &str| dir.path().join(format!("{name}.{ending}"));
        done(export(&SERIES, &file("held"), &["--withhold"]));
        done(export(&SERIES, &file("drawn"), &["--rights", "a test of the made-up world"]));
    }
    let output = Command::new(python).args(["-c", OPEN]).arg(dir.path()).output().expect("Python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
