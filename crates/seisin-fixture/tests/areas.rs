//! The shapes of the world measure what the walk-throughs say, to 1e-4.
//!
//! Reference: pyproj 3.7.2 `Geod` on WGS 84 (GeographicLib), edges cut into 2,000 parts so that they are
//! straight in longitude and latitude.

use seisin_core::Area;
use seisin_fixture::{
    ARLAND_IN_SARN, ARLAND_IN_SARN_BY_M2, ARLAND_IN_SARN_CORRECTED, ARLAND_IN_SARN_LATER,
    BORLAND_IN_VELK, Rectangle, SARN, VELK,
};
use seisin_measure::{Position, Shape, ShapeLimits, area};

fn area_of(rectangle: &Rectangle) -> Area {
    let ring = rectangle.ring().map(|[lon, lat]| Position::new(lon, lat)).to_vec();
    area(&Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a rectangle").0)
}

#[test]
fn every_shape_has_the_area_of_the_walk_throughs() {
    let table: [(&str, Rectangle, f64, f64); 7] = [
        ("Sarn", SARN, 15_451.399, 5_965.82),
        ("Velk", VELK, 15_451.399, 5_965.82),
        ("Arland in Sarn", ARLAND_IN_SARN, 1_162.639, 448.90),
        ("Arland in Sarn, corrected", ARLAND_IN_SARN_CORRECTED, 1_209.145, 466.85),
        ("Arland in Sarn, later", ARLAND_IN_SARN_LATER, 1_046.375, 404.01),
        ("Arland in Sarn, by m2", ARLAND_IN_SARN_BY_M2, 930.111, 359.12),
        ("Borland in Velk", BORLAND_IN_VELK, 461.027, 178.00),
    ];
    for (name, rectangle, square_km, square_miles) in table {
        let measured = area_of(&rectangle);
        assert!((measured.square_km() / square_km - 1.0).abs() < 1e-4, "{name}: {measured:?}");
        assert!((measured.square_miles() / square_miles - 1.0).abs() < 1e-4, "{name}");
    }
}

/// The correction of the edition of 14 January is one strip of 0.02 degrees.
#[test]
fn the_correction_and_the_shares_are_those_of_the_walk_throughs() {
    let [sarn, first, corrected, by_m2] =
        [SARN, ARLAND_IN_SARN, ARLAND_IN_SARN_CORRECTED, ARLAND_IN_SARN_BY_M2].map(|r| area_of(&r));
    assert!(((corrected - first).square_km() - 46.506).abs() < 1e-3);
    let share = |held: Area| 100.0 * held.square_metres() / sarn.square_metres();
    assert!((share(corrected) - 7.825).abs() < 1e-3);
    assert!((share(by_m2) - 6.020).abs() < 1e-3);
}
