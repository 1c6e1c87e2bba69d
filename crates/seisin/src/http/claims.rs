//! `/api/claims`: what reports on record say.

use super::{
    problem::Problem,
    question::ClaimsFields,
    site::{Site, list},
};
use crate::{command::select_claims, wire::ClaimJson};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};

/// The claims that the filters let pass: the JSON of `seisin claims`.
///
/// # Errors
/// Where a filter is none, or the store cannot be read.
pub(crate) async fn get(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Result<Query<ClaimsFields>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(fields) = fields.map_err(|error| Problem::question(error.body_text()))?;
    let filters = fields.filters();
    let found = site.ask(move |store| select_claims(store, &filters)).await?;
    let rows: Vec<ClaimJson> =
        found.iter().map(|(claim, document)| ClaimJson::new(claim, Some(document))).collect();
    list(&asker, &rows)
}
