//! Area and length as amounts with their own type, so that no bare number crosses a crate.

use crate::unit::Unit;

/// An area on the ellipsoid, kept in square metres.
///
/// # Units
/// Square metres inside; constructors and accessors name theirs. The conversion factors are those
/// of [`Unit`].
///
/// # Example
/// ```
/// use seisin_core::Area;
/// let strip = Area::from_square_miles(400.0);
/// assert!((strip.square_km() - 1035.995_244).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Area(f64);

impl Area {
    /// No land at all.
    pub const ZERO: Self = Self(0.0);

    /// An area of so many square metres.
    pub const fn from_square_metres(value: f64) -> Self {
        Self(value)
    }

    /// An area of so many square kilometres.
    pub fn from_square_km(value: f64) -> Self {
        Self(value * Unit::SQUARE_METRES_PER_SQUARE_KM)
    }

    /// An area of so many international square miles (UCUM `[mi_i]2`).
    pub fn from_square_miles(value: f64) -> Self {
        Self(value * Unit::SQUARE_METRES_PER_SQUARE_MILE)
    }

    /// The amount in square metres.
    pub const fn square_metres(self) -> f64 {
        self.0
    }

    /// The amount in square kilometres.
    pub fn square_km(self) -> f64 {
        self.0 / Unit::SQUARE_METRES_PER_SQUARE_KM
    }

    /// The amount in international square miles.
    pub fn square_miles(self) -> f64 {
        self.0 / Unit::SQUARE_METRES_PER_SQUARE_MILE
    }
}

impl std::ops::Add for Area {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Area {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Area {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, |total, area| total + area)
    }
}

/// A length on the ellipsoid, kept in metres.
///
/// # Example
/// ```
/// use seisin_core::Length;
/// assert_eq!(Length::from_km(1.5).metres(), 1500.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Length(f64);

impl Length {
    /// No length at all.
    pub const ZERO: Self = Self(0.0);

    /// A length of so many metres.
    pub const fn from_metres(value: f64) -> Self {
        Self(value)
    }

    /// A length of so many kilometres.
    pub fn from_km(value: f64) -> Self {
        Self(value * 1000.0)
    }

    /// The amount in metres.
    pub const fn metres(self) -> f64 {
        self.0
    }

    /// The amount in kilometres.
    pub fn km(self) -> f64 {
        self.0 / 1000.0
    }
}

impl std::ops::Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, |total, length| total + length)
    }
}
