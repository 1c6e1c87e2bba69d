//! Words that can be one thing only where they stand: adjectives of where land lies, gerunds after a
//! preposition, verbs of staying after their subject, names that no list knows.

use super::super::lexicon::Lexicon;
use super::{holding::begins_object, last_word, sets::SETS};
use crate::text::syntax::TagSet;

/// Adjectives that say where land lies or that nobody disputes it; the model takes them for verbs and nouns.
const ADJECTIVES: [&str; 18] = [
    "northern",
    "southern",
    "eastern",
    "western",
    "upper",
    "surrounding",
    "adjacent",
    "outlying",
    "undisputed",
    "uncontested",
    "unchallenged",
    "undefended",
    "unrecognised",
    "unrecognized",
    "uninhabited",
    "undivided",
    "unfettered",
    "unrivalled",
];

/// Words that begin with a capital and are still no names.
const SMALL: [&str; 140] = [
    "aboard",
    "about",
    "above",
    "across",
    "after",
    "against",
    "ahead",
    "albeit",
    "all",
    "along",
    "alongside",
    "also",
    "although",
    "amid",
    "amidst",
    "among",
    "amongst",
    "another",
    "any",
    "anybody",
    "apart",
    "around",
    "as",
    "aside",
    "astride",
    "atop",
    "because",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "both",
    "but",
    "can",
    "circa",
    "concerning",
    "could",
    "despite",
    "down",
    "during",
    "each",
    "either",
    "else",
    "even",
    "every",
    "everything",
    "except",
    "excluding",
    "following",
    "for",
    "from",
    "given",
    "her",
    "hers",
    "his",
    "how",
    "however",
    "if",
    "including",
    "inside",
    "into",
    "its",
    "just",
    "lest",
    "like",
    "may",
    "might",
    "must",
    "near",
    "neither",
    "no",
    "nor",
    "not",
    "notwithstanding",
    "now",
    "off",
    "once",
    "only",
    "onto",
    "opposite",
    "our",
    "out",
    "outside",
    "over",
    "past",
    "pending",
    "per",
    "plus",
    "rather",
    "regarding",
    "shall",
    "should",
    "since",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "thus",
    "till",
    "toward",
    "towards",
    "under",
    "underneath",
    "unless",
    "unlike",
    "until",
    "upon",
    "versus",
    "via",
    "what",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "whilst",
    "whom",
    "whose",
    "with",
    "within",
    "would",
    "yours",
];

/// The tags of a word in small letters that can be one thing only.
pub(super) fn hint_of_shape(form: &str, before: &str, after: &str) -> Option<TagSet> {
    let lexicon = Lexicon::built_in();
    if ADJECTIVES.contains(&form) || form.starts_with("neighbo") && before == "In " {
        return Some(SETS.adjective);
    }
    if matches!(form, "remained" | "stayed" | "belonged") {
        return Some(SETS.past);
    }
    if form.ends_with('s') && follows_preposition(form, before) {
        return Some(SETS.no_finite);
    }
    if form == "awarded" && before.ends_with(", ") && !after.starts_with(" by ") {
        return Some(SETS.past);
    }
    if form == "left" && before.ends_with(", ") {
        return Some(SETS.past);
    }
    if form == "passed" && after.starts_with(" to ") && !is_helped(before) {
        return Some(SETS.simple_past);
    }
    let hands = matches!(form, "hands" | "turns" | "signs" | "makes")
        && (after.starts_with(" over to ") || after.starts_with(" back to "))
        || matches!(form, "lay" | "lays") && after.starts_with(" claim");
    if hands && !is_helped(before) {
        return Some(SETS.verb);
    }
    if form == "rival" && after.trim_start().starts_with(char::is_uppercase) {
        return Some(SETS.adjective);
    }
    if matches!(form, "dozen" | "wing" | "km" | "kms") {
        return Some(SETS.noun);
    }
    if form == "that" && points_at_land(lexicon, before, after) {
        return Some(SETS.determiner);
    }
    if form == "belong" {
        return Some(SETS.verb_form);
    }
    if form.ends_with("ing") && acts_after_preposition(lexicon, form, (before, after)) {
        return Some(SETS.gerund);
    }
    stays_somewhere(form, before, after).then_some(SETS.verb)
}

/// Whether a word with a capital may be no small word: a name whatever the model knows of it.
pub(super) fn is_no_small_word(form: &str, before: &str) -> bool {
    let lower = form.to_lowercase();
    form.len() > 4
        && before.trim_matches(['“', '"', ' ']).is_empty()
        && !SMALL.contains(&lower.as_str())
}

