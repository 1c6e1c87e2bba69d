//! Telling who is shown to hold what is at some positions.

use super::{
    request::PointsRequest,
    row::{PointHeld, PointRow},
};
use crate::{
    answer_error::AnswerError,
    check::EditionUsed,
    coverage::{Covered, Statement, covered},
    land::{Coarse, Land},
    store::{Spell, Store},
};
use seisin_core::{Date, Length, PartyId, RegionId};
use seisin_ledger::Shapes;
use seisin_measure::{Position, PositionsInside, Shape, near_edge, positions_inside};
use seisin_places::naming_regions;
use std::{collections::BTreeMap, sync::Arc};

/// Who is shown to hold the land at each position, on every day asked for that a map speaks for: by
/// publisher, then day, then position.
///
/// # Method
/// Inside by the edges a ray to the east crosses ([`PositionsInside`]), carried from edition to
/// edition. Where the position lies nearer to an edge of any holding than lines of the map may be off
/// ([`near_edge`]) it is undecided, for a publisher that states no error never. Where no party is
/// shown, the publisher's declared scope tells land it leaves out from land that nobody is shown to
/// hold; in which region the position lies is told by the boundary sets on record, else by the coarse
/// regions that name.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a publisher is not known.
pub fn points(store: &Store, request: &PointsRequest) -> Result<Vec<PointRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let positions: Vec<Position> = request.sites.iter().map(|site| site.at).collect();
    let regions = Regions::at(store, &positions)?;
    let mut rows = Vec::new();
    for publisher in store.chosen_publishers(&request.maps.publishers)? {
        let mut carried = Carried { store, positions: &positions, parties: BTreeMap::new() };
        for spell in store.spells(&publisher, request.days, &request.maps)? {
            let held = carried.take(&spell, &regions)?;
            let days = std::iter::successors(Some(spell.from), |day| day.tomorrow().ok());
            for day in days.take_while(|day| *day < spell.to) {
                rows.extend(held.iter().enumerate().map(|(site, (held, from_line))| PointRow {
                    day,
                    site,
                    publisher: publisher.clone(),
                    edition: EditionUsed::of(&spell.edition, day),
                    held: held.clone(),
                    from_line: *from_line,
                    positional_error: spell.edition.positional_error,
                    licence: spell.edition.licence.clone(),
                    known_on: request.maps.known_on,
                }));
            }
        }
    }
    Ok(rows)
}

/// The regions that each position lies in.
struct Regions {
    /// By the boundary sets on record.
    of_sets: Vec<Vec<RegionId>>,
    /// By the coarse regions that name.
    coarse: Vec<Option<RegionId>>,
}

impl Regions {
    fn at(store: &Store, positions: &[Position]) -> Result<Self, AnswerError> {
        let coarse = |at: &Position| naming_regions().region_at(*at).map(|region| region.id);
        let mut of_sets = vec![Vec::new(); positions.len()];
        for region in store.set_regions(Coarse::NameOnly)? {
            let inside = positions_inside(&region.shape, positions);
            for (ids, _) in of_sets.iter_mut().zip(inside).filter(|(_, inside)| *inside) {
                ids.push(region.id.clone());
            }
        }
        Ok(Self { of_sets, coarse: positions.iter().map(coarse).collect() })
    }

    /// The regions in which a publisher's statements speak, or not, for a position: those of boundary
    /// sets that they or the coarse regions name, else the coarse one.
    fn of(&self, place: usize, statements: &[Statement]) -> Vec<&RegionId> {
        let named = |id: &&RegionId| {
            naming_regions().region(id).is_some()
                || statements.iter().any(|one| one.within.contains(id) || one.except.contains(id))
        };
        let of_sets: Vec<&RegionId> = self.of_sets[place].iter().filter(named).collect();
        if of_sets.is_empty() { self.coarse[place].iter().collect() } else { of_sets }
    }
}

/// Which positions lie in which holding of each party, carried from edition to edition.
struct Carried<'a> {
    store: &'a Store,
    positions: &'a [Position],
    /// For each part of each party's holding, in the order drawn.
    parties: BTreeMap<(PartyId, usize), Part<'a>>,
}

struct Part<'a> {
    shapes: Shapes<'a>,
    inside: PositionsInside,
    land: Arc<Shape>,
}

type Held = (PointHeld, Option<Length>);

