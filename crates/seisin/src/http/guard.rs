//! Who may ask: only pages of this very server, addressed by a loopback name.
//!
//! A page elsewhere can make a browser ask loopback addresses, and through DNS rebinding it can
//! even read the answer under its own name. So a request whose `Host` is not a loopback name with
//! our port, or whose `Origin` is another's, is refused before anything else looks at it.

use super::problem::Problem;
use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, StatusCode,
        header::{HOST, ORIGIN},
    },
    middleware::Next,
    response::Response,
};
use std::{net::SocketAddr, sync::Arc};

/// The names under which this server may be addressed.
#[derive(Debug, Clone)]
pub(crate) struct Hosts(Arc<[String]>);

impl Hosts {
    /// The loopback names with the port of `address`.
    pub(crate) fn of(address: SocketAddr) -> Self {
        let port = address.port();
        let names = ["127.0.0.1", "localhost", "[::1]"];
        Self(names.iter().map(|name| format!("{name}:{port}")).collect())
    }

    fn has(&self, host: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    /// Why a request with these headers is refused, if it is.
    fn refusal(&self, headers: &HeaderMap) -> Option<&'static str> {
        let mut hosts = headers.get_all(HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok());
        if hosts.next().is_some() || !host.is_some_and(|host| self.has(host)) {
            return Some("this server answers to its loopback address alone");
        }
        let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
        let ours =
            |origin: &str| origin.strip_prefix("http://").is_some_and(|origin| self.has(origin));
        if origin.is_some_and(|origin| !ours(origin)) {
            return Some("this server answers no pages of other sites");
        }
        None
    }
}

/// Refuses requests meant for another host or sent by another site's page.
///
/// # Errors
/// 421 with the reason.
pub(crate) async fn guard(
    State(hosts): State<Hosts>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    match hosts.refusal(request.headers()) {
        Some(reason) => Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, reason)),
        None => Ok(next.run(request).await),
    }
}
