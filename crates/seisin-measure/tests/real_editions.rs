//! Editions of two publishers' daily maps, from the shared material (skipped, with a word, where it
//! is absent): all valid; areas those of pyproj, overlays those of GEOS.
//!
//! Every edition is measured by the example `editions`; this test takes a sample of them.

use seisin_measure::{
    Budget, Position, Regions, RunningAreas, RunningOverlaps, RunningValidity, Shape, ShapeLimits,
    area, area_geodesic, difference, differences, gained_and_lost, intersection, overlap_area,
    union,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of shared material, if it is there.
fn shared() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a test may be told where the material lies")]
    let named = std::env::var("SEISIN_SHARED").ok().map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let found = named.unwrap_or(beside);
    if !found.join("maps").is_dir() {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("SKIPPED: no shared material at {} (set SEISIN_SHARED)", found.display());
        }
        return None;
    }
    Some(found)
}

/// The files of an archive whose name `wanted` accepts, by name.
fn unpack(archive: &Path, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, Value> {
    let mut decoder = zstd::Decoder::new(File::open(archive).expect("the archive opens"))
        .expect("the archive is zstd");
    decoder.window_log_max(30).expect("a window of 1 GB is allowed");
    let mut files = BTreeMap::new();
    let mut tar = tar::Archive::new(decoder);
    for entry in tar.entries().expect("the archive is tar") {
        let mut entry = entry.expect("the archive is whole");
        let path = entry.path().expect("names are paths").into_owned();
        let name = path.file_name().unwrap_or_default().display().to_string();
        if wanted(&name) {
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("the file is text");
            files.insert(name, serde_json::from_str(&text).expect("the file is JSON"));
        }
    }
    files
}

/// The shapes of a file with the type of their feature; all must be valid.
fn shapes(file: &str, json: &Value) -> Vec<(String, Shape)> {
    let features = json.get("value").unwrap_or(json)["features"].as_array();
    let shape = |feature: &Value| {
        let kind = feature["properties"]["type"].as_str().unwrap_or("held").to_owned();
        let made = Shape::from_rings(polygons(&feature["geometry"]), &ShapeLimits::default());
        (kind, made.unwrap_or_else(|invalid| panic!("{file}: failed to {invalid}")).0)
    };
    features.into_iter().flatten().map(shape).collect()
}

fn polygons(geometry: &Value) -> Vec<Vec<Vec<Position>>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let position = |value: &Value| Position::new(number(&value[0]), number(&value[1]));
    let ring = |value: &Value| list(value).iter().map(position).collect();
    let polygon = |value: &Value| list(value).iter().map(ring).collect();
    match geometry["type"].as_str() {
        Some("Polygon") => vec![polygon(&geometry["coordinates"])],
        _ => list(&geometry["coordinates"]).iter().map(polygon).collect(),
    }
}

/// A column of one of the tables of true figures, by the date of the file.
fn truth(shared: &Path, table: &str, column: &str) -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(shared.join("truth").join(table)).expect("the table reads");
    let mut rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = rows.next().expect("the table has a header");
    let at = header.iter().position(|name| *name == column).expect("the column is there");
    rows.filter_map(|row| Some((row[0].to_owned(), row[at].parse().ok()?))).collect()
}

/// The land shown as held at the edition's later date.
fn held(shapes: &[(String, Shape)]) -> Shape {
    let kept: Vec<&Shape> =
        shapes.iter().filter(|(kind, _)| kind != "losses").map(|(_, shape)| shape).collect();
    union(&kept, &Budget::default()).expect("within the budget")
}

/// The name of the second publisher's file of a day.
fn deepstate_name(day: &str) -> String {
    format!("deepstatemap_data_{}.geojson", day.replace('-', ""))
}

/// Days measured with shapely 2.2.0 (GEOS 3.14.1), areas in km² with edges straight in lon/lat by
/// the closed form of the zone function (`numpy`, six Gauss–Legendre nodes): held by the first
/// publisher's map, by the second's, by both, by the first only, by the second only.
const OVERLAYS: [(&str, [f64; 5]); 4] = [
    ("2024-07-08", [65_285.047_9, 109_361.407_1, 64_245.456_5, 1_039.591_4, 45_115.950_6]),
    ("2025-06-15", [70_339.715_7, 113_433.994_6, 68_375.968_5, 1_963.747_2, 45_058.026_1]),
    ("2026-01-20", [73_204.836_9, 116_355.612_0, 71_231.156_6, 1_973.680_3, 45_124.455_4]),
    ("2026-08-22", [74_306.760_1, 116_995.415_2, 71_861.567_3, 2_445.192_8, 45_133.847_9]),
];

