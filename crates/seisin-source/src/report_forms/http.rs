//! The answer of a web server as an archive keeps it.

use std::io::Read;

/// The most header lines of an answer.
const MAX_HEADERS: usize = 256;

/// What is needed of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) content_type: String,
    /// The body, unpacked.
    pub(super) body: Vec<u8>,
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is no HTTP.
    NoAnswer,
    /// Its body is packed in a way that is not known, or damaged.
    Packed(String),
    /// Its body is larger than the limit.
    TooLarge,
}

/// Reads an answer whose body is no larger than `limit`.
pub(super) fn answer(block: &[u8], limit: usize) -> Result<Answer, Unusable> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Response::new(&mut headers);
    let Ok(httparse::Status::Complete(start)) = parsed.parse(block) else {
        return Err(Unusable::NoAnswer);
    };
    let header = |name: &str| {
        let found = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).into_owned()).unwrap_or_default()
    };
    let content_type = header("content-type");
    let status = parsed.code.unwrap_or(0);
    let body = block.get(start..).unwrap_or_default();
    if status != 200 || !is_text(&content_type) {
        return Ok(Answer { status, content_type, body: Vec::new() });
    }
    let joined = if header("transfer-encoding").to_lowercase().contains("chunked") {
        dechunked(body)
    } else {
        None
    };
    let body = unpacked(joined.as_deref().unwrap_or(body), &header("content-encoding"), limit)?;
    Ok(Answer { status, content_type, body })
}

/// Whether a type of content is a page or a text.
pub(super) fn is_text(content_type: &str) -> bool {
    let kind = kind(content_type);
    matches!(kind.as_str(), "text/html" | "application/xhtml+xml" | "text/plain")
}

/// `text/html` of `text/html; charset=utf-8`.
pub(super) fn kind(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The chunks of a body joined; `None` where they are none: many archives keep the header and join
/// the chunks.
fn dechunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    loop {
        let Ok(httparse::Status::Complete((start, length))) = httparse::parse_chunk_size(body)
        else {
            return None;
        };
        let length = usize::try_from(length).ok()?;
        if length == 0 {
            return Some(joined);
        }
        let end = start.checked_add(length)?;
        joined.extend_from_slice(body.get(start..end)?);
        body = body.get(end..)?.strip_prefix(b"\r\n")?;
    }
}

fn unpacked(body: &[u8], coding: &str, limit: usize) -> Result<Vec<u8>, Unusable> {
    let packed = match coding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" | "none" => return Ok(body.to_vec()),
        "gzip" | "x-gzip" if !body.starts_with(&[0x1f, 0x8b]) => return Ok(body.to_vec()),
        "gzip" | "x-gzip" => drain(flate2::read::MultiGzDecoder::new(body), limit),
        "deflate" => drain(flate2::read::ZlibDecoder::new(body), limit)
            .or_else(|_| drain(flate2::read::DeflateDecoder::new(body), limit)),
        "br" => drain(brotli_decompressor::Decompressor::new(body, 4096), limit),
        other => return Err(Unusable::Packed(format!("its body is packed as `{other}`"))),
    };
    match packed {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Unusable::TooLarge),
        // Some archives unpack the body and keep the header.
        Err(_) if looks_like_markup(body) => Ok(body.to_vec()),
        Err(error) => Err(Unusable::Packed(format!("its body cannot be unpacked: {error}"))),
    }
}

fn drain(mut reader: impl Read, limit: usize) -> std::io::Result<Option<Vec<u8>>> {
    super::reader::all(&mut reader, limit)
}

fn looks_like_markup(body: &[u8]) -> bool {
    let head = body.get(..body.len().min(256)).unwrap_or_default();
    std::str::from_utf8(head).is_ok_and(|head| head.trim_start().starts_with('<'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn check(head: &str, body: &[u8], expected: Result<&[u8], ()>) {
        let mut block =
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n").into_bytes();
        block.extend_from_slice(body);
        let found = answer(&block, 1000).map(|answer| answer.body).map_err(|_| ());
        assert_eq!(found.as_deref(), expected.as_ref().map(|body| *body), "{head}");
    }

    #[test]
    fn bodies_are_joined_and_unpacked() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(b"<p>Sarn").unwrap();
        let gzip = gzip.finish().unwrap();
        let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        bomb.write_all(&[b'x'; 2000]).unwrap();
        check("", b"<p>Sarn", Ok(b"<p>Sarn"));
        check(
            "Transfer-Encoding: chunked\r\n",
            b"3\r\n<p>\r\n4\r\nSarn\r\n0\r\n\r\n",
            Ok(b"<p>Sarn"),
        );
        check("Transfer-Encoding: chunked\r\n", b"<p>Sarn", Ok(b"<p>Sarn"));
        check("Content-Encoding: gzip\r\n", &gzip, Ok(b"<p>Sarn"));
        check("Content-Encoding: gzip\r\n", b"<p>Sarn", Ok(b"<p>Sarn"));
        check(
            "Content-Encoding: br\r\n",
            &[0x0b, 0x03, 0x80, b'<', b'p', b'>', b'S', b'a', b'r', b'n', 0x03],
            Ok(b"<p>Sarn"),
        );
        check("Content-Encoding: zstd\r\n", b"x", Err(()));
        check("Content-Encoding: gzip\r\n", &bomb.finish().unwrap(), Err(()));
        assert_eq!(answer(b"no answer", 10), Err(Unusable::NoAnswer));
    }
}
