//! Working out the line of contact.

use super::{
    request::ContactRequest,
    row::{ContactFigure, ContactRow},
    territory::{Territories, both_parties, refused, stating_set, territories},
};
use crate::{
    answer_error::AnswerError,
    check::EditionUsed,
    holdings::land,
    land::{Land, SetRegion, Way},
    store::{Spell, Store},
};
use seisin_core::{Date, Length, PartyId};
use seisin_measure::{Budget, ContactStretch, Position, contact_line, contact_within};

/// The line where two parties' land meets, on every day asked for that a map speaks for: by
/// publisher, then day.
///
/// # Method
/// Each party's land is what the map draws as its and, where a boundary set states whose its regions
/// are, those that are its own without what the map draws as the other's. The line is that of
/// [`seisin_measure::contact_line`]: edges of both that run along each other. A stretch is decided
/// where both have land beside it as far as lines of map and boundary together may be off.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a land or publisher is not known; what a map
/// does not tell is a row with its reason.
pub fn contact(store: &Store, request: &ContactRequest) -> Result<Vec<ContactRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let asked = match &request.region {
        Some(name) => land(store, name, &request.maps)?,
        None => Land::everywhere(),
    };
    let question =
        Question { store, request, asked, regions: store.set_regions(request.maps.coarse)? };
    let mut rows = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        for spell in store.spells(&publisher, request.days, &request.maps)? {
            rows.extend(question.on(&spell)?);
        }
    }
    Ok(rows)
}

struct Question<'a> {
    store: &'a Store,
    request: &'a ContactRequest,
    asked: Land,
    regions: Vec<SetRegion>,
}

impl Question<'_> {
    /// The rows of the days one edition speaks for.
    fn on(&self, spell: &Spell) -> Result<Vec<ContactRow>, AnswerError> {
        let drawn = self.store.with_shapes(self.store.drawn_by_all(&spell.edition.id)?)?;
        let set = self.request.maps.boundaries.as_deref();
        let set = stating_set(&self.regions, set, self.request.between.as_ref());
        let between = self.request.between.clone();
        let Some(parties) = between.or_else(|| both_parties(&drawn, &self.regions, set)) else {
            return Err(AnswerError::Contact(
                "the map and the boundary sets do not tell of two parties alone".to_owned(),
            ));
        };
        let told = match self.missing(spell, &parties)? {
            Some(reason) => Err(reason),
            None => territories(&drawn, &self.regions, set, &parties)?,
        };
        let said = match &told {
            Ok(told) => self.line(spell, told)?,
            Err(reason) => Err(reason.clone()),
        };
        let told = told.ok();
        let row = |day: Date| ContactRow {
            day,
            parties: parties.clone(),
            region: self.request.region.as_ref().map(|_| self.asked.reference.id.clone()),
            rule: self.asked.reference.rule.clone(),
            publisher: spell.edition.publisher.clone(),
            edition: EditionUsed::of(&spell.edition, day),
            said: said.clone(),
            notes: told.as_ref().map(|told| told.notes.clone()).unwrap_or_default(),
            positional_error: spell.edition.positional_error,
            licence: spell.edition.licence.clone(),
            boundary: told
                .as_ref()
                .and_then(|told| told.boundary.as_ref())
                .map(|(set, licence, _)| (set.clone(), licence.clone())),
            known_on: self.request.maps.known_on,
        };
        let days = std::iter::successors(Some(spell.from), |day| day.tomorrow().ok());
        Ok(days.take_while(|day| *day < spell.to).map(row).collect())
    }

    /// Why the edition does not show all that one of the parties holds, if it does not.
    fn missing(
        &self,
        spell: &Spell,
        parties: &[PartyId; 2],
    ) -> Result<Option<String>, AnswerError> {
        for party in parties {
            let missing = self.store.missing(&spell.edition.id, party, &self.asked)?;
            if let Some(first) = missing.first() {
                return Ok(Some(format!(
                    "edition {} lacks {first}\nhint: `seisin maps repair` completes it",
                    spell.edition.id
                )));
            }
        }
        Ok(None)
    }

    /// The line, within the land asked for.
    fn line(
        &self,
        spell: &Spell,
        told: &Territories,
    ) -> Result<Result<ContactFigure, String>, AnswerError> {
        let budget = Budget::default();
        let cut = match &self.asked.way {
            Way::Everywhere => None,
            Way::Boundary { land, .. } => Some(land.shape()),
            _ => {
                return Ok(Err(format!(
                    "{} is known by name alone, and a line cannot be cut to it\nhint: add its \
                     boundary with `seisin boundaries add`, or pass --allow-coarse",
                    self.asked.reference.name
                )));
            }
        };
        let map = spell.edition.positional_error.unwrap_or(Length::ZERO).metres();
        let boundary = told.boundary.as_ref().map_or(0.0, |(_, _, error)| error.metres());
        let off = Length::from_metres(map + boundary);
        let [first, second] = &told.lands;
        let whole = contact_line(first, second, off, &budget).map_err(refused)?;
        Ok(Ok(match cut {
            None => figure(&whole, off),
            Some(region) => figure(&contact_within(&whole, region, &budget).map_err(refused)?, off),
        }))
    }
}

fn figure(stretches: &[ContactStretch], off: Length) -> ContactFigure {
    let of = |wide: bool| stretches.iter().filter(move |stretch| stretch.wide == wide);
    let length = |wide: bool| of(wide).map(|stretch| stretch.length.metres()).sum::<f64>();
    let lines = |wide: bool| chained(of(wide).map(|stretch| stretch.ends));
    let (decided, undecided) = (length(true), length(false));
    ContactFigure {
        length: Length::from_metres(decided + undecided),
        decided: Length::from_metres(decided),
        undecided: Length::from_metres(undecided),
        off,
        lines: lines(true),
        undecided_lines: lines(false),
    }
}

/// Stretches that follow each other as lines.
fn chained(stretches: impl Iterator<Item = [Position; 2]>) -> Vec<Vec<Position>> {
    let mut lines: Vec<Vec<Position>> = Vec::new();
    for [from, to] in stretches {
        match lines.last_mut() {
            Some(line) if line.last() == Some(&from) => line.push(to),
            _ => lines.push(vec![from, to]),
        }
    }
    lines
}
