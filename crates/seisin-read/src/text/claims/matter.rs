//! Whether a text is about land between parties at all.

use super::{lexicon::Lexicon, vocabulary::Vocabulary};
use crate::text::Prepared;

/// Whether a text is about land between parties: the words of a football report or of a
/// supermarket's figures ("captured", "territory") say nothing of either.
///
/// # Method
/// Words of the matter and names of parties, each counted once, against words of other matters.
pub(crate) fn is_territorial(prepared: &Prepared, vocabulary: &Vocabulary) -> bool {
    let lexicon = Lexicon::built_in();
    let mut matter = std::collections::BTreeSet::new();
    let mut other = std::collections::BTreeSet::new();
    let mut parties = std::collections::BTreeSet::new();
    for sentence in prepared.sentences.iter().filter(|sentence| sentence.zone.is_report()) {
        for token in prepared.tokens_of(sentence) {
            let word = prepared.word(token).to_lowercase();
            if lexicon.matter.contains(&word) {
                matter.insert(word);
            } else if lexicon.other_matter.contains(&word) {
                other.insert(word);
            } else if prepared.word(token).chars().next().is_some_and(char::is_uppercase) {
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
