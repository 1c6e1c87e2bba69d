//! `seisin boundaries`: regions to measure in.

use super::{
    clock, inputs, maps::positional_error, open_to_read, open_to_write, print_added, talk, when,
};
use crate::{
    args::{BoundariesAddArgs, ListArgs, RegionsEndAt, ViewsArgs},
    exit::{Failure, Outcome},
    output::write_records,
    wire::{AddedJson, DisputedJson, RegionRowJson, ViewJson},
};
use seisin_answer::BoundariesRead;
use seisin_core::{BoundaryView, Licence, Problem, ProblemKind, RegionId, SeaLimit};
use seisin_places::{as_seen_by, disputed_areas, viewed_areas, viewed_areas_source, viewers};
use seisin_read::map::{BoundarySettings, PropertyNames, read_boundaries};
use seisin_source::parse_map;
use std::path::Path;

/// Adds a boundary set.
///
/// # Errors
/// Fails for a file that is missing or refused, naming feature and ring, and where the store has
/// another set of that name.
pub(crate) fn add(named: Option<&Path>, args: &BoundariesAddArgs) -> Result<Outcome, Failure> {
    let (read, problems) = match (&args.as_seen_by, &args.input, &args.name) {
        (Some(viewer), _, name) => (view_of(viewer, name.as_deref())?, Vec::new()),
        (None, Some(input), Some(name)) => of_file(input, name, args)?,
        _ => {
            return Err(Failure::Usage(
                "there is no set to add\nhint: name a file and the set, or --as-seen-by a state"
                    .to_owned(),
            ));
        }
    };
    for problem in &problems {
        talk(&format!("{}: {}", problem.kind.word(), problem.sentence));
    }
    let (regions, name) = (read.set.regions.len(), read.set.id.clone());
    let mut store = open_to_write(named)?;
    let appended = store
        .record_boundaries(&read, clock::now())
        .map_err(|error| Failure::to("record the boundary set", &error))?;
    let what = if appended.new > 0 { "added" } else { "was on record:" };
    talk(&format!("{what} boundary set {name} with {regions} regions"));
    let added = AddedJson::new("boundary_set", &name, appended.new);
    print_added(args.format, &added.beside(appended.already_there, problems.len()))?;
    outcome(&problems)
}

/// The built-in lands on which states differ, as one of them sees them.
fn view_of(viewer: &str, name: Option<&str>) -> Result<BoundariesRead, Failure> {
    let viewer = RegionId(viewer.to_uppercase());
    let name = name.map_or_else(|| format!("as-seen-by-{viewer}"), ToOwned::to_owned);
    let set = as_seen_by(&viewer, &name).ok_or_else(|| unknown_viewer(&viewer))?;
    Ok(BoundariesRead { set, bytes: viewed_areas_source().to_vec() })
}

fn unknown_viewer(viewer: &RegionId) -> Failure {
    let known: Vec<String> = viewers().into_iter().map(ToString::to_string).collect();
    Failure::Usage(format!(
        "nothing is known of how {viewer} sees lands on which states differ\nhint: known are the \
         views of {}",
        known.join(", ")
    ))
}

/// Lists whose lands are, as seen by whom.
///
/// # Errors
/// Fails for a state whose view is not known, and where standard output does.
pub(crate) fn views(args: &ViewsArgs) -> Result<Outcome, Failure> {
    let viewer = args.as_seen_by.as_ref().map(|code| RegionId(code.to_uppercase()));
    if let Some(viewer) = viewer.as_ref().filter(|viewer| !viewers().contains(viewer)) {
        return Err(unknown_viewer(viewer));
    }
    let rows: Vec<ViewJson> = viewed_areas()
        .iter()
        .flat_map(ViewJson::all)
        .filter(|row| viewer.as_ref().is_none_or(|viewer| row.is_of(viewer)))
        .collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// A set of a file with what could not be told of it.
fn of_file(
    input: &Path,
    name: &str,
    args: &BoundariesAddArgs,
) -> Result<(BoundariesRead, Vec<Problem>), Failure> {
    let taking = || format!("take {}", input.display());
    let limits = args.limits.of_file();
    let bytes = inputs::bytes(input, u64::try_from(limits.bytes).unwrap_or(u64::MAX))?;
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
        ..BoundarySettings::new(name)
    };
    let read =
        read_boundaries(&parsed, &settings).map_err(|error| Failure::to(&taking(), &error))?;
    Ok((BoundariesRead { set: read.set, bytes }, read.problems))
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
