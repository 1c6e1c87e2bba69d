//! Why an exchange was not measured.

use seisin_core::PartyId;
use seisin_measure::OverlayError;

/// Why an exchange was not measured.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// Both sides are one party.
    #[error("measure an exchange of {party} with itself\nhint: name two parties")]
    SameParty {
        /// The party.
        party: PartyId,
    },
    /// A side gives no land.
    #[error(
        "measure an exchange in which {party} gives no land ({what})\n\
         hint: look at what it holds there on that date, or name another region, map or date"
    )]
    NothingGiven {
        /// The side.
        party: PartyId,
        /// What it was to give.
        what: String,
    },
    /// Some land would be given by both.
    #[error(
        "measure an exchange in which both sides give the same {square_km:.3} km²\n\
         hint: choose holdings of one map and date, which do not overlap"
    )]
    GivenTwice {
        /// How much.
        square_km: f64,
    },
    /// A side gives land outside its territory.
    #[error(
        "measure an exchange in which {party} gives {square_km:.3} km² outside its own territory\n\
         hint: give the territory of the same map and date, or leave both territories out"
    )]
    NotItsOwn {
        /// The side.
        party: PartyId,
        /// How much.
        square_km: f64,
    },
    /// The territories overlap.
    #[error(
        "measure an exchange between territories that overlap by {square_km:.3} km²\n\
         hint: give what each side holds, not what it claims"
    )]
    TerritoriesOverlap {
        /// By how much.
        square_km: f64,
    },
    /// The shapes could not be laid over each other.
    #[error("lay the shapes of the exchange over each other")]
    Overlay(#[from] OverlayError),
}
