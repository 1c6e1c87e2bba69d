//! The order in which a shape is checked, and how it is put together.

use super::antimeridian::cut_at_antimeridian;
use super::contact::{Touch, touches};
use super::invalid::{InvalidShape, RingPlace};
use super::limits::{ShapeLimits, ShapeNote};
use super::nesting::{check_connected, check_nesting, enclosing};
use super::ring_form::FormedRing;
use crate::edge_index::EdgeIndex;
use crate::position::Position;
use crate::ring::{Ring, Turn, Turned};
use crate::shape::{Polygon, Shape};

/// The rings of each polygon, as given.
pub(super) type Given = [Vec<Vec<Position>>];

/// A shape found valid, with what intake changed in it and where its rings touch.
pub(super) struct Valid {
    pub(super) shape: Shape,
    pub(super) notes: Vec<ShapeNote>,
    pub(super) touches: Vec<Touch>,
}

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
            let valid = check_together(form(&parts)?, limits)?;
            notes.extend(valid.notes);
            return Ok((valid.shape, notes));
        }
        Err(fault) => return Err(fault),
    };
    drop(polygons);
    check_together(rings, limits).map(|valid| (valid.shape, valid.notes))
}

/// Checks rings that are well formed each by itself.
pub(super) fn check_together(
    rings: Vec<FormedRing>,
    limits: &ShapeLimits,
) -> Result<Valid, InvalidShape> {
    let lines: Vec<&[Position]> = rings.iter().map(|ring| ring.open.as_slice()).collect();
    let index = EdgeIndex::new(&lines);
    let touches = touches(&rings, &index, limits)?;
    check_nesting(&rings, &enclosing(&rings, &index, limits)?, &touches)?;
    check_connected(&rings, &touches)?;
    let (rings, notes) = noted(rings.into_iter().map(TurnedRing::of).collect());
    Ok(Valid { shape: assemble(rings), notes, touches })
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

/// A ring that runs the way it should and starts at its least position.
pub(super) struct TurnedRing {
    pub(super) ring: FormedRing,
    turned: Turned,
}

impl TurnedRing {
    pub(super) fn of(mut ring: FormedRing) -> Self {
        let turn = if ring.at.ring == 0 { Turn::CounterClockwise } else { Turn::Clockwise };
        let turned = turn.give(&mut ring.open);
        Self { ring, turned }
    }

    /// What was changed in it.
    fn notes(&self) -> impl Iterator<Item = ShapeNote> {
        let turned = (self.turned == Turned::Yes).then_some(ShapeNote::RingTurned(self.ring.at));
        self.ring.notes().chain(turned)
    }
}

/// What was changed in some rings, and the rings.
pub(super) fn noted(rings: Vec<TurnedRing>) -> (Vec<FormedRing>, Vec<ShapeNote>) {
    let notes = rings.iter().flat_map(TurnedRing::notes).collect();
    (rings.into_iter().map(|turned| turned.ring).collect(), notes)
}

/// The shape of rings known to be valid together, each running the way it should.
pub(super) fn assemble(rings: Vec<FormedRing>) -> Shape {
    let mut polygons: Vec<(Ring, Vec<Ring>)> = Vec::new();
    for ring in rings {
        let oriented = Ring::of_turned(ring.open);
        match polygons.last_mut() {
            Some((_, interiors)) if ring.at.ring > 0 => interiors.push(oriented),
            _ => polygons.push((oriented, Vec::new())),
        }
    }
    let polygons = polygons.into_iter().map(|(exterior, holes)| Polygon::new(exterior, holes));
    Shape::from_valid(polygons.collect())
}
