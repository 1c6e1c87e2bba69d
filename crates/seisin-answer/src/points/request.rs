//! What is asked of positions.

use crate::{check::MapsRequest, exchange::NamedSite};
use seisin_core::Date;

/// A question for who is shown to hold the land at some positions.
#[derive(Debug, Clone)]
pub struct PointsRequest {
    /// The days, half-open.
    pub days: (Date, Date),
    /// Which maps.
    pub maps: MapsRequest,
    /// The positions: settlements or sites, as the caller names them.
    pub sites: Vec<NamedSite>,
}
