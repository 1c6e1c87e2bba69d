//! A figure that is known, or the reason why it is not.

/// Why a figure is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Missing {
    /// Nothing on record says.
    NoData,
    /// The territory of a side was not given, so nothing can be told of its whole.
    NoTerritory,
    /// No list of settlements names one there that says how many people live in it, or a side has
    /// no town.
    NobodyCounted,
    /// What would stand below the line of a ratio may be no land at all within its error.
    MayBeZero,
}

impl Missing {
    /// The reason in words.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::NoData => "no data",
            Self::NoTerritory => "the territory of a side was not given",
            Self::NobodyCounted => "no settlement with a population, or no town, is listed",
            Self::MayBeZero => "the land it is compared with may be none within its error",
        }
    }
}

/// A figure that is known, or the reason why it is not; never a zero in place of either.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure<T> {
    /// It is known.
    Known(T),
    /// It is not.
    Unknown(Missing),
}

impl<T> Figure<T> {
    /// The figure, where it is known.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(figure) => Some(figure),
            Self::Unknown(_) => None,
        }
    }

    /// Why it is not known, where it is not.
    pub const fn missing(&self) -> Option<Missing> {
        match self {
            Self::Known(_) => None,
            Self::Unknown(reason) => Some(*reason),
        }
    }

    pub(crate) fn or_missing(figure: Option<T>, reason: Missing) -> Self {
        figure.map_or(Self::Unknown(reason), Self::Known)
    }
}

/// The same measure before and after an exchange.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<T> {
    /// As it is.
    pub before: T,
    /// As it would be.
    pub after: T,
}
