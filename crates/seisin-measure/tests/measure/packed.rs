//! Shapes told by what they share with another: given back bit for bit, whatever the other is.

use crate::support::{land, polygon, shape};
use proptest::prelude::*;
use seisin_measure::{Shape, ShapeBytesError};

fn gives_back(given: &Shape, base: &Shape) -> usize {
    let packed = given.pack(base);
    let back = Shape::unpack(&packed, base, given.vertices()).expect("what was packed");
    assert_eq!(back.to_bytes(), given.to_bytes());
    packed.len()
}

/// A saw of many teeth whose tips stand at `tips`.
fn saw(tips: &[f64]) -> Shape {
    let teeth = (0_u32..).zip(tips).map(|(k, tip)| (f64::from(k) / 100.0, *tip));
    let last = f64::from(u32::try_from(tips.len()).expect("a few teeth")) / 100.0;
    polygon(&teeth.chain([(last, -1.0), (0.0, -1.0)]).collect::<Vec<_>>())
}

#[test]
fn a_day_that_moves_one_vertex_takes_a_few_bytes() {
    let mut tips: Vec<f64> = (0..1000_u32).map(|k| f64::from(k * 7919 % 1000) / 1e4).collect();
    let before = saw(&tips);
    tips[500] = 0.123_456;
    let after = saw(&tips);
    assert!(gives_back(&after, &before) < 32);
    assert!(gives_back(&before, &before) < 10);
    // Told from nothing: six bytes a position, in steps of a millionth, where doubles take sixteen.
    assert!(gives_back(&after, &Shape::empty()) < 7 * after.vertices());
    assert_eq!(gives_back(&Shape::empty(), &after), 2);
}

#[test]
fn a_map_drawn_anew_takes_little_more_than_its_doubles() {
    let drawn =
        |seed: f64| saw(&(0..500_u32).map(|k| (f64::from(k) * seed).sin()).collect::<Vec<_>>());
    let (one, other) = (drawn(1.1), drawn(1.7));
    assert!(gives_back(&one, &other) < 17 * one.vertices());
}

#[test]
fn rings_may_come_go_and_change_places() {
    let hole: &[(f64, f64)] = &[(2., 2.), (8., 2.), (8., 8.), (2., 8.)];
    let outer: &[(f64, f64)] = &[(0., 0.), (10., 0.), (10., 10.), (0., 10.)];
    let island: &[(f64, f64)] = &[(4., 4.), (6., 4.), (6., 6.), (4., 6.)];
    let shapes = [
        shape(&[&[outer, hole], &[island]]),
        shape(&[&[outer]]),
        shape(&[&[hole], &[&[(-3., 0.), (-1., 0.), (-1., 5.)]]]),
        Shape::empty(),
    ];
    for given in &shapes {
        for base in &shapes {
            gives_back(given, base);
        }
    }
}

#[test]
fn damage_is_refused() {
    let given = land([34.0, 51.0, 36.0, 52.0]);
    let packed = given.pack(&Shape::empty());
    for end in 0..packed.len() {
        let cut = Shape::unpack(&packed[..end], &Shape::empty(), 100);
        assert_eq!(cut, Err(ShapeBytesError::Damaged), "{end}");
    }
    assert_eq!(Shape::unpack(&packed, &Shape::empty(), 3), Err(ShapeBytesError::Damaged));
    let longer: Vec<u8> = packed.iter().copied().chain([0]).collect();
    assert_eq!(Shape::unpack(&longer, &Shape::empty(), 100), Err(ShapeBytesError::Damaged));
    // The base is another one than it was packed with.
    let of_itself = given.pack(&given);
    assert_eq!(Shape::unpack(&of_itself, &Shape::empty(), 100), Err(ShapeBytesError::Damaged));
}

proptest! {
    #[test]
    fn any_tips_are_given_back(
        one in prop::collection::vec(-0.5..0.5_f64, 3..60),
        other in prop::collection::vec(-0.5..0.5_f64, 3..60),
        places in prop::collection::vec((0..60_usize, 0..1000_u32), 0..6),
    ) {
        let mut next = one.clone();
        for (at, thousandths) in places {
            let at = at % next.len();
            next[at] = f64::from(thousandths) / 1e4;
        }
        let (one, next, other) = (saw(&one), saw(&next), saw(&other));
        gives_back(&next, &one);
        gives_back(&one, &other);
        gives_back(&one, &Shape::empty());
    }

    #[test]
    fn any_bytes_are_a_shape_within_the_limit_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let base = land([34.0, 51.0, 36.0, 52.0]);
        if let Ok(shape) = Shape::unpack(&bytes, &base, 50) {
            prop_assert!(shape.vertices() <= 50);
        }
    }
}
