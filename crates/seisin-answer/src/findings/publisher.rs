//! The findings on one publisher's editions.

use super::{
    areas::{Track, tracks},
    finding::{Finding, FindingKind},
    jump::{Leap, leaps},
    long_held::{LONG_DAYS, long_held_gone},
    noted::noted,
};
use crate::{answer_error::AnswerError, check::MapsRequest, store::Store};
use jiff::ToSpan as _;
use seisin_core::{Area, Date, PublisherId};

/// How much of what is gone must have been held for long to be called so.
const MOSTLY: f64 = 0.8;

/// What in the editions that speak for `days` nothing on record explains, in order of days.
///
/// # Method
/// Totals by edition are looked at from half a year before the days to two months after them, so
/// that what is usual is known at both ends; see [`leaps`] and [`long_held_gone`] for the rules.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(crate) fn findings(
    store: &Store,
    publisher: &PublisherId,
    (from, to): (Date, Date),
    maps: &MapsRequest,
) -> Result<Vec<Finding>, AnswerError> {
    let around = (from.saturating_sub((LONG_DAYS + 60).days()), to.saturating_add(60.days()));
    let spells = store.spells(publisher, around, maps)?;
    let mut findings = noted(store, publisher, &spells)?;
    for track in tracks(store, &spells)? {
        let totals: Vec<(Date, f64)> =
            track.totals.iter().map(|(date, _, total)| (*date, *total)).collect();
        for leap in leaps(&totals) {
            findings.push(explain(store, publisher, &track, leap)?);
        }
    }
    findings.retain(|finding| finding.from < to && from < finding.to);
    findings.sort_by_key(|finding| (finding.from, finding.kind));
    Ok(findings)
}

/// What a leap is, as far as the editions themselves tell.
fn explain(
    store: &Store,
    publisher: &PublisherId,
    track: &Track,
    leap: Leap,
) -> Result<Finding, AnswerError> {
    let date = |at: usize| track.totals.get(at).map_or(Date::MAX, |(date, ..)| *date);
    let (day, before) = (date(leap.at), date(leap.at - 1));
    let change = Area::from_square_metres(leap.change).square_km();
    let usual = Area::from_square_metres(leap.usual).square_km();
    let place = track.region.as_ref().map_or("drawn".to_owned(), |id| format!("drawn in {id}"));
    let leaps = format!(
        "the land of {} {place} changes by {change:+.0} km² from the edition of {before} to that \
         of {day}, where about {usual:.1} km² a day is usual",
        track.party
    );
    let (kind, to, sentence) = if let Some(back) = leap.undone_at {
        let back = date(back);
        let said = format!("{leaps}; the edition of {back} is back where it was");
        (FindingKind::JumpUndone, back, said)
    } else {
        let next = day.tomorrow().unwrap_or(day);
        let gone = if leap.change < 0.0 { long_held_gone(store, track, leap.at)? } else { None };
        match gone.filter(|(held, gone)| held.square_km() >= MOSTLY * gone.square_km()) {
            Some((held, _)) => {
                let held = held.square_km();
                let said = format!(
                    "{leaps}; {held:.0} km² of what is gone had stood on every edition of half a \
                     year: an event, or a change of what the map shows"
                );
                (FindingKind::LongHeldGone, next, said)
            }
            None => (FindingKind::Jump, next, format!("{leaps}; nothing on the map explains it")),
        }
    };
    Ok(Finding {
        kind,
        publisher: publisher.clone(),
        party: Some(track.party.clone()),
        region: track.region.clone(),
        from: day,
        to,
        area: Some(Area::from_square_metres(leap.change)),
        sentence,
    })
}
