//! Lines that two shapes share, and error bands made of them.

use crate::support::{land, polygon};
use seisin_core::{Area, Length};
use seisin_measure::{
    Budget, LineError, Position, Shape, area, area_band, clip_band, clip_lines, common_border,
    contact_line, contact_within, distance, intersection, near_edge, perimeter,
};

fn border_km(a: &Shape, b: &Shape) -> f64 {
    let [one, other] = [(a, b), (b, a)]
        .map(|(a, b)| common_border(a, b, &Budget::default()).expect("a few edges").km());
    assert!((one - other).abs() < 1e-9, "the border is the same from both sides: {one} {other}");
    one
}

#[test]
fn a_border_is_the_line_with_land_of_each_on_either_side() {
    let sarn = land([34.0, 51.0, 36.0, 52.0]);
    // Meridian arcs by pyproj 3.7.2.
    for (name, other, km) in [
        ("the whole eastern side", [36.0, 51.0, 38.0, 52.0], 111.257_827),
        ("half of it", [36.0, 51.0, 38.0, 51.5], 55.626_529),
        ("more than it", [36.0, 50.0, 38.0, 53.0], 111.257_827),
        ("a corner only", [36.0, 52.0, 38.0, 53.0], 0.0),
        ("nothing", [37.0, 51.0, 38.0, 52.0], 0.0),
        ("a gap of a millimetre", [36.000_000_01, 51.0, 38.0, 52.0], 0.0),
        ("a gap below a tenth of a millimetre", [36.000_000_000_5, 51.0, 38.0, 52.0], 111.257_827),
        ("land inside along the same side", [35.5, 51.0, 36.0, 52.0], 0.0),
        ("itself", [34.0, 51.0, 36.0, 52.0], 0.0),
    ] {
        let found = border_km(&sarn, &land(other));
        assert!((found - km).abs() < 1e-5, "{name}: {found}");
    }
    assert!(border_km(&sarn, &Shape::empty()).abs() < 1e-300);
}

#[test]
fn vertices_on_either_side_change_nothing() {
    let along = |t: f64| (36.0 + 0.3 * t, 51.0 + t);
    let west = |cuts: &[f64]| {
        let line = cuts.iter().map(|t| along(*t));
        polygon(&line.chain([(34.0, 51.7), (34.0, 51.2)]).collect::<Vec<_>>())
    };
    let east = |cuts: &[f64]| {
        let line = cuts.iter().rev().map(|t| along(*t));
        polygon(&line.chain([(38.0, 51.2), (38.0, 51.7)]).collect::<Vec<_>>())
    };
    let plain = border_km(&west(&[0.0, 1.0]), &east(&[0.0, 1.0]));
    assert!((plain - 113.2).abs() < 0.1, "{plain}");
    for (left, right) in [
        (vec![0.0, 0.3, 1.0], vec![0.0, 1.0]),
        (vec![0.0, 0.3, 1.0], vec![0.0, 0.7, 1.0]),
        (vec![0.0, 0.1, 0.2, 0.9, 1.0], vec![0.0, 0.1, 0.15, 0.2, 0.8, 1.0]),
    ] {
        let cut = border_km(&west(&left), &east(&right));
        assert!((cut - plain).abs() < 1e-6, "{left:?} {right:?} {cut} {plain}");
    }
}

#[test]
fn the_edge_of_a_clip_is_the_maps_line_and_the_regions_boundary() {
    let (region, drawn) = (land([34.0, 51.0, 36.0, 52.0]), land([35.5, 51.2, 37.0, 51.5]));
    let clip = intersection(&drawn, &region, &Budget::default()).unwrap();
    let lines = clip_lines(&clip, &region, &Budget::default()).unwrap();
    let boundary = border_km(&clip, &land([36.0, 51.0, 38.0, 52.0]));
    assert!((lines.boundary.km() - boundary).abs() < 1e-9 && (boundary - 33.377).abs() < 1e-2);
    let whole = perimeter(&clip);
    assert!((lines.map + lines.boundary - whole).metres().abs() < 1e-6);

    let metres = Length::from_metres;
    let map = LineError { length: lines.map, error: metres(200.0) };
    let edge = LineError { length: lines.boundary, error: metres(900.0) };
    let band = clip_band(area(&clip), &[map, edge]);
    let error = 200.0 * lines.map.metres() + 900.0 * lines.boundary.metres();
    assert!(
        (band.high - band.best - error).abs() < 1e-3 && (band.best - band.low - error).abs() < 1e-3
    );
    // The map's error alone, all round, is less where the boundary is worse.
    assert!(area_band(area(&clip), whole, metres(200.0)).high < band.high);
}

