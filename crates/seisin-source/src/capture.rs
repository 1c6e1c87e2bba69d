//! A report captured whole.

use crate::document_meta::DocumentMeta;
use seisin_core::{Digest, Document, Problem};

/// A report as captured: what is known of it, its text, and the bytes it came in.
///
/// # Units
/// Every offset into a report counts Unicode code points of `text`.
///
/// # Assumptions
/// `text` is `bytes` decoded and nothing else: no character is repaired, no line end changed, and
/// a leading byte order mark stays as the code point U+FEFF, so that decoding `bytes` anew always
/// gives the text that the offsets count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedDocument {
    /// What is known of it; its identity is the digest of `bytes`.
    pub document: Document,
    /// The text exactly as decoded.
    pub text: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// What the record beside it left open, one sentence each.
    pub notes: Vec<Problem>,
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
    /// Its bytes are not UTF-8.
    #[error("capture {path}: it is not UTF-8 text, byte {offset} is 0x{byte:02X}\nhint: {hint}")]
    NotUtf8 {
        /// Which report.
        path: String,
        /// The offset of the first byte that is not UTF-8, from 0.
        offset: usize,
        /// That byte.
        byte: u8,
        /// What to do.
        hint: &'static str,
    },
}

/// Captures one plain-text report in UTF-8.
///
/// # Assumptions
/// `path` is only a name here (`-` for standard input): nothing is opened.
///
/// # Errors
/// Where the bytes are more than the limit or are not UTF-8; the message names the first byte that
/// is not.
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
    if bytes.len() > limits.bytes {
        let (bytes, limit) = (bytes.len(), limits.bytes);
        return Err(CaptureError::TooLarge { path: path.to_owned(), bytes, limit });
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => return Err(not_utf8(path, &bytes, error.valid_up_to())),
    };
    let document = Document {
        id: Digest::of(&bytes),
        path: path.to_owned(),
        uri: meta.uri,
        publisher: meta.publisher,
        published: meta.published,
        updated: meta.updated,
        licence: meta.licence,
        origin: None,
    };
    Ok(CapturedDocument { document, text, bytes, notes: meta.notes })
}

fn not_utf8(path: &str, bytes: &[u8], offset: usize) -> CaptureError {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let hint = if wide {
        "the file begins as UTF-16 does; convert it: iconv -f UTF-16 -t UTF-8 FILE > FILE.txt"
    } else {
        "convert it from the encoding it was saved in, for instance: iconv -f WINDOWS-1251 -t UTF-8 FILE > FILE.txt"
    };
    let byte = bytes.get(offset).copied().unwrap_or_default();
    CaptureError::NotUtf8 { path: path.to_owned(), offset, byte, hint }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn capture(bytes: &[u8]) -> Result<CapturedDocument, CaptureError> {
        capture_text("a.txt", bytes.to_vec(), DocumentMeta::default(), CaptureLimits::default())
    }

    #[test]
    fn the_text_is_the_bytes_decoded_and_nothing_else() {
        for text in ["", "\u{feff}Курск\r\n", "a\0b", "donโt", "e\u{301}"] {
            let captured = capture(text.as_bytes()).unwrap();
            assert_eq!(captured.text, text);
            assert_eq!(captured.document.id, Digest::of(text.as_bytes()));
        }
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_is_named() {
        let message = capture(b"Kursk \xd1\xff").unwrap_err().to_string();
        assert!(message.starts_with("capture a.txt: it is not UTF-8 text, byte 6 is 0xD1"));
        let message = capture(b"\xff\xfeK\0").unwrap_err().to_string();
        assert!(message.contains("iconv -f UTF-16"), "{message}");
    }

    #[test]
    fn a_report_over_the_limit_is_refused() {
        let limits = CaptureLimits { bytes: 3 };
        let refused = capture_text("a", b"four".to_vec(), DocumentMeta::default(), limits);
        assert!(matches!(refused, Err(CaptureError::TooLarge { bytes: 4, limit: 3, .. })));
    }

    proptest! {
        #[test]
        fn any_bytes_are_captured_whole_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Ok(captured) = capture(&bytes) {
                prop_assert_eq!(captured.text.as_bytes(), bytes.as_slice());
            }
        }
    }
}
