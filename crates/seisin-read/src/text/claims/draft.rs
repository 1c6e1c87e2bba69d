//! A claim before it is written down.

use super::{context::Found, told::Told, when::Dated};
use crate::text::quantity::QuantityMention;
use seisin_core::{Detail, PartyRef, RegionRef};
use std::ops::Range;

/// A claim before it is written down.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// What it says.
    pub(crate) detail: Detail,
    /// Who holds, gains, acts.
    pub(crate) party: Option<Found<PartyRef>>,
    /// The other side.
    pub(crate) counterparty: Option<PartyRef>,
    /// The land.
    pub(crate) region: Option<Found<RegionRef>>,
    /// The amount.
    pub(crate) quantity: Option<QuantityMention>,
    /// When.
    pub(crate) dated: Option<Dated>,
    /// How it is told.
    pub(crate) told: Told,
    /// The words it rests on, in bytes of the repaired text.
    pub(crate) evidence: Range<usize>,
    /// Whether its verb is finite and real: not "to cede", "ceding", "would cede".
    pub(crate) finite: bool,
    /// Where the party is named.
    pub(crate) party_range: Option<Range<usize>>,
    /// Where the land is named.
    pub(crate) region_range: Option<Range<usize>>,
    /// Where the speaker is named.
    pub(crate) speaker_range: Option<Range<usize>>,
    /// The rule that made it.
    pub(crate) rule: String,
}

impl Draft {
    /// A claim with its words and the way it is told, its parts still to be filled in.
    pub(crate) const fn told(
        detail: Detail,
        told: Told,
        evidence: Range<usize>,
        rule: String,
    ) -> Self {
        Self {
            detail,
            party: None,
            counterparty: None,
            region: None,
            quantity: None,
            dated: None,
            told,
            evidence,
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule,
        }
    }
}
