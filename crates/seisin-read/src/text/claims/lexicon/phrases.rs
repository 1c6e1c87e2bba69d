//! Phrases that answer an offer, found by their first word.

use super::{files::PhraseRow, quick::WordMap, words::Lexicon};

/// Forms of "be" that no rule makes and no list has.
const OF_BE: [&str; 3] = ["are", "were", "am"];

/// The most words that a gap may leave out.
const GAP: usize = 4;

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// One of some words.
    Words(Vec<String>),
    /// Up to a few words of any sort.
    Gap,
    /// Up to a few words, a noun or pronoun for an offer among them.
    Plan,
}

/// A phrase and the answer it is.
#[derive(Debug, Clone)]
struct Phrase {
    stance: String,
    pieces: Vec<Piece>,
}

/// All phrases that answer an offer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
    by_first: WordMap<Vec<usize>>,
}

/// A phrase found: its answer, and one past its last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhraseFound<'a> {
    /// The answer's word.
    pub(crate) stance: &'a str,
    /// One past the last word.
    pub(crate) end: usize,
}

impl Phrases {
    /// The phrases of some rows; `=` before a word stands for all forms of a verb.
    pub(super) fn of(lexicon: &Lexicon, rows: &[PhraseRow]) -> Self {
        let mut phrases = Self::default();
        for row in rows {
            for words in &row.phrases {
                let pieces: Vec<Piece> =
                    words.split(' ').map(|word| piece(lexicon, word)).collect();
                if let Some(Piece::Words(first)) = pieces.first() {
                    let at = phrases.list.len();
                    for word in first.clone() {
                        phrases.by_first.or_default(word).push(at);
                    }
                    phrases.list.push(Phrase { stance: row.stance.clone(), pieces });
                }
            }
        }
        phrases
    }

    /// The longest phrase that begins at a word; `word` gives the words, `is_plan` tells those for
    /// an offer.
    pub(crate) fn at<'a>(
        &'a self,
        at: usize,
        word: &dyn Fn(usize) -> &'a str,
        is_plan: &dyn Fn(&str) -> bool,
    ) -> Option<PhraseFound<'a>> {
        let candidates = self.by_first.get(word(at))?;
        candidates
            .iter()
            .filter_map(|index| {
                let phrase = self.list.get(*index)?;
                let end = end_of(&phrase.pieces, at, word, is_plan)?;
                Some(PhraseFound { stance: &phrase.stance, end })
            })
            .max_by_key(|found| found.end)
    }
}

fn piece(lexicon: &Lexicon, word: &str) -> Piece {
    match word {
        ".." => Piece::Gap,
        "#" => Piece::Plan,
        _ => match word.strip_prefix('=') {
            Some(verbs) => Piece::Words(
                verbs
                    .split('|')
                    .flat_map(|verb| lexicon.forms_of(verb))
                    .map(|(form, _)| form)
                    .chain(
                        verbs
                            .split('|')
                            .any(|verb| verb == "be")
                            .then_some(OF_BE)
                            .into_iter()
                            .flatten()
                            .map(str::to_owned),
                    )
                    .collect(),
            ),
            None => Piece::Words(word.split('|').map(str::to_owned).collect()),
        },
    }
}

/// Where some pieces end that begin at a word.
fn end_of<'a>(
    pieces: &[Piece],
    at: usize,
    word: &dyn Fn(usize) -> &'a str,
    is_plan: &dyn Fn(&str) -> bool,
) -> Option<usize> {
    let Some((first, rest)) = pieces.split_first() else { return Some(at) };
    let closed = |at: usize| matches!(word(at), "" | ";" | ".");
    match first {
        Piece::Words(words) => {
            let here = word(at);
            if !words.iter().any(|known| known == here) {
                return None;
            }
            end_of(rest, at + 1, word, is_plan)
        }
        Piece::Gap | Piece::Plan => {
            let least = usize::from(*first == Piece::Plan);
            (least..=GAP + 2 * least)
                .take_while(|skipped| (at..at + skipped).all(|over| !closed(over)))
                .filter(|skipped| {
                    *first == Piece::Gap || (at..at + skipped).any(|over| is_plan(word(over)))
                })
                .find_map(|skipped| end_of(rest, at + skipped, word, is_plan))
        }
    }
}
