//! A report captured whole.

use crate::{
    article::take_article,
    document_meta::DocumentMeta,
    encoding::{Declared, Decoded, ToldBy, decode},
};
use seisin_core::{Digest, Document, Problem, ProblemKind, Timestamp};

/// A report as captured: what is known of it, its text, and the bytes it came in.
///
/// # Units
/// Every offset into a report counts Unicode code points of `text`.
///
/// # Assumptions
/// Plain text is `bytes` decoded and nothing else: no character is repaired, no line end changed,
/// and a leading byte order mark stays as the code point U+FEFF. Of a page, `text` is its headline
/// and its article as [`crate::article`] takes them from the decoded page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedDocument {
    /// What is known of it; its identity is the digest of `bytes`.
    pub document: Document,
    /// The text that offsets count.
    pub text: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// How the text came from the bytes.
    pub how: Captured,
    /// What the record beside it left open, what could not be decoded, one sentence each.
    pub notes: Vec<Problem>,
}

/// How a text came from its bytes, and what the source tells beside the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// What the bytes are.
    pub form: Form,
    /// The encoding they were read in, as the WHATWG names it.
    pub encoding: &'static str,
    /// Who said so.
    pub told_by: ToldBy,
    /// The headline.
    pub title: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// When somebody fetched it, as an archive says.
    pub retrieved: Option<Timestamp>,
}

/// What the bytes of one report are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Text without markup.
    Plain,
    /// A whole web page, of which the article is taken.
    Page,
    /// A passage in HTML without a page around it, such as a feed's: all of it is taken.
    Passage,
}

/// One report as a source hands it on: not yet decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name: the file's, or the archive's with the record.
    pub path: String,
    /// Its bytes as they came; they are kept.
    pub bytes: Vec<u8>,
    /// The report within them, where there is more: headers, a compressed body.
    pub body: Option<Vec<u8>>,
    /// What the report is.
    pub form: Form,
    /// The encoding that is named beside it, and by whom.
    pub charset: Option<(String, ToldBy)>,
    /// What is known of it.
    pub meta: DocumentMeta,
}

/// How much of one report is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaptureLimits {
    /// The largest report, in bytes.
    pub bytes: usize,
}

impl Default for CaptureLimits {
    /// 64 MiB: a thousand times the length of a long report.
    fn default() -> Self {
        Self { bytes: 64 << 20 }
    }
}

/// Why a report cannot be captured.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CaptureError {
    /// It is larger than the limit.
    #[error(
        "capture {path}: it has {bytes} bytes, more than the {limit} allowed\nhint: split the file into one file a report"
    )]
    TooLarge {
        /// Which report.
        path: String,
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
}

/// Captures one plain-text report, in whatever encoding it is.
///
/// # Assumptions
/// `path` is only a name here (`-` for standard input): nothing is opened.
///
/// # Errors
/// Where the bytes are more than the limit.
///
/// # Example
/// ```
/// use seisin_source::{CaptureLimits, DocumentMeta, capture_text};
/// let bytes = "Sarn: 400 mi²".to_owned().into_bytes();
/// let captured = capture_text("a1.txt", bytes, DocumentMeta::default(), CaptureLimits::default())?;
/// assert_eq!(captured.text.chars().count(), 13);
/// assert_eq!(captured.document.id, seisin_core::Digest::of(&captured.bytes));
/// # Ok::<(), seisin_source::CaptureError>(())
/// ```
pub fn capture_text(
    path: &str,
    bytes: Vec<u8>,
    meta: DocumentMeta,
    limits: CaptureLimits,
) -> Result<CapturedDocument, CaptureError> {
    Item::new(path, bytes, Form::Plain, meta).capture(limits)
}

impl Item {
    /// A report of which nothing but its bytes and what is known of it is there.
    pub fn new(path: &str, bytes: Vec<u8>, form: Form, meta: DocumentMeta) -> Self {
        Self { path: path.to_owned(), bytes, body: None, form, charset: None, meta }
    }

    /// Decodes the report and takes its text.
    ///
    /// # Errors
    /// Where the bytes are more than the limit.
    pub fn capture(self, limits: CaptureLimits) -> Result<CapturedDocument, CaptureError> {
        let body = self.body.as_ref().unwrap_or(&self.bytes);
        let bytes = body.len().max(self.bytes.len());
        if bytes > limits.bytes {
            let (path, limit) = (self.path, limits.bytes);
            return Err(CaptureError::TooLarge { path, bytes, limit });
        }
        let decoded = self.decoded(body);
        let mut notes = decoded.problems;
        let (text, meta) = match self.form {
            Form::Plain => (decoded.text, self.meta),
            Form::Page | Form::Passage => {
                // Places in the markup are none in the article.
                for note in &mut notes {
                    note.span = None;
                }
                take_article(self.form, &decoded.text, self.meta, &mut notes)
            }
        };
        let how = Captured {
            form: self.form,
            encoding: decoded.encoding,
            told_by: decoded.told_by,
            title: meta.title,
            language: meta.language,
            retrieved: meta.retrieved,
        };
        notes.extend(meta.notes);
        notes.extend(how.note());
        let document = Document {
            id: Digest::of(&self.bytes),
            path: self.path,
            uri: meta.uri,
            publisher: meta.publisher,
            published: meta.published,
            updated: meta.updated,
            licence: meta.licence,
            origin: None,
        };
        Ok(CapturedDocument { document, text, bytes: self.bytes, how, notes })
    }

