//! Reports read back.

use super::view::{View, recorded};
use crate::{
    disk::{
        blobs,
        cursor::Cursor,
        trouble::{Outcome, Trouble},
    },
    record::Recorded,
};
use rusqlite::{Connection, OptionalExtension as _, ToSql, params};
use seisin_core::{Digest, Document, Licence, Problem, ProblemKind, TextSpan};

/// The row of the document whose bytes are in blob `bytes`.
pub(crate) fn document_of_bytes(connection: &Connection, bytes: i64) -> Outcome<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM document WHERE bytes = ?")?
        .query_row([bytes], |row| row.get(0))
        .optional()?)
}

/// The row of a document.
pub(crate) fn document_row(connection: &Connection, id: Digest) -> Outcome<Option<i64>> {
    match blobs::row(connection, id)? {
        Some(bytes) => document_of_bytes(connection, bytes),
        None => Ok(None),
    }
}

/// The columns of a document as one of its appearances describes it, `?1` being the last batch
/// that is known of.
const DESCRIBED: &str = "
    SELECT a.id, db.digest, a.path, a.uri, a.publisher, a.published, a.updated, l.words,
      (SELECT ob.digest FROM origin_membership o JOIN document od ON od.id = o.origin
         JOIN blob ob ON ob.id = od.bytes
         WHERE o.document = a.document AND o.batch <= ?1 ORDER BY o.id DESC LIMIT 1),
      b.recorded_at,
      CASE WHEN s.id IS NOT NULL THEN coalesce(sb.recorded_at, '9999-12-30T00:00:00Z') END
    FROM appearance a
      JOIN document d ON d.id = a.document
      JOIN blob db ON db.id = d.bytes
      LEFT JOIN batch b ON b.id = a.batch
      LEFT JOIN licence l ON l.id = a.licence
      LEFT JOIN appearance s ON s.supersedes = a.id AND s.batch <= ?1
      LEFT JOIN batch sb ON sb.id = s.batch
    WHERE a.batch <= ?1";

/// That the appearance is at the path where the document was first seen.
const FIRST_PATH: &str = "
    AND s.id IS NULL AND a.path = (SELECT f.path FROM appearance f WHERE f.document = a.document
      ORDER BY f.id LIMIT 1)";

fn described(cursor: &mut Cursor<'_, '_>) -> Outcome<Recorded<Document>> {
    let document = Document {
        id: cursor.digest()?,
        path: cursor.take()?,
        uri: cursor.take()?,
        publisher: cursor.take()?,
        published: cursor.maybe_published()?,
        updated: cursor.maybe_published()?,
        licence: cursor.take::<Option<String>>()?.map(Licence),
        origin: cursor.take::<Option<[u8; 32]>>()?.map(Digest::from_bytes),
    };
    recorded(document, cursor)
}

/// Every document known of, by publication, then by path.
pub(crate) fn documents(connection: &Connection, view: &View) -> Outcome<Vec<Recorded<Document>>> {
    let sql = format!(
        "{DESCRIBED}{FIRST_PATH} ORDER BY a.published IS NULL, a.published, a.path, db.digest"
    );
    let found = described_by(connection, &sql, params![view.batch])?;
    Ok(found.into_iter().map(|(_, document)| document).collect())
}

/// One document, if it is known of.
pub(crate) fn document(
    connection: &Connection,
    id: Digest,
    view: &View,
) -> Outcome<Option<Recorded<Document>>> {
    let Some(row) = document_row(connection, id)? else { return Ok(None) };
    let sql = format!("{DESCRIBED}{FIRST_PATH} AND a.document = ?2");
    let found = described_by(connection, &sql, params![view.batch, row])?.pop();
    Ok(found.map(|(_, document)| document))
}

/// Where a document appeared, with the row of each, first seen first; those that were corrected by
/// then have an end.
pub(crate) fn appearances(
    connection: &Connection,
    document: i64,
    view: &View,
) -> Outcome<Vec<(i64, Recorded<Document>)>> {
    let sql = format!("{DESCRIBED} AND a.document = ?2 ORDER BY a.id");
    described_by(connection, &sql, params![view.batch, document])
}

/// The rows of appearances, each with what it tells of its document.
fn described_by(
    connection: &Connection,
    sql: &str,
    values: &[&dyn ToSql],
) -> Outcome<Vec<(i64, Recorded<Document>)>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cursor = Cursor::new(row);
        found.push((cursor.take()?, described(&mut cursor)?));
    }
    Ok(found)
}

/// A reading and the text it refers to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextReadingRow {
    pub(crate) id: i64,
    pub(crate) words: i64,
    pub(crate) words_digest: Digest,
}

/// The reading of a document that no other has replaced.
pub(crate) fn current_text_reading(
    connection: &Connection,
    document: i64,
) -> Outcome<Option<TextReadingRow>> {
    words_of(connection, document, &View::now())
}

/// The reading of a document that was on the books in `view`.
pub(crate) fn words_of(
    connection: &Connection,
    document: i64,
    view: &View,
) -> Outcome<Option<TextReadingRow>> {
    Ok(connection
        .prepare_cached(
            "SELECT r.id, r.words, w.digest FROM text_reading r JOIN blob w ON w.id = r.words
             WHERE r.document = ? AND r.batch <= ? ORDER BY r.id DESC LIMIT 1",
        )?
        .query_row(params![document, view.batch], |row| {
            Ok(TextReadingRow {
                id: row.get(0)?,
                words: row.get(1)?,
                words_digest: Digest::from_bytes(row.get(2)?),
            })
        })
        .optional()?)
}

/// The problems of a reading of a text.
pub(crate) fn text_problems(connection: &Connection, reading: i64) -> Outcome<Vec<Problem>> {
    problems(connection, "text_problem", reading)
}

/// The problems of a reading, in the order they were found.
pub(super) fn problems(
    connection: &Connection,
    table: &str,
    reading: i64,
) -> Outcome<Vec<Problem>> {
    let sql = format!(
        "SELECT span_start, span_end, kind, sentence FROM {table} WHERE reading = ? ORDER BY id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([reading])?;
    let mut problems = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cursor = Cursor::new(row);
        let span = match (cursor.take::<Option<i64>>()?, cursor.take::<Option<i64>>()?) {
            (Some(start), Some(end)) => Some(span(start, end)?),
            _ => None,
        };
        let kind = cursor.word(ProblemKind::from_word)?;
        problems.push(Problem { span, kind, sentence: cursor.take()? });
    }
    Ok(problems)
}

fn span(start: i64, end: i64) -> Outcome<TextSpan> {
    let offset = |number: i64| {
        usize::try_from(number)
            .map_err(|_| Trouble::Unreadable(format!("a span starts or ends at {number}")))
    };
    Ok(TextSpan::new(offset(start)?, offset(end)?))
}
