//! What was measured of land drawn, from the record or from the shapes.

use super::{Drawn, Store};
use crate::{
    answer_error::AnswerError,
    intake::EditionRead,
    land::{CUT_METHOD, METHOD, Made, apart, join, measure, part_in, parts_apart, subject},
};
use rayon::prelude::*;
use seisin_core::{Area, Digest, EditionId, Length, PartyId, RegionId};
use seisin_ledger::{MeasureRecord, QueryError};
use seisin_measure::{Budget, Shape};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// How far, as a part, a measure on record may be from one made anew.
const AGREES: f64 = 1e-9;

/// A measure on record that differs from the shapes it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFault {
    /// The edition that draws the land.
    pub edition: EditionId,
    /// Whose holding it is.
    pub party: PartyId,
    /// How far the two are apart, as a part of them.
    pub apart: f64,
}

impl Store {
    /// What is on record of the land that some shapes make together.
    pub(crate) fn recorded_measure(
        &self,
        made: &Made,
    ) -> Result<Option<MeasureRecord>, QueryError> {
        if made.is_empty() {
            return Ok(Some(MeasureRecord {
                subject: subject(made),
                method: METHOD.to_owned(),
                area: Area::ZERO,
                area_geodesic: Area::ZERO,
                line: Length::ZERO,
            }));
        }
        self.ledger.measure(subject(made), METHOD)
    }

    /// The same, from the shapes where nothing is on record.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read or the shapes cannot be joined.
    pub(crate) fn measure_of(&self, made: &Made) -> Result<MeasureRecord, AnswerError> {
        match self.recorded_measure(made)? {
            Some(known) => Ok(known),
            None => self.measured_anew(made),
        }
    }

    fn measured_anew(&self, made: &Made) -> Result<MeasureRecord, AnswerError> {
        Ok(measure(made, &self.union_of(made)?))
    }

    /// Measures the land of every edition anew and compares it with what is on record: how many
    /// measures were compared, and those that differ by more than 1e-9 of themselves.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub fn compare_measures(&self) -> Result<(usize, Vec<MeasureFault>), AnswerError> {
        let (mut compared, mut faults) = (BTreeSet::new(), Vec::new());
        for edition in self.ledger.editions(None, None)? {
            let id = edition.record.id;
            let drawn = self.drawn_by_all(&id)?;
            for (party, made) in lands(drawn.iter().map(Drawn::placed_digest)) {
                if compared.contains(&made) {
                    continue;
                }
                let Some(known) = self.recorded_measure(&made)? else { continue };
                let apart = apart(&known, &self.measured_anew(&made)?);
                if apart.is_nan() || apart > AGREES {
                    faults.push(MeasureFault { edition: id.clone(), party, apart });
                }
                compared.insert(made);
            }
        }
        let parts = self.compare_cuts(&mut faults)?;
        Ok((compared.len() + parts, faults))
    }

    /// The same for what was cut along the sets on record: how many parts were compared.
    fn compare_cuts(&self, faults: &mut Vec<MeasureFault>) -> Result<usize, AnswerError> {
        let mut compared = 0;
        for lands in self.set_lands()? {
            let any = |_: &Made| Ok(true);
            self.cut_all(&lands, any, &mut |(edition, party, made), anew| {
                for land in lands.lands() {
                    let known =
                        self.ledger.cut_part(subject(made), lands.set(), CUT_METHOD, &land.id)?;
                    let Some(known) = known else { continue };
                    compared += 1;
                    let apart = parts_apart(&known, &part_in(&anew, &land.id));
                    if apart.is_nan() || apart > AGREES {
                        let (edition, party) = (edition.clone(), party.clone());
                        faults.push(MeasureFault { edition, party, apart });
                    }
                }
                Ok(())
            })?;
        }
        Ok(compared)
    }

    /// What is to be measured of editions about to be recorded, all that is not on record, and the
    /// lands that this is of.
    pub(crate) fn new_measures(
        &self,
        editions: &[EditionRead],
    ) -> Result<(Vec<MeasureRecord>, Wholes), QueryError> {
        let mut wanted: BTreeMap<Made, Vec<&Shape>> = BTreeMap::new();
        for edition in editions {
            let shapes: BTreeMap<Digest, &Shape> =
                edition.drawn().map(|((_, digest), shape)| (digest, shape)).collect();
            for (_, made) in lands(edition.drawn().map(|(placed, _)| placed)) {
                if !wanted.contains_key(&made) && self.recorded_measure(&made)?.is_none() {
                    let of = made.iter().filter_map(|digest| shapes.get(digest).copied()).collect();
                    wanted.insert(made, of);
                }
            }
        }
        // What cannot be joined has no measure; an answer says so when it is asked for.
        let wholes: Wholes = wanted
            .into_par_iter()
            .filter_map(|(made, of)| Some((made, Arc::new(join(&of, &Budget::default()).ok()?))))
            .collect();
        let measures = wholes.par_iter().map(|(made, whole)| measure(made, whole)).collect();
        Ok((measures, wholes))
    }
}

