//! The front end, carried inside the binary.

use super::{
    conditional::{Keep, conditional},
    problem::Problem,
};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rust_embed::RustEmbed;

/// The committed build of `web/`.
#[derive(RustEmbed)]
#[folder = "../../web/dist/"]
struct Dist;

/// The page.
///
/// # Errors
/// Never, as long as the build has one.
pub(crate) async fn index(asker: HeaderMap) -> Result<Response, Problem> {
    file("index.html", &asker)
}

/// A file of the page.
///
/// # Errors
/// 404 where the build has no such file.
pub(crate) async fn asset(Path(path): Path<String>, asker: HeaderMap) -> Result<Response, Problem> {
    file(&path, &asker)
}

fn file(path: &str, asker: &HeaderMap) -> Result<Response, Problem> {
    let found = Dist::get(path).ok_or_else(|| {
        Problem::new(StatusCode::NOT_FOUND, format!("nothing is served at /{path}"))
    })?;
    // The build names everything under assets/ by its content.
    let keep = if path.starts_with("assets/") { Keep::ForGood } else { Keep::AskAgain };
    Ok(conditional(asker, keep, kind_of(path), found.data.into_owned()))
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_build_has_a_kind() {
        assert!(Dist::get("index.html").is_some());
        for path in Dist::iter() {
            assert_ne!(kind_of(&path), "application/octet-stream", "{path}");
        }
    }

    #[test]
    fn the_page_names_no_other_host() {
        let page = Dist::get("index.html").unwrap();
        let page = String::from_utf8(page.data.into_owned()).unwrap();
        assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("//"));
    }
}
