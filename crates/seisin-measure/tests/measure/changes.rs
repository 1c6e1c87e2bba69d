//! What is carried from edition to edition: the same as summed anew, and as overlaid.

use crate::support::{land, polygon, shape};
use proptest::prelude::*;
use seisin_measure::{
    Areas, Budget, Changes, Position, PositionsInside, Regions, RunningAreas, RunningClip,
    RunningOverlaps, Shape, area, area_geodesic, clip_lines, clip_measure, difference, differences,
    gained_and_lost, intersection, overlap_area, positions_inside, union,
};

/// A ring round a middle, at the given distances from it in degrees, with an island south of it.
fn edition(radii: &[f64], island: f64) -> Shape {
    let corner = |(k, r): (u32, &f64)| {
        let turn = f64::from(k) / 24.0 * std::f64::consts::TAU;
        (36.0 + r * turn.cos(), 49.0 + r * turn.sin())
    };
    let round: Vec<(f64, f64)> = (0..).zip(radii).map(corner).collect();
    let isle = [(35.5, 46.0), (35.5 + island, 46.0), (35.5 + island, 46.0 + island)];
    if island > 0.1 { shape(&[&[&round], &[&isle]]) } else { polygon(&round) }
}

/// Editions of a map, of whose twenty-four corners a few move from each to the next.
fn editions() -> impl Strategy<Value = Vec<Shape>> {
    let first = prop::collection::vec(0.2..2.0_f64, 24);
    let steps = prop::collection::vec(
        (prop::collection::vec((0..24_usize, 0.2..2.0_f64), 0..4), 0.0..0.5_f64),
        1..6,
    );
    (first, steps).prop_map(|(mut radii, steps)| {
        let mut editions = vec![edition(&radii, 0.0)];
        for (moves, island) in steps {
            for (at, radius) in moves {
                radii[at] = radius;
            }
            editions.push(edition(&radii, island));
        }
        editions
    })
}

/// Each edition with the one before it, from nothing on.
fn steps(editions: &[Shape]) -> Vec<(Shape, Shape)> {
    let before = std::iter::once(Shape::empty()).chain(editions.iter().cloned());
    before.zip(editions.iter().cloned()).collect()
}

fn near(found: seisin_core::Area, expected: seisin_core::Area) {
    let gap = (found - expected).square_metres().abs();
    assert!(gap <= 1e-9 * expected.square_metres().abs() + 1e-3, "{found:?} {expected:?}");
}

fn squares() -> Vec<Shape> {
    let south_west = |k: u32| (34.0 + f64::from(k % 4), 47.0 + f64::from(k / 4));
    (0..16).map(south_west).map(|(x, y)| land([x, y, x + 1.0, y + 1.0])).collect()
}

#[test]
fn only_what_changed_is_told() {
    let a = polygon(&[(0., 0.), (4., 0.), (4., 4.), (2., 4.), (0., 4.)]);
    let b = polygon(&[(0., 0.), (4., 0.), (4., 4.), (2., 5.), (0., 4.)]);
    let changes = Changes::between(&a, &b);
    assert_eq!((changes.came().len(), changes.went().len()), (2, 2));
    assert!(Changes::between(&a, &a).is_empty());
    let bounds = changes.bounds().unwrap();
    assert!(bounds.covers(Position::new(2.0, 5.0)) && !bounds.covers(Position::new(2.0, 3.9)));
}

/// A vertex more on a straight line changes edges and no land.
#[test]
fn a_vertex_more_on_a_line_gains_and_loses_nothing() {
    let a = land([0., 0., 4., 4.]);
    let b = polygon(&[(0., 0.), (4., 0.), (4., 2.), (4., 4.), (0., 4.)]);
    let change = gained_and_lost(&a, &b, &Budget::default()).unwrap();
    assert!(change.gained.is_empty() && change.lost.is_empty());
    assert!(change.gained_area.square_metres() < 1e-6 && change.lost_area.square_metres() < 1e-6);
}

