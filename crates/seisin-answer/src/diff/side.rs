//! One side of a comparison, as the record has it.

use super::{
    request::{DiffRequest, DiffSides},
    row::DiffSide,
};
use crate::{
    answer_error::AnswerError,
    check::{EditionUsed, MapsRequest},
    store::{Spell, Store},
};
use seisin_core::{Date, PublisherId};

/// One side: a day of a publisher as known at some time, and what speaks for it.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) cited: DiffSide,
    pub(super) spell: Option<Spell>,
}

impl Side {
    fn of(
        store: &Store,
        publisher: &PublisherId,
        day: Date,
        maps: &MapsRequest,
    ) -> Result<Self, AnswerError> {
        let next = day.tomorrow().unwrap_or(day);
        let spell = store.spells(publisher, (day, next), maps)?.pop();
        let edition = spell.as_ref().map(|spell| &spell.edition);
        let cited = DiffSide {
            day,
            publisher: publisher.clone(),
            known_on: maps.known_on,
            edition: edition.map(|edition| EditionUsed::of(edition, day)),
            licence: edition.map(|edition| edition.licence.clone()),
            positional_error: edition.and_then(|edition| edition.positional_error),
        };
        Ok(Self { cited, spell })
    }
}

/// The pairs of sides that a question compares, one for each publisher or one of two.
pub(super) fn sides(
    store: &Store,
    request: &DiffRequest,
) -> Result<Vec<(Side, Side)>, AnswerError> {
    let maps = &request.maps;
    let each = |first: (Date, MapsRequest), second: (Date, MapsRequest)| {
        let publishers = store.chosen_publishers(&maps.publishers)?;
        let pair = |publisher: &PublisherId| {
            let one = Side::of(store, publisher, first.0, &first.1)?;
            Ok((one, Side::of(store, publisher, second.0, &second.1)?))
        };
        publishers.iter().map(pair).collect()
    };
    let known = |instant| MapsRequest { known_on: Some(instant), ..maps.clone() };
    match &request.sides {
        DiffSides::Days { from, to } => each((*from, maps.clone()), (*to, maps.clone())),
        DiffSides::Known { on, earlier, later } => {
            each((*on, known(*earlier)), (*on, known(*later)))
        }
        DiffSides::Publishers { on, one, other } => {
            store.chosen_publishers(&[one.clone(), other.clone()])?;
            let one = Side::of(store, one, *on, maps)?;
            Ok(vec![(one, Side::of(store, other, *on, maps)?)])
        }
    }
}
