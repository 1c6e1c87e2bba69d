//! Measuring what a party holds in a land on every day of a stretch, by one publisher's maps.

use crate::{
    answer_error::AnswerError,
    check::EditionUsed,
    coverage::{Covered, covered},
    land::{Carried, Land, Made, Way, cut, figure_of_part, figure_of_whole},
    measured::Figure,
    store::{Drawn, Spell, Store},
};
use rayon::prelude::*;
use seisin_core::{Date, Length, MapEdition, PartyId};
use seisin_ledger::Shapes;
use seisin_measure::Shape;
use std::{collections::BTreeMap, sync::Arc};

/// What one publisher's maps say on one stretch of days between two editions.
#[derive(Debug, Clone)]
pub(crate) struct SpellFigure {
    /// The first day.
    pub(crate) from: Date,
    /// One past the last day.
    pub(crate) to: Date,
    /// The edition that speaks.
    pub(crate) edition: MapEdition,
    /// Its figure, or why it has none.
    pub(crate) said: Result<Figure, Silence>,
}

/// Why an edition says nothing on a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Silence {
    /// It does not show this land or party.
    Outside(String),
    /// It cannot be measured with what is on record.
    Unmeasurable(String),
}

/// How many editions are held in memory at once.
const AT_ONCE: usize = 32;

/// What `party` holds in `land` by every edition of `spells`, in their order.
///
/// # Method
/// A holding taken whole, or cut along a boundary on record, was measured when its edition and that
/// boundary were recorded. Where it was not, one cut along a boundary is carried from edition to
/// edition by what changes; any other is measured here, editions that draw the very same shapes once:
/// daily maps are nearly one map.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read; what cannot be measured is [`Silence`].
pub(crate) fn measure_spells(
    store: &Store,
    spells: Vec<Spell>,
    party: &PartyId,
    land: &Land,
) -> Result<Vec<SpellFigure>, AnswerError> {
    let mut figures = Figures::default();
    let mut carried: Option<(Carried, Shapes<'_>)> = None;
    let mut keys = Vec::with_capacity(spells.len());
    for chunk in spells.chunks(AT_ONCE) {
        let mut pending = Pending::new();
        for spell in chunk {
            let drawn = store.drawn(&spell.edition.id, party)?;
            let statements = store.statements(&spell.edition.id)?;
            let covered = covered(&statements, party, land, spell.edition.edition_date);
            let key = MeasureKey::of(&spell.edition, &drawn, &covered);
            keys.push(key.clone());
            if figures.contains_key(&key) || pending.contains_key(&key) {
                continue;
            }
            if let Some(figure) = recorded(store, &drawn, land, key.map_error())? {
                figures.insert(key, say(&covered, land, || Ok(figure)));
            } else if let Some((carried, shapes)) = carried_along(store, land, &mut carried)? {
                let drawn = fetched(shapes, &drawn)?;
                let error = key.map_error();
                figures.insert(key, say(&covered, land, || carry(carried, &drawn, error)));
            } else {
                pending.insert(key, (store.with_shapes(drawn)?, covered));
            }
        }
        figures.extend(measured_all(pending, land));
    }
    let said = |(spell, key): (Spell, MeasureKey)| {
        let said = lacking(store, &spell, (party, land), figures[&key].clone())?;
        Ok(SpellFigure { from: spell.from, to: spell.to, edition: spell.edition, said })
    };
    spells.into_iter().zip(keys).map(said).collect()
}

type Figures = BTreeMap<MeasureKey, Result<Figure, Silence>>;
type Pending = BTreeMap<MeasureKey, (Vec<Drawn>, Covered)>;

/// What is carried along a boundary, read when it is first needed; `None` where the land has none.
fn carried_along<'c, 's>(
    store: &'s Store,
    land: &Land,
    carried: &'c mut Option<(Carried, Shapes<'s>)>,
) -> Result<Option<&'c mut (Carried, Shapes<'s>)>, AnswerError> {
    if carried.is_none() && matches!(land.way, Way::Boundary { .. }) {
        let along = Carried::along(store.at_hand(land)?.into_owned());
        *carried = along.map(|along| (along, store.ledger.shapes()));
    }
    Ok(carried.as_mut())
}

