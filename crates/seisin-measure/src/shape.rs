//! Land with edges: the only thing that can be measured.

use crate::position::{Bounds, Position};
use crate::ring::Ring;
use crate::validity::{self, InvalidShape, ShapeLimits, ShapeNote};

/// One connected piece of land: an exterior ring and the holes in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    exterior: Ring,
    interiors: Vec<Ring>,
}

impl Polygon {
    /// A polygon of rings already known to be valid together; holes are put in order.
    pub(crate) fn new(exterior: Ring, mut interiors: Vec<Ring>) -> Self {
        interiors.sort_by(Ring::order);
        Self { exterior, interiors }
    }

    /// The outer edge, counter-clockwise.
    pub fn exterior(&self) -> &Ring {
        &self.exterior
    }

    /// The edges of the holes, clockwise.
    pub fn interiors(&self) -> &[Ring] {
        &self.interiors
    }

    /// All rings, the exterior first.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        std::iter::once(&self.exterior).chain(&self.interiors)
    }
}

/// A validated multipolygon on WGS 84, possibly empty: the only thing that can be measured.
///
/// # Units
/// Degrees, longitude first; edges are straight in lon/lat (RFC 7946 §3.1.1).
///
/// # Assumptions
/// What holds of every shape, because it cannot be made otherwise: all positions finite and in
/// range; rings closed and simple; exteriors counter-clockwise, interiors clockwise (RFC 7946
/// §3.1.6); interiors inside their exterior; every polygon's interior connected; polygons do not
/// overlap, and touch at single positions at most (OGC Simple Features, 06-103r4 §6.1.11, §6.1.14).
/// Rings start at their least position and rings and polygons are sorted, so the same rings given
/// in any order and from any start make equal shapes.
///
/// # Example
/// ```
/// use seisin_measure::{Position, Shape, ShapeLimits, area};
/// let p = Position::new;
/// let box_in_sarn = vec![p(35.5, 51.2), p(36.0, 51.2), p(36.0, 51.5), p(35.5, 51.5), p(35.5, 51.2)];
/// let (shape, notes) = Shape::from_rings(vec![vec![box_in_sarn]], &ShapeLimits::default())?;
/// assert!(notes.is_empty());
/// assert!((area(&shape).square_km() - 1162.639).abs() < 0.001);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape(Vec<Polygon>);

impl Shape {
    /// The shape of polygons given as rings of positions, the exterior first.
    ///
    /// Rings that run the wrong way are turned round and repeated positions dropped, each with a
    /// note; polygons that run across the antimeridian are cut there, with a note; everything else that
    /// is wrong is refused.
    ///
    /// # Units
    /// Degrees, longitude first.
    ///
    /// # Errors
    /// [`InvalidShape`], which names the rule broken and the polygon, ring and vertex where.
    pub fn from_rings(
        polygons: Vec<Vec<Vec<Position>>>,
        limits: &ShapeLimits,
    ) -> Result<(Self, Vec<ShapeNote>), InvalidShape> {
        validity::validate(polygons, limits)
    }

    /// A shape of polygons already known to be valid together; they are put in order.
    pub(crate) fn from_valid(mut polygons: Vec<Polygon>) -> Self {
        polygons.sort_by(|a, b| a.exterior.order(&b.exterior));
        Self(polygons)
    }

    /// No land at all.
    pub fn empty() -> Self {
        Self(Vec::new())
    }

    /// The shape of polygons that lie side by side.
    ///
    /// # Assumptions
    /// Checked, not believed: polygons that overlap or share a stretch of border are refused; use
    /// [`crate::union`] for those.
    ///
    /// # Errors
    /// [`InvalidShape`] where the polygons are not valid together; polygons are counted in the
    /// order given.
    pub fn gather<'a>(shapes: impl IntoIterator<Item = &'a Self>) -> Result<Self, InvalidShape> {
        let polygons = shapes.into_iter().flat_map(Self::to_rings).collect();
        Self::from_rings(polygons, &ShapeLimits::NONE).map(|(shape, _)| shape)
    }

    /// The positions of every ring of every polygon, as [`Shape::from_rings`] takes them.
    pub fn to_rings(&self) -> Vec<Vec<Vec<Position>>> {
        let ring = |ring: &Ring| ring.positions().to_vec();
        self.0.iter().map(|polygon| polygon.rings().map(ring).collect()).collect()
    }

    /// The polygons, in order of their least positions.
    pub fn polygons(&self) -> &[Polygon] {
        &self.0
    }

    /// All rings of all polygons.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.0.iter().flat_map(Polygon::rings)
    }

    /// Whether there is no land.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of vertices, the repetition of each ring's first not counted.
    pub fn vertices(&self) -> usize {
        self.rings().map(|ring| ring.open().len()).sum()
    }

    /// The box around the land; `None` where there is none.
    pub fn bounds(&self) -> Option<Bounds> {
        self.0.iter().map(|polygon| polygon.exterior.bounds()).reduce(Bounds::cover)
    }

    /// The connected pieces, one polygon each. Pieces that touch at a position only are apart.
    pub fn pieces(&self) -> Vec<Self> {
        self.0.iter().map(|polygon| Self(vec![polygon.clone()])).collect()
    }
}
