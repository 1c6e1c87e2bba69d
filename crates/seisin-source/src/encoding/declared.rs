//! What some bytes, or the header they came with, say of their encoding.

use super::ToldBy;

/// How far into a page its `<meta>` is looked for; the WHATWG asks for 1,024 bytes, many pages
/// have it later.
const PAGE_HEAD: usize = 8192;

/// The encoding's name in a `Content-Type` such as `text/html; charset=windows-1251`.
pub(crate) fn http_charset(content_type: &str) -> Option<String> {
    label_after_charset(content_type.as_bytes())
}

/// The encoding that a page or an XML file names in itself, without any byte order mark.
pub(crate) fn in_page(bytes: &[u8]) -> Option<(String, ToldBy)> {
    let head = bytes.get(..bytes.len().min(PAGE_HEAD)).unwrap_or_default();
    if let Some(end) = xml_declaration_end(head)
        && let Some(label) = label_after(head.get(..end).unwrap_or_default(), b"encoding")
    {
        return Some((label, ToldBy::XmlDeclaration));
    }
    meta_elements(head).find_map(label_after_charset).map(|label| (label, ToldBy::Page))
}

/// One past the XML declaration that `bytes` begin with.
pub(crate) fn xml_declaration_end(bytes: &[u8]) -> Option<usize> {
    let start = if bytes.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
    let body = bytes.get(start..)?;
    let blank = body.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    body.get(blank..)?.starts_with(b"<?xml").then_some(())?;
    Some(start + find(body, b"?>")? + 2)
}

/// Each `<meta …` up to its `>`, those within comments left out.
fn meta_elements(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += find(head.get(at..)?, b"<")?;
            let here = head.get(at..)?;
            if here.starts_with(b"<!--") {
                at += find(here, b"-->")? + 3;
            } else if here.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"<meta")) {
                let length = find(here, b">").unwrap_or(here.len());
                at += length;
                return here.get(..length);
            } else {
                at += 1;
            }
        }
    })
}

fn label_after_charset(bytes: &[u8]) -> Option<String> {
    label_after(bytes, b"charset")
}

/// The name in `name = "label"`, with or without quotation marks.
fn label_after(bytes: &[u8], name: &[u8]) -> Option<String> {
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let found = rest.windows(name.len()).position(|word| word.eq_ignore_ascii_case(name))?;
        from += found + name.len();
        let value = trim(bytes.get(from..)?).strip_prefix(b"=").map(trim);
        if let Some(value) = value {
            let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
            let label: Vec<u8> =
                value.iter().copied().take_while(|byte| is_label_byte(*byte)).take(64).collect();
            return String::from_utf8(label).ok().filter(|label| !label.is_empty());
        }
    }
}

fn is_label_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_:.+()".contains(&byte)
}

fn trim(bytes: &[u8]) -> &[u8] {
    bytes.trim_ascii_start()
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, label: Option<&str>) {
        assert_eq!(in_page(page.as_bytes()).map(|(label, _)| label).as_deref(), label, "{page}");
    }

    #[test]
    fn the_pages_own_word_is_found_wherever_it_may_stand() {
        check("<meta charset=utf-8>", Some("utf-8"));
        check("<html><META CharSet = 'windows-1251'>", Some("windows-1251"));
        check(
            r#"<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">"#,
            Some("koi8-r"),
        );
        check("<!-- <meta charset=big5> --><meta charset=\"gbk\">", Some("gbk"));
        check("<meta name=charset-note content=none><p>charset=gbk", None);
        check("<meta charset", None);
        check("<meta charset=", None);
        check("<!-- never closed <meta charset=big5>", None);
        check("", None);
    }

    #[test]
    fn an_xml_declaration_goes_before() {
        let xml = "\n<?xml version='1.0' encoding='ISO-8859-5'?><rss>";
        let (label, by) = in_page(xml.as_bytes()).unwrap();
        assert_eq!((label.as_str(), by), ("ISO-8859-5", ToldBy::XmlDeclaration));
        assert_eq!(xml_declaration_end(b"<?xml ?>x"), Some(8));
        assert_eq!(xml_declaration_end(b"<?xml never closed"), None);
    }

    #[test]
    fn a_header_names_it() {
        assert_eq!(http_charset("text/html; Charset=\"UTF-8\"").as_deref(), Some("UTF-8"));
        assert_eq!(http_charset("text/html"), None);
    }
}
