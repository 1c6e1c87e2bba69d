//! The names that begin at the words of a sentence, each looked up once: before the sentence is analysed,
//! where a name tells the word's tag, and after it, where it is kept.

use super::vocabulary::Vocabulary;
use crate::text::{Prepared, Sentence};
use seisin_places::{Gazetteer, PartyMatch, PartyRole, PlaceMatch};
use std::cell::RefCell;

/// The names that begin in a sentence, each by the byte where it does; in order.
type Known<T> = RefCell<Vec<(usize, Option<T>)>>;

/// Where names are looked up, and those that were.
pub(super) struct NamesBegun<'a> {
    prepared: &'a Prepared,
    end: usize,
    /// What is known of names.
    pub(super) vocabulary: &'a Vocabulary,
    parties: Known<PartyMatch>,
    places: Known<PlaceMatch>,
}

impl<'a> NamesBegun<'a> {
    /// Nothing looked up yet.
    pub(super) fn of(
        prepared: &'a Prepared,
        sentence: &Sentence,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        let (parties, places) = (RefCell::default(), RefCell::default());
        Self { prepared, end: sentence.range.end, vocabulary, parties, places }
    }

    fn rest(&self, start: usize) -> &'a str {
        self.prepared.slice(start..self.end)
    }

    /// How long the party's name is that begins at a byte, and the role in which it stands.
    pub(super) fn note_party(&self, start: usize) -> Option<(usize, PartyRole)> {
        let found = self.vocabulary.parties.longest_match(self.rest(start));
        let told = found.as_ref().map(|name| (name.len, name.role));
        self.parties.borrow_mut().push((start, found));
        told
    }

    /// The place's name that begins at a byte.
    pub(super) fn note_place(&self, start: usize) -> Option<PlaceMatch> {
        let found = Gazetteer::built_in().longest_match(self.rest(start));
        self.places.borrow_mut().push((start, found));
        found
    }

    /// The party's name that begins at a byte, which is asked for once.
    pub(super) fn party(&self, start: usize) -> Option<PartyMatch> {
        let mut known = self.parties.borrow_mut();
        match known.binary_search_by_key(&start, |(at, _)| *at) {
            Ok(place) => known.get_mut(place).and_then(|(_, found)| found.take()),
            Err(_) => self.vocabulary.parties.longest_match(self.rest(start)),
        }
    }

    /// The place's name that begins at a byte.
    pub(super) fn place(&self, start: usize) -> Option<PlaceMatch> {
        let known = self.places.borrow();
        match known.binary_search_by_key(&start, |(at, _)| *at) {
            Ok(place) => known.get(place).and_then(|(_, found)| *found),
            Err(_) => Gazetteer::built_in().longest_match(self.rest(start)),
        }
    }
}
