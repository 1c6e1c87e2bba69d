//! Reading a file of documents and timing it.

use crate::{floor::floor, process};
use process::Clock;
use seisin_core::{Digest, Document, Published, Reading};
use seisin_read::text::{ReadSettings, Vocabulary, read_sentence, read_text, repair};
use serde_json::{Value, json};
use std::{error::Error, path::Path};

/// One document of an input.
struct Item {
    document: Document,
    text: String,
}

fn items(file: &Path) -> Result<Vec<Item>, Box<dyn Error>> {
    let lines = std::fs::read_to_string(file)?;
    lines.lines().map(|line| item(&serde_json::from_str(line)?)).collect()
}

fn item(row: &Value) -> Result<Item, Box<dyn Error>> {
    let text = row["text"].as_str().ok_or("a line without text")?.to_owned();
    let document = Document {
        published: row["published"].as_str().and_then(Published::parse),
        ..Document::of(row["id"].as_str().unwrap_or("-"), &text)
    };
    Ok(Item { document, text })
}

/// A million bytes are one.
#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a figure for people")]
pub(crate) fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Reads every document again and again for at least `seconds` of one core.
pub(crate) fn time(file: &Path, seconds: f64) -> Result<Value, Box<dyn Error>> {
    let items = items(file)?;
    let bytes: usize = items.iter().map(|item| item.text.len()).sum();
    let words: usize = items.iter().map(|item| item.text.split_whitespace().count()).sum();
    let vocabulary = Vocabulary::built_in();
    let clock = Clock::start();
    let (mut passes, mut claims, mut problems) = (0_u32, 0, 0);
    let mut first = 0.0;
    while passes == 0 || clock.used().as_secs_f64() < seconds {
        (claims, problems) = (0, 0);
        for item in &items {
            let read = read(item, &vocabulary);
            claims += read.claims.len();
            problems += read.problems.len();
        }
        passes += 1;
        if passes == 1 {
            first = clock.used().as_secs_f64();
        }
    }
    let used = clock.used().as_secs_f64() / f64::from(passes);
    let all: String = items.iter().map(|item| item.text.as_str()).collect();
    Ok(json!({
        "documents": items.len(), "bytes": bytes, "words": words, "sha256": Digest::of(all.as_bytes()).to_string(),
        "passes": passes, "seconds": used, "seconds_first": first,
        "mb_per_second": megabytes(bytes) / used, "words_per_second": megabytes(words) * 1e6 / used,
        "claims": claims, "problems": problems, "peak_kb": process::peak_memory(),
        "floor": floor(&all).into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    }))
}

fn read(item: &Item, vocabulary: &Vocabulary) -> Reading {
    read_text(&item.document, &item.text, vocabulary, &ReadSettings::default())
}

/// Repairs every text again and again for at least `seconds` of one core.
pub(crate) fn repair(file: &Path, seconds: f64) -> Result<Value, Box<dyn Error>> {
    let items = items(file)?;
    let bytes: usize = items.iter().map(|item| item.text.len()).sum();
    let clock = Clock::start();
    let (mut passes, mut repairs) = (0_u32, 0);
    while passes == 0 || clock.used().as_secs_f64() < seconds {
        let mended = items.iter().map(|item| repair::repair(&item.text).repairs.len());
        repairs = std::hint::black_box(mended.sum::<usize>());
        passes += 1;
    }
    let used = clock.used().as_secs_f64() / f64::from(passes);
    Ok(json!({
        "bytes": bytes, "passes": passes, "seconds": used, "repairs": repairs,
        "mb_per_second": megabytes(bytes) / used, "peak_kb": process::peak_memory(),
    }))
}

/// Reads one sentence, as a program just started would.
pub(crate) fn start() -> Value {
    let clock = Clock::start();
    let vocabulary = Vocabulary::built_in();
    let built = clock.used().as_secs_f64();
    let read = read_sentence("Morocco holds some 80 percent of Western Sahara.", &vocabulary, None);
    json!({
        "vocabulary_seconds": built, "seconds": clock.used().as_secs_f64(),
        "claims": read.reading.claims.len(), "peak_kb": process::peak_memory(),
    })
}

/// A digest of all that is read of each document.
pub(crate) fn digests(file: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let vocabulary = Vocabulary::built_in();
    Ok(items(file)?
        .iter()
        .map(|item| {
            let all = format!("{:?}", read(item, &vocabulary));
            json!({"id": item.document.path, "read": Digest::of(all.as_bytes()).to_string()})
        })
        .collect())
}

/// How long a quarter of a megabyte and a megabyte of each of some pieces, repeated, take to read;
/// each is told as soon as it is known.
pub(crate) fn hostile(tell: impl Fn(Value)) {
    const LENGTHS: [usize; 2] = [250_000, 1_000_000];
    let vocabulary = Vocabulary::built_in();
    let pieces = include!("hostile_pieces.in");
    for piece in pieces {
        let seconds = LENGTHS.map(|length| {
            let row = json!({"id": piece, "text": piece.repeat(length / piece.len())});
            let Ok(item) = item(&row) else { return f64::NAN };
            let clock = Clock::start();
            std::hint::black_box(read(&item, &vocabulary));
            clock.used().as_secs_f64()
        });
        tell(json!({"piece": piece, "seconds": seconds, "ratio": seconds[1] / seconds[0]}));
    }
}
