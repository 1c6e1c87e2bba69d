//! What is asked of a line of contact.

use crate::check::MapsRequest;
use seisin_core::{Date, PartyId};

/// A question for the line where two parties' land meets.
#[derive(Debug, Clone)]
pub struct ContactRequest {
    /// The days, half-open.
    pub days: (Date, Date),
    /// Which maps and boundaries.
    pub maps: MapsRequest,
    /// The two parties; `None` where the map and the boundary set know of two alone.
    pub between: Option<[PartyId; 2]>,
    /// Only in this land: a name or an identifier.
    pub region: Option<String>,
}
