//! One JSON object a line, one report each.

use super::{ItemError, each::Source};
use crate::{DocumentMeta, Form, Item, ToldBy};
use seisin_core::Licence;
use serde_json::{Map, Value};
use std::{
    io::{self, BufRead},
    ops::ControlFlow,
};

const HINT: &str = "a line is one object with `text` or `html`, and, if known, uri, publisher, \
                    published, updated, title, language, licence";

pub(super) fn read(
    source: &mut Source<'_, '_>,
    mut reader: Box<dyn BufRead + '_>,
) -> ControlFlow<()> {
    let mut number = 0_u64;
    loop {
        number += 1;
        let place = format!("{}#{number}", source.name);
        let line = match line(&mut *reader, source.limits.item_bytes) {
            Ok(Line::End) => return ControlFlow::Continue(()),
            Ok(Line::Bytes(line)) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(Line::Bytes(line)) => item(&place, line, source.meta),
            Ok(Line::TooLong) => {
                Err(ItemError::TooLarge { place, limit: source.limits.item_bytes })
            }
            Err(error) => return source.broken(place, &error),
        };
        match line {
            Ok(item) => source.hand(item)?,
            Err(error) => source.refuse(error)?,
        }
    }
}

enum Line {
    End,
    Bytes(Vec<u8>),
    TooLong,
}

/// The next line without its end; one longer than `limit` is passed over.
fn line(reader: &mut dyn BufRead, limit: usize) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let mut length = 0_usize;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() && length == 0 {
            return Ok(Line::End);
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let taken = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
        length = length.saturating_add(taken.len());
        if length <= limit {
            bytes.extend_from_slice(taken);
        }
        let ended = end.is_some() || buffer.is_empty();
        let used = taken.len() + usize::from(end.is_some());
        length += usize::from(end.is_some() && length == 0);
        reader.consume(used);
        if ended {
            return Ok(if length > limit { Line::TooLong } else { Line::Bytes(bytes) });
        }
    }
}

fn item(place: &str, line: Vec<u8>, meta: &DocumentMeta) -> Result<Item, ItemError> {
    let wrong =
        |reason: String| ItemError::Malformed { place: place.to_owned(), reason, hint: HINT };
    let bytes = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line);
    let mut members: Map<String, Value> = serde_json::from_slice(bytes).map_err(|error| {
        wrong(format!("it is no JSON object: {}", crate::geojson::bare_reason(&error)))
    })?;
    let (form, body) = match (members.remove("text"), members.remove("html")) {
        (Some(Value::String(text)), _) => (Form::Plain, text),
        (None | Some(Value::Null), Some(Value::String(html))) => (Form::Page, html),
        _ => return Err(wrong("it has neither `text` nor `html` as a text".to_owned())),
    };
    let said = said(&members);
    Ok(Item {
        path: place.to_owned(),
        body: Some(body.into_bytes()),
        bytes: line,
        form,
        charset: Some(("utf-8".to_owned(), ToldBy::Form)),
        meta: meta.clone().after(said),
    })
}

/// What a line says of its report; members not known are passed over.
fn said(members: &Map<String, Value>) -> DocumentMeta {
    let word = |names: &[&str]| {
        let value = names.iter().find_map(|name| members.get(*name)?.as_str());
        value.map(str::to_owned)
    };
    let mut meta = DocumentMeta {
        publisher: word(&["publisher"]),
        uri: word(&["uri", "url"]),
        licence: word(&["licence", "license"]).map(Licence),
        title: word(&["title"]),
        language: word(&["language"]),
        ..DocumentMeta::default()
    };
    meta.take_dates(word(&["published"]), word(&["updated"]));
    meta
}