    fn decoded(&self, body: &[u8]) -> Decoded {
        let sidecar = self.meta.encoding.as_deref().map(|label| (label, ToldBy::Sidecar));
        let beside = self.charset.as_ref().map(|(label, by)| (label.as_str(), *by));
        let inside = match self.form {
            Form::Plain => None,
            Form::Page | Form::Passage => crate::encoding::in_page(body),
        };
        let inside = inside.as_ref().map(|(label, by)| (label.as_str(), *by));
        let label = sidecar.or(beside).or(inside);
        decode(body, Declared { label, uri: self.meta.uri.as_deref() })
    }
}

impl Captured {
    /// What is worth keeping on record of how the text came about; nothing of plain UTF-8.
    fn note(&self) -> Option<Problem> {
        let mut parts = Vec::new();
        if self.form == Form::Page {
            parts.push(format!("the article was taken from a page by {}", crate::ARTICLE_READER));
        }
        if self.encoding != "UTF-8" && self.told_by != ToldBy::Detection {
            parts.push(format!(
                "the bytes were read as {}, {}",
                self.encoding,
                self.told_by.phrase()
            ));
        }
        parts.extend(self.title.as_ref().map(|title| format!("the headline is \"{title}\"")));
        parts.extend(self.language.as_ref().map(|tag| format!("the language is given as {tag}")));
        parts.extend(self.retrieved.map(|at| format!("it was retrieved at {at}")));
        let sentence = parts.join("; ");
        (!sentence.is_empty()).then_some(Problem { span: None, kind: ProblemKind::Note, sentence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn capture(bytes: &[u8]) -> CapturedDocument {
        let meta = DocumentMeta::default();
        capture_text("a.txt", bytes.to_vec(), meta, CaptureLimits::default()).unwrap()
    }

    #[test]
    fn the_text_is_the_bytes_decoded_and_nothing_else() {
        for text in ["", "\u{feff}Курск\r\n", "a\0b", "donโt", "e\u{301}"] {
            let captured = capture(text.as_bytes());
            assert_eq!(captured.text, text);
            assert_eq!(captured.document.id, Digest::of(text.as_bytes()));
            assert_eq!(captured.how.encoding, "UTF-8");
            assert_eq!(captured.notes, []);
        }
    }

    #[test]
    fn the_record_beside_a_report_names_its_encoding() {
        let record = br#"{"encoding": "koi8-u", "title": "Sarn", "language": "uk"}"#;
        let meta = DocumentMeta::from_json(record).unwrap();
        let captured =
            capture_text("a.txt", b"\xeb\xc9\xa7\xd7".to_vec(), meta, CaptureLimits::default())
                .unwrap();
        assert_eq!(captured.text, "Київ");
        assert_eq!((captured.how.encoding, captured.how.told_by), ("KOI8-U", ToldBy::Sidecar));
        let sentence = &captured.notes[0].sentence;
        assert_eq!(
            sentence,
            "the bytes were read as KOI8-U, as the record beside the report says; the headline is \
             \"Sarn\"; the language is given as uk"
        );
    }

    #[test]
    fn a_page_is_its_headline_and_its_article() {
        let article = "Arland says its forces hold more than 400 km&sup2; of Sarn. ".repeat(12);
        let page = format!(
            "<meta charset=utf-8><meta property=og:title content='Sarn — 14 January'>\
             <meta property=og:site_name content=Wire><nav><a href=/>Home</a></nav>\
             <article><p>{article}</p></article>"
        );
        let item = Item::new("a.html", page.into_bytes(), Form::Page, DocumentMeta::default());
        let captured = item.capture(CaptureLimits::default()).unwrap();
        assert!(captured.text.starts_with("Sarn — 14 January\n\nArland says"), "{}", captured.text);
        assert!(captured.text.contains("400 km² of Sarn") && !captured.text.contains("Home"));
        assert_eq!(captured.document.publisher.as_deref(), Some("Wire"));
        assert_eq!(captured.document.id, Digest::of(&captured.bytes));
    }

    #[test]
    fn a_report_over_the_limit_is_refused() {
        let limits = CaptureLimits { bytes: 3 };
        let refused = capture_text("a", b"four".to_vec(), DocumentMeta::default(), limits);
        assert!(matches!(refused, Err(CaptureError::TooLarge { bytes: 4, limit: 3, .. })));
    }

    proptest! {
        #[test]
        fn any_bytes_are_captured_and_kept(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            for form in [Form::Plain, Form::Page, Form::Passage] {
                let item = Item::new("a", bytes.clone(), form, DocumentMeta::default());
                let captured = item.capture(CaptureLimits::default()).unwrap();
                prop_assert_eq!(&captured.bytes, &bytes);
                let length = captured.text.chars().count();
                for span in captured.notes.iter().filter_map(|note| note.span) {
                    prop_assert!(span.end <= length);
                }
            }
        }
    }
}
