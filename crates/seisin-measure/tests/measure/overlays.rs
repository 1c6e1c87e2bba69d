//! Union, intersection and difference: what they hold, and when they are refused.

use crate::support::{land, polygon, shape};
use proptest::prelude::*;
use seisin_measure::{
    Budget, OverlayError, Shape, area, common_border, difference, intersection, union,
};

fn join(a: &Shape, b: &Shape) -> Shape {
    union(&[a, b], &Budget::default()).expect("within the budget")
}

fn meet(a: &Shape, b: &Shape) -> Shape {
    intersection(a, b, &Budget::default()).expect("within the budget")
}

fn cut(a: &Shape, b: &Shape) -> Shape {
    difference(a, b, &Budget::default()).expect("within the budget")
}

#[test]
fn boxes_overlay_exactly() {
    let (a, b) = (land([34.0, 51.0, 36.0, 52.0]), land([35.0, 51.5, 37.0, 53.0]));
    assert_eq!(meet(&a, &b), land([35.0, 51.5, 36.0, 52.0]));
    let rest = [(34., 51.), (36., 51.), (36., 51.5), (35., 51.5), (35., 52.), (34., 52.)];
    assert_eq!(cut(&a, &b), polygon(&rest));
    assert_eq!(join(&a, &b).polygons().len(), 1);
    assert_eq!(union(&[&a, &a, &a], &Budget::default()).unwrap(), a);
}

#[test]
fn nothing_takes_part_as_nothing() {
    let (a, far, none) = (land([1., 1., 2., 2.]), land([3., 3., 4., 4.]), Shape::empty());
    assert!(meet(&a, &far).is_empty() && meet(&a, &none).is_empty() && cut(&none, &a).is_empty());
    assert!(cut(&a, &a).is_empty());
    assert_eq!((cut(&a, &far), cut(&a, &none), join(&none, &a)), (a.clone(), a.clone(), a.clone()));
    assert!(union(&[], &Budget::default()).unwrap().is_empty());
    assert_eq!(join(&a, &far).pieces().len(), 2);
}

/// Results whose rings touch: each must come out as a valid shape, the interior connected.
#[test]
fn results_that_touch_themselves_are_valid_shapes() {
    let whole = land([0., 0., 10., 10.]);
    // Two holes that touch make one chain through the land: two pieces.
    let chain = shape(&[
        &[&[(0., 5.), (5., 5.), (5., 6.), (0., 6.)]],
        &[&[(5., 4.), (10., 4.), (10., 5.), (5., 5.)]],
    ]);
    assert_eq!(cut(&whole, &chain).pieces().len(), 2);
    // A ring of four boxes that touch at corners encloses a hole, which joins no land.
    let boxes = [[0., 0., 3., 1.], [3., 1., 4., 4.], [0., 4., 3., 5.], [-1., 1., 0., 4.]].map(land);
    let ring = union(&boxes.iter().collect::<Vec<_>>(), &Budget::default()).unwrap();
    assert_eq!(ring.pieces().len(), 4);
    // A hole that touches the edge once stays a hole, or an inlet: either way the same land.
    let inlet = polygon(&[(0., 5.), (5., 6.), (5., 4.)]);
    let rest = cut(&whole, &inlet);
    assert_eq!(rest.pieces().len(), 1);
    assert!((area(&rest) + area(&inlet) - area(&whole)).square_metres().abs() < 1.0);
}

#[test]
fn lines_that_should_be_one_leave_no_slivers() {
    // The shared border is slanted, and each side has its own vertices on it.
    let on_line = |t: f64| (34.1 + 1.7 * t, 51.3 + 0.37 * t);
    let west: Vec<(f64, f64)> =
        [on_line(0.0), on_line(0.31), on_line(0.77), on_line(1.0), (34.0, 52.9)].to_vec();
    let east: Vec<(f64, f64)> =
        [on_line(0.0), (36.0, 50.2), on_line(1.0), on_line(0.9), on_line(0.5), on_line(0.11)]
            .to_vec();
    let (a, b) = (polygon(&west), polygon(&east));
    let both = join(&a, &b);
    assert_eq!((both.polygons().len(), both.rings().count()), (1, 1));
    assert!(meet(&a, &b).is_empty());
    let whole = area(&a) + area(&b);
    assert!((area(&both) - whole).square_metres().abs() < 1e-9 * whole.square_metres());
    let straight = polygon(&[on_line(0.0), (36.0, 50.2), on_line(1.0)]);
    let border = common_border(&a, &b, &Budget::default()).unwrap();
    let expected = common_border(&a, &straight, &Budget::default()).unwrap();
    assert!(border.km() > 100.0 && (border - expected).metres().abs() < 1e-6);
}

