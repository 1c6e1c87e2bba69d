//! What one publisher's maps say of a claim.

use super::{
    answer::{EditionUsed, PublisherAnswer, Run, Scale},
    judge::{over_days, verdict_of},
};
use crate::{
    answer_error::AnswerError,
    land::Land,
    measure_days::{Silence, SpellFigure, measure_spells},
    measured::Figure,
    store::Store,
};
use seisin_core::{Date, MapEdition, PartyId, PublisherId, ValueRange, Verdict};

use super::request::MapsRequest;

/// What is asked of each publisher.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Whose holding.
    pub(crate) party: &'a PartyId,
    /// Of which land.
    pub(crate) land: &'a Land,
    /// The days, half-open.
    pub(crate) days: (Date, Date),
    /// The amounts the claim allows, in m² or as a share; `None` without an amount.
    pub(crate) range: Option<(ValueRange, Scale)>,
    /// The number claimed, in m² or as a share, where it is one number.
    pub(crate) value: Option<f64>,
}

/// The answer of one publisher.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(crate) fn ask_publisher(
    store: &Store,
    publisher: &PublisherId,
    asked: &Asked<'_>,
    maps: &MapsRequest,
) -> Result<PublisherAnswer, AnswerError> {
    let (from, to) = asked.days;
    let spells = store.spells(publisher, (from, to), maps)?;
    let figures = measure_spells(store, spells, asked.party, asked.land)?;
    let runs = runs(&figures, asked);
    let (verdict, reason) = match asked.range {
        Some(_) => over_days(&runs),
        None => {
            (Verdict::NotCheckable, "nothing to compare; the figure is shown as context".into())
        }
    };
    let mut answer = PublisherAnswer {
        publisher: publisher.clone(),
        licence: None,
        positional_error: None,
        verdict,
        reason,
        figure: None,
        margin: None,
        edition: None,
        lowest: None,
        highest: None,
        runs,
    };
    describe(&mut answer, &figures, asked);
    answer.reason.push_str(&at_least(&figures));
    if answer.figure.is_none() {
        answer.verdict = silent_verdict(&figures);
        let nearest = nearest_edition(store, publisher, &figures, asked, maps)?;
        answer.licence = nearest.as_ref().map(|edition| edition.licence.clone());
        answer.positional_error = nearest.as_ref().and_then(|edition| edition.positional_error);
        answer.reason = silent_reason(&figures, nearest.as_ref(), asked);
    }
    Ok(answer)
}

fn describe(answer: &mut PublisherAnswer, figures: &[SpellFigure], asked: &Asked<'_>) {
    let spoken: Vec<(&SpellFigure, &Figure)> =
        figures.iter().filter_map(|spell| Some((spell, spell.said.as_ref().ok()?))).collect();
    let Some((last, figure)) = spoken.last() else { return };
    let last_day = last.to.yesterday().unwrap_or(last.from);
    answer.licence = Some(last.edition.licence.clone());
    answer.positional_error = last.edition.positional_error;
    answer.edition = Some(last.used_on(last_day));
    answer.figure = Some((*figure).clone());
    answer.margin = asked.value.filter(|value| *value > 0.0).and_then(|value| {
        let scale = asked.range.map_or(Scale::Area, |(_, scale)| scale);
        let amount = super::judge::amount(figure, scale)?;
        Some(amount.best / value - 1.0)
    });
    let by_area = |one: &&(&SpellFigure, &Figure), other: &&(&SpellFigure, &Figure)| {
        one.1.area.best.total_cmp(&other.1.area.best)
    };
    let dated = |(spell, figure): &(&SpellFigure, &Figure)| (spell.from, (*figure).clone());
    answer.lowest = spoken.iter().min_by(by_area).map(dated);
    answer.highest = spoken.iter().rev().max_by(by_area).map(dated);
}

