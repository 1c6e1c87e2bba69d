//! Reports from files, folders and standard input, in order, a bounded number at a time.

use super::{inputs, progress};
use crate::{args::ReportsArgs, exit::Failure};
use indicatif::ProgressBar;
use seisin_core::Published;
use seisin_source::{
    CaptureLimits, CapturedDocument, DocumentMeta, InputFormat, Item, ItemError, SourceLimits,
    SourceReader, each_item,
};
use std::{
    fs::File,
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread::JoinHandle,
};

/// How many reports are worked on at a time, and recorded together.
const AT_ONCE: usize = 256;
/// How many bytes of reports are worked on at a time, but for a single larger one.
const BYTES_AT_ONCE: usize = 16 << 20;

/// What stands at one place of a source.
pub(crate) type Sourced = Result<Item, ItemError>;

/// The reports that a command line names, read by a thread of their own while others are worked on.
pub(crate) struct Sources {
    batches: Receiver<Result<Vec<Sourced>, Failure>>,
    thread: Option<JoinHandle<()>>,
    bar: ProgressBar,
}

/// What the command line says of reports that say nothing themselves.
#[derive(Debug, Clone)]
pub(crate) struct Defaults {
    publisher: Option<String>,
    published: Option<Published>,
}

impl Sources {
    /// Begins to read.
    ///
    /// # Errors
    /// Fails for inputs that are not there.
    pub(crate) fn open(args: &ReportsArgs, what: &'static str) -> Result<Self, Failure> {
        let files = inputs::files(&args.inputs, &InputFormat::NAME_ENDINGS)?;
        let total = files.iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum();
        let bar = progress::bytes_bar(total, what);
        let (sender, batches) = sync_channel(1);
        let (format, bytes) = (args.input_format, bar.clone());
        let thread = std::thread::spawn(move || read_all(&files, format, &bytes, sender));
        Ok(Self { batches, thread: Some(thread), bar })
    }

    /// The next reports in order; `None` at the end.
    ///
    /// # Errors
    /// Fails for a file that cannot be opened.
    pub(crate) fn next_batch(&mut self) -> Result<Option<Vec<Sourced>>, Failure> {
        if let Ok(batch) = self.batches.recv() {
            return batch.map(Some);
        }
        self.bar.finish_and_clear();
        let ended = self.thread.take().map(JoinHandle::join);
        if let Some(Err(panic)) = ended {
            std::panic::resume_unwind(panic);
        }
        Ok(None)
    }
}

impl Defaults {
    /// What `args` say.
    ///
    /// # Errors
    /// Fails for a `--published` that is no date.
    pub(crate) fn of(args: &ReportsArgs) -> Result<Self, Failure> {
        let published = args.published.as_deref().map(published).transpose()?;
        Ok(Self { publisher: args.publisher.clone(), published })
    }

    /// A report's text, with what the command line says of it where it says nothing itself.
    pub(crate) fn capture(&self, sourced: Sourced) -> Result<CapturedDocument, Refused> {
        let item = sourced.map_err(|error| Refused::from(&error))?;
        let place = item.path.clone();
        let mut captured = item
            .capture(CaptureLimits::default())
            .map_err(|error| Refused { place, sentence: error.to_string() })?;
        let document = &mut captured.document;
        document.publisher = document.publisher.take().or_else(|| self.publisher.clone());
        document.published = document.published.or(self.published);
        Ok(captured)
    }
}

/// A report that could not be taken.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    /// The file, line or record.
    pub(crate) place: String,
    /// Why, fit to follow "failed to ".
    pub(crate) sentence: String,
}

impl From<&ItemError> for Refused {
    fn from(error: &ItemError) -> Self {
        Self { place: error.place().to_owned(), sentence: error.to_string() }
    }
}

fn published(text: &str) -> Result<Published, Failure> {
    Published::parse(text).ok_or_else(|| {
        Failure::Usage(format!(
            "--published `{text}` is neither a day nor an instant\nhint: write it as 2025-03-12"
        ))
    })
}

/// Batches on their way to whoever works on them.
struct Sending {
    sender: SyncSender<Result<Vec<Sourced>, Failure>>,
    batch: Vec<Sourced>,
    bytes: usize,
}

/// When reports are sent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// In batches of the same size each time.
    Even,
    /// As soon as somebody waits for them.
    Live,
}

fn read_all(
    files: &[PathBuf],
    format: Option<InputFormat>,
    bar: &ProgressBar,
    sender: SyncSender<Result<Vec<Sourced>, Failure>>,
) {
    let mut sending = Sending { sender, batch: Vec::new(), bytes: 0 };
    for file in files {
        match one(file, format, bar, &mut sending) {
            Ok(ControlFlow::Continue(())) => {}
            Ok(ControlFlow::Break(())) => return,
            Err(failure) => {
                let _ = sending.flush();
                let _ = sending.sender.send(Err(failure));
                return;
            }
        }
    }
    let _ = sending.flush();
}

fn one(
    file: &Path,
    format: Option<InputFormat>,
    bar: &ProgressBar,
    sending: &mut Sending,
) -> Result<ControlFlow<()>, Failure> {
    let meta = meta_beside(file)?.unwrap_or_default();
    let name = file.display().to_string();
    let pace = if name == "-" { Pace::Live } else { Pace::Even };
    let reader = if pace == Pace::Live {
        SourceReader::Stream(Box::new(io::stdin()))
    } else {
        let opened =
            File::open(file).map_err(|error| Failure::to(&format!("read {name}"), &error))?;
        SourceReader::File(Box::new(bar.wrap_read(opened)))
    };
    let mut flow = ControlFlow::Continue(());
    each_item(&name, reader, format, (&SourceLimits::default(), &meta), &mut |sourced| {
        flow = sending.push(sourced, pace);
        flow
    });
    Ok(flow)
}

impl Sending {
    /// Adds one report.
    fn push(&mut self, sourced: Sourced, pace: Pace) -> ControlFlow<()> {
        self.bytes += sourced.as_ref().map_or(0, |item| item.bytes.len());
        self.batch.push(sourced);
        let full = self.batch.len() >= AT_ONCE || self.bytes >= BYTES_AT_ONCE;
        if !full && pace == Pace::Even {
            return ControlFlow::Continue(());
        }
        if full {
            return self.flush();
        }
        match self.sender.try_send(Ok(std::mem::take(&mut self.batch))) {
            Ok(()) => self.bytes = 0,
            Err(TrySendError::Full(batch)) => self.batch = batch.unwrap_or_default(),
            Err(TrySendError::Disconnected(_)) => return ControlFlow::Break(()),
        }
        ControlFlow::Continue(())
    }

    fn flush(&mut self) -> ControlFlow<()> {
        self.bytes = 0;
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() || self.sender.send(Ok(batch)).is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

/// What `NAME.meta.json` says of `NAME.txt`, where it is there.
fn meta_beside(file: &Path) -> Result<Option<DocumentMeta>, Failure> {
    let beside = file.with_extension("meta.json");
    if file.as_os_str() == "-" || !beside.exists() {
        return Ok(None);
    }
    let limit = u64::try_from(DocumentMeta::MAX_BYTES).unwrap_or(u64::MAX);
    let bytes = inputs::bytes(&beside, limit)?;
    DocumentMeta::from_json(&bytes)
        .map(Some)
        .map_err(|error| Failure::to(&format!("take {}", beside.display()), &error))
}
