//! Trains the syntax model from treebanks in CoNLL-U and prints how right it is.
//!
//! `cargo run --release --example train_syntax -- OUT ROUNDS LEAST_UPDATES TEST.conllu TRAIN.conllu…`

#![expect(clippy::print_stdout, reason = "a tool that reports its figures")]

use seisin_read::text::syntax::training;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, rounds, least, test, train @ ..] = arguments.as_slice() else {
        println!("usage: train_syntax OUT ROUNDS LEAST_UPDATES TEST.conllu TRAIN.conllu…");
        return Ok(());
    };
    let mut sentences = Vec::new();
    for path in train {
        sentences.extend(training::read_conllu(&std::fs::read_to_string(path)?));
    }
    let rounds = rounds.parse().unwrap_or(8);
    let bytes = training::train(&sentences, rounds, least.parse().unwrap_or(3));
    std::fs::write(out, &bytes)?;
    let held_out = training::read_conllu(&std::fs::read_to_string(test)?);
    if let Some(score) = training::score(&bytes, &held_out) {
        println!(
            "{} sentences, {} bytes; tags {}/{}, heads {}/{}, heads and labels {}/{}",
            sentences.len(),
            bytes.len(),
            score.tags,
            score.words,
            score.heads,
            score.arcs,
            score.labels,
            score.arcs
        );
    }
    Ok(())
}