/// Long thin teeth, `count` of them, along the equator or turned to stand on it.
fn comb(count: u32, turned: u32) -> Shape {
    let teeth = (0..count).flat_map(|k| {
        let x = f64::from(k) * 0.01;
        [(x, 0.0), (x, 10.0), (x + 0.005, 10.0), (x + 0.005, 0.0)]
    });
    let line: Vec<(f64, f64)> =
        teeth.chain([(f64::from(count) * 0.01, -1.0), (0.0, -1.0)]).collect();
    let turn = |(x, y): (f64, f64)| if turned == 0 { (x, y) } else { (y, x) };
    polygon(&line.into_iter().map(turn).collect::<Vec<_>>())
}

#[test]
fn more_work_than_the_budget_is_refused_with_the_reason() {
    let (a, b) = (comb(60, 0), comb(60, 1));
    let refuse = |budget: Budget| intersection(&a, &b, &budget).unwrap_err();
    let budget = Budget { vertices: 100, ..Budget::default() };
    assert_eq!(refuse(budget), OverlayError::TooManyVertices { found: 484, limit: 100 });
    let budget = Budget { crossings: 1000, ..Budget::default() };
    let error = refuse(budget);
    assert_eq!(error, OverlayError::TooManyCrossings { limit: 1000 });
    assert!(error.to_string().contains("\nhint: "));
    let budget = Budget { edge_pairs: 1000, ..Budget::default() };
    assert_eq!(refuse(budget), OverlayError::TooManyEdgePairs { limit: 1000 });
    assert!(common_border(&a, &b, &Budget { edge_pairs: 10, ..Budget::default() }).is_err());
    assert_eq!(meet(&a, &b).pieces().len(), 60 * 60);
}

/// A star-shaped ring about a centre: always simple.
fn blob() -> impl Strategy<Value = Shape> {
    let spokes = prop::collection::vec(0.05_f64..1.0, 3..40);
    (30.0_f64..32.0, 50.0_f64..51.0, spokes, any::<bool>()).prop_map(|(x, y, spokes, hole)| {
        let turn = |k: usize| {
            let (k, n) = (u32::try_from(k).unwrap_or(0), u32::try_from(spokes.len()).unwrap_or(1));
            f64::from(k) / f64::from(n) * std::f64::consts::TAU + 0.1
        };
        let ring = |scale: f64| -> Vec<(f64, f64)> {
            let spoke = |(k, r): (usize, &f64)| {
                (x + scale * r * turn(k).cos(), y + scale * r * turn(k).sin())
            };
            spokes.iter().enumerate().map(spoke).collect()
        };
        let (outer, inner) = (ring(1.0), ring(0.5));
        if hole { shape(&[&[&outer, &inner]]) } else { polygon(&outer) }
    })
}

proptest! {
    #[test]
    fn land_is_neither_made_nor_lost(a in blob(), b in blob()) {
        let metres = |shape: &Shape| area(shape).square_metres();
        let (both, rest) = (meet(&a, &b), cut(&a, &b));
        let (any, whole) = (join(&a, &b), metres(&a) + metres(&b));
        prop_assert!((metres(&both) + metres(&rest) - metres(&a)).abs() <= 1e-9 * metres(&a));
        prop_assert!((metres(&any) + metres(&both) - whole).abs() <= 1e-9 * whole);
        prop_assert!((metres(&meet(&b, &a)) - metres(&both)).abs() <= 1e-9 * whole);
        let again = Shape::from_rings(any.to_rings(), &seisin_measure::ShapeLimits::default());
        prop_assert_eq!(again.map(|(shape, notes)| (shape, notes.len())), Ok((any, 0)));
    }

    #[test]
    fn what_is_cut_apart_meets_along_the_cut(a in blob(), b in blob()) {
        let (both, rest) = (meet(&a, &b), cut(&a, &b));
        let line = common_border(&both, &rest, &Budget::default()).unwrap();
        let around = |shape: &Shape| seisin_measure::perimeter(shape).metres();
        let found = (around(&both) + around(&rest) - around(&join(&both, &rest))) / 2.0;
        prop_assert!((line.metres() - found).abs() < 1e-3, "{} {}", line.metres(), found);
    }
}

#[test]
fn strips_join_without_seams() {
    let strips: Vec<Shape> = (0..50)
        .map(|k| 34.0 + 0.02 * f64::from(k))
        .map(|x| land([x, 51.0, x + 0.02, 52.0]))
        .collect();
    let all = union(&strips.iter().collect::<Vec<_>>(), &Budget::default()).unwrap();
    assert_eq!((all.polygons().len(), all.vertices()), (1, 4));
}
