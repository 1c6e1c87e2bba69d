//! Validity carried from edition to edition against validity checked from nothing.

use crate::support::{Pairs, closed};
use proptest::prelude::*;
use seisin_measure::{Position, RunningValidity, Shape, ShapeLimits};

type Polygons = Vec<Vec<Vec<Position>>>;

/// Takes an edition both ways and expects one answer; says whether it was valid.
fn check(running: &mut RunningValidity, edition: &Polygons) -> bool {
    let limits = ShapeLimits::default();
    match (running.take(edition, &limits), Shape::from_rings(edition.clone(), &limits)) {
        (Ok((carried, notes)), Ok((fresh, expected))) => {
            assert_eq!((&*carried, notes), (&fresh, expected), "{edition:?}");
            true
        }
        (Err(carried), Err(fresh)) => {
            assert_eq!(carried.to_string(), fresh.to_string(), "{edition:?}");
            false
        }
        (carried, fresh) => panic!("{edition:?}: {carried:?} but from nothing {fresh:?}"),
    }
}

fn editions(given: &[&[&[Pairs]]]) -> Vec<Polygons> {
    let polygon = |rings: &&[Pairs]| rings.iter().map(|ring| closed(ring)).collect();
    given.iter().map(|polygons| polygons.iter().map(polygon).collect()).collect()
}

/// What each of some editions, in order, is: valid or not, as it is from nothing.
fn valid(given: &[&[&[Pairs]]]) -> Vec<bool> {
    let mut running = RunningValidity::default();
    editions(given).iter().map(|edition| check(&mut running, edition)).collect()
}

const OUTER: Pairs = &[(0., 0.), (20., 0.), (20., 10.), (0., 10.)];
/// The same without its eastern half; the old edges in the west stay.
const WEST: Pairs = &[(0., 0.), (9., 0.), (9., 10.), (0., 10.)];
const EAST: Pairs = &[(11., 0.), (20., 0.), (20., 10.), (11., 10.)];
const HOLE: Pairs = &[(12., 2.), (12., 8.), (18., 8.), (18., 2.)];

#[test]
fn a_hole_left_outside_by_its_exterior_is_found_though_it_did_not_change() {
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[WEST, HOLE]]]), [true, false]);
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[WEST, HOLE], &[EAST]]]), [true, false]);
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[WEST], &[EAST, HOLE]]]), [true, true]);
    // A hole that becomes land of its own overlaps what it was a hole in.
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[OUTER], &[HOLE]]]), [true, false]);
}

#[test]
fn a_hole_that_becomes_land_is_turned_round_and_back() {
    let turned: Pairs = &[(12., 2.), (18., 2.), (18., 8.), (12., 8.)];
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[HOLE]], &[&[OUTER, HOLE]]]), [true; 3]);
    assert_eq!(valid(&[&[&[OUTER, HOLE]], &[&[OUTER, turned]], &[&[turned]]]), [true; 3]);
}

#[test]
fn an_edge_that_comes_across_old_ones_is_found() {
    let crossed: Pairs = &[(0., 0.), (20., 0.), (5., -5.), (20., 10.), (0., 10.)];
    assert_eq!(valid(&[&[&[OUTER]], &[&[crossed]], &[&[OUTER]]]), [true, false, true]);
    let doubled: &[&[Pairs]] = &[&[OUTER], &[OUTER]];
    assert_eq!(valid(&[&[&[OUTER]], doubled]), [true, false]);
}

#[test]
fn an_edge_that_comes_to_span_half_the_world_is_found() {
    let narrow: Pairs = &[(-80., 0.), (80., 0.), (80., 10.), (-80., 10.)];
    let wide: Pairs = &[(-80., 0.), (110., 0.), (110., 10.), (-80., 10.)];
    let wide_at_last: Pairs = &[(-80., 0.), (80., 0.), (80., 10.), (-80., 10.), (101., 11.)];
    assert_eq!(valid(&[&[&[narrow]], &[&[wide]], &[&[narrow]]]), [true; 3]);
    assert_eq!(valid(&[&[&[narrow]], &[&[wide_at_last]]]), [true; 2]);
}

