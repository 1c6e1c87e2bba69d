//! Opening the record.

use seisin_core::{Date, PartyId, Timestamp};
use seisin_ledger::{Ledger, OpenError, QueryError};
use seisin_read::text::Vocabulary;
use std::path::Path;

/// The record behind the answers.
///
/// # Assumptions
/// One store is used by one thread at a time; open another for another thread.
#[derive(Debug)]
pub struct Store {
    pub(crate) ledger: Ledger,
    vocabulary: Vocabulary,
}

impl Store {
    /// Makes an empty store at `path`, recorded as made at `at`.
    ///
    /// # Errors
    /// [`OpenError`] where there is one already, or the folder cannot be written.
    pub fn create(path: &Path, at: Timestamp) -> Result<Self, OpenError> {
        let ledger = Ledger::create(path, at)?;
        Ok(Self { ledger, vocabulary: Vocabulary::built_in() })
    }

    /// Opens a store to read and append.
    ///
    /// # Errors
    /// [`OpenError`] where it is missing, of a newer version, read-only, locked, or no store.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::with(Ledger::open(path)?)
    }

    /// Opens a store to read alone.
    ///
    /// # Errors
    /// As [`Store::open`], but a read-only store is welcome.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::with(Ledger::open_read_only(path)?)
    }

    fn with(ledger: Ledger) -> Result<Self, StoreError> {
        let mut store = Self { ledger, vocabulary: Vocabulary::built_in() };
        store.learn()?;
        Ok(store)
    }

    /// The words the reader knows: those built in, the regions of the boundary sets on record and
    /// the parties that the latest maps on record draw.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The ledger itself, for what has no question of its own.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Takes the names on record into the vocabulary.
    pub(crate) fn learn(&mut self) -> Result<(), QueryError> {
        let mut vocabulary = Vocabulary::built_in();
        for set in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&set, None)? else { continue };
            for region in &set.record.regions {
                let aliases: Vec<&str> = region.aliases.iter().map(String::as_str).collect();
                vocabulary.add_region(&region.id.0, &region.name, &aliases);
                if let Some(party) = &region.sovereign {
                    add_party(&mut vocabulary, &party.0);
                }
            }
        }
        for publisher in self.ledger.publishers(None)? {
            let latest = self.ledger.edition_on(&publisher, Date::MAX, None)?;
            let Some(edition) = latest else { continue };
            for holding in self.ledger.holdings(&edition.record.id, None)? {
                add_party(&mut vocabulary, &holding.party.0);
            }
        }
        self.vocabulary = vocabulary;
        Ok(())
    }
}

/// Takes a party of the record in under its identifier written as a name, unless it is known.
fn add_party(vocabulary: &mut Vocabulary, id: &str) {
    if vocabulary.parties.party(&PartyId(id.to_owned())).is_none() {
        vocabulary.parties.add_party(id, &title_case(id), &[]);
    }
}

/// `south-arland` as `South Arland`.
fn title_case(id: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    id.split(['-', '_', ' ']).map(capital).collect::<Vec<_>>().join(" ")
}

/// Why a store could not be opened with its words.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It cannot be read.
    #[error(transparent)]
    Query(#[from] QueryError),
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_identifier_reads_as_a_name() {
        assert_eq!(super::title_case("south-arland"), "South Arland");
    }
}
