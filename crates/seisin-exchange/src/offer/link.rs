//! Which offer a response answers.

use super::{
    answer::{Answer, LinkRule},
    compare::terms_of,
    condition::conditions,
    entry::offer_named,
    gather::{Group, Unlinked, UnlinkedReason, is_party},
    record::Offer,
    reported::ReportedClaim,
    settings::OfferSettings,
};
use seisin_core::{Detail, OfferStatus, Polarity, Stance};
use std::collections::BTreeSet;

/// Words that stand for any offer and so tell none from another.
const GENERIC: [&str; 20] = [
    "agreement",
    "deal",
    "exchange",
    "idea",
    "initiative",
    "offer",
    "offered",
    "plan",
    "proposal",
    "proposed",
    "land",
    "territory",
    "territories",
    "swap",
    "trade",
    "their",
    "this",
    "that",
    "with",
    "from",
];

/// How the response's days lie to the offer's, the likeliest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Timing {
    Before,
    FarOrUnknown,
    Near,
}

/// Where the response stands to the offer's nearest report, the likeliest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Position {
    InAnotherReport,
    AheadOfIt,
    AfterIt,
}

/// How well a response goes with an offer, the best first when sorted downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Tie {
    named: bool,
    shared_words: usize,
    parties: usize,
    timing: Timing,
    position: Position,
    nearness: i64,
}

impl Tie {
    fn rule(self) -> LinkRule {
        if self.named {
            LinkRule::NamedById
        } else if self.shared_words > 0 {
            LinkRule::NamedByPhrase
        } else if self.parties > 0 {
            LinkRule::PartiesAndDates
        } else {
            LinkRule::SameReport
        }
    }
}

