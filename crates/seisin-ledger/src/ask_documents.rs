//! Questions about reports and their claims.

use crate::{
    disk::{
        Outcome,
        read::{self, Claims as ClaimReader, View},
    },
    ledger::Ledger,
    query::ClaimFilter,
    query_error::QueryError,
    record::Recorded,
};
use seisin_core::{Claim, ClaimId, Digest, Document, Problem, Timestamp};

impl Ledger {
    /// Every document recorded by `known_on`, by publication (those without one last), then path.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn documents(
        &self,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<Recorded<Document>>, QueryError> {
        self.ask(|connection| read::documents(connection, &View::at(connection, known_on)?))
    }

    /// One document as described by `known_on`.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn document(
        &self,
        id: Digest,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<Document>>, QueryError> {
        self.ask(|connection| read::document(connection, id, &View::at(connection, known_on)?))
    }

    /// Where the very same bytes appeared, first seen first: at other paths, from other publishers,
    /// and, with an end to their recorded time, descriptions that were corrected since.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn appearances(&self, id: Digest) -> Result<Vec<Recorded<Document>>, QueryError> {
        self.ask(|connection| {
            let Some(row) = read::document_row(connection, id)? else { return Ok(Vec::new()) };
            let found = read::appearances(connection, row, &View::now())?;
            Ok(found.into_iter().map(|(_, appearance)| appearance).collect())
        })
    }

    /// The text of a document to which the spans of its claims refer.
    ///
    /// # Errors
    /// What keeps the store from being read, damage to the text's bytes included.
    pub fn document_text(
        &self,
        id: Digest,
        known_on: Option<Timestamp>,
    ) -> Result<Option<String>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let Some(row) = read::document_row(connection, id)? else { return Ok(None) };
            let Some(reading) = read::words_of(connection, row, &view)? else { return Ok(None) };
            Ok(Some(read::text(connection, reading.words)?.into_text()))
        })
    }

    /// What could not be told of a document.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn document_problems(
        &self,
        id: Digest,
        known_on: Option<Timestamp>,
    ) -> Result<Vec<Problem>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let Some(row) = read::document_row(connection, id)? else { return Ok(Vec::new()) };
            match read::words_of(connection, row, &view)? {
                Some(reading) => read::text_problems(connection, reading.id),
                None => Ok(Vec::new()),
            }
        })
    }

    /// The claims that pass `filter`, as on the books at `known_on`: by publication and path of
    /// their document, then by place in the text. They are read one by one as the iterator is
    /// driven; of the source bytes only the text of the document at hand is in memory.
    ///
    /// # Errors
    /// What keeps the store from being read; each item may fail likewise.
    pub fn claims(
        &self,
        filter: &ClaimFilter,
        known_on: Option<Timestamp>,
    ) -> Result<Claims<'_>, QueryError> {
        self.ask(|connection| {
            let view = View::at(connection, known_on)?;
            let rows = read::claim_rows(connection, filter, &view)?;
            Ok((rows, view))
        })
        .map(|(rows, view)| Claims {
            ledger: self,
            reader: ClaimReader::new(&self.connection),
            rows: rows.into_iter(),
            view,
        })
    }

    /// A claim as on the books at `known_on`.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn claim(
        &self,
        id: &ClaimId,
        known_on: Option<Timestamp>,
    ) -> Result<Option<Recorded<Claim>>, QueryError> {
        let versions =
            self.ask(|connection| versions(connection, id, &View::at(connection, known_on)?))?;
        Ok(versions.into_iter().rfind(|version| version.system_to.is_none()))
    }

    /// Every version of a claim, oldest first; those another reading replaced have an end.
    ///
    /// # Errors
    /// What keeps the store from being read.
    pub fn claim_history(&self, id: &ClaimId) -> Result<Vec<Recorded<Claim>>, QueryError> {
        self.ask(|connection| versions(connection, id, &View::now()))
    }
}

fn versions(
    connection: &rusqlite::Connection,
    id: &ClaimId,
    view: &View,
) -> Outcome<Vec<Recorded<Claim>>> {
    let mut reader = ClaimReader::new(connection);
    read::claim_rows_by_id(connection, id, view)?
        .into_iter()
        .map(|row| reader.read(row, view))
        .collect()
}

/// Claims on their way out of the store, one by one.
#[derive(Debug)]
pub struct Claims<'l> {
    ledger: &'l Ledger,
    reader: ClaimReader<'l>,
    rows: std::vec::IntoIter<i64>,
    view: View,
}

impl Iterator for Claims<'_> {
    type Item = Result<Recorded<Claim>, QueryError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rows.next()?;
        let claim = self.reader.read(row, &self.view);
        Some(claim.map_err(|trouble| QueryError::new(&self.ledger.path, trouble)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for Claims<'_> {}