/// Measures what is pending, on as many threads as there are.
fn measured_all(pending: Pending, land: &Land) -> Figures {
    let measure = |(key, (drawn, covered)): (MeasureKey, (Vec<Drawn>, Covered))| {
        let error = key.map_error();
        let said = say(&covered, land, || measured(&drawn, land, error));
        (key, said)
    };
    pending.into_par_iter().map(measure).collect()
}

/// The shapes of what is drawn, each made from the one before where the store has it so.
fn fetched(shapes: &mut Shapes<'_>, drawn: &[Drawn]) -> Result<Vec<Arc<Shape>>, AnswerError> {
    drawn.iter().map(|drawn| Store::shape_in(shapes, drawn.digest)).collect()
}

fn carry(carried: &mut Carried, drawn: &[Arc<Shape>], error: Length) -> Result<Figure, Silence> {
    carried.take(drawn, error).map_err(|error| Silence::Unmeasurable(error.to_string()))
}

/// The same with what the edition lacks: it is not in the shapes, so not in what is measured once.
fn lacking(
    store: &Store,
    spell: &Spell,
    (party, land): (&PartyId, &Land),
    said: Result<Figure, Silence>,
) -> Result<Result<Figure, Silence>, AnswerError> {
    let Ok(figure) = said else { return Ok(said) };
    let missing = store.missing(&spell.edition.id, party, land)?;
    Ok(Ok(Figure { missing, ..figure }))
}

/// What makes two editions give the same figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct MeasureKey {
    shapes: Vec<(Option<String>, seisin_core::Digest)>,
    map_error: u64,
    covered: String,
}

impl MeasureKey {
    fn of(edition: &MapEdition, drawn: &[Drawn], covered: &Covered) -> Self {
        let mut shapes: Vec<_> = drawn
            .iter()
            .map(|drawn| (drawn.within.as_ref().map(ToString::to_string), drawn.digest))
            .collect();
        shapes.sort();
        let error = edition.positional_error.unwrap_or(Length::ZERO);
        Self { shapes, map_error: error.metres().to_bits(), covered: format!("{covered:?}") }
    }

    fn map_error(&self) -> Length {
        Length::from_metres(f64::from_bits(self.map_error))
    }
}

/// The figure of a holding from what was measured when its edition was recorded, if it was.
fn recorded(
    store: &Store,
    drawn: &[Drawn],
    land: &Land,
    map_error: Length,
) -> Result<Option<Figure>, AnswerError> {
    let here = drawn.iter().filter(|drawn| land.may_lie_in(drawn.within.as_ref()));
    let made: Made = here.map(|drawn| drawn.digest).collect();
    if land.takes_whole() {
        let known = store.recorded_measure(&made)?;
        return Ok(known.map(|known| figure_of_whole(&known, land, map_error)));
    }
    let known = store.recorded_part(&made, land)?;
    Ok(known.map(|known| figure_of_part(&known, land, map_error)))
}

/// The figure of a holding from its shapes.
fn measured(drawn: &[Drawn], land: &Land, error: Length) -> Result<Figure, Silence> {
    let placed: Vec<_> = drawn.iter().filter_map(Drawn::placed).collect();
    let cut = cut(&placed, land, error);
    cut.map(|cut| cut.figure).map_err(|error| Silence::Unmeasurable(error.to_string()))
}

/// What an edition says: its figure, unless it does not speak for the land.
fn say(
    covered: &Covered,
    land: &Land,
    figure: impl FnOnce() -> Result<Figure, Silence>,
) -> Result<Figure, Silence> {
    match covered {
        Covered::Outside(reason) => return Err(Silence::Outside(reason.clone())),
        Covered::Declared | Covered::Undeclared => {}
    }
    let figure = figure()?;
    if figure.area.best == 0.0 && *covered == Covered::Undeclared {
        return Err(Silence::Outside(format!(
            "the publisher declares no coverage and draws nothing in {}; nothing is concluded from \
             a blank",
            land.reference.name
        )));
    }
    Ok(figure)
}

impl SpellFigure {
    /// The edition as an answer for `day` cites it.
    pub(crate) fn used_on(&self, day: Date) -> EditionUsed {
        EditionUsed::of(&self.edition, day)
    }
}
