//! How an offer was answered.

use super::{period::Period, reported::Citation};
use seisin_core::{Date, Digest, PartyRef, Stance, ValidTime};
use std::collections::BTreeSet;

/// Why a claim was taken to belong to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkRule {
    /// It is the claim that the offer was first seen in.
    FirstReport,
    /// It names the offer, or one of its claims, by identifier.
    NamedById,
    /// The words it uses for the offer stand in the offer.
    NamedByPhrase,
    /// The same parties, the same things, near in time.
    PartiesAndDates,
    /// It stands in the same report, or a copy of it, with nothing that speaks against it.
    SameReport,
}

impl LinkRule {
    /// The rule's name, as answers print it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstReport => "first_report",
            Self::NamedById => "named_by_id",
            Self::NamedByPhrase => "named_by_phrase",
            Self::PartiesAndDates => "parties_and_dates",
            Self::SameReport => "same_report",
        }
    }
}

/// How one party answered an offer, however many reports carry it.
///
/// # Assumptions
/// Reports of one party with one stance within [`same_answer_days`] are one answer. Another stance,
/// or the same one much later, is another answer beside it: contradictory answers coexist.
///
/// [`same_answer_days`]: crate::OfferSettings::same_answer_days
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Who answered, where the reports name it.
    pub party: Option<PartyRef>,
    /// The answer.
    pub stance: Stance,
    /// When, as the first report that dates it says.
    pub on: Option<ValidTime>,
    /// Why it was taken to answer this offer.
    pub rule: LinkRule,
    /// On what conditions, in the words of its reports.
    pub conditions: Vec<String>,
    /// Every report of it, in the order they were taken.
    pub citations: Vec<Citation>,
    pub(crate) period: Period,
}

impl Answer {
    /// The first day that the reports of it speak of, or came out; `None` where none is dated.
    pub fn first_day(&self) -> Option<Date> {
        self.period.from
    }

    /// How many independent reports carry it.
    pub fn independent_origins(&self) -> usize {
        self.citations.iter().map(|citation| citation.origin).collect::<BTreeSet<Digest>>().len()
    }

    /// How many reports carry it, copies included.
    pub fn reports(&self) -> usize {
        self.citations.iter().map(|citation| citation.document).collect::<BTreeSet<Digest>>().len()
    }
}
