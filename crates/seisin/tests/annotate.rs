//! Reports in every form through the program; annotations; records against their schemas.

mod road;

use flate2::{Compression, write::GzEncoder};
use road::{Output, run, run_with};
use serde_json::Value;
use std::{fs, io::Write as _, path::Path};

const SENTENCE: &str = "Ukraine says its forces hold more than 400 square miles of Kursk region.";

fn done(output: Output) -> Output {
    assert_eq!(output.code, 0, "{}", output.stderr);
    output
}

fn rows(jsonl: &str) -> Vec<Value> {
    jsonl.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn warc(page: &str) -> Vec<u8> {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n\
         WARC-Date: 2024-09-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n\
         Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
    .into_bytes()
}

/// One folder with one report in each form, and what cannot be taken.
fn folder(dir: &Path) {
    let page = format!(
        "<meta charset=utf-8><meta property='article:published_time' content='2024-09-01'>\
         <article><p>{SENTENCE}</p><p>{}</p></article>",
        "A second paragraph about the weather, without any land in it, to make an article. "
            .repeat(8)
    );
    let utf16: Vec<u8> =
        format!("\u{feff}{SENTENCE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&warc(&page)).expect("it is in memory");
    let line = serde_json::json!({"text": SENTENCE, "published": "2024-09-01"});
    let feed = format!(
        "<rss version='2.0'><channel><title>Wire</title><item><title>T</title>\
         <description>{SENTENCE}</description></item></channel></rss>"
    );
    for (name, bytes) in [
        ("a.txt", utf16),
        ("b.html", page.into_bytes()),
        ("c.warc.gz", packed.finish().expect("it is in memory")),
        ("d.jsonl", format!("{line}\nno json\n").into_bytes()),
        ("e.xml", feed.into_bytes()),
        ("f.ignored", b"no report".to_vec()),
    ] {
        fs::write(dir.join(name), bytes).expect("a report");
    }
}

#[test]
fn a_folder_of_every_form_is_read_in_order() {
    let dir = tempfile::tempdir().expect("a folder");
    folder(dir.path());
    let args =
        ["read", ".", "--published", "2024-09-02", "--format", "jsonl", "--problems", "../p.jsonl"];
    let problems = dir.path().join("p");
    let args: Vec<&str> =
        args.iter().map(|arg| if *arg == "../p.jsonl" { "p" } else { arg }).collect();
    let output = run(dir.path(), &args);
    assert_eq!(output.code, 4, "{}", output.stderr);
    assert!(
        output.stderr.contains("failed to take ./d.jsonl#2: it is no JSON object"),
        "{}",
        output.stderr
    );
    let claims = rows(&output.stdout);
    let paths: Vec<&str> = claims
        .iter()
        .filter(|c| c["kind"] == "holding")
        .filter_map(|c| c["document"]["path"].as_str())
        .collect();
    assert_eq!(
        paths,
        ["./a.txt", "./b.html", "./c.warc.gz#urn:uuid:1", "./d.jsonl#1", "./e.xml#1"]
    );
    assert!(claims.iter().all(|claim| claim["evidence"]["exact"].as_str().is_some()));
    assert_eq!(claims[1]["document"]["published"], "2024-09-01");
    let told = fs::read_to_string(problems).expect("the problems");
    assert!(
        told.contains("\"kind\":\"not_read\"") && told.contains("retrieved at 2024-09-01"),
        "{told}"
    );
    let again = run(dir.path(), &args);
    assert_eq!(again.stdout, output.stdout, "the same bytes each time");
}

#[test]
fn standard_input_is_taken_for_what_it_is() {
    let dir = tempfile::tempdir().expect("a folder");
    let page = format!("<html><article><p>{}</p></article>", SENTENCE.repeat(4));
    let args = ["annotate", "-", "--format", "jsonl"];
    let seen = rows(&done(run_with(dir.path(), &args, page.as_bytes())).stdout);
    assert!(
        seen.iter().any(|one| one["type"] == "quantity" && one["unit"] == "[mi_i]2"),
        "{seen:?}"
    );
    let args = ["annotate", "-", "--format", "jsonl", "--input-format", "text"];
    let text = "Arlandโs — <b>400 km²</b>";
    let seen = rows(&done(run_with(dir.path(), &args, text.as_bytes())).stdout);
    let letters: Vec<char> = text.chars().collect();
    for one in &seen {
        let at = |name: &str| usize::try_from(one[name].as_u64().expect("a place")).expect("small");
        let words: String = letters[at("start")..at("end")].iter().collect();
        assert_eq!(one["exact"], words);
    }
    assert!(seen.iter().any(|one| one["type"] == "repair" && one["repaired"] == "’"), "{seen:?}");
}

fn committed(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/schema");
    folder.join(format!("{name}.json"))
}

/// `UPDATE_DOCS=1 cargo test -p seisin --test annotate` writes the copies anew.
#[test]
fn schemas_are_committed_as_the_program_prints_them() {
    for name in ["claim", "problem", "annotation", "candidate"] {
        let printed = done(run(Path::new("."), &["schema", name])).stdout;
        #[expect(clippy::disallowed_methods, reason = "a test may be told to write the page")]
        if std::env::var("UPDATE_DOCS").is_ok() {
            fs::create_dir_all(committed(name).parent().expect("a folder")).expect("the folder");
            fs::write(committed(name), &printed).expect("the copy");
        }
        let copy = fs::read_to_string(committed(name)).expect("docs/reference/schema");
        assert!(copy == printed, "{name}: UPDATE_DOCS=1 writes the copy anew");
    }
}

/// Every record the program prints of the demo's reports fits its schema; a record that lacks a
/// field, or has one of another kind, does not.
#[test]
fn records_fit_their_schemas() {
    let dir = tempfile::tempdir().expect("a folder");
    done(run(dir.path(), &["demo", "--dir", "world"]));
    let articles = "world/articles";
    fs::write(dir.path().join("world/articles/z.html"), "<p>Sarn").expect("a page");
    let problems = dir.path().join("p.jsonl");
    let claims = done(run(
        dir.path(),
        &["--store", "world", "read", articles, "--format", "jsonl", "--problems", "p.jsonl"],
    ))
    .stdout;
    let annotations =
        done(run(dir.path(), &["--store", "world", "annotate", articles, "--format", "jsonl"]))
            .stdout;
    let problems = fs::read_to_string(problems).expect("the problems");
    for (name, output, fewest) in
        [("claim", &claims, 6), ("problem", &problems, 1), ("annotation", &annotations, 30)]
    {
        let schema = done(run(dir.path(), &["schema", name])).stdout;
        let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema is one");
        let rows = rows(output);
        assert!(rows.len() >= fewest, "{name}: {}", rows.len());
        for row in rows {
            let fault = validator.iter_errors(&row).next().map(|fault| fault.to_string());
            assert_eq!(fault, None, "{name}: {row}");
            let mut lacking = row.clone();
            lacking.as_object_mut().expect("an object").remove("schema");
            assert!(!validator.is_valid(&lacking));
            let mut other = row;
            other["schema"] = "seisin.other/1".into();
            assert!(!validator.is_valid(&other));
        }
    }
}