/// A hole that opens is land lost; an island in the hole is land gained.
#[test]
fn holes_are_lost_and_islands_gained() {
    let whole = land([0., 0., 10., 10.]);
    let hole: &[(f64, f64)] = &[(2., 2.), (8., 2.), (8., 8.), (2., 8.)];
    let outer: &[(f64, f64)] = &[(0., 0.), (10., 0.), (10., 10.), (0., 10.)];
    let island: &[(f64, f64)] = &[(4., 4.), (6., 4.), (6., 6.), (4., 6.)];
    let (open, filled) = (shape(&[&[outer, hole]]), shape(&[&[outer, hole], &[island]]));
    let change = gained_and_lost(&whole, &filled, &Budget::default()).unwrap();
    assert_eq!((change.gained, change.lost), (Shape::empty(), shape(&[&[hole, island]])));
    let change = gained_and_lost(&open, &filled, &Budget::default()).unwrap();
    assert_eq!((change.gained, change.lost), (polygon(island), Shape::empty()));
    let all = gained_and_lost(&Shape::empty(), &filled, &Budget::default()).unwrap();
    assert_eq!(all.gained, filled);
    let none = gained_and_lost(&filled, &Shape::empty(), &Budget::default()).unwrap();
    assert_eq!(none.lost, filled);
}

#[test]
fn a_tangle_beyond_the_budget_is_refused() {
    let saw = |height: f64| {
        let teeth = (0..200).map(|k| (f64::from(k) * 0.01, if k % 2 == 0 { 0.0 } else { height }));
        polygon(&teeth.chain([(1.99, -3.0), (0.0, -3.0)]).collect::<Vec<_>>())
    };
    let (a, b) = (saw(1.0), land([-1.0, 0.25, 3.0, 0.75]));
    let tight = Budget { crossings: 100, ..Budget::default() };
    let error = gained_and_lost(&a, &b, &tight).unwrap_err().to_string();
    assert!(error.contains("more than 100 positions\nhint: "), "{error}");
    assert!(gained_and_lost(&a, &b, &Budget::default()).is_ok());
    let few = Budget { edge_pairs: 50, ..Budget::default() };
    assert!(overlap_area(&a, &b, &few).unwrap_err().to_string().contains("more than 50 pairs"));
}