#[test]
fn a_sample_of_real_editions() {
    let Some(shared) = shared() else { return };
    let maps = shared.join("maps");
    let is_overlaid = |name: &str| OVERLAYS.iter().any(|(day, _)| name.starts_with(day));
    let liveuamap = unpack(&maps.join("liveuamap-nzz-2022-02-24..2026-08-22.tar.zst"), |name| {
        name.ends_with("-13.json") || name.starts_with("2024-09-04") || is_overlaid(name)
    });
    let deepstate = unpack(&maps.join("deepstate-2024-07-08..2026-08-22.tar.zst"), |name| {
        name.ends_with("17.geojson") || OVERLAYS.iter().any(|(day, _)| name == deepstate_name(day))
    });
    assert!(liveuamap.len() > 50 && deepstate.len() > 25);
    agrees_with_pyproj(&shared, &liveuamap, &deepstate);
    kursk_pocket(&shapes("2024-09-04", &liveuamap["2024-09-04.json"]));
    for (day, expected) in OVERLAYS {
        let name = deepstate_name(day);
        let first = held(&shapes(day, &liveuamap[&format!("{day}.json")]));
        agrees_with_geos(day, &first, &shapes(&name, &deepstate[&name])[0].1, expected);
    }
}

fn agrees_with_pyproj(
    shared: &Path,
    liveuamap: &BTreeMap<String, Value>,
    deepstate: &BTreeMap<String, Value>,
) {
    let near = |name: &str, found: f64, expected: f64| {
        assert!((found - expected).abs() < 1e-4, "{name}: {found} km², pyproj {expected}");
    };
    let nochange = truth(shared, "liveuamap-area-by-day.csv", "nochange_km2");
    for (name, json) in liveuamap {
        let all = shapes(name, json);
        let kept = all.iter().filter(|(kind, _)| kind == "nochange");
        let found = kept.map(|(_, shape)| area_geodesic(shape)).sum::<seisin_core::Area>();
        near(name, found.square_km(), nochange[name.trim_end_matches(".json")]);
    }
    let by_day = truth(shared, "deepstate-area-by-day.csv", "area_km2").into_iter();
    let total: BTreeMap<String, f64> =
        by_day.map(|(day, km2)| (deepstate_name(&day), km2)).collect();
    for (name, json) in deepstate {
        let found = area_geodesic(&shapes(name, json)[0].1);
        near(name, found.square_km(), total[name]);
    }
}

/// The peak of the pocket in Kursk Oblast, 1,266.5825 km² on the edition of 2024-09-03: the only
/// land in `losses` north of 51°.
fn kursk_pocket(edition: &[(String, Shape)]) {
    let losses = edition.iter().filter(|(kind, _)| kind == "losses");
    let north = |piece: &Shape| piece.interior_point().is_some_and(|point| point.lat > 51.0);
    let pieces = losses.flat_map(|(_, shape)| shape.pieces()).filter(north).collect::<Vec<_>>();
    let found: seisin_core::Area = pieces.iter().map(area_geodesic).sum();
    assert!((found.square_km() - 1_266.582_5).abs() < 1e-4, "{found:?}");
}

fn agrees_with_geos(day: &str, first: &Shape, second: &Shape, expected: [f64; 5]) {
    let budget = Budget::default();
    let both = intersection(first, second, &budget).expect("within the budget");
    let first_only = difference(first, second, &budget).expect("within the budget");
    let second_only = difference(second, first, &budget).expect("within the budget");
    // The same walked from crossing to crossing, where the two are drawn apart.
    let walked = differences(first, second, &budget).expect("within the budget");
    for (walked, overlaid) in walked.iter().zip([&first_only, &second_only]) {
        let gap = (area(walked) - area(overlaid)).square_km().abs();
        assert!(gap < 1e-3, "{day}: {gap} km²");
    }
    let parts = [first, second, &both, &first_only, &second_only];
    for (part, expected) in parts.into_iter().zip(expected) {
        let found = area(part).square_km();
        assert!((found - expected).abs() < 1e-4, "{day}: {found} km², GEOS {expected}");
    }
    let common = overlap_area(first, second, &budget).expect("within the budget").square_km();
    assert!((common - expected[2]).abs() < 1e-4, "{day}: {common} km², GEOS {}", expected[2]);
    let gap = area(&both) + area(&first_only) - area(first);
    assert!(gap.square_metres().abs() < 1e-9 * area(first).square_metres(), "{day} {gap:?}");
}

