//! The units a report may print, with their UCUM codes and exact factors.

use std::borrow::Cow;

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// Land surface.
    Area,
    /// Distance, width, depth or length of a line.
    Length,
    /// A part of a whole, as a plain ratio.
    Share,
    /// Countable things: villages, people, losses.
    Count,
}

/// A unit as printed in a report.
///
/// # Units
/// [`Unit::ucum`] gives the code that leaves the program; [`Unit::si_factor`] the number of SI
/// units (m², m, or 1) in one.
///
/// # Method
/// International mile: 1609.344 m exactly (1959 agreement). US survey acre: 4046.872 609 874 252 m²
/// (UCUM `[acr_us]`). Hectare: 10 000 m². Dunam: the metric dunam of 1000 m². Feddan: 4200.833 m²,
/// the Egyptian feddan of 24 kirat.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// International square mile, UCUM `[mi_i]2`.
    SquareMile,
    /// Square kilometre, UCUM `km2`.
    SquareKilometre,
    /// Square metre, UCUM `m2`.
    SquareMetre,
    /// Hectare, UCUM `har`.
    Hectare,
    /// Acre (US survey), UCUM `[acr_us]`.
    Acre,
    /// Metric dunam of 1000 m².
    Dunam,
    /// Egyptian feddan.
    Feddan,
    /// International mile, UCUM `[mi_i]`.
    Mile,
    /// Kilometre, UCUM `km`.
    Kilometre,
    /// Metre, UCUM `m`.
    Metre,
    /// A plain ratio, UCUM `1`.
    One,
    /// Countable things, named in the singular: `village`, `killed`, `province`.
    Counted(String),
}

impl Unit {
    /// Square metres in one square kilometre.
    pub const SQUARE_METRES_PER_SQUARE_KM: f64 = 1e6;
    /// Square metres in one international square mile: 1609.344² exactly.
    pub const SQUARE_METRES_PER_SQUARE_MILE: f64 = 2_589_988.110_336;

    /// The code that leaves the program: UCUM where it has one, else the counted noun.
    ///
    /// ```
    /// assert_eq!(seisin_core::Unit::SquareMile.ucum(), "[mi_i]2");
    /// ```
    pub fn ucum(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::SquareMile => "[mi_i]2",
            Self::SquareKilometre => "km2",
            Self::SquareMetre => "m2",
            Self::Hectare => "har",
            Self::Acre => "[acr_us]",
            Self::Dunam => "dunam",
            Self::Feddan => "feddan",
            Self::Mile => "[mi_i]",
            Self::Kilometre => "km",
            Self::Metre => "m",
            Self::One => "1",
            Self::Counted(noun) => noun,
        })
    }

    /// The unit a code stands for; any other word is a counted noun.
    pub fn from_ucum(code: &str) -> Self {
        match code {
            "[mi_i]2" => Self::SquareMile,
            "km2" => Self::SquareKilometre,
            "m2" => Self::SquareMetre,
            "har" => Self::Hectare,
            "[acr_us]" | "[acr_br]" => Self::Acre,
            "dunam" => Self::Dunam,
            "feddan" => Self::Feddan,
            "[mi_i]" => Self::Mile,
            "km" => Self::Kilometre,
            "m" => Self::Metre,
            "1" => Self::One,
            noun => Self::Counted(noun.to_owned()),
        }
    }

    /// What this unit measures.
    pub const fn kind(&self) -> UnitKind {
        match self {
            Self::SquareMile
            | Self::SquareKilometre
            | Self::SquareMetre
            | Self::Hectare
            | Self::Acre
            | Self::Dunam
            | Self::Feddan => UnitKind::Area,
            Self::Mile | Self::Kilometre | Self::Metre => UnitKind::Length,
            Self::One => UnitKind::Share,
            Self::Counted(_) => UnitKind::Count,
        }
    }

    /// How many SI units (m² for areas, m for lengths, 1 otherwise) one of this unit is.
    pub const fn si_factor(&self) -> f64 {
        match self {
            Self::SquareMile => Self::SQUARE_METRES_PER_SQUARE_MILE,
            Self::SquareKilometre => Self::SQUARE_METRES_PER_SQUARE_KM,
            Self::Hectare => 1e4,
            Self::Acre => 4_046.872_609_874_252,
            Self::Dunam | Self::Kilometre => 1000.0,
            Self::Feddan => 4_200.833_333_333_333,
            Self::Mile => 1609.344,
            Self::SquareMetre | Self::Metre | Self::One | Self::Counted(_) => 1.0,
        }
    }

    /// The SI unit that [`Unit::si_factor`] counts in.
    pub fn si_unit(&self) -> Self {
        match self.kind() {
            UnitKind::Area => Self::SquareMetre,
            UnitKind::Length => Self::Metre,
            UnitKind::Share | UnitKind::Count => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for unit in [
            Unit::SquareMile,
            Unit::SquareKilometre,
            Unit::SquareMetre,
            Unit::Hectare,
            Unit::Acre,
            Unit::Dunam,
            Unit::Feddan,
            Unit::Mile,
            Unit::Kilometre,
            Unit::Metre,
            Unit::One,
            Unit::Counted("village".into()),
        ] {
            assert_eq!(Unit::from_ucum(&unit.ucum()), unit);
        }
    }

    #[test]
    fn a_square_mile_is_the_square_of_a_mile() {
        let mile = Unit::Mile.si_factor();
        assert!((mile * mile - Unit::SquareMile.si_factor()).abs() < 1e-9);
    }
}
