//! Reports read on all cores, recorded and printed in the order they came.

use super::{
    printer::Printer,
    tally::{Recorded, Tally},
};
use crate::{
    args::ReadArgs,
    command::{
        candidates::Candidates,
        clock,
        sources::{Defaults, Sources},
        talk,
    },
    exit::{Failure, Outcome},
    project,
};
use rayon::prelude::*;
use seisin_answer::{Store, read_report};
use seisin_read::text::Vocabulary;
use std::path::Path;

/// Reads reports, prints their claims, and records them where there is a store.
///
/// # Errors
/// Fails for a file that is missing or cannot be opened, and where the store cannot be written. A
/// report that cannot be taken is told and left out.
pub(crate) fn read(named: Option<&Path>, args: &ReadArgs) -> Result<Outcome, Failure> {
    let defaults = Defaults::of(&args.reports)?;
    let candidates = Candidates::read(args.candidates.as_deref())?;
    let mut sources = Sources::open(&args.reports, "reading")?;
    let mut store = open(named)?;
    let vocabulary = vocabulary(store.as_ref())?;
    let mut printer = Printer::new(args)?;
    let mut tally = Tally::default();
    while let Some(batch) = sources.next_batch()? {
        let results: Vec<_> = batch
            .into_par_iter()
            .map(|sourced| {
                let mut report = read_report(defaults.capture(sourced)?, &vocabulary);
                let proposed = candidates.of(&report.captured.document);
                report.take_candidates(&proposed, &vocabulary);
                Ok(report)
            })
            .collect();
        let (mut reports, mut refused) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(report) => reports.push(report),
                Err(refusal) => refused.push(refusal),
            }
        }
        if let Some(store) = &mut store {
            tally.record(store, &reports)?;
        }
        tally.count(&reports, &refused);
        printer.print(&reports, &refused)?;
    }
    let left = candidates.finish();
    tally.count(&[], &left);
    printer.print(&[], &left)?;
    printer.finish()?;
    if let Some(store) = &mut store {
        store
            .record_origins(clock::now())
            .map_err(|error| Failure::to("record which reports are copies", &error))?;
    }
    talk(&tally.sentence(if store.is_some() { Recorded::Yes } else { Recorded::No }));
    Ok(tally.outcome())
}

/// The names on record, or those that come with the program.
fn vocabulary(store: Option<&Store>) -> Result<Vocabulary, Failure> {
    let Some(store) = store else { return Ok(Vocabulary::built_in()) };
    let words = store.vocabulary().cloned();
    words.map_err(|error| Failure::to("read the names on record", &error))
}

fn open(named: Option<&Path>) -> Result<Option<Store>, Failure> {
    let Some(path) = project::find_if_any(named)? else { return Ok(None) };
    Store::open(&path)
        .map(Some)
        .map_err(|error| Failure::to(&format!("open {}", path.display()), &error))
}
