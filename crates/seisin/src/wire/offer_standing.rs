//! Where each party stood on an offer, and how far it had come, day by day.

use super::offer::name;
use seisin_core::{Date, PartyId, PartyRef};
use seisin_exchange::{Offer, StatusReport};
use serde::Serialize;

/// Where one party stood: no stance at all where no answer of it is on record by then.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StandingJson {
    party: String,
    part: &'static str,
    stances: Vec<&'static str>,
    since: Option<String>,
    contradictory: bool,
}

/// How far the offer had come, as one report says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StatusJson {
    status: &'static str,
    on: Option<String>,
    claim: String,
}

impl From<&StatusReport> for StatusJson {
    fn from(report: &StatusReport) -> Self {
        Self {
            status: report.status.word(),
            on: report.on.map(|day| day.to_string()),
            claim: report.citation.claim.to_string(),
        }
    }
}

/// Where every party of an offer stood at the end of a day, or by the last report of all.
pub(crate) fn standing(offer: &Offer, on: Option<Date>) -> Vec<StandingJson> {
    let mut parties: Vec<(&PartyRef, &'static str)> = Vec::new();
    let named = [(offer.offerer.as_ref(), "offerer"), (offer.addressee.as_ref(), "addressee")];
    let answered = offer.answers.iter().map(|answer| (answer.party.as_ref(), "other"));
    for (party, part) in named.into_iter().chain(answered) {
        if let Some(party) = party.filter(|one| parties.iter().all(|(own, _)| own.id != one.id)) {
            parties.push((party, part));
        }
    }
    parties.into_iter().map(|(party, part)| stood(offer, (party, part), on)).collect()
}

fn stood(
    offer: &Offer,
    (party, part): (&PartyRef, &'static str),
    on: Option<Date>,
) -> StandingJson {
    let day = on.unwrap_or(Date::MAX);
    let answers = stance_of(offer, &party.id, day);
    let mut stances: Vec<&'static str> = answers.iter().map(|(stance, _)| *stance).collect();
    stances.sort_unstable();
    stances.dedup();
    StandingJson {
        party: name(Some(party)).unwrap_or_default(),
        part,
        contradictory: stances.len() > 1,
        since: answers.iter().filter_map(|(_, day)| *day).min().map(|day| day.to_string()),
        stances,
    }
}

fn stance_of(offer: &Offer, party: &PartyId, day: Date) -> Vec<(&'static str, Option<Date>)> {
    let answers = offer.stance_on(party, day).unwrap_or_default();
    answers.into_iter().map(|answer| (answer.stance.word(), answer.first_day())).collect()
}
