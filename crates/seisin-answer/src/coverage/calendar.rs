//! Editions on the calendar: how many, how late, which are missing, repeated or put right.

use super::row::{CoverageKind, CoverageRow};
use crate::store::Store;
use seisin_core::{Date, Digest, MapEdition, Published, PublisherId};
use seisin_ledger::QueryError;
use std::collections::BTreeSet;

/// The rows on one publisher's editions, given in order of dates and publication.
pub(super) fn calendar(
    store: &Store,
    publisher: &PublisherId,
    editions: &[MapEdition],
) -> Result<Vec<CoverageRow>, QueryError> {
    let (Some(first), Some(last)) = (editions.first(), editions.last()) else {
        return Ok(Vec::new());
    };
    let about = About { publisher };
    let dates: BTreeSet<Date> = editions.iter().map(|edition| edition.edition_date).collect();
    let end = next(last.edition_date);
    let count = editions.len();
    let sentence = format!("{count} editions of {} days", dates.len());
    let days = (first.edition_date, end);
    let mut rows = vec![about.row(CoverageKind::Editions, days, count, sentence)];
    rows.extend(about.lag(editions));
    rows.extend(about.missing(&dates));
    let mut drawn = Vec::with_capacity(count);
    for edition in editions {
        let shapes = store.ledger.holdings(&edition.id, None)?;
        drawn.push(shapes.into_iter().map(|holding| holding.shape).collect::<BTreeSet<Digest>>());
    }
    rows.extend(about.repeated(editions, &drawn));
    rows.extend(about.corrections(editions, &drawn));
    Ok(rows)
}

struct About<'a> {
    publisher: &'a PublisherId,
}

impl About<'_> {
    fn row(
        &self,
        kind: CoverageKind,
        (from, to): (Date, Date),
        editions: usize,
        sentence: String,
    ) -> CoverageRow {
        CoverageRow {
            publisher: self.publisher.clone(),
            kind,
            party: None,
            regions: Vec::new(),
            except: Vec::new(),
            from: Some(from),
            to: Some(to),
            editions: Some(editions),
            area: None,
            sentence,
        }
    }

    fn lag(&self, editions: &[MapEdition]) -> Option<CoverageRow> {
        let mut lags: Vec<i32> = editions.iter().filter_map(lag).collect();
        lags.sort_unstable();
        let (least, most) = (lags.first()?, lags.last()?);
        let middle = lags.get(lags.len() / 2)?;
        let sentence = format!(
            "editions come out {least} to {most} days after the day they show, {middle} in the \
             middle case"
        );
        let dates = editions.iter().map(|edition| edition.edition_date);
        let days = (dates.clone().min()?, next(dates.max()?));
        Some(self.row(CoverageKind::Lag, days, lags.len(), sentence))
    }

    /// The days without an edition of their own, where editions are usually a day apart; else the
    /// gaps of more than three times the usual.
    fn missing(&self, dates: &BTreeSet<Date>) -> Vec<CoverageRow> {
        let dates: Vec<Date> = dates.iter().copied().collect();
        let gap = |pair: &[Date]| pair.last().zip(pair.first()).map(|(b, a)| (*b - *a).get_days());
        let mut gaps: Vec<i32> = dates.windows(2).filter_map(gap).collect();
        gaps.sort_unstable();
        let Some(usual) = gaps.get(gaps.len() / 2).copied() else { return Vec::new() };
        let most = if usual <= 1 { 1 } else { 3 * usual };
        let missing = |pair: &[Date]| {
            let (from, to) = (next(*pair.first()?), *pair.last()?);
            let days = (to - from).get_days();
            (gap(pair)? > most).then(|| {
                let sentence = format!(
                    "no edition shows these {days} days; that of {} speaks for them while it is \
                     young enough",
                    from.yesterday().unwrap_or(from)
                );
                self.row(CoverageKind::Missing, (from, to), 0, sentence)
            })
        };
        dates.windows(2).filter_map(missing).collect()
    }

    /// Runs of editions that draw what the one before the run draws.
    fn repeated(&self, editions: &[MapEdition], drawn: &[BTreeSet<Digest>]) -> Vec<CoverageRow> {
        let mut rows: Vec<CoverageRow> = Vec::new();
        let mut open = false;
        let pairs = editions.windows(2).zip(drawn.windows(2));
        for (pair, shapes) in pairs {
            let ([before, edition], [was, is]) = (pair, shapes) else { continue };
            if was != is {
                open = false;
                continue;
            }
            let end = next(edition.edition_date);
            if let Some(row) = rows.last_mut().filter(|_| open) {
                row.to = Some(end);
                row.editions = row.editions.map(|count| count + 1);
            } else {
                let sentence = format!("the same land is drawn as in {}", before.name);
                let days = (edition.edition_date, end);
                rows.push(self.row(CoverageKind::Repeated, days, 1, sentence));
            }
            open = true;
        }
        rows
    }

    fn corrections(&self, editions: &[MapEdition], drawn: &[BTreeSet<Digest>]) -> Vec<CoverageRow> {
        let pairs = editions.windows(2).zip(drawn.windows(2));
        let correction = |(pair, shapes): (&[MapEdition], &[BTreeSet<Digest>])| {
            let ([before, edition], [was, is]) = (pair, shapes) else { return None };
            (before.edition_date == edition.edition_date && was != is).then(|| {
                let sentence = format!(
                    "{} ({}) takes the place of {} ({})",
                    edition.id,
                    came_out(edition),
                    before.id,
                    came_out(before)
                );
                let days = (edition.edition_date, next(edition.edition_date));
                self.row(CoverageKind::Correction, days, 2, sentence)
            })
        };
        pairs.filter_map(correction).collect()
    }
}

fn lag(edition: &MapEdition) -> Option<i32> {
    Some((edition.published?.day() - edition.edition_date).get_days())
}

fn came_out(edition: &MapEdition) -> String {
    let published = edition.published.map(|published: Published| published.to_string());
    published.map_or("publication not stated".to_owned(), |when| format!("published {when}"))
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
