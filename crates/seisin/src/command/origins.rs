//! `seisin origins`: independent reports and their copies.

use super::{open_to_read, talk};
use crate::{
    args::OriginsArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::OriginJson,
};
use seisin_answer::ClaimOrigins;
use seisin_core::ClaimId;
use std::path::Path;

/// Lists the origins, each with its copies.
///
/// # Errors
/// Fails where the store cannot be read or has no such claim.
pub(crate) fn list(named: Option<&Path>, args: &OriginsArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(named)?;
    let failed = |error| Failure::to("tell the origins", &error);
    let rows: Vec<OriginJson> = match args.claim.clone().map(ClaimId) {
        None => {
            let origins = seisin_answer::origins(&store).map_err(failed)?;
            origins.iter().flat_map(OriginJson::members).collect()
        }
        Some(id) => {
            let origins = seisin_answer::claim_origins(&store, &id).map_err(failed)?;
            talk(&counts(&origins));
            origins.topic.iter().flat_map(OriginJson::on_topic).collect()
        }
    };
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// How many independent reports there are, on the topic and of the figure.
fn counts(origins: &ClaimOrigins) -> String {
    let claim = &origins.claim;
    let name = |name: Option<&String>| name.cloned().unwrap_or_else(|| "unnamed".to_owned());
    let figure = claim.quantity.as_ref().map_or_else(String::new, |quantity| {
        format!(", {} of them with “{}”", origins.agreeing(), quantity.original_value)
    });
    format!(
        "independent origins on this topic ({}, {}, {}): {}{figure}",
        claim.kind().word(),
        name(claim.party.as_ref().map(|party| &party.name)),
        name(claim.region.as_ref().map(|region| &region.name)),
        origins.topic.len()
    )
}
