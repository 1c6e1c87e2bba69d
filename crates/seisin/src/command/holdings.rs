//! `seisin holdings`: who holds what.

use super::{maps_request, open_to_read, when};
use crate::{
    args::HoldingsArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::HoldingJson,
};
use seisin_answer::HoldingsRequest;
use seisin_core::PartyId;
use std::path::Path;

/// Lists the holdings on the days asked for.
///
/// # Errors
/// Fails without a day, for a land or publisher that is not known, and where the store cannot be
/// read.
pub(crate) fn holdings(store: Option<&Path>, args: &HoldingsArgs) -> Result<Outcome, Failure> {
    let days = when::days(&args.days)?.ok_or_else(|| {
        Failure::Usage(
            "no day is named\nhint: name one with --on, or a stretch with --from and \
                        --to; `seisin maps list` shows which days the maps speak for"
                .to_owned(),
        )
    })?;
    let request = HoldingsRequest {
        days,
        maps: maps_request(&args.maps)?,
        party: args.party.clone().map(PartyId),
        region: args.region.clone(),
    };
    let store = open_to_read(store)?;
    let rows = seisin_answer::holdings(&store, &request)
        .map_err(|error| Failure::to("measure the holdings", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for this\nhint: `seisin maps list` shows publishers and days",
        );
    }
    let rows: Vec<HoldingJson> = rows.iter().map(HoldingJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}
