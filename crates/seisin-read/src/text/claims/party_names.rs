//! The parties' names in a sentence.

use super::{names_begun::NamesBegun, view::PartyName};
use crate::text::{Prepared, syntax::Tree};

/// The parties that a sentence names.
pub(super) fn parties(prepared: &Prepared, tree: &Tree, begun: &NamesBegun<'_>) -> Vec<PartyName> {
    let mut found: Vec<PartyName> = Vec::new();
    for (at, word) in tree.words().iter().enumerate() {
        let covered = found.last().is_some_and(|last| last.words.contains(&at));
        if covered
            || word.tag.name() == "XX"
            || !word.lower.chars().next().is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let Some(name) = begun.party(word.range.start) else { continue };
        let end = word.range.start + name.len;
        let words = tree.words_in(&(word.range.start..end));
        if is_backed(&word.lower) || is_of_nature(prepared, tree, at) {
            continue;
        }
        let (at_end, hyphenated) = (tree.word(words.end.wrapping_sub(1)), word.lower.contains('-'));
        let whole = at_end.is_some_and(|last| last.range.end <= end);
        if whole || hyphenated {
            found.push(PartyName { words: at..words.end.max(at + 1), found: name });
        }
    }
    found
}

/// Whether a name is only that of a water, a mountain or a cape: "Lake Velk", "the Gulf of Sarn".
fn is_of_nature(prepared: &Prepared, tree: &Tree, at: usize) -> bool {
    const NATURE: [&str; 14] = [
        "lake", "lakes", "mount", "river", "gulf", "strait", "straits", "bay", "cape", "sea",
        "fort", "isle", "port", "camp",
    ];
    let of = at.checked_sub(2).filter(|_| tree.lower(at - 1) == "of");
    let noun = of.or(at.checked_sub(1));
    let capital = |at: usize| {
        tree.word(at)
            .is_some_and(|word| prepared.slice(word.range.clone()).starts_with(char::is_uppercase))
    };
    noun.is_some_and(|noun| capital(noun) && NATURE.contains(&tree.lower(noun)))
}

/// Whether a word only says who stands behind somebody: "Borland-backed".
fn is_backed(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, ending)| {
        matches!(
            ending,
            "backed"
                | "supported"
                | "allied"
                | "aligned"
                | "armed"
                | "trained"
                | "funded"
                | "sponsored"
                | "brokered"
                | "mediated"
                | "recognised"
                | "recognized"
        )
    })
}
