//! A shape in few bytes, told by what it shares with another.
//!
//! ```text
//! decimals u8        the digits after the point of every new coordinate; 255: they are doubles
//! polygons n
//! for each polygon   rings n
//!   for each ring    runs n
//!     for each run   length n · 2 + new
//!       kept         start n (position in the base, as a step from where the last run ended, signed)
//!       new          for each position   longitude, latitude: steps from the last new one, signed,
//!                    in units of 10^-decimals; or two doubles
//! ```
//! An `n` is seven bits a byte, least first, the high bit set on all but the last byte; signed ones
//! are folded (0, −1, 1, −2, …). Positions of the base are counted through polygons, rings and
//! positions in their order, the repetition of each ring's first left out.
//!
//! Daily maps keep nearly all positions of the day before, in the same order, so that a day is a
//! few dozen bytes for each place where the line moved; and published coordinates have few digits,
//! so that a map told from nothing takes a third of its doubles.

use crate::bytes::ShapeBytesError;
use crate::position::Position;
use crate::ring::{Ring, Turn};
use crate::shape::{Polygon, Shape};

/// Marks coordinates kept as doubles.
const DOUBLES: u8 = 255;

/// The most digits after the point for which steps are tried; a degree of 10⁻¹² is 0.1 µm.
const MOST_DECIMALS: u8 = 12;

impl Shape {
    /// The shape in few bytes, told by what it shares with `base`; [`Shape::unpack`] gives it back,
    /// bit for bit, from those and the same base.
    ///
    /// # Example
    /// ```
    /// use seisin_measure::{Position, Shape, ShapeLimits};
    /// let p = Position::new;
    /// let ring = vec![p(35.5, 51.2), p(36.0, 51.2), p(36.0, 51.5), p(35.5, 51.5), p(35.5, 51.2)];
    /// let (shape, _) = Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())?;
    /// let packed = shape.pack(&Shape::empty());
    /// assert!(packed.len() < 20);
    /// assert_eq!(Shape::unpack(&packed, &Shape::empty(), 4), Ok(shape.clone()));
    /// assert_eq!(shape.pack(&shape).len(), 6);
    /// # Ok::<(), seisin_measure::InvalidShape>(())
    /// ```
    pub fn pack(&self, base: &Self) -> Vec<u8> {
        let base = Base::of(base);
        let rings: Vec<Vec<Run<'_>>> = self.rings().map(|ring| base.runs(ring.open())).collect();
        let fresh = || rings.iter().flatten().filter_map(Run::fresh).flatten();
        let decimals = decimals(fresh());
        let mut writer = Writer { bytes: vec![decimals], decimals, ..Writer::default() };
        let mut rings = rings.into_iter();
        writer.count(self.polygons().len());
        for polygon in self.polygons() {
            let count = polygon.rings().count();
            writer.count(count);
            for runs in rings.by_ref().take(count) {
                writer.count(runs.len());
                for run in runs {
                    writer.run(&run);
                }
            }
        }
        writer.bytes
    }

    /// The shape that [`Shape::pack`] made of what it shared with `base`.
    ///
    /// # Assumptions
    /// As [`Shape::from_bytes`]: what was packed was a shape, and the bytes are those written; the
    /// caller compares a digest. `positions` bounds what damaged bytes may grow to.
    ///
    /// # Errors
    /// [`ShapeBytesError::Damaged`] where the bytes make no rings, or more positions than that.
    pub fn unpack(bytes: &[u8], base: &Self, positions: usize) -> Result<Self, ShapeBytesError> {
        let kept: Vec<Position> = base.rings().flat_map(Ring::open).copied().collect();
        let (decimals, rest) = bytes.split_first().ok_or(ShapeBytesError::Damaged)?;
        let (lon, lat, after) = (0, 0, 0);
        let mut reader =
            Reader { rest, kept, decimals: *decimals, left: positions, lon, lat, after };
        let shape = reader.shape().ok_or(ShapeBytesError::Damaged)?;
        if reader.rest.is_empty() { Ok(shape) } else { Err(ShapeBytesError::Damaged) }
    }
}

/// Positions in a row, of the base or new.
enum Run<'s> {
    Kept { start: usize, length: usize },
    New(&'s [Position]),
}

impl<'s> Run<'s> {
    fn fresh(&self) -> Option<&'s [Position]> {
        match self {
            Self::Kept { .. } => None,
            Self::New(positions) => Some(positions),
        }
    }
}

/// The positions of the base, in their order and sorted.
struct Base {
    positions: Vec<Position>,
    sorted: Vec<usize>,
}

impl Base {
    fn of(shape: &Shape) -> Self {
        let positions: Vec<Position> = shape.rings().flat_map(Ring::open).copied().collect();
        let mut sorted: Vec<usize> = (0..positions.len()).collect();
        sorted.sort_unstable_by_key(|at| (key(positions[*at]), *at));
        Self { positions, sorted }
    }

    /// The ring as runs of the base and new positions.
    fn runs<'s>(&self, open: &'s [Position]) -> Vec<Run<'s>> {
        let (mut runs, mut at, mut new_from, mut expected) = (Vec::new(), 0, 0, 0);
        while at < open.len() {
            let Some((start, length)) = self.longest(&open[at..], expected) else {
                at += 1;
                continue;
            };
            if new_from < at {
                runs.push(Run::New(&open[new_from..at]));
            }
            runs.push(Run::Kept { start, length });
            (at, expected) = (at + length, start + length);
            new_from = at;
        }
        if new_from < open.len() {
            runs.push(Run::New(&open[new_from..]));
        }
        runs
    }

    /// The run of the base that the line starts with: the longest of those that start at its first
    /// position, of equal ones that at `expected`.
    fn longest(&self, line: &[Position], expected: usize) -> Option<(usize, usize)> {
        let wanted = key(*line.first()?);
        let from = self.sorted.partition_point(|at| key(self.positions[*at]) < wanted);
        let same = self.sorted[from..].iter().take_while(|at| key(self.positions[**at]) == wanted);
        let length = |start: usize| {
            let both = line.iter().zip(&self.positions[start..]);
            both.take_while(|(a, b)| key(**a) == key(**b)).count()
        };
        // A position may lie on several rings; more than a few are never looked at.
        same.take(8)
            .map(|start| (*start, length(*start)))
            .max_by_key(|(start, length)| (*length, *start == expected))
    }
}

