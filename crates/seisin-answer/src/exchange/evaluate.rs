//! Measuring an exchange on each publisher's map.

use super::{
    answer::ExchangeAnswer,
    item::{Item, items},
    near::near,
    people::{PeopleRequest, by_list, by_raster},
    request::{ExchangeRequest, GiveWhat, NamedSite},
    settlements::{OnLand, on_land, towns},
    standing::standing,
    stated::stated,
    territories::territories_by,
};
use crate::{
    answer_error::AnswerError,
    land::{Land, SetRegion},
    store::{Drawn, Spell, Store},
};
use seisin_core::{Area, Band, Date, PartyId};
use seisin_exchange::{
    Basis, Count, EvaluateError, EvaluateSettings, Exchange, Given, Side, evaluate,
};
use seisin_measure::{
    Bounds, Budget, LineError, Shape, area, clip_band, intersection, positions_inside,
};
use std::collections::BTreeSet;

/// What the exchange would measure, once for each publisher asked, by name.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read, a land or publisher is not known, or no map
/// speaks for the day.
pub fn evaluate_exchange(
    store: &Store,
    request: &ExchangeRequest,
) -> Result<Vec<ExchangeAnswer>, AnswerError> {
    let answers = exchange_over(store, request, &[request.on])?;
    match request.gives.first() {
        Some(first) if answers.is_empty() => Err(AnswerError::Silent {
            party: first.party.to_string(),
            land: "the exchange".to_owned(),
            day: request.on.to_string(),
            reason: "no edition of the maps asked for speaks for that day\nhint: `seisin maps \
                     list` shows the editions"
                .to_owned(),
        }),
        _ => Ok(answers),
    }
}

/// The same on each of `days` for which a map speaks: by publisher, then day.
///
/// # Errors
/// As [`evaluate_exchange`], but a day for which no map speaks has no answer.
pub fn exchange_over(
    store: &Store,
    request: &ExchangeRequest,
    days: &[Date],
) -> Result<Vec<ExchangeAnswer>, AnswerError> {
    let parties = request.parties().ok_or_else(|| sides_missing(request))?;
    let regions = store.set_regions(request.maps.coarse)?;
    let mut answers = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        for day in days {
            let until = day.tomorrow().unwrap_or(*day);
            for spell in store.spells(&publisher, (*day, until), &request.maps)? {
                let question = Question { store, request, regions: &regions, on: *day };
                answers.push(question.on_map(&spell, parties)?);
            }
        }
    }
    Ok(answers)
}

fn sides_missing(request: &ExchangeRequest) -> AnswerError {
    let first = request.gives.first().map(|give| give.party.clone());
    let party = first.unwrap_or_else(|| PartyId("nobody".to_owned()));
    AnswerError::Exchange(EvaluateError::SameParty { party })
}

struct Question<'a> {
    store: &'a Store,
    request: &'a ExchangeRequest,
    regions: &'a [SetRegion],
    on: Date,
}

/// What one side gives, joined.
struct SideLand {
    shape: Shape,
    lines: Option<Vec<LineError>>,
    basis: Basis,
}

impl SideLand {
    /// How much it is, with its error where one is stated.
    fn band(&self) -> Band {
        let best = area(&self.shape);
        let lines = self.lines.as_ref();
        lines.map_or(Band::exact(best.square_metres()), |lines| clip_band(best, lines))
    }
}

