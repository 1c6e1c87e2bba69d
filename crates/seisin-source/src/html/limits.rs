//! Pages made to keep a parser busy.

use super::{
    marks::is_void,
    walk::{Step, walk},
};

/// The deepest nesting handed to the article library; browsers stop at 512 as well.
const MAX_DEPTH: usize = 512;
/// The most attributes of one tag: comparing each with each takes the square of their number.
const MAX_ATTRIBUTES: usize = 4_000;
/// The most tags handed to the article library.
const MAX_TAGS: usize = 400_000;

/// Why a page's structure is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TooMuch {
    /// A tag with too many attributes: not even its words can be told from its tags in time.
    Attributes,
    /// Elements inside each other, or altogether.
    Elements,
}

/// Whether a page can be taken apart in reasonable time.
pub(super) fn within(page: &str) -> Result<(), TooMuch> {
    if longest_tag(page) > MAX_ATTRIBUTES {
        return Err(TooMuch::Attributes);
    }
    let mut depth = 0_usize;
    let mut deepest = 0;
    let mut tags = 0_usize;
    walk(page, |step| match step {
        Step::Open(tag) if !closes_by_itself(&tag.name) && !tag.self_closing => {
            depth += 1;
            tags += 1;
            deepest = deepest.max(depth);
        }
        Step::Open(_) => tags += 1,
        Step::Close(name) if !closes_by_itself(name) => depth = depth.saturating_sub(1),
        _ => {}
    });
    if deepest > MAX_DEPTH || tags > MAX_TAGS { Err(TooMuch::Elements) } else { Ok(()) }
}

/// Elements without an end tag, or whose end tag may be left out.
fn closes_by_itself(name: &str) -> bool {
    let end_tag_left_out = matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "colgroup"
            | "html"
            | "body"
            | "head"
    );
    end_tag_left_out || is_void(name)
}

/// The most attributes of a tag, scripts and styles left out.
fn longest_tag(page: &str) -> usize {
    let mut longest = 0;
    let mut rest = page.as_bytes();
    while let Some(start) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = rest;
        let (attributes, length) = attributes(tag);
        longest = longest.max(attributes);
        rest = rest.get(length..).unwrap_or_default();
        if let Some(name) =
            [b"script".as_slice(), b"style"].into_iter().find(|name| begins(tag, name))
        {
            rest = after_end_tag(rest, name);
        }
    }
    longest
}

/// How many attributes a tag can have, and how long it is.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let mut count = 0;
    let mut at = 0;
    while let Some(&byte) = tag.get(at) {
        at += 1;
        match byte {
            b'>' => break,
            b'=' => {
                let rest = tag.get(at..).unwrap_or_default();
                let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                if let Some(&quote @ (b'"' | b'\'')) = rest.get(blank) {
                    let value = rest.get(blank + 1..).unwrap_or_default();
                    let length =
                        value.iter().position(|byte| *byte == quote).unwrap_or(value.len());
                    at += blank + length + 2;
                    count += 1;
                }
            }
            b'/' => count += 1,
            byte if byte.is_ascii_whitespace() => count += 1,
            _ => {}
        }
    }
    (count, at.min(tag.len()))
}

fn begins(tag: &[u8], name: &[u8]) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// What follows the end tag of a script or a style.
fn after_end_tag<'a>(rest: &'a [u8], name: &[u8]) -> &'a [u8] {
    let is_end = |window: &[u8]| {
        window.starts_with(b"</") && begins(window.get(2..).unwrap_or_default(), name)
    };
    let at = rest.windows(name.len() + 2).position(is_end).unwrap_or(rest.len());
    rest.get(at..).unwrap_or_default()
}
