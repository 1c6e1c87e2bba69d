//! Bytes, positions inside, pieces and bounds; and what holds of every shape there is.

use crate::support::{Pairs, land, polygon, shape};
use proptest::prelude::*;
use seisin_measure::{
    Bounds, Polygon, Position, Ring, Shape, ShapeBytesError, ShapeLimits, area, area_geodesic,
    perimeter,
};

const OUTER: Pairs = &[(34.0, 51.0), (36.0, 51.0), (36.0, 52.0), (34.0, 52.0)];
const HOLE: Pairs = &[(34.5, 51.2), (34.5, 51.8), (35.5, 51.8), (35.5, 51.2)];
const ISLAND: Pairs = &[(34.8, 51.4), (35.2, 51.4), (35.2, 51.6), (34.8, 51.6)];

#[test]
fn positions_are_in_the_land_on_its_edge_or_outside() {
    let shape = shape(&[&[OUTER, HOLE], &[ISLAND]]);
    for (lon, lat, covered) in [
        (34.1, 51.5, true),
        (34.7, 51.5, false),
        (35.0, 51.5, true),
        (33.9, 51.5, false),
        (34.1, 52.5, false),
        // On edges and vertices of exterior, hole and island.
        (34.0, 51.3, true),
        (36.0, 52.0, true),
        (34.5, 51.5, true),
        (35.5, 51.2, true),
        (35.2, 51.5, true),
        // Beside a vertex, on its parallel.
        (33.0, 52.0, false),
        (34.6, 51.4, false),
        (f64::NAN, 51.0, false),
        (f64::INFINITY, 51.5, false),
    ] {
        assert_eq!(shape.covers_position(Position::new(lon, lat)), covered, "{lon} {lat}");
    }
    assert!(!Shape::empty().covers_position(Position::new(0.0, 0.0)));
}

#[test]
fn a_position_on_a_slanted_edge_is_told_from_its_neighbours() {
    let triangle = polygon(&[(0.0, 0.0), (3.0, 0.0), (3.0, 1.5)]);
    let on_edge = Position::new(1.0, 0.5);
    assert!(triangle.covers_position(on_edge));
    assert!(!triangle.covers_position(Position { lat: 0.5_f64.next_up(), ..on_edge }));
    assert!(triangle.covers_position(Position { lat: 0.5_f64.next_down(), ..on_edge }));
}

#[test]
fn an_interior_point_lies_inside_although_the_middle_is_a_hole() {
    let ring_shaped = shape(&[&[OUTER, HOLE]]);
    let point = ring_shaped.interior_point().unwrap();
    assert!(ring_shaped.covers_position(point) && !polygon(HOLE).covers_position(point));
    let thin = polygon(&[(0.0, 0.0), (9.0, 1e-9), (9.0, 0.0)]);
    assert!(thin.covers_position(thin.interior_point().unwrap()));
    assert_eq!(Shape::empty().interior_point(), None);
}

#[test]
fn pieces_bounds_and_counts() {
    let shape = shape(&[&[ISLAND], &[OUTER, HOLE]]);
    let holds_hole: Vec<usize> = shape.polygons().iter().map(|p| p.interiors().len()).collect();
    assert_eq!((holds_hole, shape.vertices()), (vec![1, 0], 12));
    assert_eq!(shape.pieces()[1], polygon(ISLAND));
    let bounds = Bounds { west: 34.0, south: 51.0, east: 36.0, north: 52.0 };
    assert_eq!(shape.bounds(), Some(bounds));
    assert_eq!((Shape::empty().bounds(), Bounds::around([])), (None, None));
    assert_eq!(
        Bounds::around(&[Position::new(34.0, 51.0), Position::new(36.0, 52.0)]),
        Some(bounds)
    );
}

#[test]
fn bytes_are_those_of_the_documented_format() {
    let bytes = land([1.0, 2.0, 3.0, 4.0]).to_bytes();
    assert_eq!(bytes.len(), 8 + 2 + 4 + 4 + 4 + 4 * 16 + 32);
    assert_eq!(&bytes[..22], b"SEISHAPE\x01\0\x01\0\0\0\x01\0\0\0\x04\0\0\0");
    assert_eq!(&bytes[22..30], 1.0_f64.to_le_bytes());
    assert_eq!(Shape::from_bytes(&Shape::empty().to_bytes()), Ok(Shape::empty()));
}

