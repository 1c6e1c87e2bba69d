//! A place found in a sentence.

use seisin_core::PartyId;
use seisin_places::PlaceEntry;
use std::ops::Range;

/// A place found in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMention {
    /// Where it stands, a noun such as "region" included, in bytes of the repaired text.
    pub range: Range<usize>,
    /// Where the name itself stands.
    pub name: Range<usize>,
    /// Every place it may stand for, best first.
    pub candidates: Vec<PlaceCandidate>,
    /// The party it stands for where the name of a seat of government is used for it: "Kyiv said".
    pub metonym: Option<PartyId>,
    /// Which rule took the word for a place.
    pub rule: &'static str,
}

/// A place that a name may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceCandidate {
    /// The place; its `rule` names all that gave it its rank.
    pub place: PlaceEntry,
    /// How likely it is meant; comparable within one mention.
    pub score: i32,
}

impl PlaceMention {
    /// The likeliest place.
    pub fn best(&self) -> Option<&PlaceEntry> {
        self.candidates.first().map(|candidate| &candidate.place)
    }
}
