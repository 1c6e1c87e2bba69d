//! What a series is asked for.

use super::step::Step;
use crate::check::MapsRequest;
use seisin_core::{Date, PartyId, PublisherId};

/// A question for a series of holdings.
#[derive(Debug, Clone, Default)]
pub struct SeriesRequest {
    /// The days, half-open; `None` takes all that the maps speak for.
    pub days: Option<(Date, Date)>,
    /// How far apart its days are.
    pub every: Step,
    /// Which maps and boundaries.
    pub maps: MapsRequest,
    /// The publishers in order of preference, for one series out of several publishers' maps; empty
    /// for a series each.
    pub prefer: Vec<PublisherId>,
    /// Only this party's.
    pub party: Option<PartyId>,
    /// Only in this land: a name or an identifier.
    pub region: Option<String>,
}
