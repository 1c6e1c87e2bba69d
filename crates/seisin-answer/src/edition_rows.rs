//! The editions on record, one by one, with what is to be known of each.

use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    findings::{Finding, FindingKind, findings},
    store::Store,
};
use seisin_core::{Date, Digest, EditionId, MapEdition, PublisherId};
use std::collections::{BTreeMap, BTreeSet};

/// An edition on record.
#[derive(Debug, Clone)]
pub struct EditionRow {
    /// The edition.
    pub edition: MapEdition,
    /// Days from the day it shows to its publication, where that is stated.
    pub lag_days: Option<i32>,
    /// Days from the day it shows to the day asked on.
    pub age_days: i32,
    /// How many shapes it holds, and how many features were quarantined beside them.
    pub features: (usize, usize),
    /// How many vertices its shapes have.
    pub vertices: usize,
    /// The kinds of what nothing on record explains on its day.
    pub findings: BTreeSet<FindingKind>,
    /// The edition before it, where it draws the very same.
    pub repeats: Option<EditionId>,
    /// The edition of the same day that came out before it and draws something else.
    pub corrects: Option<EditionId>,
    /// How many days lie between it and the edition before with no edition of their own.
    pub days_without: i32,
}

/// Every edition on record of these publishers, or of all, in order of publisher, day and
/// publication; ages are counted up to `on`.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a publisher is not known.
pub fn edition_rows(
    store: &Store,
    publishers: &[PublisherId],
    on: Date,
) -> Result<Vec<EditionRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let mut rows = Vec::new();
    let mut sizes = BTreeMap::new();
    for publisher in store.chosen_publishers(publishers)? {
        let maps = MapsRequest::default();
        let findings = findings(store, &publisher, (Date::MIN, Date::MAX), &maps)?;
        let mut before: Option<(EditionRow, Shapes)> = None;
        for edition in store.ledger.editions(Some(&publisher), None)? {
            let (mut row, shapes) = plain(store, edition.record, on, &mut sizes)?;
            row.findings = of_day(&findings, row.edition.edition_date);
            if let Some((last, drawn)) = before.take() {
                compare(&mut row, &last, shapes == drawn);
                rows.push(last);
            }
            before = Some((row, shapes));
        }
        rows.extend(before.map(|(last, _)| last));
    }
    Ok(rows)
}

type Shapes = BTreeSet<Digest>;

fn plain(
    store: &Store,
    edition: MapEdition,
    on: Date,
    sizes: &mut BTreeMap<Digest, usize>,
) -> Result<(EditionRow, Shapes), AnswerError> {
    let drawn = store.drawn_by_all(&edition.id)?;
    let mut vertices = 0;
    for one in &drawn {
        vertices += match sizes.get(&one.digest) {
            Some(size) => *size,
            None => *sizes.entry(one.digest).or_insert(store.shape(one.digest)?.vertices()),
        };
    }
    let missing = store.missing_of_all(&edition.id)?;
    let set_aside: BTreeSet<usize> = missing.into_iter().map(|missing| missing.feature).collect();
    let days = |from: Date, to: Date| (to - from).get_days();
    let row = EditionRow {
        lag_days: edition.published.map(|when| days(edition.edition_date, when.day())),
        age_days: days(edition.edition_date, on),
        features: (drawn.len(), set_aside.len()),
        vertices,
        findings: BTreeSet::new(),
        repeats: None,
        corrects: None,
        days_without: 0,
        edition,
    };
    Ok((row, drawn.into_iter().map(|drawn| drawn.digest).collect()))
}

fn of_day(findings: &[Finding], day: Date) -> BTreeSet<FindingKind> {
    let here = findings.iter().filter(|finding| finding.from <= day && day < finding.to);
    here.map(|finding| finding.kind).collect()
}

/// What the edition before tells of this one.
fn compare(row: &mut EditionRow, before: &EditionRow, same: bool) {
    let apart = (row.edition.edition_date - before.edition.edition_date).get_days();
    row.days_without = (apart - 1).max(0);
    if same && row.features.1 == 0 && before.features.1 == 0 {
        row.repeats = Some(before.edition.id.clone());
    } else if apart == 0 {
        row.corrects = Some(before.edition.id.clone());
    }
}
