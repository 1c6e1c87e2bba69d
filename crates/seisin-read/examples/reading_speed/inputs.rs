//! The two inputs: news as it comes, and reports in which nearly every sentence is about land.

use serde_json::{Value, json};
use std::{error::Error, fs, io::Read, path::Path};

type Done<T> = Result<T, Box<dyn Error>>;

/// Writes `news.jsonl` (the articles of the article-extraction benchmark, of `GeoVirus` and
/// of MEANTIME), `damaged.jsonl` (the same, read in the wrong encoding) and `dense.jsonl` (the
/// development corpus).
pub(crate) fn write(shared: &Path, out: &Path) -> Done<()> {
    fs::create_dir_all(out)?;
    let mut news = articles(shared)?;
    news.extend(geovirus(shared)?);
    news.extend(meantime(shared)?);
    fs::write(out.join("news.jsonl"), lines(&news))?;
    let damaged: Vec<Value> = news.iter().filter_map(damaged).collect();
    fs::write(out.join("damaged.jsonl"), lines(&damaged))?;
    fs::write(out.join("dense.jsonl"), lines(&corpus(shared)?))?;
    Ok(())
}

/// A text whose UTF-8 was read as Latin-1.
fn damaged(row: &Value) -> Option<Value> {
    let text: String = row["text"].as_str()?.bytes().map(char::from).collect();
    Some(json!({"id": row["id"], "text": text}))
}

fn lines(rows: &[Value]) -> String {
    rows.iter().flat_map(|row| [row.to_string(), "\n".to_owned()]).collect()
}

/// The files of a packed suite whose path holds `wanted`, by path.
fn unpack(shared: &Path, suite: &str, wanted: &str) -> Done<Vec<(String, String)>> {
    let file = fs::File::open(shared.join("suites").join(suite))?;
    let mut unpacked = zstd::Decoder::new(file)?;
    unpacked.window_log_max(30)?;
    let mut found = Vec::new();
    for entry in tar::Archive::new(unpacked).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        if path.contains(wanted) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            found.push((path, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    found.sort();
    Ok(found)
}

fn articles(shared: &Path) -> Done<Vec<Value>> {
    let files = unpack(shared, "article-extraction-benchmark.tar.zst", "ground-truth.json")?;
    let (_, text) = files.first().ok_or("no ground-truth.json in the suite")?;
    let all: Value = serde_json::from_str(text)?;
    let rows = all.as_object().ok_or("ground-truth.json is no object")?;
    Ok(rows
        .iter()
        .filter_map(|(id, row)| Some(json!({"id": id, "text": row["articleBody"].as_str()?})))
        .collect())
}

fn geovirus(shared: &Path) -> Done<Vec<Value>> {
    let files = unpack(shared, "geovirus.tar.zst", "GeoVirus.xml")?;
    let (_, xml) = files.first().ok_or("no GeoVirus.xml in the suite")?;
    let texts = xml.split("<text>").skip(1).filter_map(|rest| rest.split("</text>").next());
    Ok(texts
        .enumerate()
        .map(|(at, text)| json!({"id": format!("geovirus-{at}"), "text": plain(text)}))
        .collect())
}

fn plain(xml: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(xml.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// The texts of MEANTIME, put together again from their tokens, one sentence a line.
fn meantime(shared: &Path) -> Done<Vec<Value>> {
    let files = unpack(shared, "meantime-newsreader-en.tar.zst", "/intra_cross-doc_annotation/")?;
    let documents = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "xml"));
    Ok(documents.map(|(path, xml)| json!({"id": path, "text": joined(xml)})).collect())
}

fn joined(xml: &str) -> String {
    let mut text = String::new();
    let mut sentence = "";
    for token in xml.split("<token ").skip(1) {
        let number = token.split("sentence=\"").nth(1).and_then(|rest| rest.split('"').next());
        let word = token.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or("");
        if number.is_some_and(|number| number != sentence) {
            sentence = number.unwrap_or("");
            text.push('\n');
        } else if !closes(word) && !text.ends_with(['(', '$', '“', '[']) {
            text.push(' ');
        }
        text.push_str(&plain(word));
    }
    text
}

fn closes(word: &str) -> bool {
    matches!(
        word,
        "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "'s" | "n't" | "”" | "’s" | "'"
    )
}

fn corpus(shared: &Path) -> Done<Vec<Value>> {
    let text = fs::read_to_string(shared.join("corpus/dev.jsonl"))?;
    text.lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line)?;
            Ok(json!({"id": row["id"], "text": row["text"], "published": row["meta"]["published"]}))
        })
        .collect()
}
