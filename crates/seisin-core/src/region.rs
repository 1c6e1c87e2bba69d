//! Which land a sentence speaks of.

use std::fmt;

/// A region's identifier, such as `RU-KRS` (ISO 3166-2) or `sarn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub String);

impl fmt::Display for RegionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One land a name may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionCandidate {
    /// Which land.
    pub id: RegionId,
    /// Its name in English.
    pub name: String,
    /// The rule that gave it its place in the list.
    pub rule: String,
}

/// A region as a report names it.
///
/// `id` is the first candidate; several stay where the name is ambiguous, so no choice is silent.
/// A phrase that names no known land ("four villages") has no `id` and no candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionRef {
    /// The land most likely meant.
    pub id: Option<RegionId>,
    /// Its name in English, or the phrase where no land is known by it.
    pub name: String,
    /// The phrase as printed.
    pub mention: String,
    /// Every land the phrase may mean, best first.
    pub candidates: Vec<RegionCandidate>,
}
