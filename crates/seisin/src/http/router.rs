//! Which address is answered by what.

use super::{
    assets, check, claims, compare,
    guard::{Hosts, guard},
    headers::secure,
    holdings,
    problem::Problem,
    record,
    site::Site,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{StatusCode, Uri},
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use tower_http::compression::CompressionLayer;

/// The largest body taken: a page of text as JSON, with room for escapes.
const LARGEST_BODY: usize = 128 * 1024;

/// Every address, behind the guard.
pub(crate) fn router(site: Site, hosts: Hosts) -> Router {
    Router::new()
        .nest("/api", api().with_state(site))
        .merge(page())
        .fallback(nothing)
        .method_not_allowed_fallback(other_method)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn_with_state(hosts, guard))
        .layer(from_fn(secure))
}

fn api() -> Router<Site> {
    Router::new()
        .route("/check", get(check::get).post(check::post))
        .route("/holdings", get(holdings::rows))
        .route("/holdings.geojson", get(holdings::geojson))
        .route("/series", get(compare::series))
        .route("/diff", get(compare::diff))
        .route("/coverage", get(compare::coverage))
        .route("/publishers", get(record::publishers))
        .route("/claims", get(claims::get))
        .route("/about", get(record::about))
        .fallback(nothing)
}

fn page() -> Router {
    Router::new()
        .route("/", get(assets::index))
        .route("/{*path}", get(assets::asset))
        .layer(CompressionLayer::new().gzip(true))
}

async fn nothing(uri: Uri) -> Problem {
    Problem::new(StatusCode::NOT_FOUND, format!("nothing is served at {}", uri.path()))
}

async fn other_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this address is only read")
}
