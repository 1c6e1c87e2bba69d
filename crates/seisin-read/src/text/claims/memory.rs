//! What has been spoken of so far, for pronouns and nouns without a name.

use super::lands::Lands;
use seisin_core::{PartyId, PartyRef};
use std::collections::BTreeMap;

/// How many mentions back a word without a name may reach: enough for any report, and a bound on
/// the work that one made to be slow can ask for.
pub(super) const REACH: usize = 400;

/// What sort of party a word without a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// A state or what governs like one.
    State,
    /// A group that is none.
    Group,
}

#[derive(Debug, Clone)]
struct PartyEntry {
    at: (usize, usize),
    party: PartyRef,
    side: Side,
    part: Part,
}

/// The part a party plays where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// It only says whose something else is, or what somebody goes by.
    Aside,
    /// It is named.
    Named,
    /// It acts.
    Subject,
}

/// What has been spoken of, in the order of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    parties: Vec<PartyEntry>,
    /// The lands.
    pub(crate) lands: Lands,
    people: Vec<(Place, Person)>,
}

/// Somebody who speaks or acts, with the side they stand for.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// As named.
    pub(crate) name: String,
    /// The side, where known.
    pub(crate) party: Option<PartyRef>,
}

/// A place in the text: the sentence and the word.
pub(crate) type Place = (usize, usize);

impl Memory {
    /// Keeps a party that was named.
    pub(crate) fn note_party(&mut self, at: Place, party: PartyRef, side: Side, part: Part) {
        let place = self.parties.partition_point(|entry| entry.at <= at);
        self.parties.insert(place, PartyEntry { at, party, side, part });
    }

    /// Keeps a person who was named.
    pub(crate) fn note_person(&mut self, at: Place, person: Person) {
        let place = self.people.partition_point(|(known, _)| *known <= at);
        self.people.insert(place, (at, person));
    }

    /// The parties named before a place, the last first, as far back as is looked.
    fn parties_before(&self, before: Place) -> impl Iterator<Item = &PartyEntry> {
        let end = self.parties.partition_point(|entry| entry.at < before);
        self.parties.get(..end).unwrap_or_default().iter().rev().take(REACH)
    }

    /// The people named before a place, the last first, as far back as is looked.
    fn people_before(&self, before: Place) -> impl Iterator<Item = &(Place, Person)> {
        let end = self.people.partition_point(|(at, _)| *at < before);
        self.people.get(..end).unwrap_or_default().iter().rev().take(REACH)
    }

    /// The person "he" or "she" means at a place.
    pub(crate) fn person(&self, before: Place) -> Option<&Person> {
        self.people_before(before)
            .next()
            .filter(|(at, _)| before.0 - at.0 <= 6)
            .map(|(_, person)| person)
    }

    /// The person named first in a sentence.
    pub(crate) fn first_person(&self, sentence: usize) -> Option<&Person> {
        let first = self.people.partition_point(|(at, _)| at.0 < sentence);
        self.people.get(first).filter(|(at, _)| at.0 == sentence).map(|(_, person)| person)
    }

    /// The person of that surname who was named before.
    pub(crate) fn person_named(&self, surname: &str, before: Place) -> Option<&Person> {
        let last = |person: &Person| {
            person.name.split(' ').next_back().is_some_and(|word| word == surname)
        };
        self.people_before(before)
            .find(|(_, person)| last(person) && person.party.is_some())
            .map(|(_, person)| person)
    }

    /// The party "it" or "they" means at a place: sentence by sentence backwards, who acts in it, else
    /// who is named last in it; those named in passing only where there is nobody else.
    pub(crate) fn actor(&self, before: Place) -> Option<&PartyRef> {
        let near =
            || self.parties_before(before).take_while(move |entry| before.0 - entry.at.0 <= 3);
        let subject =
            |back: usize| near().find(|e| e.at.0 + back == before.0 && e.part == Part::Subject);
        let named =
            |back: usize| near().find(|e| e.at.0 + back == before.0 && e.part == Part::Named);
        let of = |back: usize| subject(back).or_else(|| named(back));
        subject(0)
            .or_else(|| of(1))
            .or_else(|| named(0))
            .or_else(|| of(2))
            .or_else(|| of(3))
            .or_else(|| near().next())
            .map(|entry| &entry.party)
    }

    /// The last party of a sort, of those that are `wanted`.
    pub(crate) fn last_of(
        &self,
        side: Side,
        before: Place,
        wanted: impl Fn(&PartyRef) -> bool,
    ) -> Option<&PartyRef> {
        self.parties_before(before)
            .find(|entry| entry.side == side && wanted(&entry.party))
            .map(|entry| &entry.party)
    }

    /// The party of a sort named most often in the whole text so far.
    pub(crate) fn commonest(&self, side: Side, before: Place) -> Option<&PartyRef> {
        let known = || self.parties_before(before).filter(|entry| entry.side == side);
        let mut counts = BTreeMap::<&PartyId, usize>::new();
        for entry in known() {
            *counts.entry(&entry.party.id).or_default() += 1;
        }
        known().map(|entry| &entry.party).max_by_key(|party| counts.get(&party.id).copied())
    }

    /// Whether a state acted in this sentence or the one before.
    pub(crate) fn lately_acted(&self, before: Place) -> bool {
        self.parties_before(before)
            .take_while(|entry| before.0 - entry.at.0 <= 1)
            .any(|entry| entry.part == Part::Subject && entry.side == Side::State)
    }

    /// The two parties last named, in the order of the text, those left out that are `not` meant: "both
    /// sides".
    pub(crate) fn last_two(
        &self,
        before: Place,
        side: Option<Side>,
        not: impl Fn(&PartyRef) -> bool,
    ) -> Vec<PartyRef> {
        let mut two: Vec<PartyRef> = Vec::new();
        let fits =
            |entry: &&PartyEntry| side.is_none_or(|side| entry.side == side) && !not(&entry.party);
        for entry in self.parties_before(before).filter(fits) {
            if !two.iter().any(|party| party.id == entry.party.id) {
                two.insert(0, entry.party.clone());
            }
            if two.len() == 2 {
                break;
            }
        }
        two
    }

    /// Another party than `party` named lately.
    pub(crate) fn other_than(&self, party: &PartyRef, before: Place) -> Option<&PartyRef> {
        self.other_wanted(party, before, |_| true)
    }

    /// Another party than `party` named lately, of those that are `wanted`.
    pub(crate) fn other_wanted(
        &self,
        party: &PartyRef,
        before: Place,
        wanted: impl Fn(&PartyRef) -> bool,
    ) -> Option<&PartyRef> {
        self.parties_before(before)
            .take_while(|entry| before.0 - entry.at.0 <= 2)
            .find(|entry| entry.party.id != party.id && wanted(&entry.party))
            .map(|entry| &entry.party)
    }

    /// The other party that was named most often so far, if more than once.
    pub(crate) fn main_other(
        &self,
        party: &PartyRef,
        before: Place,
        wanted: impl Fn(&PartyRef) -> bool,
    ) -> Option<&PartyRef> {
        let others = || {
            self.parties_before(before)
                .map(|entry| &entry.party)
                .filter(|other| other.id != party.id && wanted(other))
        };
        let mut counts = BTreeMap::<&PartyId, usize>::new();
        for other in others() {
            *counts.entry(&other.id).or_default() += 1;
        }
        let count = |other: &PartyRef| counts.get(&other.id).copied().unwrap_or(0);
        others().max_by_key(|other| count(other)).filter(|other| count(other) > 1)
    }
}
