//! The rules of validity, each with what it refuses and what it takes.

use crate::support::{Pairs, closed, polygon, ring, shape, try_shape};
use seisin_measure::{InvalidShape, Position, Shape, ShapeLimits, ShapeNote};
use std::time::{Duration, Instant};

const OUTER: Pairs = &[(0., 0.), (10., 0.), (10., 10.), (0., 10.)];

/// Expects a refusal whose words contain `expected`.
fn refused(polygons: &[&[Pairs]], expected: &str) {
    let invalid = try_shape(polygons).expect_err(expected);
    let words = invalid.to_string();
    assert!(words.contains(expected), "{polygons:?}: {words}");
}

fn refused_ring(ring: Vec<Position>, expected: &str) {
    let made = Shape::from_rings(vec![vec![ring]], &ShapeLimits::default());
    let words = made.expect_err(expected).to_string();
    assert!(words.contains(expected), "{words}");
}

#[test]
fn positions_must_be_numbers_in_range() {
    for (bad, expected) in [
        ((f64::NAN, 1.0), "polygon 0, ring 0, vertex 1: a coordinate is not a finite number"),
        ((1.0, f64::INFINITY), "vertex 1: a coordinate is not a finite number"),
        ((180.1, 1.0), "vertex 1: longitude 180.1 is outside -180..180\nhint: "),
        ((1.0, 100.0), "vertex 1: latitude 100 is outside -90..90\nhint: "),
        ((1e308, 1.0), "is outside -180..180"),
    ] {
        refused(&[&[&[(0., 0.), bad, (1., 1.)]]], expected);
    }
    polygon(&[(-180., -90.), (0., -90.), (0., 90.), (-180., 90.)]);
}

#[test]
fn rings_must_be_closed_and_enclose_land() {
    refused_ring(
        ring(&[(0., 0.), (1., 0.), (1., 1.), (0., 1.)]),
        "ring 0: it is not closed\nhint: ",
    );
    refused_ring(closed(&[(0., 0.), (1., 0.)]), "3 different positions in a row");
    refused_ring(closed(&[(0., 0.), (0., 0.), (1., 1.), (1., 1.)]), "3 different positions");
    refused_ring(closed(&[(1., 1.)]), "1 different positions");
    refused_ring(vec![], "0 different positions");
    refused(&[&[]], "polygon 0: it has no ring");
    refused(&[&[OUTER], &[]], "polygon 1: it has no ring");
}

#[test]
fn an_edge_across_the_map_is_the_short_way_round() {
    let (cut, _) = try_shape(&[&[&[(170., 0.), (-170., 0.), (-170., 5.), (170., 5.)]]]).unwrap();
    let parts = shape(&[
        &[&[(170., 0.), (180., 0.), (180., 5.), (170., 5.)]],
        &[&[(-180., 0.), (-170., 0.), (-170., 5.), (-180., 5.)]],
    ]);
    assert_eq!(cut, parts);
}

#[test]
fn rings_must_be_simple() {
    // A bow tie, a spike, a line back along itself, a touch of a vertex and one of an edge.
    let crosses = "crosses or touches itself";
    refused(&[&[&[(0., 0.), (2., 2.), (2., 0.), (0., 2.)]]], "vertex 0: the ring crosses");
    refused(
        &[&[&[(0., 0.), (4., 0.), (9., 0.), (4., 0.), (4., 4.)]]],
        "vertex 2: the line turns back",
    );
    refused(&[&[&[(0., 0.), (4., 0.), (4., 4.), (4., 2.)]]], "the line turns back");
    polygon(&[(0., 0.), (4., 0.), (4., 2.), (4., 4.)]);
    refused(&[&[&[(0., 0.), (4., 0.), (2., 2.), (4., 4.), (0., 4.), (2., 2.)]]], crosses);
    refused(&[&[&[(0., 0.), (4., 0.), (4., 4.), (2., 0.), (0., 4.)]]], crosses);
    refused(&[&[&[(0., 0.), (9., 0.), (9., 5.), (6., 0.), (3., 0.), (0., 5.)]]], crosses);
}

#[test]
fn vertices_are_counted_as_given_although_repetitions_are_dropped() {
    let given = ring(&[(0., 0.), (0., 0.), (2., 2.), (2., 0.), (2., 0.), (0., 2.), (0., 0.)]);
    refused_ring(given, "vertex 0: the ring crosses or touches itself at the edge from vertex 3");
}

