//! From the JSON reader's refusal to ours, with the byte named.

use super::error::MapFileError;
use serde_json::error::Category;

/// The refusal for `error`, met while reading `bytes`.
pub(super) fn refusal(error: &serde_json::Error, bytes: &[u8], skipped: usize) -> MapFileError {
    let (line, column) = (error.line(), error.column());
    let offset = offset_of(bytes, line, column);
    let reason = bare_reason(error);
    if error.classify() == Category::Data {
        return MapFileError::NotGeoJson { reason, offset: offset + skipped, line, column };
    }
    let hint = hint_for(bytes, offset, error.is_eof());
    MapFileError::NotJson { reason, offset: offset + skipped, line, column, hint }
}

/// The reader's words without the place, which we name ourselves.
pub(crate) fn bare_reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message.get(..end).unwrap_or(&message).to_owned(),
        None => message,
    }
}

fn hint_for(bytes: &[u8], offset: usize, at_end: bool) -> &'static str {
    let near = bytes.get(offset.saturating_sub(4)..(offset + 9).min(bytes.len()));
    let near = near.unwrap_or_default();
    let names = [b"NaN".as_slice(), b"Infinity", b"nan", b"inf"];
    if names.iter().any(|name| near.windows(name.len()).any(|window| window == *name)) {
        "JSON has no NaN or Infinity: the program that wrote the file lost a coordinate; leave the feature out or draw it anew"
    } else if at_end {
        "the file ends too early: fetch it again"
    } else {
        "a map file is one JSON text in UTF-8; check that it was fetched whole and is not a web page"
    }
}

/// The offset of a line and column; both count from 1, the column in bytes.
fn offset_of(bytes: &[u8], line: usize, column: usize) -> usize {
    let start = if line <= 1 {
        0
    } else {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        ends.map(|(index, _)| index + 1).nth(line - 2).unwrap_or(bytes.len())
    };
    (start + column.saturating_sub(1)).min(bytes.len())
}
