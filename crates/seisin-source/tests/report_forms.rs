//! Reports out of every form they come in: what is taken, what is refused, and with which words.

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use seisin_source::{
    CaptureLimits, CapturedDocument, DocumentMeta, InputFormat, ItemError, SourceLimits,
    SourceReader, each_item,
};
use std::{
    io::{Cursor, Write as _},
    ops::ControlFlow,
};

/// What a source gave: reports captured, and refusals.
#[cfg(test)]
fn take(
    name: &str,
    bytes: &[u8],
    format: Option<InputFormat>,
    limits: &SourceLimits,
) -> (Vec<CapturedDocument>, Vec<ItemError>) {
    let (mut reports, mut refused) = (Vec::new(), Vec::new());
    let reader = SourceReader::File(Box::new(Cursor::new(bytes.to_vec())));
    each_item(name, reader, format, (limits, &DocumentMeta::default()), &mut |item| {
        match item {
            Ok(item) => reports.push(item.capture(CaptureLimits::default()).unwrap()),
            Err(error) => refused.push(error),
        }
        ControlFlow::Continue(())
    });
    (reports, refused)
}

fn all(name: &str, bytes: &[u8]) -> (Vec<CapturedDocument>, Vec<ItemError>) {
    take(name, bytes, None, &SourceLimits::default())
}

#[cfg(test)]
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn record(kind: &str, id: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\n\
         WARC-Date: 2030-01-15T10:00:00Z\r\nWARC-Target-URI: https://wire.example/{id}\r\n\
         Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

const HTTP: &str = "application/http; msgtype=response";

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    let mut block = format!("HTTP/1.1 200 OK\r\n{headers}\r\n").into_bytes();
    block.extend_from_slice(body);
    block
}

fn page(words: &str) -> String {
    format!("<title>Sarn</title><article><p>{}</p></article>", words.repeat(12))
}

/// Two pages, a picture, a request, a redirect, and a text.
fn archive() -> Vec<Vec<u8>> {
    let cyrillic = encoding_rs::WINDOWS_1251
        .encode("<p>Силы Арланда контролируют более 400 квадратных миль области Сарн.</p>")
        .0
        .into_owned();
    vec![
        record("warcinfo", "0", "application/warc-fields", b"software: test\r\n"),
        record("request", "1", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "2",
            HTTP,
            &answer(
                "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                &gzip(
                    page("Arland holds more than 400 square miles of Sarn, it says. ").as_bytes(),
                ),
            ),
        ),
        record("response", "3", HTTP, &answer("Content-Type: image/png\r\n", b"\x89PNG")),
        record(
            "response",
            "4",
            HTTP,
            b"HTTP/1.1 302 Found\r\nContent-Type: text/html\r\n\r\n<p>moved",
        ),
        record(
            "response",
            "5",
            HTTP,
            &answer("content-type: text/html; charset=windows-1251\r\n", &cyrillic),
        ),
        record("conversion", "6", "text/plain", "Velk, 14 January".as_bytes()),
    ]
}

#[cfg(test)]
fn check_archive(name: &str, bytes: &[u8], prefix: &str) {
    let (reports, refused) = all(name, bytes);
    assert_eq!(refused, []);
    let paths: Vec<&str> = reports.iter().map(|report| report.document.path.as_str()).collect();
    assert_eq!(paths, ["2", "5", "6"].map(|id| format!("{prefix}#urn:uuid:{id}")));
    assert!(reports[0].text.contains("400 square miles of Sarn"));
    assert!(reports[1].text.contains("более 400 квадратных миль"), "{}", reports[1].text);
    assert_eq!(reports[1].how.encoding, "windows-1251");
    assert_eq!(reports[1].document.uri.as_deref(), Some("https://wire.example/5"));
    assert_eq!(reports[1].how.retrieved.unwrap().to_string(), "2030-01-15T10:00:00Z");
    assert!(reports[1].bytes.starts_with(b"HTTP/1.1 200 OK"), "the record's bytes are kept");
    assert_eq!(reports[2].text, "Velk, 14 January");
}

#[test]
fn web_archives_give_their_pages_and_texts() {
    let records = archive();
    check_archive("a.warc", &records.concat(), "a.warc");
    let members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    check_archive("a.warc.gz", &members, "a.warc.gz");
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default();
    for name in ["datapackage.json", "pages/pages.jsonl"] {
        packed.start_file(name, stored).unwrap();
        packed.write_all(b"{}").unwrap();
    }
    packed.start_file("archive/data.warc.gz", stored).unwrap();
    packed.write_all(&members).unwrap();
    let packed = packed.finish().unwrap().into_inner();
    check_archive("a.wacz", &packed, "a.wacz!archive/data.warc.gz");
}

