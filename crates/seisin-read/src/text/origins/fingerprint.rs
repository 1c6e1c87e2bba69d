//! What of a report shows where it comes from.

use super::cluster::OriginInput;
use crate::text::{Prepared, TokenKind, claims::quotations, prepare, quantity};
use seisin_core::Quantity;
use std::collections::BTreeSet;

/// How many words make a shingle.
const SHINGLE: usize = 5;
/// The fewest words of a quotation that tells where it comes from.
const QUOTATION: usize = 4;

/// What of a report shows where it comes from.
#[derive(Debug)]
pub(super) struct Fingerprint {
    /// Runs of five words, as numbers.
    pub(super) shingles: BTreeSet<u64>,
    /// Those that stand outside quotation marks.
    pub(super) own_words: BTreeSet<u64>,
    /// Quotations, as numbers.
    pub(super) quotations: BTreeSet<u64>,
    /// Amounts of land, with the words they were printed in.
    pub(super) figures: Vec<Quantity>,
    /// Numbers of two digits or more, as printed.
    pub(super) numbers: BTreeSet<String>,
    /// The repaired text.
    pub(super) text: String,
}

impl Fingerprint {
    /// The fingerprint of a report.
    pub(super) fn of(input: &OriginInput<'_>) -> Self {
        let prepared = prepare(input.text);
        let quoted = quotations(&prepared);
        let words = words(&prepared);
        let inside = |at: usize| quoted.iter().any(|range| range.contains(&at));
        let mut shingles = BTreeSet::new();
        let mut own_words = BTreeSet::new();
        for run in words.windows(SHINGLE) {
            let number = number(run.iter().map(|(_, word)| word.as_str()));
            shingles.insert(number);
            if !run.iter().any(|(at, _)| inside(*at)) {
                own_words.insert(number);
            }
        }
        let quotations = quoted
            .iter()
            .map(|range| plain_words(prepared.slice(range.clone())))
            .filter(|words| words.len() >= QUOTATION)
            .map(|words| number(words.iter().map(String::as_str)))
            .collect();
        Self {
            shingles,
            own_words,
            quotations,
            figures: figures(&prepared),
            numbers: numbers(&prepared),
            text: prepared.text,
        }
    }
}

fn words(prepared: &Prepared) -> Vec<(usize, String)> {
    let of_report = prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    of_report
        .flat_map(|sentence| prepared.tokens_of(sentence))
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| (token.range.start, prepared.word(token).to_lowercase()))
        .collect()
}

fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A run of words as a number: FNV-1a.
fn number<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

fn figures(prepared: &Prepared) -> Vec<Quantity> {
    let of_report = prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    of_report
        .flat_map(|sentence| quantity::tag(prepared, sentence))
        .filter(|mention| {
            matches!(mention.kind, quantity::MentionKind::Area | quantity::MentionKind::Share)
        })
        .map(|mention| mention.quantity)
        .collect()
}

fn numbers(prepared: &Prepared) -> BTreeSet<String> {
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    prepared
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Number)
        .map(|token| prepared.word(token).to_owned())
        .filter(|word| word.len() >= 3 && !year(word))
        .collect()
}
