//! `/api/holdings` and `/api/holdings.geojson`: who holds what, in rows and to be drawn.

use super::{
    conditional::{Keep, conditional},
    problem::Problem,
    question::HoldingsFields,
    shapes::shapes,
    site::{Site, list},
};
use crate::wire::HoldingJson;
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};
use seisin_answer::AnswerError;

type Fields = Result<Query<HoldingsFields>, QueryRejection>;

/// The rows: the JSON of `seisin holdings`.
///
/// # Errors
/// Where the fields make no question, or it cannot be answered.
pub(crate) async fn rows(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let Query(fields) = fields.map_err(|error| Problem::question(error.body_text()))?;
    let request = fields.request()?;
    let rows = site.ask(move |store| seisin_answer::holdings(store, &request)).await?;
    let rows: Vec<HoldingJson> = rows.iter().map(HoldingJson::from).collect();
    list(&asker, &rows)
}

/// The shapes of the same rows, for the local screen.
///
/// Showing the user's own material on the user's own screen passes nothing on; each shape carries
/// its licence and whether it may be passed on.
///
/// # Errors
/// As [`rows`].
pub(crate) async fn geojson(
    State(site): State<Site>,
    asker: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let Query(fields) = fields.map_err(|error| Problem::question(error.body_text()))?;
    let (on, maps) = fields.drawn()?;
    let bytes = site
        .ask(move |store| {
            let drawn = seisin_answer::drawn_holdings(store, on, &maps)?;
            Ok::<_, AnswerError>(serde_json::to_vec(&shapes(&drawn)))
        })
        .await?
        .map_err(|error| Problem::fault(error.to_string()))?;
    Ok(conditional(&asker, Keep::AskAgain, "application/geo+json", bytes))
}
