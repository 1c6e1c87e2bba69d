//! A report: its bytes, where it appeared, its reading.

use super::Writer;
use crate::{
    append_error::AppendError,
    appended::Change,
    blob::PreparedBlob,
    disk::{read, stamp, table::Table, trouble::Outcome, words::Words},
    entry::{DocumentEntry, OriginEntry},
};
use rusqlite::OptionalExtension as _;
use seisin_core::{Digest, Document, Licence, Published};

impl Writer<'_> {
    /// Adds what is new about a report.
    pub(crate) fn put_document(&mut self, entry: &DocumentEntry) -> Outcome<Change> {
        let document = &entry.document;
        if entry.bytes.digest() != document.id {
            return Err(AppendError::DigestMismatch {
                path: document.path.clone(),
                id: document.id,
                found: entry.bytes.digest(),
            }
            .into());
        }
        let bytes = self.put_blob(&entry.bytes)?;
        let known = read::document_of_bytes(&self.transaction, bytes)?;
        let row = match known {
            Some(row) => row,
            None => self.insert(&Table::DOCUMENT, &[bytes.into()])?,
        };
        let before = self.records();
        self.put_appearance(row, document)?;
        self.put_text_reading(row, entry)?;
        Ok(Change::of(known, self.records() - before))
    }

    /// Adds where the report appeared. The same path with other particulars corrects what was
    /// recorded of that path; the same particulars at another path tell nothing new.
    fn put_appearance(&mut self, row: i64, document: &Document) -> Outcome<()> {
        let here = Document { origin: None, ..document.clone() };
        let known = self.standing_appearances(row)?;
        let same_path = known.iter().find(|(_, known)| known.path == here.path);
        let told_already = match same_path {
            Some((_, known)) => *known == here,
            None => known
                .iter()
                .any(|(_, known)| Document { path: here.path.clone(), ..known.clone() } == here),
        };
        if told_already {
            return Ok(());
        }
        let supersedes = same_path.map(|(id, _)| *id);
        let licence = document.licence.as_ref().map(|words| self.licence(words)).transpose()?;
        let published = document.published.map(dated).transpose()?;
        let updated = document.updated.map(dated).transpose()?;
        self.insert(
            &Table::APPEARANCE,
            &[
                row.into(),
                (&document.path).into(),
                document.uri.as_ref().into(),
                document.publisher.as_ref().into(),
                published.into(),
                updated.into(),
                licence.into(),
                supersedes.into(),
            ],
        )?;
        Ok(())
    }

    /// Where the report appeared by what is on the books, its origin left out.
    fn standing_appearances(&self, row: i64) -> Outcome<Vec<(i64, Document)>> {
        let known = read::appearances(&self.transaction, row, &read::View::now())?;
        let standing = known.into_iter().filter(|(_, known)| known.system_to.is_none());
        Ok(standing.map(|(id, known)| (id, Document { origin: None, ..known.record })).collect())
    }

    /// Adds the reading, unless the one on the books says the same of the same text.
    fn put_text_reading(&mut self, row: i64, entry: &DocumentEntry) -> Outcome<()> {
        let words_digest = Digest::of(entry.text.as_bytes());
        let current = read::current_text_reading(&self.transaction, row)?;
        if let Some(current) = &current
            && current.words_digest == words_digest
            && read::text_reading(&self.transaction, current.id)? == entry.reading
        {
            return Ok(());
        }
        let words = if words_digest == entry.document.id {
            self.blob_row(words_digest)?
        } else {
            self.put_blob(&PreparedBlob::compress(entry.text.as_bytes()))?
        };
        let supersedes = current.map(|current| current.id);
        let reading =
            self.insert(&Table::TEXT_READING, &[row.into(), words.into(), supersedes.into()])?;
        let text = Words::new(entry.text.clone());
        for claim in &entry.reading.claims {
            self.put_claim(reading, claim, &entry.document, &text)?;
        }
        self.put_problems(&Table::TEXT_PROBLEM, reading, &entry.reading.problems)
    }

    /// Adds a report's cluster, unless that is what is on the books.
    pub(crate) fn put_origin(&mut self, entry: &OriginEntry) -> Outcome<Change> {
        let document = self.document_row(entry.document)?;
        let origin = self.document_row(entry.origin)?;
        let current = self
            .transaction
            .prepare_cached(
                "SELECT id, origin FROM origin_membership WHERE document = ?
                 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([document], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
            .optional()?;
        if current.is_some_and(|(_, current)| current == origin) {
            return Ok(Change::AlreadyThere);
        }
        let supersedes = current.map(|(id, _)| id);
        let fields = [document.into(), origin.into(), supersedes.into()];
        self.insert(&Table::ORIGIN_MEMBERSHIP, &fields)?;
        Ok(Change::of(supersedes, 1))
    }

    fn document_row(&self, document: Digest) -> Outcome<i64> {
        let found = read::document_row(&self.transaction, document)?;
        found.ok_or_else(|| AppendError::DocumentMissing { document }.into())
    }

    /// The row of a licence's wording.
    pub(super) fn licence(&mut self, licence: &Licence) -> Outcome<i64> {
        let known = self
            .transaction
            .prepare_cached("SELECT id FROM licence WHERE words = ?")?
            .query_row([&licence.0], |row| row.get(0))
            .optional()?;
        match known {
            Some(row) => Ok(row),
            None => self.insert(&Table::LICENCE, &[(&licence.0).into()]),
        }
    }
}

/// The text of a publication on disk.
pub(super) fn dated(published: Published) -> Outcome<String> {
    stamp::published(published)
        .ok_or_else(|| AppendError::BeforeCalendar { date: published.to_string() }.into())
}
