//! `/api/check`: does the map bear out the sentence?

use super::{
    problem::Problem,
    question::CheckFields,
    site::{Site, single},
};
use crate::wire::CheckJson;
use axum::{
    Json,
    extract::{
        Query, State,
        rejection::{JsonRejection, QueryRejection},
    },
    http::HeaderMap,
    response::Response,
};

/// Checks the sentence of the query.
///
/// # Errors
/// Where the fields make no question, or it cannot be answered.
pub(crate) async fn get(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Result<Query<CheckFields>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(fields) = fields.map_err(|error| Problem::question(error.body_text()))?;
    answer(site, asker, fields).await
}

/// Checks the sentence of a JSON object: for sentences too long for an address.
///
/// # Errors
/// As [`get`].
pub(crate) async fn post(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Result<Json<CheckFields>, JsonRejection>,
) -> Result<Response, Problem> {
    let Json(fields) = fields.map_err(|error| Problem::new(error.status(), error.body_text()))?;
    answer(site, asker, fields).await
}

async fn answer(site: Site, asker: HeaderMap, fields: CheckFields) -> Result<Response, Problem> {
    let request = fields.request()?;
    let answer = site.ask(move |store| seisin_answer::check(store, &request)).await?;
    single(&asker, &CheckJson::new(&answer))
}
