//! A figure given for one land that fits another, or two together.

mod road;
mod world;

use road::run;
use serde_json::{Value, json};
use std::path::Path;
use world::{answer, demo, done};

/// A store with the demo's regions and one map, on which Arland holds land in both.
#[cfg(test)]
fn two_lands() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let held = |region: &str, [w, s, e, n]: [f64; 4]| {
        json!({"type": "Feature", "properties": {"party": "arland", "party_name": "Arland", "region": region},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}})
    };
    let map = json!({"type": "FeatureCollection", "features": [
        held("sarn", [35.5, 51.2, 36.0, 51.5]), held("velk", [36.0, 51.6, 36.2, 51.9])]});
    std::fs::write(dir.path().join("2030-01-14.geojson"), map.to_string()).expect("a file");
    let regions = demo().join("regions.geojson");
    let add = |args: &[&str]| {
        done(run(dir.path(), args));
    };
    add(&["init"]);
    let regions = regions.to_str().expect("a path");
    let terms = ["--licence", "CC0-1.0", "--positional-error", "0"];
    add(&[&["boundaries", "add", regions, "--name", "study-v1"][..], &terms].concat());
    let dated = ["--publisher", "m1", "--valid-from-name", "%Y-%m-%d"];
    add(&[&["maps", "add", "2030-01-14.geojson"][..], &dated, &terms].concat());
    dir
}

#[cfg(test)]
fn hints(dir: &Path, sentence: &str) -> Vec<(String, String)> {
    let checked = answer(dir, &["check", sentence, "--on", "2030-01-14"]);
    assert_eq!(checked["verdict"], "contradicted", "{checked}");
    let text = |hint: &Value, key: &str| hint[key].as_str().expect("a text").to_owned();
    let hints = checked["hints"].as_array().expect("a list");
    hints.iter().map(|hint| (text(hint, "kind"), text(hint, "sentence"))).collect()
}

/// Areas as in the walk-through's table: 1,162.639 km² in Sarn, 461.027 km² in Velk.
#[test]
fn a_figure_of_another_land_or_of_two_together_is_recognised() {
    let world = two_lands();
    let of = |kind: &str, sentence: &str| -> Vec<String> {
        let all = hints(world.path(), sentence).into_iter();
        all.filter(|(found, _)| found == kind).map(|(_, sentence)| sentence).collect()
    };
    let other = of("region", "Arland holds 461 square kilometres of Sarn.");
    assert_eq!(other, ["by m1 it fits Velk: 461.027 km² (178.00 sq mi)"]);
    let both = of("sum", "Arland holds 1,624 square kilometres of Sarn.");
    assert!(both.len() == 1 && both[0].contains("Sarn and Velk together: 1623.66"), "{both:?}");
    let neither = hints(world.path(), "Arland holds 5,000 square kilometres of Sarn.");
    assert!(neither.is_empty(), "{neither:?}");
}
