//! `seisin origins`: independent reports and their copies.

use super::open_to_read;
use crate::{
    args::OriginsArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::OriginJson,
};
use seisin_core::ClaimId;
use std::path::Path;

/// Lists the origins, each with its copies.
///
/// # Errors
/// Fails where the store cannot be read or has no such claim.
pub(crate) fn list(named: Option<&Path>, args: &OriginsArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(named)?;
    let claim = args.claim.clone().map(ClaimId);
    let origins = seisin_answer::origins(&store, claim.as_ref())
        .map_err(|error| Failure::to("tell the origins", &error))?;
    let rows: Vec<OriginJson> = origins.iter().flat_map(OriginJson::members).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}
