//! Whether a text is about land between parties at all, and which of its passages are.

use super::{lexicon::Lexicon, vocabulary::Vocabulary};
use crate::text::{Prepared, TokenKind, word_table::WordTable};
use std::{ops::Range, sync::LazyLock};

/// What a word is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Matter {
    /// Land between parties.
    Land,
    /// Something else.
    Other,
}

static WORDS: LazyLock<WordTable<Matter>> = LazyLock::new(|| {
    let lexicon = Lexicon::built_in();
    let land = lexicon.matter.iter().map(|word| (word.as_str(), Matter::Land));
    let other = lexicon.other_matter.iter().map(|word| (word.as_str(), Matter::Other));
    WordTable::new(land.chain(other))
});

/// A word that shows what a passage is about: its number among all such words, and what it weighs.
#[derive(Debug, Clone, Copy)]
struct Sign {
    number: usize,
    weight: usize,
    /// What it weighs apart from the dealings of states.
    own: usize,
    /// What it weighs against the passage.
    against: usize,
}

/// What a word of land, one that other matters share, and one of states weigh.
const WEIGHTS: [usize; 3] = [3, 2, 1];

/// What a word of another matter weighs against a passage.
const AGAINST: usize = 2;

static SIGNS: LazyLock<WordTable<Sign>> = LazyLock::new(|| {
    let lists = Lexicon::built_in().passage.iter().zip(WEIGHTS);
    let speaks_for = |weight: usize| (weight, if weight > 1 { weight } else { 0 }, 0);
    let words = lists.flat_map(|(list, weight)| list.iter().map(move |word| (word, weight)));
    let words = words.map(|(word, weight)| (word, speaks_for(weight)));
    let against = Lexicon::built_in().against.iter().map(|word| (word, (0, 0, AGAINST)));
    WordTable::new(words.chain(against).enumerate().map(
        |(number, (word, (weight, own, against)))| {
            (word.as_str(), Sign { number, weight, own, against })
        },
    ))
});

/// How many sentences before and after one belong to its passage.
const REACH: usize = 20;

/// So many sentences are read unless their words are of another matter.
const FEW: usize = 4;

/// What the words of a passage must weigh: as much as a third of the number of its sentences, the
/// first [`FEW`] not counted, and no more than this.
const ENOUGH: usize = 6;

/// What its words must weigh, in the same way, when those of states and their dealings are left out:
/// presidents and ministers alone make no passage about land.
const ENOUGH_OWN: usize = 4;

/// By how much its words must outweigh those of other matters, in the same way; the words of states
/// and their dealings count half.
const ENOUGH_ABOVE: usize = 4;

/// What the words of other matters may weigh in so few sentences that nothing is asked of them: one word
/// says nothing.
const SLIGHT: usize = AGAINST;

/// Which of some sentences of a text stand in a passage about land between parties.
///
/// # Method
/// A passage is a sentence with the [`REACH`] before and after it. Each word of the lists in
/// `lexicon/matter.toml` counts once a passage, those of other matters against it: troops, a border and
/// a ministry in a report on an epidemic make it no report on land. One look-up a word, and no analysis: all that is dear
/// (tags, trees, names, amounts) comes after, for the passages alone.
pub(crate) fn passages(prepared: &Prepared, sentences: &[usize]) -> Vec<bool> {
    let mut signs: Vec<Sign> = Vec::new();
    let table = &*SIGNS;
    let ends: Vec<usize> = sentences
        .iter()
        .map(|at| {
            let tokens = prepared.sentences.get(*at).map(|found| prepared.tokens_of(found));
            signs.extend(
                tokens
                    .unwrap_or_default()
                    .iter()
                    .filter(|token| token.kind == TokenKind::Word)
                    .filter_map(|token| table.get(prepared.word(token))),
            );
            signs.len()
        })
        .collect();
    let of =
        |at: usize| at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let mut window = Window::default();
    let mut reached = 0..0;
    (0..sentences.len())
        .map(|at| {
            let wanted = at.saturating_sub(REACH)..(at + REACH + 1).min(sentences.len());
            window.add(&signs, of(reached.end)..of(wanted.end));
            window.take(&signs, of(reached.start)..of(wanted.start));
            reached = wanted;
            let share = reached.len().saturating_sub(FEW) / 3;
            window.weight >= ENOUGH.min(share)
                && window.own >= ENOUGH_OWN.min(share)
                && window.outweighs(share)
        })
        .collect()
}