/// A position by its bits, so that zeros of either sign are told apart.
fn key(position: Position) -> (u64, u64) {
    (position.lon.to_bits(), position.lat.to_bits())
}

/// The fewest digits after the point that give every coordinate back, bit for bit.
fn decimals<'p>(positions: impl Iterator<Item = &'p Position>) -> u8 {
    let mut decimals = 0;
    for position in positions {
        for degrees in [position.lon, position.lat] {
            while units(degrees, decimals).is_none() {
                decimals += 1;
                if decimals > MOST_DECIMALS {
                    return DOUBLES;
                }
            }
        }
    }
    decimals
}

/// The coordinate in whole units of 10^-decimals, where that gives it back bit for bit.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "saturates, and is compared with what it came from"
)]
fn units(degrees: f64, decimals: u8) -> Option<i64> {
    let units = (degrees * power_of_ten(decimals)).round() as i64;
    (coordinate(units, decimals).to_bits() == degrees.to_bits()).then_some(units)
}

/// The nearest double to some units of 10^-decimals.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "180 · 10^12 is below 2^53; what is more is damage and lies out of range"
)]
fn coordinate(units: i64, decimals: u8) -> f64 {
    units as f64 / power_of_ten(decimals)
}

fn power_of_ten(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |power, _| power * 10.0)
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    decimals: u8,
    lon: i64,
    lat: i64,
    after: i64,
}

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number > 0x7F {
            self.bytes.push(low_bits(number) | 0x80);
            number >>= 7;
        }
        self.bytes.push(low_bits(number));
    }

    fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).expect("a count fits in 64 bits"));
    }

    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    fn run(&mut self, run: &Run<'_>) {
        match *run {
            Run::Kept { start, length } => {
                let start = i64::try_from(start).expect("a place in memory fits in 63 bits");
                self.count(length << 1);
                self.signed(start - self.after);
                self.after = start + i64::try_from(length).expect("a length fits in 63 bits");
            }
            Run::New(positions) => {
                self.count(positions.len() << 1 | 1);
                for position in positions {
                    self.position(*position);
                }
            }
        }
    }

    fn position(&mut self, position: Position) {
        if self.decimals == DOUBLES {
            self.bytes.extend(position.lon.to_le_bytes());
            self.bytes.extend(position.lat.to_le_bytes());
            return;
        }
        let units = |degrees| units(degrees, self.decimals).unwrap_or_default();
        let (lon, lat) = (units(position.lon), units(position.lat));
        self.signed(lon - self.lon);
        self.signed(lat - self.lat);
        (self.lon, self.lat) = (lon, lat);
    }
}

fn low_bits(number: u64) -> u8 {
    number.to_le_bytes()[0] & 0x7F
}

struct Reader<'b> {
    rest: &'b [u8],
    kept: Vec<Position>,
    decimals: u8,
    /// How many positions may still come.
    left: usize,
    lon: i64,
    lat: i64,
    after: i64,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A count of things that take a byte each at least, so never more than there are bytes.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    fn signed(&mut self) -> Option<i64> {
        let folded = self.number()?;
        Some((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
    }

    fn shape(&mut self) -> Option<Shape> {
        let polygons = self.count()?;
        let polygons = (0..polygons).map(|_| self.polygon()).collect::<Option<Vec<_>>>()?;
        Some(Shape::from_valid(polygons))
    }

    fn polygon(&mut self) -> Option<Polygon> {
        let interiors = self.count()?.checked_sub(1)?;
        let exterior = self.ring(Turn::CounterClockwise)?;
        let interiors =
            (0..interiors).map(|_| self.ring(Turn::Clockwise)).collect::<Option<_>>()?;
        Some(Polygon::new(exterior, interiors))
    }

    fn ring(&mut self, turn: Turn) -> Option<Ring> {
        let mut open = Vec::new();
        for _ in 0..self.count()? {
            let head = usize::try_from(self.number()?).ok()?;
            let length = head >> 1;
            self.left = self.left.checked_sub(length)?;
            if head & 1 == 1 {
                open.reserve(length.min(self.rest.len()));
                for _ in 0..length {
                    open.push(self.position()?);
                }
            } else {
                let start = usize::try_from(self.after.checked_add(self.signed()?)?).ok()?;
                let end = start.checked_add(length)?;
                open.extend_from_slice(self.kept.get(start..end)?);
                self.after = i64::try_from(end).ok()?;
            }
        }
        (open.len() >= 3).then(|| Ring::new(&open, turn))
    }

    fn position(&mut self) -> Option<Position> {
        let (lon, lat) = if self.decimals == DOUBLES {
            (self.double()?, self.double()?)
        } else {
            self.lon = self.lon.checked_add(self.signed()?)?;
            self.lat = self.lat.checked_add(self.signed()?)?;
            (coordinate(self.lon, self.decimals), coordinate(self.lat, self.decimals))
        };
        // False for NaN too.
        (lon.abs() <= 180.0 && lat.abs() <= 90.0).then_some(Position { lon, lat })
    }

    fn double(&mut self) -> Option<f64> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(f64::from_le_bytes(*bytes))
    }
}
