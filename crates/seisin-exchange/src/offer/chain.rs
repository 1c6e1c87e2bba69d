//! Which offer answers which with another.

use super::{
    answer::LinkRule,
    gather::is_party,
    record::{Offer, OfferId},
    settings::OfferSettings,
};
use seisin_core::{OfferStatus, Stance};

/// The offer that another one answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// The earlier offer.
    pub offer: OfferId,
    /// Why it was taken to be that one.
    pub rule: LinkRule,
}

/// Marks each offer that was put forward in answer to an earlier one.
///
/// # Method
/// An offer whose report calls it a counter-offer, or whose offerer's answer on record is one, is
/// tied to the latest earlier offer made to its offerer, by its own addressee where both are
/// named.
pub(crate) fn link_counters(offers: &mut [Offer], settings: &OfferSettings) {
    for later in 1..offers.len() {
        let (earlier, rest) = offers.split_at(later);
        let Some(counter) = rest.first() else { return };
        let answered = earlier.iter().rev().find(|offer| counters(counter, offer, settings));
        let link = answered
            .map(|offer| Counter { offer: offer.id.clone(), rule: LinkRule::PartiesAndDates });
        offers[later].counters = link;
    }
}

fn counters(counter: &Offer, offer: &Offer, settings: &OfferSettings) -> bool {
    let (by, to) = (counter.offerer.as_ref(), counter.addressee.as_ref());
    let facing = is_party(offer.addressee.as_ref(), by) || is_party(offer.offerer.as_ref(), to);
    let against = |one, other| is_party(one, other) || one.is_none() || other.is_none();
    let called_so = counter.statuses.iter().any(|told| told.status == OfferStatus::Countered);
    let answered_so = offer.answers.iter().any(|answer| {
        answer.stance == Stance::Counter
            && is_party(answer.party.as_ref(), by)
            && answer
                .period
                .gap_days(counter.period)
                .is_some_and(|gap| gap <= settings.same_answer_days)
    });
    let near = offer.period.gap_days(counter.period).is_none_or(|gap| gap <= settings.answer_days);
    facing
        && against(offer.addressee.as_ref(), by)
        && against(offer.offerer.as_ref(), to)
        && near
        && (called_so || answered_so)
}

/// The offers as chains over time: each starts with an offer that answers none and goes on with
/// what answers it, earliest first. An offer with two counter-offers stands in two chains.
pub fn chains(offers: &[Offer]) -> Vec<Vec<OfferId>> {
    let answered_by = |id: &OfferId| -> Vec<&Offer> {
        let countering = |offer: &&Offer| offer.counters.as_ref().is_some_and(|c| c.offer == *id);
        offers.iter().filter(countering).collect()
    };
    let mut open: Vec<Vec<OfferId>> = offers
        .iter()
        .rev()
        .filter(|offer| offer.counters.is_none())
        .map(|offer| vec![offer.id.clone()])
        .collect();
    let mut chains = Vec::new();
    while let Some(chain) = open.pop() {
        let next = chain.last().map(answered_by).unwrap_or_default();
        if next.is_empty() {
            chains.push(chain);
            continue;
        }
        for offer in next.into_iter().rev() {
            let mut longer = chain.clone();
            longer.push(offer.id.clone());
            open.push(longer);
        }
    }
    chains
}
