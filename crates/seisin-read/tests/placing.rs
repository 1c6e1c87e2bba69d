//! On which side of a border land lies, with and without a boundary finer than Natural Earth's.

use seisin_core::{Digest, Length, Licence, ProblemKind, PublisherId, RegionId};
use seisin_measure::{Position, Shape, ShapeLimits};
use seisin_places::{BoundarySet, Measurable, Region, naming_regions};
use seisin_read::map::{MapReading, MapSettings, NamePattern, Profile, read_map};
use seisin_source::{MapLimits, parse_geojson};
use std::sync::Arc;

const PROFILE: &str = r#"
    format = 1
    name = "two lands"
    title = "Two lands"
    edition_date = [{ file_name = "%Y-%m-%d.json" }]
    [[holding]]
    within = ["RU"]
    party = "east"
    [[holding]]
    within = ["UA"]
    party = "west"
"#;

/// A square of 0.01° around a position, as a region's or a feature's land.
#[cfg(test)]
fn ring([lon, lat]: [f64; 2], half: f64) -> Vec<[f64; 2]> {
    [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        .map(|(x, y)| [lon + x, lat + y])
        .to_vec()
}

#[cfg(test)]
fn region(id: &str, at: [f64; 2], half: f64) -> Region {
    let ring = ring(at, half).into_iter().map(|[lon, lat]| Position::new(lon, lat)).collect();
    let (shape, _) = Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).unwrap();
    let id = RegionId(id.to_owned());
    Region { name: id.0.clone(), id, aliases: Vec::new(), sovereign: None, shape }
}

#[cfg(test)]
fn set(regions: Vec<Region>) -> Arc<BoundarySet> {
    Arc::new(BoundarySet {
        id: "fine".to_owned(),
        title: "Fine".to_owned(),
        licence: Licence("CC0-1.0".to_owned()),
        positional_error: Length::from_metres(20.0),
        measurable: Measurable::Yes,
        view: seisin_core::BoundaryView::default(),
        source: Digest::of(b"fine"),
        regions,
    })
}

/// Who is read as holding a small square there.
#[cfg(test)]
fn read(at: [f64; 2], boundaries: Vec<Arc<BoundarySet>>) -> MapReading {
    let coordinates = ring(at, 0.001).iter().map(|[x, y]| format!("[{x},{y}]")).collect::<Vec<_>>();
    let json = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},
        "geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}]}}"#,
        coordinates.join(",")
    );
    let mut settings = MapSettings::new(Profile::parse(PROFILE).unwrap());
    settings.publisher = Some(PublisherId("m1".into()));
    settings.licence = Some(Licence("CC0-1.0".into()));
    settings.positional_error = Some(Length::ZERO);
    settings.valid_from_name = Some(NamePattern::new("%Y-%m-%d").unwrap());
    settings.boundaries = boundaries;
    let map = parse_geojson(json.as_bytes(), &MapLimits::default()).unwrap();
    read_map(&map, "2030-01-14.json", &settings).unwrap()
}

#[cfg(test)]
fn holder(reading: &MapReading) -> &str {
    reading.holdings[0].party.0.as_str()
}

#[cfg(test)]
fn notes(reading: &MapReading) -> String {
    let notes = reading.problems.iter().filter(|problem| problem.kind == ProblemKind::Note);
    notes.map(|problem| problem.sentence.as_str()).collect::<Vec<_>>().join("\n")
}

/// North of Tetkino Natural Earth is about 3 km off: this square lies
/// in Russia by the borders of OpenStreetMap, in Ukraine by Natural Earth.
const NEAR_THE_BORDER: [f64; 2] = [34.27, 51.303];

#[test]
fn natural_earth_tells_where_no_finer_boundary_is_on_record_and_says_how_unsure_it_is() {
    let reading = read(NEAR_THE_BORDER, Vec::new());
    assert_eq!(holder(&reading), "west");
    assert!(notes(&reading).contains("off by up to 3.0 km"), "{}", notes(&reading));
}

#[test]
fn a_region_of_a_finer_boundary_that_covers_the_land_goes_first() {
    let fine = set(vec![region("RU-KRS", NEAR_THE_BORDER, 0.05)]);
    let reading = read(NEAR_THE_BORDER, vec![fine]);
    assert_eq!(holder(&reading), "east");
    assert!(notes(&reading).contains("RU-KRS by the boundary set fine"), "{}", notes(&reading));
}

#[test]
fn land_outside_a_country_that_a_finer_boundary_has_whole_lies_in_the_next_country() {
    let ukraine = RegionId("UA".to_owned());
    let elsewhere = [30.0, 49.0];
    let mut regions: Vec<Region> = naming_regions()
        .iso_divisions(&ukraine)
        .into_iter()
        .map(|division| region(&division.id.0, elsewhere, 0.01))
        .collect();
    let whole = read(NEAR_THE_BORDER, vec![set(regions.clone())]);
    assert_eq!(holder(&whole), "east");
    // A set that leaves out a single region shows nothing about the land outside it.
    regions.pop();
    let part = read(NEAR_THE_BORDER, vec![set(regions)]);
    assert_eq!(holder(&part), "west");
}

#[test]
fn far_from_any_border_a_finer_boundary_is_not_asked() {
    let far = [30.0, 49.0];
    let fine = set(vec![region("RU-KRS", far, 0.05)]);
    let reading = read(far, vec![fine]);
    assert_eq!(holder(&reading), "west");
    assert_eq!(notes(&reading), "");
}
