//! What an exchange of two holdings would measure on a day, by each publisher's map.

use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    holdings::land,
    land::{CutHolding, Land, LandRule, PlacedShape, SetRegion, cut},
    store::{Drawn, Spell, Store},
};
use seisin_core::{Date, Length, Licence, PartyId, PublisherId};
use seisin_exchange::{
    Basis, Effect, EvaluateSettings, Exchange, Given, Side, evaluate, territory_of,
};
use seisin_measure::{Budget, OverlayError, Shape};

/// What a party would give: its holding in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiveRequest {
    /// Who gives.
    pub party: PartyId,
    /// Its holding in this land: a name or an identifier.
    pub region: String,
}

/// A question for an exchange.
#[derive(Debug, Clone)]
pub struct ExchangeRequest {
    /// What each side gives.
    pub gives: [GiveRequest; 2],
    /// The day.
    pub on: Date,
    /// Which maps and boundaries.
    pub maps: MapsRequest,
}

/// An exchange measured on one publisher's map.
#[derive(Debug, Clone)]
pub struct ExchangeAnswer {
    /// Whose map.
    pub publisher: PublisherId,
    /// Its terms.
    pub licence: Licence,
    /// What the exchange would measure, or why it cannot be told from this map.
    pub effect: Result<Effect, String>,
}

/// What the exchange would measure, once for each publisher asked, by name.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read, a land or publisher is not known, or no map
/// speaks for the day.
pub fn evaluate_exchange(
    store: &Store,
    request: &ExchangeRequest,
) -> Result<Vec<ExchangeAnswer>, AnswerError> {
    let lands = [
        land(store, &request.gives[0].region, &request.maps)?,
        land(store, &request.gives[1].region, &request.maps)?,
    ];
    let days = (request.on, request.on.tomorrow().unwrap_or(request.on));
    let mut answers = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        for spell in store.spells(&publisher, days, &request.maps)? {
            let effect = on_map(store, &spell, &lands, request)?;
            let licence = spell.edition.licence.clone();
            answers.push(ExchangeAnswer { publisher: publisher.clone(), licence, effect });
        }
    }
    if answers.is_empty() {
        return Err(AnswerError::Silent {
            party: request.gives[0].party.to_string(),
            land: lands[0].reference.name.clone(),
            day: request.on.to_string(),
            reason: "no edition of the maps asked for speaks for that day\nhint: `seisin maps \
                     list` shows the editions"
                .to_owned(),
        });
    }
    Ok(answers)
}

fn on_map(
    store: &Store,
    spell: &Spell,
    lands: &[Land; 2],
    request: &ExchangeRequest,
) -> Result<Result<Effect, String>, AnswerError> {
    for give in &request.gives {
        let missing = store.missing(&spell.edition.id, &give.party, &Land::everywhere())?;
        if let Some(first) = missing.first() {
            return Ok(Err(format!("edition {} lacks {first}", spell.edition.id)));
        }
    }
    let drawn = store.with_shapes(store.drawn_by_all(&spell.edition.id)?)?;
    let error = spell.edition.positional_error.unwrap_or(Length::ZERO);
    let mut held = Vec::new();
    for (give, land) in request.gives.iter().zip(lands) {
        let cut = cut(&placed(&drawn, &give.party), land, error)?;
        if cut.shape.is_empty() {
            let name = &land.reference.name;
            return Ok(Err(format!("the map draws nothing that {} holds in {name}", give.party)));
        }
        held.push(cut);
    }
    let regions = store.set_regions()?;
    let parties = [&request.gives[0].party, &request.gives[1].party];
    let territories = territories(&drawn, &regions, lands, parties)?;
    let [first, second] = territories;
    let mut held = held.into_iter();
    let mut side = |index: usize, territory: Option<Shape>| Side {
        party: request.gives[index].party.clone(),
        gives: given(
            held.next().expect("one holding a side"),
            &lands[index],
            spell,
            parties[index],
        ),
        territory,
        people: None,
        settlements: None,
    };
    let exchange = Exchange {
        sides: [side(0, first), side(1, second)],
        on: Some(request.on),
        known_on: request.maps.known_on,
    };
    Ok(Ok(evaluate(&exchange, &EvaluateSettings::default())?))
}

pub(crate) fn given(held: CutHolding, land: &Land, spell: &Spell, party: &PartyId) -> Given {
    Given {
        shape: held.shape,
        lines: spell.edition.positional_error.map(|_| held.lines),
        basis: Basis {
            what: format!("what {party} holds in {}", land.reference.name),
            publisher: Some(spell.edition.publisher.clone()),
            edition: Some(spell.edition.id.clone()),
            edition_date: Some(spell.edition.edition_date),
            boundary_set: land.reference.rule.boundary_set().map(ToOwned::to_owned),
        },
    }
}

pub(crate) fn placed(drawn: &[Drawn], party: &PartyId) -> Vec<PlacedShape> {
    drawn.iter().filter(|one| one.party == *party).filter_map(Drawn::placed).collect()
}

/// All the land each side holds, where a boundary set states whose the regions are: its own regions
/// without what the other holds there, and what it holds elsewhere.
pub(crate) fn territories(
    drawn: &[Drawn],
    regions: &[SetRegion],
    lands: &[Land; 2],
    parties: [&PartyId; 2],
) -> Result<[Option<Shape>; 2], AnswerError> {
    let Some(set) = common_set(lands) else { return Ok([None, None]) };
    let own = |party: &PartyId| -> Vec<&Shape> {
        regions
            .iter()
            .filter(|region| region.set == set && region.sovereign.as_ref() == Some(party))
            .map(|region| &region.shape)
            .collect()
    };
    if own(parties[0]).is_empty() || own(parties[1]).is_empty() {
        return Ok([None, None]);
    }
    let whole = |index: usize| -> Result<Shape, OverlayError> {
        let (own, holds) = (own(parties[index]), held_by(drawn, parties[index]));
        territory_of(&own, &holds, &held_by(drawn, parties[1 - index]), &Budget::default())
    };
    let cut = |error: OverlayError| AnswerError::Cut(error.into());
    Ok([Some(whole(0).map_err(cut)?), Some(whole(1).map_err(cut)?)])
}

/// The boundary set by which both lands are measured.
fn common_set(lands: &[Land; 2]) -> Option<String> {
    match (&lands[0].reference.rule, &lands[1].reference.rule) {
        (LandRule::Boundary { set, .. }, LandRule::Boundary { set: other, .. }) if set == other => {
            Some(set.clone())
        }
        _ => None,
    }
}

fn held_by<'a>(drawn: &'a [Drawn], party: &PartyId) -> Vec<&'a Shape> {
    drawn.iter().filter(|one| one.party == *party).filter_map(|one| one.shape.as_ref()).collect()
}