#[test]
fn a_damaged_archive_gives_what_stands_before_the_damage() {
    let records = archive();
    let mut cut = records.concat();
    cut.truncate(cut.len() - 10);
    let (reports, refused) = all("a.warc", &cut);
    assert_eq!(reports.len(), 3);
    assert!(refused.iter().all(ItemError::ends_source) && refused.len() == 1, "{refused:?}");
    let mut broken = records[2].clone();
    broken.extend_from_slice(b"WARC/1.0\r\nno header at all\r\n\r\n");
    let (reports, refused) = all("a.warc", &broken);
    assert_eq!(reports.len(), 1);
    assert!(refused[0].to_string().contains("read a.warc, record 2: no WARC header stands there"));
    let packed = gzip(&records.concat());
    let (_, refused) = all("a.warc.gz", &packed[..packed.len() / 2]);
    assert!(refused[0].ends_source());
}

#[test]
fn limits_name_the_place_and_what_to_do() {
    let limits = SourceLimits { item_bytes: 300, ..SourceLimits::default() };
    let large = record("resource", "9", "text/plain", &[b'x'; 400]);
    let archive = [large, archive()[6].clone()].concat();
    let (reports, refused) = take("a.warc", &archive, None, &limits);
    assert_eq!(reports.len(), 1, "the next record is read");
    let message = refused[0].to_string();
    assert!(
        message.starts_with("take a.warc, record 1 (urn:uuid:9): it has more than the 300 bytes"),
        "{message}"
    );
    assert!(message.contains("\nhint: "));

    let bomb = gzip(&vec![b'x'; 8 << 20]);
    let small = SourceLimits { item_bytes: 1 << 20, expansion: 100, ..SourceLimits::default() };
    for name in ["a.jsonl.gz", "a.txt.gz", "a.rss.gz"] {
        let (_, refused) = take(name, &bomb, None, &small);
        let expected = "it becomes more than 100 times as large; the rest was not read";
        assert!(refused[0].to_string().contains(expected), "{name} {refused:?}");
    }

    let header = format!("WARC/1.0\r\n{}", "X-Long: yes\r\n".repeat(200_000));
    let (_, refused) = all("a.warc", header.as_bytes());
    assert!(refused[0].to_string().contains("a header does not end"), "{refused:?}");

    let many = SourceLimits { items: 2, ..SourceLimits::default() };
    let (reports, refused) = take("a.jsonl", &b"{\"text\": \"a\"}\n".repeat(5), None, &many);
    assert_eq!((reports.len(), refused.len()), (2, 1));
    assert!(refused[0].to_string().starts_with("take more than 2 reports from a.jsonl"));
}

#[test]
fn lines_of_json_are_reports_and_bad_lines_are_named() {
    let lines = "\u{feff}{\"text\": \"Сарн\\n\", \"uri\": \"https://e.org/1\", \"publisher\": \"Wire\", \
                 \"published\": \"2030-01-14\", \"mood\": 3}\r\n\n{\"html\": \"<p>Arland holds Sarn.</p>\"}\n\
                 {\"text\": 3}\nnot json\n{\"text\": \"last\", \"published\": \"2 hours ago\"}";
    let (reports, refused) = all("w.jsonl", lines.as_bytes());
    let texts: Vec<&str> = reports.iter().map(|report| report.text.as_str()).collect();
    assert_eq!(texts, ["Сарн\n", "Arland holds Sarn.", "last"]);
    assert_eq!(reports[0].document.publisher.as_deref(), Some("Wire"));
    assert_eq!(reports[0].document.published.unwrap().to_string(), "2030-01-14");
    assert_eq!(reports[2].document.published, None);
    assert!(reports[2].notes[0].sentence.contains("2 hours ago"));
    assert!(reports[0].bytes.ends_with(b"\"mood\": 3}\r"), "the line is kept as it came");
    let places: Vec<&str> = refused.iter().map(ItemError::place).collect();
    assert_eq!(places, ["w.jsonl#4", "w.jsonl#5"]);
    assert!(refused[1].to_string().contains("it is no JSON object"));
    let long = SourceLimits { item_bytes: 40, ..SourceLimits::default() };
    let lines = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}\n", "a".repeat(50));
    let (reports, refused) = take("w.jsonl", lines.as_bytes(), None, &long);
    assert_eq!((reports.len(), refused.len()), (1, 1));
}

