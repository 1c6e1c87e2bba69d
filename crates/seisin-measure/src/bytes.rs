//! A shape as bytes: the same shape always the same bytes, and nothing lost.
//!
//! ```text
//! "SEISHAPE"  version u16   polygons u32
//! for each polygon   rings u32
//!   for each ring    positions u32 (the last, equal to the first, left out)
//!     for each       longitude f64   latitude f64
//! SHA-256 of all of the above
//! ```
//! Numbers are little-endian. A released version is never changed; readers keep all versions.

use crate::position::Position;
use crate::ring::{Ring, Turn};
use crate::shape::{Polygon, Shape};
use seisin_core::Digest;

const MAGIC: &[u8; 8] = b"SEISHAPE";
const VERSION: u16 = 1;
const DIGEST_LEN: usize = 32;

/// Why some bytes are not a shape.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShapeBytesError {
    /// The bytes do not start as a shape does.
    #[error("read a shape: the bytes are not a shape's")]
    NotAShape,
    /// A later program wrote the bytes.
    #[error(
        "read a shape: its format is version {found}, this program knows {VERSION}\nhint: use a newer seisin"
    )]
    NewerVersion {
        /// The version found.
        found: u16,
    },
    /// The bytes end early, go on too long, or their digest does not fit.
    #[error("read a shape: its bytes are damaged\nhint: run `seisin verify`, and restore a backup")]
    Damaged,
}

impl Shape {
    /// The shape as bytes: canonical (equal shapes, equal bytes) and exact.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64 + 16 * self.vertices());
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        put_count(&mut bytes, self.polygons().len());
        for polygon in self.polygons() {
            put_count(&mut bytes, polygon.rings().count());
            polygon.rings().for_each(|ring| put_ring(&mut bytes, ring));
        }
        let digest = Digest::of(&bytes);
        bytes.extend(digest.as_bytes());
        bytes
    }

    /// The shape some bytes of [`Shape::to_bytes`] stand for.
    ///
    /// # Assumptions
    /// The digest is checked, so damage is found; rings are checked for number, range and
    /// closure. Whether rings cross is not checked again: for bytes from strangers take the rings
    /// out with [`Shape::to_rings`] and put them through [`Shape::from_rings`].
    ///
    /// # Errors
    /// [`ShapeBytesError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ShapeBytesError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ShapeBytesError::NotAShape)?;
        let mut reader = Reader(rest);
        let found = u16::from_le_bytes(reader.take()?);
        if found != VERSION {
            return Err(ShapeBytesError::NewerVersion { found });
        }
        let (body, digest) =
            bytes.split_last_chunk::<DIGEST_LEN>().ok_or(ShapeBytesError::Damaged)?;
        if Digest::of(body).as_bytes() != digest {
            return Err(ShapeBytesError::Damaged);
        }
        let polygons = reader.count()?;
        let polygons = (0..polygons).map(|_| reader.polygon()).collect::<Result<_, _>>()?;
        if reader.0 != digest {
            return Err(ShapeBytesError::Damaged);
        }
        Ok(Self::from_valid(polygons))
    }
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    let count = u32::try_from(count).expect("a shape of 4 billion positions is beyond any limit");
    bytes.extend(count.to_le_bytes());
}

fn put_ring(bytes: &mut Vec<u8>, ring: &Ring) {
    put_count(bytes, ring.open().len());
    for Position { lon, lat } in ring.open() {
        bytes.extend(lon.to_le_bytes());
        bytes.extend(lat.to_le_bytes());
    }
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ShapeBytesError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(ShapeBytesError::Damaged)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn count(&mut self) -> Result<u32, ShapeBytesError> {
        Ok(u32::from_le_bytes(self.take()?))
    }

    fn polygon(&mut self) -> Result<Polygon, ShapeBytesError> {
        let rings = self.count()?;
        if rings == 0 {
            return Err(ShapeBytesError::Damaged);
        }
        let exterior = self.ring(Turn::CounterClockwise)?;
        let interiors = (1..rings).map(|_| self.ring(Turn::Clockwise)).collect::<Result<_, _>>()?;
        Ok(Polygon::new(exterior, interiors))
    }

    fn ring(&mut self, turn: Turn) -> Result<Ring, ShapeBytesError> {
        let count = self.count()?;
        let open: Vec<Position> = (0..count).map(|_| self.position()).collect::<Result<_, _>>()?;
        if open.len() < 3 {
            return Err(ShapeBytesError::Damaged);
        }
        Ok(Ring::new(&open, turn))
    }

    fn position(&mut self) -> Result<Position, ShapeBytesError> {
        let lon = f64::from_le_bytes(self.take()?);
        let lat = f64::from_le_bytes(self.take()?);
        // False for NaN too.
        let in_range = lon.abs() <= 180.0 && lat.abs() <= 90.0;
        in_range.then_some(Position { lon, lat }).ok_or(ShapeBytesError::Damaged)
    }
}
