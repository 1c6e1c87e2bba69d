//! Polygons that run across the antimeridian, cut there as RFC 7946 §3.1.9 asks.
//!
//! Files give them in two ways: with longitudes that go on beyond 180, or with a step from one side
//! of the map to the other. Edges stay straight in longitude and latitude, as they were meant.

use super::invalid::{InvalidShape, RingPlace, VertexPlace};
use super::limits::{ShapeLimits, ShapeNote};
use super::validate::validate;
use crate::overlay::{Budget, intersection};
use crate::position::Position;
use crate::shape::Shape;

type Rings = Vec<Vec<Position>>;

/// The polygons after cutting, and what was done.
type Cut = (Vec<Rings>, Vec<ShapeNote>);

/// The whole way round.
const ROUND: f64 = 360.0;
/// The furthest longitude that is taken to go on beyond the antimeridian.
const FURTHEST: f64 = 360.0;

/// The polygons with those that cross the antimeridian cut there, and a note for each; `None` where
/// none does. The first part takes a polygon's place, the others stand at the end.
///
/// # Errors
/// [`InvalidShape`] where a ring runs round a pole, or a polygon cannot be cut.
pub(super) fn cut_at_antimeridian(
    polygons: &[Rings],
    limits: &ShapeLimits,
) -> Result<Option<Cut>, InvalidShape> {
    let (mut kept, mut others, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for (polygon, rings) in polygons.iter().enumerate() {
        let Some(unrolled) = unrolled(polygon, rings)? else {
            kept.push(rings.clone());
            continue;
        };
        let mut parts = parts(polygon, unrolled, limits)?.into_iter();
        kept.extend(parts.next());
        others.extend(parts);
        notes.push(ShapeNote::CutAtAntimeridian { polygon });
    }
    kept.extend(others);
    Ok((!notes.is_empty()).then_some((kept, notes)))
}

/// The rings of a polygon with longitudes that run on across the antimeridian; `None` where nothing
/// says that the polygon crosses it, so that its faults are its own.
fn unrolled(polygon: usize, rings: &Rings) -> Result<Option<Rings>, InvalidShape> {
    let steps = |ring: &Vec<Position>| ring.windows(2).any(|ends| step(ends) != 0.0);
    let positions = || rings.iter().flatten();
    let beyond = positions().any(|at| at.lon.abs() > 180.0);
    let sound = |at: &Position| at.lon.abs() <= FURTHEST && at.lat.abs() <= 90.0;
    // A step together with longitudes beyond is no convention but a mistake.
    if beyond == rings.iter().any(steps) || !positions().all(sound) {
        return Ok(None);
    }
    let run_on = |(ring, given): (usize, &Vec<Position>)| {
        let (mut turns, mut run) = (0.0, Vec::with_capacity(given.len()));
        for (vertex, at) in given.iter().enumerate() {
            turns += vertex.checked_sub(1).map_or(0.0, |before| step(&[given[before], *at]));
            run.push(Position { lon: at.lon + turns, lat: at.lat });
        }
        if turns == 0.0 {
            Ok(run)
        } else {
            Err(InvalidShape::RoundPole { at: RingPlace { polygon, ring } })
        }
    };
    let mut run: Rings = rings.iter().enumerate().map(run_on).collect::<Result<_, _>>()?;
    if let Some((exterior, holes)) = run.split_first_mut() {
        let around = span(exterior);
        for hole in holes {
            bring_inside(hole, around);
        }
    }
    Ok(Some(run))
}

/// What is to be added to the longitudes from the second position on, so that the edge takes the
/// short way round.
fn step(ends: &[Position]) -> f64 {
    match ends {
        [a, b] if b.lon - a.lon > 180.0 => -ROUND,
        [a, b] if b.lon - a.lon < -180.0 => ROUND,
        _ => 0.0,
    }
}

/// The least and the greatest longitude.
fn span(ring: &[Position]) -> (f64, f64) {
    ring.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(west, east), at| {
        (west.min(at.lon), east.max(at.lon))
    })
}

/// Moves a hole the whole way round, where only that brings it inside its exterior.
fn bring_inside(hole: &mut [Position], (west, east): (f64, f64)) {
    let (hole_west, hole_east) = span(hole);
    let inside = |by: &f64| west <= hole_west + by && hole_east + by <= east;
    if let Some(by) = [0.0, ROUND, -ROUND].into_iter().find(inside) {
        for at in hole {
            at.lon += by;
        }
    }
}

/// The parts of an unrolled polygon on each side of the antimeridian, each in -180..180.
fn parts(polygon: usize, run: Rings, limits: &ShapeLimits) -> Result<Vec<Rings>, InvalidShape> {
    let (west, east) = run.first().map_or((0.0, 0.0), |exterior| span(exterior));
    if east - west > ROUND {
        let ring = RingPlace { polygon, ring: 0 };
        return Err(InvalidShape::SpansHalfTheWorld { at: VertexPlace { ring, vertex: 0 } });
    }
    // Whole degrees, so that moving back is exact on the grid that cutting works on.
    let middle = f64::midpoint(west, east).round();
    let moved = |rings: Rings, by: f64| -> Rings {
        let by = |at: Position| Position { lon: (at.lon + by).clamp(-180.0, 180.0), lat: at.lat };
        rings.into_iter().map(|ring| ring.into_iter().map(by).collect()).collect()
    };
    let (whole, _) = validate(vec![moved(run, -middle)], limits)
        .map_err(|fault| InvalidShape::NotCut { polygon, reason: first_line(&fault) })?;
    let mut parts = Vec::new();
    for turn in [-1.0, 0.0, 1.0] {
        // Where -180..180 lies, so many turns on, as seen from the middle.
        let (from, to) = (turn * ROUND - 180.0 - middle, turn * ROUND + 180.0 - middle);
        let (from, to) = (from.max(-180.0), to.min(180.0));
        if to <= from {
            continue;
        }
        let part = intersection(&whole, &zone(from, to), &Budget::default())
            .map_err(|error| InvalidShape::NotCut { polygon, reason: first_line(&error) })?;
        let back = middle - turn * ROUND;
        parts.extend(part.to_rings().into_iter().map(|rings| moved(rings, back)));
    }
    Ok(parts)
}

fn first_line(error: &dyn std::error::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

/// Everything between two meridians, with positions on the way so that no edge is too long.
fn zone(from: f64, to: f64) -> Shape {
    let along = |lat: f64| (0..=4_u32).map(move |nth| (f64::from(nth) / 4.0, lat));
    let at = |(part, lat): (f64, f64)| Position { lon: from + part * (to - from), lat };
    let mut ring: Vec<Position> = along(-90.0).map(at).collect();
    ring.extend(along(90.0).map(at).collect::<Vec<_>>().into_iter().rev());
    ring.extend(ring.first().copied());
    let straight = ShapeLimits::NONE;
    validate(vec![vec![ring]], &straight).expect("a zone between two meridians is valid").0
}