/// Hangs every response among `claims` on its offer, and gives back what fits none.
pub(crate) fn answers(
    claims: &[ReportedClaim<'_>],
    groups: &[Group<'_>],
    offers: &mut [Offer],
    settings: &OfferSettings,
) -> Vec<Unlinked> {
    let mut unlinked = Vec::new();
    for said in claims {
        let Detail::Response { stance, about } = &said.claim.detail else { continue };
        let mut leave = |reason| {
            unlinked.push(Unlinked { claim: said.claim.id.clone(), reason });
        };
        if said.claim.polarity == Polarity::Denied {
            leave(UnlinkedReason::DeniesAnswer);
        } else if let Some((index, rule)) = best_offer(said, about, (offers, groups), settings) {
            record(&mut offers[index].answers, said, (*stance, rule), settings);
        } else {
            leave(UnlinkedReason::NoOfferOnRecord);
        }
    }
    for offer in offers {
        offer.answers.sort_by_key(|answer| (answer.period.from.is_none(), answer.period.from));
    }
    unlinked
}

/// The offer a response goes with best, the earliest of equals, and by which rule.
fn best_offer(
    said: &ReportedClaim<'_>,
    about: &str,
    (offers, groups): (&[Offer], &[Group<'_>]),
    settings: &OfferSettings,
) -> Option<(usize, LinkRule)> {
    let ties = offers.iter().zip(groups).enumerate().filter_map(|(index, pair)| {
        Some((tie(said, about, pair, settings)?, std::cmp::Reverse(index)))
    });
    ties.max().map(|(tie, index)| (index.0, tie.rule()))
}

/// Adds a report to the answers of an offer: to the one it repeats, or as one of its own.
fn record(
    answers: &mut Vec<Answer>,
    said: &ReportedClaim<'_>,
    (stance, rule): (Stance, LinkRule),
    settings: &OfferSettings,
) {
    let period = said.period();
    let repeats = |answer: &&mut Answer| {
        let same_origin = answer.citations.iter().any(|citation| citation.origin == said.origin());
        let gap = answer.period.gap_days(period);
        answer.stance == stance
            && answer.party.as_ref().map(|by| &by.id) == said.party().map(|by| &by.id)
            && (answer.party.is_some() || same_origin)
            && gap.is_none_or(|days| days <= settings.same_answer_days)
    };
    let citation = said.cite(rule);
    if let Some(answer) = answers.iter_mut().find(repeats) {
        answer.on = answer.on.take().or_else(|| said.claim.valid.clone());
        let told = conditions(said.claim).into_iter();
        let more: Vec<String> = told.filter(|one| !answer.conditions.contains(one)).collect();
        answer.conditions.extend(more);
        answer.citations.push(citation);
    } else {
        answers.push(Answer {
            party: said.party().cloned(),
            stance,
            on: said.claim.valid.clone(),
            rule,
            conditions: conditions(said.claim),
            citations: vec![citation],
            period,
        });
    }
}

fn tie(
    said: &ReportedClaim<'_>,
    about: &str,
    (offer, group): (&Offer, &Group<'_>),
    settings: &OfferSettings,
) -> Option<Tie> {
    let meant = |member: &ReportedClaim<'_>| {
        member.claim.id.0 == about || offer_named(member.claim).is_some_and(|name| name == about)
    };
    let named = about == offer.id.0 || group.members.iter().any(|(member, _)| meant(member));
    let to_offerer = is_party(offer.offerer.as_ref(), said.counterparty());
    let by_addressee = is_party(offer.addressee.as_ref(), said.party());
    let same_origin = group.members.iter().any(|(member, _)| member.origin() == said.origin());
    let gap = said.period().gap_days(offer.period);
    let timing = if said.period().is_before(offer.period) {
        Timing::Before
    } else if gap.is_some_and(|days| days <= settings.answer_days) {
        Timing::Near
    } else {
        Timing::FarOrUnknown
    };
    let in_reach = same_origin || ((to_offerer || by_addressee) && timing == Timing::Near);
    let possible = named || (in_reach && can_answer(said, offer));
    let place = nearest(said, group);
    let days_away = gap.map_or(i64::MIN, |days| -i64::from(days));
    possible.then(|| Tie {
        named,
        shared_words: shared_words(about, group),
        parties: usize::from(to_offerer) + usize::from(by_addressee),
        timing,
        position: place.map_or(Position::InAnotherReport, |(position, _)| position),
        nearness: place.map_or(days_away, |(_, near)| near),
    })
}

/// Whether the response's parties let it be an answer to the offer at all.
fn can_answer(said: &ReportedClaim<'_>, offer: &Offer) -> bool {
    let concluded =
        matches!(offer.status_on(None), Some(OfferStatus::Agreed | OfferStatus::Implemented));
    let to_offerer = is_party(offer.offerer.as_ref(), said.counterparty());
    let to_addressee = is_party(offer.addressee.as_ref(), said.counterparty());
    let by_offerer = is_party(offer.offerer.as_ref(), said.party());
    let addressed = said.counterparty().is_none()
        || offer.offerer.is_none()
        || to_offerer
        || (concluded && to_addressee);
    // Nobody answers their own offer, but a parliament may turn down its own government's.
    addressed && (!by_offerer || to_offerer || concluded)
}

/// Where the offer's nearest report in the response's own document stands, and how near, negated;
/// `None` where there is none.
fn nearest(said: &ReportedClaim<'_>, group: &Group<'_>) -> Option<(Position, i64)> {
    let here = group.members.iter().filter(|(member, _)| member.document.id == said.document.id);
    let place = |start: usize| {
        let distance = i64::try_from(start.abs_diff(said.start())).unwrap_or(i64::MAX);
        let after = if start <= said.start() { Position::AfterIt } else { Position::AheadOfIt };
        (after, -distance)
    };
    here.map(|(member, _)| place(member.start())).max()
}

/// How many telling words of `about` stand in the offer's reports or in what they say it gives
/// and asks.
fn shared_words(about: &str, group: &Group<'_>) -> usize {
    let words_of = |said: &ReportedClaim<'_>| {
        let mut words = telling_words(&said.claim.evidence.exact);
        let terms = terms_of(said);
        let items = terms.iter().flat_map(|terms| terms.gives.iter().chain(terms.asks));
        words.extend(items.flat_map(|item| telling_words(&item.text)));
        words
    };
    let offered: BTreeSet<String> =
        group.members.iter().flat_map(|(member, _)| words_of(member)).collect();
    telling_words(about).intersection(&offered).count()
}

fn telling_words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().count() > 3 && !GENERIC.contains(word))
        .map(str::to_owned)
        .collect()
}
