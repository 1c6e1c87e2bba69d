//! Whose land is, who is shown to hold it, and who claims it: three things, kept apart.

use crate::{
    answer_error::AnswerError,
    land::{SetRegion, join},
    store::{Drawn, Store},
};
use seisin_core::{Area, ClaimId, ClaimKind, Detail, PartyId, RegionId, Timestamp, TitleAction};
use seisin_ledger::ClaimFilter;
use seisin_measure::{Budget, OverlayError, Shape, overlap_area};
use std::collections::BTreeMap;

/// Whose the land that one side gives is by statement, who holds it, and who claims it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Standing {
    /// Whose it is, as boundary sets on record state it; empty where none does.
    pub legal: Vec<LegalStatus>,
    /// How much of it each party is shown to hold on the map.
    pub holding: BTreeMap<PartyId, Area>,
    /// What reports on record say of title to those regions.
    pub claims: Vec<ClaimMade>,
}

/// Whose a part of the land is, as one boundary set states it.
#[derive(Debug, Clone, PartialEq)]
pub struct LegalStatus {
    /// The region it lies in.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// How much of the land.
    pub area: Area,
    /// Whose; `None` where the set does not say.
    pub sovereign: Option<PartyId>,
    /// The set that says so.
    pub according_to: String,
}

/// What a report says somebody did about the title to a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimMade {
    /// The claim.
    pub id: ClaimId,
    /// Who.
    pub party: Option<PartyId>,
    /// What.
    pub action: TitleAction,
    /// Of which region.
    pub region: RegionId,
    /// The words.
    pub words: String,
}

/// Land smaller than this in common is where two lines run a little apart: one hectare.
const LEAST: f64 = 1e4;

/// What is on record of the land of one side.
pub(super) fn standing(
    store: &Store,
    shape: &Shape,
    drawn: &[Drawn],
    regions: &[SetRegion],
    known_on: Option<Timestamp>,
) -> Result<Standing, AnswerError> {
    let legal = regions.iter().map(|region| status(shape, region));
    let legal: Vec<LegalStatus> = legal.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    let holding = holding(shape, drawn)?;
    let mut claims = Vec::new();
    for status in &legal {
        claims.extend(claims_of(store, &status.region, known_on)?);
    }
    Ok(Standing { legal, holding, claims })
}

/// How much of a shape each party is shown to hold; pieces of one holding may overlap.
fn holding(shape: &Shape, drawn: &[Drawn]) -> Result<BTreeMap<PartyId, Area>, AnswerError> {
    let budget = Budget::default();
    let mut by_party: BTreeMap<PartyId, Vec<&Shape>> = BTreeMap::new();
    for (one, held) in drawn.iter().filter_map(|one| Some((one, one.shape.as_ref()?))) {
        by_party.entry(one.party.clone()).or_default().push(held);
    }
    let mut holding = BTreeMap::new();
    for (party, shapes) in by_party {
        let held = join(&shapes, &budget).map_err(refused)?;
        let part = overlap_area(shape, &held, &budget).map_err(refused)?;
        if part.square_metres() >= LEAST {
            holding.insert(party, part);
        }
    }
    Ok(holding)
}

fn status(shape: &Shape, region: &SetRegion) -> Result<Option<LegalStatus>, AnswerError> {
    let area = overlap_area(shape, &region.shape, &Budget::default()).map_err(refused)?;
    Ok((area.square_metres() >= LEAST).then(|| LegalStatus {
        region: region.id.clone(),
        name: region.name.clone(),
        area,
        sovereign: region.sovereign.clone(),
        according_to: region.set.clone(),
    }))
}

fn refused(error: OverlayError) -> AnswerError {
    AnswerError::Cut(error.into())
}

fn claims_of(
    store: &Store,
    region: &RegionId,
    known_on: Option<Timestamp>,
) -> Result<Vec<ClaimMade>, AnswerError> {
    let filter = ClaimFilter {
        region: Some(region.clone()),
        kind: Some(ClaimKind::Title),
        ..ClaimFilter::default()
    };
    let mut found = Vec::new();
    for claim in store.ledger.claims(&filter, known_on)? {
        let claim = claim?.record;
        if let Detail::Title(action) = claim.detail {
            found.push(ClaimMade {
                id: claim.id,
                party: claim.party.map(|party| party.id),
                action,
                region: region.clone(),
                words: claim.evidence.exact,
            });
        }
    }
    Ok(found)
}
