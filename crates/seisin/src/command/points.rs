//! `seisin points`: who is shown to hold settlements and sites of the user's own.

use super::{
    maps_request, open_to_read,
    outlet::{export_asked, sources, write_export},
    sites::named_sites,
    talk, when,
};
use crate::{
    args::PointsArgs,
    exit::{Failure, Outcome},
    export::{Drawn, Export, ExportRow, Rights},
    output::{Record as _, write_records},
    wire::{PointCountJson, PointJson},
};
use seisin_answer::{LandRule, NamedSite, PointRow, PointsRequest};
use std::{collections::BTreeSet, path::Path};

/// Lists, or counts, who is shown to hold each point of a list.
///
/// # Errors
/// Fails without a day, where the list cannot be read, for a publisher that is not known, and where
/// the store cannot be read.
pub(crate) fn points(named: Option<&Path>, args: &PointsArgs) -> Result<Outcome, Failure> {
    let export = export_asked(&args.export)?;
    let days = when::days(&args.days)?.ok_or_else(when::no_day)?;
    let (sites, list) = named_sites(&args.sites)?;
    let request = PointsRequest { days, maps: maps_request(&args.maps)?, sites };
    let store = open_to_read(named)?;
    let rows = seisin_answer::points(&store, &request)
        .map_err(|error| Failure::to("tell who holds the points", &error))?;
    if rows.is_empty() {
        talk(
            "no map on record speaks for this\nhint: `seisin maps list` shows publishers and days",
        );
    }
    if rows.iter().any(|row| row.positional_error.is_none()) {
        talk(
            "a map states no positional error: points near its lines are not told apart\nhint: \
             `seisin maps add --positional-error METRES` records what is known of it",
        );
    }
    let records: Vec<PointJson> =
        rows.iter().map(|row| PointJson::of(row, &request.sites[row.site])).collect();
    if let Some((path, _, rights)) = export {
        write_export(&exported((&rows, &records), &request.sites, &rights, &list), path)?;
    }
    let out = &mut std::io::stdout().lock();
    if args.counts {
        write_records(out, args.format, &PointCountJson::count(&rows))?;
    } else {
        write_records(out, args.format, &records)?;
    }
    Ok(Outcome::Done)
}

/// The points with what is told of them. Their positions are the user's own, so that they may be
/// written whatever the terms of the maps.
fn exported(
    (rows, records): (&[PointRow], &[PointJson]),
    sites: &[NamedSite],
    rights: &Rights,
    list: &str,
) -> Export {
    let all: BTreeSet<_> = rows
        .iter()
        .flat_map(|row| sources(Some(&row.publisher), Some(&row.licence), &LandRule::Everywhere))
        .collect();
    let out = rows.iter().zip(records).map(|(row, record)| ExportRow {
        cells: record.cells(),
        shape: Some(Drawn::Point(sites[row.site].at)),
        withheld: None,
    });
    let title = format!("Who is shown to hold the points of {list}");
    Export::of::<PointJson>("points", title, out.collect(), all).stating(rights.statement())
}
