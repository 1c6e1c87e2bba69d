//! The land of one item of an exchange.

use super::{
    answer::ItemAnswer,
    request::{GiveRequest, GiveWhat},
};
use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    holdings::land,
    land::{CutHolding, Land, LandRule, PlacedShape, Way, cut},
    measured::Figure,
    store::{Drawn, Spell, Store},
};
use seisin_core::{Band, Date, Length, Licence};
use seisin_exchange::Basis;
use seisin_measure::{LineError, Shape, area, area_geodesic, perimeter};

/// The land of one item, measured.
pub(super) struct Item {
    pub(super) answer: ItemAnswer,
    pub(super) shape: Shape,
    /// `None` where no error is stated.
    pub(super) lines: Option<Vec<LineError>>,
    /// The boundary set that cut it, with its terms.
    pub(super) boundary: Option<(String, Licence)>,
}

/// The items of one thing given, but for land near a place, which may depend on what the other
/// side gives; the reason where the map shows nothing of it.
pub(super) fn items(
    store: &Store,
    give: &GiveRequest,
    spell: &Spell,
    maps: &MapsRequest,
) -> Result<Result<Vec<Item>, String>, AnswerError> {
    match &give.what {
        GiveWhat::Near(..) => Ok(Ok(Vec::new())),
        GiveWhat::Shape { name, shape } => Ok(Ok(vec![brought(give, name, shape)])),
        GiveWhat::Lands(names) => {
            let whole = |name: &String| Ok(whole(give, &land(store, name, maps)?));
            names.iter().map(whole).collect()
        }
        GiveWhat::Holding(name) => {
            let land = land(store, name, maps)?;
            match spell_of(store, give.on, spell, maps)? {
                Some(spell) => {
                    held(store, give, &land, &spell).map(|item| item.map(|one| vec![one]))
                }
                None => Ok(Err(format!(
                    "no edition of {} speaks for {}",
                    spell.edition.publisher,
                    give.on.map(|day| day.to_string()).unwrap_or_default()
                ))),
            }
        }
    }
}

/// The edition of the same publisher that speaks for an item's own day.
fn spell_of(
    store: &Store,
    on: Option<Date>,
    spell: &Spell,
    maps: &MapsRequest,
) -> Result<Option<Spell>, AnswerError> {
    let Some(day) = on else { return Ok(Some(spell.clone())) };
    let days = (day, day.tomorrow().unwrap_or(day));
    Ok(store.spells(&spell.edition.publisher, days, maps)?.into_iter().next())
}

fn held(
    store: &Store,
    give: &GiveRequest,
    land: &Land,
    spell: &Spell,
) -> Result<Result<Item, String>, AnswerError> {
    let missing = store.missing(&spell.edition.id, &give.party, &Land::everywhere())?;
    if let Some(first) = missing.first() {
        return Ok(Err(format!("edition {} lacks {first}", spell.edition.id)));
    }
    let drawn = store.with_shapes(store.drawn(&spell.edition.id, &give.party)?)?;
    let placed: Vec<PlacedShape> = drawn.iter().filter_map(Drawn::placed).collect();
    let error = spell.edition.positional_error;
    let CutHolding { shape, figure, lines } = cut(&placed, land, error.unwrap_or(Length::ZERO))?;
    let name = &land.reference.name;
    if shape.is_empty() {
        return Ok(Err(format!("the map draws nothing that {} holds in {name}", give.party)));
    }
    let day = give.on.map(|day| format!(" on {day}")).unwrap_or_default();
    let basis = Basis {
        what: format!("what {} holds in {name}{day}", give.party),
        publisher: Some(spell.edition.publisher.clone()),
        edition: Some(spell.edition.id.clone()),
        edition_date: Some(spell.edition.edition_date),
        boundary_set: land.reference.rule.boundary_set().map(ToOwned::to_owned),
    };
    let answer =
        ItemAnswer { party: give.party.clone(), basis, rule: land.reference.rule.phrase(), figure };
    Ok(Ok(Item { answer, shape, lines: error.map(|_| lines), boundary: boundary(land) }))
}

/// A land whole, whoever holds it.
fn whole(give: &GiveRequest, land: &Land) -> Result<Item, String> {
    let name = &land.reference.name;
    let Way::Boundary { land: region, error } = &land.way else {
        return Err(format!(
            "{name} is known by name alone, so it cannot be given whole\nhint: add its boundary \
             with `seisin boundaries add`"
        ));
    };
    let basis = Basis {
        what: format!("the whole of {name}"),
        boundary_set: land.reference.rule.boundary_set().map(ToOwned::to_owned),
        ..Basis::default()
    };
    let shape = region.shape();
    let lines = vec![LineError { length: perimeter(shape), error: *error }];
    let area = land.whole.as_ref().map_or_else(|| exact(shape), |(band, _)| *band);
    let figure =
        Figure { area, area_geodesic: area_geodesic(shape), share: None, missing: Vec::new() };
    let answer =
        ItemAnswer { party: give.party.clone(), basis, rule: land.reference.rule.phrase(), figure };
    Ok(Item { answer, shape: shape.clone(), lines: Some(lines), boundary: boundary(land) })
}

/// A shape that the user brings, for which no error is known.
fn brought(give: &GiveRequest, name: &str, shape: &Shape) -> Item {
    let basis = Basis { what: format!("the land in {name}"), ..Basis::default() };
    let figure = Figure {
        area: exact(shape),
        area_geodesic: area_geodesic(shape),
        share: None,
        missing: Vec::new(),
    };
    let rule = "as the user drew it".to_owned();
    let answer = ItemAnswer { party: give.party.clone(), basis, rule, figure };
    Item { answer, shape: shape.clone(), lines: None, boundary: None }
}

fn exact(shape: &Shape) -> Band {
    Band::exact(area(shape).square_metres())
}

fn boundary(land: &Land) -> Option<(String, Licence)> {
    match &land.reference.rule {
        LandRule::Boundary { set, licence, .. } => Some((set.clone(), licence.clone())),
        _ => None,
    }
}
