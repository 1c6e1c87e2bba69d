//! Well-known binary, as GeoParquet carries shapes.

use seisin_measure::Position;

/// Polygons of a geometry, or that it has no land.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Land {
    pub(super) polygons: Vec<Vec<Vec<Position>>>,
    /// How many positions had a height or a measure.
    pub(super) heights: usize,
    /// The name of a geometry without land.
    pub(super) other: Option<&'static str>,
}

/// The deepest nesting: a collection of multipolygons.
const DEEPEST: usize = 4;

/// The land of a geometry in well-known binary, plain, ISO or extended.
///
/// # Method
/// OGC 06-103r4, section 8; ISO 13249-3 adds 1000 for heights, 2000 for measures and 3000 for both,
/// `PostGIS` sets bits.
///
/// # Errors
/// The reason, where the bytes end early or are no geometry.
pub(super) fn land(bytes: &[u8]) -> Result<Land, &'static str> {
    let mut land = Land { polygons: Vec::new(), heights: 0, other: None };
    let mut cursor = Cursor { bytes };
    cursor.geometry(&mut land, 0)?;
    Ok(land)
}

struct Cursor<'b> {
    bytes: &'b [u8],
}

/// How numbers are written.
#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

const SHORT: &str = "its well-known binary ends early";

impl Cursor<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], &'static str> {
        let (first, rest) = self.bytes.split_first_chunk::<N>().ok_or(SHORT)?;
        self.bytes = rest;
        Ok(*first)
    }

    fn u32(&mut self, order: Order) -> Result<u32, &'static str> {
        let bytes = self.take()?;
        Ok(match order {
            Order::Big => u32::from_be_bytes(bytes),
            Order::Little => u32::from_le_bytes(bytes),
        })
    }

    fn f64(&mut self, order: Order) -> Result<f64, &'static str> {
        let bytes = self.take()?;
        Ok(match order {
            Order::Big => f64::from_be_bytes(bytes),
            Order::Little => f64::from_le_bytes(bytes),
        })
    }

    /// A count of parts, each of at least `least` bytes: more cannot be there.
    fn count(&mut self, order: Order, least: usize) -> Result<usize, &'static str> {
        let count = usize::try_from(self.u32(order)?).unwrap_or(usize::MAX);
        if count.checked_mul(least).is_none_or(|bytes| bytes > self.bytes.len()) {
            return Err(SHORT);
        }
        Ok(count)
    }

    fn geometry(&mut self, land: &mut Land, depth: usize) -> Result<(), &'static str> {
        if depth > DEEPEST {
            return Err("its geometries are nested too deep");
        }
        let order = match self.take::<1>()? {
            [0] => Order::Big,
            [1] => Order::Little,
            _ => return Err("it is no well-known binary"),
        };
        let code = self.u32(order)?;
        if code & 0x2000_0000 != 0 {
            self.u32(order)?;
        }
        let plain = code & 0x0fff_ffff;
        let flags = usize::from(code & 0x8000_0000 != 0) + usize::from(code & 0x4000_0000 != 0);
        let more = match plain / 1000 {
            0 => flags,
            1 | 2 => 1,
            3 => 2,
            _ => return Err("its geometry is of no known kind"),
        };
        match plain % 1000 {
            3 => {
                let polygon = self.polygon(order, more, land)?;
                land.polygons.extend((!polygon.is_empty()).then_some(polygon));
            }
            6 | 7 => {
                for _ in 0..self.count(order, 5)? {
                    self.geometry(land, depth + 1)?;
                }
            }
            1 | 4 => land.other = Some("Point"),
            2 | 5 => land.other = Some("LineString"),
            _ => return Err("its geometry is of no known kind"),
        }
        Ok(())
    }

    fn polygon(
        &mut self,
        order: Order,
        more: usize,
        land: &mut Land,
    ) -> Result<Vec<Vec<Position>>, &'static str> {
        let rings = self.count(order, 4)?;
        let mut polygon = Vec::with_capacity(rings.min(1024));
        for _ in 0..rings {
            let positions = self.count(order, 16 + 8 * more)?;
            let mut ring = Vec::with_capacity(positions);
            for _ in 0..positions {
                let (lon, lat) = (self.f64(order)?, self.f64(order)?);
                ring.push(Position::new(lon, lat));
                for _ in 0..more {
                    self.f64(order)?;
                }
            }
            land.heights += if more > 0 { positions } else { 0 };
            polygon.push(ring);
        }
        Ok(polygon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A triangle as GEOS 3.14 writes it (`shapely.to_wkb`).
    const TRIANGLE: [u8; 77] = {
        let mut bytes = [0; 77];
        bytes[0] = 1;
        bytes[1] = 3;
        bytes[5] = 1;
        bytes[9] = 4;
        // 1.0 is 3ff0…: the second position is (1, 0), the third (1, 1).
        bytes[13 + 16 + 6] = 0xf0;
        bytes[13 + 16 + 7] = 0x3f;
        bytes[13 + 32 + 6] = 0xf0;
        bytes[13 + 32 + 7] = 0x3f;
        bytes[13 + 40 + 6] = 0xf0;
        bytes[13 + 40 + 7] = 0x3f;
        bytes
    };

    #[test]
    fn a_triangle() {
        let land = land(&TRIANGLE).unwrap();
        let ring = &land.polygons[0][0];
        let p = Position::new;
        assert_eq!(*ring, [p(0.0, 0.0), p(1.0, 0.0), p(1.0, 1.0), p(0.0, 0.0)]);
    }

    #[test]
    fn every_cut_is_refused() {
        for end in 0..TRIANGLE.len() {
            assert!(land(&TRIANGLE[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn counts_without_bytes_are_refused_before_anything_is_kept() {
        let mut bytes = TRIANGLE;
        bytes[9..13].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(land(&bytes), Err(SHORT));
    }
}