#[test]
fn holes_must_lie_inside_apart_and_leave_land_in_one_piece() {
    let hole: Pairs = &[(2., 2.), (2., 8.), (8., 8.), (8., 2.)];
    let valid: &[&[Pairs]] = &[
        &[OUTER, hole],
        // Touching the exterior once, at a vertex and along no edge.
        &[OUTER, &[(0., 5.), (5., 6.), (5., 4.)]],
        &[OUTER, &[(0., 0.), (4., 5.), (5., 4.)]],
        // Two holes that touch each other once.
        &[OUTER, &[(2., 2.), (2., 5.), (5., 5.)], &[(5., 5.), (5., 8.), (8., 8.)]],
    ];
    for rings in valid {
        shape(&[rings]);
    }
    let invalid: &[(&[Pairs], &str)] = &[
        (&[OUTER, &[(12., 2.), (12., 3.), (13., 3.)]], "ring 1: the hole lies outside"),
        (&[OUTER, &[(10., 2.), (12., 3.), (12., 2.)]], "ring 1: the hole lies outside"),
        (&[hole, OUTER], "ring 1: the hole lies outside"),
        (&[OUTER, &[(5., 5.), (5., 6.), (12., 6.)]], "its edge crosses"),
        // Crossing at a vertex of the exterior only.
        (&[OUTER, &[(5., 5.), (15., 15.), (5., 12.)]], "crosses"),
        (&[OUTER, &[(0., 2.), (0., 5.), (5., 5.)]], "runs along"),
        (&[OUTER, OUTER], "runs along"),
        (&[OUTER, hole, &[(3., 3.), (3., 4.), (4., 4.)]], "ring 2: the hole lies inside ring 1"),
        (&[OUTER, &[(3., 3.), (3., 4.), (4., 4.)], hole], "ring 1: the hole lies inside ring 2"),
        (&[OUTER, &[(0., 5.), (5., 6.), (10., 5.), (5., 4.)]], "ring 1: it cuts its polygon"),
        (
            &[OUTER, &[(0., 5.), (5., 6.), (5., 4.)], &[(10., 5.), (5., 6.), (6., 4.)]],
            "cuts its polygon",
        ),
    ];
    for (rings, expected) in invalid {
        refused(&[rings], expected);
    }
}

#[test]
fn polygons_must_not_overlap_but_may_touch() {
    let hole: Pairs = &[(2., 2.), (2., 8.), (8., 8.), (8., 2.)];
    let island: Pairs = &[(4., 4.), (6., 4.), (6., 6.)];
    let diamond: Pairs = &[(2., 5.), (5., 2.), (8., 5.), (5., 8.)];
    let corner: Pairs = &[(10., 10.), (12., 10.), (12., 12.)];
    let valid: &[&[&[Pairs]]] = &[
        &[&[OUTER, hole], &[island]],
        &[&[island], &[OUTER, hole]],
        &[&[OUTER], &[corner]],
        // An island that touches the hole round it on all four sides.
        &[&[OUTER, hole], &[diamond]],
    ];
    for polygons in valid {
        shape(polygons);
    }
    refused(&[&[OUTER], &[island]], "polygon 1: it overlaps polygon 0");
    refused(&[&[island], &[OUTER]], "polygon 0: it overlaps polygon 1");
    refused(&[&[OUTER], &[diamond, island]], "polygon 1: it overlaps polygon 0");
    refused(&[&[OUTER], &[hole, diamond]], "polygon 1: it overlaps polygon 0");
    refused(&[&[OUTER], &[&[(5., 5.), (15., 5.), (15., 6.)]]], "crosses");
    refused(&[&[OUTER], &[&[(10., 0.), (20., 0.), (20., 10.), (10., 10.)]]], "runs along");
    refused(&[&[OUTER, hole], &[hole]], "runs along");
}

#[test]
fn rings_the_wrong_way_round_are_turned_with_a_note() {
    let clockwise: Pairs = &[(0., 0.), (0., 9.), (9., 9.), (9., 0.)];
    let hole: Pairs = &[(2., 2.), (3., 2.), (3., 3.)];
    let (shape, notes) = try_shape(&[&[clockwise, hole]]).unwrap();
    let words: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "polygon 0, ring 0 ran the wrong way (RFC 7946) and was turned round",
            "polygon 0, ring 1 ran the wrong way (RFC 7946) and was turned round",
        ]
    );
    let polygon = &shape.polygons()[0];
    assert_eq!(polygon.exterior().positions(), closed(&[(0., 0.), (9., 0.), (9., 9.), (0., 9.)]));
    assert_eq!(polygon.interiors()[0].positions(), closed(&[(2., 2.), (3., 3.), (3., 2.)]));
}