/// The band holds what it promises: a box drawn too small or too large by the error on all sides.
#[test]
fn a_line_off_by_the_error_stays_in_the_band() {
    let drawn = land([35.0, 51.0, 36.0, 51.6]);
    let error = 500.0;
    let (lat, lon) = (error / 111_257.8, error / 70_000.0);
    let band = area_band(area(&drawn), perimeter(&drawn), Length::from_metres(error));
    for sign in [-0.99, 0.99] {
        let (x, y) = (sign * lon, sign * lat);
        let truth = area(&land([35.0 - x, 51.0 - y, 36.0 + x, 51.6 + y])).square_metres();
        assert!(band.low < truth && truth < band.high, "{sign} {truth} {band:?}");
    }
    let all_lost = area_band(Area::from_square_km(1.0), Length::from_km(4.0), Length::from_km(1.0));
    assert_eq!((all_lost.low, all_lost.best, all_lost.high), (0.0, 1e6, 5e6));
}

/// The line of contact has the length of the common border, and tells a sliver from land.
#[test]
fn a_line_of_contact_is_wide_where_both_have_land() {
    let budget = Budget::default();
    // East of the first, half of the way a sliver of 70 m and half of the way a whole degree.
    let first = land([35.0, 50.0, 36.0, 52.0]);
    let second = polygon(&[
        (36.0, 50.0),
        (36.001, 50.0),
        (36.001, 51.0),
        (37.0, 51.0),
        (37.0, 52.0),
        (36.0, 52.0),
    ]);
    let off = Length::from_metres(150.0);
    let line = contact_line(&first, &second, off, &budget).unwrap();
    let total: f64 = line.iter().map(|stretch| stretch.length.metres()).sum();
    let border = common_border(&first, &second, &budget).unwrap().metres();
    assert!((total - border).abs() < 1e-6, "{total} {border}");
    let wide: f64 =
        line.iter().filter(|stretch| stretch.wide).map(|stretch| stretch.length.metres()).sum();
    // Within 150 m of its ends the line is not wide either.
    assert!((wide - border / 2.0).abs() < 400.0, "{wide} of {border}");
    assert!(line.iter().all(|stretch| stretch.length.metres() <= 150.0));
    let exact = contact_line(&first, &second, Length::ZERO, &budget).unwrap();
    assert!(exact.iter().all(|stretch| stretch.wide) && exact.len() <= 2, "{exact:?}");
    // Two regions side by side, one of them up to the line itself, share it out between them.
    let part = |region: &Shape| -> f64 {
        let part = contact_within(&line, region, &budget).unwrap();
        part.iter().map(|stretch| stretch.length.metres()).sum()
    };
    let (south, north) = (land([30.0, 49.0, 36.0, 50.7]), land([30.0, 50.7, 40.0, 53.0]));
    assert!((part(&south) + part(&north) - border).abs() < 1e-6);
    assert!((part(&south) / border - 0.35).abs() < 0.001, "{}", part(&south) / border);
    let east = land([36.0, 49.0, 40.0, 53.0]);
    assert!(part(&east) < 1e-9, "the first territory lies west of it");
    assert!(
        contact_line(&first, &land([50.0, 50.0, 51.0, 51.0]), off, &budget).unwrap().is_empty()
    );
}

/// Distances to an edge against those along geodesics to its nearest vertex and its middle.
#[test]
fn a_position_near_an_edge_is_told_with_its_distance() {
    let land = land([35.0, 50.0, 36.0, 52.0]);
    let at = Position::new;
    let asked =
        [at(35.999, 51.0), at(36.001, 51.0), at(36.02, 51.0), at(36.001, 52.001), at(35.5, 51.0)];
    let near = near_edge(&land, &asked, Length::from_metres(1000.0));
    for (place, beside) in [(0, at(36.0, 51.0)), (1, at(36.0, 51.0)), (3, at(36.0, 52.0))] {
        let found = near[place].unwrap().metres();
        let expected = distance(asked[place], beside).metres();
        assert!((found / expected - 1.0).abs() < 1e-3, "{found} {expected}");
    }
    assert_eq!((near[2], near[4]), (None, None));
}
