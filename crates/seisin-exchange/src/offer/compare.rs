//! Whether two reports speak of one offer.

use super::reported::{ReportedClaim, Terms};
use seisin_core::{Detail, Item, ItemKind, OfferStatus, PartyRef, RegionRef, UnitKind};
use std::collections::BTreeSet;

/// An amount in SI units with what it measures.
pub(crate) type Amount = (f64, UnitKind);

/// How well two reports of an offer go together, the best first when sorted downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fit {
    pub(crate) shared_regions: usize,
    pub(crate) same_document: bool,
    pub(crate) same_origin: bool,
    /// Days between them, negated, so that nearer is greater.
    pub(crate) nearness: i32,
}

/// The amounts that a side's items name, smallest first.
pub(crate) fn amounts(items: &[Item]) -> Vec<Amount> {
    let quantities = items.iter().filter_map(|item| item.quantity.as_ref());
    let mut amounts: Vec<Amount> =
        quantities.map(|quantity| (quantity.si_value(), quantity.unit.kind())).collect();
    amounts.sort_by(|one, other| one.0.total_cmp(&other.0));
    amounts
}

/// Whether two lists of amounts are the same to the ninth digit.
pub(crate) fn same_amounts(one: &[Amount], other: &[Amount]) -> bool {
    let same = |(a, b): (&Amount, &Amount)| a.1 == b.1 && (a.0 - b.0).abs() <= 1e-9 * a.0.abs();
    one.len() == other.len() && one.iter().zip(other).all(same)
}

/// The terms of an offer's claim; `None` for any other claim.
pub(crate) fn terms_of<'a>(said: &ReportedClaim<'a>) -> Option<Terms<'a>> {
    match &said.claim.detail {
        Detail::Offer { gives, asks, status, .. } => Some(Terms { gives, asks, status: *status }),
        _ => None,
    }
}

/// Whether two named parties can be the same one: equal, or one of them not named.
pub(crate) fn parties_fit(one: Option<&PartyRef>, other: Option<&PartyRef>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.id == other.id,
        _ => true,
    }
}

/// How well two claims go together as reports of one offer; `None` where they are of two.
///
/// # Method
/// The offerers are the same, the addressees do not differ, what is given and what is asked are of
/// the same sort and name a region in common where both name any, and the days lie within
/// `same_offer_days`. A concluded deal may be told from either side. Amounts may differ: that is
/// what versions are for.
pub(crate) fn same_offer(
    one: &ReportedClaim<'_>,
    other: &ReportedClaim<'_>,
    same_offer_days: i32,
) -> Option<Fit> {
    let (terms, others) = (terms_of(one)?, terms_of(other)?);
    let same_origin = one.origin() == other.origin();
    let countered = |terms: Terms<'_>| terms.status == OfferStatus::Countered;
    let gap = one.period().gap_days(other.period());
    let near = gap.map_or(same_origin, |days| days <= same_offer_days);
    if !near || countered(terms) != countered(others) {
        return None;
    }
    let told_alike = parties_match((one.party(), one.counterparty()), other, same_origin)
        && sides_fit(terms, others);
    let told_from_the_other_side = || {
        let mirrored = Terms { gives: terms.asks, asks: terms.gives, ..terms };
        concluded(terms)
            && concluded(others)
            && parties_match((one.counterparty(), one.party()), other, same_origin)
            && sides_fit(mirrored, others)
    };
    (told_alike || told_from_the_other_side()).then(|| Fit {
        shared_regions: shared_regions(terms, others),
        same_document: one.document.id == other.document.id,
        same_origin,
        nearness: -gap.unwrap_or(same_offer_days),
    })
}

/// Offerer and addressee as one claim gives them, against those of another. An offerer that is not
/// named can be anybody, so then only copies of one report are taken together.
fn parties_match(
    (offerer, addressee): (Option<&PartyRef>, Option<&PartyRef>),
    other: &ReportedClaim<'_>,
    same_origin: bool,
) -> bool {
    let named = offerer.is_some() && other.party().is_some();
    parties_fit(offerer, other.party())
        && parties_fit(addressee, other.counterparty())
        && (named || same_origin)
}

fn concluded(terms: Terms<'_>) -> bool {
    matches!(terms.status, OfferStatus::Agreed | OfferStatus::Implemented)
}

fn sides_fit(one: Terms<'_>, other: Terms<'_>) -> bool {
    side_fits(one.gives, other.gives) && side_fits(one.asks, other.asks)
}

fn side_fits(one: &[Item], other: &[Item]) -> bool {
    if one.is_empty() || other.is_empty() {
        return true;
    }
    let (sorts, others) = (sorts(one), sorts(other));
    let open = sorts.contains(&ItemKind::Other) || others.contains(&ItemKind::Other);
    let (named, names) = (regions(one), regions(other));
    (open || !sorts.is_disjoint(&others))
        && (named.is_empty() || names.is_empty() || named.iter().any(|r| is_among(r, &names)))
}

/// The sorts of thing a side names; land is one sort, however it is described.
fn sorts(items: &[Item]) -> BTreeSet<ItemKind> {
    let land = |item: &Item| {
        matches!(item.kind, ItemKind::Area | ItemKind::Share)
            || (matches!(item.kind, ItemKind::Withdrawal | ItemKind::Corridor)
                && item.region.is_some())
    };
    let plain = items.iter().map(|item| item.kind);
    plain.chain(items.iter().filter(|item| land(item)).map(|_| ItemKind::NamedPlace)).collect()
}

fn regions(items: &[Item]) -> Vec<&RegionRef> {
    items.iter().filter_map(|item| item.region.as_ref()).collect()
}

fn shared_regions(one: Terms<'_>, other: Terms<'_>) -> usize {
    let others = all_regions(other);
    all_regions(one).into_iter().filter(|region| is_among(region, &others)).count()
}

fn all_regions(terms: Terms<'_>) -> Vec<&RegionRef> {
    [regions(terms.gives), regions(terms.asks)].concat()
}

fn is_among(region: &RegionRef, others: &[&RegionRef]) -> bool {
    others.iter().any(|other| match (&region.id, &other.id) {
        (Some(id), Some(of_other)) => id == of_other,
        _ => region.name.to_lowercase() == other.name.to_lowercase(),
    })
}
