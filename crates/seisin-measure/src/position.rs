//! A position on the ellipsoid and the box around several.

/// A position on WGS 84.
///
/// # Units
/// Degrees, longitude first (OGC:CRS84, the order of RFC 7946). Ordered by longitude, then latitude.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Position {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

impl Position {
    /// The position at `lon` degrees east, `lat` degrees north.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// The same position with negative zeros made positive, so that equal positions have equal
    /// bytes.
    pub(crate) fn unsigned_zero(self) -> Self {
        Self { lon: self.lon + 0.0, lat: self.lat + 0.0 }
    }

    /// The position a share `t` of the straight way from here to `to`.
    pub(crate) fn towards(self, to: Self, t: f64) -> Self {
        Self { lon: self.lon + (to.lon - self.lon) * t, lat: self.lat + (to.lat - self.lat) * t }
    }
}

/// How many positions two lines have in common at their beginnings.
///
/// # Method
/// Eight at once by their bits, which are alike where the positions are, but for the sign of a
/// zero; from where bits differ, one by one.
pub(crate) fn in_common(one: &[Position], other: &[Position]) -> usize {
    const AT_ONCE: usize = 8;
    let bits = |p: &Position| [p.lon.to_bits(), p.lat.to_bits()];
    let differ = |(a, b): (&Position, &Position)| {
        let ([a, b], [c, d]) = (bits(a), bits(b));
        (a ^ c) | (b ^ d)
    };
    let alike = |(one, other): &(&[Position], &[Position])| {
        one.iter().zip(*other).map(differ).fold(0, std::ops::BitOr::bitor) == 0
    };
    let pieces = one.chunks_exact(AT_ONCE).zip(other.chunks_exact(AT_ONCE));
    let whole = pieces.take_while(alike).count() * AT_ONCE;
    let rest = one[whole..].iter().zip(&other[whole..]);
    whole + rest.take_while(|(a, b)| a == b).count()
}

/// The box of longitudes and latitudes around some positions, sides included.
///
/// # Units
/// Degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

impl Bounds {
    /// The box that holds nothing, to grow from.
    pub(crate) const NOTHING: Self = Self {
        west: f64::INFINITY,
        south: f64::INFINITY,
        east: f64::NEG_INFINITY,
        north: f64::NEG_INFINITY,
    };

    /// The least box around `positions`; `None` where there is none.
    pub fn around<'a>(positions: impl IntoIterator<Item = &'a Position>) -> Option<Self> {
        let bounds = positions.into_iter().fold(Self::NOTHING, |bounds, p| bounds.and(*p));
        (bounds.west <= bounds.east).then_some(bounds)
    }

    /// The least box around this one and `position`.
    pub(crate) fn and(self, position: Position) -> Self {
        self.cover(Self {
            west: position.lon,
            south: position.lat,
            east: position.lon,
            north: position.lat,
        })
    }

    /// The least box around both.
    pub fn cover(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// Whether the two boxes share a position.
    pub fn intersects(self, other: Self) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
    }

    /// Whether `position` lies in the box or on its sides.
    pub fn covers(self, position: Position) -> bool {
        self.intersects(Self::NOTHING.and(position))
    }

    /// The box grown by `margin` degrees on every side.
    pub(crate) fn grown(self, margin: f64) -> Self {
        Self {
            west: self.west - margin,
            south: self.south - margin,
            east: self.east + margin,
            north: self.north + margin,
        }
    }
}
