//! Who says so: the chain from the outlet to the innermost speaker.

use crate::{edtf::Edtf, party::PartyId};

/// The part a link plays in the chain of who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceRole {
    /// The outlet that printed it.
    Outlet,
    /// Somebody who passed it on: an agency, a broadcaster, "X said Y had told Z".
    Via,
    /// The one whose words they are.
    Speaker,
}

impl SourceRole {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Via => "via",
            Self::Speaker => "speaker",
        }
    }

    /// The role a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Outlet, Self::Via, Self::Speaker].into_iter().find(|role| role.word() == word)
    }
}

/// One link of the chain of who said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLink {
    /// The source as named: "Kremlin spokesman Dmitry Peskov".
    pub name: String,
    /// Its part in the chain.
    pub role: SourceRole,
    /// The side it speaks for, where known.
    pub party: Option<PartyId>,
    /// The word that attributes: "said", "according to".
    pub cue: Option<String>,
    /// When it was said, where the text tells.
    pub on: Option<Edtf>,
    /// Where it was said: "in an interview", "at a briefing".
    pub venue: Option<String>,
}
