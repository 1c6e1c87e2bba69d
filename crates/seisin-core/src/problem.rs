//! What could not be told, and why: reading never fails on content.

use crate::{claim::Claim, span::TextSpan};

/// What stood in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A number without a unit.
    NumberWithoutUnit,
    /// A date that cannot be placed on the calendar.
    UnplacedDate,
    /// A place with no candidate.
    UnknownPlace,
    /// A quotation without a speaker.
    UnattributedQuotation,
    /// A party that no lexicon knows.
    UnknownParty,
    /// A unit that is not known.
    UnknownUnit,
    /// Bytes that no encoding explains.
    UndecodableText,
    /// A feature of a map that cannot be measured.
    InvalidShape,
    /// A feature of a map that the publisher's profile does not name or that lies outside the
    /// publisher's declared coverage.
    OutsideScope,
    /// A fault of the source itself that is known: the edition is kept, and flagged.
    SourceFault,
    /// A claim that another program proposed and that the document does not bear out.
    RefusedCandidate,
    /// Something that was changed on the way in without changing its meaning: a ring turned
    /// around, a height dropped.
    Note,
}

impl ProblemKind {
    /// Every kind, in the order of the public record.
    pub const ALL: [Self; 12] = [
        Self::NumberWithoutUnit,
        Self::UnplacedDate,
        Self::UnknownPlace,
        Self::UnattributedQuotation,
        Self::UnknownParty,
        Self::UnknownUnit,
        Self::UndecodableText,
        Self::InvalidShape,
        Self::OutsideScope,
        Self::SourceFault,
        Self::RefusedCandidate,
        Self::Note,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NumberWithoutUnit => "number_without_unit",
            Self::UnplacedDate => "unplaced_date",
            Self::UnknownPlace => "unknown_place",
            Self::UnattributedQuotation => "unattributed_quotation",
            Self::UnknownParty => "unknown_party",
            Self::UnknownUnit => "unknown_unit",
            Self::UndecodableText => "undecodable_text",
            Self::InvalidShape => "invalid_shape",
            Self::OutsideScope => "outside_scope",
            Self::SourceFault => "source_fault",
            Self::RefusedCandidate => "refused_candidate",
            Self::Note => "note",
        }
    }

    /// The kind a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Something the reader saw and could not turn into a claim or a holding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the captured text; `None` for a map, whose place is named in the sentence.
    pub span: Option<TextSpan>,
    /// What stood in the way.
    pub kind: ProblemKind,
    /// What happened and what to do, as one sentence.
    pub sentence: String,
}

/// What came of reading one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The claims, in the order of their evidence.
    pub claims: Vec<Claim>,
    /// What could not be told.
    pub problems: Vec<Problem>,
}
