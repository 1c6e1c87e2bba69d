//! A claim as another program proposes it.

use seisin_core::{ChangeAction, Modality, OfferStatus, Polarity, Stance, TitleAction};

/// A claim as another program proposes it: every part as printed in the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The program, which stays on the claim.
    pub reader: String,
    /// Its version.
    pub reader_version: String,
    /// The words the claim rests on.
    pub quote: String,
    /// What sort of claim, with what that sort alone has.
    pub detail: CandidateDetail,
    /// So or not so.
    pub polarity: Polarity,
    /// How firmly.
    pub modality: Modality,
    /// The party.
    pub party: Option<String>,
    /// The other party.
    pub counterparty: Option<String>,
    /// The land.
    pub region: Option<String>,
    /// The amount.
    pub quantity: Option<CandidateAmount>,
    /// The date.
    pub date: Option<String>,
    /// Who says it.
    pub speaker: Option<String>,
}

/// An amount as proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidateAmount {
    /// As printed.
    pub text: String,
    /// The number it is said to be.
    pub value: f64,
    /// The unit it is said to be in, as a UCUM code or the counted noun.
    pub unit: String,
}

/// What sort of claim is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CandidateDetail {
    /// Land is held.
    Holding,
    /// Land changes hands.
    Change(ChangeAction),
    /// An act of title.
    Title(TitleAction),
    /// People hurt, killed or moved.
    Casualties,
    /// Words spoken.
    Statement,
    /// Something is offered: what is given and what is asked, as printed.
    Offer {
        /// What is given.
        gives: Vec<String>,
        /// What is asked.
        asks: Vec<String>,
        /// How far it went.
        status: OfferStatus,
    },
    /// An offer is answered.
    Response {
        /// How.
        stance: Stance,
        /// What is answered, as printed.
        about: String,
    },
}
