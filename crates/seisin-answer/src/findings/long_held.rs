//! Whether land that is gone had been held for long.

use super::areas::Track;
use crate::{answer_error::AnswerError, land::Land, series::held, store::Store};
use jiff::ToSpan as _;
use seisin_core::Area;
use seisin_measure::{Budget, OverlayError, Shape, area, difference, intersection};

/// For how many days land is shown to count as held for long.
pub(super) const LONG_DAYS: i64 = 180;

/// How many editions of those days the land must stand on: the earliest, the last before, and
/// others spread between.
const PROBES: usize = 5;

/// How much of the land that the edition at `at` of a track no longer shows had stood on every
/// edition of the half year before, and how much is gone altogether.
///
/// `None` where the track does not go back that far, or the overlay is refused.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(super) fn long_held_gone(
    store: &Store,
    track: &Track,
    at: usize,
) -> Result<Option<(Area, Area)>, AnswerError> {
    let Some((day, _, _)) = track.totals.get(at) else { return Ok(None) };
    let since = day.saturating_sub(LONG_DAYS.days());
    let Some(first) = track.totals.partition_point(|(date, ..)| *date <= since).checked_sub(1)
    else {
        return Ok(None);
    };
    let land = Land::as_drawn(track.region.as_ref());
    let shape = |place: usize| match track.totals.get(place) {
        Some((_, edition, _)) => held(store, edition, &track.party, &land),
        None => Ok(Shape::empty()),
    };
    let span = at - 1 - first;
    let mut before = Vec::with_capacity(PROBES);
    for probe in 0..PROBES {
        before.push(shape(at - 1 - span * probe / (PROBES - 1))?);
    }
    Ok(of_these(&before, &shape(at)?).ok())
}

/// The part of what `now` lacks of the first of `before` that all of `before` have, and the whole
/// of what it lacks.
fn of_these(before: &[Shape], now: &Shape) -> Result<(Area, Area), OverlayError> {
    let budget = Budget::default();
    let Some((last, earlier)) = before.split_first() else { return Ok((Area::ZERO, Area::ZERO)) };
    let gone = difference(last, now, &budget)?;
    let mut long_held = gone.clone();
    for shape in earlier {
        long_held = intersection(&long_held, shape, &budget)?;
    }
    Ok((area(&long_held), area(&gone)))
}
