//! What is known of a report beside its text: the record in `NAME.meta.json`.

use crate::when::as_published;
use seisin_core::{Licence, Problem, ProblemKind, Published, Timestamp};
use serde_json::{Map, Value};

/// What is known of a report beside its text: who published it, when, where and on what terms.
///
/// It is read from a file `NAME.meta.json` next to the report. Every field may be absent or
/// `null`, and a report without any such file is read with [`DocumentMeta::default`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentMeta {
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published; `None` also where the date as given is no date.
    pub published: Option<Published>,
    /// The publication date as given, where it is no date.
    pub published_original_value: Option<String>,
    /// When it was last changed, as it says itself.
    pub updated: Option<Published>,
    /// The date of the last change as given, where it is no date.
    pub updated_original_value: Option<String>,
    /// Where it was published.
    pub uri: Option<String>,
    /// Under which terms it may be used.
    pub licence: Option<Licence>,
    /// Its headline.
    pub title: Option<String>,
    /// The language it is in, as a BCP 47 tag such as `en` or `uk-UA`.
    pub language: Option<String>,
    /// The encoding of its bytes, as a WHATWG label such as `windows-1251`.
    pub encoding: Option<String>,
    /// When somebody fetched it, as an archive says.
    pub retrieved: Option<Timestamp>,
    /// What was left out or could not be placed, one sentence each.
    pub notes: Vec<Problem>,
}

/// Why the record beside a report cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentMetaError {
    /// It is larger than any such record.
    #[error(
        "read the record: it has {bytes} bytes, more than the {limit} allowed\nhint: a record holds publisher, published, updated, uri and licence; is this the right file?"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size taken.
        limit: usize,
    },
    /// It is no JSON.
    #[error(
        "read the record as JSON: {reason} (line {line}, column {column})\nhint: it must be one JSON object in UTF-8, such as {{\"publisher\": \"…\", \"published\": \"2025-03-12\"}}"
    )]
    NotJson {
        /// What is wrong there.
        reason: String,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// It is JSON of another kind.
    #[error(
        "read the record: it is {found}, not a JSON object\nhint: write {{\"publisher\": \"…\", \"published\": \"2025-03-12\"}}"
    )]
    NotAnObject {
        /// What it is instead.
        found: &'static str,
    },
    /// A member has a value that is no text.
    #[error(
        "read the record: `{member}` is {found}, not a text\nhint: write it in quotation marks, or null where it is not known"
    )]
    NotText {
        /// Which member.
        member: String,
        /// What it is instead.
        found: &'static str,
    },
}

/// The members of a record that are known.
const MEMBERS: [&str; 8] =
    ["publisher", "published", "updated", "uri", "licence", "title", "language", "encoding"];

impl DocumentMeta {
    /// The largest record read, in bytes.
    pub const MAX_BYTES: usize = 1 << 20;

    /// Reads the record of a report.
    ///
    /// # Assumptions
    /// Dates are `2025-03-12` or an RFC 3339 instant. Anything else ("2 hours ago") is kept as
    /// given with a note; it is never guessed. Members not listed here are left out with a note.
    ///
    /// # Errors
    /// Where the bytes are no JSON object, are too many, or a member is of another kind than text.
    ///
    /// # Example
    /// ```
    /// use seisin_source::DocumentMeta;
    /// let meta = DocumentMeta::from_json(br#"{"publisher": "Wire", "published": "2 hours ago"}"#)?;
    /// assert_eq!(meta.publisher.as_deref(), Some("Wire"));
    /// assert_eq!(meta.published, None);
    /// assert_eq!(meta.published_original_value.as_deref(), Some("2 hours ago"));
    /// assert_eq!(meta.notes.len(), 1);
    /// # Ok::<(), seisin_source::DocumentMetaError>(())
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentMetaError> {
        if bytes.len() > Self::MAX_BYTES {
            let (bytes, limit) = (bytes.len(), Self::MAX_BYTES);
            return Err(DocumentMetaError::TooLarge { bytes, limit });
        }
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        match serde_json::from_slice(bytes).map_err(|error| not_json(&error))? {
            Value::Object(members) => Self::from_members(members),
            other => Err(DocumentMetaError::NotAnObject { found: kind(&other) }),
        }
    }

    fn from_members(members: Map<String, Value>) -> Result<Self, DocumentMetaError> {
        let mut meta = Self::default();
        for (member, value) in members {
            meta.take_member(member, value)?;
        }
        Ok(meta)
    }

