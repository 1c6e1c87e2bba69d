//! What else a figure that does not fit might fit: another unit, another date, another region.

use super::{
    answer::{Hint, PublisherAnswer, Scale},
    elsewhere::other_land,
    judge::verdict_of,
    publisher::Asked,
    request::CheckRequest,
};
use crate::{answer_error::AnswerError, measure_days::measure_spells, store::Store};
use jiff::ToSpan as _;
use seisin_core::{Area, Bound, Quantity, QuantityKind, Unit, ValueRange, Verdict};

/// How many days before and after the days asked for are searched for a figure that fits.
const NEARBY_DAYS: i64 = 45;

/// The hints for publishers whose maps contradict the claim.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub(crate) fn hints(
    store: &Store,
    asked: &Asked<'_>,
    quantity: Option<&Quantity>,
    request: &CheckRequest,
    answers: &[PublisherAnswer],
) -> Result<Vec<Hint>, AnswerError> {
    let Some(((range, Scale::Area), quantity)) = asked.range.zip(quantity) else {
        return Ok(Vec::new());
    };
    let mut hints = Vec::new();
    for answer in answers.iter().filter(|answer| answer.verdict == Verdict::Contradicted) {
        hints.extend(other_unit(answer, quantity, request));
        hints.extend(other_date(store, asked, &range, request, answer)?);
        let spells = store.spells(&answer.publisher, asked.days, &request.maps)?;
        if let Some(last) = spells.last() {
            let plain = in_square_metres(&plain(quantity, &quantity.unit), request);
            hints.extend(other_land(store, asked, &plain, answer, last)?);
        }
    }
    Ok(hints)
}

/// The number itself in a unit, whatever its comparator: every figure is "more than" something.
fn plain(quantity: &Quantity, unit: &Unit) -> Quantity {
    Quantity { bound: Bound::About, unit: unit.clone(), ..quantity.clone() }
}

fn in_square_metres(quantity: &Quantity, request: &CheckRequest) -> ValueRange {
    let range = ValueRange::of(quantity, request.tolerance);
    let factor = quantity.unit.si_factor();
    ValueRange { low: range.low * factor, high: range.high * factor, ..range }
}

/// The figure fits if the number was meant in the other of the two great units of land.
fn other_unit(
    answer: &PublisherAnswer,
    quantity: &Quantity,
    request: &CheckRequest,
) -> Option<Hint> {
    let figure = answer.figure.as_ref()?;
    let other = match (quantity.kind, &quantity.unit) {
        (QuantityKind::Area, Unit::SquareMile) => Unit::SquareKilometre,
        (QuantityKind::Area, Unit::SquareKilometre) => Unit::SquareMile,
        (QuantityKind::Area, Unit::Hectare) => Unit::Acre,
        (QuantityKind::Area, Unit::Acre) => Unit::Hectare,
        _ => return None,
    };
    let factor = other.si_factor();
    let range = in_square_metres(&plain(quantity, &other), request);
    let fits = range.compare(figure.area) == Verdict::Supported;
    let ratio = quantity.unit.si_factor().max(factor) / quantity.unit.si_factor().min(factor);
    fits.then(|| Hint {
        kind: "unit",
        sentence: format!(
            "by {} the figure fits if the unit were {} instead of {} (ratio {ratio:.3})",
            answer.publisher,
            other.ucum(),
            quantity.unit.ucum()
        ),
    })
}

/// The figure fits on the nearest other date of the same publisher's maps.
fn other_date(
    store: &Store,
    asked: &Asked<'_>,
    range: &ValueRange,
    request: &CheckRequest,
    answer: &PublisherAnswer,
) -> Result<Option<Hint>, AnswerError> {
    let (from, to) = asked.days;
    let around = (from.saturating_sub(NEARBY_DAYS.days()), to.saturating_add(NEARBY_DAYS.days()));
    let spells = store.spells(&answer.publisher, around, &request.maps)?;
    let figures = measure_spells(store, spells, asked.party, asked.land)?;
    let distance = |day: seisin_core::Date| {
        if day < from { (from - day).get_days() } else { (day - to).get_days() }
    };
    let nearest = figures
        .iter()
        .filter(|spell| spell.edition.edition_date < from || spell.edition.edition_date >= to)
        .filter_map(|spell| {
            let figure = spell.said.as_ref().ok()?;
            let fits = verdict_of(range, Scale::Area, figure) == Verdict::Supported;
            fits.then_some((spell, figure))
        })
        .min_by_key(|(spell, _)| distance(spell.edition.edition_date));
    Ok(nearest.map(|(spell, figure)| {
        let area = Area::from_square_metres(figure.area.best);
        Hint {
            kind: "date",
            sentence: format!(
                "by {} it fits on {}: {:.3} km² ({:.2} sq mi), edition {}",
                answer.publisher,
                spell.edition.edition_date,
                area.square_km(),
                area.square_miles(),
                spell.edition.id
            ),
        }
    }))
}
