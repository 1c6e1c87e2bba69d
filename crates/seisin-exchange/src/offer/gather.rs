//! From claims to offers with their versions and answers.

use super::{
    answer::LinkRule,
    chain,
    compare::{self, Fit, parties_fit, same_offer},
    entry, link,
    period::Period,
    record::{Offer, OfferId, StatusReport},
    reported::ReportedClaim,
    settings::OfferSettings,
    variant::variants,
};
use seisin_core::{ClaimId, Item, OfferStatus, PartyRef, Polarity};
use std::collections::BTreeSet;

/// Why a claim belongs to no offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlinkedReason {
    /// It denies an offer of which there is no report.
    DeniesUnknownOffer,
    /// It denies that an answer was given; a denial is no answer.
    DeniesAnswer,
    /// It answers something that no report on record offers.
    NoOfferOnRecord,
}

impl UnlinkedReason {
    /// The reason as a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::DeniesUnknownOffer => "it denies an offer that no report on record makes",
            Self::DeniesAnswer => "it denies that an answer was given",
            Self::NoOfferOnRecord => "no report on record makes an offer that it could answer",
        }
    }
}

/// A claim about offers that belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlinked {
    /// The claim.
    pub claim: ClaimId,
    /// Why.
    pub reason: UnlinkedReason,
}

/// The offers that some claims tell of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offers {
    /// In the order of the day they were first seen.
    pub offers: Vec<Offer>,
    /// Claims about offers that belong to none of them.
    pub unlinked: Vec<Unlinked>,
}

/// One offer's reports while they are being gathered.
#[derive(Debug, Default)]
pub(crate) struct Group<'a> {
    pub(crate) members: Vec<(ReportedClaim<'a>, LinkRule)>,
    pub(crate) denials: Vec<ReportedClaim<'a>>,
}

