//! `/api/series`, `/api/diff` and `/api/coverage`: holdings over time and side by side.

use super::{
    fields::{CoverageFields, DiffFields, SeriesFields},
    problem::Problem,
    site::{Site, list},
};
use crate::{
    command::{coverage_request, diff_request, series_request},
    wire::{CoverageJson, DiffJson, SeriesJson},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};

type Fields<T> = Result<Query<T>, QueryRejection>;

fn taken<T>(fields: Fields<T>) -> Result<T, Problem> {
    let Query(fields) = fields.map_err(|error| Problem::question(error.body_text()))?;
    Ok(fields)
}

/// The JSON of `seisin series`.
///
/// # Errors
/// Where the fields make no question, or it cannot be answered.
pub(crate) async fn series(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Fields<SeriesFields>,
) -> Result<Response, Problem> {
    let request = series_request(&taken(fields)?.args()?)?;
    let rows = site.ask(move |store| seisin_answer::series(store, &request)).await?;
    list(&asker, &rows.iter().map(SeriesJson::from).collect::<Vec<_>>())
}

/// The JSON of `seisin diff`.
///
/// # Errors
/// As [`series`].
pub(crate) async fn diff(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Fields<DiffFields>,
) -> Result<Response, Problem> {
    let request = diff_request(&taken(fields)?.args()?)?;
    let rows = site.ask(move |store| seisin_answer::diff(store, &request)).await?;
    list(&asker, &rows.iter().map(DiffJson::from).collect::<Vec<_>>())
}

/// The JSON of `seisin coverage`.
///
/// # Errors
/// As [`series`].
pub(crate) async fn coverage(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Fields<CoverageFields>,
) -> Result<Response, Problem> {
    let request = coverage_request(&taken(fields)?.args()?)?;
    let rows = site.ask(move |store| seisin_answer::coverage(store, &request)).await?;
    list(&asker, &rows.iter().map(CoverageJson::from).collect::<Vec<_>>())
}