#[test]
fn repeated_positions_are_dropped_with_a_note() {
    let given = ring(&[(0., 0.), (5., 0.), (5., 0.), (5., 5.), (0., 0.), (-0.0, 0.)]);
    let (shape, notes) = Shape::from_rings(vec![vec![given]], &ShapeLimits::default()).unwrap();
    let words: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [2, 5].map(|n| format!(
            "polygon 0, ring 0, vertex {n} repeats the position before it and was dropped"
        ))
    );
    assert!(matches!(notes[0], ShapeNote::DuplicateDropped(_)));
    assert_eq!(shape, polygon(&[(0., 0.), (5., 0.), (5., 5.)]));
}

#[test]
fn the_same_land_is_the_same_shape_from_whatever_vertex_or_ring() {
    let a: Pairs = &[(0., 0.), (4., 0.), (4., 4.)];
    let b: Pairs = &[(6., 1.), (9., 1.), (9., 9.)];
    let turned_a: Pairs = &[(4., 0.), (0., 0.), (4., 4.)];
    let later_b: Pairs = &[(9., 9.), (6., 1.), (9., 1.)];
    assert_eq!(shape(&[&[a], &[b]]), shape(&[&[later_b], &[turned_a]]));
}

#[test]
fn limits_hold_before_any_work() {
    let limits = ShapeLimits { polygons: 2, rings: 3, positions: 20, ..ShapeLimits::default() };
    let triangle = || closed(&[(0., 0.), (1., 0.), (1., 1.)]);
    let refuse = |polygons: Vec<Vec<Vec<Position>>>, expected: &str| {
        let words = Shape::from_rings(polygons, &limits).unwrap_err().to_string();
        assert!(words.starts_with(expected), "{words}");
    };
    refuse(vec![vec![triangle()]; 3], "accept a shape of 3 polygons: at most 2");
    refuse(vec![vec![triangle(); 2]; 2], "accept a shape of 4 rings: at most 3");
    refuse(vec![vec![vec![Position::new(0., 0.); 21]]], "accept a shape of 21 positions");
}

/// A star drawn through `points` points on a circle, each joined to one almost opposite.
fn star(points: u32) -> Vec<(f64, f64)> {
    (0..points)
        .map(|k| f64::from(k * (points / 2)) / f64::from(points) * std::f64::consts::TAU)
        .map(|turn| (36.0 + turn.cos(), 51.0 + turn.sin()))
        .collect()
}

#[test]
fn a_star_that_crosses_itself_is_refused_at_once() {
    let start = Instant::now();
    refused(&[&[&star(801)]], "crosses or touches itself");
    assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
}

/// Teeth that lie slanting over each other's boxes without touching: the worst case for a tree.
fn slanted_comb(teeth: u32) -> Vec<(f64, f64)> {
    let there = (0..teeth).flat_map(|k| {
        let x = f64::from(k) * 1e-4;
        [(x, 0.0), (x + 60.0, 60.0), (x + 60.0 + 5e-5, 60.0), (x + 5e-5, 0.0)]
    });
    let width = f64::from(teeth) * 1e-4;
    there.chain([(width + 1.0, -1.0), (-1.0, -1.0)]).collect()
}

#[test]
fn a_shape_that_would_take_too_long_is_refused() {
    let limits = ShapeLimits { edge_pairs: 10_000, ..ShapeLimits::default() };
    let comb = || vec![vec![closed(&slanted_comb(200))]];
    let refusal = Shape::from_rings(comb(), &limits).unwrap_err();
    assert_eq!(refusal, InvalidShape::TooTangled { limit: 10_000 });
    Shape::from_rings(comb(), &ShapeLimits::default()).unwrap();
}

#[test]
fn gathered_shapes_must_lie_side_by_side() {
    let (a, b) =
        (polygon(&[(0., 0.), (1., 0.), (1., 1.)]), polygon(&[(3., 0.), (4., 0.), (4., 1.)]));
    let both = Shape::gather([&b, &a]).unwrap();
    assert_eq!(both.pieces(), [a.clone(), b]);
    assert!(Shape::gather([&a, &a]).is_err());
    assert!(Shape::gather([]).unwrap().is_empty());
}
