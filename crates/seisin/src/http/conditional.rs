//! Answers that need not be sent twice.

use axum::{
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH},
    },
    response::{IntoResponse, Response},
};
use seisin_core::Digest;

/// How long a browser may keep an answer without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Its name changes with its content.
    ForGood,
    /// It may change any time; asking again costs no more than its tag.
    AskAgain,
}

impl Keep {
    const fn header(self) -> &'static str {
        match self {
            Self::ForGood => "public, max-age=31536000, immutable",
            Self::AskAgain => "no-cache",
        }
    }
}

/// `bytes` with a tag made from them, or 304 where the asker has them already.
///
/// # Method
/// The tag is weak (RFC 9110 §8.8.1), since the same answer may travel compressed or not, and is
/// the start of the SHA-256 of `bytes`: equal answers have equal tags across restarts.
pub(crate) fn conditional(
    asker: &HeaderMap,
    keep: Keep,
    kind: &'static str,
    bytes: Vec<u8>,
) -> Response {
    let short: String = Digest::of(&bytes).hex().chars().take(TAG_DIGITS).collect();
    let tag = format!("W/\"{short}\"");
    let mut response = if has_already(asker, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(CONTENT_TYPE, HeaderValue::from_static(kind))], bytes).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep.header()));
    headers.insert(ETAG, HeaderValue::try_from(tag).expect("a tag is quotes and hex digits"));
    response
}

const TAG_DIGITS: usize = 32;

fn has_already(asker: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    asker
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(known: &str) -> StatusCode {
        let mut asker = HeaderMap::new();
        asker.insert(IF_NONE_MATCH, HeaderValue::try_from(known).unwrap());
        conditional(&asker, Keep::AskAgain, "text/plain", b"the same".to_vec()).status()
    }

    #[test]
    fn what_the_asker_has_is_not_sent_again() {
        let first =
            conditional(&HeaderMap::new(), Keep::AskAgain, "text/plain", b"the same".into());
        let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(status(&tag), StatusCode::NOT_MODIFIED);
        assert_eq!(status(&format!("\"another\", {tag}")), StatusCode::NOT_MODIFIED);
        assert_eq!(status(tag.trim_start_matches("W/")), StatusCode::NOT_MODIFIED);
        assert_eq!(status("*"), StatusCode::NOT_MODIFIED);
        assert_eq!(status("\"another\""), StatusCode::OK);
    }
}
