//! One version of an offer, as one independent report words it.

use super::{
    answer::LinkRule,
    compare::{self, Amount},
    condition::conditions,
    reported::{Citation, ReportedClaim},
};
use seisin_core::{Detail, Digest, Item, Ratio, ValidTime};

/// One version of an offer, as one independent report words it.
///
/// One offer can be told in several versions that differ in their numbers; they stay apart, and
/// none is called the right one. Copies of a report that kept its numbers add a citation, copies
/// that changed them make a version of their own with the same origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The independent report that tells it so.
    pub origin: Digest,
    /// Who that report has it from, where it names somebody.
    pub speaker: Option<String>,
    /// What the offerer would give.
    pub gives: Vec<Item>,
    /// What the offerer wants.
    pub asks: Vec<Item>,
    /// On what conditions it stands, in the words of its reports.
    pub conditions: Vec<String>,
    /// The ratio it states.
    pub ratio: Option<Ratio>,
    /// When the offer was made.
    pub on: Option<ValidTime>,
    /// Every place it is told, copies included.
    pub citations: Vec<Citation>,
}

impl Variant {
    /// Given land over asked land, where each side names exactly one amount of the same kind.
    ///
    /// # Method
    /// The quotient of the two amounts in SI units, whatever their bounds: a figure of this
    /// version's own words, not of a map.
    ///
    /// `None` where an amount is missing, stands beside another, or is of another kind.
    pub fn amount_ratio(&self) -> Option<f64> {
        let (given, asked) = (single(&self.gives)?, single(&self.asks)?);
        (given.1 == asked.1 && asked.0 > 0.0).then(|| given.0 / asked.0)
    }

    /// Whether some of its items leave open what exactly is meant.
    pub fn is_vague(&self) -> bool {
        self.gives.iter().chain(&self.asks).any(|item| item.vague)
    }
}

fn single(items: &[Item]) -> Option<Amount> {
    match compare::amounts(items).as_slice() {
        [amount] => Some(*amount),
        _ => None,
    }
}

/// The versions that the reports of one offer tell, in the order of the reports. A report that
/// says nothing of what is given or asked tells no version, unless no other one does either.
pub(crate) fn variants(reports: &[(ReportedClaim<'_>, LinkRule)]) -> Vec<Variant> {
    let told = reports.iter().filter_map(|(said, rule)| variant_of(said, *rule));
    let (mut telling, silent): (Vec<Variant>, Vec<Variant>) =
        told.partition(|variant| !(variant.gives.is_empty() && variant.asks.is_empty()));
    if telling.is_empty() {
        telling = silent;
    }
    let mut variants: Vec<Variant> = Vec::new();
    for variant in telling {
        match variants.iter_mut().find(|known| tell_the_same(known, &variant)) {
            Some(known) => absorb(known, variant),
            None => variants.push(variant),
        }
    }
    variants
}

fn variant_of(said: &ReportedClaim<'_>, rule: LinkRule) -> Option<Variant> {
    let Detail::Offer { gives, asks, ratio, .. } = &said.claim.detail else { return None };
    Some(Variant {
        origin: said.origin(),
        speaker: said.speaker().map(str::to_owned),
        gives: gives.clone(),
        asks: asks.clone(),
        conditions: conditions(said.claim),
        ratio: ratio.clone(),
        on: said.claim.valid.clone(),
        citations: vec![said.cite(rule)],
    })
}

/// Whether two reports of an offer tell it in one version: they go back to one report and name the
/// same amounts, or one of them names none, or one speaker's amounts are part of his others.
fn tell_the_same(one: &Variant, other: &Variant) -> bool {
    let amounts =
        |variant: &Variant| (compare::amounts(&variant.gives), compare::amounts(&variant.asks));
    let ((gives, asks), (others_gives, others_asks)) = (amounts(one), amounts(other));
    let same = |a: &[Amount], b: &[Amount]| compare::same_amounts(a, b);
    let part = |a: &[Amount], b: &[Amount]| a.is_empty() || b.is_empty() || same(a, b);
    let nothing = |variant: (&[Amount], &[Amount])| variant.0.is_empty() && variant.1.is_empty();
    one.origin == other.origin
        && ((same(&gives, &others_gives) && same(&asks, &others_asks))
            || nothing((&gives, &asks))
            || nothing((&others_gives, &others_asks))
            || (one.speaker == other.speaker
                && part(&gives, &others_gives)
                && part(&asks, &others_asks)))
}

/// Adds what another report of the same version says: its place, and its items where they say more.
fn absorb(known: &mut Variant, other: Variant) {
    let said = |items: &[Item]| {
        let named = |item: &&Item| !item.vague || item.region.is_some() || item.quantity.is_some();
        (items.iter().filter(named).count(), items.len())
    };
    if said(&other.gives) > said(&known.gives) {
        known.gives = other.gives;
    }
    if said(&other.asks) > said(&known.asks) {
        known.asks = other.asks;
    }
    for condition in other.conditions {
        if !known.conditions.contains(&condition) {
            known.conditions.push(condition);
        }
    }
    known.ratio = known.ratio.take().or(other.ratio);
    known.on = known.on.take().or(other.on);
    known.speaker = known.speaker.take().or(other.speaker);
    known.citations.extend(other.citations);
}
