//! One line of a series: one party in one land, by one publisher or by several in order.

use super::{flag::SeriesFlag, flag::SeriesFlagKind, request::SeriesRequest, row::SeriesRow};
use crate::{
    answer_error::AnswerError,
    coverage::{Scope, scope},
    findings::Finding,
    land::Land,
    measure_days::{Silence, SpellFigure, measure_spells},
    store::{Spell, Store},
};
use seisin_core::{Area, Date, EditionId, PartyId, PublisherId, RegionId};
use std::collections::BTreeMap;

/// One publisher's maps in the days of a series.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) publisher: PublisherId,
    pub(super) spells: Vec<Spell>,
    pub(super) findings: Vec<Finding>,
}

/// One line: whose holding, in which land, by whose maps in order of preference.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub(super) party: PartyId,
    pub(super) region: Option<RegionId>,
    pub(super) land: Land,
    pub(super) sources: Vec<&'a Source>,
}

impl Line<'_> {
    /// The rows of the line, one a day of `days`.
    pub(super) fn rows(
        &self,
        store: &Store,
        days: &[Date],
        request: &SeriesRequest,
    ) -> Result<Vec<SeriesRow>, AnswerError> {
        let mut measured = Vec::with_capacity(self.sources.len());
        for source in &self.sources {
            let needed = source.spells.iter().filter(|spell| speaks(spell, days)).cloned();
            measured.push(measure_spells(store, needed.collect(), &self.party, &self.land)?);
        }
        let mut scopes = Scopes { store, line: self, known: BTreeMap::new() };
        let mut rows: Vec<SeriesRow> = Vec::with_capacity(days.len());
        let mut last: Option<Spoken<'_>> = None;
        for day in days {
            let spoken = speaker(*day, &measured, request);
            let mut row = self.row(*day, spoken, request);
            if let Some(spoken) = spoken {
                self.compare(&mut row, spoken, (last, rows.last()), &mut scopes)?;
                last = Some(spoken);
            }
            rows.push(row);
        }
        Ok(rows)
    }

    fn row(&self, day: Date, spoken: Option<Spoken<'_>>, request: &SeriesRequest) -> SeriesRow {
        let said = match spoken.map(|spoken| &spoken.spell.said) {
            Some(Ok(figure)) => Ok(figure.clone()),
            Some(Err(Silence::Outside(reason) | Silence::Unmeasurable(reason))) => {
                Err(reason.clone())
            }
            None => Err("no edition speaks for this day".to_owned()),
        };
        let alone = match self.sources.as_slice() {
            [only] => Some(only.publisher.clone()),
            _ => None,
        };
        let edition = spoken.map(|spoken| &spoken.spell.edition);
        SeriesRow {
            day,
            party: self.party.clone(),
            region: self.region.clone(),
            rule: self.land.reference.rule.clone(),
            publisher: edition.map(|edition| edition.publisher.clone()).or(alone),
            edition: spoken.map(|spoken| spoken.spell.used_on(day)),
            said,
            change: None,
            flags: Vec::new(),
            positional_error: edition.and_then(|edition| edition.positional_error),
            licence: edition.map(|edition| edition.licence.clone()),
            known_on: request.maps.known_on,
        }
    }

    /// Compares a row with the one before: what changed, and what keeps them from being compared.
    fn compare(
        &self,
        row: &mut SeriesRow,
        spoken: Spoken<'_>,
        (last, before): (Option<Spoken<'_>>, Option<&SeriesRow>),
        scopes: &mut Scopes<'_, '_>,
    ) -> Result<(), AnswerError> {
        self.flag_findings(row, spoken, before.map(|before| before.day));
        let Some(last) = last else { return Ok(()) };
        if last.source != spoken.source {
            let (from, to) = (&last.spell.edition.publisher, &spoken.spell.edition.publisher);
            let sentence = format!("the row before is by {from}, this one by {to}");
            row.flags.push(SeriesFlag { kind: SeriesFlagKind::SourceSwitch, sentence });
            return Ok(());
        }
        let (was, is) = (scopes.of(last)?, scopes.of(spoken)?);
        if was != is {
            let kind = SeriesFlagKind::ScopeChange;
            row.flags.push(SeriesFlag { kind, sentence: scope_sentence(&was, &is) });
            return Ok(());
        }
        if let (Ok(figure), Some(Ok(old))) = (&row.said, before.map(|before| &before.said)) {
            if figure.is_lower_bound() || old.is_lower_bound() {
                return Ok(());
            }
            row.change = Some(Area::from_square_metres(figure.area.best - old.area.best));
        }
        Ok(())
    }

    /// A finding stands on the rows of its days, and one that falls between two rows on the later.
    fn flag_findings(&self, row: &mut SeriesRow, spoken: Spoken<'_>, before: Option<Date>) {
        let since = before.unwrap_or(row.day);
        let findings = self.sources.get(spoken.source).map_or(&[][..], |source| &source.findings);
        let here = findings
            .iter()
            .filter(|finding| finding.party.as_ref().is_none_or(|party| *party == self.party))
            .filter(|finding| {
                let on = finding.from <= row.day && row.day < finding.to;
                on || (since < finding.from && finding.from <= row.day)
            });
        row.flags.extend(here.map(|finding| SeriesFlag {
            kind: SeriesFlagKind::Finding(finding.kind),
            sentence: finding.sentence.clone(),
        }));
    }
}

