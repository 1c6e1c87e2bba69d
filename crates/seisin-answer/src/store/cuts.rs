//! What of land drawn lies in the regions of boundary sets: measured when either is recorded, and
//! looked up by answers.

use super::{Drawn, Store, Wholes};
use crate::{
    answer_error::AnswerError,
    intake::EditionRead,
    land::{
        CUT_METHOD, CarriedParts, CutError, Land, LandQuery, LandRule, Made, Outline, SetLand,
        SetLands, Way, join, joined, nothing_in, resolve_on_record, subject,
    },
};
use seisin_core::{EditionId, PartyId, PublisherId};
use seisin_ledger::{CutPart, CutRecord, Measurable, QueryError, Shapes};
use seisin_measure::{Budget, Shape};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

impl Store {
    /// A land with its boundary at hand, to be cut along.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn at_hand<'l>(&self, land: &'l Land) -> Result<Cow<'l, Land>, AnswerError> {
        let Way::Boundary { land: Outline::OnRecord(made), error } = &land.way else {
            return Ok(Cow::Borrowed(land));
        };
        let outline = Outline::AtHand(self.union_of(made)?);
        let way = Way::Boundary { land: outline, error: *error };
        Ok(Cow::Owned(Land { way, ..land.clone() }))
    }

    /// The land that some shapes on record make together.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read or the shapes cannot be joined.
    pub(crate) fn union_of(&self, made: &Made) -> Result<Shape, AnswerError> {
        let shapes = made.iter().map(|digest| self.shape(*digest));
        let shapes = shapes.collect::<Result<Vec<Shape>, _>>()?;
        let shapes: Vec<&Shape> = shapes.iter().collect();
        Ok(join(&shapes, &Budget::default()).map_err(CutError::from)?)
    }

    /// The region of a set on record, or the group of them, that a query names, where it was measured
    /// when its set was recorded: no shape is read. `None` where the whole way is to be gone.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn land_on_record(&self, query: LandQuery<'_>) -> Result<Option<Land>, AnswerError> {
        let regions = self.set_regions_on_record(query.coarse)?;
        let Some((region, members)) = resolve_on_record(query, &regions) else { return Ok(None) };
        let measured = self.recorded_measure(&region.shape)?;
        Ok(measured.map(|measured| Land { members, ..Land::of_record(&region, &measured) }))
    }

    /// What is on record of the land that some shapes make together, cut to `land`.
    ///
    /// # Errors
    /// [`QueryError`] where the store cannot be read.
    pub(crate) fn recorded_part(
        &self,
        made: &Made,
        land: &Land,
    ) -> Result<Option<CutPart>, QueryError> {
        let LandRule::Boundary { set, .. } = &land.reference.rule else { return Ok(None) };
        let region = &land.reference.id;
        if made.is_empty() {
            return Ok(Some(nothing_in(region)));
        }
        self.ledger.cut_part(subject(made), set, CUT_METHOD, region)
    }

    /// The lands of every set on record that are measured beforehand.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn set_lands(&self) -> Result<Vec<SetLands>, AnswerError> {
        let mut found = Vec::new();
        for id in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&id, None)? else { continue };
            if set.record.measurable != Measurable::Yes
                || !SetLands::may_be(set.record.regions.len())
            {
                continue;
            }
            let land = |region: seisin_ledger::RegionRecord| {
                let (made, shape) = (Made::from([region.shape]), self.shape(region.shape)?);
                Ok(SetLand { id: region.id, made, shape })
            };
            let regions = set.record.regions.into_iter().map(land);
            found.push(SetLands::of(&id, regions.collect::<Result<_, AnswerError>>()?));
        }
        Ok(found)
    }

    /// What of editions about to be recorded lies in the lands of the sets on record, as far as that
    /// is not on record. `wholes` has the land of each that was joined already.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn new_cuts(
        &self,
        editions: &[EditionRead],
        wholes: &mut Wholes,
    ) -> Result<Vec<CutRecord>, AnswerError> {
        let mut cuts = Vec::new();
        if self.ledger.boundary_sets(None)?.is_empty() {
            return Ok(cuts);
        }
        for lands in self.set_lands()? {
            let mut carried: BTreeMap<(&PublisherId, PartyId), CarriedParts<'_>> = BTreeMap::new();
            let mut seen = BTreeSet::new();
            for edition in editions {
                for (party, made) in
                    held_by_all(edition.drawn().map(|(((by, _), digest), _)| (by, digest)))
                {
                    let on_record = || self.ledger.has_cut(subject(&made), lands.set(), CUT_METHOD);
                    if seen.contains(&made) || on_record()? {
                        continue;
                    }
                    let Some(whole) = whole(&made, edition, wholes) else { continue };
                    let by = (edition.publisher(), party.clone());
                    let parts = carried.entry(by).or_insert_with(|| CarriedParts::along(&lands));
                    cuts.extend(parts.take(&made, &whole));
                    seen.insert(made);
                }
            }
        }
        Ok(cuts)
    }

    /// Cuts what every edition on record draws along the lands of a set, in the order of days, and
    /// hands each to `take` with the edition and the party it is the first of.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn cut_all(
        &self,
        lands: &SetLands,
        wanted: impl Fn(&Made) -> Result<bool, QueryError>,
        take: &mut impl FnMut((&EditionId, &PartyId, &Made), CutRecord) -> Result<(), QueryError>,
    ) -> Result<(), AnswerError> {
        let mut seen = BTreeSet::new();
        for publisher in self.ledger.publishers(None)? {
            let mut carried: BTreeMap<PartyId, (CarriedParts<'_>, Shapes<'_>)> = BTreeMap::new();
            for edition in self.ledger.editions(Some(&publisher), None)? {
                let edition = edition.record.id;
                let drawn = self.drawn_by_all(&edition)?;
                for (party, made) in held_by_all(drawn.iter().map(Drawn::by)) {
                    if seen.contains(&made) || !wanted(&made)? {
                        continue;
                    }
                    let (parts, shapes) = carried
                        .entry(party.clone())
                        .or_insert_with(|| (CarriedParts::along(lands), self.ledger.shapes()));
                    let of = made.iter().map(|digest| Store::shape_in(shapes, *digest));
                    let of = of.collect::<Result<Vec<_>, _>>()?;
                    let Ok(whole) = joined(&of, &Budget::default()) else { continue };
                    if let Some(cut) = parts.take(&made, &whole) {
                        take((&edition, party, &made), cut)?;
                    }
                    seen.insert(made);
                }
            }
        }
        Ok(())
    }
}

