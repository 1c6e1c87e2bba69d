//! Features that an edition lacks because they are invalid: what is measured without them is what is
//! held at least.

use crate::{
    answer_error::AnswerError,
    land::{Land, Way, country_of},
    store::Store,
};
use seisin_core::{EditionId, PartyId, RegionId};
use seisin_ledger::{QuarantineRecord, QueryError};
use seisin_measure::Bounds;
use seisin_places::naming_regions;
use std::fmt;

/// A feature that an edition lacks: invalid, kept as evidence, never measured.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingFeature {
    /// Its place in the file, counted from zero.
    pub feature: usize,
    /// Who may hold it; `None` for anyone.
    pub party: Option<PartyId>,
    /// The country or region it may lie in, where that is told.
    pub within: Option<RegionId>,
    /// The polygon, ring and vertex of its fault, as far as the fault is about one.
    pub place: [Option<usize>; 3],
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for MissingFeature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let party = self.party.as_ref().map_or("an unnamed party", |party| party.0.as_str());
        write!(f, "feature {} of {party} ({})", self.feature, self.reason)
    }
}

impl From<QuarantineRecord> for MissingFeature {
    fn from(record: QuarantineRecord) -> Self {
        let QuarantineRecord { feature, party, within, place, reason, extent: _ } = record;
        Self { feature, party, within, place, reason }
    }
}

impl Store {
    /// What an edition lacks that `party` may hold in `land`.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn missing(
        &self,
        edition: &EditionId,
        party: &PartyId,
        land: &Land,
    ) -> Result<Vec<MissingFeature>, AnswerError> {
        let all = self.ledger.quarantined(edition, None)?;
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let land = &self.at_hand(land)?;
        let concerns = |record: &QuarantineRecord| {
            record.party.as_ref().is_none_or(|other| other == party) && may_lie_in(record, land)
        };
        Ok(all.into_iter().filter(concerns).map(MissingFeature::from).collect())
    }

    /// Everything an edition lacks.
    pub(crate) fn missing_of_all(
        &self,
        edition: &EditionId,
    ) -> Result<Vec<MissingFeature>, QueryError> {
        let all = self.ledger.quarantined(edition, None)?;
        Ok(all.into_iter().map(MissingFeature::from).collect())
    }
}

/// Whether a feature may lie in a land, as far as its bounds and what is told of its place go.
fn may_lie_in(record: &QuarantineRecord, land: &Land) -> bool {
    let told = record.within.as_ref();
    match &land.way {
        Way::Everywhere => true,
        Way::Drawn(region) => match (told, region) {
            (Some(told), Some(region)) => told == region,
            (Some(_), None) => false,
            (None, _) => true,
        },
        Way::Country(country) => {
            told.is_none_or(|told| told == country || country_of(told).as_ref() == Some(country))
        }
        Way::Pieces { region, .. } => {
            let coarse = naming_regions().shape(region);
            let bounds = coarse.and_then(|shape| shape.allow_coarse().bounds());
            let error = naming_regions().positional_error_at_95_percent().metres();
            meets(record, bounds, error / METRES_IN_A_DEGREE)
        }
        Way::Boundary { land, error } => {
            meets(record, land.shape().bounds(), error.metres() / METRES_IN_A_DEGREE)
        }
    }
}

/// Metres in a degree of latitude, to the accuracy that bounds need.
const METRES_IN_A_DEGREE: f64 = 110_000.0;

/// Whether the bounds of a feature and of a land meet, these taken wider by some degrees; unknown
/// bounds meet everything.
fn meets(record: &QuarantineRecord, land: Option<Bounds>, wider: f64) -> bool {
    let (Some([west, south, east, north]), Some(land)) = (record.extent, land) else { return true };
    // A degree of longitude is shorter by the cosine of the latitude.
    let sideways = wider / land.north.abs().max(land.south.abs()).to_radians().cos().max(0.01);
    west <= land.east + sideways
        && land.west - sideways <= east
        && south <= land.north + wider
        && land.south - wider <= north
}
