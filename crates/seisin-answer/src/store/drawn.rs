//! What an edition draws: holdings with their shapes.

use super::Store;
use crate::{answer_error::AnswerError, coverage::Statement, land::PlacedShape};
use seisin_core::{Digest, EditionId, PartyId, ProblemKind, RegionId};
use seisin_ledger::{CoverageRecord, HoldingRecord, QueryError, Shapes};
use seisin_measure::Shape;
use std::sync::Arc;

/// One shape of one party's holding on an edition.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    /// Whose.
    pub(crate) party: PartyId,
    /// The country or region its publisher draws it in, where that is told.
    pub(crate) within: Option<RegionId>,
    /// The digest of its shape.
    pub(crate) digest: Digest,
    /// The shape, once fetched.
    pub(crate) shape: Option<Shape>,
}

impl Drawn {
    /// Whose it is and the digest of its shape.
    pub(crate) const fn by(&self) -> (&PartyId, Digest) {
        (&self.party, self.digest)
    }

    /// The shape with its place, once fetched.
    pub(crate) fn placed(&self) -> Option<PlacedShape> {
        let shape = self.shape.clone()?;
        Some(PlacedShape { within: self.within.clone(), shape })
    }
}

impl From<HoldingRecord> for Drawn {
    fn from(holding: HoldingRecord) -> Self {
        Self { party: holding.party, within: holding.within, digest: holding.shape, shape: None }
    }
}

impl From<CoverageRecord> for Statement {
    fn from(record: CoverageRecord) -> Self {
        Self {
            party: record.party,
            within: record.within,
            except: record.except,
            from: record.from,
            to: record.to,
            note: record.note,
        }
    }
}

impl Store {
    /// What `party` holds on an edition, without shapes.
    pub(crate) fn drawn(
        &self,
        edition: &EditionId,
        party: &PartyId,
    ) -> Result<Vec<Drawn>, QueryError> {
        let all = self.drawn_by_all(edition)?;
        Ok(all.into_iter().filter(|drawn| drawn.party == *party).collect())
    }

    /// What every party holds on an edition, without shapes.
    pub(crate) fn drawn_by_all(&self, edition: &EditionId) -> Result<Vec<Drawn>, QueryError> {
        Ok(self.ledger.holdings(edition, None)?.into_iter().map(Drawn::from).collect())
    }

    /// The same with their shapes.
    pub(crate) fn with_shapes(&self, mut drawn: Vec<Drawn>) -> Result<Vec<Drawn>, AnswerError> {
        for one in &mut drawn {
            one.shape = Some(self.shape(one.digest)?);
        }
        Ok(drawn)
    }

    /// Whether and why features of an edition were set aside as invalid.
    pub(crate) fn set_aside(&self, edition: &EditionId) -> Result<Option<String>, QueryError> {
        let problems = self.ledger.edition_problems(edition, None)?;
        let invalid = problems.iter().find(|problem| problem.kind == ProblemKind::InvalidShape);
        Ok(invalid.map(|problem| {
            format!("edition {edition} lacks what was set aside: {}", problem.sentence)
        }))
    }

    /// What the publisher of an edition declares to show on it.
    pub(crate) fn statements(&self, edition: &EditionId) -> Result<Vec<Statement>, QueryError> {
        let coverage = self.ledger.edition_coverage(edition, None)?;
        Ok(coverage.into_iter().map(Statement::from).collect())
    }

    /// A shape by its digest, made from the one read before it where the store has it so.
    pub(crate) fn shape_in(
        shapes: &mut Shapes<'_>,
        digest: Digest,
    ) -> Result<Arc<Shape>, AnswerError> {
        shapes.shape(digest)?.ok_or_else(|| AnswerError::DamagedShape {
            digest: digest.to_string(),
            reason: "its bytes are not there".to_owned(),
        })
    }

    /// A shape by its digest.
    pub(crate) fn shape(&self, digest: Digest) -> Result<Shape, AnswerError> {
        let damaged =
            |reason: String| AnswerError::DamagedShape { digest: digest.to_string(), reason };
        let bytes = self
            .ledger
            .blob(digest)?
            .ok_or_else(|| damaged("its bytes are not there".to_owned()))?;
        Shape::from_bytes(&bytes).map_err(|error| damaged(error.to_string()))
    }
}
