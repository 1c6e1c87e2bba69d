//! `seisin maps`: editions of control maps in, and what is there.

use super::{clock, inputs, open_to_read, open_to_write, print_added, progress, talk};
use crate::{
    args::{MapsAddArgs, MapsListArgs},
    exit::{Failure, Outcome},
    output::write_records,
    wire::{AddedJson, EditionJson, PublisherJson},
};
use indicatif::ProgressBar;
use rayon::prelude::*;
use seisin_answer::{EditionRead, Store, edition_rows};
use seisin_core::{Length, Licence, Problem, ProblemKind, PublisherId};
use seisin_read::map::{MapSettings, NamePattern, Profile, read_map};
use seisin_source::{MapLimits, Sidecar, parse_map};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// How many editions are read before they are recorded: one batch, wholly or not at all.
const AT_ONCE: usize = 256;

/// What map files in a folder end in.
const MAP_ENDINGS: &[&str] =
    &[".geojson", ".json", ".kml", ".kmz", ".parquet", ".geoparquet", ".fgb", ".zip"];

/// How many problems are listed before the rest are counted by kind.
const LISTED: usize = 5;

/// Adds editions of one publisher's maps.
///
/// # Errors
/// Fails for a file that is missing or refused, naming the place in it, and where the store cannot
/// be written. What was recorded before stays.
pub(crate) fn add(named: Option<&Path>, args: &MapsAddArgs) -> Result<Outcome, Failure> {
    let mut adding = Adding::of(args)?;
    let files = inputs::files(&args.inputs, MAP_ENDINGS)?;
    let mut store = open_to_write(named)?;
    adding.settings.boundaries = store
        .finer_boundaries()
        .map_err(|error| Failure::to("read the boundary sets on record", &error))?;
    let bar = progress::bar(files.len(), "adding editions");
    let mut tally = Tally::default();
    for chunk in files.chunks(AT_ONCE) {
        let editions = chunk_of_editions(chunk, &adding, &bar)?;
        tally.record(&mut store, editions)?;
    }
    bar.finish_and_clear();
    tally.tell(args);
    let added = AddedJson::new("editions", &args.publisher, tally.new);
    print_added(args.format, &added.beside(tally.again, tally.problems.len()))?;
    tally.outcome()
}

fn chunk_of_editions(
    files: &[PathBuf],
    adding: &Adding,
    bar: &ProgressBar,
) -> Result<Vec<EditionRead>, Failure> {
    files
        .par_iter()
        .map(|file| {
            let edition = edition(file, adding)?;
            bar.inc(1);
            Ok(edition)
        })
        .collect()
}

fn edition(file: &Path, adding: &Adding) -> Result<EditionRead, Failure> {
    let taking = || format!("take {}", file.display());
    let limits = adding.limits;
    let bytes = inputs::bytes(file, u64::try_from(limits.bytes).unwrap_or(u64::MAX))?;
    let parsed = parse_map(&bytes, &limits).map_err(|error| Failure::to(&taking(), &error))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let reading = read_map(&parsed, &name, &adding.for_file(&name))
        .map_err(|error| Failure::to(&taking(), &error))?;
    Ok(EditionRead::prepare(reading, &bytes))
}

/// What the command line says of the files.
struct Adding {
    settings: MapSettings,
    sidecar: Option<Sidecar>,
    limits: MapLimits,
}

impl Adding {
    fn of(args: &MapsAddArgs) -> Result<Self, Failure> {
        let pattern = |text: &str| {
            NamePattern::new(text).map_err(|error| {
                Failure::Usage(format!("--valid-from-name cannot be used: {error}"))
            })
        };
        let settings = MapSettings {
            publisher: Some(PublisherId(args.publisher.clone())),
            licence: args.licence.clone().map(Licence),
            positional_error: args.positional_error.map(positional_error).transpose()?,
            valid_from_name: args.valid_from_name.as_deref().map(pattern).transpose()?,
            limits: args.limits.of_feature(),
            ..MapSettings::new(profile(&args.profile)?)
        };
        let limits = args.limits.of_file();
        Ok(Self { settings, limits, sidecar: args.published.as_deref().map(sidecar).transpose()? })
    }

    /// The settings for one file, with what the table of files says of it.
    fn for_file(&self, name: &str) -> MapSettings {
        let row = self.sidecar.as_ref().and_then(|sidecar| sidecar.row(name));
        row.map_or_else(|| self.settings.clone(), |row| self.settings.for_row(row))
    }
}

