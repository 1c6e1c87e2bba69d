//! The part of a publisher's map that a holding is, from edition to edition.

use crate::{entry::EditionEntry, record::HoldingRecord};
use seisin_core::{PartyId, PublisherId, RegionId};
use std::collections::BTreeMap;

/// The part of a publisher's map that a holding is: whose, where, in what role, and the how many-th
/// of those that are alike in this.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) publisher: PublisherId,
    pub(crate) party: PartyId,
    pub(crate) within: Option<RegionId>,
    pub(crate) role: String,
    pub(crate) nth: usize,
}

impl Part {
    /// The holdings of an edition with the parts they are.
    pub(crate) fn of_all(entry: &EditionEntry) -> impl Iterator<Item = (Self, &HoldingRecord)> {
        let mut seen: BTreeMap<(&PartyId, Option<&RegionId>, &str), usize> = BTreeMap::new();
        entry.holdings.iter().map(move |holding| {
            let alike = (&holding.party, holding.within.as_ref(), holding.role.as_str());
            let count = seen.entry(alike).or_default();
            *count += 1;
            let part = Self {
                publisher: entry.edition.publisher.clone(),
                party: holding.party.clone(),
                within: holding.within.clone(),
                role: holding.role.clone(),
                nth: *count - 1,
            };
            (part, holding)
        })
    }
}