/// Who speaks on a day: one that says a figure before one that does not, one whose edition
/// falls in the step before one whose is older, then by preference; among old ones the
/// youngest.
fn speaker<'s>(
    day: Date,
    measured: &'s [Vec<SpellFigure>],
    request: &SeriesRequest,
) -> Option<Spoken<'s>> {
    let stale_from = request.every.before(day);
    let spoken = measured.iter().enumerate().filter_map(|(source, figures)| {
        let at = figures.partition_point(|spell| spell.to <= day);
        let spell = figures.get(at).filter(|spell| spell.from <= day)?;
        Some(Spoken { source, spell })
    });
    spoken.min_by_key(|spoken| {
        let date = spoken.spell.edition.edition_date;
        let stale = date <= stale_from;
        let age = if stale { (day - date).get_days() } else { 0 };
        (spoken.spell.said.is_err(), stale, age, spoken.source)
    })
}

/// Which source speaks on a day, with which edition.
#[derive(Debug, Clone, Copy)]
struct Spoken<'s> {
    source: usize,
    spell: &'s SpellFigure,
}

fn speaks(spell: &Spell, days: &[Date]) -> bool {
    let at = days.partition_point(|day| *day < spell.from);
    days.get(at).is_some_and(|day| *day < spell.to)
}

/// The scopes that editions declare for a line, each asked for once.
struct Scopes<'s, 'l> {
    store: &'s Store,
    line: &'l Line<'l>,
    known: BTreeMap<EditionId, Scope>,
}

impl Scopes<'_, '_> {
    fn of(&mut self, spoken: Spoken<'_>) -> Result<Scope, AnswerError> {
        let edition = &spoken.spell.edition;
        if let Some(scope) = self.known.get(&edition.id) {
            return Ok(scope.clone());
        }
        let statements = self.store.statements(&edition.id)?;
        let found = scope(&statements, &self.line.party, &self.line.land, edition.edition_date);
        self.known.insert(edition.id.clone(), found.clone());
        Ok(found)
    }
}

fn scope_sentence(was: &Scope, is: &Scope) -> String {
    let list = |regions: &mut dyn Iterator<Item = &RegionId>| {
        regions.map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    let parts = [
        ("left out from here on", list(&mut is.except.difference(&was.except))),
        ("no longer left out", list(&mut was.except.difference(&is.except))),
        ("shown from here on", list(&mut is.within.difference(&was.within))),
        ("no longer shown", list(&mut was.within.difference(&is.within))),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, regions)| !regions.is_empty())
        .map(|(what, regions)| format!("{what}: {regions}"))
        .collect();
    format!(
        "the publisher declares to show other land than in the row before ({})",
        parts.join("; ")
    )
}
