//! Who acts.

use std::fmt;

/// A party's identifier, such as `ukraine` or `arland`: lower case, stable across outputs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(pub String);

impl fmt::Display for PartyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A party as a report names it: the responsible side, with the phrase that was printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyRef {
    /// The responsible side.
    pub id: PartyId,
    /// Its name in English.
    pub name: String,
    /// The phrase as printed: "Kyiv's troops".
    pub mention: String,
}
