//! What to check, against which maps.

use crate::land::Coarse;
use seisin_core::{ClaimId, Date, PartyId, PublisherId, Timestamp, Tolerance};

/// A question to the maps.
#[derive(Debug, Clone)]
pub struct CheckRequest {
    /// The words or the claim.
    pub target: Target,
    /// The days, half-open; `None` takes the claim's own.
    pub days: Option<(Date, Date)>,
    /// Which maps and boundaries.
    pub maps: MapsRequest,
    /// Whose holding, where the sentence does not say.
    pub party: Option<PartyId>,
    /// Which land, where the sentence does not say: a name or an identifier.
    pub region: Option<String>,
    /// The frame a share is measured against.
    pub frame: Option<String>,
    /// How wide "about" is taken.
    pub tolerance: Tolerance,
}

/// What is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A sentence as typed.
    Sentence(String),
    /// A claim on record.
    Claim(ClaimId),
}

/// Which maps, as known when, and what cuts them.
#[derive(Debug, Clone)]
pub struct MapsRequest {
    /// These publishers; none means all on record.
    pub publishers: Vec<PublisherId>,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
    /// The boundary set to take regions from; `None` takes the one that has the region.
    pub boundaries: Option<String>,
    /// Whether the coarse built-in regions may cut.
    pub coarse: Coarse,
    /// For how many days an edition speaks when none follows.
    pub edition_valid_days: i32,
}

impl MapsRequest {
    /// For how many days an edition speaks when none follows, unless a question says otherwise:
    /// publishers of daily maps have paused for up to 13 days.
    pub const EDITION_VALID_DAYS: i32 = 14;
}

impl Default for MapsRequest {
    fn default() -> Self {
        Self {
            publishers: Vec::new(),
            known_on: None,
            boundaries: None,
            coarse: Coarse::NameOnly,
            edition_valid_days: Self::EDITION_VALID_DAYS,
        }
    }
}
