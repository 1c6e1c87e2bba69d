//! Other people's tests of JSON and GeoJSON: nothing panics, and what is bad is refused or noted.

use seisin_measure::{Shape, ShapeLimits};
use seisin_source::{MapLimits, parse_geojson};
use std::{collections::BTreeMap, io::Read as _, path::PathBuf};

/// The files of one suite, by path; `None` where the shared material is not there.
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test finds shared material by its variable")]
fn suite(name: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let shared = std::env::var("SEISIN_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let path = shared.join("suites").join(name);
    let Ok(file) = std::fs::File::open(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    let mut unpacked = zstd::Decoder::new(file).unwrap();
    unpacked.window_log_max(30).unwrap();
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(unpacked).entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if entry.header().entry_type().is_file() {
            files.insert(path, bytes);
        }
    }
    Some(files)
}

/// `Ok` with what was noted, or the first line of the refusal.
fn read(bytes: &[u8]) -> Result<Vec<String>, String> {
    let notes = |file: seisin_source::MapFile| file.notes.iter().map(ToString::to_string).collect();
    parse_geojson(bytes, &MapLimits::default())
        .map(notes)
        .map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned())
}

#[test]
fn json_test_suite() {
    let Some(files) = suite("json-test-suite.tar.zst") else { return };
    let parsing = |prefix: &'static str| {
        let path = format!("test_parsing/{prefix}");
        files.iter().filter(move |(name, _)| name.contains(&path))
    };
    // Everything that must not parse is refused; what may or must parse as JSON is no GeoJSON, and
    // is refused as that.
    let (mut bad, mut good) = (0, 0);
    for (name, bytes) in parsing("n_") {
        bad += 1;
        assert!(read(bytes).is_err(), "{name}");
    }
    for (name, bytes) in parsing("y_") {
        good += 1;
        let refusal = read(bytes).expect_err(name);
        assert!(refusal.contains("as GeoJSON"), "{name}: {refusal}");
    }
    for bytes in files.values() {
        let _ = read(bytes);
    }
    println!("{bad} bad files refused, {good} good JSON texts refused as no GeoJSON");
    assert!(bad > 150 && good > 80, "{bad} {good}");
}

#[test]
fn geojsonhint_good_and_bad() {
    let Some(files) = suite("geojsonhint-good-bad.tar.zst") else { return };
    let of = |folder: &str| {
        let is_geojson = |name: &String| name.contains(folder) && name.ends_with("json");
        files.iter().filter(|(name, _)| is_geojson(name)).collect::<Vec<_>>()
    };
    let (good, bad) = (of("/good/"), of("/bad/"));
    // DIFFERENCE: geojsonhint calls a file good whose latitudes go beyond 90 degrees, and those with
    // another reference system; they would be measured wrongly.
    for (name, bytes) in &good {
        match read(bytes) {
            Err(refusal)
                if !refusal.contains("latitude -90..90") && !refusal.contains("not in degrees") =>
            {
                panic!("{name}: {refusal}")
            }
            Err(refusal) => println!("good there, refused here: {name}: {refusal}"),
            Ok(_) => {}
        }
    }
    let refused = bad.iter().filter(|(_, bytes)| read(bytes).is_err()).count();
    let mut unmeasured = 0;
    for (name, bytes) in &bad {
        let Ok(file) = parse_geojson(bytes, &MapLimits::default()) else { continue };
        // What is taken either shows no land or does not become a shape as it stands: its rings are
        // refused or turned round.
        for feature in file.features.into_iter().filter(|feature| !feature.polygons.is_empty()) {
            let shape = Shape::from_rings(feature.polygons, &ShapeLimits::default());
            let changed = shape.as_ref().map_or(true, |(_, notes)| !notes.is_empty());
            let height = !file.notes.is_empty();
            assert!(changed || height, "{name}: {shape:?}");
        }
        unmeasured += 1;
    }
    println!(
        "{} bad files: {refused} refused at intake, {unmeasured} later or without land",
        bad.len()
    );
    assert!(refused > 20 && refused + unmeasured == bad.len());
}