/// Lands by the shapes they are made of.
pub(crate) type Wholes = BTreeMap<Made, Arc<Shape>>;

/// Whose land it is and where, and the digest of its shape.
pub(crate) type PlacedDigest<'a> = ((&'a PartyId, Option<&'a RegionId>), Digest);

impl Drawn {
    fn placed_digest(&self) -> PlacedDigest<'_> {
        ((&self.party, self.within.as_ref()), self.digest)
    }
}

/// The lands that answers take whole: what each party holds on an edition in each country or region
/// it is drawn in, and altogether.
fn lands<'a>(drawn: impl Iterator<Item = PlacedDigest<'a>>) -> BTreeSet<(PartyId, Made)> {
    let mut by_place: BTreeMap<_, Made> = BTreeMap::new();
    let mut by_party: BTreeMap<&PartyId, Made> = BTreeMap::new();
    for ((party, within), digest) in drawn {
        by_place.entry((party, within)).or_default().insert(digest);
        by_party.entry(party).or_default().insert(digest);
    }
    let here = by_place.into_iter().map(|((party, _), made)| (party, made));
    here.chain(by_party).map(|(party, made)| (party.clone(), made)).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::made_up::{at, edition, holding, land, store},
        *,
    };
    use seisin_ledger::Entry;

    /// Editions on which two parties hold boxes that come, go, overlap and stay.
    fn editions() -> Vec<EditionRead> {
        let of = |day: u8| {
            let size = 3 + day * 7 % 5;
            let mut holdings = vec![
                holding("arland", Some("AR"), land([0, 0, size, 4])),
                holding("arland", Some("AR"), land([2, 1, 4, size])),
                holding("arland", Some("BO"), land([20, 20, 3, 3])),
            ];
            if !day.is_multiple_of(3) {
                holdings.push(holding("borland", None, land([40, day % 4, size, size])));
            }
            edition(day, holdings)
        };
        (1..=20).map(of).collect()
    }

    #[test]
    fn every_land_is_measured_as_its_edition_is_recorded_and_again_the_same() {
        let (_folder, mut store) = store();
        let at = at();
        assert_eq!(store.record_editions(editions(), at).unwrap().new, 20);
        let mut lands_seen = BTreeSet::new();
        for edition in store.ledger().editions(None, None).unwrap() {
            let drawn = store.drawn_by_all(&edition.record.id).unwrap();
            for (_, made) in lands(drawn.iter().map(Drawn::placed_digest)) {
                let known = store.recorded_measure(&made).unwrap().expect("measured on the way in");
                assert_eq!(known, store.measured_anew(&made).unwrap());
                lands_seen.insert(made);
            }
        }
        assert!(lands_seen.len() > 10, "{}", lands_seen.len());
        assert_eq!(store.compare_measures().unwrap(), (lands_seen.len(), Vec::new()));
        assert_eq!(store.record_editions(editions(), at).unwrap().already_there, 20);
        assert!(store.ledger().verify(&[]).unwrap().is_sound());
    }

    #[test]
    fn a_measure_that_is_not_that_of_its_shapes_is_found() {
        let (_folder, mut store) = store();
        let at = "2030-02-01T00:00:00Z".parse().unwrap();
        let shape = land([40, 1, 5, 5]);
        let made = Made::from([Digest::of(&shape.to_bytes())]);
        let right = measure(&made, &shape);
        let area = Area::from_square_metres(right.area.square_metres() * 1.000_000_01);
        let wrong = MeasureRecord { area, ..right };
        store.ledger.append(at, [Entry::Measure(wrong)]).unwrap();
        let read = vec![edition(1, vec![holding("borland", None, shape)])];
        store.record_editions(read, at).unwrap();
        let (compared, faults) = store.compare_measures().unwrap();
        assert_eq!((compared, faults.len()), (1, 1));
        assert_eq!(faults[0].party, PartyId("borland".into()));
        assert!((faults[0].apart / 1e-8 - 1.0).abs() < 0.1, "{faults:?}");
    }

    #[test]
    fn no_land_is_no_area() {
        let (_folder, store) = store();
        let nothing = store.measure_of(&Made::new()).unwrap();
        assert_eq!((nothing.area, nothing.line), (Area::ZERO, Length::ZERO));
    }
}
