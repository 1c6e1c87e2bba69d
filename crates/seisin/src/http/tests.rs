//! The addresses that need no store: who may ask, what the browser is told, the page itself.

use super::{guard::Hosts, headers::CONTENT_SECURITY_POLICY, router::router, site::Site};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use std::{net::SocketAddr, path::PathBuf};
use tower::ServiceExt as _;

fn site() -> Router {
    let address = SocketAddr::from(([127, 0, 0, 1], 8417));
    router(Site::over(PathBuf::from("/nowhere/seisin.sqlite")), Hosts::of(address))
}

fn asks(
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> (StatusCode, HeaderMap, Vec<u8>) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let response = site().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        (status, headers, response.into_body().collect().await.unwrap().to_bytes().to_vec())
    })
}

const HERE: (&str, &str) = ("host", "127.0.0.1:8417");

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn only_its_own_loopback_names_are_answered() {
    let rows: [(&[(&str, &str)], StatusCode); 10] = [
        (&[HERE], StatusCode::OK),
        (&[("host", "localhost:8417")], StatusCode::OK),
        (&[("host", "LocalHost:8417")], StatusCode::OK),
        (&[("host", "[::1]:8417")], StatusCode::OK),
        (&[HERE, ("origin", "http://127.0.0.1:8417")], StatusCode::OK),
        (&[], StatusCode::MISDIRECTED_REQUEST),
        (&[("host", "elsewhere.example:8417")], StatusCode::MISDIRECTED_REQUEST),
        (&[("host", "127.0.0.1:80")], StatusCode::MISDIRECTED_REQUEST),
        (&[HERE, ("host", "elsewhere.example")], StatusCode::MISDIRECTED_REQUEST),
        (&[HERE, ("origin", "https://elsewhere.example")], StatusCode::MISDIRECTED_REQUEST),
    ];
    for (headers, expected) in rows {
        assert_eq!(asks("GET", "/", headers, "").0, expected, "{headers:?}");
    }
    assert_eq!(
        asks("GET", "/", &[HERE, ("origin", "null")], "").0,
        StatusCode::MISDIRECTED_REQUEST
    );
}

#[test]
fn every_answer_carries_the_security_headers() {
    for (path, host) in
        [("/", HERE), ("/nothing", HERE), ("/api/check", HERE), ("/", ("host", "x"))]
    {
        let (_, headers, _) = asks("GET", path, &[host], "");
        assert_eq!(headers["content-security-policy"], CONTENT_SECURITY_POLICY, "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
    }
}

#[test]
fn the_policy_lets_nothing_inline_run_and_no_other_host_be_asked() {
    assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
    assert!(!CONTENT_SECURITY_POLICY.contains("http"));
    assert!(CONTENT_SECURITY_POLICY.contains("worker-src 'self'"));
}

#[test]
fn the_page_and_its_parts_are_served_once() {
    let (status, headers, page) = asks("GET", "/", &[HERE], "");
    assert_eq!((status, &headers["cache-control"]), (StatusCode::OK, &"no-cache".parse().unwrap()));
    let page = text(page);
    let script = page.split('"').find(|part| part.starts_with("./assets/index-")).unwrap();
    let path = script.trim_start_matches('.');
    let (status, headers, body) = asks("GET", path, &[HERE], "");
    assert_eq!(status, StatusCode::OK);
    assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(headers["content-type"], "text/javascript; charset=utf-8");

    let tag = headers["etag"].to_str().unwrap().to_owned();
    let (status, _, again) = asks("GET", path, &[HERE, ("if-none-match", &tag)], "");
    assert_eq!((status, again.len()), (StatusCode::NOT_MODIFIED, 0));

    let (_, headers, small) = asks("GET", path, &[HERE, ("accept-encoding", "gzip")], "");
    assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
    assert!(small.len() * 2 < body.len());
}

#[test]
fn refusals_are_problems_with_a_status_and_a_remedy() {
    let long = format!("/api/check?sentence={}", "a".repeat(20_000));
    let rows = [
        ("GET", "/api/nothing", "", 404, "nothing is served at /api/nothing"),
        ("GET", "/../Cargo.toml", "", 404, "nothing is served"),
        ("GET", "/%2e%2e/Cargo.toml", "", 404, "nothing is served"),
        ("DELETE", "/api/check", "", 405, "only read"),
        ("GET", "/api/check", "", 400, "hint: sentence="),
        ("GET", "/api/check?sentence=a&claim=b", "", 400, "either"),
        ("GET", "/api/check?sentence=a&colour=b", "", 400, "unknown field `colour`"),
        ("GET", "/api/check?sentence=a&on=yesterday", "", 400, "hint: write it as"),
        ("GET", "/api/check?sentence=a&known_on=soon", "", 400, "hint: write it as"),
        ("GET", "/api/check?sentence=a&on=2030-01-14&to=2030-01-15", "", 400, "one day"),
        ("GET", "/api/check?sentence=a&from=2030-01-14", "", 400, "both from and to"),
        ("GET", long.as_str(), "", 400, "longer than"),
        ("GET", "/api/holdings", "", 400, "hint: on="),
        ("GET", "/api/holdings.geojson?on=2030-01-14&party=arland", "", 400, "all parties"),
        ("GET", "/api/holdings?on=2030-01-14", "", 500, "/nowhere/seisin.sqlite"),
        ("POST", "/api/check", "{\"sentence\": 1}", 422, "sentence"),
        ("POST", "/api/check", "{", 400, "JSON"),
    ];
    for (method, path, body, status, words) in rows {
        let headers = [HERE, ("content-type", "application/json")];
        let (answered, headers, body) = asks(method, path, &headers, body);
        let shown: String = path.chars().take(60).collect();
        assert_eq!(answered.as_u16(), status, "{method} {shown}");
        assert_eq!(headers["content-type"], "application/problem+json", "{method} {shown}");
        let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(problem["status"], status, "{method} {shown}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(words), "{method} {shown}: {detail}");
    }
}

#[test]
fn a_body_larger_than_a_page_of_text_is_refused() {
    let body = format!("{{\"sentence\": \"{}\"}}", "a".repeat(200_000));
    let headers = [HERE, ("content-type", "application/json")];
    assert_eq!(asks("POST", "/api/check", &headers, &body).0, StatusCode::PAYLOAD_TOO_LARGE);
}
