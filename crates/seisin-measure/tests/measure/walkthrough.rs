//! The numbers of the Arland/Borland walk-throughs, computed for them with pyproj (PROJ's geodesic
//! routines on densified edges): areas of holdings, ratio of an exchange, length of the line.

use crate::support::land;
use seisin_measure::{Budget, Shape, area, common_border, difference, union};

const SARN: [f64; 4] = [34.0, 51.0, 36.0, 52.0];
const VELK: [f64; 4] = [36.0, 51.0, 38.0, 52.0];
const ARLAND_IN_SARN: [f64; 4] = [35.48, 51.2, 36.0, 51.5];
const BORLAND_IN_VELK: [f64; 4] = [36.0, 51.6, 36.2, 51.9];

#[test]
fn areas_of_the_fixture() {
    for (bounds, square_km, square_miles) in [
        (SARN, 15_451.399, 5_965.82),
        (VELK, 15_451.399, 5_965.82),
        ([35.5, 51.2, 36.0, 51.5], 1_162.639, 448.90),
        (ARLAND_IN_SARN, 1_209.145, 466.85),
        ([35.55, 51.2, 36.0, 51.5], 1_046.375, 404.01),
        ([35.6, 51.2, 36.0, 51.5], 930.111, 359.12),
        (BORLAND_IN_VELK, 461.027, 178.00),
        ([35.48, 51.2, 35.68, 51.5], 465.056, 179.56),
    ] {
        let measured = area(&land(bounds));
        assert!((measured.square_km() - square_km).abs() < 6e-4, "{bounds:?} {measured:?}");
        assert!((measured.square_miles() - square_miles).abs() < 6e-3, "{bounds:?} {measured:?}");
    }
}

/// What Arland and Borland hold after `to_borland` and `to_arland` have changed hands.
fn territories(to_borland: &[[f64; 4]], to_arland: &[[f64; 4]]) -> (Shape, Shape) {
    let budget = Budget::default();
    let join = |a: &Shape, b: &Shape| union(&[a, b], &budget).expect("two boxes");
    let cut = |a: &Shape, b: &Shape| difference(a, b, &budget).expect("two boxes");
    let mut arland = cut(&join(&land(VELK), &land(ARLAND_IN_SARN)), &land(BORLAND_IN_VELK));
    let mut borland = cut(&join(&land(SARN), &land(BORLAND_IN_VELK)), &land(ARLAND_IN_SARN));
    for given in to_borland.iter().map(|bounds| land(*bounds)) {
        arland = cut(&arland, &given);
        borland = join(&borland, &given);
    }
    for given in to_arland.iter().map(|bounds| land(*bounds)) {
        borland = cut(&borland, &given);
        arland = join(&arland, &given);
    }
    (arland, borland)
}

fn line_km((arland, borland): &(Shape, Shape)) -> f64 {
    common_border(arland, borland, &Budget::default()).expect("a few edges").km()
}

#[test]
fn line_of_control_before_and_after() {
    let western = [35.48, 51.2, 35.68, 51.5];
    let eastern = [35.80, 51.2, 36.0, 51.5];
    for (to_borland, to_arland, km, arland_pieces, borland_pieces) in [
        (vec![], vec![], 211.336, 1, 1),
        (vec![ARLAND_IN_SARN], vec![BORLAND_IN_VELK], 111.258, 1, 1),
        (vec![western], vec![BORLAND_IN_VELK], 155.845, 1, 1),
        (vec![eastern], vec![BORLAND_IN_VELK], 222.598, 2, 1),
    ] {
        let parts = territories(&to_borland, &to_arland);
        assert!((line_km(&parts) - km).abs() < 6e-4, "{km} {}", line_km(&parts));
        let other_way = common_border(&parts.1, &parts.0, &Budget::default()).unwrap();
        assert!((other_way.km() - line_km(&parts)).abs() < 1e-9);
        assert_eq!(parts.0.pieces().len(), arland_pieces, "{km}");
        assert_eq!(parts.1.pieces().len(), borland_pieces, "{km}");
    }
}

#[test]
fn a_swap_and_a_swap_back_is_the_identity() {
    let before = territories(&[], &[]);
    let after = territories(&[ARLAND_IN_SARN, BORLAND_IN_VELK], &[BORLAND_IN_VELK, ARLAND_IN_SARN]);
    // What each was given last it holds in the end.
    let whole = area(&before.0) + area(&before.1);
    assert!((area(&after.0) + area(&after.1) - whole).square_metres().abs() < 1e-3);
    let strips: Vec<[f64; 4]> = (0..10)
        .map(|k| 35.48 + 0.02 * f64::from(k))
        .map(|west| [west, 51.2, west + 0.02, 51.5])
        .collect();
    let back = territories(&strips, &strips);
    assert!((area(&back.0) - area(&before.0)).square_metres().abs() < 1e-3);
    assert_eq!(back.0.pieces().len(), 1);
    assert!((line_km(&back) - line_km(&before)).abs() < 1e-6);
}
