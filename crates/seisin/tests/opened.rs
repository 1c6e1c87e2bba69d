//! Exported files open in the programs people use, with longitude where they look for it and the
//! areas that the answer gives.
//!
//! Each program is asked where it is installed, and the test says which were not: `GeoPandas` and `DuckDB`
//! (with `duckdb-extension-spatial` of `PyPI`, of the same version) in the Python of
//! `SEISIN_OPEN_PYTHON` or `python3`, and GDAL, by which QGIS reads all of these, by its `ogrinfo`.

mod road;
mod world;

use road::run;
use std::{path::Path, process::Command};
use world::{answer, demo, done};

/// The land of Sarn and around: the whole of the made-up world lies within.
const WORLD: [f64; 4] = [30.0, 45.0, 40.0, 55.0];

const ASKED: [&str; 5] = ["holdings", "--on", "2030-01-14", "--maps", "m2"];

/// What a program found in a file.
#[derive(Debug)]
struct Found {
    rows: f64,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// With geodesic edges, where the program measures.
    area_km2: Option<f64>,
}

#[expect(clippy::disallowed_methods, reason = "a test finds its Python by its variable")]
fn python() -> String {
    std::env::var("SEISIN_OPEN_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// The file as a library of Python has it; `None` where that is not installed.
fn in_python(library: &str, file: &Path) -> Option<Found> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/opened/read.py");
    let output = Command::new(python()).arg(script).arg(library).arg(file).output().ok()?;
    if output.status.code() == Some(3) {
        return None;
    }
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{library} on {}: {said}", file.display());
    let line = String::from_utf8(output.stdout).expect("figures");
    let figures: Vec<f64> = line.split_whitespace().map(|f| f.parse().expect("a figure")).collect();
    let [rows, west, south, east, north, area] = figures[..] else { panic!("{line}") };
    Some(Found { rows, bounds: [west, south, east, north], area_km2: Some(area) })
}

/// The file as GDAL has it; `None` where that is not installed, or not built with the form.
fn in_gdal(file: &Path) -> Option<Found> {
    let ogrinfo = |args: &[&str]| Command::new("ogrinfo").args(args).arg(file).output().ok();
    let forms = Command::new("ogrinfo").arg("--formats").output().ok()?;
    let forms = String::from_utf8_lossy(&forms.stdout).into_owned();
    let parquet = file.extension().is_some_and(|ending| ending == "parquet");
    if parquet && !forms.contains("Parquet") {
        return None;
    }
    let said = ogrinfo(&["-so", "-al"])?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let after = |label: &str| said.lines().find_map(|line| line.strip_prefix(label));
    assert!(said.contains("WGS 84"), "{said}");
    let rows = after("Feature Count: ").and_then(|count| count.parse().ok()).expect("a count");
    let extent = after("Extent: ").expect("an extent");
    let numbers: Vec<f64> = extent
        .split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | '-'))
        .filter_map(|number| number.parse().ok())
        .collect();
    let bounds = numbers.try_into().expect("four sides");
    Some(Found { rows, bounds, area_km2: None })
}

#[test]
fn other_programs_open_what_is_exported() {
    let dir = tempfile::tempdir().expect("a folder for the files");
    let rows = answer(demo(), &ASKED);
    let rows = rows.as_array().expect("holdings");
    let area = |row: &serde_json::Value| row["figure"]["area_geodesic_km2"].as_f64();
    let total: f64 = rows.iter().filter_map(area).sum();
    let mut absent = Vec::new();
    for ending in ["geojson", "parquet", "fgb"] {
        let file = dir.path().join(format!("held.{ending}"));
        done(run(demo(), &[&ASKED[..], &["--export", &file.display().to_string()]].concat()));
        let opened = [
            ("geopandas", in_python("geopandas", &file)),
            ("duckdb", in_python("duckdb", &file)),
            ("gdal", in_gdal(&file)),
        ];
        for (program, found) in opened {
            let Some(found) = found else {
                absent.push(format!("{program} ({ending})"));
                continue;
            };
            let [west, south, east, north] = found.bounds;
            let inside = WORLD[0] < west && WORLD[1] < south && east < WORLD[2] && north < WORLD[3];
            assert!(inside && west < east && south < north, "{program}, {ending}: {found:?}");
            let count = u32::try_from(rows.len()).map(f64::from).expect("few rows");
            assert!((found.rows - count).abs() < 0.5, "{program}, {ending}: {found:?}");
            let Some(area) = found.area_km2 else { continue };
            assert!((area / total - 1.0).abs() < 1e-9, "{program}, {ending}: {area} {total}");
        }
    }
    if !absent.is_empty() {
        eprintln!("skipped, for they are not installed: {}", absent.join(", "));
    }
}