const RSS: &str = r#"<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Wire</title><language>en</language>
<item><title>Сарн &amp; Velk</title><link>https://wire.example/1</link>
<pubDate>Mon, 14 Jan 2030 09:00:00 +0200</pubDate>
<content:encoded><![CDATA[<p>Arland holds <b>400</b> km&sup2;.</p><p>Borland denies it.</p>]]></content:encoded></item>
<item><title>Second</title><description>Plain words only.</description></item>
<item><guid>3</guid></item>
</channel></rss>"#;

#[test]
fn feeds_give_a_report_an_entry() {
    let bytes = encoding_rs::WINDOWS_1251.encode(RSS).0.into_owned();
    let (reports, refused) = all("feed.xml", &bytes);
    assert_eq!(reports.len(), 2, "{refused:?}");
    assert_eq!(reports[0].text, "Сарн & Velk\n\nArland holds 400 km².\n\nBorland denies it.");
    assert_eq!(reports[0].document.published.unwrap().to_string(), "2030-01-14T07:00:00Z");
    assert_eq!(reports[0].document.publisher.as_deref(), Some("Wire"));
    assert_eq!(reports[0].document.uri.as_deref(), Some("https://wire.example/1"));
    assert!(reports[0].bytes.starts_with(b"<item>") && reports[0].bytes.ends_with(b"</item>"));
    assert_eq!(reports[1].text, "Second\n\nPlain words only.");
    assert_eq!(refused[0].place(), "feed.xml#3");
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>w</id>
        <updated>2030-01-15T00:00:00Z</updated><entry><id>e</id><title type="html">A &amp;amp; B</title>
        <updated>2030-01-15T00:00:00Z</updated><link href="https://wire.example/e"/>
        <content type="html">&lt;p&gt;Arland holds Sarn.&lt;/p&gt;</content></entry></feed>"#;
    let (reports, _) = all("-", atom.as_bytes());
    assert_eq!(reports[0].text, "A & B\n\nArland holds Sarn.");
    let deep = format!("<rss version='2.0'><channel>{}", "<item>".repeat(100_000));
    let (_, refused) = all("deep.rss", deep.as_bytes());
    assert!(refused[0].to_string().contains("deep in each other"), "{refused:?}");
}

#[test]
fn a_format_that_is_named_goes_before_one_that_is_guessed() {
    let named = Some(InputFormat::Text);
    let (reports, _) = take("a.html", b"<p>Sarn", named, &SourceLimits::default());
    assert_eq!(reports[0].text, "<p>Sarn");
    let (reports, _) = all("a.txt.gz", &gzip("Сарн".as_bytes()));
    assert_eq!(reports[0].text, "Сарн");
    let stream = SourceReader::Stream(Box::new(&b"PK\x03\x04"[..]));
    let mut said = String::new();
    let (limits, meta) = (SourceLimits::default(), DocumentMeta::default());
    each_item("-", stream, None, (&limits, &meta), &mut |item| {
        said = item.unwrap_err().to_string();
        ControlFlow::Continue(())
    });
    assert!(said.contains("hint: save it as a file"), "{said}");
}

#[test]
fn the_taker_may_stop_at_any_report() {
    let mut seen = 0;
    let reader = SourceReader::Stream(Box::new(Cursor::new(b"{\"text\": \"a\"}\n".repeat(9))));
    let (limits, meta) = (SourceLimits::default(), DocumentMeta::default());
    each_item("-", reader, Some(InputFormat::Jsonl), (&limits, &meta), &mut |_| {
        seen += 1;
        if seen == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(seen, 3);
}

/// Archives and feeds with some of their bytes changed.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop::sample::select(vec![
        archive().concat(),
        RSS.as_bytes().to_vec(),
        gzip(&archive().concat()),
    ]);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12);
    (whole, changes, any::<prop::sample::Index>()).prop_map(|(mut bytes, changes, end)| {
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len()) + bytes.len() / 2);
        bytes
    })
}

fn anything(bytes: &[u8]) {
    for format in InputFormat::ALL {
        let (reports, _) = take("-", bytes, Some(format), &SourceLimits::default());
        for report in reports {
            let length = report.text.chars().count();
            assert!(
                report.notes.iter().filter_map(|note| note.span).all(|span| span.end <= length)
            );
            assert_eq!(report.document.id, seisin_core::Digest::of(&report.bytes));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn any_bytes_in_any_format(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        anything(&bytes);
    }

    #[test]
    fn damaged_bytes_in_any_format(bytes in damaged()) {
        anything(&bytes);
    }
}