    fn take_member(&mut self, member: String, value: Value) -> Result<(), DocumentMetaError> {
        if !MEMBERS.contains(&member.as_str()) {
            self.note(
                ProblemKind::Note,
                format!("the record's member `{member}` is not known and was left out"),
            );
            return Ok(());
        }
        let text = match value {
            Value::Null => return Ok(()),
            Value::String(text) => text,
            other => return Err(DocumentMetaError::NotText { member, found: kind(&other) }),
        };
        match member.as_str() {
            "publisher" => self.publisher = Some(text),
            "uri" => self.uri = Some(text),
            "licence" => self.licence = Some(Licence(text)),
            "title" => self.title = Some(text),
            "language" => self.language = Some(text),
            "encoding" => self.encoding = Some(text),
            "published" => {
                (self.published, self.published_original_value) = self.date(&member, text);
            }
            _ => {
                (self.updated, self.updated_original_value) = self.date(&member, text);
            }
        }
        Ok(())
    }

    /// What `first` says, and where it is silent what `self` says.
    #[must_use]
    pub fn after(self, first: Self) -> Self {
        let mut notes = first.notes;
        notes.extend(self.notes);
        Self {
            publisher: first.publisher.or(self.publisher),
            published: first.published.or(self.published),
            published_original_value: first
                .published_original_value
                .or(self.published_original_value),
            updated: first.updated.or(self.updated),
            updated_original_value: first.updated_original_value.or(self.updated_original_value),
            uri: first.uri.or(self.uri),
            licence: first.licence.or(self.licence),
            title: first.title.or(self.title),
            language: first.language.or(self.language),
            encoding: first.encoding.or(self.encoding),
            retrieved: first.retrieved.or(self.retrieved),
            notes,
        }
    }

    /// Takes the dates as their source gives them.
    pub(crate) fn take_dates(&mut self, published: Option<String>, updated: Option<String>) {
        if let Some(text) = published {
            (self.published, self.published_original_value) = self.date("published", text);
        }
        if let Some(text) = updated {
            (self.updated, self.updated_original_value) = self.date("updated", text);
        }
    }

    fn date(&mut self, member: &str, text: String) -> (Option<Published>, Option<String>) {
        if let Some(date) = as_published(&text) {
            return (Some(date), None);
        }
        self.note(
            ProblemKind::UnplacedDate,
            format!(
                "the record's `{member}` is \"{text}\", which is neither a day such as 2025-03-12 nor an \
                 instant such as 2025-03-12T07:55:00Z; it is kept as given and not used as a date"
            ),
        );
        (None, Some(text))
    }

    fn note(&mut self, kind: ProblemKind, sentence: String) {
        self.notes.push(Problem { span: None, kind, sentence });
    }
}

fn not_json(error: &serde_json::Error) -> DocumentMetaError {
    let (line, column) = (error.line(), error.column());
    DocumentMetaError::NotJson { reason: crate::geojson::bare_reason(error), line, column }
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_is_taken_and_null_is_absent() {
        let meta = DocumentMeta::from_json(
            br#"{"publisher": "Wire", "published": "2030-01-15T18:00Z", "updated": null,
                 "uri": "https://example.org/a1", "licence": "CC BY 4.0", "rating": 5}"#,
        )
        .unwrap();
        assert_eq!(meta.published.unwrap().to_string(), "2030-01-15T18:00:00Z");
        assert_eq!(meta.updated, None);
        assert_eq!(meta.uri.as_deref(), Some("https://example.org/a1"));
        assert_eq!(meta.licence.unwrap().0, "CC BY 4.0");
        assert_eq!(meta.notes.len(), 1);
        assert!(meta.notes[0].sentence.contains("`rating`"), "{:?}", meta.notes);
    }

    #[test]
    fn what_is_no_record_is_refused_with_a_remedy() {
        let rows: [(&[u8], &str); 5] = [
            (b"", "EOF while parsing"),
            (b"[1]", "it is an array"),
            (b"{\"publisher\": 7}", "`publisher` is a number"),
            (b"{\"publisher\": \"\xff\"}", "line 1"),
            (b"{\"publisher\": \"a\",}", "trailing comma"),
        ];
        for (bytes, expected) in rows {
            let message = DocumentMeta::from_json(bytes).unwrap_err().to_string();
            assert!(message.contains(expected) && message.contains("\nhint: "), "{message}");
        }
        let large = vec![b' '; DocumentMeta::MAX_BYTES + 1];
        assert!(matches!(DocumentMeta::from_json(&large), Err(DocumentMetaError::TooLarge { .. })));
    }
}
