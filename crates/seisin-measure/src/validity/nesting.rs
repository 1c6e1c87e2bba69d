//! Which rings lie inside which, and whether that is land with holes.

use super::contact::Touch;
use super::invalid::InvalidShape;
use super::limits::ShapeLimits;
use super::ring_form::FormedRing;
use crate::edge_index::EdgeIndex;
use crate::locate::rings_around;
use std::collections::BTreeMap;

/// For each ring the rings around the position it starts at; for one that it touches there, either
/// answer may stand.
pub(super) fn enclosing(
    rings: &[FormedRing],
    index: &EdgeIndex,
    limits: &ShapeLimits,
) -> Result<Vec<Vec<usize>>, InvalidShape> {
    let mut looked_at = 0_usize;
    let around = |ring: &FormedRing| {
        let outer = rings_around(index, ring.open[0], &mut looked_at);
        if looked_at > limits.edge_pairs {
            return Err(InvalidShape::TooTangled { limit: limits.edge_pairs });
        }
        Ok(outer)
    };
    rings.iter().map(around).collect()
}

/// Checks that holes lie in their exteriors and apart, and that polygons do not overlap, where
/// `enclosing` tells the rings around each.
///
/// # Assumptions
/// No two rings cross, so each lies on one side of every other: one position tells or, where they
/// touch, the side on which the arms lie.
pub(super) fn check_nesting(
    rings: &[FormedRing],
    enclosing: &[Vec<usize>],
    touches: &[Touch],
) -> Result<(), InvalidShape> {
    let touching = touching_rings(touches, rings.len());
    for (ring, around) in enclosing.iter().enumerate() {
        let mut outer = around.clone();
        outer.retain(|other| *other != ring && touching[ring].iter().all(|(t, _)| t != other));
        outer.extend(touching[ring].iter().filter(|(_, inside)| *inside).map(|(other, _)| *other));
        check_ring(rings, ring, &outer)?;
    }
    Ok(())
}

/// For each ring, the rings it touches and whether it lies inside them.
fn touching_rings(touches: &[Touch], rings: usize) -> Vec<Vec<(usize, bool)>> {
    let mut touching = vec![Vec::new(); rings];
    for touch in touches {
        let [first, second] = touch.rings;
        touching[second].push((first, touch.second_in_first));
        touching[first].push((second, touch.first_in_second));
    }
    for list in &mut touching {
        list.sort_unstable();
        list.dedup();
    }
    touching
}

/// Checks one ring against the rings it lies in.
fn check_ring(rings: &[FormedRing], ring: usize, outer: &[usize]) -> Result<(), InvalidShape> {
    let at = rings[ring].at;
    let mut places: Vec<_> = outer.iter().map(|ring| rings[*ring].at).collect();
    places.sort_unstable();
    if at.ring > 0 {
        let mut inside = places.iter().filter(|place| place.polygon == at.polygon);
        if inside.next().is_none_or(|place| place.ring != 0) {
            return Err(InvalidShape::InteriorOutside { at });
        }
        return match inside.next() {
            Some(place) => Err(InvalidShape::InteriorsNested { at, other: place.ring }),
            None => Ok(()),
        };
    }
    for (number, place) in places.iter().enumerate().filter(|(_, place)| place.ring == 0) {
        let in_hole = places.get(number + 1).is_some_and(|next| next.polygon == place.polygon);
        if !in_hole && place.polygon != at.polygon {
            let (polygon, other) = (at.polygon, place.polygon);
            return Err(InvalidShape::PolygonsOverlap { polygon, other });
        }
    }
    Ok(())
}

/// Checks that no polygon's interior is cut in two by rings that touch.
///
/// # Method
/// Rings and the positions at which they touch form a graph; a cycle in it encloses a part of the
/// interior (OGC 06-103r4 §6.1.11.1, rule 6).
pub(super) fn check_connected(rings: &[FormedRing], touches: &[Touch]) -> Result<(), InvalidShape> {
    let mut parent: Vec<usize> = (0..rings.len()).collect();
    for group in meeting_rings(rings, touches).values() {
        for ring in group.iter().skip(1) {
            let (one, other) = (root(&mut parent, group[0]), root(&mut parent, *ring));
            if one == other {
                return Err(InvalidShape::InteriorCut { at: rings[*ring].at });
            }
            parent[one] = other;
        }
    }
    Ok(())
}

/// The rings of one polygon that meet at one position, by polygon and the bits of the position.
fn meeting_rings(
    rings: &[FormedRing],
    touches: &[Touch],
) -> BTreeMap<(usize, [u64; 2]), Vec<usize>> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for Touch { at, rings: [first, second], .. } in touches {
        let polygon = rings[*first].at.polygon;
        if polygon == rings[*second].at.polygon {
            let key = (polygon, [at.lon.to_bits(), at.lat.to_bits()]);
            groups.entry(key).or_default().extend([*first, *second]);
        }
    }
    for group in groups.values_mut() {
        group.sort_unstable();
        group.dedup();
    }
    groups
}

/// The representative of the set a ring is in; paths are halved on the way.
fn root(parent: &mut [usize], mut ring: usize) -> usize {
    while parent[ring] != ring {
        parent[ring] = parent[parent[ring]];
        ring = parent[ring];
    }
    ring
}
