//! `seisin annotate`: everything the reader sees, claims or not.

use super::{
    sources::{Defaults, Refused, Sourced, Sources},
    talk,
};
use crate::{
    args::AnnotateArgs,
    exit::{Failure, Outcome},
    output::{Format, write_records},
    project,
    wire::AnnotationJson,
};
use rayon::prelude::*;
use seisin_answer::Store;
use seisin_read::text::{ReadSettings, Vocabulary, annotate as look};
use std::path::Path;

/// Prints what the reader sees in reports; nothing is recorded.
///
/// # Errors
/// Fails for a file that is missing or cannot be opened, and a store that cannot be read. A report
/// that cannot be taken is told and left out.
pub(crate) fn annotate(named: Option<&Path>, args: &AnnotateArgs) -> Result<Outcome, Failure> {
    let vocabulary = vocabulary(named)?;
    let defaults = Defaults::of(&args.reports)?;
    let mut sources = Sources::open(&args.reports, "annotating")?;
    let mut outcome = Outcome::Done;
    let mut held = Vec::new();
    while let Some(batch) = sources.next_batch()? {
        let seen: Vec<_> =
            batch.into_par_iter().map(|sourced| one(sourced, &defaults, &vocabulary)).collect();
        for seen in seen {
            match seen {
                Ok(seen) if args.format == Format::Jsonl => {
                    write_records(&mut std::io::stdout().lock(), args.format, &seen)?;
                }
                Ok(seen) => held.extend(seen),
                Err(refused) => {
                    outcome = Outcome::SomeRefused;
                    talk(&format!("failed to {}", refused.sentence));
                }
            }
        }
    }
    if args.format != Format::Jsonl {
        write_records(&mut std::io::stdout().lock(), args.format, &held)?;
    }
    Ok(outcome)
}

/// The names a store knows, or those that come with the program.
fn vocabulary(named: Option<&Path>) -> Result<Vocabulary, Failure> {
    let Some(path) = project::find_if_any(named)? else { return Ok(Vocabulary::built_in()) };
    let store = Store::open_read_only(&path)
        .map_err(|error| Failure::to(&format!("open {}", path.display()), &error))?;
    let words = store.vocabulary();
    words.cloned().map_err(|error| Failure::to(&format!("read {}", path.display()), &error))
}

fn one(
    sourced: Sourced,
    defaults: &Defaults,
    vocabulary: &Vocabulary,
) -> Result<Vec<AnnotationJson>, Refused> {
    let captured = defaults.capture(sourced)?;
    let document = &captured.document;
    let seen = look(document, &captured.text, vocabulary, &ReadSettings::default());
    let seen = seen.into_iter().enumerate();
    Ok(seen.map(|(number, annotation)| AnnotationJson::new(number, annotation, document)).collect())
}
