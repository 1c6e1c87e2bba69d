//! Which rings lie around the starts of others, all at once.

use super::limits::ShapeLimits;
use super::ring_form::FormedRing;
use crate::locate::crosses_ray;
use crate::position::Position;

/// For each ring the rings around the position it starts at, in order; for one that it touches
/// there, either answer may stand. `None` where more would have to be looked at than the limits
/// allow.
///
/// # Method
/// A ray to the east from each start crosses a ring around it an odd number of times. The starts are
/// in order of latitude, and each ring is followed along its vertices with the number of starts
/// south of the vertex: it changes where an edge passes the latitude of a start, and those few
/// pairs alone are looked at. Sides are exact.
pub(super) fn rings_around_each(
    rings: &[FormedRing],
    limits: &ShapeLimits,
) -> Option<Vec<Vec<usize>>> {
    let mut starts: Vec<(Position, usize)> =
        rings.iter().zip(0..).map(|(ring, number)| (ring.open[0], number)).collect();
    starts.sort_by(|a, b| a.0.lat.total_cmp(&b.0.lat));
    let mut around = vec![Vec::new(); rings.len()];
    let mut odd = vec![false; rings.len()];
    let mut left = limits.edge_pairs;
    for (number, ring) in rings.iter().enumerate() {
        let passed = follow(&ring.open, &starts, &mut odd, &mut left)?;
        for (_, start) in &starts[passed.0..passed.1] {
            if std::mem::take(&mut odd[*start]) {
                around[*start].push(number);
            }
        }
    }
    Some(around)
}

/// Follows one ring and turns `odd` round for each start whose ray it crosses; gives the places of
/// the starts whose latitudes it passes.
fn follow(
    open: &[Position],
    starts: &[(Position, usize)],
    odd: &mut [bool],
    left: &mut usize,
) -> Option<(usize, usize)> {
    let mut a = *open.last()?;
    let mut south = starts.partition_point(|(start, _)| start.lat < a.lat);
    let (mut least, mut most) = (south, south);
    for b in open {
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
        (least, most) = (least.min(south), most.max(south));
        a = *b;
    }
    Some((least, most))
}
