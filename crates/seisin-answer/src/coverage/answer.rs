//! What publishers' maps speak for.

use super::{
    calendar::calendar,
    declared::declared,
    row::{CoverageKind, CoverageRow},
};
use crate::{
    answer_error::AnswerError,
    check::MapsRequest,
    findings::{Finding, findings, undrawn},
    store::Store,
};
use seisin_core::{Date, MapEdition, PartyId, PublisherId};

/// A question for coverage.
#[derive(Debug, Clone, Default)]
pub struct CoverageRequest {
    /// The days, half-open; `None` takes all that the maps speak for.
    pub days: Option<(Date, Date)>,
    /// Which maps.
    pub maps: MapsRequest,
    /// Only this party's, beside what is about editions as a whole.
    pub party: Option<PartyId>,
}

/// What each publisher's maps speak for: what it declares, which editions there are and which are
/// missing, repeated or put right, and what nothing on record explains.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a publisher is not known.
pub fn coverage(store: &Store, request: &CoverageRequest) -> Result<Vec<CoverageRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let publishers = store.chosen_publishers(&request.maps.publishers)?;
    let mut rows = Vec::new();
    for publisher in &publishers {
        rows.extend(of_publisher(store, publisher, &publishers, request)?);
    }
    rows.retain(|row| {
        let of_party = request.party.as_ref().zip(row.party.as_ref());
        of_party.is_none_or(|(party, other)| party == other) && meets(row, request.days)
    });
    Ok(rows)
}

fn of_publisher(
    store: &Store,
    publisher: &PublisherId,
    publishers: &[PublisherId],
    request: &CoverageRequest,
) -> Result<Vec<CoverageRow>, AnswerError> {
    let recorded = store.ledger.editions(Some(publisher), request.maps.known_on)?;
    let editions: Vec<MapEdition> = recorded.into_iter().map(|edition| edition.record).collect();
    let mut rows = declared(store, publisher, &editions)?;
    rows.extend(calendar(store, publisher, &editions)?);
    let days = request.days.unwrap_or((Date::MIN, Date::MAX));
    rows.extend(findings(store, publisher, days, &request.maps)?.into_iter().map(row));
    for other in publishers.iter().filter(|other| *other != publisher) {
        rows.extend(undrawn(store, publisher, other, &request.maps)?.into_iter().map(row));
    }
    Ok(rows)
}

fn row(finding: Finding) -> CoverageRow {
    CoverageRow {
        publisher: finding.publisher,
        kind: CoverageKind::Finding(finding.kind),
        party: finding.party,
        regions: finding.region.into_iter().collect(),
        except: Vec::new(),
        from: Some(finding.from),
        to: Some(finding.to),
        editions: None,
        area: finding.area,
        sentence: finding.sentence,
    }
}

fn meets(row: &CoverageRow, days: Option<(Date, Date)>) -> bool {
    let Some((from, to)) = days else { return true };
    row.from.is_none_or(|first| first < to) && row.to.is_none_or(|end| from < end)
}
