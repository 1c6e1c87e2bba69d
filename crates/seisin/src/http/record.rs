//! What is on record, for the choices the screens offer.

use super::{
    conditional::{Keep, conditional},
    problem::Problem,
    site::{Site, list},
};
use crate::wire::PublisherJson;
use axum::{extract::State, http::HeaderMap, response::Response};
use seisin_answer::{AnswerError, Store};
use seisin_places::built_in_frames;
use serde::Serialize;

/// The program and what it can measure with.
#[derive(Debug, Serialize)]
struct AboutJson {
    version: &'static str,
    boundary_sets: Vec<BoundarySetJson>,
    frames: Vec<FrameJson>,
}

#[derive(Debug, Serialize)]
struct BoundarySetJson {
    id: String,
    title: String,
    licence: String,
    positional_error_m: f64,
}

#[derive(Debug, Serialize)]
struct FrameJson {
    id: String,
    title: String,
}

/// The publishers on record: the JSON of `seisin maps list`.
///
/// # Errors
/// Where the store cannot be read.
pub(crate) async fn publishers(
    State(site): State<Site>,
    asker: HeaderMap,
) -> Result<Response, Problem> {
    list(&asker, &site.ask(PublisherJson::all).await?)
}

/// The program's version, the boundary sets on record and the frames that can be named.
///
/// # Errors
/// Where the store cannot be read.
pub(crate) async fn about(State(site): State<Site>, asker: HeaderMap) -> Result<Response, Problem> {
    let boundary_sets = site.ask(boundary_sets).await?;
    let frames = built_in_frames()
        .iter()
        .map(|frame| FrameJson { id: frame.id.clone(), title: frame.title.clone() })
        .collect();
    json(&asker, &AboutJson { version: env!("CARGO_PKG_VERSION"), boundary_sets, frames })
}

fn boundary_sets(store: &Store) -> Result<Vec<BoundarySetJson>, AnswerError> {
    let mut sets = Vec::new();
    for id in store.ledger().boundary_sets(None)? {
        if let Some(set) = store.ledger().boundary_set(&id, None)? {
            sets.push(BoundarySetJson {
                id: set.record.id,
                title: set.record.title,
                licence: set.record.licence.to_string(),
                positional_error_m: set.record.positional_error.metres(),
            });
        }
    }
    Ok(sets)
}

fn json<T: Serialize>(asker: &HeaderMap, value: &T) -> Result<Response, Problem> {
    let bytes = serde_json::to_vec(value).map_err(|error| Problem::fault(error.to_string()))?;
    Ok(conditional(asker, Keep::AskAgain, "application/json", bytes))
}