impl Question<'_> {
    fn on_map(&self, spell: &Spell, parties: [&PartyId; 2]) -> Result<ExchangeAnswer, AnswerError> {
        let mut answer = ExchangeAnswer {
            publisher: spell.edition.publisher.clone(),
            licence: spell.edition.licence.clone(),
            boundary_licences: Vec::new(),
            on: self.on,
            items: Vec::new(),
            standing: Vec::new(),
            sites: Vec::new(),
            sites_source: self.request.sites.as_ref().map(|(_, source)| source.clone()),
            stated: Vec::new(),
            shapes: Vec::new(),
            effect: Err(String::new()),
        };
        for party in parties {
            let missing = self.store.missing(&spell.edition.id, party, &Land::everywhere())?;
            if let Some(first) = missing.first() {
                let reason = format!("edition {} lacks {first}", spell.edition.id);
                return Ok(ExchangeAnswer { effect: Err(reason), ..answer });
            }
        }
        let mut given = Vec::new();
        for give in &self.request.gives {
            match items(self.store, give, spell, &self.request.maps)? {
                Ok(items) => given.extend(items),
                Err(reason) => return Ok(ExchangeAnswer { effect: Err(reason), ..answer }),
            }
        }
        match self.near(spell, &given)? {
            Ok(items) => given.extend(items),
            Err(reason) => return Ok(ExchangeAnswer { effect: Err(reason), ..answer }),
        }
        let sets: BTreeSet<Option<&str>> =
            given.iter().map(|item| item.boundary.as_ref().map(|(set, _)| set.as_str())).collect();
        let set = match sets.iter().flatten().collect::<Vec<_>>().as_slice() {
            [one] => Some((**one).to_owned()),
            _ => None,
        };
        let drawn = self.store.with_shapes(self.store.drawn_by_all(&spell.edition.id)?)?;
        let whole = territories_by(&drawn, self.regions, set.as_deref(), parties)?;
        let mut notes = Vec::new();
        let lands = [
            side_land(parties[0], &given, whole[0].as_ref(), &mut notes)?,
            side_land(parties[1], &given, whole[1].as_ref(), &mut notes)?,
        ];
        for land in &lands {
            answer.standing.push(self.standing(&land.shape, &drawn)?);
            answer.sites.push(self.sites_on(&land.shape));
            answer.shapes.push(land.shape.clone());
        }
        for (party, printed) in &self.request.stated {
            if let Some(side) = parties.iter().position(|own| *own == party) {
                answer.stated.push(stated(party, printed, &given, lands[side].band()));
            }
        }
        for item in given {
            answer.boundary_licences.extend(item.boundary);
            answer.items.push(item.answer);
        }
        answer.boundary_licences.sort_by(|a, b| a.0.cmp(&b.0));
        answer.boundary_licences.dedup();
        let exchange = self.exchange(parties, lands, whole, &mut notes)?;
        let mut effect = evaluate(&exchange, &EvaluateSettings::default())?;
        effect.notes.extend(notes);
        Ok(ExchangeAnswer { effect: Ok(effect), ..answer })
    }

    /// The items of land near a place, now that what the others are is known.
    fn near(
        &self,
        spell: &Spell,
        given: &[Item],
    ) -> Result<Result<Vec<Item>, String>, AnswerError> {
        let mut found = Vec::new();
        for give in &self.request.gives {
            let GiveWhat::Near(place, wanted) = &give.what else { continue };
            let others = given.iter().filter(|item| item.answer.party != give.party);
            let theirs = || others.map(|item| area(&item.shape).square_metres()).sum();
            let wanted = wanted.unwrap_or_else(|| Area::from_square_metres(theirs()));
            if wanted.square_metres() <= 0.0 {
                return Ok(Err(format!(
                    "how much land near {} is meant depends on the other side, which gives none",
                    place.name
                )));
            }
            match near(self.store, (give, place), spell, wanted)? {
                Ok(item) => found.push(item),
                Err(reason) => return Ok(Err(reason)),
            }
        }
        Ok(Ok(found))
    }

    fn standing(&self, shape: &Shape, drawn: &[Drawn]) -> Result<super::Standing, AnswerError> {
        standing(self.store, shape, drawn, self.regions, self.request.maps.known_on)
    }

    fn exchange(
        &self,
        parties: [&PartyId; 2],
        lands: [SideLand; 2],
        whole: [Option<Shape>; 2],
        notes: &mut Vec<String>,
    ) -> Result<Exchange, AnswerError> {
        let around = whole.iter().flatten().filter_map(Shape::bounds).reduce(Bounds::cover);
        let [first, second] = lands;
        let [of_first, of_second] = whole;
        let people = &self.request.people;
        Ok(Exchange {
            sides: [
                side(parties[0], first, of_first, (people, &mut *notes))?,
                side(parties[1], second, of_second, (people, notes))?,
            ],
            on: Some(self.on),
            known_on: self.request.maps.known_on,
            towns: towns(around),
        })
    }

    /// The sites of the caller's list that lie on the land.
    fn sites_on(&self, shape: &Shape) -> Vec<NamedSite> {
        let Some((sites, _)) = &self.request.sites else { return Vec::new() };
        let positions: Vec<_> = sites.iter().map(|site| site.at).collect();
        let inside = positions_inside(shape, &positions);
        let here = sites.iter().zip(inside).filter(|(_, inside)| *inside);
        here.map(|(site, _)| site.clone()).collect()
    }
}

