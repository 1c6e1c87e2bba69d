//! How much of the wording two reports share.

use super::sheet::{Paragraph, Sheet, SheetWord};
use std::collections::BTreeSet;

/// Words in a run: with fewer, runs are turns of speech; with more, one changed word in a sentence
/// hides the whole of it.
const RUN_WORDS: usize = 5;

/// Words in a phrase outside quotation marks that two writers seldom hit on by themselves.
const PHRASE_WORDS: usize = 6;

/// Words a paragraph must have for its standing in two reports of one outlet to show that the
/// outlet uses it again and again.
const PARAGRAPH_WORDS: usize = 5;

/// Runs of words as hashes, sorted.
#[derive(Debug, Default)]
pub(crate) struct Runs(Vec<u64>);

impl Runs {
    /// The runs in the report's own voice: none reaches into a quotation, so two reports that quote
    /// one speech share none by that.
    pub(crate) fn own(sheet: &Sheet<'_>) -> Self {
        Self::of(sheet.paragraphs.iter().flat_map(own_stretches))
    }

    /// All runs, quotations included.
    pub(crate) fn all(sheet: &Sheet<'_>) -> Self {
        Self::of(sheet.paragraphs.iter().map(|paragraph| paragraph.words.as_slice()))
    }

    fn of<'w>(stretches: impl Iterator<Item = &'w [SheetWord]>) -> Self {
        let mut runs: Vec<u64> =
            stretches.flat_map(|words| words.windows(RUN_WORDS).map(hash)).collect();
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// The runs themselves.
    pub(crate) fn hashes(&self) -> &[u64] {
        &self.0
    }

    /// How many runs both have.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.0.iter().filter(|run| other.0.binary_search(run).is_ok()).count()
    }
}

fn own_stretches(paragraph: &Paragraph) -> impl Iterator<Item = &[SheetWord]> {
    paragraph.words.split(|word| word.quoted)
}

/// FNV-1a over the words: the same on every machine and in every release.
fn hash(words: &[SheetWord]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = words.iter().flat_map(|word| word.plain.bytes().chain([0]));
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// `n` as a part of `of`; 0 where there is nothing.
pub(crate) fn part(n: usize, of: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if of == 0 { 0.0 } else { number(n) / number(of) }
}

/// The phrases outside quotation marks that both reports have, as the later one prints them, with
/// their length in words; the longest first.
pub(crate) fn shared_phrases(earlier: &Sheet<'_>, later: &Sheet<'_>) -> Vec<(usize, String)> {
    let known: BTreeSet<u64> = windows(earlier).map(hash).collect();
    let mut phrases = Vec::new();
    for stretch in later.paragraphs.iter().flat_map(own_stretches) {
        let mut at = 0;
        while let Some(words) = stretch.get(at..at + PHRASE_WORDS) {
            if !known.contains(&hash(words)) {
                at += 1;
                continue;
            }
            let start = at;
            while stretch.get(at..at + PHRASE_WORDS).is_some_and(|w| known.contains(&hash(w))) {
                at += 1;
            }
            at += PHRASE_WORDS - 1;
            phrases.push(printed(stretch.get(start..at).unwrap_or(&[])));
        }
    }
    phrases.sort_by(|one, other| other.cmp(one));
    phrases.dedup();
    phrases
}

fn windows<'w>(sheet: &'w Sheet<'_>) -> impl Iterator<Item = &'w [SheetWord]> {
    sheet.paragraphs.iter().flat_map(own_stretches).flat_map(|s| s.windows(PHRASE_WORDS))
}

fn printed(words: &[SheetWord]) -> (usize, String) {
    let printed: Vec<&str> = words.iter().map(|word| word.printed.as_str()).collect();
    (words.len(), printed.join(" "))
}

/// Whether all that two reports of one outlet share are paragraphs the outlet prints below or
/// above everything: each has enough of its own beside them, and that shares next to nothing.
pub(crate) fn shares_only_paragraphs(one: &Sheet<'_>, other: &Sheet<'_>) -> bool {
    /// Words beside the shared paragraphs that make a report of its own.
    const REST_WORDS: usize = 20;
    /// The part of the rest that may be alike by chance.
    const REST_SHARE: f64 = 0.1;
    let (mine, theirs) = (paragraphs(one), paragraphs(other));
    let rest = |sheet: &Sheet<'_>, known: &BTreeSet<Vec<String>>| -> Vec<Vec<SheetWord>> {
        let own = |paragraph: &&Paragraph| {
            paragraph.words.len() < PARAGRAPH_WORDS || !known.contains(&plain(paragraph))
        };
        sheet.paragraphs.iter().filter(own).map(|paragraph| paragraph.words.clone()).collect()
    };
    let (one, other) = (rest(one, &theirs), rest(other, &mine));
    let enough = |rest: &[Vec<SheetWord>]| rest.iter().map(Vec::len).sum::<usize>() >= REST_WORDS;
    let runs = |rest: &[Vec<SheetWord>]| Runs::of(rest.iter().map(Vec::as_slice));
    let (first, second) = (runs(&one), runs(&other));
    let fewest = first.0.len().min(second.0.len());
    enough(&one) && enough(&other) && part(first.shared(&second), fewest) < REST_SHARE
}

fn paragraphs(sheet: &Sheet<'_>) -> BTreeSet<Vec<String>> {
    sheet.paragraphs.iter().map(plain).collect()
}

fn plain(paragraph: &Paragraph) -> Vec<String> {
    paragraph.words.iter().map(|word| word.plain.clone()).collect()
}
