//! What sort of party, and in which role a word names it.

/// What sort of body a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKind {
    /// A state.
    State,
    /// A body that governs land without being recognised, at least by most, as a state.
    DeFactoAuthority,
    /// An armed force that is no state's army.
    ArmedGroup,
    /// A union or alliance of states or groups.
    Bloc,
    /// A political body without land or force of its own.
    Body,
}

impl PartyKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::State, Self::DeFactoAuthority, Self::ArmedGroup, Self::Bloc, Self::Body];

    /// The word of the lexicon files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::DeFactoAuthority => "authority",
            Self::ArmedGroup => "armed-group",
            Self::Bloc => "bloc",
            Self::Body => "body",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// In which role a word stands for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyRole {
    /// The party's own name: "Ukraine", "Polisario".
    Name,
    /// Its government: "the Sudanese government", "junta".
    Government,
    /// A force of its own: "Wagner Group", "IDF".
    Force,
    /// A seat that stands for it: "the Kremlin".
    Seat,
    /// A city whose name reports use for it, or for the city itself: "Kyiv". No statement on whose
    /// capital it is.
    Capital,
    /// Its adjective or people: "Ukrainian", "Danes".
    Demonym,
    /// One who leads it.
    Leader,
    /// One who speaks for it.
    Spokesperson,
}

impl PartyRole {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Government => "government",
            Self::Force => "force",
            Self::Seat => "seat",
            Self::Capital => "capital",
            Self::Demonym => "demonym",
            Self::Leader => "leader",
            Self::Spokesperson => "spokesperson",
        }
    }
}
