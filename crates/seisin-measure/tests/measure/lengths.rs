//! Lengths against GeographicLib on edges cut into many parts.

use crate::support::{land, polygon};
use geographiclib_rs::{Geodesic, InverseGeodesic};
use seisin_measure::{Position, Ring, perimeter};

/// The length in metres of an edge cut into `parts` geodesics.
fn densified(a: Position, b: Position, parts: u32) -> f64 {
    let geodesic = Geodesic::wgs84();
    let at = |part: u32| {
        let t = f64::from(part) / f64::from(parts);
        (a.lat + (b.lat - a.lat) * t, a.lon + (b.lon - a.lon) * t)
    };
    (0..parts)
        .map(|part| -> f64 {
            let ((lat1, lon1), (lat2, lon2)) = (at(part), at(part + 1));
            geodesic.inverse(lat1, lon1, lat2, lon2)
        })
        .sum()
}

/// What [`densified`] tends to: its error falls with the square of the number of parts.
fn reference(a: Position, b: Position, parts: u32) -> f64 {
    (4.0 * densified(a, b, 2 * parts) - densified(a, b, parts)) / 3.0
}

#[test]
fn perimeters_are_the_limit_of_densified_geodesics() {
    for (corners, parts, relative) in [
        ([(30.0, 50.0), (30.5, 50.1), (30.3, 50.5)], 64, 1e-11),
        ([(30.0, -50.0), (30.02, -49.98), (29.9, -49.99)], 16, 1e-11),
        ([(30.0, 50.0), (35.0, 51.0), (33.0, 55.0)], 256, 1e-11),
        ([(-5.0, -3.0), (4.0, -2.0), (1.0, 6.0)], 256, 1e-11),
        ([(0.0, 0.0), (90.0, 10.0), (45.0, 70.0)], 4096, 1e-10),
        ([(0.0, 80.0), (60.0, 82.0), (20.0, 85.0)], 4096, 1e-10),
        ([(0.0, 80.0), (90.0, 80.0), (20.0, 90.0)], 8192, 1e-5),
    ] {
        let shape = polygon(&corners);
        let edges = shape.rings().flat_map(Ring::edges);
        let expected: f64 = edges.map(|[a, b]| reference(a, b, parts)).sum();
        let off = (perimeter(&shape).metres() / expected - 1.0).abs();
        assert!(off < relative, "{corners:?} {off:e}");
    }
}

#[test]
fn a_meridian_and_a_parallel_agree_with_pyproj() {
    // pyproj 3.7.2: 36°E from 51° to 52°N, and 51°N from 34° to 36°E in 80,000 parts; twice each.
    let meridian = 111_257.827_466_3;
    let parallel = |lat: f64| {
        let square = land([34.0, lat, 36.0, lat + 1.0]);
        perimeter(&square).metres()
    };
    let upper = land([34.0, 52.0, 36.0, 53.0]);
    let shared = 140_395.355_339_546
        + densified(Position::new(34.0, 52.0), Position::new(36.0, 52.0), 80_000);
    assert!((parallel(51.0) - 2.0 * meridian - shared).abs() < 1e-5);
    assert!(perimeter(&upper).metres() < parallel(51.0));
}

#[test]
fn holes_count_and_nothing_has_no_length() {
    let outer = land([34.0, 51.0, 36.0, 52.0]);
    let hole = [(34.5, 51.2), (34.5, 51.8), (35.5, 51.8), (35.5, 51.2)];
    let corners = [(34.0, 51.0), (36.0, 51.0), (36.0, 52.0), (34.0, 52.0)];
    let with_hole = crate::support::shape(&[&[&corners, &hole]]);
    let sum = perimeter(&outer) + perimeter(&polygon(&hole));
    assert!((perimeter(&with_hole) - sum).metres().abs() < 1e-6);
    assert!(perimeter(&seisin_measure::Shape::empty()).metres().abs() < 1e-300);
}