fn side(
    party: &PartyId,
    land: SideLand,
    territory: Option<Shape>,
    (people, notes): (&PeopleRequest, &mut Vec<String>),
) -> Result<Side, AnswerError> {
    let on_land = people_on(&land, people, notes)?;
    Ok(Side {
        party: party.clone(),
        people: on_land.people,
        settlements: on_land.settlements,
        listed: on_land.listed,
        gives: Given { shape: land.shape, lines: land.lines, basis: land.basis },
        territory,
    })
}

/// The settlements on some land, and its people as the source asked for says.
fn people_on(
    land: &SideLand,
    people: &PeopleRequest,
    notes: &mut Vec<String>,
) -> Result<OnLand, AnswerError> {
    let known = on_land(&land.shape);
    Ok(match people {
        PeopleRequest::NoData => OnLand { people: None, ..known },
        PeopleRequest::Gazetteer => known,
        PeopleRequest::Given(sites, source) => {
            let (people, listed) = by_list(sites, source, &land.shape);
            let count = u64::try_from(listed.len()).unwrap_or(u64::MAX);
            let settlements = people.as_ref().map(|people| Count { count, ..people.clone() });
            OnLand { listed, settlements, people }
        }
        PeopleRequest::Raster(raster) => {
            let (people, note) = by_raster(raster, &land.shape, &land.basis.what)?;
            notes.extend(note);
            OnLand { people, ..known }
        }
    })
}

/// The items of one side as one stretch of land; what lies outside its territory is told and left.
fn side_land(
    party: &PartyId,
    items: &[Item],
    territory: Option<&Shape>,
    notes: &mut Vec<String>,
) -> Result<SideLand, AnswerError> {
    let budget = Budget::default();
    let cut = |error: seisin_measure::OverlayError| AnswerError::Cut(error.into());
    let own: Vec<&Item> = items.iter().filter(|item| item.answer.party == *party).collect();
    let shapes: Vec<&Shape> = own.iter().map(|item| &item.shape).collect();
    let joined = crate::land::join(&shapes, &budget).map_err(cut)?;
    let shape = match territory {
        Some(territory) if own.iter().any(|item| item.answer.basis.edition.is_none()) => {
            let held = intersection(&joined, territory, &budget).map_err(cut)?;
            let outside = area(&joined) - area(&held);
            if outside.square_metres() >= 1e4 {
                notes.push(format!(
                    "{party} does not hold {:.3} km² of the {:.3} km² named: what it holds is \
                     measured",
                    outside.square_km(),
                    area(&joined).square_km()
                ));
            }
            held
        }
        _ => joined,
    };
    let lines = own.iter().map(|item| item.lines.clone()).collect::<Option<Vec<_>>>();
    Ok(SideLand { shape, lines: lines.map(|lines| lines.concat()), basis: basis(&own) })
}

/// Where the land of a side comes from: that of its only item, or all of them in words.
fn basis(items: &[&Item]) -> Basis {
    let what: Vec<&str> = items.iter().map(|item| item.answer.basis.what.as_str()).collect();
    let what = what.join(" and ");
    match items {
        [one] => one.answer.basis.clone(),
        several => {
            let first = several.first().map(|item| item.answer.basis.clone());
            Basis { what, ..first.unwrap_or_default() }
        }
    }
}
