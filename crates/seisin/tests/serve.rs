//! The program serving the demo's store: over HTTP stands what the command line prints.

#![expect(clippy::unwrap_used, reason = "a test fails where its own footing does")]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

const BINARY: &str = env!("CARGO_BIN_EXE_seisin");
const SENTENCE: &str = "Arland says its forces hold more than 460 square miles of Sarn";

/// The program at work on a store of its own; both end with the test.
struct Served {
    folder: tempfile::TempDir,
    server: Child,
    host: String,
}

impl Served {
    fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made =
            Command::new(BINARY).arg("demo").arg("--dir").arg(folder.path()).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let mut server = seisin(folder.path())
            .args(["serve", "--port", "0"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(server.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
        let host = said.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let host = host.unwrap_or_else(|| panic!("no address in: {said}")).to_owned();
        Self { folder, server, host }
    }

    fn get(&self, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n",
            self.host
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        Answer { head: head.to_owned(), body: body.to_owned() }
    }

    fn prints(&self, args: &[&str]) -> String {
        let output = seisin(self.folder.path()).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.unwrap_or_else(|| panic!("no {name} in {}", self.head)).1
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

fn seisin(store: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command.arg("--store").arg(store);
    command
}

fn query(sentence: &str) -> String {
    sentence.replace(' ', "+")
}

#[test]
fn over_http_stands_what_the_command_line_prints() {
    let served = Served::demo();
    let sentence = query(SENTENCE);
    let json = ["--format", "json"];
    let rows: [(String, Vec<&str>); 10] = [
        (
            format!("/api/check?sentence={sentence}&on=2030-01-14"),
            vec!["check", SENTENCE, "--on", "2030-01-14"],
        ),
        (
            format!("/api/check?sentence={sentence}&on=2030-01-14&known_on=2030-01-16&maps=m1"),
            vec![
                "check",
                SENTENCE,
                "--on",
                "2030-01-14",
                "--known-on",
                "2030-01-16",
                "--maps",
                "m1",
            ],
        ),
        (
            format!("/api/check?sentence={sentence}&from=2030-01-07&to=2030-01-21"),
            vec!["check", SENTENCE, "--from", "2030-01-07", "--to", "2030-01-21"],
        ),
        ("/api/holdings?on=2030-01-14".to_owned(), vec!["holdings", "--on", "2030-01-14"]),
        (
            "/api/holdings?on=2030-01-16&region=sarn&party=arland&maps=m2".to_owned(),
            vec![
                "holdings",
                "--on",
                "2030-01-16",
                "--region",
                "sarn",
                "--party",
                "arland",
                "--maps",
                "m2",
            ],
        ),
        ("/api/claims?kind=holding".to_owned(), vec!["claims", "--kind", "holding"]),
        (
            "/api/series?every=week&prefer=m2&party=arland".to_owned(),
            vec!["series", "--every", "week", "--prefer", "m2", "--party", "arland"],
        ),
        (
            "/api/diff?on=2030-01-14&known=2030-01-16..2030-01-19&maps=m1".to_owned(),
            vec!["diff", "--on", "2030-01-14", "--known", "2030-01-16..2030-01-19", "--maps", "m1"],
        ),
        ("/api/coverage?maps=m1".to_owned(), vec!["coverage", "--maps", "m1"]),
        ("/api/publishers".to_owned(), vec!["maps", "list"]),
    ];
    for (path, args) in rows {
        let answer = served.get(&path, "");
        assert_eq!(answer.status(), "200", "{path}: {}", answer.body);
        assert_eq!(answer.body, served.prints(&[&args[..], &json[..]].concat()), "{path}");
        assert_ne!(answer.json(), serde_json::json!([]), "{path}");
    }
    one_question_has_one_tag(&served);
    shapes_are_the_rows_drawn(&served);
    what_is_not_there_is_a_problem_with_a_hint(&served);
}

/// F11: as known on decides which version speaks; asking again gives the same bytes, or none.
fn one_question_has_one_tag(served: &Served) {
    let path = |known_on: &str| {
        let sentence = query(SENTENCE);
        format!("/api/check?sentence={sentence}&on=2030-01-14&maps=m1&known_on={known_on}")
    };
    let before = served.get(&path("2030-01-16"), "");
    let after = served.get(&path("2030-01-19"), "");
    assert_eq!(before.json()["verdict"], "contradicted");
    assert_eq!(after.json()["verdict"], "supported");
    let tag = before.header("etag").to_owned();
    assert_ne!(tag, after.header("etag"));
    assert_eq!(served.get(&path("2030-01-16"), "").body, before.body);
    let again = served.get(&path("2030-01-16"), &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status(), again.body.as_str()), ("304", ""));
}

fn shapes_are_the_rows_drawn(served: &Served) {
    let rows = served.get("/api/holdings?on=2030-01-14", "").json();
    let shapes = served.get("/api/holdings.geojson?on=2030-01-14", "");
    assert_eq!(shapes.header("content-type"), "application/geo+json");
    let shapes = shapes.json();
    let features = shapes["features"].as_array().unwrap();
    assert_eq!(features.len(), rows.as_array().unwrap().len());
    for (feature, row) in features.iter().zip(rows.as_array().unwrap()) {
        for name in ["party", "region", "publisher", "edition", "edition_date", "licence"] {
            assert_eq!(feature["properties"][name], row[name], "{name}");
        }
        // The demo's m1 forbids passing its shapes on, m2 allows it.
        assert_eq!(feature["properties"]["redistribution"], row["publisher"] == "m2");
        let ring = feature["geometry"]["coordinates"][0][0].as_array().unwrap();
        assert!(ring.len() >= 4 && ring.first() == ring.last());
    }
    // The corrected edition of m1: Arland's box in Sarn starts at 35.48° E.
    let first = features[0]["geometry"]["coordinates"].to_string();
    assert!(first.contains("[35.48,51.2]"), "{first}");
}

fn what_is_not_there_is_a_problem_with_a_hint(served: &Served) {
    let sentence = query(SENTENCE);
    for (path, words) in [
        (format!("/api/check?sentence={sentence}&on=2030-01-14&maps=m9"), "m1, m2"),
        (format!("/api/check?sentence={sentence}&frame=nobodys"), "seisin frames"),
        ("/api/holdings?on=2030-01-14&region=nowhere".to_owned(), "seisin boundaries add"),
    ] {
        let answer = served.get(&path, "");
        assert_eq!(answer.status(), "422", "{path}: {}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(words) && detail.contains("hint:"), "{path}: {detail}");
    }
}
