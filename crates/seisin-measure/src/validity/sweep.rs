//! Which rings lie around the starts of others, all at once.

use super::limits::ShapeLimits;
use super::ring_facts::RingFacts;
use super::ring_form::FormedRing;
use crate::locate::crosses_ray;
use crate::position::{Bounds, Position};

/// For each ring the rings around the position it starts at, in order; for one that it touches
/// there, either answer may stand. `None` where more would have to be looked at than the limits
/// allow.
///
/// # Method
/// A ray to the east from each start crosses a ring around it an odd number of times. The starts are
/// in order of latitude, and each stretch of a ring that has one in its range of latitudes is
/// followed along its vertices with the number of starts south of the vertex: it changes where an
/// edge passes the latitude of a start, and those few pairs alone are looked at. Sides are exact.
pub(super) fn rings_around_each(
    rings: &[FormedRing],
    facts: &[RingFacts],
    limits: &ShapeLimits,
) -> Option<Vec<Vec<usize>>> {
    let mut starts: Vec<(Position, usize)> =
        rings.iter().zip(0..).map(|(ring, number)| (ring.open[0], number)).collect();
    starts.sort_by(|a, b| a.0.lat.total_cmp(&b.0.lat));
    let mut around = vec![Vec::new(); rings.len()];
    let mut odd = vec![false; rings.len()];
    let mut left = limits.edge_pairs;
    for (number, (ring, facts)) in rings.iter().zip(facts).enumerate() {
        let south_of = |lat: f64| starts.partition_point(|(start, _)| start.lat < lat);
        let meets = |area: Bounds| south_of(area.south) < south_of(area.north);
        let (mut least, mut most) = (starts.len(), 0);
        for (edges, area) in facts.stretches.meeting(meets) {
            let passed = [south_of(area.south), south_of(area.north)];
            if passed[0] == passed[1] {
                continue;
            }
            let next = ring.open.get(edges.end).unwrap_or(&ring.open[0]);
            let line = ring.open[edges].iter().chain([next]);
            follow(line, &starts, &mut odd, &mut left)?;
            (least, most) = (least.min(passed[0]), most.max(passed[1]));
        }
        for (_, start) in starts.get(least..most).unwrap_or_default() {
            if std::mem::take(&mut odd[*start]) {
                around[*start].push(number);
            }
        }
    }
    Some(around)
}

/// Follows a line and turns `odd` round for each start whose ray it crosses.
fn follow<'p>(
    mut line: impl Iterator<Item = &'p Position>,
    starts: &[(Position, usize)],
    odd: &mut [bool],
    left: &mut usize,
) -> Option<()> {
    let mut a = *line.next()?;
    let mut south = starts.partition_point(|(start, _)| start.lat < a.lat);
    for b in line {
        let edge = [a, *b];
        let mut look = |at: usize| {
            let (start, number) = starts[at];
            *left = left.checked_sub(1)?;
            odd[number] ^= crosses_ray(edge, start);
            Some(())
        };
        while starts.get(south).is_some_and(|(start, _)| start.lat < b.lat) {
            look(south)?;
            south += 1;
        }
        while south > 0 && starts[south - 1].0.lat >= b.lat {
            south -= 1;
            look(south)?;
        }
        a = *b;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge_index::EdgeIndex;
    use crate::validity::RingPlace;
    use crate::validity::nesting::enclosing;

    /// A ring with corners in and out, `radius` from its middle at most.
    fn star((lon, lat): (f64, f64), radius: f64, corners: u32) -> FormedRing {
        let corner = |i: u32| {
            let (sin, cos) = (f64::from(i) / f64::from(corners) * std::f64::consts::TAU).sin_cos();
            let radius = if i.is_multiple_of(2) { radius } else { radius * 0.9 };
            Position::new(lon + radius * cos, lat + radius * sin)
        };
        let given: Vec<Position> = (0..corners).chain([0]).map(corner).collect();
        FormedRing::new(RingPlace { polygon: 0, ring: 0 }, &given).expect("well formed")
    }

    #[test]
    fn the_rings_around_each_are_those_that_an_index_finds() {
        let mut rings = Vec::new();
        for middle in [(0.0, 0.0), (30.0, 0.5), (0.3, 30.0), (30.0, 30.0)] {
            let corners = (1_u32..).map(|i| i * i * 6 % 700 + 4);
            rings.extend((1..=20_u32).zip(corners).map(|(i, corners)| {
                let (lon, lat) = middle;
                let aside = f64::from(i % 3) * 0.01;
                star((lon + aside, lat - aside), 0.7 * f64::from(i), corners)
            }));
        }
        let facts: Vec<RingFacts> = rings.iter().map(RingFacts::of).collect();
        let lines: Vec<&[Position]> = rings.iter().map(|ring| ring.open.as_slice()).collect();
        let limits = ShapeLimits::default();
        let mut expected = enclosing(&rings, &EdgeIndex::new(&lines), &limits).expect("few edges");
        let mut found = rings_around_each(&rings, &facts, &limits).expect("few edges");
        // Whether a ring lies around its own start, either may say.
        for all in [&mut expected, &mut found] {
            for (ring, around) in all.iter_mut().enumerate() {
                around.retain(|other| *other != ring);
            }
        }
        assert_eq!(found, expected);
        assert_eq!(expected.iter().map(Vec::len).max(), Some(19));
    }
}
