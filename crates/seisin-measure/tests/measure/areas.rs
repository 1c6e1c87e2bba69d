//! Areas against GeographicLib: on densified edges for edges straight in lon/lat, as given for
//! geodesic ones, and against figures of pyproj 3.7.2 (PROJ 9.5.1) on real places.

use crate::support::{Pairs, land, polygon, shape};
use geographiclib_rs::{Geodesic, PolygonArea, Winding};
use seisin_measure::{EdgeRule, Shape, area, area_by, area_geodesic};

/// The geodesic area in m² of a shape with every edge cut into `parts`.
fn densified(shape: &Shape, parts: u32) -> f64 {
    let geodesic = Geodesic::wgs84();
    let ring_area = |ring: &seisin_measure::Ring| {
        let mut polygon = PolygonArea::new(&geodesic, Winding::CounterClockwise);
        for [a, b] in ring.edges() {
            for part in 0..parts {
                let t = f64::from(part) / f64::from(parts);
                polygon.add_point(a.lat + (b.lat - a.lat) * t, a.lon + (b.lon - a.lon) * t);
            }
        }
        polygon.compute(true).1
    };
    shape.rings().map(ring_area).sum()
}

/// What [`densified`] tends to: its error falls with the square of the number of parts.
fn lonlat_reference(shape: &Shape, parts: u32) -> f64 {
    let [one, two, four] = [1, 2, 4].map(|times| densified(shape, parts * times));
    let [first, second] = [(4.0 * two - one) / 3.0, (4.0 * four - two) / 3.0];
    (16.0 * second - first) / 15.0
}

#[test]
fn lonlat_area_is_the_limit_of_densified_geodesics() {
    for (shape, parts, relative) in [
        (polygon(&[(30.0, 50.0), (30.5, 50.1), (30.3, 50.5)]), 64, 2e-12),
        (polygon(&[(30.0, -50.0), (30.4, -49.5), (29.8, -49.6)]), 64, 2e-12),
        (polygon(&[(30.0, 50.0), (35.0, 51.0), (33.0, 55.0)]), 256, 2e-12),
        (polygon(&[(-5.0, -3.0), (4.0, -2.0), (1.0, 6.0)]), 256, 2e-12),
        (polygon(&[(0.0, 0.0), (90.0, 10.0), (45.0, 70.0)]), 2048, 1e-11),
        (polygon(&[(10.0, 78.0), (30.0, 77.5), (25.0, 80.9)]), 1024, 1e-11),
        (land([34.0, 51.0, 36.0, 52.0]), 512, 2e-12),
    ] {
        let (found, expected) = (area(&shape).square_metres(), lonlat_reference(&shape, parts));
        let off = (found / expected - 1.0).abs();
        assert!(off < relative, "{:?}: {found} {expected} {off:e}", shape.bounds());
    }
}

/// Places by name, with areas in m² by pyproj's `Geod(ellps="WGS84")`: with edges cut into 4,000
/// parts (good to 3e-9), and with geodesic edges.
const PLACES: [(&str, Pairs, f64, f64); 4] = [
    (
        "Kyiv, Lviv, Odesa",
        &[(30.5234, 50.4501), (24.0297, 49.8397), (30.7233, 46.4825)],
        105_470_177_544.904_19,
        103_355_978_547.971_48,
    ),
    (
        "Kursk, Sudzha, Rylsk, Lgov",
        &[(36.1874, 51.7304), (35.2590, 51.6600), (34.6800, 51.5700), (35.2730, 51.1900)],
        2_745_077_237.218_85,
        2_735_450_327.857_055_7,
    ),
    (
        "Nairobi, Kampala, Dar es Salaam",
        &[(36.8219, -1.2921), (32.5825, 0.3476), (39.2083, -6.7924)],
        119_269_765_852.458_27,
        120_032_585_419.938_45,
    ),
    (
        "four corners of Svalbard, clockwise",
        &[(15.6356, 78.2232), (11.9300, 78.9250), (20.9, 80.1), (25.0, 77.5)],
        38_904_761_522.649_9,
        39_886_757_662.188_48,
    ),
];

