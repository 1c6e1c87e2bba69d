//! On what conditions an offer or an answer stands, in the words of its report.

use super::entry::{CONDITION, is_entry, values};
use seisin_core::Claim;
use std::collections::BTreeSet;

/// Words that begin a condition.
const MARKS: [&str; 14] = [
    "if",
    "unless",
    "provided",
    "providing",
    "once",
    "as long as",
    "so long as",
    "only after",
    "only when",
    "on condition",
    "on the condition",
    "conditional on",
    "contingent on",
    "subject to",
];

/// Words before "if" and the like that make a question or a comparison of it.
const NO_CONDITION: [&str; 17] = [
    "as", "even", "ask", "asked", "asks", "see", "know", "knows", "wonder", "wondered", "unclear",
    "decide", "doubt", "sure", "at", "and", "what",
];

/// The conditions that a claim's words name.
///
/// # Method
/// In a record made by hand, its lines `condition: …`. In a report, from a word such as "if", "unless"
/// or "provided" to the end of its clause: the next comma where it opens the sentence, else the end of
/// the sentence. "Asked if", "as if" and "even if" begin none.
pub(crate) fn conditions(claim: &Claim) -> Vec<String> {
    let evidence = &claim.evidence;
    if is_entry(claim) {
        return values(&evidence.exact, CONDITION).map(str::to_owned).collect();
    }
    let words = evidence.repaired.as_ref().unwrap_or(&evidence.exact);
    let found: BTreeSet<String> = sentences(words).flat_map(in_sentence).collect();
    found.into_iter().collect()
}

/// The sentences and parts of sentences; a point between digits ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let ends = matches!(c, ';' | '!' | '?' | '\n')
            || (c == '.' && !after.starts_with(|next: char| next.is_alphanumeric()));
        if ends {
            parts.extend(text.get(from..at));
            from = at + c.len_utf8();
        }
    }
    parts.extend(text.get(from..));
    parts.into_iter().map(|part| part.trim().trim_matches(['"', '”', '“', '»', '«']))
}

/// The conditions in one sentence.
fn in_sentence(sentence: &str) -> Vec<String> {
    let words: Vec<(usize, &str)> = words(sentence);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(start) = mark(&words, at).then(|| words[at].0) else {
            at += 1;
            continue;
        };
        let rest = sentence.get(start..).unwrap_or_default();
        let end = if at == 0 { first_comma(rest) } else { rest.len() };
        let condition = rest.get(..end).unwrap_or_default().trim_end_matches([',', ' ', '"', '”']);
        if condition.split_whitespace().count() > 1 {
            found.push(condition.to_owned());
        }
        let passed = start + end;
        at = words.iter().position(|(place, _)| *place >= passed).unwrap_or(words.len());
    }
    found
}

/// The words of a sentence, with their places.
fn words(sentence: &str) -> Vec<(usize, &str)> {
    let mut start = None;
    let mut words = Vec::new();
    for (at, c) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
        if c.is_alphanumeric() || c == '\'' {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            words.extend(sentence.get(from..at).map(|word| (from, word)));
        }
    }
    words
}

/// Whether a condition begins with the word at `at`.
fn mark(words: &[(usize, &str)], at: usize) -> bool {
    let is = |offset: usize, word: &str| {
        words.get(at + offset).is_some_and(|(_, own)| own.eq_ignore_ascii_case(word))
    };
    let begins = MARKS.iter().any(|mark| mark.split(' ').enumerate().all(|(n, word)| is(n, word)));
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let refused = before.is_some_and(|(_, word)| {
        NO_CONDITION.iter().any(|refused| word.eq_ignore_ascii_case(refused))
    });
    begins && !refused
}

/// Where the first comma stands that does not part the digits of a number.
fn first_comma(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let comma = |(at, c): (usize, char)| {
        (c == ',' && !(at.checked_sub(1).is_some_and(digit) && digit(at + 1))).then_some(at)
    };
    text.char_indices().find_map(comma).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_told_from_questions() {
        for (sentence, expected) in [
            (
                "would hand back Velk if Arland withdraws from Sarn",
                vec!["if Arland withdraws from Sarn"],
            ),
            ("If the guns fall silent, it will talk of Velk", vec!["If the guns fall silent"]),
            ("If 1,200 km² are left, it agrees", vec!["If 1,200 km² are left"]),
            ("He asked if Velk was part of it", vec![]),
            ("It spoke as if nothing had happened", vec![]),
            (
                "accepts, provided that guarantees are given.",
                vec!["provided that guarantees are given"],
            ),
            (
                "no land unless prisoners come home; nothing else",
                vec!["unless prisoners come home"],
            ),
            ("talks on condition of a ceasefire", vec!["on condition of a ceasefire"]),
            ("subject to a vote in Velk", vec!["subject to a vote in Velk"]),
            ("What then?", vec![]),
        ] {
            let found: Vec<String> = sentences(sentence).flat_map(in_sentence).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