#[test]
fn rings_that_touch_may_go_on_touching_and_may_not_become_one() {
    let corner: Pairs = &[(20., 10.), (25., 10.), (25., 15.), (20., 15.)];
    let apart: Pairs = &[(30., 10.), (35., 10.), (35., 15.), (30., 15.)];
    let farther: Pairs = &[(30., 10.), (36., 10.), (35., 15.), (30., 15.)];
    let touching: &[&[Pairs]] = &[&[OUTER], &[corner], &[apart]];
    assert_eq!(valid(&[touching, touching, &[&[OUTER], &[corner], &[farther]]]), [true; 3]);
    // The very edges of both, walked as one ring that comes twice through their common corner.
    let eight: Pairs = &[
        (0., 0.),
        (20., 0.),
        (20., 10.),
        (25., 10.),
        (25., 15.),
        (20., 15.),
        (20., 10.),
        (0., 10.),
    ];
    assert_eq!(valid(&[touching, &[&[eight], &[apart]]]), [true, false]);
    // A second common corner cuts the interior of what lies around in two.
    let hole: Pairs = &[(0., 0.), (5., 4.), (5., 6.)];
    let both: Pairs = &[(0., 0.), (5., 4.), (20., 10.), (5., 6.)];
    assert_eq!(valid(&[&[&[OUTER, hole]], &[&[OUTER, both]]]), [true, false]);
}

/// What changes from one edition to the next.
#[derive(Debug, Clone)]
enum Change {
    Move { polygon: usize, ring: usize, vertex: usize, by: (i8, i8) },
    Insert { polygon: usize, vertex: usize, by: (i8, i8) },
    Drop { polygon: usize, vertex: usize },
    Remove(usize),
    Repeat(usize),
    Turn(usize),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let (any, by) = (0..64_usize, (-2..3_i8, -2..3_i8));
    prop_oneof![
        4 => (any.clone(), any.clone(), any.clone(), by.clone())
            .prop_map(|(polygon, ring, vertex, by)| Change::Move { polygon, ring, vertex, by }),
        4 => (any.clone(), any.clone(), by)
            .prop_map(|(polygon, vertex, by)| Change::Insert { polygon, vertex, by }),
        2 => (any.clone(), any.clone())
            .prop_map(|(polygon, vertex)| Change::Drop { polygon, vertex }),
        1 => any.clone().prop_map(Change::Remove),
        1 => any.clone().prop_map(Change::Repeat),
        1 => any.clone().prop_map(Change::Turn),
        1 => (any.clone(), any).prop_map(|(a, b)| Change::Swap(a, b)),
    ]
}

fn moved(position: Position, (lon, lat): (i8, i8)) -> Position {
    Position::new(position.lon + f64::from(lon), position.lat + f64::from(lat))
}

fn apply(edition: &mut Polygons, change: &Change) {
    let count = edition.len();
    if count == 0 {
        return;
    }
    let open = |ring: &mut Vec<Position>, act: &dyn Fn(&mut Vec<Position>)| {
        ring.pop();
        act(ring);
        ring.extend(ring.first().copied());
    };
    match change {
        Change::Move { polygon, ring, vertex, by } => {
            let rings = &mut edition[polygon % count];
            let ring = ring % rings.len();
            open(&mut rings[ring], &|open| {
                let at = vertex % open.len();
                open[at] = moved(open[at], *by);
            });
        }
        Change::Insert { polygon, vertex, by } => {
            open(&mut edition[polygon % count][0], &|open| {
                let at = vertex % open.len();
                open.insert(at, moved(open[at], *by));
            });
        }
        Change::Drop { polygon, vertex } => open(&mut edition[polygon % count][0], &|open| {
            if open.len() > 3 {
                open.remove(vertex % open.len());
            }
        }),
        Change::Remove(polygon) => drop(edition.remove(polygon % count)),
        Change::Repeat(polygon) => edition.push(edition[polygon % count].clone()),
        Change::Turn(polygon) => edition[polygon % count].iter_mut().for_each(|r| r.reverse()),
        Change::Swap(a, b) => edition.swap(a % count, b % count),
    }
}

/// Boxes on a lattice, every third with a hole; some touch at corners.
fn lattice() -> Polygons {
    let ring = |x: f64, y: f64, size: f64| {
        closed(&[(x, y), (x + size, y), (x + size, y + size), (x, y + size)])
    };
    let place = |number: u8| (f64::from(number % 4) * 8.0, f64::from(number / 4) * 8.0);
    let polygon = |number: u8| {
        let (x, y) = place(number);
        let size = if number.is_multiple_of(5) { 8.0 } else { 6.0 };
        let hole = number.is_multiple_of(3).then(|| ring(x + 2.0, y + 2.0, 2.0));
        std::iter::once(ring(x, y, size)).chain(hole).collect()
    };
    [0, 2, 3, 5, 7, 8, 10].into_iter().map(polygon).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn carried_from_any_edition_the_answer_is_that_from_nothing(
        changes in proptest::collection::vec(change(), 1..24)
    ) {
        let (mut running, mut edition) = (RunningValidity::default(), lattice());
        prop_assert!(check(&mut running, &edition));
        for change in &changes {
            let before = edition.clone();
            apply(&mut edition, change);
            // What is refused is put back, so that the next edition follows a valid one.
            if !check(&mut running, &edition) {
                edition = before;
            }
        }
    }
}

