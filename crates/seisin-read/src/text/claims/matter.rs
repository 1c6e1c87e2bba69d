//! Whether a text is about land between parties at all.

use super::{lexicon::Lexicon, vocabulary::Vocabulary};
use crate::text::{Prepared, word_table::WordTable};
use std::sync::LazyLock;

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

/// Whether a text is about land between parties: the words of a football report or of a
/// supermarket's figures ("captured", "territory") say nothing of either.
///
/// # Method
/// Words of the matter and names of parties, each counted once, against words of other matters.
pub(crate) fn is_territorial(prepared: &Prepared, vocabulary: &Vocabulary) -> bool {
    let mut matter = std::collections::BTreeSet::new();
    let mut other = std::collections::BTreeSet::new();
    let mut parties = std::collections::BTreeSet::new();
    for sentence in prepared.sentences.iter().filter(|sentence| sentence.zone.is_report()) {
        for token in prepared.tokens_of(sentence) {
            let word = prepared.word(token);
            let told = WORDS.get(word);
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
    let weight = matter.len() + 2 * parties.len();
    weight >= 2 && weight > 2 * other.len()
}
