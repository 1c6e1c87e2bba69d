//! Texts made to be slow: the time to read one grows as its length does.

use seisin_core::Document;
use seisin_read::text::{ReadSettings, Vocabulary, read_text};
use std::time::{Duration, Instant};

/// The shorter text of each pair; tests run unoptimised, `reading_speed hostile` reads a megabyte.
const BYTES: usize = 4_000;

/// The longer text is so many times as long.
const TIMES: usize = 4;

/// What is linear takes four times as long, what is quadratic sixteen times.
const MOST_TIMES: u32 = 8;

/// Below this a difference is noise, since tests run beside others.
const FLOOR: Duration = Duration::from_millis(300);

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn time(text: &str, vocabulary: &Vocabulary) -> Duration {
    let document = Document::of("-", text);
    let started = Instant::now();
    let reading = read_text(&document, text, vocabulary, &ReadSettings::default());
    let used = started.elapsed();
    for claim in reading.claims.iter().take(200) {
        assert_eq!(claim.evidence.span.slice(text), Some(claim.evidence.exact.clone()));
    }
    used
}

/// Whether a text four times as long took far more than four times as long, three times over.
fn grows_faster(piece: &str, vocabulary: &Vocabulary) -> bool {
    let (short, long) = (repeated(piece, BYTES), repeated(piece, BYTES * TIMES));
    (0..3).all(|_| {
        let used = time(&long, vocabulary);
        used > FLOOR && used > time(&short, vocabulary) * MOST_TIMES
    })
}

#[test]
fn time_grows_as_the_text_does() {
    let vocabulary = Vocabulary::built_in();
    let pieces = include!("../examples/reading_speed/hostile_pieces.in");
    let slow: Vec<&str> =
        pieces.into_iter().filter(|piece| grows_faster(piece, &vocabulary)).collect();
    assert!(slow.is_empty(), "time grows faster than the text: {slow:?}");
}
