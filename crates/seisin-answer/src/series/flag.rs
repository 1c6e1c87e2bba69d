//! What a reader of a series has to know before comparing two of its rows.

use crate::findings::FindingKind;

/// Something about a row that a reader has to know before comparing it with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesFlag {
    /// What it is.
    pub kind: SeriesFlagKind,
    /// In one sentence.
    pub sentence: String,
}

/// The kind of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesFlagKind {
    /// Another publisher speaks than in the row before.
    SourceSwitch,
    /// The publisher declares to show other land than in the row before.
    ScopeChange,
    /// Something in the publisher's editions that nothing on record explains.
    Finding(FindingKind),
}

impl SeriesFlagKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SourceSwitch => "source_switch",
            Self::ScopeChange => "scope_change",
            Self::Finding(kind) => kind.word(),
        }
    }
}
