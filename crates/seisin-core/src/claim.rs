//! A claim: one thing a report says of who holds, takes, declares, offers or loses what.

use crate::{
    attribution::SourceLink,
    digest::Digest,
    edtf::ValidTime,
    offer::{Item, OfferStatus, Ratio, Stance},
    party::PartyRef,
    quantity::Quantity,
    region::RegionRef,
    span::Evidence,
};
use std::fmt;

/// A claim's identifier: a digest over document, reader version and content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub String);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How firmly the source says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Modality {
    /// Plainly said.
    #[default]
    Asserted,
    /// Hedged: "reportedly", "is said to".
    Reported,
    /// "may", "might", "could".
    Possible,
    /// Intended, demanded or promised.
    Planned,
    /// Under an "if".
    Hypothetical,
}

impl Modality {
    /// Every modality, in the order of the public record.
    pub const ALL: [Self; 5] =
        [Self::Asserted, Self::Reported, Self::Possible, Self::Planned, Self::Hypothetical];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Reported => "reported",
            Self::Possible => "possible",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
        }
    }

    /// The modality a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|modality| modality.word() == word)
    }
}

/// Whether the source says that it is so or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

impl Polarity {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Denied => "denied",
        }
    }

    /// The polarity a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Affirmed, Self::Denied].into_iter().find(|polarity| polarity.word() == word)
    }
}

/// How land changed hands, or forces came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeAction {
    /// Took it.
    Seized,
    /// Took it back.
    Regained,
    /// Had it taken.
    Lost,
    /// Moved forward.
    Advanced,
    /// Came in.
    Entered,
    /// Left or gave it back.
    Withdrew,
    /// Beat off an attempt on it.
    Repelled,
}

impl ChangeAction {
    /// Every action, in the order of the public record.
    pub const ALL: [Self; 7] = [
        Self::Seized,
        Self::Regained,
        Self::Lost,
        Self::Advanced,
        Self::Entered,
        Self::Withdrew,
        Self::Repelled,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Seized => "seized",
            Self::Regained => "regained",
            Self::Lost => "lost",
            Self::Advanced => "advanced",
            Self::Entered => "entered",
            Self::Withdrew => "withdrew",
            Self::Repelled => "repelled",
        }
    }

    /// The action a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.word() == word)
    }
}

/// A legal or political act over land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleAction {
    /// Declared it its own.
    Annexed,
    /// Declared itself apart.
    Seceded,
    /// Gave up the title.
    Ceded,
    /// Recognised a title.
    Recognised,
    /// Claimed a title.
    Claimed,
    /// Gave up a claim.
    Renounced,
}

impl TitleAction {
    /// Every action, in the order of the public record.
    pub const ALL: [Self; 6] = [
        Self::Annexed,
        Self::Seceded,
        Self::Ceded,
        Self::Recognised,
        Self::Claimed,
        Self::Renounced,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Annexed => "annexed",
            Self::Seceded => "seceded",
            Self::Ceded => "ceded",
            Self::Recognised => "recognised",
            Self::Claimed => "claimed",
            Self::Renounced => "renounced",
        }
    }

    /// The action a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.word() == word)
    }
}

/// The kinds of claim, without what each carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// A party holds land.
    Holding,
    /// Land changes hands, or forces enter or leave it.
    Change,
    /// A legal or political act over land.
    Title,
    /// Something proposed in exchange for something.
    Offer,
    /// An answer to an offer.
    Response,
    /// People lost.
    Casualties,
    /// A quotation, word for word.
    Statement,
}