#[test]
fn real_places_agree_with_pyproj() {
    for (name, ring, lonlat, geodesic) in PLACES {
        let shape = polygon(ring);
        let off = (area(&shape).square_metres() / lonlat - 1.0).abs();
        assert!(off < 3e-9, "{name} {off:e}");
        let off = (area_geodesic(&shape).square_metres() / geodesic - 1.0).abs();
        assert!(off < 1e-12, "{name} {off:e}");
        assert_eq!(area_by(EdgeRule::LonLat, &shape), area(&shape));
        assert_eq!(area_by(EdgeRule::Geodesic, &shape), area_geodesic(&shape));
    }
}

#[test]
fn the_whole_ellipsoid() {
    let half = |west: f64, east: f64| -> [f64; 4] { [west, -90.0, east, 90.0] };
    // NGA.STND.0036 gives no area; Karney's value for WGS 84, 510 065 621.724 089 km².
    let whole = 510_065_621.724_089;
    assert!((area(&land(half(-180.0, 0.0))).square_km() - whole / 2.0).abs() < 1e-5);
    assert!((area(&land(half(0.0, 90.0))).square_km() - whole / 4.0).abs() < 1e-5);
}

#[test]
fn holes_are_taken_off_and_islands_added() {
    let outer: Pairs = &[(34.0, 51.0), (36.0, 51.0), (36.0, 52.0), (34.0, 52.0)];
    let hole: Pairs = &[(34.5, 51.2), (34.5, 51.8), (35.5, 51.8), (35.5, 51.2)];
    let island: Pairs = &[(34.8, 51.4), (35.2, 51.4), (35.2, 51.6), (34.8, 51.6)];
    let whole = shape(&[&[outer, hole], &[island]]);
    for measure in [area, area_geodesic] {
        let part = |pairs| measure(&polygon(pairs)).square_metres();
        let expected = part(outer) - part(hole) + part(island);
        assert!((measure(&whole).square_metres() - expected).abs() < 1e-3);
    }
}

#[test]
fn a_geodesic_area_is_never_that_of_the_rest_of_the_earth() {
    let clockwise: Pairs = &[(34.0, 51.0), (34.0, 52.0), (36.0, 52.0), (36.0, 51.0)];
    assert!((area_geodesic(&polygon(clockwise)).square_km() / 15_500.0 - 1.0).abs() < 0.01);
    // Three quarters of the Earth, its edges cut so that geodesics follow them.
    let mut most = Vec::new();
    most.extend((-18..18).map(|step| (f64::from(step) * 10.0, -35.0)));
    most.push((180.0, -35.0));
    most.extend((-35..90).map(|lat| (180.0, f64::from(lat))));
    most.extend((-18..=18).rev().map(|step| (f64::from(step) * 10.0, 89.5)));
    most.extend((-34..89).rev().map(|lat| (-180.0, f64::from(lat))));
    let shape = polygon(&most);
    let (flat, round) = (area(&shape).square_km(), area_geodesic(&shape).square_km());
    assert!(flat > 390e6 && (round / flat - 1.0).abs() < 0.01, "{flat} {round}");
}

#[test]
fn a_square_metre_far_from_the_origin_keeps_its_digits() {
    let metre = 1.0 / 111_257.8;
    let (lon, lat) = (151.2, -33.86);
    let small = land([lon, lat, lon + metre, lat + metre]);
    let off = area(&small).square_metres() / area_geodesic(&small).square_metres() - 1.0;
    assert!(off.abs() < 1e-7, "{off:e}");
}

/// DIFFERENCE: a sliver between a geodesic and the straight lon/lat line can run the other way
/// round as geodesics than it does in lon/lat. Its signed geodesic area is negative and is counted
/// so, which keeps sums right; tools that take each ring's absolute value count it the other way
/// (0.045 km² on the edition of 2022-10-07 of one publisher).
#[test]
fn a_sliver_turned_over_by_geodesics_counts_against() {
    let sliver = polygon(&[(30.0, 50.0), (30.5, 50.000_1), (31.0, 50.0)]);
    assert!(area(&sliver).square_metres() > 0.0);
    let flipped = polygon(&[(30.0, 50.0), (31.0, 50.0), (30.5, 50.000_1)]);
    assert!(area_geodesic(&flipped).square_metres() < 0.0);
}
