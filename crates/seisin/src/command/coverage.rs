//! `seisin coverage`: what publishers' maps speak for.

use super::{
    maps_request, open_to_read,
    outlet::{export_asked, export_rows, write_export},
    when,
};
use crate::{
    args::CoverageArgs,
    exit::{Failure, Outcome},
    export::Export,
    output::write_records,
    wire::CoverageJson,
};
use seisin_answer::CoverageRequest;
use seisin_core::PartyId;
use std::{collections::BTreeSet, path::Path};

/// Lists what publishers' maps speak for, and what in them nothing on record explains.
///
/// # Errors
/// Fails for a publisher that is not known, and where the store cannot be read.
pub(crate) fn coverage(store: Option<&Path>, args: &CoverageArgs) -> Result<Outcome, Failure> {
    let (request, export) = (request(args)?, export_asked(&args.export)?);
    let store = open_to_read(store)?;
    let rows = seisin_answer::coverage(&store, &request)
        .map_err(|error| Failure::to("tell what the maps cover", &error))?;
    let rows: Vec<CoverageJson> = rows.iter().map(CoverageJson::from).collect();
    if let Some((path, ..)) = export {
        let none = (vec![Ok(()); rows.len()], vec![None; rows.len()]);
        let rows = export_rows(&rows, none.0, none.1);
        let title = "What maps speak for".to_owned();
        let export = Export::of::<CoverageJson>("coverage", title, rows, BTreeSet::new());
        write_export(&export.without_shapes(), path)?;
    }
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails for a day or an instant that is none.
pub(crate) fn request(args: &CoverageArgs) -> Result<CoverageRequest, Failure> {
    Ok(CoverageRequest {
        days: when::stretch(&args.days)?,
        maps: maps_request(&args.maps)?,
        party: args.party.clone().map(PartyId),
    })
}
