//! `seisin series`: how much a party holds over time.

use super::{maps_request, open_to_read, when};
use crate::{
    args::{Every, SeriesArgs},
    exit::{Failure, Outcome},
    output::write_records,
    wire::SeriesJson,
};
use seisin_answer::{SeriesRequest, Step};
use seisin_core::{PartyId, PublisherId};
use std::path::Path;

/// Lists a series of holdings.
///
/// # Errors
/// Fails for a land or publisher that is not known, and where the store cannot be read.
pub(crate) fn series(store: Option<&Path>, args: &SeriesArgs) -> Result<Outcome, Failure> {
    let request = request(args)?;
    let store = open_to_read(store)?;
    let rows = seisin_answer::series(&store, &request)
        .map_err(|error| Failure::to("measure the series", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for this\nhint: `seisin coverage` shows publishers and days",
        );
    }
    let rows: Vec<SeriesJson> = rows.iter().map(SeriesJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails for a day or an instant that is none.
pub(crate) fn request(args: &SeriesArgs) -> Result<SeriesRequest, Failure> {
    Ok(SeriesRequest {
        days: when::stretch(&args.days)?,
        every: match args.every {
            Every::Day => Step::Day,
            Every::Week => Step::Week,
            Every::Month => Step::Month,
        },
        maps: maps_request(&args.maps)?,
        prefer: args.prefer.iter().map(|name| PublisherId(name.clone())).collect(),
        party: args.party.clone().map(PartyId),
        region: args.region.clone(),
    })
}