/// A positional error as typed, in metres.
///
/// # Errors
/// Fails for anything that is not a finite number of at least 0.
pub(crate) fn positional_error(metres: f64) -> Result<Length, Failure> {
    if metres.is_finite() && metres >= 0.0 {
        return Ok(Length::from_metres(metres));
    }
    Err(Failure::Usage(format!(
        "--positional-error {metres} is no error in metres\nhint: 0 for a map that is exact by \
         definition, else what its publisher states"
    )))
}

fn sidecar(path: &Path) -> Result<Sidecar, Failure> {
    let limit = u64::try_from(Sidecar::MAX_BYTES).unwrap_or(u64::MAX);
    let bytes = inputs::bytes(path, limit)?;
    Sidecar::parse(&bytes).map_err(|error| Failure::to(&format!("take {}", path.display()), &error))
}

/// A built-in profile, or one from a file.
///
/// # Errors
/// Fails where it is neither, or no profile.
pub(super) fn profile(name: &str) -> Result<Profile, Failure> {
    if Profile::built_in_names().any(|built_in| built_in == name) {
        return Profile::built_in(name).map_err(|error| Failure::to("take the profile", &error));
    }
    if !Path::new(name).exists() {
        let built_in: Vec<&str> = Profile::built_in_names().collect();
        return Err(Failure::Usage(format!(
            "--profile `{name}` is neither built in nor a file\nhint: built in are {}",
            built_in.join(", ")
        )));
    }
    let bytes = inputs::bytes(Path::new(name), 1 << 20)?;
    let text = String::from_utf8(bytes).map_err(|error| Failure::to("read the profile", &error))?;
    Profile::parse(&text).map_err(|error| Failure::to(&format!("take {name}"), &error))
}

/// How many editions of what.
#[derive(Debug, Default)]
struct Tally {
    new: usize,
    again: usize,
    problems: Vec<Problem>,
}

impl Tally {
    fn record(&mut self, store: &mut Store, editions: Vec<EditionRead>) -> Result<(), Failure> {
        for edition in &editions {
            self.problems.extend(edition.problems().iter().cloned());
        }
        let appended = store
            .record_editions(editions, clock::now())
            .map_err(|error| Failure::to("record the editions", &error))?;
        self.new += appended.new + appended.corrected;
        self.again += appended.already_there;
        Ok(())
    }

    /// Done, unless features were refused: their editions are on record without them.
    fn outcome(&self) -> Result<Outcome, Failure> {
        let refused = self
            .problems
            .iter()
            .filter(|problem| problem.kind == ProblemKind::InvalidShape)
            .count();
        if refused == 0 {
            return Ok(Outcome::Done);
        }
        Err(Failure::Failed(format!(
            "{refused} features were refused as invalid; they are kept and never measured, and what \
             is measured on their editions is a lower bound for whoever holds them\nhint: `seisin \
             maps repair` proposes what they may have been meant to be"
        )))
    }

    fn tell(&self, args: &MapsAddArgs) {
        let listed = if args.verbose { usize::MAX } else { LISTED };
        let mut by_kind: BTreeMap<ProblemKind, usize> = BTreeMap::new();
        for problem in &self.problems {
            let count = by_kind.entry(problem.kind).or_default();
            *count += 1;
            if *count <= listed {
                talk(&format!("{}: {}", problem.kind.word(), problem.sentence));
            }
        }
        for (kind, count) in by_kind.iter().filter(|(_, count)| **count > listed) {
            talk(&format!("{}: {} more; --verbose lists them all", kind.word(), count - listed));
        }
        talk(&format!(
            "added {} editions of {}; {} were on record",
            self.new, args.publisher, self.again
        ));
    }
}

/// Lists the publishers, or their editions one by one.
///
/// # Errors
/// Fails where the store cannot be read, or has no such publisher.
pub(crate) fn list(named: Option<&Path>, args: &MapsListArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(named)?;
    let out = &mut std::io::stdout().lock();
    if !args.editions {
        let rows = PublisherJson::all(&store)
            .map_err(|error| Failure::to("list the publishers", &error))?;
        write_records(out, args.format, &rows)?;
        return Ok(Outcome::Done);
    }
    let on = match &args.on {
        Some(day) => day
            .parse()
            .map_err(|error| Failure::Usage(format!("--on {day} is no date: {error}")))?,
        None => clock::today(),
    };
    let publishers: Vec<PublisherId> = args.maps.iter().cloned().map(PublisherId).collect();
    let rows = edition_rows(&store, &publishers, on)
        .map_err(|error| Failure::to("list the editions", &error))?;
    let rows: Vec<EditionJson> = rows.iter().map(EditionJson::from).collect();
    write_records(out, args.format, &rows)?;
    Ok(Outcome::Done)
}
