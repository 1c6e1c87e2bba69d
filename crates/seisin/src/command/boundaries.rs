//! `seisin boundaries`: regions to measure in.

use super::{
    clock, inputs, maps::positional_error, open_to_read, open_to_write, print_added, talk,
};
use crate::{
    args::{BoundariesAddArgs, ListArgs},
    exit::{Failure, Outcome},
    output::write_records,
    wire::{AddedJson, RegionRowJson},
};
use seisin_answer::BoundariesRead;
use seisin_core::Licence;
use seisin_read::map::{BoundarySettings, PropertyNames, read_boundaries};
use seisin_source::{MapLimits, parse_geojson};
use std::path::Path;

/// Adds a boundary set.
///
/// # Errors
/// Fails for a file that is missing or refused, naming feature and ring, and where the store has
/// another set of that name.
pub(crate) fn add(named: Option<&Path>, args: &BoundariesAddArgs) -> Result<Outcome, Failure> {
    let taking = || format!("take {}", args.input.display());
    let limits = MapLimits::default();
    let bytes = inputs::bytes(&args.input, u64::try_from(limits.bytes).unwrap_or(u64::MAX))?;
    let parsed = parse_geojson(&bytes, &limits).map_err(|error| Failure::to(&taking(), &error))?;
    let settings = BoundarySettings {
        licence: args.licence.clone().map(Licence),
        positional_error: args.positional_error.map(positional_error).transpose()?,
        names: PropertyNames {
            id: args.id_property.clone(),
            name: args.name_property.clone(),
            ..PropertyNames::default()
        },
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
    Ok(Outcome::Done)
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
