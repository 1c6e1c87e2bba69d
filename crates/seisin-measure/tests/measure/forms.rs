//! The form of land, against an independent reckoning.
//!
//! Reference: shapely 2.1 on PROJ's `laea` (pyproj 3.7.2, PROJ 9.5.1, WGS 84): second moments over
//! edges cut to 0.01°; necks by laying every line from a vertex to an edge, shortest first, until one
//! lies inside and leaves enough on both sides.

use super::support::{Pairs, land, polygon, shape};
use seisin_measure::{Budget, Shape, difference, distance, moment_compactness, narrowest, union};

fn arland() -> Shape {
    let budget = Budget::default();
    let kept =
        difference(&land([36.0, 51.0, 38.0, 52.0]), &land([36.0, 51.6, 36.2, 51.9]), &budget)
            .expect("small");
    union(&[&kept, &land([35.48, 51.2, 36.0, 51.5])], &budget).expect("small")
}

const HOURGLASS: Pairs<'_> =
    &[(30.0, 60.0), (31.0, 60.1), (30.55, 60.5), (31.1, 61.0), (30.1, 60.9), (30.45, 60.48)];

#[track_caller]
fn near(found: f64, expected: f64, share: f64) {
    assert!((found / expected - 1.0).abs() < share, "{found} is not {expected}");
}

#[test]
fn how_far_land_lies_from_its_middle() {
    let ring = [(10.0, 40.0), (12.0, 40.0), (12.0, 41.0), (10.0, 41.0)];
    let hole = [(10.5, 40.2), (10.5, 40.8), (11.5, 40.8), (11.5, 40.2)];
    let cases: [(Shape, f64); 4] = [
        (land([36.0, 51.0, 38.0, 52.0]), 0.931_906_574),
        (arland(), 0.869_994_472),
        (shape(&[&[&ring, &hole]]), 0.468_736_082),
        (polygon(HOURGLASS), 0.361_957_592),
    ];
    for (land, expected) in cases {
        near(moment_compactness(&land).unwrap(), expected, 1e-4);
    }
    assert_eq!(moment_compactness(&Shape::empty()), None);
}

#[test]
fn where_land_is_narrowest() {
    let cases: [(Shape, f64, f64); 3] = [
        (land([36.0, 51.0, 38.0, 52.0]), 56.583_201, 781.66),
        (arland(), 33.376_820, 1208.97),
        (polygon(HOURGLASS), 5.931_768, 1495.02),
    ];
    for (land, width, cut_off) in cases {
        let neck = narrowest(&land.polygons()[0], 0.05).unwrap();
        near(neck.width.km(), width, 1e-3);
        near(neck.cut_off.square_km(), cut_off, 1e-2);
        near(distance(neck.ends[0], neck.ends[1]).km(), neck.width.km(), 1e-12);
    }
}

/// A neck that parts off less than asked for is none.
#[test]
fn a_neck_has_land_on_both_sides() {
    let neck = narrowest(&polygon(HOURGLASS).polygons()[0], 0.5);
    assert!(neck.is_none_or(|neck| neck.width.km() > 5.932), "{neck:?}");
}
