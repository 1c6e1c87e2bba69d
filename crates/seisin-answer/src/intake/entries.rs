//! Offers and answers written down by hand, as reports of their own.

use super::reports::ReportRead;
use seisin_core::{Published, Reading};
use seisin_exchange::{EntryFault, entries, entry_claim, entry_value};
use seisin_source::{CaptureError, CaptureLimits, DocumentMeta, capture_text};

/// What the path of a record begins with: such a report is nobody's copy.
pub(crate) const BY_HAND: &str = "written down: ";

/// Why a record was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EntryError {
    /// What it says is no offer and no answer.
    #[error("take record {number}: {fault}")]
    Fault {
        /// The record's place in the file, from 1.
        number: usize,
        /// What is wrong.
        fault: EntryFault,
    },
    /// It has no publication date that is one.
    #[error("take record {number}: `{value}` is no date\nhint: published: 2030-01-14")]
    Published {
        /// The record's place in the file, from 1.
        number: usize,
        /// What stands there.
        value: String,
    },
    /// It is too long.
    #[error(transparent)]
    Capture(#[from] CaptureError),
}

/// The records of a text, each as a report with one claim: all of them, or none.
///
/// # Errors
/// [`EntryError`] for the first that is no record.
pub fn read_entries(text: &str, path: &str) -> Result<Vec<ReportRead>, EntryError> {
    entries(text).iter().zip(1..).map(|(words, number)| read_entry(words, path, number)).collect()
}

fn read_entry(words: &str, path: &str, number: usize) -> Result<ReportRead, EntryError> {
    let value = |key: &str| entry_value(words, key).map(str::to_owned);
    let day =
        |value: String| Published::parse(&value).ok_or(EntryError::Published { number, value });
    let published = value("published").map(day).transpose()?;
    let meta = DocumentMeta {
        publisher: value("source"),
        published,
        uri: value("uri"),
        ..DocumentMeta::default()
    };
    let path = format!("{BY_HAND}{path}#{number}");
    let bytes = words.as_bytes().to_vec();
    let captured = capture_text(&path, bytes, meta, CaptureLimits::default())?;
    let claim = entry_claim(&captured.document, &captured.text)
        .map_err(|fault| EntryError::Fault { number, fault })?;
    let reading = Reading { claims: vec![claim], problems: Vec::new() };
    Ok(ReportRead { captured, reading })
}
