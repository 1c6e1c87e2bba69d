//! The measurement of an exchange.

use super::{
    access::{Access, access},
    enclaves::{Enclaves, enclaves},
    error::EvaluateError,
    figure::{Change, Figure, Missing},
    given::{Exchange, Given, Side},
    measured::{DISCLAIMER, Effect, HYPOTHETICAL, SideEffect, Territory},
    settings::EvaluateSettings,
};
use seisin_core::{Area, Band, Length};
use seisin_measure::{
    Budget, OverlayError, Shape, area, clip_band, common_border, difference, intersection, union,
};

/// What the exchange would measure.
///
/// # Assumptions
/// Each side gives land it holds: where its territory is given, what it gives lies in it.
///
/// # Method
/// After the exchange a side holds (what it held − what it gave) ∪ what it was given. Areas are
/// those of [`seisin_measure::area`], the line that of [`seisin_measure::common_border`]; pieces
/// and holes are polygons and interior rings of at least [`EvaluateSettings::least_piece`]. The
/// formulas stand at the fields of [`Effect`].
///
/// # Accuracy
/// That of the overlay, 1e-3 km² on country-wide maps; how far the maps themselves may be off is in
/// each [`Band`], as far as their publishers say.
///
/// # Errors
/// [`EvaluateError`] where the sides are one party, a side gives nothing, something is given twice
/// or by a side that does not hold it, or the overlay's budget does not suffice.
pub fn evaluate(exchange: &Exchange, settings: &EvaluateSettings) -> Result<Effect, EvaluateError> {
    let [first, second] = &exchange.sides;
    check(exchange, settings)?;
    let bands = [band(&first.gives), band(&second.gives)];
    let Whole { sides: [of_first, of_second], line } = whole(exchange, settings)?;
    Ok(Effect {
        hypothetical: HYPOTHETICAL,
        disclaimer: DISCLAIMER,
        on: exchange.on,
        known_on: exchange.known_on,
        sides: [side_effect(first, bands[0], of_first), side_effect(second, bands[1], of_second)],
        ratio: Figure::or_missing(bands[0].share_of(bands[1]), Missing::MayBeZero),
        line,
        notes: exchange.sides.iter().filter_map(note).collect(),
        settings: *settings,
    })
}

fn band(given: &Given) -> Band {
    let best = area(&given.shape);
    given.lines.as_ref().map_or(Band::exact(best.square_metres()), |lines| clip_band(best, lines))
}

fn note(side: &Side) -> Option<String> {
    side.gives.lines.is_none().then(|| {
        format!(
            "no positional error is stated for {}: its area is shown without one",
            side.gives.basis.what
        )
    })
}

fn side_effect(side: &Side, gives: Band, whole: WholeOfSide) -> SideEffect {
    SideEffect {
        party: side.party.clone(),
        basis: side.gives.basis.clone(),
        people: Figure::or_missing(side.people.clone(), Missing::NoData),
        settlements: Figure::or_missing(side.settlements.clone(), Missing::NoData),
        listed: side.listed.clone(),
        access: whole.access,
        gives,
        pieces_given: side.gives.shape.polygons().len(),
        territory: whole.territory,
        enclaves: whole.enclaves,
    }
}

/// Both territories and the line between them; unknown where one of them was not given.
struct Whole {
    sides: [WholeOfSide; 2],
    line: Figure<Change<Length>>,
}

/// What is told of all the land of a side.
struct WholeOfSide {
    territory: Figure<Change<Territory>>,
    enclaves: Figure<Change<Enclaves>>,
    access: Figure<Access>,
}

impl WholeOfSide {
    const UNKNOWN: Self = Self {
        territory: Figure::Unknown(Missing::NoTerritory),
        enclaves: Figure::Unknown(Missing::NoTerritory),
        access: Figure::Unknown(Missing::NoTerritory),
    };
}

fn whole(exchange: &Exchange, settings: &EvaluateSettings) -> Result<Whole, OverlayError> {
    let [first, second] = &exchange.sides;
    let (Some(a), Some(b)) = (&first.territory, &second.territory) else {
        let line = Figure::Unknown(Missing::NoTerritory);
        return Ok(Whole { sides: [WholeOfSide::UNKNOWN, WholeOfSide::UNKNOWN], line });
    };
    let budget = &settings.budget;
    let a_after = swapped(a, &first.gives.shape, &second.gives.shape, budget)?;
    let b_after = swapped(b, &second.gives.shape, &first.gives.shape, budget)?;
    let line = Figure::Known(Change {
        before: common_border(a, b, budget)?,
        after: common_border(&a_after, &b_after, budget)?,
    });
    let [first_before, second_before] = enclaves([a, b], settings.least_piece);
    let [first_after, second_after] = enclaves([&a_after, &b_after], settings.least_piece);
    let to_towns = |side: &Side, before, after| {
        let found = access(&side.listed, &exchange.towns, [before, after]);
        Figure::or_missing(found, Missing::NobodyCounted)
    };
    let (to_first, to_second) = (to_towns(first, a, &b_after), to_towns(second, b, &a_after));
    let change = |before: &Shape, after| {
        Figure::Known(Change {
            before: Territory::of(before.clone(), settings.least_piece),
            after: Territory::of(after, settings.least_piece),
        })
    };
    let one = WholeOfSide {
        territory: change(a, a_after),
        enclaves: Figure::Known(Change { before: first_before, after: first_after }),
        access: to_first,
    };
    let other = WholeOfSide {
        territory: change(b, b_after),
        enclaves: Figure::Known(Change { before: second_before, after: second_after }),
        access: to_second,
    };
    Ok(Whole { sides: [one, other], line })
}

fn swapped(
    held: &Shape,
    given: &Shape,
    received: &Shape,
    budget: &Budget,
) -> Result<Shape, OverlayError> {
    let kept = difference(held, given, budget)?;
    union(&[&kept, received], budget)
}

fn check(exchange: &Exchange, settings: &EvaluateSettings) -> Result<(), EvaluateError> {
    let [first, second] = &exchange.sides;
    if first.party == second.party {
        return Err(EvaluateError::SameParty { party: first.party.clone() });
    }
    for side in [first, second] {
        check_side(side, settings)?;
    }
    let common = |one: &Shape, other: &Shape| -> Result<Area, OverlayError> {
        Ok(area(&intersection(one, other, &settings.budget)?))
    };
    let given_twice = common(&first.gives.shape, &second.gives.shape)?;
    if given_twice >= settings.least_piece {
        return Err(EvaluateError::GivenTwice { square_km: given_twice.square_km() });
    }
    if let (Some(a), Some(b)) = (&first.territory, &second.territory) {
        let overlap = common(a, b)?;
        if overlap >= settings.least_piece {
            return Err(EvaluateError::TerritoriesOverlap { square_km: overlap.square_km() });
        }
    }
    Ok(())
}

fn check_side(side: &Side, settings: &EvaluateSettings) -> Result<(), EvaluateError> {
    let given = &side.gives;
    if given.shape.is_empty() {
        return Err(EvaluateError::NothingGiven {
            party: side.party.clone(),
            what: given.basis.what.clone(),
        });
    }
    let Some(territory) = &side.territory else { return Ok(()) };
    let outside = area(&difference(&given.shape, territory, &settings.budget)?);
    if outside >= settings.least_piece {
        return Err(EvaluateError::NotItsOwn {
            party: side.party.clone(),
            square_km: outside.square_km(),
        });
    }
    Ok(())
}
