//! What a repair is.

use super::offsets::OffsetMap;
use std::ops::Range;

/// How a stretch of text came to be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// UTF-8 that was read as Windows-1252 or Latin-1.
    ReadAsWestern,
}

/// One stretch that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where, in the repaired text.
    pub range: Range<usize>,
    /// The characters as captured.
    pub original: String,
    /// How they came to be damaged.
    pub cause: Cause,
}

/// A text with its damage put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// From its bytes back to the captured code points.
    pub map: OffsetMap,
    /// What was put right, in order.
    pub repairs: Vec<Repair>,
}

/// Puts the damage of a captured text right.
pub fn repair(captured: &str) -> Repaired {
    Repaired { text: captured.to_owned(), map: OffsetMap::identity(captured), repairs: Vec::new() }
}