/// What changes in a long ring.
#[derive(Debug, Clone)]
enum Edit {
    /// A stretch is drawn anew, a little inside of where it was.
    Redraw {
        from: usize,
        count: usize,
        put: usize,
    },
    /// One position is put elsewhere.
    Put(usize, Position),
    /// One position is repeated.
    Repeat(usize),
    /// The line goes to the next position, back, and on.
    Spike(usize),
    /// Zeros get a sign.
    SignZeros,
    /// The ring starts elsewhere.
    Rotate(usize),
    Turn,
}

fn edit() -> impl Strategy<Value = Edit> {
    let (at, few) = (0..4096_usize, 0..40_usize);
    let odd = prop::sample::select(vec![
        (f64::NAN, 0.0),
        (3.0, f64::INFINITY),
        (181.0, 1.0),
        (175.0, 1.0),
        (1.0, 91.0),
        (0.0, 0.0),
        (-40.0, 0.0),
    ]);
    prop_oneof![
        8 => (at.clone(), few.clone(), few)
            .prop_map(|(from, count, put)| Edit::Redraw { from, count, put }),
        2 => (at.clone(), odd).prop_map(|(at, (lon, lat))| Edit::Put(at, Position::new(lon, lat))),
        1 => at.clone().prop_map(Edit::Repeat),
        1 => at.clone().prop_map(Edit::Spike),
        1 => Just(Edit::SignZeros),
        1 => at.prop_map(Edit::Rotate),
        1 => Just(Edit::Turn),
    ]
}

/// How far out some rings lie, and how rough they are.
const ROUNDS: [(f64, f64); 3] = [(10.0, 0.25), (8.0, 1.0), (4.0, 0.5)];

/// A position of a round ring, by its part of the way round.
fn round(part: f64, (radius, rough): (f64, f64)) -> Position {
    let (sin, cos) = (part * std::f64::consts::TAU).sin_cos();
    let radius = radius - rough * (1.0 + (part * 977.0).sin());
    Position::new((radius * cos * 64.0).round() / 64.0, radius * sin)
}

/// The part of the way round at which a position lies.
fn part(position: Position) -> f64 {
    (position.lat.atan2(position.lon) / std::f64::consts::TAU).rem_euclid(1.0)
}

fn edit_ring(ring: &mut Vec<Position>, edit: &Edit, (radius, rough): (f64, f64)) {
    ring.pop();
    let n = ring.len();
    match edit {
        Edit::Redraw { from, count, put } => {
            let from = from % n;
            let end = (from + count).min(n - 1);
            let (first, last) = (part(ring[from]), part(ring[end]));
            let steps = u32::try_from(*put).expect("a few") + 1;
            let at = |step| first + (last - first) * f64::from(step) / f64::from(steps);
            let put: Vec<_> =
                (1..steps).map(|step| round(at(step), (radius - 0.1, rough))).collect();
            ring.splice((from + 1).min(end)..end, put);
        }
        Edit::Put(at, position) => ring[at % n] = *position,
        Edit::Repeat(at) => ring.insert(at % n, ring[at % n]),
        Edit::Spike(at) => {
            let next = ring[(at + 1) % n];
            ring.splice(at % n..at % n, [ring[at % n], next]);
        }
        Edit::SignZeros => {
            let sign = |zero: &mut f64| *zero = if *zero == 0.0 { -*zero } else { *zero };
            for position in &mut *ring {
                sign(&mut position.lon);
            }
        }
        Edit::Rotate(by) => ring.rotate_left(by % n),
        Edit::Turn => ring.reverse(),
    }
    ring.extend(ring.first().copied());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn long_rings_carried_through_edits_are_as_from_nothing(
        edits in proptest::collection::vec((0..3_usize, edit()), 1..16)
    ) {
        let circle = |count: u32, like: (f64, f64)| {
            let part = |i: u32| f64::from(i) / f64::from(count);
            let mut ring: Vec<_> = (0..count).map(|i| round(part(i), like)).collect();
            ring.push(ring[0]);
            ring
        };
        let [outer, hole, island] = ROUNDS;
        let outer = vec![circle(700, outer), circle(300, hole)];
        let mut edition = vec![outer, vec![circle(40, island)]];
        let mut running = RunningValidity::default();
        prop_assert!(check(&mut running, &edition));
        for (ring, edit) in &edits {
            let before = edition.clone();
            let [polygon, place] = [[0, 0], [0, 1], [1, 0]][*ring];
            edit_ring(&mut edition[polygon][place], edit, ROUNDS[*ring]);
            // Now and then what is refused stays, so that the next edition follows one not seen.
            if !check(&mut running, &edition) && edition[0][0].len() % 3 > 0 {
                edition = before;
            }
        }
    }
}
