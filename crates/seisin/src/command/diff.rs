//! `seisin diff`: what differs between two maps.

use super::{maps_request, open_to_read, when};
use crate::{
    args::DiffArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::DiffJson,
};
use seisin_answer::{DiffRequest, DiffSides};
use seisin_core::{PartyId, PublisherId};
use std::path::Path;

/// Shows what differs between two days, publishers or states of knowledge.
///
/// # Errors
/// Fails where the two sides are not named, for a land or publisher that is not known, and where
/// the store cannot be read.
pub(crate) fn diff(store: Option<&Path>, args: &DiffArgs) -> Result<Outcome, Failure> {
    let request = request(args)?;
    let store = open_to_read(store)?;
    let rows = seisin_answer::diff(&store, &request)
        .map_err(|error| Failure::to("compare the maps", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for either side\nhint: `seisin coverage` shows publishers \
             and days",
        );
    }
    let rows: Vec<DiffJson> = rows.iter().map(DiffJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails where they name no two sides, or a day or an instant that is none.
pub(crate) fn request(args: &DiffArgs) -> Result<DiffRequest, Failure> {
    Ok(DiffRequest {
        sides: sides(args)?,
        maps: maps_request(&args.maps)?,
        party: args.party.clone().map(PartyId),
        region: args.region.clone(),
    })
}

fn sides(args: &DiffArgs) -> Result<DiffSides, Failure> {
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        return Ok(DiffSides::Days {
            from: when::day(from, "--from")?,
            to: when::day(to, "--to")?,
        });
    }
    let Some(on) = &args.on else { return Err(no_sides()) };
    let on = when::day(on, "--on")?;
    if let Some(known) = &args.known {
        let (earlier, later) = when::two_instants(known)?;
        return Ok(DiffSides::Known { on, earlier, later });
    }
    match args.maps.maps.as_slice() {
        [one, other] => {
            let (one, other) = (PublisherId(one.clone()), PublisherId(other.clone()));
            Ok(DiffSides::Publishers { on, one, other })
        }
        _ => Err(no_sides()),
    }
}

fn no_sides() -> Failure {
    Failure::Usage(
        "there are not two sides to compare\nhint: two days with --from and --to, two publishers \
         with --on and --maps ONE,OTHER, or two states of knowledge with --on and --known \
         WHEN..WHEN"
            .to_owned(),
    )
}