/// The land of a party on an edition about to be recorded.
fn whole(made: &Made, edition: &EditionRead, wholes: &mut Wholes) -> Option<Arc<Shape>> {
    if let Some(known) = wholes.get(made) {
        return Some(Arc::clone(known));
    }
    let of: Vec<&Shape> = edition
        .drawn()
        .filter(|((_, digest), _)| made.contains(digest))
        .map(|(_, shape)| shape)
        .collect();
    let whole = Arc::new(join(&of, &Budget::default()).ok()?);
    wholes.insert(made.clone(), Arc::clone(&whole));
    Some(whole)
}

/// What each party holds altogether.
fn held_by_all<'d>(
    drawn: impl Iterator<Item = (&'d PartyId, seisin_core::Digest)>,
) -> BTreeMap<&'d PartyId, Made> {
    let mut by_party: BTreeMap<&PartyId, Made> = BTreeMap::new();
    for (party, digest) in drawn {
        by_party.entry(party).or_default().insert(digest);
    }
    by_party
}

#[cfg(test)]
mod tests {
    use super::{
        super::made_up::{self, at, edition, land, store},
        *,
    };
    use crate::{
        BoundariesRead, HoldingsRequest, MapsRequest, holdings,
        holdings::land as land_of,
        land::{cut, parts_apart},
    };
    use seisin_core::{Area, BoundaryView, Digest, Length, Licence, RegionId};
    use seisin_measure::{area, area_geodesic, clip_lines, intersection};
    use seisin_places::{BoundarySet, Measurable as MayMeasure, Region};
    use seisin_read::map::Holding;

    fn holding(party: &str, shape: Shape) -> Holding {
        made_up::holding(party, None, shape)
    }

    /// Editions on which two parties hold boxes that grow, shrink and overlap across regions.
    fn editions() -> Vec<EditionRead> {
        let of = |day: u8| {
            let size = 3 + day * 7 % 9;
            let mut holdings = vec![
                holding("arland", land([0, 0, size, 4])),
                holding("arland", land([2, 1, 14, size])),
            ];
            if !day.is_multiple_of(3) {
                holdings.push(holding("borland", land([40, day % 4, size, size])));
            }
            edition(day, holdings)
        };
        (1..=20).map(of).collect()
    }

    /// Regions side by side, one of which nobody holds anything of.
    fn set() -> BoundariesRead {
        let region = |id: &str, sides| Region {
            id: RegionId(id.to_owned()),
            name: id.to_owned(),
            aliases: Vec::new(),
            sovereign: None,
            shape: land(sides),
        };
        let bytes = b"regions".to_vec();
        let set = BoundarySet {
            id: "study".into(),
            title: "Study".into(),
            licence: Licence("CC0-1.0".into()),
            positional_error: Length::from_metres(30.0),
            measurable: MayMeasure::Yes,
            view: BoundaryView::default(),
            source: Digest::of(&bytes),
            regions: vec![
                region("west", [0, 0, 8, 20]),
                region("east", [8, 0, 36, 20]),
                region("UA-14", [44, 0, 3, 20]),
                region("UA-09", [47, 0, 3, 20]),
                region("far", [100, 0, 9, 20]),
            ],
        };
        BoundariesRead { set, bytes }
    }

