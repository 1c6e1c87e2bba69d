//! What is offered for what, and how it was answered.

use crate::{quantity::Quantity, region::RegionRef};

/// What sort of thing an offer gives or asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// Land given by its amount.
    Area,
    /// Land given by its name.
    NamedPlace,
    /// Land given as a part of a whole.
    Share,
    /// A way through land: a corridor, a right of passage.
    Corridor,
    /// Use of a place without holding it: of a port, a shrine, a road.
    Access,
    /// What those who live there may choose: to stay, to leave, a citizenship, a vote.
    PopulationOption,
    /// People held prisoner.
    Prisoners,
    /// Arms, aid or political backing.
    Support,
    /// Minerals, water, energy or access to them.
    Resources,
    /// Money.
    Money,
    /// Recognition of a state, a border or a title.
    Recognition,
    /// Withdrawal of forces.
    Withdrawal,
    /// An end or pause of fighting.
    Ceasefire,
    /// A guarantee of security.
    Guarantee,
    /// Anything else.
    Other,
}

impl ItemKind {
    /// Every kind, in the order of the public record.
    pub const ALL: [Self; 15] = [
        Self::Area,
        Self::NamedPlace,
        Self::Share,
        Self::Corridor,
        Self::Access,
        Self::PopulationOption,
        Self::Prisoners,
        Self::Support,
        Self::Resources,
        Self::Money,
        Self::Recognition,
        Self::Withdrawal,
        Self::Ceasefire,
        Self::Guarantee,
        Self::Other,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::NamedPlace => "named_place",
            Self::Share => "share",
            Self::Corridor => "corridor",
            Self::Access => "access",
            Self::PopulationOption => "population_option",
            Self::Prisoners => "prisoners",
            Self::Support => "support",
            Self::Resources => "resources",
            Self::Money => "money",
            Self::Recognition => "recognition",
            Self::Withdrawal => "withdrawal",
            Self::Ceasefire => "ceasefire",
            Self::Guarantee => "guarantee",
            Self::Other => "other",
        }
    }

    /// The kind a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One thing an offer gives or asks, in the words of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What sort of thing it is.
    pub kind: ItemKind,
    /// The land, where it names some.
    pub region: Option<RegionRef>,
    /// The amount, where it gives one.
    pub quantity: Option<Quantity>,
    /// The words of the report.
    pub text: String,
    /// Whether the words leave open what exactly is meant ("one territory for another").
    pub vague: bool,
}

/// The ratio an offer states between what it gives and what it asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratio {
    /// Given over asked.
    pub value: f64,
    /// What is compared: `area`, `prisoners`, as printed.
    pub basis: String,
}

/// How far an offer has come, as the text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfferStatus {
    /// Raised as an idea.
    Floated,
    /// Put forward.
    Proposed,
    /// Put forward in answer to another.
    Countered,
    /// Accepted by all its parties.
    Agreed,
    /// Carried out.
    Implemented,
    /// Taken back.
    Withdrawn,
}

impl OfferStatus {
    /// Every status, in the order of the public record.
    pub const ALL: [Self; 6] = [
        Self::Floated,
        Self::Proposed,
        Self::Countered,
        Self::Agreed,
        Self::Implemented,
        Self::Withdrawn,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Floated => "floated",
            Self::Proposed => "proposed",
            Self::Countered => "countered",
            Self::Agreed => "agreed",
            Self::Implemented => "implemented",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The status a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// How a party answered an offer. No answer on record is no stance at all: it is `None`, which is
/// not [`Stance::Noncommittal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Yes.
    Accept,
    /// No.
    Reject,
    /// Yes, if.
    Conditional,
    /// Another offer instead.
    Counter,
    /// An answer that leaves it open, or a reported silence.
    Noncommittal,
}

impl Stance {
    /// Every stance, in the order of the public record.
    pub const ALL: [Self; 5] =
        [Self::Accept, Self::Reject, Self::Conditional, Self::Counter, Self::Noncommittal];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Conditional => "conditional",
            Self::Counter => "counter",
            Self::Noncommittal => "noncommittal",
        }
    }

    /// The stance a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.word() == word)
    }
}