/// "| Islamist | militias": what people hold, and no name.
pub(super) fn is_creed(form: &str, after: &str) -> bool {
    const CREEDS: [&str; 8] =
        ["Islamist", "Islamic", "Marxist", "Maoist", "Salafist", "Sunni", "Shiite", "Christian"];
    let next = after.strip_prefix(' ').unwrap_or("");
    CREEDS.contains(&form) && next.starts_with(char::is_lowercase)
}

/// "| Tigyaing |, a river port": no gerund that opens a sentence has a noun with an article after a comma.
pub(super) fn is_renamed(form: &str, before: &str, after: &str) -> bool {
    let opens = before.trim_matches(['“', '"', ' ']).is_empty();
    let article = [", a ", ", an ", ", the "].iter().any(|article| after.starts_with(article));
    opens && article && form.ends_with("ing")
}

/// Whether these words end in a form of "be" or "have", one word after it left out.
fn is_helped(before: &str) -> bool {
    let helps = |word: &str| {
        matches!(
            word,
            "was"
                | "were"
                | "been"
                | "be"
                | "is"
                | "are"
                | "being"
                | "has"
                | "have"
                | "had"
                | "the"
                | "his"
                | "her"
                | "their"
                | "its"
                | "in"
                | "to"
        )
    };
    before.split_whitespace().rev().take(2).any(helps)
}

/// "Took | that | part over": before a noun for land, right after a verb that has it as its object.
fn points_at_land(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let last = last_word(before);
    let next = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    lexicon.land.contains(next) && lexicon.senses(last).next().is_some() && last != "claims"
}

/// "In | places | it had not seen": after a preposition no form in "s" is a verb.
fn follows_preposition(form: &str, before: &str) -> bool {
    let last = last_word(before);
    !form.ends_with("ss")
        && matches!(
            last,
            "in" | "of"
                | "at"
                | "from"
                | "with"
                | "between"
                | "into"
                | "across"
                | "through"
                | "towards"
        )
}

/// A number in words that opens a sentence: "| Eleven | of the districts".
pub(super) fn is_number(form: &str) -> bool {
    const NUMBERS: [&str; 26] = [
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen",
        "Twenty",
        "Thirty",
        "Forty",
        "Fifty",
        "Sixty",
        "Seventy",
        "Eighty",
        "Ninety",
    ];
    NUMBERS.contains(&form)
}

/// A name of capital letters, where the words beside it are none: "a group, | SLF |, claims".
pub(super) fn is_lettered(form: &str, before: &str, after: &str) -> bool {
    let capitals = |word: &str| {
        word.len() > 1
            && word.chars().all(|letter| !letter.is_lowercase())
            && word.chars().any(char::is_uppercase)
    };
    let beside = [before.split_whitespace().next_back(), after.split_whitespace().next()];
    (3..=8).contains(&form.len())
        && form.bytes().all(|letter| letter.is_ascii_uppercase())
        && !beside.into_iter().flatten().any(capitals)
        && after.chars().any(char::is_lowercase)
}

/// "Sarn | stays | in government hands", "the rest | lies | under the crown".
fn stays_somewhere(form: &str, before: &str, after: &str) -> bool {
    const CASES: [&str; 6] = [" in ", " under ", " with ", " on ", " at ", " within "];
    const NO_SUBJECTS: [&str; 12] =
        ["the", "a", "their", "its", "his", "her", "our", "short", "long", "human", "of", "brief"];
    let last = last_word(before);
    matches!(form, "stays" | "lies" | "sits" | "stands" | "remains")
        && CASES.iter().any(|case| after.starts_with(case))
        && !last.is_empty()
        && !NO_SUBJECTS.contains(&last.to_lowercase().as_str())
}

/// "A week after | overrunning | Sarn": what somebody did, after a preposition and with an object.
fn acts_after_preposition(lexicon: &Lexicon, form: &str, (before, after): (&str, &str)) -> bool {
    const PREPOSITIONS: [&str; 8] =
        ["after", "before", "since", "by", "from", "without", "of", "despite"];
    let last = last_word(before);
    let last = last.trim_start_matches(['“', '"', '(']).to_lowercase();
    PREPOSITIONS.contains(&last.as_str())
        && lexicon.senses(form).any(|(particle, _)| particle.is_none())
        && begins_object(after)
}