    /// Every part on record against the land itself, cut out; how many there are.
    fn compare(store: &Store) -> usize {
        let budget = Budget::default();
        let mut found = 0;
        for edition in store.ledger.editions(None, None).unwrap() {
            let drawn = store.drawn_by_all(&edition.record.id).unwrap();
            for (_, made) in held_by_all(drawn.iter().map(Drawn::by)) {
                let whole = store.union_of(&made).unwrap();
                for region in store.set_lands().unwrap()[0].lands() {
                    let part =
                        store.ledger.cut_part(subject(&made), "study", CUT_METHOD, &region.id);
                    let part = part.unwrap().expect("measured beforehand");
                    let cut = intersection(&whole, &region.shape, &budget).unwrap();
                    let lines = clip_lines(&cut, &region.shape, &budget).unwrap();
                    let anew = CutPart {
                        region: region.id.clone(),
                        area: area(&cut),
                        area_geodesic: area_geodesic(&cut),
                        map_line: lines.map,
                        boundary_line: lines.boundary,
                    };
                    assert!(parts_apart(&part, &anew) < 1e-9, "{part:?} {anew:?}");
                    found += 1;
                }
            }
        }
        found
    }

    #[test]
    fn parts_are_those_of_the_land_itself_whichever_is_recorded_first() {
        let (_one, mut maps_first) = store();
        maps_first.record_editions(editions(), at()).unwrap();
        maps_first.record_boundaries(&set(), at()).unwrap();
        let (_other, mut set_first) = store();
        set_first.record_boundaries(&set(), at()).unwrap();
        for edition in editions() {
            set_first.record_editions(vec![edition], at()).unwrap();
        }
        // Five regions and the group of two of them; 34 holdings.
        assert_eq!((compare(&maps_first), compare(&set_first)), (34 * 6, 34 * 6));
        for store in [maps_first, set_first] {
            let (compared, faults) = store.compare_measures().unwrap();
            assert!(compared > 100 && faults.is_empty(), "{compared} {faults:?}");
            assert!(store.ledger.verify(&[]).unwrap().is_sound());
        }
    }

    #[test]
    fn adding_the_same_again_adds_nothing() {
        let (_folder, mut store) = store();
        store.record_editions(editions(), at()).unwrap();
        store.record_boundaries(&set(), at()).unwrap();
        let seal = store.ledger.seal().unwrap();
        assert_eq!(store.record_boundaries(&set(), at()).unwrap().already_there, 1);
        store.record_editions(editions(), at()).unwrap();
        assert_eq!(store.ledger.seal().unwrap(), seal);
    }

    /// The same answers from what is on record and from the shapes.
    #[test]
    fn an_answer_reads_what_was_measured_and_is_that_of_measuring_anew() {
        let (_folder, mut store) = store();
        store.record_editions(editions(), at()).unwrap();
        store.record_boundaries(&set(), at()).unwrap();
        for region in ["west", "east", "UA-14", "far", "group:donbas"] {
            let request = HoldingsRequest {
                days: ("2030-01-01".parse().unwrap(), "2030-01-21".parse().unwrap()),
                maps: MapsRequest::default(),
                party: None,
                region: Some(region.to_owned()),
            };
            let query =
                LandQuery { id: None, name: region, set: None, coarse: crate::Coarse::NameOnly };
            let known = store.land_on_record(query).unwrap().expect("measured beforehand");
            assert!(matches!(&known.way, Way::Boundary { land: Outline::OnRecord(_), .. }));
            let anew = land_of(&store, region, &request.maps).unwrap();
            assert_eq!(known.reference, anew.reference);
            assert_eq!((&known.whole, &known.members), (&anew.whole, &anew.members));
            let rows = holdings(&store, &request).unwrap();
            assert_eq!(rows.is_empty(), region == "far", "{region}");
            for row in rows {
                let drawn = store.drawn(&row.edition.id, &row.party).unwrap();
                let drawn = store.with_shapes(drawn).unwrap();
                let placed: Vec<_> = drawn.iter().filter_map(Drawn::placed).collect();
                let held = cut(&placed, &anew, Length::from_metres(50.0)).unwrap();
                let (a, b) = (row.figure.area, held.figure.area);
                for (a, b) in [(a.low, b.low), (a.best, b.best), (a.high, b.high)] {
                    assert!((a - b).abs() <= 1e-9 * b.max(1e6), "{region} {a} {b}");
                }
            }
        }
    }

    #[test]
    fn a_part_that_is_not_that_of_its_land_is_found() {
        let (_folder, mut store) = store();
        let shape = land([40, 1, 5, 5]);
        let made = Made::from([Digest::of(&shape.to_bytes())]);
        store.record_boundaries(&set(), at()).unwrap();
        let wrong =
            CutPart { area: Area::from_square_km(9.0), ..nothing_in(&RegionId("far".into())) };
        let record = CutRecord {
            subject: subject(&made),
            set: "study".into(),
            method: CUT_METHOD.into(),
            parts: vec![wrong],
        };
        store.ledger.append(at(), [seisin_ledger::Entry::Cut(record)]).unwrap();
        store.record_editions(vec![edition(1, vec![holding("borland", shape)])], at()).unwrap();
        let (_, faults) = store.compare_measures().unwrap();
        // What is too much there, and what is missing in the two regions it does lie in and their group.
        assert_eq!(faults.len(), 3, "{faults:?}");
    }
}
