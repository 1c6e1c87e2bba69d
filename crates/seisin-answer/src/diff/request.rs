//! What is compared with what.

use crate::check::MapsRequest;
use seisin_core::{Date, PartyId, PublisherId, Timestamp};

/// A question for what differs.
#[derive(Debug, Clone)]
pub struct DiffRequest {
    /// The two sides.
    pub sides: DiffSides,
    /// Which maps and boundaries; its `known_on` counts for both sides unless they differ in it.
    pub maps: MapsRequest,
    /// Only this party's.
    pub party: Option<PartyId>,
    /// Only in this land: a name or an identifier.
    pub region: Option<String>,
}

/// The two sides of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffSides {
    /// Two days of each publisher.
    Days {
        /// The first.
        from: Date,
        /// The second.
        to: Date,
    },
    /// Two publishers on one day.
    Publishers {
        /// The day.
        on: Date,
        /// The first.
        one: PublisherId,
        /// The second.
        other: PublisherId,
    },
    /// Two states of knowledge of one day, of each publisher.
    Known {
        /// The day.
        on: Date,
        /// What was published by then.
        earlier: Timestamp,
        /// What was published by then.
        later: Timestamp,
    },
}
