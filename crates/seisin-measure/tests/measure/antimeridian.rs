//! Land across the antimeridian is cut there and keeps its area; land round a pole is refused.

use super::support::{closed, shape, try_shape};
use proptest::prelude::*;
use seisin_measure::{InvalidShape, Position, Shape, ShapeLimits, ShapeNote, area};

/// A longitude as files print it: in -180..180.
fn wrapped(lon: f64) -> f64 {
    if lon > 180.0 { lon - 360.0 } else { lon }
}

fn is_cut(notes: &[ShapeNote]) -> bool {
    notes.iter().any(|note| matches!(note, ShapeNote::CutAtAntimeridian { .. }))
}

#[test]
fn both_ways_of_writing_it_give_the_same_two_parts() {
    let beyond = [(177.0, -19.0), (182.5, -18.5), (181.0, -15.0), (178.0, -16.0)];
    let stepping = beyond.map(|(lon, lat)| (wrapped(lon), lat));
    let before = beyond.map(|(lon, lat)| (lon - 360.0, lat));
    let (one, notes) = try_shape(&[&[&beyond]]).unwrap();
    assert!(is_cut(&notes), "{notes:?}");
    assert_eq!(one.polygons().len(), 2);
    let bounds = one.bounds().unwrap();
    assert_eq!((bounds.west, bounds.east), (-180.0, 180.0));
    for other in [stepping, before] {
        let (other, notes) = try_shape(&[&[&other]]).unwrap();
        assert!(is_cut(&notes) && (area(&other).square_km() - area(&one).square_km()).abs() < 1e-6);
    }
    // pyproj 3.7.2 (WGS 84), each edge as 20,000 geodesics along the straight line in lon/lat.
    let reference = 164_736.762_356;
    assert!((area(&one).square_km() / reference - 1.0).abs() < 1e-9, "{}", area(&one).square_km());
}

#[test]
fn a_hole_across_the_antimeridian_stays_a_hole() {
    let exterior = [(170.0, 10.0), (-170.0, 10.0), (-170.0, 20.0), (170.0, 20.0)];
    for hole in [
        [(178.0, 14.0), (178.0, 16.0), (-178.0, 16.0), (-178.0, 14.0)],
        [(-176.0, 14.0), (-176.0, 16.0), (-174.0, 16.0), (-174.0, 14.0)],
        [(172.0, 14.0), (172.0, 16.0), (174.0, 16.0), (174.0, 14.0)],
    ] {
        let (cut, notes) = try_shape(&[&[&exterior, &hole]]).unwrap();
        let moved = |ring: &[(f64, f64)]| -> Vec<(f64, f64)> {
            let east = |lon: f64| if lon < 0.0 { lon + 360.0 } else { lon };
            ring.iter().map(|(lon, lat)| (east(*lon) - 180.0, *lat)).collect()
        };
        let same = shape(&[&[&moved(&exterior), &moved(&hole)]]);
        let difference = area(&cut).square_km() - area(&same).square_km();
        assert!(is_cut(&notes) && difference.abs() < 1e-6, "{difference}");
    }
}

#[test]
fn land_all_beyond_is_brought_back_in_one_part() {
    let (land, notes) =
        try_shape(&[&[&[(190.0, 60.0), (200.0, 60.0), (200.0, 65.0), (190.0, 65.0)]]]).unwrap();
    assert!(is_cut(&notes));
    assert_eq!((land.polygons().len(), land.bounds().unwrap().west), (1, -170.0));
}

#[test]
fn a_ring_round_a_pole_is_refused_with_a_remedy() {
    let round = [(0.0, -75.0), (90.0, -70.0), (170.0, -72.0), (-100.0, -71.0)];
    let refused = try_shape(&[&[&round]]).unwrap_err();
    assert!(matches!(refused, InvalidShape::RoundPole { .. }), "{refused:?}");
    assert!(refused.to_string().contains("hint: close it along the antimeridian"));
    // Closed along the antimeridian, as the hint says, it is taken.
    let closed = [
        (-180.0, -72.0),
        (-100.0, -71.0),
        (0.0, -75.0),
        (90.0, -70.0),
        (180.0, -72.0),
        (180.0, -90.0),
        (90.0, -90.0),
        (0.0, -90.0),
        (-90.0, -90.0),
        (-180.0, -90.0),
    ];
    assert!(try_shape(&[&[&closed]]).is_ok());
}

#[test]
fn what_is_no_longitude_is_refused_as_before() {
    for ring in [
        // Metres, not degrees; and a slip of a decimal point beside sound longitudes.
        [(500_000.0, 40.0), (500_100.0, 40.0), (500_100.0, 41.0), (500_000.0, 41.0)],
        [(35.0, 51.0), (351.0, 51.0), (35.1, 52.0), (35.0, 52.0)],
    ] {
        let refused = try_shape(&[&[&ring]]).unwrap_err();
        assert!(matches!(refused, InvalidShape::LongitudeOutOfRange { .. }), "{refused:?}");
    }
}

proptest! {
    /// A star of any form keeps its area wherever it is moved along its parallels.
    #[test]
    fn moving_land_across_the_antimeridian_keeps_its_area(
        radii in prop::collection::vec((0.5_f64..9.0, 0.5_f64..9.0), 3..20),
        lat in -70.0_f64..70.0,
        by in 160.0_f64..200.0,
        beyond in any::<bool>(),
    ) {
        let count = f64::from(u32::try_from(radii.len()).unwrap());
        let star: Vec<(f64, f64)> = radii
            .iter()
            .zip(0_u32..)
            .map(|((radius, stretch), nth)| {
                let turn = f64::from(nth) / count * std::f64::consts::TAU;
                (turn.cos() * (radius + stretch), lat + turn.sin() * radius)
            })
            .collect();
        let here = try_shape(&[&[&star]]);
        let moved: Vec<(f64, f64)> = star
            .iter()
            .map(|(lon, lat)| (if beyond { lon + by } else { wrapped(lon + by) }, *lat))
            .collect();
        let limits = ShapeLimits::default();
        let there: Result<(Shape, _), _> = Shape::from_rings(vec![vec![closed(&moved)]], &limits);
        if let (Ok((here, _)), Ok((there, _))) = (&here, &there) {
            let (here, moved) = (area(here).square_km(), area(there).square_km());
            prop_assert!((here - moved).abs() <= 1e-9 * here + 1e-6, "{here} {moved}");
            let inside = |at: &Position| at.lon.abs() <= 180.0;
            prop_assert!(there.to_rings().iter().flatten().flatten().all(inside));
        } else {
            prop_assert_eq!(here.is_ok(), there.is_ok());
        }
    }
}
