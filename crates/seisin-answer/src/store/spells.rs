//! Which edition of a publisher speaks for which days.

use super::Store;
use crate::{answer_error::AnswerError, check::MapsRequest};
use jiff::ToSpan as _;
use seisin_core::{Date, MapEdition, PublisherId};
use seisin_ledger::QueryError;

/// The days for which one edition speaks.
#[derive(Debug, Clone)]
pub(crate) struct Spell {
    /// The edition.
    pub(crate) edition: MapEdition,
    /// The first day.
    pub(crate) from: Date,
    /// One past the last day.
    pub(crate) to: Date,
}

impl Store {
    /// The editions that speak for the days from `days.0` to before `days.1`, in order of days.
    ///
    /// An edition speaks from its own date until the next edition's, and for
    /// `maps.edition_valid_days` at most: days after that are left out.
    pub(crate) fn spells(
        &self,
        publisher: &PublisherId,
        days: (Date, Date),
        maps: &MapsRequest,
    ) -> Result<Vec<Spell>, QueryError> {
        let spans = self.ledger.editions_between(publisher, days, maps.known_on)?;
        let valid = i64::from(maps.edition_valid_days).days();
        Ok(spans
            .into_iter()
            .map(|span| {
                let edition = span.edition.record;
                let end = edition.edition_date.saturating_add(valid);
                Spell { from: span.from, to: span.to.min(end), edition }
            })
            .filter(|spell| spell.from < spell.to)
            .collect())
    }

    /// The edition nearest to `days` that does not speak for them: the last before, or the first
    /// after, whichever is nearer.
    pub(crate) fn nearest_edition(
        &self,
        publisher: &PublisherId,
        (from, to): (Date, Date),
        maps: &MapsRequest,
    ) -> Result<Option<MapEdition>, QueryError> {
        let last = to.yesterday().unwrap_or(from);
        let before = self.ledger.edition_on(publisher, from, maps.known_on)?;
        let after = self.ledger.edition_after(publisher, last, maps.known_on)?;
        let found = [before, after].into_iter().flatten().map(|found| found.record);
        Ok(found.min_by_key(|edition| {
            let date = edition.edition_date;
            if date <= from { (from - date).get_days() } else { (date - last).get_days() }
        }))
    }

    /// The publishers asked for, or all on record, in order of their names.
    pub(crate) fn chosen_publishers(
        &self,
        asked: &[PublisherId],
    ) -> Result<Vec<PublisherId>, AnswerError> {
        let mut known = self.ledger.publishers(None)?;
        known.sort();
        if let Some(name) = asked.iter().find(|name| !known.contains(name)) {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            return Err(AnswerError::UnknownPublisher { name: name.to_string(), known });
        }
        known.retain(|name| asked.is_empty() || asked.contains(name));
        Ok(known)
    }
}
