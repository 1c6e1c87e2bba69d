//! Every report of one source, handed on one at a time.

use super::{
    InputFormat, ItemError, SourceLimits, SourceReader, feed, jsonl,
    reader::{EXPANDS, unpacked},
    single, wacz, warc,
};
use crate::{DocumentMeta, Form, Item};
use std::{
    io::{self, BufRead, Read, Seek as _, SeekFrom},
    ops::ControlFlow,
};

/// What takes the reports of a source, and what could not be taken; it may stop the reading.
pub type Taken<'a> = dyn FnMut(Result<Item, ItemError>) -> ControlFlow<()> + 'a;

/// Hands on every report of a source, one at a time, in the order of the source.
///
/// # Assumptions
/// `name` is how the source is called in output, `-` for standard input. Nothing larger than one
/// report is ever in memory. What a feed, a line or a record says of a report goes before `meta`; what `meta` says
/// goes before what a page says of itself.
///
/// # Errors
/// None: what cannot be taken is handed on as an [`ItemError`] that names the place.
///
/// # Example
/// ```
/// use seisin_source::{DocumentMeta, SourceLimits, SourceReader, each_item};
/// let lines = "{\"text\": \"Arland holds Sarn.\"}\n{}\n";
/// let reader = SourceReader::Stream(Box::new(lines.as_bytes()));
/// let mut paths = Vec::new();
/// let (limits, meta) = (SourceLimits::default(), DocumentMeta::default());
/// each_item("wire.jsonl", reader, None, (&limits, &meta), &mut |item| {
///     paths.push(item.map_or_else(|error| error.place().to_owned(), |item| item.path));
///     std::ops::ControlFlow::Continue(())
/// });
/// assert_eq!(paths, ["wire.jsonl#1", "wire.jsonl#2"]);
/// ```
pub fn each_item(
    name: &str,
    reader: SourceReader,
    format: Option<InputFormat>,
    settings: (&SourceLimits, &DocumentMeta),
    take: &mut Taken<'_>,
) {
    let mut source = Source { name, limits: settings.0, meta: settings.1, take, items: 0 };
    let _ = source.open(reader, format);
}

/// A source being read.
pub(super) struct Source<'a, 'b> {
    pub(super) name: &'a str,
    pub(super) limits: &'a SourceLimits,
    pub(super) meta: &'a DocumentMeta,
    take: &'a mut Taken<'b>,
    items: usize,
}

impl Source<'_, '_> {
    fn open(&mut self, reader: SourceReader, format: Option<InputFormat>) -> ControlFlow<()> {
        match reader {
            SourceReader::Stream(reader) => self.read(reader, format),
            SourceReader::File(mut file) => {
                let mut head = [0; 4];
                let packed = read_head(&mut *file, &mut head).and_then(|read| {
                    file.seek(SeekFrom::Start(0))?;
                    Ok(head.get(..read) == Some(b"PK\x03\x04"))
                });
                match packed {
                    Ok(true) if format.is_none_or(|format| format == InputFormat::Wacz) => {
                        wacz::read(self, file)
                    }
                    Ok(_) => self.read(file, format),
                    Err(error) => self.broken(self.name.to_owned(), &error),
                }
            }
        }
    }

    fn read(&mut self, reader: impl Read, format: Option<InputFormat>) -> ControlFlow<()> {
        let mut reader = match unpacked(Box::new(reader), self.limits) {
            Ok(reader) => reader,
            Err(error) => return self.broken(self.name.to_owned(), &error),
        };
        let format = match format {
            Some(format) => format,
            None => match reader.fill_buf() {
                Ok(head) => InputFormat::detect(
                    self.name,
                    head.get(..InputFormat::HEAD.min(head.len())).unwrap_or_default(),
                ),
                Err(error) => return self.broken(self.name.to_owned(), &error),
            },
        };
        self.read_as(reader, format)
    }

    /// Reads what is no packed archive.
    pub(super) fn read_as(
        &mut self,
        reader: Box<dyn BufRead + '_>,
        format: InputFormat,
    ) -> ControlFlow<()> {
        match format {
            InputFormat::Text => single::read(self, reader, Form::Plain),
            InputFormat::Html => single::read(self, reader, Form::Page),
            InputFormat::Feed => feed::read(self, reader),
            InputFormat::Jsonl => jsonl::read(self, reader),
            InputFormat::Warc => warc::read(self, reader),
            InputFormat::Wacz => self.refuse(ItemError::Broken {
                place: self.name.to_owned(),
                reason: "a packed web archive has to be read back and forth".to_owned(),
                hint: "save it as a file and name the file",
            }),
        }
    }

    /// Hands on one report.
    pub(super) fn hand(&mut self, item: Item) -> ControlFlow<()> {
        self.items += 1;
        if self.items > self.limits.items {
            let (place, limit) = (self.name.to_owned(), self.limits.items);
            return self.refuse(ItemError::TooMany { place, limit });
        }
        (self.take)(Ok(item))
    }

    /// Hands on why a report, or the rest, cannot be taken.
    pub(super) fn refuse(&mut self, error: ItemError) -> ControlFlow<()> {
        let ends = error.ends_source();
        (self.take)(Err(error))?;
        if ends { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Reads an archive inside this source, under its own name.
    pub(super) fn within(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Source<'_, '_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Self { limits, meta, items, .. } = *self;
        let mut inner = Source { name, limits, meta, take: &mut *self.take, items };
        let flow = read(&mut inner);
        self.items = inner.items;
        flow
    }

    /// Ends the source where it cannot be read on.
    pub(super) fn broken(&mut self, place: String, error: &io::Error) -> ControlFlow<()> {
        let reason = error.to_string();
        self.refuse(if reason.contains(EXPANDS) {
            ItemError::Expands { place, limit: self.limits.expansion }
        } else {
            let hint = "the file is cut off or damaged; fetch it again";
            ItemError::Broken { place, reason, hint }
        })
    }
}

fn read_head(file: &mut dyn Read, head: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while let Some(rest) = head.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}
