//! What features that were set aside as invalid may have been meant to be.

use crate::{answer_error::AnswerError, store::Store};
use seisin_core::{Area, EditionId, MapEdition};
use seisin_measure::{Budget, RepairRule, Shape, ShapeLimits, area, repair};
use seisin_source::{MapFile, MapLimits, parse_map};

/// An edition of which features were set aside, with what they may have been meant to be.
#[derive(Debug, Clone)]
pub struct RepairProposal {
    /// The edition, which stays on record as it is.
    pub edition: MapEdition,
    /// Its features that are invalid.
    pub features: Vec<RepairedFeature>,
    /// The file with those features repaired; `None` where one cannot be.
    pub file: Option<MapFile>,
}

/// One invalid feature.
#[derive(Debug, Clone)]
pub struct RepairedFeature {
    /// Its place in the file.
    pub index: usize,
    /// Why it is invalid, naming ring and vertex.
    pub reason: String,
    /// The land it encloses by the rule asked for, or why there is none.
    pub repaired: Result<Area, String>,
    /// The land by the other rule, where there is any: the difference is in doubt.
    pub other_rule: Option<Area>,
}

/// How large a file and a feature may be to be repaired: those they were added with, or wider.
#[derive(Debug, Clone, Copy, Default)]
pub struct RepairLimits {
    /// Of a file.
    pub file: MapLimits,
    /// Of one feature.
    pub feature: ShapeLimits,
}

/// Proposes repairs for every edition of which features were set aside, or for one.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read.
pub fn propose_repairs(
    store: &Store,
    only: Option<&EditionId>,
    rule: RepairRule,
    limits: &RepairLimits,
) -> Result<Vec<RepairProposal>, AnswerError> {
    let mut proposals = Vec::new();
    for edition in store.ledger.editions(None, None)? {
        let edition = edition.record;
        if only.is_some_and(|only| *only != edition.id) || store.set_aside(&edition.id)?.is_none() {
            continue;
        }
        let Some(bytes) = store.ledger.blob(edition.source)? else { continue };
        if let Ok(file) = parse_map(&bytes, &limits.file) {
            proposals.push(propose(edition, file, rule, &limits.feature));
        }
    }
    Ok(proposals)
}

fn propose(
    edition: MapEdition,
    mut file: MapFile,
    rule: RepairRule,
    limits: &ShapeLimits,
) -> RepairProposal {
    let mut features = Vec::new();
    let mut whole = true;
    for feature in file.features.iter_mut().filter(|feature| !feature.polygons.is_empty()) {
        let valid = Shape::from_rings(feature.polygons.clone(), limits);
        let Err(reason) = valid else { continue };
        let by = |rule| repair(&feature.polygons, rule, &Budget::default());
        let (repaired, other) = (by(rule), by(other(rule)));
        features.push(RepairedFeature {
            index: feature.index,
            reason: reason.to_string(),
            repaired: repaired.as_ref().map(area).map_err(ToString::to_string),
            other_rule: other.ok().as_ref().map(area),
        });
        match repaired {
            Ok(shape) => feature.polygons = shape.to_rings(),
            Err(_) => whole = false,
        }
    }
    RepairProposal { edition, features, file: whole.then_some(file) }
}

fn other(rule: RepairRule) -> RepairRule {
    match rule {
        RepairRule::EvenOdd => RepairRule::NonZero,
        RepairRule::NonZero => RepairRule::EvenOdd,
    }
}