#[test]
fn damaged_bytes_are_found() {
    let bytes = shape(&[&[OUTER, HOLE], &[ISLAND]]).to_bytes();
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        assert!(Shape::from_bytes(&damaged).is_err(), "byte {at}");
        assert!(Shape::from_bytes(&bytes[..at]).is_err(), "cut at {at}");
    }
    assert!(Shape::from_bytes(&[bytes.as_slice(), b"."].concat()).is_err());
    let newer = [b"SEISHAPE".as_slice(), &[2, 0], &bytes[10..]].concat();
    assert_eq!(Shape::from_bytes(&newer), Err(ShapeBytesError::NewerVersion { found: 2 }));
    assert_eq!(Shape::from_bytes(b"GEOM"), Err(ShapeBytesError::NotAShape));
}

/// Bytes with a digest that fits but a body that is not a shape's.
#[test]
fn bytes_that_were_never_a_shape_are_refused() {
    for (counts, positions) in [
        (vec![u32::MAX], vec![]),
        (vec![1, 0], vec![]),
        (vec![1, 0, 3], vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]),
        (vec![1, 1, 2], vec![(0.0, 0.0), (1.0, 1.0)]),
        (vec![1, 1, 3], vec![(0.0, 0.0), (200.0, 0.0), (1.0, 1.0)]),
        (vec![1, 1, 3], vec![(0.0, 0.0), (f64::NAN, 0.0), (1.0, 1.0)]),
        (vec![0, 7], vec![]),
    ] {
        let mut bytes = b"SEISHAPE\x01\0".to_vec();
        bytes.extend(counts.iter().flat_map(|count| count.to_le_bytes()));
        for (lon, lat) in positions {
            bytes.extend(f64::to_le_bytes(lon));
            bytes.extend(f64::to_le_bytes(lat));
        }
        bytes.extend(seisin_core::Digest::of(&bytes).as_bytes());
        assert_eq!(Shape::from_bytes(&bytes), Err(ShapeBytesError::Damaged), "{counts:?}");
    }
}

/// Rings on a small lattice: many touch, overlap or cross, and some are valid.
fn lattice_rings() -> impl Strategy<Value = Vec<Vec<Vec<(i8, i8)>>>> {
    let position = (0_i8..7, 0_i8..7);
    let drawn = prop::collection::vec(position, 3..7);
    let corners = (0_i8..4, 0_i8..4, 1_i8..4, 1_i8..4)
        .prop_map(|(x, y, w, h)| vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h)]);
    let frame = Just(vec![(0, 0), (7, 0), (7, 7), (0, 7)]);
    let ring = prop_oneof![drawn, corners.clone(), frame, corners];
    prop::collection::vec(prop::collection::vec(ring, 1..4), 1..4)
}

