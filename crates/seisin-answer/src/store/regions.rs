//! The regions of the boundary sets on record, and who is drawn in them.

use super::Store;
use crate::{
    answer_error::AnswerError,
    land::{Coarse, Land, Made, SetRegion, cut},
};
use seisin_core::{Date, Length, PartyId, PublisherId};
use seisin_ledger::BoundarySetRecord;
use seisin_places::{BoundarySet, Measurable, Region, naming_regions};
use std::{collections::BTreeSet, sync::Arc};

impl Store {
    /// Every region of every boundary set on record that may measure, coarse sets among them where
    /// `coarse` lets those cut.
    pub(crate) fn set_regions(&self, coarse: Coarse) -> Result<Vec<SetRegion>, AnswerError> {
        self.set_regions_of(coarse, |_| true)
    }

    /// Whether a set is on record whose lines are too coarse to measure unasked.
    pub(crate) fn is_coarse(&self, set: &str) -> Result<bool, AnswerError> {
        let found = self.ledger.boundary_set(set, None)?;
        Ok(found.is_some_and(|set| set.record.measurable == seisin_ledger::Measurable::OnlyCoarse))
    }

    /// The regions of boundary sets on record that may measure and that `wanted` tells by their
    /// names: the shapes of others are not read.
    pub(crate) fn set_regions_of(
        &self,
        coarse: Coarse,
        wanted: impl Fn(&SetRegion<Made>) -> bool,
    ) -> Result<Vec<SetRegion>, AnswerError> {
        let regions =
            self.set_regions_on_record(coarse)?.into_iter().filter(|region| wanted(region));
        let with_shape = |region: SetRegion<Made>| {
            let shape = self.union_of(&region.shape)?;
            Ok(region.with(shape))
        };
        regions.map(with_shape).collect()
    }

    /// The regions of boundary sets on record that may measure, without their shapes.
    pub(crate) fn set_regions_on_record(
        &self,
        coarse: Coarse,
    ) -> Result<Vec<SetRegion<Made>>, AnswerError> {
        let mut regions = Vec::new();
        for id in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&id, None)? else { continue };
            let set = set.record;
            if set.measurable == seisin_ledger::Measurable::OnlyCoarse && coarse == Coarse::NameOnly
            {
                continue;
            }
            regions.extend(set.regions.into_iter().map(|region| SetRegion {
                set: set.id.clone(),
                licence: set.licence.clone(),
                error: set.positional_error,
                view: set.view.clone(),
                shape: Made::from([region.shape]),
                id: region.id,
                name: region.name,
                aliases: region.aliases,
                sovereign: region.sovereign,
            }));
        }
        Ok(regions)
    }

    /// The boundary sets on record whose lines are finer than those by which regions are named, the
    /// finest first: by them `read_map` tells in which country land near a border lies.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub fn finer_boundaries(&self) -> Result<Vec<Arc<BoundarySet>>, AnswerError> {
        let mut sets = Vec::new();
        for id in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&id, None)? else { continue };
            if set.record.positional_error < naming_regions().positional_error() {
                sets.push(Arc::new(self.with_land(set.record)?));
            }
        }
        sets.sort_by(|a, b| {
            let errors = a.positional_error.metres().total_cmp(&b.positional_error.metres());
            errors.then_with(|| a.id.cmp(&b.id))
        });
        Ok(sets)
    }

    fn with_land(&self, record: BoundarySetRecord) -> Result<BoundarySet, AnswerError> {
        let regions = record.regions.into_iter().map(|region| {
            Ok(Region {
                shape: self.shape(region.shape)?,
                id: region.id,
                name: region.name,
                aliases: region.aliases,
                sovereign: region.sovereign,
            })
        });
        let regions = regions.collect::<Result<_, AnswerError>>()?;
        Ok(BoundarySet {
            id: record.id,
            title: record.title,
            licence: record.licence,
            positional_error: record.positional_error,
            measurable: match record.measurable {
                seisin_ledger::Measurable::Yes => Measurable::Yes,
                seisin_ledger::Measurable::OnlyCoarse => Measurable::OnlyIfCoarseIsAllowed,
            },
            view: record.view,
            source: record.source,
            regions,
        })
    }

    /// The parties that the latest editions of `publishers` draw in `land`.
    pub(crate) fn parties_in(
        &self,
        land: &Land,
        publishers: &[PublisherId],
    ) -> Result<Vec<PartyId>, AnswerError> {
        let mut parties = BTreeSet::new();
        for publisher in publishers {
            let Some(edition) = self.ledger.edition_on(publisher, Date::MAX, None)? else {
                continue;
            };
            let drawn = self.with_shapes(self.drawn_by_all(&edition.record.id)?)?;
            for one in drawn {
                if parties.contains(&one.party) {
                    continue;
                }
                let placed: Vec<_> = one.placed().into_iter().collect();
                let held = cut(&placed, land, Length::ZERO);
                if held.is_ok_and(|held| !held.shape.is_empty()) {
                    parties.insert(one.party);
                }
            }
        }
        Ok(parties.into_iter().collect())
    }
}
