//! What a file of reports is, told by its first bytes and its name.

/// What a file of reports is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputFormat {
    /// One report as text without markup.
    Text,
    /// One report as a web page.
    Html,
    /// RSS, Atom or JSON Feed: one report an entry.
    Feed,
    /// One JSON object a line, one report each.
    Jsonl,
    /// A web archive: one report for each page or text in it.
    Warc,
    /// A packed web archive.
    Wacz,
}

impl InputFormat {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Html, Self::Feed, Self::Jsonl, Self::Warc, Self::Wacz];

    /// How the names of reports end, in a folder of them.
    pub const NAME_ENDINGS: [&str; 23] = [
        ".txt",
        ".text",
        ".html",
        ".htm",
        ".xhtml",
        ".rss",
        ".atom",
        ".xml",
        ".jsonl",
        ".ndjson",
        ".warc",
        ".wacz",
        ".txt.gz",
        ".text.gz",
        ".html.gz",
        ".htm.gz",
        ".xhtml.gz",
        ".rss.gz",
        ".atom.gz",
        ".xml.gz",
        ".jsonl.gz",
        ".ndjson.gz",
        ".warc.gz",
    ];

    /// How many bytes of a file [`InputFormat::detect`] looks at.
    pub const HEAD: usize = 1024;

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Feed => "feed",
            Self::Jsonl => "jsonl",
            Self::Warc => "warc",
            Self::Wacz => "wacz",
        }
    }

    /// The format a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// Tells what a file is by its first bytes (unpacked, if it was packed by gzip) and its name.
    ///
    /// # Method
    /// A signature (`WARC/`, a zip's) decides; then a name that leaves no doubt; then what the text
    /// begins with. Anything else is plain text.
    ///
    /// # Example
    /// ```
    /// use seisin_source::InputFormat;
    /// assert_eq!(InputFormat::detect("-", b"<!DOCTYPE html><p>Sarn"), InputFormat::Html);
    /// assert_eq!(InputFormat::detect("wire.jsonl.gz", b"{\"text\": \"Sarn\"}"), InputFormat::Jsonl);
    /// ```
    pub fn detect(name: &str, head: &[u8]) -> Self {
        if head.starts_with(b"WARC/") {
            return Self::Warc;
        }
        if head.starts_with(b"PK\x03\x04") {
            return Self::Wacz;
        }
        Self::of_name(name).unwrap_or_else(|| Self::of_text(head))
    }

    fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let stem = name.strip_suffix(".gz").unwrap_or(&name);
        match stem.rsplit_once('.')?.1 {
            "txt" | "text" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "rss" | "atom" => Some(Self::Feed),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "warc" => Some(Self::Warc),
            _ => None,
        }
    }

    fn of_text(head: &[u8]) -> Self {
        let text = String::from_utf8_lossy(head).to_lowercase();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let has = |element: &str| text.contains(element);
        if text.starts_with('<') && (has("<rss") || has("<feed") || has("<rdf:rdf")) {
            Self::Feed
        } else if text.starts_with('<')
            && ["<!doctype html", "<html", "<head", "<body", "<meta"].into_iter().any(has)
        {
            Self::Html
        } else if text.starts_with('{') {
            if has("jsonfeed.org/version") { Self::Feed } else { Self::Jsonl }
        } else {
            Self::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_and_names() {
        let rows: [(&str, &[u8], InputFormat); 12] = [
            ("-", b"Arland holds Sarn.", InputFormat::Text),
            ("-", b"", InputFormat::Text),
            ("a.txt", b"<html>", InputFormat::Text),
            ("a.txt", b"WARC/1.0\r\n", InputFormat::Warc),
            ("a.xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", InputFormat::Feed),
            ("a.xml", b"<?xml version='1.0'?><html xmlns=''>", InputFormat::Html),
            ("-", b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'>", InputFormat::Feed),
            ("a.HTM", b"Sarn", InputFormat::Html),
            ("-", b"{\"text\": \"x\"}\n", InputFormat::Jsonl),
            ("-", b"{\"version\": \"https://jsonfeed.org/version/1\"}", InputFormat::Feed),
            ("a.wacz", b"PK\x03\x04", InputFormat::Wacz),
            ("a.warc.gz", b"", InputFormat::Warc),
        ];
        for (name, head, format) in rows {
            assert_eq!(InputFormat::detect(name, head), format, "{name}");
        }
    }
}