impl Carried<'_> {
    fn take(&mut self, spell: &Spell, regions: &Regions) -> Result<Vec<Held>, AnswerError> {
        self.draw(spell)?;
        let near = self.near_lines(spell.edition.positional_error.unwrap_or(Length::ZERO));
        let scope = Scope::of(self.store, spell)?;
        let told = |place: usize| {
            let parties = self.parties_at(place);
            let held = match (near[place], parties.is_empty()) {
                (Some(_), _) => PointHeld::Undecided(parties),
                (None, false) => PointHeld::By(parties),
                (None, true) => scope.without_party(&regions.of(place, &scope.statements)),
            };
            (held, near[place])
        };
        Ok((0..self.positions.len()).map(told).collect())
    }

    /// Takes the edition's holdings: parts that it has not are taken to be empty.
    fn draw(&mut self, spell: &Spell) -> Result<(), AnswerError> {
        let mut drawn: BTreeMap<(PartyId, usize), seisin_core::Digest> = BTreeMap::new();
        let mut parts: BTreeMap<PartyId, usize> = BTreeMap::new();
        for one in self.store.drawn_by_all(&spell.edition.id)? {
            let nth = parts.entry(one.party.clone()).or_default();
            drawn.insert((one.party, *nth), one.digest);
            *nth += 1;
        }
        for key in drawn.keys() {
            self.parties.entry(key.clone()).or_insert_with(|| Part {
                shapes: self.store.ledger.shapes(),
                inside: PositionsInside::new(self.positions),
                land: Arc::new(Shape::empty()),
            });
        }
        for (key, part) in &mut self.parties {
            let land = match drawn.get(key) {
                Some(digest) => Store::shape_in(&mut part.shapes, *digest)?,
                None => Arc::new(Shape::empty()),
            };
            part.inside.take(&part.land, &land);
            part.land = land;
        }
        Ok(())
    }

    /// How far each position is from the nearest line of any holding, where that is less than `off`.
    fn near_lines(&self, off: Length) -> Vec<Option<Length>> {
        let mut nearest = vec![None::<Length>; self.positions.len()];
        if off.metres() <= 0.0 {
            return nearest;
        }
        for part in self.parties.values().filter(|part| !part.land.is_empty()) {
            for (nearest, found) in
                nearest.iter_mut().zip(near_edge(&part.land, self.positions, off))
            {
                let closer =
                    |found: &Length| nearest.is_none_or(|known| found.metres() < known.metres());
                if let Some(found) = found.filter(closer) {
                    *nearest = Some(found);
                }
            }
        }
        nearest
    }

    fn parties_at(&self, place: usize) -> Vec<PartyId> {
        let here = self.parties.iter().filter(|(_, part)| part.inside.answers()[place]);
        let mut parties: Vec<PartyId> = here.map(|((party, _), _)| party.clone()).collect();
        parties.dedup();
        parties
    }
}

/// What the publisher of an edition declares to show, and what the edition lacks.
struct Scope {
    statements: Vec<Statement>,
    date: Date,
    lacks: Option<String>,
}

impl Scope {
    fn of(store: &Store, spell: &Spell) -> Result<Self, AnswerError> {
        let statements = store.statements(&spell.edition.id)?;
        let missing = store.missing_of_all(&spell.edition.id)?;
        let lacks = missing.first().map(|first| format!("the edition lacks {first}"));
        Ok(Self { statements, date: spell.edition.edition_date, lacks })
    }

    /// What a place where no party is shown means: the map shows nobody there, or does not speak.
    fn without_party(&self, regions: &[&RegionId]) -> PointHeld {
        if let Some(lacks) = &self.lacks {
            return PointHeld::Outside(lacks.clone());
        }
        if regions.is_empty()
            && self.statements.iter().all(|statement| !statement.within.is_empty())
        {
            let none =
                "it lies in no region known by name, and the publisher declares to show some";
            let declared = !self.statements.is_empty();
            return if declared {
                PointHeld::Outside(none.to_owned())
            } else {
                PointHeld::NotShown
            };
        }
        let mut outside = None;
        for region in regions {
            let land = Land { members: vec![(*region).clone()], ..Land::as_drawn(Some(region)) };
            for statement in &self.statements {
                match covered(&self.statements, &statement.party, &land, self.date) {
                    Covered::Outside(reason) => outside = outside.or(Some(reason)),
                    Covered::Declared | Covered::Undeclared => return PointHeld::NotShown,
                }
            }
        }
        outside.map_or(PointHeld::NotShown, PointHeld::Outside)
    }
}
