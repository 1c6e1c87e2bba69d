//! What publishers declare to show, gathered over their editions.

use super::row::{CoverageKind, CoverageRow};
use crate::store::Store;
use seisin_core::{Date, MapEdition, PublisherId};
use seisin_ledger::{CoverageRecord, QueryError};

/// Every statement that stands with any of the editions, those that differ in their days alone
/// taken together.
pub(super) fn declared(
    store: &Store,
    publisher: &PublisherId,
    editions: &[MapEdition],
) -> Result<Vec<CoverageRow>, QueryError> {
    let mut statements: Vec<CoverageRecord> = Vec::new();
    for edition in editions {
        for statement in store.ledger.edition_coverage(&edition.id, None)? {
            let same = |other: &&mut CoverageRecord| {
                other.party == statement.party
                    && other.within == statement.within
                    && other.except == statement.except
                    && other.note == statement.note
                    && other.to == statement.to
            };
            match statements.iter_mut().find(same) {
                Some(other) => other.from = earlier(other.from, statement.from),
                None => statements.push(statement),
            }
        }
    }
    statements.sort();
    Ok(statements.into_iter().map(|statement| row(publisher, statement)).collect())
}

/// The earlier of two beginnings, where none is the beginning of all days.
fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    one.zip(other).map(|(one, other)| one.min(other))
}

fn row(publisher: &PublisherId, statement: CoverageRecord) -> CoverageRow {
    CoverageRow {
        publisher: publisher.clone(),
        kind: CoverageKind::Declared,
        party: Some(statement.party),
        regions: statement.within,
        except: statement.except,
        from: statement.from,
        to: statement.to,
        editions: None,
        area: None,
        sentence: statement.note,
    }
}
