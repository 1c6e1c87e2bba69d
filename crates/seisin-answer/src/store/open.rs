//! Opening the record.

use seisin_core::{Date, PartyId, Timestamp};
use seisin_ledger::{Ledger, Measurable, OpenError, QueryError, Snapshot};
use seisin_read::text::Vocabulary;
use std::{cell::OnceCell, path::Path};

/// The record behind the answers.
///
/// # Assumptions
/// One store is used by one thread at a time; open another for another thread.
#[derive(Debug)]
pub struct Store {
    pub(crate) ledger: Ledger,
    /// Gathered when first asked for: most questions are about maps alone.
    vocabulary: OnceCell<Vocabulary>,
}

impl Store {
    /// Makes an empty store at `path`, recorded as made at `at`.
    ///
    /// # Errors
    /// [`OpenError`] where there is one already, or the folder cannot be written.
    pub fn create(path: &Path, at: Timestamp) -> Result<Self, OpenError> {
        Ok(Self { ledger: Ledger::create(path, at)?, vocabulary: OnceCell::new() })
    }

    /// Opens a store to read and append.
    ///
    /// # Errors
    /// [`OpenError`] where it is missing, of a newer version, read-only, locked, or no store.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Ok(Self { ledger: Ledger::open(path)?, vocabulary: OnceCell::new() })
    }

    /// Opens a store to read alone.
    ///
    /// # Errors
    /// As [`Store::open`], but a read-only store is welcome.
    pub fn open_read_only(path: &Path) -> Result<Self, OpenError> {
        Ok(Self { ledger: Ledger::open_read_only(path)?, vocabulary: OnceCell::new() })
    }

    /// The words the reader knows: those built in, the regions of the boundary sets on record and
    /// the parties that the latest maps on record draw.
    ///
    /// # Errors
    /// [`QueryError`] where the store cannot be read.
    pub fn vocabulary(&self) -> Result<&Vocabulary, QueryError> {
        if let Some(known) = self.vocabulary.get() {
            return Ok(known);
        }
        let learnt = self.learn()?;
        Ok(self.vocabulary.get_or_init(|| learnt))
    }

    /// Keeps to one state of the record for as long as what it gives lives.
    pub(crate) fn one_state(&self) -> Result<Snapshot<'_>, QueryError> {
        self.ledger.snapshot()
    }

    /// Lets go of the words known, as there are new ones on record.
    pub(crate) fn forget_words(&mut self) {
        self.vocabulary.take();
    }

    /// The ledger itself, for what has no question of its own.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The words built in with the names on record.
    fn learn(&self) -> Result<Vocabulary, QueryError> {
        let mut vocabulary = Vocabulary::built_in();
        for set in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&set, None)? else { continue };
            // Lands of a point of view are measured in by name, and teach the reader no second one.
            if set.record.measurable == Measurable::OnlyCoarse {
                continue;
            }
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
        Ok(vocabulary)
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

#[cfg(test)]
mod tests {
    #[test]
    fn an_identifier_reads_as_a_name() {
        assert_eq!(super::title_case("south-arland"), "South Arland");
    }
}