impl ClaimKind {
    /// Every kind, in the order of the public record.
    pub const ALL: [Self; 7] = [
        Self::Holding,
        Self::Change,
        Self::Title,
        Self::Offer,
        Self::Response,
        Self::Casualties,
        Self::Statement,
    ];

    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holding => "holding",
            Self::Change => "change",
            Self::Title => "title",
            Self::Offer => "offer",
            Self::Response => "response",
            Self::Casualties => "casualties",
            Self::Statement => "statement",
        }
    }

    /// The kind a word of the public record stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What a claim says beyond party, region, amount and date.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// A party holds land.
    Holding,
    /// Land changes hands, or forces enter or leave it.
    Change(ChangeAction),
    /// A legal or political act over land.
    Title(TitleAction),
    /// Something proposed in exchange for something.
    Offer {
        /// What the offerer gives.
        gives: Vec<Item>,
        /// What the offerer wants.
        asks: Vec<Item>,
        /// The ratio it states, if any.
        ratio: Option<Ratio>,
        /// How far it has come.
        status: OfferStatus,
    },
    /// An answer to an offer.
    Response {
        /// The answer.
        stance: Stance,
        /// The offer: its claim's identifier, or the phrase as printed.
        about: String,
    },
    /// People lost.
    Casualties,
    /// A quotation, word for word.
    Statement,
}

impl Detail {
    /// The kind of claim this detail belongs to.
    pub const fn kind(&self) -> ClaimKind {
        match self {
            Self::Holding => ClaimKind::Holding,
            Self::Change(_) => ClaimKind::Change,
            Self::Title(_) => ClaimKind::Title,
            Self::Offer { .. } => ClaimKind::Offer,
            Self::Response { .. } => ClaimKind::Response,
            Self::Casualties => ClaimKind::Casualties,
            Self::Statement => ClaimKind::Statement,
        }
    }
}

/// Which reader, and which of its rules, made a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderRule {
    /// The reader: `seisin` for ours.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The rule.
    pub rule: String,
}

/// One thing a report says: the record `seisin.claim/1`.
///
/// # Assumptions
/// `evidence.exact` is what stands at `evidence.span` of the text as captured, byte for byte; a
/// denied claim has [`Polarity::Denied`] and is never to be read as if affirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Its identity, see [`Claim::identify`].
    pub id: ClaimId,
    /// The document it stands in.
    pub document: Digest,
    /// The exact words.
    pub evidence: Evidence,
    /// From outlet to innermost speaker; empty where the reporter speaks in their own voice.
    pub source: Vec<SourceLink>,
    /// How firmly it is said.
    pub modality: Modality,
    /// The hedging words as printed.
    pub hedges: Vec<String>,
    /// Whether it is said to be so or not to be so.
    pub polarity: Polarity,
    /// Who holds, gains, acts, declares, offers, answers, lost people, or speaks.
    pub party: Option<PartyRef>,
    /// The other side.
    pub counterparty: Option<PartyRef>,
    /// The land.
    pub region: Option<RegionRef>,
    /// The amount.
    pub quantity: Option<Quantity>,
    /// When it was true or happened.
    pub valid: Option<ValidTime>,
    /// What else it says, by kind.
    pub detail: Detail,
    /// Which reader and rule made it.
    pub reader: ReaderRule,
}

impl Claim {
    /// The kind of claim.
    pub const fn kind(&self) -> ClaimKind {
        self.detail.kind()
    }

    /// The identity these contents give: the same document, reader version and content, the same
    /// identifier.
    ///
    /// # Method
    /// The first 20 hexadecimal digits of the SHA-256 over document, reader and version, kind,
    /// span, party, region and amount, after the prefix `c`. The rule's name does not enter.
    pub fn identify(&self) -> ClaimId {
        let party = self.party.as_ref().map_or("", |party| &party.id.0);
        let region = self.region.as_ref().map_or("", |region| &region.name);
        let quantity = self.quantity.as_ref().map_or_else(String::new, |quantity| {
            format!("{} {} {:?}", quantity.bound.word(), quantity.si_value(), quantity.high)
        });
        let key = format!(
            "{}\n{} {}\n{} {:?}\n{}..{}\n{party}\n{region}\n{quantity}",
            self.document,
            self.reader.id,
            self.reader.version,
            self.kind().word(),
            self.polarity,
            self.evidence.span.start,
            self.evidence.span.end,
        );
        let short: String = Digest::of(key.as_bytes()).hex().chars().take(20).collect();
        ClaimId(format!("c{short}"))
    }
}