/// Lines that two shapes share, in part or whole, are no special case.
#[test]
fn land_in_common_needs_no_overlay() {
    let budget = Budget::default();
    let (a, b) = (land([34.0, 51.0, 36.0, 52.0]), land([35.0, 51.0, 37.0, 52.0]));
    near(overlap_area(&a, &b, &budget).unwrap(), area(&land([35.0, 51.0, 36.0, 52.0])));
    near(overlap_area(&a, &a, &budget).unwrap(), area(&a));
    near(
        overlap_area(&a, &land([36.0, 51.0, 37.0, 52.0]), &budget).unwrap(),
        area(&Shape::empty()),
    );
    let ring: &[(f64, f64)] = &[(34.0, 51.0), (36.0, 51.0), (36.0, 52.0), (34.0, 52.0)];
    let hole: &[(f64, f64)] = &[(34.5, 51.2), (35.5, 51.2), (35.5, 51.8), (34.5, 51.8)];
    let (open, core) = (shape(&[&[ring, hole]]), polygon(hole));
    near(overlap_area(&open, &core, &budget).unwrap(), area(&Shape::empty()));
    near(overlap_area(&core, &open, &budget).unwrap(), area(&Shape::empty()));
    near(overlap_area(&open, &a, &budget).unwrap(), area(&open));
    assert!(Regions::new([]).is_empty() && Regions::new([&a, &b]).len() == 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn areas_carried_on_are_those_summed_anew(editions in editions()) {
        let mut running = RunningAreas::default();
        for (before, after) in steps(&editions) {
            let areas = running.take(&before, &after);
            let anew = RunningAreas::default().take(&Shape::empty(), &after);
            prop_assert_eq!(areas, anew);
            near(areas.lonlat, area(&after));
            near(areas.geodesic, area_geodesic(&after));
            let both = Areas::of(&after);
            near(both.lonlat, areas.lonlat);
        }
    }

    #[test]
    fn gained_and_lost_are_the_two_differences(editions in editions()) {
        let budget = Budget::default();
        for (before, after) in steps(&editions) {
            let change = gained_and_lost(&before, &after, &budget).unwrap();
            near(change.gained_area, area(&difference(&after, &before, &budget).unwrap()));
            near(change.lost_area, area(&difference(&before, &after, &budget).unwrap()));
            near(change.gained_area, area(&change.gained));
            near(change.lost_area, area(&change.lost));
            let gap = change.gained_area - change.lost_area - (area(&after) - area(&before));
            // 0.05 µm, half a step of the grid, along some 2,000 km of changed edges.
            prop_assert!(gap.square_metres().abs() < 0.1, "{gap:?}");
            let back = gained_and_lost(&after, &before, &budget).unwrap();
            prop_assert_eq!((back.gained, back.lost), (change.lost, change.gained));
        }
    }

    #[test]
    fn shares_of_regions_carried_on_are_those_worked_out_anew(editions in editions()) {
        let (squares, budget) = (squares(), Budget::default());
        let regions = Regions::new(&squares);
        let mut running = RunningOverlaps::new(&regions);
        for (before, after) in steps(&editions) {
            let held = running.take(&before, &after, &budget).unwrap();
            let anew = regions.overlaps(&after, &budget).unwrap();
            for ((held, anew), square) in held.into_iter().zip(anew).zip(&squares) {
                near(held, anew);
                near(anew, area(&intersection(&after, square, &budget).unwrap()));
            }
        }
    }

    #[test]
    fn parts_sum_to_the_whole(editions in editions()) {
        let (squares, budget) = (squares(), Budget::default());
        let whole = union(&squares.iter().collect::<Vec<_>>(), &budget).unwrap();
        let regions = Regions::new(&squares);
        for edition in &editions {
            let parts = regions.overlaps(edition, &budget).unwrap();
            near(parts.into_iter().sum(), overlap_area(edition, &whole, &budget).unwrap());
            let common = overlap_area(&editions[0], edition, &budget).unwrap();
            let apart = gained_and_lost(&editions[0], edition, &budget).unwrap();
            near(area(edition) - common, apart.gained_area);
            near(area(&editions[0]) - common, apart.lost_area);
        }
    }

    #[test]
    fn positions_inside_carried_on_are_those_asked_one_by_one(editions in editions()) {
        let places: Vec<Position> = (0..400_u32)
            .map(|k| Position::new(33.97 + f64::from(k % 20) * 0.2, 46.03 + f64::from(k / 20) * 0.25))
            .collect();
        let mut inside = PositionsInside::new(&places);
        for (before, after) in steps(&editions) {
            let was = inside.answers().to_vec();
            let turned = inside.take(&before, &after);
            let one_by_one: Vec<bool> =
                places.iter().map(|place| after.covers_position(*place)).collect();
            prop_assert_eq!(inside.answers(), one_by_one.as_slice());
            prop_assert_eq!(positions_inside(&after, &places), one_by_one);
            prop_assert_eq!(inside.count(), inside.answers().iter().filter(|yes| **yes).count());
            for (place, was) in was.into_iter().enumerate() {
                prop_assert_eq!(turned.contains(&place), was != inside.answers()[place]);
            }
        }
    }
}

/// Holds what is carried of the part of `after` in `region` against the land itself.
#[cfg(test)]
fn same_part(clip: &mut RunningClip, region: &Shape, before: &Shape, after: &Shape) {
    let budget = Budget::default();
    let carried = clip.take(before, after, &budget).unwrap();
    let afresh = clip_measure(after, region, &budget).unwrap();
    let land = intersection(after, region, &budget).unwrap();
    near(carried.area, area(&land));
    near(carried.area, afresh.area);
    let geodesic = area_geodesic(&land).square_metres();
    for found in [carried.area_geodesic, afresh.area_geodesic] {
        let gap = (found.square_metres() - geodesic).abs();
        assert!(gap <= 1e-9 * geodesic + 0.1, "{found:?} {geodesic}");
    }
    let lines = clip_lines(&land, region, &budget).unwrap();
    for found in [carried.lines, afresh.lines] {
        for (found, expected) in [(found.map, lines.map), (found.boundary, lines.boundary)] {
            let gap = (found.metres() - expected.metres()).abs();
            assert!(gap <= 1e-7 * expected.metres() + 0.01, "{found:?} {expected:?}");
        }
    }
}

proptest! {
    /// The part in a region, carried, is that of the land cut out of each edition by itself.
    #[test]
    fn the_part_in_a_region_is_carried(editions in editions(), side in 0.3..3.0_f64) {
        let region = shape(&[
            &[&[(35.0, 48.0), (35.0 + side, 48.0), (35.0 + side, 48.0 + side), (35.0, 48.0 + side)],
              &[(35.1, 48.1), (35.1, 48.1 + side / 3.0), (35.1 + side / 3.0, 48.1 + side / 3.0)]],
            &[&[(34.0, 45.5), (36.0, 45.5), (36.0, 46.2), (34.0, 46.2)]],
        ]);
        let mut clip = RunningClip::new(&region);
        for (before, after) in steps(&editions) {
            same_part(&mut clip, &region, &before, &after);
        }
    }
}

/// A map drawn along a region's boundary, with vertices of its own on it and without: what both
/// have in common is the region's boundary, and what only touches is no land.
#[test]
fn a_map_drawn_along_the_boundary_is_cut_there() {
    let region = land([0., 0., 4., 4.]);
    let days = [
        land([0., 0., 2., 2.]),
        polygon(&[(-1., -1.), (4., -1.), (4., 0.), (3., 0.), (1., 0.), (-1., 0.)]),
        polygon(&[(1., 0.), (2., 0.), (4., 0.), (4., 1.), (4., 4.), (1., 4.)]),
        land([-2., -2., 9., 9.]),
        region.clone(),
        land([4., 0., 5., 4.]),
        land([6., 6., 7., 7.]),
    ];
    let mut clip = RunningClip::new(&region);
    let mut before = Shape::empty();
    for day in days {
        same_part(&mut clip, &region, &before, &day);
        before = day;
    }
    let nothing = clip_measure(&land([4., 0., 5., 4.]), &region, &Budget::default()).unwrap();
    assert_eq!((nothing.area.square_metres(), nothing.lines.boundary.metres()), (0.0, 0.0));
}

/// A budget that does not suffice refuses and leaves what was carried.
#[test]
fn a_cut_beyond_its_budget_is_refused_and_nothing_is_carried() {
    let (region, day) = (land([0., 0., 4., 4.]), land([1., 1., 9., 9.]));
    let mut clip = RunningClip::new(&region);
    for small in
        [Budget { vertices: 3, ..Budget::default() }, Budget { edge_pairs: 1, ..Budget::default() }]
    {
        let refused = clip.take(&Shape::empty(), &day, &small).unwrap_err();
        assert!(refused.to_string().contains("hint:"), "{refused}");
    }
    let found = clip.take(&Shape::empty(), &day, &Budget::default()).unwrap();
    assert_eq!(found, clip_measure(&day, &region, &Budget::default()).unwrap());
}

/// A map of tens of thousands of edges, drawn anew every day, is measured within the usual budget.
#[test]
fn a_large_map_drawn_anew_is_still_measured() {
    let day = |turn: f64| {
        let corner = |k: u32| {
            let angle = f64::from(k) / 20_000.0 * std::f64::consts::TAU + turn;
            let radius = 2.0 + 0.01 * f64::from(k % 2);
            (36.0 + radius * angle.cos(), 49.0 + radius * angle.sin())
        };
        polygon(&(0..20_000).map(corner).collect::<Vec<_>>())
    };
    let region = land([36.0, 45.0, 40.0, 53.0]);
    let mut clip = RunningClip::new(&region);
    let mut before = Shape::empty();
    for turn in [0.0, 1e-5, 2e-5] {
        let after = day(turn);
        let part = clip.take(&before, &after, &Budget::default()).unwrap();
        assert_eq!(part, clip_measure(&after, &region, &Budget::default()).unwrap());
        assert!((part.area.square_metres() / area(&after).square_metres() - 0.5).abs() < 1e-4);
        before = after;
    }
}

/// A ring round a middle of its own, with a hole round the same, and an island apart.
fn stranger(radii: &[f64], middle: (f64, f64)) -> Shape {
    let corner = |share: f64| {
        move |(k, r): (u32, &f64)| {
            let turn = f64::from(k) / 16.0 * std::f64::consts::TAU;
            (middle.0 + share * r * turn.cos(), middle.1 + share * r * turn.sin())
        }
    };
    let round: Vec<(f64, f64)> = (0..).zip(radii).map(corner(1.0)).collect();
    let mut hole: Vec<(f64, f64)> = (0..).zip(radii).map(corner(0.4)).collect();
    hole.reverse();
    let (x, y) = (middle.0 - 8.0, middle.1 - 1.0);
    let isle = [(x, y), (x + radii[0], y), (x + radii[0], y + radii[1])];
    shape(&[&[&round, &hole], &[&isle]])
}

/// Holds what is walked from crossing to crossing against the overlays.
#[cfg(test)]
fn same_differences(a: &Shape, b: &Shape) {
    let budget = Budget::default();
    // 0.05 µm, half a step of an overlay's grid, along some 2,000 km of edges.
    let close = |found: seisin_core::Area, expected: seisin_core::Area| {
        let gap = (found - expected).square_metres().abs();
        assert!(gap <= 1e-9 * expected.square_metres().abs() + 0.1, "{found:?} {expected:?}");
    };
    let [a_only, b_only] = differences(a, b, &budget).unwrap();
    close(area(&a_only), area(&difference(a, b, &budget).unwrap()));
    close(area(&b_only), area(&difference(b, a, &budget).unwrap()));
    close(area(&a_only), area(a) - overlap_area(a, b, &budget).unwrap());
    let common = intersection(&a_only, b, &budget).unwrap();
    assert!(area(&common).square_metres() < 1.0, "{common:?}");
    let change = gained_and_lost(b, a, &budget).unwrap();
    close(change.gained_area, area(&a_only));
    close(change.lost_area, area(&b_only));
    close(change.gained_area - change.lost_area, area(a) - area(b));
}

proptest! {
    /// What each of two maps that are drawn apart has beyond the other, with holes and islands.
    #[test]
    fn two_publishers_differences_are_those_of_the_overlays(
        one in prop::collection::vec(0.4..2.0_f64, 16),
        other in prop::collection::vec(0.4..2.0_f64, 16),
        (x, y) in (-2.5..2.5_f64, -2.5..2.5_f64),
    ) {
        same_differences(&stranger(&one, (36.0, 49.0)), &stranger(&other, (36.0 + x, 49.0 + y)));
    }
}

/// Land within land, land apart, land in a hole, the same land, and lines that touch and run along
/// each other: nothing of it is walked wrongly.
#[test]
fn differences_of_land_that_touches_or_lies_within() {
    let outer = [(0., 0.), (9., 0.), (9., 9.), (0., 9.)];
    let hole = [(2., 2.), (2., 7.), (7., 7.), (7., 2.)];
    let ring = shape(&[&[&outer, &hole]]);
    for other in [
        land([3., 3., 5., 5.]),
        land([0.5, 0.5, 1.5, 1.5]),
        land([20., 20., 21., 21.]),
        land([-1., -1., 10., 10.]),
        land([1., 1., 8., 8.]),
        land([1.5, 1.5, 7.5, 7.5]),
        land([2., 2., 7., 7.]),
        land([9., 0., 12., 9.]),
        land([9., 9., 12., 12.]),
        land([4., -3., 6., 12.]),
        polygon(&[(4.5, 9.), (6., 12.), (3., 12.)]),
        polygon(&[(4.5, 1.), (6., 12.), (3., 12.)]),
        ring.clone(),
    ] {
        same_differences(&ring, &other);
        same_differences(&other, &ring);
    }
    let budget = Budget { crossings: 3, ..Budget::default() };
    let refused = differences(&ring, &land([4., -3., 6., 12.]), &budget).unwrap_err();
    assert!(refused.to_string().contains("hint:"), "{refused}");
}