/// The offers that `claims` tell of, each with its versions and answers.
///
/// Claims that are neither offers nor responses are passed over. The order of `claims` does not
/// matter.
///
/// # Method
/// Reports of one offerer to one addressee about the same sort of things in the same regions
/// within [`OfferSettings::same_offer_days`] are one offer; exact ones are taken together first,
/// and one that leaves open what is meant joins the offer it fits best. A response is tied by the
/// first that applies of: an identifier, words that stand in the offer, parties and dates, standing
/// in the same report; see [`LinkRule`].
pub fn offers(claims: &[ReportedClaim<'_>], settings: &OfferSettings) -> Offers {
    let out_of_date: BTreeSet<&str> =
        claims.iter().filter_map(|said| entry::replaced(said.claim)).collect();
    let stands = |said: &&ReportedClaim<'_>| !out_of_date.contains(said.claim.id.0.as_str());
    let mut in_order: Vec<ReportedClaim<'_>> = claims.iter().filter(stands).copied().collect();
    in_order.sort_by_cached_key(ReportedClaim::order);
    in_order.dedup_by(|one, other| one.claim.id == other.claim.id);
    let (groups, mut unlinked) = gather(&in_order, settings);
    let mut offers: Vec<Offer> = groups.iter().map(offer_of).collect();
    unlinked.extend(link::answers(&in_order, &groups, &mut offers, settings));
    offers.sort_by_cached_key(|offer| {
        (offer.first_seen.is_none(), offer.first_seen, offer.id.clone())
    });
    chain::link_counters(&mut offers, settings);
    Offers { offers, unlinked }
}

/// Groups the reports of each offer, the exact ones first; what denies an unknown offer is left.
fn gather<'a>(
    claims: &[ReportedClaim<'a>],
    settings: &OfferSettings,
) -> (Vec<Group<'a>>, Vec<Unlinked>) {
    let tells_of_offer = claims.iter().filter(|said| compare::terms_of(said).is_some()).copied();
    let (denials, made): (Vec<_>, Vec<_>) =
        tells_of_offer.partition(|said| said.claim.polarity == Polarity::Denied);
    let (exact, vague): (Vec<_>, Vec<_>) = made.into_iter().partition(is_exact);
    let mut groups: Vec<Group<'a>> = Vec::new();
    for said in exact.into_iter().chain(vague) {
        if let Some(index) = named_group(&groups, &said) {
            groups[index].members.push((said, LinkRule::NamedById));
        } else if let Some(index) = best_group(&groups, &said, settings) {
            let rule = rule_of_joining(&groups[index], &said);
            groups[index].members.push((said, rule));
        } else {
            let members = vec![(said, LinkRule::FirstReport)];
            groups.push(Group { members, denials: Vec::new() });
        }
    }
    let unlinked = denials.into_iter().filter_map(|said| deny(&mut groups, said, settings));
    let unlinked = unlinked.collect();
    (groups, unlinked)
}

/// Adds a denial to the offer it denies; gives it back where there is none.
fn deny<'a>(
    groups: &mut [Group<'a>],
    said: ReportedClaim<'a>,
    settings: &OfferSettings,
) -> Option<Unlinked> {
    if let Some(index) = best_group(groups, &said, settings) {
        groups[index].denials.push(said);
        return None;
    }
    let reason = UnlinkedReason::DeniesUnknownOffer;
    Some(Unlinked { claim: said.claim.id.clone(), reason })
}

/// Whether a claim says of some land or thing what exactly is meant, and does more than report
/// that an offer ended.
fn is_exact(said: &ReportedClaim<'_>) -> bool {
    compare::terms_of(said).is_some_and(|terms| {
        let named = |items: &[Item]| items.iter().any(|item| !item.vague);
        terms.status != OfferStatus::Withdrawn && (named(terms.gives) || named(terms.asks))
    })
}

/// The offer that a record written by hand names: by the offer's identifier, by that of a claim of it,
/// or by the name that other records give it.
fn named_group(groups: &[Group<'_>], said: &ReportedClaim<'_>) -> Option<usize> {
    let name = entry::offer_named(said.claim)?;
    let is_meant = |member: &ReportedClaim<'_>| {
        let id = member.claim.id.0.as_str();
        id == name
            || name.strip_prefix('o').is_some_and(|rest| id.strip_prefix('c') == Some(rest))
            || entry::offer_named(member.claim) == Some(name)
    };
    groups.iter().position(|group| group.members.iter().any(|(member, _)| is_meant(member)))
}

fn best_group(
    groups: &[Group<'_>],
    said: &ReportedClaim<'_>,
    settings: &OfferSettings,
) -> Option<usize> {
    if entry::offer_named(said.claim).is_some() {
        return None;
    }
    let fit = |group: &Group<'_>| -> Option<Fit> {
        // Every exact report must go with it, so that one vague report cannot tie two offers.
        let fits = group.members.iter().map(|(member, _)| {
            (is_exact(member), same_offer(said, member, settings.same_offer_days))
        });
        let fits: Vec<(bool, Option<Fit>)> = fits.collect();
        let refused = fits.iter().any(|(exact, fit)| *exact && fit.is_none());
        fits.into_iter().filter_map(|(_, fit)| fit).max().filter(|_| !refused)
    };
    let fitting = groups.iter().enumerate().filter_map(|(index, group)| Some((fit(group)?, index)));
    fitting.max_by_key(|(fit, index)| (*fit, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

fn rule_of_joining(group: &Group<'_>, said: &ReportedClaim<'_>) -> LinkRule {
    let same_report = group.members.iter().any(|(member, _)| member.origin() == said.origin());
    if same_report { LinkRule::SameReport } else { LinkRule::PartiesAndDates }
}

fn offer_of(group: &Group<'_>) -> Offer {
    let mut reports = group.members.clone();
    reports.sort_by_cached_key(|(said, _)| said.order());
    let first = &reports.first().expect("a group starts with a member").0;
    let party = |of: fn(&ReportedClaim<'_>) -> Option<PartyRef>| {
        reports.iter().find_map(|(said, _)| of(said))
    };
    let known = reports.iter().map(|(said, _)| said.period()).find(|period| period.is_known());
    Offer {
        id: OfferId(format!("o{}", first.claim.id.0.trim_start_matches('c'))),
        offerer: party(|said| said.party().cloned()),
        addressee: party(|said| said.counterparty().cloned()),
        first_seen: reports.iter().filter_map(|(said, _)| said.period().from).min(),
        variants: variants(&reports),
        statuses: statuses(&reports),
        answers: Vec::new(),
        denials: group.denials.iter().map(|said| said.cite(LinkRule::PartiesAndDates)).collect(),
        counters: None,
        period: known.unwrap_or(Period::UNKNOWN),
    }
}

fn statuses(reports: &[(ReportedClaim<'_>, LinkRule)]) -> Vec<StatusReport> {
    let report = |(said, rule): &(ReportedClaim<'_>, LinkRule)| {
        let status = compare::terms_of(said)?.status;
        Some(StatusReport { status, on: said.period().from, citation: said.cite(*rule) })
    };
    reports.iter().filter_map(report).collect()
}

/// Whether a party can be one of an offer's own.
pub(crate) fn is_party(of: Option<&PartyRef>, party: Option<&PartyRef>) -> bool {
    of.is_some() && party.is_some() && parties_fit(of, party)
}
