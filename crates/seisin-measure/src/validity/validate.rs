//! The order in which a shape is checked, and how it is put together.

use super::contact::touches;
use super::invalid::{InvalidShape, RingPlace};
use super::limits::{ShapeLimits, ShapeNote};
use super::nesting::{check_connected, check_nesting};
use super::ring_form::FormedRing;
use crate::edge_index::EdgeIndex;
use crate::position::Position;
use crate::ring::{Ring, Turn};
use crate::shape::{Polygon, Shape};

type Given = Vec<Vec<Vec<Position>>>;

/// Checks polygons as given and makes the shape of them; see [`Shape::from_rings`].
pub(crate) fn validate(
    polygons: Given,
    limits: &ShapeLimits,
) -> Result<(Shape, Vec<ShapeNote>), InvalidShape> {
    check_size(&polygons, limits)?;
    let rings = form(&polygons)?;
    drop(polygons);
    let lines: Vec<&[Position]> = rings.iter().map(|ring| ring.open.as_slice()).collect();
    let index = EdgeIndex::new(&lines);
    let touches = touches(&rings, &index, limits)?;
    check_nesting(&rings, &index, &touches, limits)?;
    check_connected(&rings, &touches)?;
    Ok(assemble(rings))
}

fn check_size(polygons: &Given, limits: &ShapeLimits) -> Result<(), InvalidShape> {
    let rings = polygons.iter().map(Vec::len).sum();
    let positions = polygons.iter().flatten().map(Vec::len).sum();
    for (what, found, limit) in [
        ("polygons", polygons.len(), limits.polygons),
        ("rings", rings, limits.rings),
        ("positions", positions, limits.positions),
    ] {
        if found > limit {
            return Err(InvalidShape::TooLarge { what, found, limit });
        }
    }
    Ok(())
}

fn form(polygons: &Given) -> Result<Vec<FormedRing>, InvalidShape> {
    let mut formed = Vec::new();
    for (polygon, rings) in polygons.iter().enumerate() {
        if rings.is_empty() {
            return Err(InvalidShape::NoExterior { polygon });
        }
        for (ring, given) in rings.iter().enumerate() {
            formed.push(FormedRing::new(RingPlace { polygon, ring }, given)?);
        }
    }
    Ok(formed)
}

/// The shape of rings known to be valid together, each turned the right way round.
fn assemble(rings: Vec<FormedRing>) -> (Shape, Vec<ShapeNote>) {
    let (mut polygons, mut notes): (Vec<(Ring, Vec<Ring>)>, _) = (Vec::new(), Vec::new());
    for ring in rings {
        notes.extend(ring.notes());
        let turn = if ring.at.ring == 0 { Turn::CounterClockwise } else { Turn::Clockwise };
        if Turn::of(&ring.open) != turn {
            notes.push(ShapeNote::RingTurned(ring.at));
        }
        let oriented = Ring::new(ring.open, turn);
        match polygons.last_mut() {
            Some((_, interiors)) if ring.at.ring > 0 => interiors.push(oriented),
            _ => polygons.push((oriented, Vec::new())),
        }
    }
    let polygons = polygons.into_iter().map(|(exterior, holes)| Polygon::new(exterior, holes));
    (Shape::from_valid(polygons.collect()), notes)
}
