//! `seisin read`: reports in, claims out and on record.

use super::{clock, inputs, progress, talk};
use crate::{
    args::ReadArgs,
    exit::{Failure, Outcome},
    output::{Format, write_records},
    project,
    wire::{ClaimJson, ProblemJson},
};
use rayon::prelude::*;
use seisin_answer::{ReportRead, Store, read_report};
use seisin_core::Published;
use seisin_read::text::Vocabulary;
use seisin_source::{CaptureLimits, DocumentMeta, capture_text};
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

/// How many reports are read before they are recorded and printed.
const AT_ONCE: usize = 256;

/// Reads reports, prints their claims, and records them where there is a store.
///
/// # Errors
/// Fails for a file that is missing or no UTF-8 text, and where the store cannot be written.
pub(crate) fn read(named: Option<&Path>, args: &ReadArgs) -> Result<Outcome, Failure> {
    let defaults = defaults(args)?;
    let files = inputs::files(&args.inputs, &[".txt"])?;
    let mut store = match project::find_if_any(named)? {
        Some(path) => Some(
            Store::open(&path)
                .map_err(|error| Failure::to(&format!("open {}", path.display()), &error))?,
        ),
        None => None,
    };
    let vocabulary =
        store.as_ref().map_or_else(Vocabulary::built_in, |store| store.vocabulary().clone());
    let mut printer = Printer::new(args)?;
    let mut tally = Tally::default();
    let bar = progress::bar(files.len(), "reading");
    for chunk in files.chunks(AT_ONCE) {
        let reports = chunk
            .par_iter()
            .map(|file| one(file, &defaults, &vocabulary).inspect(|_| bar.inc(1)))
            .collect::<Result<Vec<_>, Failure>>()?;
        if let Some(store) = &mut store {
            tally.record(store, &reports)?;
        }
        tally.count(&reports);
        printer.print(&reports)?;
    }
    bar.finish_and_clear();
    printer.finish()?;
    if let Some(store) = &mut store {
        store
            .record_origins(clock::now())
            .map_err(|error| Failure::to("record which reports are copies", &error))?;
    }
    let recorded = if store.is_some() { Recorded::Yes } else { Recorded::No };
    talk(&tally.sentence(recorded));
    Ok(Outcome::Done)
}

fn defaults(args: &ReadArgs) -> Result<DocumentMeta, Failure> {
    let published = args.published.as_deref().map(|text| {
        Published::parse(text).ok_or_else(|| {
            Failure::Usage(format!(
                "--published `{text}` is neither a day nor an instant\nhint: write it as 2025-03-12"
            ))
        })
    });
    Ok(DocumentMeta {
        publisher: args.publisher.clone(),
        published: published.transpose()?,
        ..DocumentMeta::default()
    })
}

fn one(
    file: &Path,
    defaults: &DocumentMeta,
    vocabulary: &Vocabulary,
) -> Result<ReportRead, Failure> {
    let limits = CaptureLimits::default();
    let limit = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    let bytes = inputs::bytes(file, limit)?;
    let meta = meta_beside(file)?.unwrap_or_default();
    let meta = DocumentMeta {
        publisher: meta.publisher.clone().or_else(|| defaults.publisher.clone()),
        published: meta.published.or(defaults.published),
        ..meta
    };
    let path = file.display().to_string();
    let captured = capture_text(&path, bytes, meta, limits)
        .map_err(|error| Failure::Failed(format!("failed to {error}")))?;
    Ok(read_report(captured, vocabulary))
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

/// How many of what was read.
#[derive(Debug, Default)]
struct Tally {
    reports: usize,
    claims: usize,
    problems: usize,
    new: usize,
    again: usize,
}

impl Tally {
    fn count(&mut self, reports: &[ReportRead]) {
        self.reports += reports.len();
        self.claims += reports.iter().map(|report| report.reading.claims.len()).sum::<usize>();
        self.problems += reports.iter().map(|report| report.reading.problems.len()).sum::<usize>();
    }

    fn record(&mut self, store: &mut Store, reports: &[ReportRead]) -> Result<(), Failure> {
        let appended = store
            .record_reports(reports, clock::now())
            .map_err(|error| Failure::to("record the reports", &error))?;
        self.new += appended.new + appended.corrected;
        self.again += appended.already_there;
        Ok(())
    }

    fn sentence(&self, recorded: Recorded) -> String {
        let read = format!(
            "read {} reports: {} claims, {} problems",
            self.reports, self.claims, self.problems
        );
        match recorded {
            Recorded::Yes => {
                format!("{read}; recorded {} new, {} were on record", self.new, self.again)
            }
            Recorded::No => format!(
                "{read}; nothing was recorded: there is no store here\nhint: make one with `seisin \
                 init`"
            ),
        }
    }
}

/// Whether there was a store to record in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recorded {
    Yes,
    No,
}

/// Prints claims as they come, in the forms that allow it.
struct Printer {
    format: Format,
    problems: Option<(PathBuf, BufWriter<File>)>,
    held: Vec<ClaimJson>,
}

impl Printer {
    fn new(args: &ReadArgs) -> Result<Self, Failure> {
        let open = |path: &PathBuf| {
            File::create(path)
                .map(|file| (path.clone(), BufWriter::new(file)))
                .map_err(|error| Failure::to(&format!("write {}", path.display()), &error))
        };
        let problems = args.problems.as_ref().map(open).transpose()?;
        Ok(Self { format: args.format, problems, held: Vec::new() })
    }

    fn print(&mut self, reports: &[ReportRead]) -> Result<(), Failure> {
        for report in reports {
            let document = &report.captured.document;
            let claims: Vec<ClaimJson> = report
                .reading
                .claims
                .iter()
                .map(|claim| ClaimJson::new(claim, Some(document)))
                .collect();
            if let Some((path, file)) = &mut self.problems {
                for problem in &report.reading.problems {
                    write_line(file, &ProblemJson::new(problem, Some(document))).map_err(
                        |error| Failure::to(&format!("write {}", path.display()), &error),
                    )?;
                }
            }
            if self.format == Format::Jsonl {
                write_records(&mut std::io::stdout().lock(), Format::Jsonl, &claims)?;
            } else {
                self.held.extend(claims);
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Failure> {
        if let Some((path, file)) = &mut self.problems {
            file.flush()
                .map_err(|error| Failure::to(&format!("write {}", path.display()), &error))?;
        }
        if self.format != Format::Jsonl {
            write_records(&mut std::io::stdout().lock(), self.format, &self.held)?;
        }
        Ok(())
    }
}

fn write_line(file: &mut impl Write, problem: &ProblemJson) -> std::io::Result<()> {
    serde_json::to_writer(&mut *file, problem)?;
    writeln!(file)
}
