//! The regions of the boundary sets on record, and who is drawn in them.

use super::Store;
use crate::{
    answer_error::AnswerError,
    land::{Land, SetRegion, cut},
};
use seisin_core::{Date, Length, PartyId, PublisherId};
use std::collections::BTreeSet;

impl Store {
    /// Every region of every boundary set on record that may measure.
    pub(crate) fn set_regions(&self) -> Result<Vec<SetRegion>, AnswerError> {
        let mut regions = Vec::new();
        for id in self.ledger.boundary_sets(None)? {
            let Some(set) = self.ledger.boundary_set(&id, None)? else { continue };
            for region in set.record.regions {
                regions.push(SetRegion {
                    set: set.record.id.clone(),
                    licence: set.record.licence.clone(),
                    error: set.record.positional_error,
                    shape: self.shape(region.shape)?,
                    id: region.id,
                    name: region.name,
                    aliases: region.aliases,
                    sovereign: region.sovereign,
                });
            }
        }
        Ok(regions)
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
