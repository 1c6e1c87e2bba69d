//! The order in which a shape is checked, and how it is put together.

use super::antimeridian::cut_at_antimeridian;
use super::contact::{Touch, touches};
use super::invalid::{InvalidShape, RingPlace};
use super::limits::{ShapeLimits, ShapeNote};
use super::nesting::{check_connected, check_nesting, enclosing};
use super::ring_facts::turn;
use super::ring_form::FormedRing;
use crate::edge_index::EdgeIndex;
use crate::position::Position;
use crate::ring::{Ring, least};
use crate::shape::{Polygon, Shape};

/// The rings of each polygon, as given.
pub(super) type Given = [Vec<Vec<Position>>];

/// Checks polygons as given and makes the shape of them; see [`Shape::from_rings`].
pub(crate) fn validate(
    polygons: Vec<Vec<Vec<Position>>>,
    limits: &ShapeLimits,
) -> Result<(Shape, Vec<ShapeNote>), InvalidShape> {
    check_size(&polygons, limits)?;
    let rings = match form(&polygons) {
        Ok(rings) => rings,
        Err(fault) if fault.may_cross_antimeridian() => {
            let cut = cut_at_antimeridian(&polygons, limits)?;
            let Some((parts, mut notes)) = cut else { return Err(fault) };
            let (shape, more) = shape_of(form(&parts)?, limits)?;
            notes.extend(more);
            return Ok((shape, notes));
        }
        Err(fault) => return Err(fault),
    };
    drop(polygons);
    shape_of(rings, limits)
}

fn shape_of(
    rings: Vec<FormedRing>,
    limits: &ShapeLimits,
) -> Result<(Shape, Vec<ShapeNote>), InvalidShape> {
    check_together(&rings, limits)?;
    let mut notes = Vec::new();
    let turned = rings.into_iter().map(|formed| {
        let (ring, turned) = Ring::turned(&formed.open, least(&formed.open), turn(formed.at));
        notes.extend(formed.notes(turned));
        (formed.at, ring)
    });
    Ok((assemble(turned), notes))
}

/// Checks rings that are well formed each by itself, and gives where they touch.
pub(super) fn check_together(
    rings: &[FormedRing],
    limits: &ShapeLimits,
) -> Result<Vec<Touch>, InvalidShape> {
    let lines: Vec<&[Position]> = rings.iter().map(|ring| ring.open.as_slice()).collect();
    let index = EdgeIndex::new(&lines);
    let touches = touches(rings, &index, limits)?;
    check_nesting(rings, &enclosing(rings, &index, limits)?, &touches)?;
    check_connected(rings, &touches)?;
    Ok(touches)
}

pub(super) fn check_size(polygons: &Given, limits: &ShapeLimits) -> Result<(), InvalidShape> {
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

pub(super) fn form(polygons: &Given) -> Result<Vec<FormedRing>, InvalidShape> {
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

/// The shape of rings known to be valid together, each running the way it should.
pub(super) fn assemble(rings: impl Iterator<Item = (RingPlace, Ring)>) -> Shape {
    let mut polygons: Vec<(Ring, Vec<Ring>)> = Vec::new();
    for (at, ring) in rings {
        match polygons.last_mut() {
            Some((_, interiors)) if at.ring > 0 => interiors.push(ring),
            _ => polygons.push((ring, Vec::new())),
        }
    }
    let polygons = polygons.into_iter().map(|(exterior, holes)| Polygon::new(exterior, holes));
    Shape::from_valid(polygons.collect())
}
