//! Feeds: one report an entry.

use super::{ItemError, each::Source, reader::all};
use crate::{Declared, DocumentMeta, Form, Item, ToldBy, decode, html};
use feed_rs::model::{Entry, Feed, Text};
use quick_xml::events::Event;
use seisin_core::{Licence, Published, Timestamp};
use std::{io::BufRead, ops::ControlFlow};

/// How deep the elements of a feed may stand inside each other.
const MAX_DEPTH: usize = 128;
const HINT: &str = "it must be RSS, Atom or JSON Feed; a web page is read with --input-format html";

pub(super) fn read(
    source: &mut Source<'_, '_>,
    mut reader: Box<dyn BufRead + '_>,
) -> ControlFlow<()> {
    let place = source.name.to_owned();
    let bytes = match all(&mut reader, source.limits.item_bytes) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            return source.refuse(ItemError::TooLarge { place, limit: source.limits.item_bytes });
        }
        Err(error) => return source.broken(place, &error),
    };
    let text = decoded(&bytes, source.meta);
    let broken = |reason: String| ItemError::Broken { place: place.clone(), reason, hint: HINT };
    let entries = match entries(&text) {
        Ok(entries) => entries,
        Err(reason) => return source.refuse(broken(reason)),
    };
    let feed = match feed_rs::parser::Builder::new()
        .id_generator(|_, _, _| String::new())
        .build()
        .parse(text.as_bytes())
    {
        Ok(feed) => feed,
        Err(error) => return source.refuse(broken(format!("it is no feed: {error}"))),
    };
    let whose = of_feed(&feed).after(source.meta.clone());
    for (number, entry) in feed.entries.iter().enumerate() {
        let raw = if entries.len() == feed.entries.len() { entries.get(number) } else { None };
        let path = format!("{}#{}", source.name, number + 1);
        match item(path, entry, raw.map(String::as_str), &whose) {
            Ok(item) => source.hand(item)?,
            Err(error) => source.refuse(error)?,
        }
    }
    ControlFlow::Continue(())
}

/// The feed as text, without the XML declaration that named its encoding.
fn decoded(bytes: &[u8], meta: &DocumentMeta) -> String {
    let inside = crate::encoding::in_page(bytes);
    let sidecar = meta.encoding.as_deref().map(|label| (label, ToldBy::Sidecar));
    let label = sidecar.or(inside.as_ref().map(|(label, by)| (label.as_str(), *by)));
    let text = decode(bytes, Declared { label, uri: meta.uri.as_deref() }).text;
    let start = crate::encoding::xml_declaration_end(text.as_bytes()).unwrap_or(0);
    text.get(start..).unwrap_or(&text).trim_start_matches('\u{feff}').to_owned()
}

/// The markup of each entry, in order; empty for a feed in JSON.
fn entries(text: &str) -> Result<Vec<String>, String> {
    if text.trim_start().starts_with('{') {
        return Ok(Vec::new());
    }
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let (mut found, mut depth, mut start) = (Vec::new(), 0_usize, None);
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|error| format!("it is no XML: {error}"))?;
        let after = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(format!(
                        "its elements stand more than {MAX_DEPTH} deep in each other"
                    ));
                }
                if start.is_none() && matches!(tag.local_name().as_ref(), "item" | "entry") {
                    start = Some((before, depth));
                }
            }
            Event::End(_) => {
                if let Some((from, _)) = start.filter(|(_, at)| *at == depth) {
                    found.push(text.get(from..after).unwrap_or_default().to_owned());
                    start = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn of_feed(feed: &Feed) -> DocumentMeta {
    DocumentMeta {
        publisher: feed.title.as_ref().map(words),
        language: feed.language.clone(),
        licence: feed.rights.as_ref().map(|rights| Licence(words(rights))),
        ..DocumentMeta::default()
    }
}

fn item(
    path: String,
    entry: &Entry,
    raw: Option<&str>,
    feed: &DocumentMeta,
) -> Result<Item, ItemError> {
    let content = entry
        .content
        .as_ref()
        .and_then(|content| Some((content.body.clone()?, content.content_type.to_string())));
    let summary =
        || entry.summary.as_ref().map(|text| (text.content.clone(), text.content_type.to_string()));
    let title = entry.title.as_ref().map(words).filter(|title| !title.is_empty());
    let Some((body, kind)) =
        content.or_else(summary).or_else(|| Some((title.clone()?, "text/plain".to_owned())))
    else {
        let reason = "it has no content, no summary and no title".to_owned();
        return Err(ItemError::Malformed {
            place: path,
            reason,
            hint: "read the pages it links to instead",
        });
    };
    let at = |seconds: i64| Timestamp::from_second(seconds).ok().map(Published::At);
    let said = DocumentMeta {
        title,
        uri: entry
            .links
            .iter()
            .find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"))
            .map(|link| link.href.clone()),
        published: entry.published.and_then(|date| at(date.timestamp())),
        updated: entry.updated.and_then(|date| at(date.timestamp())),
        language: entry.language.clone(),
        licence: entry.rights.as_ref().map(|rights| Licence(words(rights))),
        ..DocumentMeta::default()
    };
    // Feeds escape markup in what they call text as often as not.
    let form = if kind.contains("html") || body.contains("</") || body.contains("/>") {
        Form::Passage
    } else {
        Form::Plain
    };
    Ok(Item {
        path,
        bytes: raw.unwrap_or(&body).as_bytes().to_vec(),
        body: Some(body.into_bytes()),
        form,
        charset: Some(("utf-8".to_owned(), ToldBy::Form)),
        meta: feed.clone().after(said),
    })
}

/// The words of a title, markup removed.
fn words(text: &Text) -> String {
    html::passage_text(&text.content).replace("\n\n", " ")
}
