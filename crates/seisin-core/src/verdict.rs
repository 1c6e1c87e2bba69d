//! The result of comparing a claim with the maps.

/// What a comparison came to. Never "true" or "false": a map is a source as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The whole measured band lies inside the claim's range.
    Supported,
    /// The whole measured band lies outside the claim's range.
    Contradicted,
    /// The measured band straddles the edge of the claim's range.
    Inconclusive,
    /// Several publishers, and their verdicts differ.
    MapsDisagree,
    /// The sentence gives no quantity, no region or no party that could be measured.
    NotCheckable,
    /// No map speaks for that date or that land.
    OutsideCoverage,
}

impl Verdict {
    /// Every verdict, in the order of the public record.
    pub const ALL: [Self; 6] = [
        Self::Supported,
        Self::Contradicted,
        Self::Inconclusive,
        Self::MapsDisagree,
        Self::NotCheckable,
        Self::OutsideCoverage,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Contradicted => "contradicted",
            Self::Inconclusive => "inconclusive",
            Self::MapsDisagree => "maps_disagree",
            Self::NotCheckable => "not_checkable",
            Self::OutsideCoverage => "outside_coverage",
        }
    }

    /// The verdict as a person reads it.
    pub fn phrase(self) -> String {
        self.word().replace('_', " ")
    }

    /// The verdict a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}