fn to_positions(polygons: &[Vec<Vec<(i8, i8)>>]) -> Vec<Vec<Vec<Position>>> {
    let position = |(x, y): &(i8, i8)| Position::new(f64::from(*x), f64::from(*y));
    let ring =
        |ring: &Vec<(i8, i8)>| ring.iter().chain(ring.first()).map(position).collect::<Vec<_>>();
    polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

type Segment = [Position; 2];

/// Twice the signed area of a triangle: exact on a small lattice.
fn doubled(a: Position, b: Position, c: Position) -> f64 {
    (b.lon - a.lon) * (c.lat - a.lat) - (c.lon - a.lon) * (b.lat - a.lat)
}

fn on_segment([a, b]: Segment, p: Position) -> bool {
    let dot = (p.lon - a.lon) * (p.lon - b.lon) + (p.lat - a.lat) * (p.lat - b.lat);
    doubled(a, b, p).abs() < 0.25 && dot <= 0.0
}

/// How many of the four ends lie on the other segment; five where the segments cross.
fn contacts(s: Segment, t: Segment) -> usize {
    let apart = |[a, b]: Segment, [c, d]: Segment| doubled(a, b, c) * doubled(a, b, d) < 0.0;
    if apart(s, t) && apart(t, s) {
        return 5;
    }
    t.iter().filter(|p| on_segment(s, **p)).count()
        + s.iter().filter(|p| on_segment(t, **p)).count()
}

fn assert_simple(ring: &Ring) {
    let edges: Vec<Segment> = ring.edges().collect();
    assert!(edges.len() >= 3 && ring.positions().first() == ring.positions().last());
    for (i, one) in edges.iter().enumerate() {
        for (j, other) in edges.iter().enumerate().skip(i + 1) {
            let neighbours = j == i + 1 || (i == 0 && j + 1 == edges.len());
            // Neighbours share one end, which counts for both.
            assert_eq!(contacts(*one, *other), if neighbours { 2 } else { 0 }, "{ring:?}");
        }
    }
}

fn doubled_area(ring: &Ring) -> f64 {
    ring.edges().map(|[a, b]| a.lon * b.lat - b.lon * a.lat).sum()
}

/// Whether `p`, on no edge, lies in the ring: the turns round it add up.
fn winds_round(ring: &Ring, p: Position) -> bool {
    let angle = |q: Position| (q.lat - p.lat).atan2(q.lon - p.lon);
    let turn = |[a, b]: Segment| {
        let turn = angle(b) - angle(a);
        turn - std::f64::consts::TAU * (turn / std::f64::consts::TAU).round()
    };
    ring.edges().map(turn).sum::<f64>().abs() > 3.0
}

fn assert_sound(shape: &Shape) {
    shape.rings().for_each(assert_simple);
    let rings: Vec<&Ring> = shape.rings().collect();
    for (number, one) in rings.iter().enumerate() {
        for other in &rings[number + 1..] {
            let pairs = one.edges().flat_map(|s| other.edges().map(move |t| contacts(s, t)));
            assert!(pairs.max() <= Some(2), "{one:?} {other:?}");
        }
    }
    for polygon in shape.polygons() {
        assert!(doubled_area(polygon.exterior()) > 0.0);
        assert!(polygon.interiors().iter().all(|ring| doubled_area(ring) < 0.0));
    }
    // No position lies in two polygons, or in a hole and not in its exterior, or in two holes.
    for (x, y) in (0..70).flat_map(|x| (0..70).map(move |y| (x, y))).step_by(7) {
        let p = Position::new(f64::from(x) / 10.0 + 0.0137, f64::from(y) / 10.0 + 0.0071);
        let holds = |polygon: &&Polygon| {
            let outer = winds_round(polygon.exterior(), p);
            let holes = polygon.interiors().iter().filter(|ring| winds_round(ring, p)).count();
            assert!(holes <= usize::from(outer), "{p:?} {shape:?}");
            outer && holes == 0
        };
        let held = shape.polygons().iter().filter(holds).count();
        assert!(held <= 1, "{p:?} {shape:?}");
        assert_eq!(shape.covers_position(p), held == 1, "{p:?} {shape:?}");
    }
}

/// Any number, and often one that may be a coordinate, however small.
fn any_degrees() -> impl Strategy<Value = f64> {
    let tiny = (any::<f64>(), Just(1e-300)).prop_map(|(value, scale)| value.fract() * scale);
    prop_oneof![4 => -90.0_f64..90.0, 1 => any::<f64>(), 1 => tiny, 1 => Just(0.0), 1 => Just(90.0)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_is_sound(polygons in lattice_rings()) {
        if let Ok((shape, _)) = Shape::from_rings(to_positions(&polygons), &ShapeLimits::default()) {
            assert_sound(&shape);
            let point = shape.interior_point().expect("land on a lattice is wide enough");
            prop_assert!(shape.covers_position(point));
            prop_assert!(area(&shape).square_metres() > 0.0);
        }
    }

    #[test]
    fn bytes_give_the_same_shape_back(polygons in lattice_rings()) {
        if let Ok((shape, _)) = Shape::from_rings(to_positions(&polygons), &ShapeLimits::default()) {
            prop_assert_eq!(Shape::from_bytes(&shape.to_bytes()), Ok(shape.clone()));
            let again = Shape::from_rings(shape.to_rings(), &ShapeLimits::default());
            prop_assert_eq!(again, Ok((shape, vec![])));
        }
    }

    #[test]
    fn no_coordinates_make_it_panic(
        polygons in prop::collection::vec(
            prop::collection::vec(
                prop::collection::vec((any_degrees(), any_degrees()), 0..6), 0..3), 0..3),
        close in any::<bool>(),
    ) {
        let ring = |pairs: &Vec<(f64, f64)>| {
            let ends = pairs.first().filter(|_| close);
            let all = pairs.iter().chain(ends);
            all.map(|(lon, lat)| Position::new(*lon, *lat)).collect::<Vec<_>>()
        };
        let given = polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect();
        if let Ok((shape, _)) = Shape::from_rings(given, &ShapeLimits::default()) {
            prop_assert!(area(&shape).square_metres().is_finite());
            prop_assert!(area_geodesic(&shape).square_metres().is_finite());
            prop_assert!(perimeter(&shape).metres().is_finite());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), sealed in any::<bool>()) {
        let mut all = b"SEISHAPE\x01\0".to_vec();
        all.extend(&bytes);
        if sealed {
            all.extend(seisin_core::Digest::of(&all).as_bytes());
        }
        let _ = Shape::from_bytes(&bytes);
        if let Ok(shape) = Shape::from_bytes(&all) {
            prop_assert_eq!(shape.to_bytes(), all);
        }
    }
}
