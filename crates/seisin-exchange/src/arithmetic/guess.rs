//! What a figure that does not fit may have been instead.

use super::finding::Guess;
use seisin_core::{Quantity, Unit, UnitKind};

/// How near two figures must be to be taken for one: one in a thousand.
const SAME: f64 = 1e-3;

/// Units of area that reports mistake for each other.
const AREAS: [Unit; 5] =
    [Unit::Acre, Unit::Hectare, Unit::SquareKilometre, Unit::SquareMile, Unit::Dunam];

/// What `printed` may have been, given the figure it should equal and others beside it.
pub(crate) fn guesses(printed: &Quantity, meant: &Quantity, others: &[Quantity]) -> Vec<Guess> {
    let mut guesses = Vec::new();
    let same = |one: f64, other: f64| (one - other).abs() <= SAME * other.abs();
    if printed.unit != meant.unit && same(printed.value, meant.value) {
        guesses.push(Guess::OtherUnit { unit: meant.unit.ucum().into_owned() });
    }
    guesses.extend(others.iter().enumerate().flat_map(|(index, one)| {
        let rest = others.iter().skip(index + 1);
        rest.filter(|other| same(printed.si_value(), one.si_value() + other.si_value())).map(
            |other| Guess::SumOf {
                one: one.original_value.clone(),
                other: other.original_value.clone(),
            },
        )
    }));
    if guesses.is_empty() && printed.unit.kind() == UnitKind::Area {
        let off = printed.si_value() / meant.si_value();
        guesses.extend(factor_near(off).map(|factor| Guess::Converted { factor }));
    }
    guesses
}

/// The factor between two units of area that `off` is, if it is one.
fn factor_near(off: f64) -> Option<f64> {
    let pairs = AREAS.iter().flat_map(|one| AREAS.iter().map(move |other| (one, other)));
    let factors = pairs.filter(|(one, other)| one != other);
    factors
        .map(|(one, other)| one.si_factor() / other.si_factor())
        .find(|factor| (off / factor - 1.0).abs() <= SAME)
}
