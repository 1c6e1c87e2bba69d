//! The rings of one region as bytes, and whether they cover a position.
//!
//! ```text
//! polygons n, then for each: rings n, then for each: vertices n (the first is not repeated),
//! then for each vertex the difference of lon and lat from the vertex before (from 0, 0 at first)
//! ```
//! All numbers are LEB128; differences are zigzag coded hundred-thousandths of a degree.

use seisin_measure::Position;

/// A vertex in hundred-thousandths of a degree, longitude first.
pub(crate) type Vertex = [i32; 2];

/// The rings of a region by polygon, exterior first, none closed by a repeated vertex.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rings(pub(crate) Vec<Vec<Vec<Vertex>>>);

impl Rings {
    /// Whether a position lies inside, by the parity of the edges east of it.
    pub(crate) fn covers(&self, [lon, lat]: Vertex) -> bool {
        let edges =
            self.0.iter().flatten().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        let crossed = |from: &Vertex, to: &Vertex| {
            let ([x1, y1], [x2, y2]) = (from.map(i64::from), to.map(i64::from));
            let (x, y) = (i64::from(lon), i64::from(lat));
            if (y1 > y) == (y2 > y) {
                return false;
            }
            let side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
            (side > 0) == (y2 > y1)
        };
        edges.filter(|(from, to)| crossed(from, to)).count() % 2 == 1
    }

    /// The rings in degrees, closed.
    pub(crate) fn positions(&self) -> Vec<Vec<Vec<Position>>> {
        let position =
            |[lon, lat]: &Vertex| Position::new(f64::from(*lon) / 1e5, f64::from(*lat) / 1e5);
        let closed = |ring: &Vec<Vertex>| ring.iter().chain(ring.first()).map(position).collect();
        self.0.iter().map(|polygon| polygon.iter().map(closed).collect()).collect()
    }
}

/// The rings in `bytes`; `None` where they end early or say more than they hold.
pub(crate) fn decode(bytes: &[u8]) -> Option<Rings> {
    let mut rest = bytes;
    let polygons = count(&mut rest)?;
    let rings = (0..polygons).map(|_| {
        let rings = count(&mut rest)?;
        (0..rings).map(|_| ring(&mut rest)).collect()
    });
    rings.collect::<Option<_>>().map(Rings)
}

fn ring(rest: &mut &[u8]) -> Option<Vec<Vertex>> {
    let vertices = count(rest)?;
    let mut at = [0_i32; 2];
    (0..vertices)
        .map(|_| {
            for part in &mut at {
                *part = part.checked_add(difference(rest)?)?;
            }
            Some(at)
        })
        .collect()
}

/// A count, which never exceeds the bytes that are left.
fn count(rest: &mut &[u8]) -> Option<usize> {
    let count = usize::try_from(number(rest)?).ok()?;
    (count <= rest.len()).then_some(count)
}

fn difference(rest: &mut &[u8]) -> Option<i32> {
    let coded = number(rest)?;
    let size = i32::try_from(coded >> 1).ok()?;
    Some(if coded & 1 == 0 { size } else { -size - 1 })
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u32;
    for shift in (0..32).step_by(7) {
        let (byte, left) = rest.split_first()?;
        *rest = left;
        value |= u32::from(byte & 127).checked_shl(shift)?;
        if byte & 128 == 0 {
            return Some(value);
        }
    }
    None
}

/// The bytes of `rings`.
#[cfg(any(feature = "build", test))]
pub(crate) fn encode(rings: &Rings) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_count(&mut bytes, rings.0.len());
    for polygon in &rings.0 {
        push_count(&mut bytes, polygon.len());
        for ring in polygon {
            push_count(&mut bytes, ring.len());
            let mut before = [0_i32; 2];
            for vertex in ring {
                for (part, from) in vertex.iter().zip(before) {
                    push_difference(&mut bytes, part - from);
                }
                before = *vertex;
            }
        }
    }
    bytes
}

#[cfg(any(feature = "build", test))]
fn push_count(bytes: &mut Vec<u8>, count: usize) {
    push_number(bytes, u32::try_from(count).expect("a region has fewer vertices"));
}

#[cfg(any(feature = "build", test))]
fn push_difference(bytes: &mut Vec<u8>, value: i32) {
    push_number(bytes, ((value << 1) ^ (value >> 31)).cast_unsigned());
}

#[cfg(any(feature = "build", test))]
fn push_number(bytes: &mut Vec<u8>, mut value: u32) {
    loop {
        let low = u8::try_from(value & 127).expect("seven bits fit");
        value >>= 7;
        bytes.push(if value == 0 { low } else { low | 128 });
        if value == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rings() -> impl Strategy<Value = Rings> {
        let vertex = (-18_000_000..=18_000_000, -9_000_000..=9_000_000).prop_map(|(x, y)| [x, y]);
        let ring = prop::collection::vec(vertex, 0..9);
        prop::collection::vec(prop::collection::vec(ring, 0..4), 0..4).prop_map(Rings)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rings in rings()) {
            prop_assert_eq!(decode(&encode(&rings)), Some(rings));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            if let Some(rings) = decode(&bytes) {
                let _ = rings.covers([0, 0]);
            }
        }
    }

    #[test]
    fn a_hole_is_not_covered() {
        let square = |half: i32| vec![[-half, -half], [half, -half], [half, half], [-half, half]];
        let rings = Rings(vec![vec![square(10), square(4)]]);
        assert!(rings.covers([7, 1]));
        assert!(!rings.covers([1, 1]) && !rings.covers([11, 1]));
    }
}
