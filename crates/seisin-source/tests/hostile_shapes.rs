//! Random and hostile shapes: none panics, and none that is invalid is ever measured.
//!
//! A few thousand in an ordinary run; `SEISIN_HOSTILE_SHAPES=100000 cargo test -p seisin-source --test
//! hostile_shapes` tries as many as that says. The seed is fixed.

#![expect(clippy::unwrap_used, reason = "a test fails where its own footing does")]

use seisin_measure::{Position, Shape, ShapeLimits, area, area_geodesic};
use seisin_source::{MapLimits, parse_map};

/// The area of the ellipsoid in km².
const WHOLE_EARTH: f64 = 510_065_622.0;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a longer run is asked for by its variable")]
fn count() -> u64 {
    std::env::var("SEISIN_HOSTILE_SHAPES").ok().and_then(|n| n.parse().ok()).unwrap_or(4_000)
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    /// `SplitMix64` (Steele, Lea, Flood 2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn small(&mut self, n: u64) -> i64 {
        i64::try_from(self.below(n)).unwrap()
    }

    /// A degree, or something that is none.
    fn wild(&mut self) -> f64 {
        const ODD: [f64; 14] = [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e308,
            -1e308,
            5e-324,
            -0.0,
            180.0,
            -180.0,
            180.000_000_1,
            90.0,
            -90.0,
            100.0,
            1e-17,
        ];
        match self.below(6) {
            0 => ODD[usize::try_from(self.below(14)).unwrap()],
            1 => f64::from_bits(self.next()),
            _ => f64::from(u32::try_from(self.below(3600)).unwrap()) / 10.0 - 180.0,
        }
    }
}

type Point = (i64, i64);

fn turn(a: Point, b: Point, c: Point) -> i64 {
    ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
}

fn on(a: Point, b: Point, p: Point) -> bool {
    turn(a, b, p) == 0
        && (a.0.min(b.0)..=a.0.max(b.0)).contains(&p.0)
        && (a.1.min(b.1)..=a.1.max(b.1)).contains(&p.1)
}

fn meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let crossing = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    crossing || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)
}

/// Whether a closed ring of whole numbers bounds land: every pair of edges compared, exactly.
fn bounds_land(closed: &[Point]) -> bool {
    let mut open: Vec<Point> = closed.to_vec();
    open.dedup();
    if closed.len() < 4 || open.len() < 4 || open.first() != open.last() {
        return false;
    }
    open.pop();
    let count = open.len();
    let edge = |at: usize| (open[at % count], open[(at + 1) % count]);
    (0..count).all(|one| {
        let (a, b) = edge(one);
        let (_, next) = edge(one + 1);
        let spike = turn(a, b, next) == 0 && (on(a, b, next) || on(b, next, a));
        !spike
            && (one + 2..count).all(|other| {
                let neighbours = one == 0 && other == count - 1;
                let (c, d) = edge(other);
                neighbours || !meet(a, b, c, d)
            })
    })
}

/// Rings on a small grid, where crossings, touches, spikes and repetitions are common and can be
/// told exactly.
#[test]
fn rings_are_taken_exactly_where_they_bound_land() {
    let mut dice = Dice(20_300_114);
    let (mut taken, mut refused) = (0_u64, 0_u64);
    for _ in 0..count() {
        let corners = 3 + dice.below(7);
        let mut ring: Vec<Point> = (0..corners).map(|_| (dice.small(7), dice.small(7))).collect();
        if dice.below(20) > 0 {
            ring.push(ring[0]);
        }
        let degrees = |n: i64| 35.0 + f64::from(i32::try_from(n).unwrap()) / 8.0;
        let positions: Vec<Position> =
            ring.iter().map(|(x, y)| Position::new(degrees(*x), degrees(*y))).collect();
        let shape = Shape::from_rings(vec![vec![positions]], &ShapeLimits::default());
        assert_eq!(shape.is_ok(), bounds_land(&ring), "{ring:?}: {shape:?}");
        match shape {
            Ok((shape, _)) => {
                let km2 = area(&shape).square_km();
                assert!(km2 > 0.0 && km2 < 10_000.0, "{ring:?}: {km2}");
                taken += 1;
            }
            Err(_) => refused += 1,
        }
    }
    assert!(taken > 0 && refused > 0, "{taken} {refused}");
}

/// Polygons with holes of any numbers whatever: refused, or measured to something that can be.
#[test]
fn wild_numbers_never_panic_and_never_measure_nonsense() {
    let mut dice = Dice(7);
    for _ in 0..count() {
        let mut ring = || {
            let mut ring: Vec<Position> =
                (0..dice.below(9)).map(|_| Position::new(dice.wild(), dice.wild() / 2.0)).collect();
            ring.extend(ring.first().copied());
            ring
        };
        let rings = vec![ring(), ring()];
        let polygons = vec![vec![rings[0].clone()], rings.clone()];
        for polygons in [vec![rings], polygons] {
            let finite = polygons.iter().flatten().flatten().all(|at| {
                at.lon.is_finite()
                    && at.lat.is_finite()
                    && at.lon.abs() <= 180.0
                    && at.lat.abs() <= 90.0
            });
            let shape = Shape::from_rings(polygons, &ShapeLimits::default());
            assert!(finite || shape.is_err(), "{shape:?}");
            if let Ok((shape, _)) = shape {
                for km2 in [area(&shape).square_km(), area_geodesic(&shape).square_km()] {
                    assert!(km2.is_finite() && km2.abs() <= WHOLE_EARTH, "{shape:?}: {km2}");
                }
            }
        }
    }
}

/// A star of 801 points that crosses itself 320,000 times: an overlay of it takes seconds, so it is
/// refused before any.
#[test]
fn a_star_is_refused_at_once() {
    let corner = |at: u32| {
        let angle = std::f64::consts::TAU * f64::from(at * 400 % 801) / 801.0;
        format!("[{},{}]", 36.0 + angle.cos(), 51.0 + angle.sin())
    };
    let corners: Vec<String> = (0..=801).map(corner).collect();
    let text = format!("{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}", corners.join(","));
    let file = parse_map(text.as_bytes(), &MapLimits::default()).unwrap();
    let polygons = file.features.into_iter().next().unwrap().polygons;
    let refusal = Shape::from_rings(polygons, &ShapeLimits::default()).unwrap_err().to_string();
    assert!(refusal.contains("crosses"), "{refusal}");
}