/// The signs of a passage while it moves through a text.
#[derive(Debug, Default)]
struct Window {
    counts: Vec<usize>,
    weight: usize,
    own: usize,
    against: usize,
}

impl Window {
    /// Whether the words that speak for the passage outweigh those against it by what its length asks for.
    fn outweighs(&self, share: usize) -> bool {
        let (fore, against) = (self.own + self.weight, self.against);
        if share == 0 {
            return against <= SLIGHT || fore > against;
        }
        fore >= 2 * (against + ENOUGH_ABOVE.min(share))
    }

    fn add(&mut self, signs: &[Sign], range: Range<usize>) {
        for sign in signs.get(range).unwrap_or_default() {
            if self.counts.len() <= sign.number {
                self.counts.resize(sign.number + 1, 0);
            }
            if self.counts[sign.number] == 0 {
                self.weight += sign.weight;
                self.own += sign.own;
                self.against += sign.against;
            }
            self.counts[sign.number] += 1;
        }
    }

    fn take(&mut self, signs: &[Sign], range: Range<usize>) {
        for sign in signs.get(range).unwrap_or_default() {
            self.counts[sign.number] -= 1;
            if self.counts[sign.number] == 0 {
                self.weight -= sign.weight;
                self.own -= sign.own;
                self.against -= sign.against;
            }
        }
    }
}

/// Whether a text is about land between parties: the words of a football report or of a
/// supermarket's figures ("captured", "territory") say nothing of either.
///
/// # Method
/// Words of the matter and names of parties, each counted once, against words of other matters. Of a
/// text of a few sentences one word that hardly any other matter has is enough.
pub(crate) fn is_territorial(prepared: &Prepared, vocabulary: &Vocabulary) -> bool {
    let report = || prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    let few = report().count() <= FEW;
    let mut only = 0;
    let mut matter = std::collections::BTreeSet::new();
    let mut other = std::collections::BTreeSet::new();
    let mut parties = std::collections::BTreeSet::new();
    for sentence in report() {
        for token in prepared.tokens_of(sentence) {
            let word = prepared.word(token);
            let told = WORDS.get(word);
            if few && SIGNS.get(word).is_some_and(|sign| sign.weight == WEIGHTS[0]) {
                only += 2;
            }
            if told == Some(Matter::Land) {
                matter.insert(word.to_lowercase());
            } else if told == Some(Matter::Other) {
                other.insert(word.to_lowercase());
            } else if word.chars().next().is_some_and(char::is_uppercase) {
                let rest = prepared.slice(token.range.start..sentence.range.end);
                if let Some(name) = vocabulary.parties.longest_match(rest) {
                    parties.insert(name.party);
                }
            }
        }
    }
    let weight = matter.len() + 2 * parties.len() + only;
    weight >= 2 && weight > 2 * other.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn read(text: &str) -> Vec<bool> {
        let prepared = prepare(text);
        let all: Vec<usize> = (0..prepared.sentences.len()).collect();
        passages(&prepared, &all)
    }

    #[test]
    fn a_passage_about_land_in_a_long_text_about_something_else() {
        let other = "The bakery opened early. ".repeat(60);
        let land = "Rebels seized the border post. Troops withdrew from the disputed enclave. ";
        let read = read(&format!("{other}{land}{other}"));
        assert_eq!(read.len(), 122);
        assert!((0..122).all(|at| read[at] == (40..82).contains(&at)));
    }

    #[test]
    fn a_short_text_is_read_unless_its_words_are_of_another_matter() {
        assert_eq!(read("Morocco holds some 80 percent of it."), [true]);
        assert_eq!(read("Troops spread the virus to the patients of the enclave."), [true]);
        assert_eq!(read("The virus killed 40 chickens in Poland and infected ducks."), [false]);
        assert!(read(&"The bakery opened early. ".repeat(9)).iter().all(|told| !told));
    }
}