/// What is to be said where figures lack something: that they are what is held at least, and why.
fn at_least(figures: &[SpellFigure]) -> String {
    let lacks =
        |spell: &&SpellFigure| spell.said.as_ref().is_ok_and(|figure| !figure.missing.is_empty());
    let mut lacking = figures.iter().filter(lacks);
    let Some(first) = lacking.next() else { return String::new() };
    let missing = first.said.as_ref().map_or(&[][..], |figure| figure.missing.as_slice());
    let named: Vec<String> = missing.iter().take(3).map(ToString::to_string).collect();
    let more = missing.len().saturating_sub(named.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let others = lacking.count();
    let others = match others {
        0 => String::new(),
        count => format!("; so are {count} more editions"),
    };
    format!(
        "; the figure is a lower bound: edition {} lacks {}{more}, invalid and not measured{others}",
        first.edition.id,
        named.join(", ")
    )
}

/// The verdict's stretches, with days on which no map speaks between them.
fn runs(figures: &[SpellFigure], asked: &Asked<'_>) -> Vec<Run> {
    let Some((range, scale)) = asked.range else { return Vec::new() };
    let mut runs: Vec<Run> = Vec::new();
    let mut day = asked.days.0;
    for spell in figures {
        if day < spell.from {
            push(&mut runs, gap(day, spell.from));
        }
        push(&mut runs, run_of(spell, &range, scale));
        day = spell.to;
    }
    if day < asked.days.1 {
        push(&mut runs, gap(day, asked.days.1));
    }
    runs
}

fn gap(from: Date, to: Date) -> Run {
    let verdict = Verdict::OutsideCoverage;
    Run { verdict, from, to, lowest: None, highest: None, edition: None }
}

fn run_of(spell: &SpellFigure, range: &ValueRange, scale: Scale) -> Run {
    let figure = spell.said.as_ref().ok();
    let verdict = match &spell.said {
        Ok(figure) => verdict_of(range, scale, figure),
        Err(Silence::Outside(_)) => Verdict::OutsideCoverage,
        Err(Silence::Unmeasurable(_)) => Verdict::NotCheckable,
    };
    Run {
        verdict,
        from: spell.from,
        to: spell.to,
        lowest: figure.cloned(),
        highest: figure.cloned(),
        edition: Some(spell.edition.id.clone()),
    }
}

/// Adds a run, or lengthens the last one where its verdict goes on.
fn push(runs: &mut Vec<Run>, run: Run) {
    let Some(last) = runs.last_mut().filter(|last| last.verdict == run.verdict) else {
        runs.push(run);
        return;
    };
    last.to = run.to;
    let best = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.area.best);
    if best(&run.lowest) < best(&last.lowest) {
        last.lowest = run.lowest;
    }
    if best(&run.highest) > best(&last.highest) {
        last.highest = run.highest;
    }
}

fn silent_verdict(figures: &[SpellFigure]) -> Verdict {
    let unmeasurable =
        figures.iter().any(|spell| matches!(spell.said, Err(Silence::Unmeasurable(_))));
    if unmeasurable { Verdict::NotCheckable } else { Verdict::OutsideCoverage }
}

/// The last edition of the days asked for, else the nearest to them.
fn nearest_edition(
    store: &Store,
    publisher: &PublisherId,
    figures: &[SpellFigure],
    asked: &Asked<'_>,
    maps: &MapsRequest,
) -> Result<Option<MapEdition>, AnswerError> {
    match figures.last() {
        Some(spell) => Ok(Some(spell.edition.clone())),
        None => Ok(store.nearest_edition(publisher, asked.days, maps)?),
    }
}

fn silent_reason(
    figures: &[SpellFigure],
    nearest: Option<&MapEdition>,
    asked: &Asked<'_>,
) -> String {
    let said = figures.iter().find_map(|spell| match &spell.said {
        Err(Silence::Outside(reason) | Silence::Unmeasurable(reason)) => Some(reason.clone()),
        Ok(_) => None,
    });
    said.unwrap_or_else(|| {
        nearest.map_or_else(
            || "this publisher has no edition on record".to_owned(),
            |edition| nearest_reason(edition, asked.days),
        )
    })
}

fn nearest_reason(edition: &MapEdition, (from, to): (Date, Date)) -> String {
    let last = to.yesterday().unwrap_or(from);
    let date = edition.edition_date;
    let apart = if date < from { days_between(date, from) } else { days_between(last, date) };
    let side = if date < from { "earlier" } else { "later" };
    format!("no edition speaks for these days; the nearest is of {date}, {apart} days {side}")
}

/// Whole days from one to the other.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

impl EditionUsed {
    /// `edition` as an answer for `day` cites it.
    pub(crate) fn of(edition: &MapEdition, day: Date) -> Self {
        Self {
            id: edition.id.clone(),
            edition_date: edition.edition_date,
            published: edition.published,
            age_days: days_between(edition.edition_date, day),
        }
    }
}
