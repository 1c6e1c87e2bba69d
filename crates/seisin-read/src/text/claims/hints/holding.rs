//! A verb between who could hold and what could be held.

use super::super::{lexicon::Lexicon, vocabulary::Vocabulary};
use seisin_places::PartyRole;

/// Whether words begin what could be held: "12 of", "the town", "about a third", "Sarn".
pub(super) fn begins_object(after: &str) -> bool {
    const OPENERS: [&str; 58] = [
        "much", "many", "large", "vast", "parts", "swathes", "swaths", "part", "this", "that",
        "these", "those", "his", "her", "our", "what", "the", "a", "all", "most", "some", "about",
        "more", "less", "its", "their", "around", "roughly", "nearly", "almost", "at", "between",
        "half", "over", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "another", "dozens", "hundreds",
        "several", "both", "no", "only", "just", "every",
    ];
    let word = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    OPENERS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
}

/// Whether words end in who could hold: a party's name, or fighters without one.
pub(super) fn ends_subject(before: &str, form: &str, vocabulary: &Vocabulary) -> bool {
    let before = before.trim_end();
    let before = [
        " still",
        " now",
        " also",
        " already",
        " together",
        " both",
        " each",
        " jointly",
        " currently",
        " effectively",
        " largely",
        " once",
    ]
    .iter()
    .find_map(|adverb| before.strip_suffix(adverb))
    .unwrap_or(before);
    let before = without_insertion(before);
    let last = before.rsplit(' ').next().unwrap_or("");
    let lexicon = Lexicon::built_in();
    let plural = !form.ends_with('s') && last.ends_with('s');
    let several = lexicon.forces.contains(last) || lexicon.groups.contains(last);
    if plural && several || matches!(last, "they" | "which" | "who") {
        return true;
    }
    let starts = before.char_indices().rev().filter(|(at, _)| {
        *at == 0 || before.get(..*at).is_some_and(|head| head.ends_with([' ', '(', '“', '"']))
    });
    starts.take(4).any(|(at, _)| {
        let name = before.get(at..).unwrap_or("");
        vocabulary.parties.longest_match(name).is_some_and(|found| {
            found.len == name.len() && found.role != PartyRole::Demonym
                || found.len == name.len() && !form.ends_with('s')
        })
    })
}

/// Words without what stands between commas at their end: "the rebels | , backed by Arland,".
fn without_insertion(before: &str) -> &str {
    let inserted = before.strip_suffix(',').and_then(|words| words.rsplit_once(','));
    inserted.map_or(before, |(words, _)| words)
}

/// Whether a small word follows that makes a form a verb, and then nothing or what ends a clause: "army pulls
/// | back".
pub(super) fn goes_with_particle(after: &str) -> bool {
    let mut words = after.split_whitespace();
    let particle = words.next().unwrap_or("");
    let bare = particle.trim_end_matches([',', '.', ';']);
    matches!(bare, "back" | "out")
        && (bare != particle || words.next().is_none_or(|next| next == "of" || next == "from"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_between_holder_and_land_is_a_verb() {
        let vocabulary = Vocabulary::built_in();
        for (before, form, after, expected) in [
            ("The Houthis", "hold", "12 of 14 districts", true),
            ("Ukraine", "controls", "the north", true),
            ("Government forces", "control", "the road", true),
            ("The rebels lost their", "hold", "on the town", false),
            ("The ministry’s", "claims", "were false", false),
        ] {
            let verb = begins_object(after) && ends_subject(before, form, &vocabulary);
            assert_eq!(verb, expected, "{before} {form} {after}");
        }
    }
}
