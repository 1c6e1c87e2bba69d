//! Amounts of land with whom and what they speak of.

use super::{latin::name_key, origin::Printed, wording::part, words::words};
use crate::text::{
    Prepared, Sentence,
    quantity::{MentionKind, tag},
};
use seisin_core::{Claim, PartyId, Quantity, RegionRef};
use std::collections::BTreeSet;

/// Two amounts are the same number in other units where they differ by no more than this part:
/// conversions are printed with two digits or more.
const CONVERSION_ROUNDING: f64 = 0.01;

/// The names two sentences must share to speak of the same party and land where no claim was read.
const SUBJECT_NAMES: usize = 2;

/// The part of the shorter sentence's words from which on two sentences are one but for details.
const SAME_SENTENCE: f64 = 0.6;

/// An amount of land with whom and what it speaks of.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) printed: Printed,
    quantity: Quantity,
    /// The party and land, where both were read.
    subject: Option<(PartyId, String)>,
    /// The keys of the names in its sentence.
    names: BTreeSet<String>,
    /// The words of its sentence.
    words: BTreeSet<String>,
}

impl Figure {
    /// The amount of a claim.
    pub(crate) fn of_claim(claim: &Claim) -> Option<Self> {
        let quantity = claim.quantity.clone()?;
        let party = claim.party.as_ref();
        let subject = party.zip(claim.region.as_ref()).map(|(p, r)| (p.id.clone(), land(r)));
        let printed = Printed::of(&quantity, Some(claim.id.clone()));
        let mut figure =
            Self { subject, ..Self::in_sentence(quantity, printed, &claim.evidence.exact) };
        let region = claim.region.as_ref().map(|region| region.mention.as_str());
        for mention in party.map(|party| party.mention.as_str()).into_iter().chain(region) {
            figure.names.extend(names(mention));
        }
        Some(figure)
    }

    /// The areas, shares and lengths of a sentence, whether or not a claim was made of it.
    pub(crate) fn of_sentence(prepared: &Prepared, sentence: &Sentence) -> Vec<Self> {
        let land = [MentionKind::Area, MentionKind::Share, MentionKind::Length];
        let text = prepared.slice(sentence.range.clone());
        let figure = |quantity: Quantity| {
            let printed = Printed::of(&quantity, None);
            Self::in_sentence(quantity, printed, text)
        };
        let mentions = tag(prepared, sentence).into_iter();
        mentions
            .filter(|found| land.contains(&found.kind))
            .map(|found| figure(found.quantity))
            .collect()
    }

    fn in_sentence(quantity: Quantity, printed: Printed, sentence: &str) -> Self {
        let words = words(sentence).into_iter().map(|word| word.plain).collect();
        Self { printed, quantity, subject: None, names: names(sentence), words }
    }

    /// Whether both give one number for the same party and land.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.same_number(other) && self.same_subject(other)
    }

    /// Whether the other is this one but for its number: the rest of the sentence is the same.
    pub(crate) fn is_renumbered(&self, other: &Self) -> bool {
        let fewest = self.words.len().min(other.words.len());
        let shared = self.words.intersection(&other.words).count();
        self.quantity.unit.kind() == other.quantity.unit.kind()
            && !self.same_number(other)
            && self.same_subject(other)
            && part(shared, fewest) >= SAME_SENTENCE
    }

    fn same_number(&self, other: &Self) -> bool {
        let (a, b) = (self.quantity.si_value(), other.quantity.si_value());
        self.quantity.unit.si_unit() == other.quantity.unit.si_unit()
            && (a - b).abs() <= CONVERSION_ROUNDING * a.abs().max(b.abs())
    }

    fn same_subject(&self, other: &Self) -> bool {
        match (&self.subject, &other.subject) {
            (Some(one), Some(other)) => one == other,
            _ => self.names.intersection(&other.names).count() >= SUBJECT_NAMES,
        }
    }
}

fn land(region: &RegionRef) -> String {
    region.id.as_ref().map_or_else(|| seisin_places::fold(&region.name), |id| id.0.clone())
}

fn names(text: &str) -> BTreeSet<String> {
    let name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let cut = |c: char| !c.is_alphanumeric();
    text.split(cut).filter(name).filter_map(name_key).collect()
}
