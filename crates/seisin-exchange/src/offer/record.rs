//! An offer: who proposes to give what for what, told by whom, and how it was answered.

use super::{answer::Answer, chain::Counter, period::Period, reported::Citation, variant::Variant};
use seisin_core::{Date, Digest, Item, OfferStatus, PartyId, PartyRef};
use std::{collections::BTreeSet, fmt};

/// An offer's identifier, made from the claim it was first seen in: `o` and that claim's digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfferId(pub String);

impl fmt::Display for OfferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How far an offer had come by a day, as a report says.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusReport {
    /// How far.
    pub status: OfferStatus,
    /// The first day the report speaks of, or the day it came out.
    pub on: Option<Date>,
    /// Where it says so.
    pub citation: Citation,
}

/// An offer: who proposes to give what for what, told by whom, and how it was answered.
///
/// # Assumptions
/// It may not be changed: gathered again from more claims it is a new record. Its identifier stays
/// as long as no earlier report of it comes to light.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its identity.
    pub id: OfferId,
    /// Who offers, where some report says.
    pub offerer: Option<PartyRef>,
    /// To whom, where some report says.
    pub addressee: Option<PartyRef>,
    /// The first day any report of it speaks of, or came out.
    pub first_seen: Option<Date>,
    /// Its versions, earliest first.
    pub variants: Vec<Variant>,
    /// How far it had come, report by report, in the order of their days.
    pub statuses: Vec<StatusReport>,
    /// The answers on record, in the order of their days.
    pub answers: Vec<Answer>,
    /// Where somebody denies that it was made.
    pub denials: Vec<Citation>,
    /// The offer it answers with another, where it does.
    pub counters: Option<Counter>,
    pub(crate) period: Period,
}

impl Offer {
    /// What it would give, in the version that says most.
    pub fn gives(&self) -> &[Item] {
        self.fullest().map_or(&[], |variant| &variant.gives)
    }

    /// What it wants, in the version that says most.
    pub fn asks(&self) -> &[Item] {
        self.fullest().map_or(&[], |variant| &variant.asks)
    }

    /// The version that names most regions and amounts; the earliest of several.
    pub fn fullest(&self) -> Option<&Variant> {
        let said = |variant: &Variant| {
            let items = variant.gives.iter().chain(&variant.asks);
            items.map(weight).sum::<usize>()
        };
        self.variants.iter().rev().max_by_key(|variant| said(variant))
    }

    /// How many independent reports tell of it.
    pub fn independent_origins(&self) -> usize {
        self.citations().map(|citation| citation.origin).collect::<BTreeSet<Digest>>().len()
    }

    /// How many reports tell of it, copies included.
    pub fn reports(&self) -> usize {
        self.citations().map(|citation| citation.document).collect::<BTreeSet<Digest>>().len()
    }

    /// Every place it is told.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.statuses.iter().map(|report| &report.citation)
    }

    /// How far it had come at the end of `on`, as the latest report about that time says; with no
    /// day given, as the latest report of all says.
    pub fn status_on(&self, on: Option<Date>) -> Option<OfferStatus> {
        let by_then = |report: &&StatusReport| match (on, report.on) {
            (Some(day), Some(reported)) => reported <= day,
            _ => true,
        };
        self.statuses.iter().rfind(by_then).map(|report| report.status)
    }

    /// Every answer of `party`, earliest first; `None` where none is on record, which is not the
    /// same as an answer that leaves it open.
    pub fn answers_by(&self, party: &PartyId) -> Option<Vec<&Answer>> {
        let by_party = |answer: &&Answer| answer.party.as_ref().is_some_and(|by| by.id == *party);
        let answers: Vec<&Answer> = self.answers.iter().filter(by_party).collect();
        (!answers.is_empty()).then_some(answers)
    }

    /// Where `party` stood at the end of `on`: its latest answers by then, several where they
    /// contradict each other about the same days; `None` where none is on record by then.
    pub fn stance_on(&self, party: &PartyId, on: Date) -> Option<Vec<&Answer>> {
        let mut answers = self.answers_by(party)?;
        answers.retain(|answer| answer.period.from.is_none_or(|day| day <= on));
        let latest = *answers.last()?;
        answers.retain(|answer| answer.period.gap_days(latest.period).is_none_or(|gap| gap == 0));
        Some(answers)
    }
}

fn weight(item: &Item) -> usize {
    1 + usize::from(item.region.is_some())
        + usize::from(item.quantity.is_some())
        + usize::from(!item.vague)
}
