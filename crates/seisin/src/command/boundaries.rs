//! `seisin boundaries`: regions to measure in.

use super::{
    clock, inputs, maps::positional_error, open_to_read, open_to_write, print_added, talk, when,
};
use crate::{
    args::{BoundariesAddArgs, ListArgs, RegionsEndAt},
    exit::{Failure, Outcome},
    output::write_records,
    wire::{AddedJson, DisputedJson, RegionRowJson},
};
use seisin_answer::BoundariesRead;
use seisin_core::{BoundaryView, Licence, Problem, ProblemKind, SeaLimit};
use seisin_places::disputed_areas;
use seisin_read::map::{BoundarySettings, PropertyNames, read_boundaries};
use seisin_source::parse_map;
use std::path::Path;

/// Adds a boundary set.
///
/// # Errors
/// Fails for a file that is missing or refused, naming feature and ring, and where the store has
/// another set of that name.
pub(crate) fn add(named: Option<&Path>, args: &BoundariesAddArgs) -> Result<Outcome, Failure> {
    let taking = || format!("take {}", args.input.display());
    let limits = args.limits.of_file();
    let bytes = inputs::bytes(&args.input, u64::try_from(limits.bytes).unwrap_or(u64::MAX))?;
    let parsed = parse_map(&bytes, &limits).map_err(|error| Failure::to(&taking(), &error))?;
    let settings = BoundarySettings {
        licence: args.licence.clone().map(Licence),
        positional_error: args.positional_error.map(positional_error).transpose()?,
        names: PropertyNames {
            id: args.id_property.clone(),
            name: args.name_property.clone(),
            ..PropertyNames::default()
        },
        view: view(args)?,
        limits: args.limits.of_feature(),
        ..BoundarySettings::new(&args.name)
    };
    let read =
        read_boundaries(&parsed, &settings).map_err(|error| Failure::to(&taking(), &error))?;
    for problem in &read.problems {
        talk(&format!("{}: {}", problem.kind.word(), problem.sentence));
    }
    let regions = read.set.regions.len();
    let mut store = open_to_write(named)?;
    let appended = store
        .record_boundaries(&BoundariesRead { set: read.set, bytes }, clock::now())
        .map_err(|error| Failure::to("record the boundary set", &error))?;
    let what = if appended.new > 0 { "added" } else { "was on record:" };
    talk(&format!("{what} boundary set {} with {regions} regions", args.name));
    let added = AddedJson::new("boundary_set", &args.name, appended.new);
    print_added(args.format, &added.beside(appended.already_there, read.problems.len()))?;
    outcome(&read.problems)
}

/// What the arguments state of what the set draws.
fn view(args: &BoundariesAddArgs) -> Result<BoundaryView, Failure> {
    Ok(BoundaryView {
        sea: args.regions_end_at.map(|limit| match limit {
            RegionsEndAt::Coast => SeaLimit::Coast,
            RegionsEndAt::TerritorialSea => SeaLimit::TerritorialSea,
        }),
        as_of: args.as_of.as_deref().map(|day| when::day(day, "--as-of")).transpose()?,
        according_to: args.according_to.clone(),
    })
}

/// Done, unless regions were refused: the set is on record without them.
fn outcome(problems: &[Problem]) -> Result<Outcome, Failure> {
    let refused = problems.iter().filter(|problem| problem.kind == ProblemKind::InvalidShape);
    let refused = refused.count();
    if refused == 0 {
        return Ok(Outcome::Done);
    }
    Err(Failure::Failed(format!(
        "{refused} regions were refused as invalid; the set is on record without them\nhint: mend \
         the features named above in a copy of the file and add that under another name"
    )))
}

/// Lists the sets and their regions.
///
/// # Errors
/// Fails where the store cannot be read.
pub(crate) fn list(named: Option<&Path>, args: ListArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(named)?;
    let rows = RegionRowJson::all(&store)
        .map_err(|error| Failure::to("list the boundary sets", &error))?;
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// Lists disputed lands with those who claim them.
///
/// # Errors
/// Fails where standard output does.
pub(crate) fn disputed(args: ListArgs) -> Result<Outcome, Failure> {
    let rows: Vec<DisputedJson> = disputed_areas().iter().map(DisputedJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}
