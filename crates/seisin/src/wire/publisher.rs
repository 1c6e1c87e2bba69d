//! Publishers and their editions as JSON.

use crate::output::Record;
use seisin_answer::{AnswerError, Passing, Store, terms};
use seisin_core::MapEdition;
use seisin_ledger::Recorded;
use serde::Serialize;
use std::collections::BTreeSet;

/// A publisher with what is on record of its maps.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PublisherJson {
    publisher: String,
    editions: usize,
    distinct_dates: usize,
    first_edition_date: Option<String>,
    last_edition_date: Option<String>,
    profile: Option<String>,
    positional_error_m: Option<f64>,
    licence: Option<String>,
    redistribution: bool,
    edition_dates: Vec<String>,
    parties: Vec<String>,
}

impl PublisherJson {
    /// Every publisher on record, by name.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn all(store: &Store) -> Result<Vec<Self>, AnswerError> {
        let ledger = store.ledger();
        let mut rows = Vec::new();
        for publisher in ledger.publishers(None)? {
            let editions = ledger.editions(Some(&publisher), None)?;
            let mut dates: Vec<_> =
                editions.iter().map(|edition| edition.record.edition_date).collect();
            dates.sort_unstable();
            dates.dedup();
            let last = editions.iter().max_by_key(|edition| edition.record.edition_date);
            let last = last.map(|edition| &edition.record);
            rows.push(Self {
                publisher: publisher.to_string(),
                editions: editions.len(),
                distinct_dates: dates.len(),
                first_edition_date: dates.first().map(ToString::to_string),
                last_edition_date: dates.last().map(ToString::to_string),
                profile: last.map(|edition| edition.profile.clone()),
                positional_error_m: last
                    .and_then(|edition| edition.positional_error)
                    .map(seisin_core::Length::metres),
                licence: last.map(|edition| edition.licence.to_string()),
                redistribution: last
                    .is_some_and(|edition| terms(&edition.licence).geometry == Passing::Allowed),
                edition_dates: dates.iter().map(ToString::to_string).collect(),
                parties: parties(store, &editions)?,
            });
        }
        Ok(rows)
    }
}

/// Everyone who holds something on any of `editions`, in alphabetical order.
fn parties(store: &Store, editions: &[Recorded<MapEdition>]) -> Result<Vec<String>, AnswerError> {
    let mut parties = BTreeSet::new();
    for edition in editions {
        let holdings = store.ledger().holdings(&edition.record.id, None)?;
        parties.extend(holdings.into_iter().map(|holding| holding.party.0));
    }
    Ok(parties.into_iter().collect())
}

impl Record for PublisherJson {
    const COLUMNS: &'static [&'static str] = &[
        "publisher",
        "editions",
        "distinct_dates",
        "first_edition_date",
        "last_edition_date",
        "profile",
        "positional_error_m",
        "licence",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.publisher.clone(),
            self.editions.to_string(),
            self.distinct_dates.to_string(),
            text(&self.first_edition_date),
            text(&self.last_edition_date),
            text(&self.profile),
            self.positional_error_m.map(|error| error.to_string()).unwrap_or_default(),
            text(&self.licence),
        ]
    }
}
