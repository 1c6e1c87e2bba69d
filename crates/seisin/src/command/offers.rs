//! `seisin offers`: what was offered and how it was answered.

use super::open_to_read;
use crate::{
    args::ListArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::OfferJson,
};
use seisin_answer::offers_on_record;
use std::path::Path;

/// Lists the offers with their answers.
///
/// # Errors
/// Fails where the store cannot be read.
pub(crate) fn list(named: Option<&Path>, args: ListArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(named)?;
    let found =
        offers_on_record(&store).map_err(|error| Failure::to("gather the offers", &error))?;
    let rows: Vec<OfferJson> = found.offers.iter().map(OfferJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    if !found.unlinked.is_empty() {
        super::talk(&format!(
            "{} claims about offers belong to none of these; `seisin claims --kind response` lists \
             answers",
            found.unlinked.len()
        ));
    }
    Ok(Outcome::Done)
}
