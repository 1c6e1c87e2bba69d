//! Well-known binary.

use super::drawn::Drawn;
use seisin_measure::{Polygon, Position, Shape};

const POINT: u32 = 1;
const LINE_STRING: u32 = 2;
const POLYGON: u32 = 3;
const MULTI_LINE_STRING: u32 = 5;
const MULTI_POLYGON: u32 = 6;
const LITTLE_ENDIAN: u8 = 1;

/// What a row draws in well-known binary, little-endian.
///
/// # Method
/// OGC 06-103r4, section 8.
pub(super) fn geometry(drawn: &Drawn) -> Vec<u8> {
    match drawn {
        Drawn::Land(shape) => multi_polygon(shape),
        Drawn::Lines(lines) => multi_line_string(lines),
        Drawn::Point(at) => {
            let mut out = vec![LITTLE_ENDIAN];
            out.extend(POINT.to_le_bytes());
            put_position(&mut out, *at);
            out
        }
    }
}

fn multi_line_string(lines: &[Vec<Position>]) -> Vec<u8> {
    let mut out = Vec::new();
    head(&mut out, MULTI_LINE_STRING, lines.len());
    for line in lines {
        head(&mut out, LINE_STRING, line.len());
        put_line(&mut out, line);
    }
    out
}

fn put_line(out: &mut Vec<u8>, line: &[Position]) {
    for position in line {
        put_position(out, *position);
    }
}

fn put_position(out: &mut Vec<u8>, position: Position) {
    out.extend(position.lon.to_le_bytes());
    out.extend(position.lat.to_le_bytes());
}

/// A shape as a `MultiPolygon` in well-known binary.
fn multi_polygon(shape: &Shape) -> Vec<u8> {
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
        put_line(out, ring.positions());
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
