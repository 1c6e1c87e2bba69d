//! The names a reading knows: parties, and lands beyond the built-in gazetteer.

use seisin_core::{RegionCandidate, RegionId};
use seisin_places::{PartyLexicon, fold};
use std::collections::BTreeMap;

/// The names a reading knows.
///
/// # Example
/// ```
/// use seisin_read::text::{Vocabulary, read_sentence};
/// let mut vocabulary = Vocabulary::built_in();
/// vocabulary.parties.add_party("arland", "Arland", &["Arlandic"]);
/// vocabulary.add_region("sarn", "Sarn", &[]);
/// let read = read_sentence("Arland holds 400 square miles of Sarn.", &vocabulary, None);
/// assert_eq!(read.reading.claims.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The parties.
    pub parties: PartyLexicon,
    regions: BTreeMap<String, Vec<RegionCandidate>>,
    most_words: usize,
}

impl Vocabulary {
    /// The parties and places that come with the program.
    pub fn built_in() -> Self {
        Self { parties: PartyLexicon::built_in().clone(), regions: BTreeMap::new(), most_words: 0 }
    }

    /// Takes in a region of the user's own under its name and aliases.
    pub fn add_region(&mut self, id: &str, name: &str, aliases: &[&str]) {
        for alias in std::iter::once(&name).chain(aliases) {
            let key = fold(alias);
            self.most_words = self.most_words.max(key.split(' ').count());
            let known = self.regions.entry(key).or_default();
            if !known.iter().any(|candidate| candidate.id.0 == id) {
                known.push(RegionCandidate {
                    id: RegionId(id.to_owned()),
                    name: name.to_owned(),
                    rule: "a region of the store".to_owned(),
                });
            }
        }
    }

    /// The user's own regions of that name.
    pub(crate) fn regions(&self, name: &str) -> &[RegionCandidate] {
        self.regions.get(&fold(name)).map_or(&[], Vec::as_slice)
    }

    /// The longest name of a region of the user's own at the start of `text`, in bytes, and what it
    /// may stand for.
    pub(crate) fn longest_region(&self, text: &str) -> Option<(usize, &[RegionCandidate])> {
        if self.regions.is_empty() {
            return None;
        }
        let ends = text.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
        let ends: Vec<usize> = ends.chain([text.len()]).take(self.most_words + 1).collect();
        ends.into_iter().rev().find_map(|end| {
            let known = self.regions(text.get(..end)?);
            (!known.is_empty()).then_some((end, known))
        })
    }

    /// The most words in the name of a region of the user's own.
    pub(crate) const fn most_words(&self) -> usize {
        self.most_words
    }
}
