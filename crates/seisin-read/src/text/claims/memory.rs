//! What has been spoken of so far, for pronouns and nouns without a name.

use super::lands::Lands;
use seisin_core::PartyRef;

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
    subject: bool,
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
    pub(crate) fn note_party(&mut self, at: Place, party: PartyRef, side: Side, subject: bool) {
        self.parties.push(PartyEntry { at, party, side, subject });
        self.parties.sort_by_key(|entry| entry.at);
    }

    /// Keeps a person who was named.
    pub(crate) fn note_person(&mut self, at: Place, person: Person) {
        self.people.push((at, person));
        self.people.sort_by_key(|(at, _)| *at);
    }

    /// The person "he" or "she" means at a place.
    pub(crate) fn person(&self, before: Place) -> Option<&Person> {
        self.people
            .iter()
            .rev()
            .find(|(at, _)| *at < before && before.0 - at.0 <= 6)
            .map(|(_, person)| person)
    }

    /// The person of that surname who was named before.
    pub(crate) fn person_named(&self, surname: &str, before: Place) -> Option<&Person> {
        let last = |person: &Person| {
            person.name.split(' ').next_back().is_some_and(|word| word == surname)
        };
        self.people
            .iter()
            .rev()
            .find(|(at, person)| *at < before && last(person) && person.party.is_some())
            .map(|(_, person)| person)
    }

    /// The party "it" or "they" means at a place: who acted last before it, else who was named
    /// last.
    pub(crate) fn actor(&self, before: Place) -> Option<&PartyRef> {
        let earlier = || self.parties.iter().rev().filter(move |entry| entry.at < before);
        earlier()
            .find(|entry| entry.subject && before.0 - entry.at.0 <= 3)
            .or_else(|| earlier().find(|entry| before.0 - entry.at.0 <= 3))
            .map(|entry| &entry.party)
    }

    /// The last party of a sort.
    pub(crate) fn last_of(&self, side: Side, before: Place) -> Option<&PartyRef> {
        self.parties
            .iter()
            .rev()
            .find(|entry| entry.at < before && entry.side == side)
            .map(|entry| &entry.party)
    }

    /// The party of a sort named most often in the whole text so far.
    pub(crate) fn commonest(&self, side: Side, before: Place) -> Option<&PartyRef> {
        let known: Vec<&PartyRef> = self
            .parties
            .iter()
            .filter(|entry| entry.side == side && entry.at < before)
            .map(|entry| &entry.party)
            .collect();
        let count = |party: &PartyRef| known.iter().filter(|other| other.id == party.id).count();
        known.iter().rev().copied().max_by_key(|party| count(party))
    }

    /// The two parties last named, in the order of the text: "both sides".
    pub(crate) fn last_two(&self, before: Place, side: Option<Side>) -> Vec<PartyRef> {
        let mut two: Vec<PartyRef> = Vec::new();
        let fits =
            |entry: &&PartyEntry| entry.at < before && side.is_none_or(|side| entry.side == side);
        for entry in self.parties.iter().rev().filter(fits) {
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
        self.parties
            .iter()
            .rev()
            .find(|entry| {
                entry.at < before && entry.party.id != party.id && before.0 - entry.at.0 <= 2
            })
            .map(|entry| &entry.party)
    }
}
