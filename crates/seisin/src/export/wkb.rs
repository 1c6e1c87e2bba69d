//! Well-known binary.

use seisin_measure::{Polygon, Shape};

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;
const LITTLE_ENDIAN: u8 = 1;

/// A shape as a `MultiPolygon` in well-known binary, little-endian.
///
/// # Method
/// OGC 06-103r4, section 8.
pub(super) fn multi_polygon(shape: &Shape) -> Vec<u8> {
    let mut out = Vec::with_capacity(9 + 16 * shape.vertices());
    head(&mut out, MULTI_POLYGON, shape.polygons().len());
    for polygon in shape.polygons() {
        put_polygon(&mut out, polygon);
    }
    out
}

fn put_polygon(out: &mut Vec<u8>, polygon: &Polygon) {
    head(out, POLYGON, polygon.rings().count());
    for ring in polygon.rings() {
        count(out, ring.positions().len());
        for position in ring.positions() {
            out.extend(position.lon.to_le_bytes());
            out.extend(position.lat.to_le_bytes());
        }
    }
}

fn head(out: &mut Vec<u8>, kind: u32, parts: usize) {
    out.push(LITTLE_ENDIAN);
    out.extend(kind.to_le_bytes());
    count(out, parts);
}

fn count(out: &mut Vec<u8>, parts: usize) {
    let parts = u32::try_from(parts).expect("a shape has far fewer parts than intake lets in");
    out.extend(parts.to_le_bytes());
}