/// Every one of the 768 steps of one publisher's archive: carried areas are those of pyproj, gained
/// less lost is the change of the area, and gained and lost are those of GEOS.
#[test]
fn every_step_from_day_to_day() {
    let Some(shared) = shared() else { return };
    let archive = shared.join("maps/deepstate-2024-07-08..2026-08-22.tar.zst");
    let days = unpack(&archive, |name| name.ends_with(".geojson"));
    assert_eq!(days.len(), 769);
    let column = |column| truth(&shared, "deepstate-area-by-day.csv", column);
    let by_day = [
        column("area_km2"),
        column("gained_since_previous_km2"),
        column("lost_since_previous_km2"),
    ];
    let regions = quarters();
    let regions = Regions::new(&regions);
    let mut held_in = RunningOverlaps::new(&regions);
    let (mut running, mut before, mut area_before) = (RunningAreas::default(), Shape::empty(), 0.0);
    for (day, gone) in by_day[0].keys().zip(0_usize..) {
        let after = shapes(day, &days[&deepstate_name(day)]).remove(0).1;
        let areas = running.take(&before, &after);
        let near = |what: &str, found: f64, expected: f64, limit: f64| {
            assert!((found - expected).abs() <= limit, "{day}, {what}: {found}, not {expected}");
        };
        let lonlat = area(&after).square_km();
        // The table has four decimals.
        let total = by_day[0][day];
        near("geodesic", areas.geodesic.square_km(), total, 1e-9 * total + 5e-5);
        near("anew", areas.lonlat.square_km(), lonlat, 1e-9 * lonlat);
        let parts = held_in.take(&before, &after, &Budget::default()).expect("within the budget");
        near(
            "parts",
            parts.iter().copied().sum::<seisin_core::Area>().square_km(),
            lonlat,
            1e-9 * lonlat,
        );
        if gone % 97 == 0 {
            let anew = regions.overlaps(&after, &Budget::default()).expect("within the budget");
            for (part, anew) in parts.iter().zip(anew) {
                near("part", part.square_km(), anew.square_km(), 1e-9 * anew.square_km() + 1e-9);
            }
        }
        if gone > 0 {
            let change = gained_and_lost(&before, &after, &Budget::default()).expect("in budget");
            let (gained, lost) = (change.gained_area.square_km(), change.lost_area.square_km());
            near("change", gained - lost, lonlat - area_before, 1e-6);
            near("gained", area_geodesic(&change.gained).square_km(), by_day[1][day], 1e-3);
            near("lost", area_geodesic(&change.lost).square_km(), by_day[2][day], 1e-3);
        }
        (before, area_before) = (after, lonlat);
    }
}

/// Sixteen boxes that cover everything drawn.
fn quarters() -> Vec<Shape> {
    let corner = |k: u32| (28.0 + 4.0 * f64::from(k % 4), 42.0 + 3.0 * f64::from(k / 4));
    let ring = |(west, south): (f64, f64)| {
        [(0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (0.0, 3.0), (0.0, 0.0)]
            .map(|(x, y)| Position::new(west + x, south + y))
            .to_vec()
    };
    let quarter = |k| Shape::from_rings(vec![vec![ring(corner(k))]], &ShapeLimits::default());
    (0..16).map(|k| quarter(k).expect("a box").0).collect()
}

#[test]
fn a_month_of_editions_is_taken_beside_the_one_before_as_from_nothing() {
    let Some(shared) = shared() else { return };
    let archive = shared.join("maps/deepstate-2024-07-08..2026-08-22.tar.zst");
    let month = unpack(&archive, |name| name.starts_with("deepstatemap_data_202507"));
    assert!(month.len() > 25, "{}", month.len());
    let (mut editions, mut areas) = (RunningValidity::default(), RunningAreas::default());
    let mut before = Arc::new(Shape::empty());
    for (name, json) in &month {
        let given = polygons(&json["features"][0]["geometry"]);
        let (carried, notes) = editions.take(&given, &ShapeLimits::default()).expect(name);
        let (fresh, expected) = Shape::from_rings(given, &ShapeLimits::default()).expect(name);
        assert!(*carried == fresh && notes == expected, "{name}");
        let measured = areas.take(&before, &carried);
        let (lonlat, geodesic) = (area(&fresh), area_geodesic(&fresh));
        let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other;
        assert!(near(measured.lonlat.square_km(), lonlat.square_km()), "{name}");
        assert!(near(measured.geodesic.square_km(), geodesic.square_km()), "{name}");
        before = carried;
    }
}
