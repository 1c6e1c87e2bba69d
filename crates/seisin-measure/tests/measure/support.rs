//! Shapes written short.

use seisin_measure::{InvalidShape, Position, Shape, ShapeLimits, ShapeNote};

/// A ring as tests write it: pairs of longitude and latitude.
pub(crate) type Pairs<'a> = &'a [(f64, f64)];

pub(crate) fn ring(pairs: Pairs) -> Vec<Position> {
    pairs.iter().map(|(lon, lat)| Position::new(*lon, *lat)).collect()
}

/// The ring with its first position repeated at the end.
pub(crate) fn closed(pairs: Pairs) -> Vec<Position> {
    let mut ring = ring(pairs);
    ring.extend(ring.first().copied());
    ring
}

pub(crate) fn try_shape(polygons: &[&[Pairs]]) -> Result<(Shape, Vec<ShapeNote>), InvalidShape> {
    let polygons =
        polygons.iter().map(|rings| rings.iter().map(|pairs| closed(pairs)).collect()).collect();
    Shape::from_rings(polygons, &ShapeLimits::default())
}

pub(crate) fn shape(polygons: &[&[Pairs]]) -> Shape {
    try_shape(polygons).expect("the test's shape is valid").0
}

pub(crate) fn polygon(exterior: Pairs) -> Shape {
    shape(&[&[exterior]])
}

/// A box given as west, south, east, north.
pub(crate) fn land([west, south, east, north]: [f64; 4]) -> Shape {
    polygon(&[(west, south), (east, south), (east, north), (west, north)])
}
