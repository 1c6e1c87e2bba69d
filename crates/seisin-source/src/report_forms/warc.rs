//! Web archives: the pages and texts in them, by their records.

use super::{
    ItemError,
    each::Source,
    http::{self, Unusable},
    reader::Metered,
};
use crate::{DocumentMeta, Form, Item, ToldBy};
use seisin_core::Timestamp;
use std::{
    cell::Cell,
    io::{BufRead, Read},
    ops::ControlFlow,
    rc::Rc,
};
use warc::{Error, Record, RecordType, StreamingBody, WarcHeader, WarcReader};

/// The longest header of a record, in bytes.
const MAX_HEADER: usize = 1 << 20;
const HINT: &str = "the archive is cut off or damaged there; fetch it again";

pub(super) fn read(source: &mut Source<'_, '_>, reader: Box<dyn BufRead + '_>) -> ControlFlow<()> {
    let left = Rc::new(Cell::new(MAX_HEADER));
    let mut archive = WarcReader::new(Metered::new(reader, left.clone()));
    let mut records = archive.stream_records();
    let mut number = 0_u64;
    loop {
        number += 1;
        left.set(MAX_HEADER);
        let place = format!("{}, record {number}", source.name);
        match records.next_item() {
            None => return ControlFlow::Continue(()),
            Some(Ok(record)) => one(source, record, &place)?,
            Some(Err(Error::ReadData(error))) => return source.broken(place, &error),
            // The length of the record is known, so that the next one can be found.
            Some(Err(error @ (Error::MissingHeader(_) | Error::MalformedHeader(..)))) => {
                let reason = error.to_string().to_lowercase();
                source.refuse(ItemError::Malformed { place, reason, hint: HINT })?;
            }
            Some(Err(Error::UnexpectedEOB)) => {
                let reason = "it ends within the record before".to_owned();
                return source.refuse(ItemError::Broken { place, reason, hint: HINT });
            }
            Some(Err(_)) => {
                let reason = "no WARC header stands there".to_owned();
                return source.refuse(ItemError::Broken { place, reason, hint: HINT });
            }
        }
    }
}

/// What a record holds, if it is a page or a text.
enum Holds {
    Answer,
    Payload(Form),
}

fn one<R: Read>(
    source: &mut Source<'_, '_>,
    record: Record<StreamingBody<'_, R>>,
    place: &str,
) -> ControlFlow<()> {
    let content_type = header(&record, WarcHeader::ContentType);
    let holds = match record.warc_type() {
        RecordType::Response if content_type.starts_with("application/http") => Holds::Answer,
        RecordType::Response | RecordType::Resource | RecordType::Conversion
            if http::is_text(&content_type) =>
        {
            Holds::Payload(form_of(&content_type))
        }
        _ => return ControlFlow::Continue(()),
    };
    let id = record.warc_id().trim_matches(['<', '>']).to_owned();
    let path = format!("{}#{id}", source.name);
    let limit = source.limits.item_bytes;
    if usize::try_from(record.content_length()).map_or(true, |length| length > limit) {
        return source.refuse(ItemError::TooLarge { place: format!("{place} ({id})"), limit });
    }
    let meta = source.meta.clone().after(meta(&record));
    let mut block = Vec::new();
    let mut record = record;
    if let Err(error) = record.read_to_end(&mut block) {
        return source.broken(place.to_owned(), &error);
    }
    match holds {
        Holds::Payload(form) => {
            let charset = charset(&content_type);
            source.hand(Item { path, bytes: block, body: None, form, charset, meta })
        }
        Holds::Answer => answer(source, path, block, meta),
    }
}

fn answer(
    source: &mut Source<'_, '_>,
    path: String,
    block: Vec<u8>,
    meta: DocumentMeta,
) -> ControlFlow<()> {
    let limit = source.limits.item_bytes;
    let wrong = |reason: String, place: String| {
        let hint = "the page can be saved from a browser and read as a file";
        ItemError::Malformed { place, reason, hint }
    };
    match http::answer(&block, limit) {
        Ok(answer) if answer.status == 200 && http::is_text(&answer.content_type) => {
            let form = form_of(&answer.content_type);
            let charset = charset(&answer.content_type);
            source.hand(Item { path, bytes: block, body: Some(answer.body), form, charset, meta })
        }
        Ok(_) => ControlFlow::Continue(()),
        Err(Unusable::NoAnswer) => {
            source.refuse(wrong("its block is no answer of a web server".to_owned(), path))
        }
        Err(Unusable::Packed(reason)) => source.refuse(wrong(reason, path)),
        Err(Unusable::TooLarge) => source.refuse(ItemError::TooLarge { place: path, limit }),
    }
}

fn form_of(content_type: &str) -> Form {
    if http::kind(content_type) == "text/plain" { Form::Plain } else { Form::Page }
}

fn charset(content_type: &str) -> Option<(String, ToldBy)> {
    crate::encoding::http_charset(content_type).map(|label| (label, ToldBy::Http))
}

fn header<R: Read>(record: &Record<StreamingBody<'_, R>>, name: WarcHeader) -> String {
    record.header(name).map(|value| value.trim().to_owned()).unwrap_or_default()
}

fn meta<R: Read>(record: &Record<StreamingBody<'_, R>>) -> DocumentMeta {
    let uri = header(record, WarcHeader::TargetURI);
    let uri = uri.trim_matches(['<', '>']).to_owned();
    DocumentMeta {
        uri: Some(uri).filter(|uri| !uri.is_empty()),
        retrieved: Timestamp::from_second(record.date().timestamp()).ok(),
        ..DocumentMeta::default()
    }
}
