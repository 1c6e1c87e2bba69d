//! What is known of copies: the report they go back to, and why.

use seisin_core::{Bound, Claim, ClaimId, Digest, Document, Quantity};

/// A captured report with what was read from it.
#[derive(Debug, Clone, Copy)]
pub struct OriginInput<'a> {
    /// What is known of it.
    pub document: &'a Document,
    /// Its text as captured.
    pub text: &'a str,
    /// The claims read from it.
    pub claims: &'a [Claim],
}

/// One independent report with every report that goes back to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The independent report: the earliest member.
    pub earliest: Digest,
    /// Every member, the earliest first.
    pub members: Vec<Member>,
}

/// A report that belongs to an origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Which report.
    pub document: Digest,
    /// The member it was found to go back to; `None` for the earliest.
    pub follows: Option<Digest>,
    /// How it goes back to that member.
    pub relation: Relation,
    /// By which signs.
    pub reasons: Vec<Reason>,
    /// Where its figures differ from those of the earliest member.
    pub drifts: Vec<Drift>,
}

/// How a report goes back to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// It is the independent report, as far as can be seen.
    Original,
    /// It prints the other's words, perhaps shortened or under a headline of its own.
    Verbatim,
    /// Much of it is the other's words, the rest is worded anew.
    Adapted,
    /// It credits the other and is in another language.
    CreditedTranslation,
    /// It credits the other and tells the same in words of its own.
    CreditedRetelling,
    /// It tells the same without credit.
    Rewrite,
}

impl Relation {
    /// The word that leaves the program.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Verbatim => "verbatim",
            Self::Adapted => "adapted",
            Self::CreditedTranslation => "credited_translation",
            Self::CreditedRetelling => "credited_retelling",
            Self::Rewrite => "rewrite",
        }
    }
}

/// A sign that one report goes back to another.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// So much of the shorter report's wording stands in the other too, as a part of 1.
    SharedWording {
        /// The part of the shorter report's runs of five words.
        share: f64,
    },
    /// A run of words outside quotation marks stands in both.
    SharedPhrase {
        /// The words as the later report prints them.
        words: String,
    },
    /// A quotation stands in both.
    SharedQuotation {
        /// The words as the later report prints them.
        words: String,
    },
    /// Both give the same figure, for the same party and land where these are known.
    SharedFigure {
        /// The figure as the later report prints it.
        words: String,
    },
    /// One names the other as where it comes from.
    Credit {
        /// The words that say so.
        words: String,
    },
    /// Both use rare words or names, whatever the script.
    SharedNames {
        /// The words, transliterated, in alphabetical order.
        words: Vec<String>,
    },
    /// Both tell what they share in the same order.
    SameOrder {
        /// How many things they share.
        shared: usize,
    },
}

/// An amount as a report prints it.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The claim made of it; `None` where none was.
    pub claim: Option<ClaimId>,
    /// The comparator as understood.
    pub bound: Bound,
    /// The number in the printed unit; a share as a part of 1.
    pub value: f64,
    /// The unit as UCUM or the counted noun.
    pub unit: String,
    /// The words.
    pub words: String,
}

impl Printed {
    /// An amount, with the claim made of it.
    pub(crate) fn of(quantity: &Quantity, claim: Option<ClaimId>) -> Self {
        Self {
            claim,
            bound: quantity.bound,
            value: quantity.value,
            unit: quantity.unit.ucum().into_owned(),
            words: quantity.original_value.clone(),
        }
    }
}

/// A figure that changed on its way from the earliest report to a later one: "more than 400"
/// became "some 400".
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// As the earliest report prints it.
    pub earliest: Printed,
    /// As the later one prints it.
    pub member: Printed,
}
