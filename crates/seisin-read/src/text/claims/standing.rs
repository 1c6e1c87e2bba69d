//! Whether quoted words may stand as a sentence, told without analysing them.

use super::{
    lexicon::Lexicon,
    quotes::{Quote, goes_on},
    statement::is_whole,
    view::View,
};
use crate::text::{Prepared, Token, TokenKind};
use seisin_core::{Problem, ProblemKind};
use std::ops::Range;

/// The least words of a quotation that could stand as a sentence.
const LEAST_WORDS: usize = 3;

/// Words that are finite verbs and nothing else, or nearly so.
const FINITE: [&str; 22] = [
    "is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "will", "would",
    "can", "could", "shall", "should", "may", "might", "must", "cannot", "ain't",
];

/// Words after which a verb in its plain form may be a finite one.
const SUBJECTS: [&str; 22] = [
    "i",
    "we",
    "you",
    "they",
    "who",
    "he",
    "she",
    "it",
    "this",
    "that",
    "these",
    "those",
    "there",
    "what",
    "which",
    "people",
    "everyone",
    "everybody",
    "nobody",
    "some",
    "many",
    "others",
];

/// Words that end in "s" and are no verbs.
const NO_VERBS: [&str; 8] = ["this", "his", "its", "hers", "ours", "theirs", "as", "yes"];

/// Those of the quotations of a text, in order, that may stand as sentences, and those that one of them may
/// go on from: who speaks it is told beside the first.
pub(super) fn that_matter(prepared: &Prepared, quoted: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = Vec::with_capacity(quoted.len());
    for quote in quoted.iter().rev() {
        let led_on = || kept.last().is_some_and(|next| goes_on(prepared, quote, next));
        let words = prepared.slice(quote.clone()).split_whitespace();
        let long = words.take(LEAST_WORDS).count() == LEAST_WORDS;
        if long && (led_on() || may_stand(prepared, quote)) {
            kept.push(quote.clone());
        }
    }
    kept.reverse();
    kept
}

/// Whether a quotation is whole by the look of it, or has a word that may be a finite verb after another
/// that may be its subject. "A very bad idea" has none, so that neither it nor the sentence around it
/// need be analysed.
fn may_stand(prepared: &Prepared, quote: &Range<usize>) -> bool {
    is_whole(prepared.slice(quote.clone())) || has_finite(prepared, tokens_in(prepared, quote))
}

/// The tokens that begin inside a stretch of the repaired text.
fn tokens_in<'a>(prepared: &'a Prepared, range: &Range<usize>) -> &'a [Token] {
    let start = prepared.tokens.partition_point(|token| token.range.start < range.start);
    let end = prepared.tokens.partition_point(|token| token.range.start < range.end);
    prepared.tokens.get(start..end).unwrap_or_default()
}

fn has_finite(prepared: &Prepared, tokens: &[Token]) -> bool {
    let lexicon = Lexicon::built_in();
    let (mut before, mut word) = (String::new(), String::new());
    for (at, token) in tokens.iter().enumerate() {
        let short = matches!(token.kind, TokenKind::Possessive);
        if token.kind != TokenKind::Word && !short {
            continue;
        }
        word.clear();
        word.extend(prepared.word(token).chars().flat_map(char::to_lowercase));
        let shortened = short || word.contains(['\'', '’']);
        if shortened || at > 0 && may_be_finite(lexicon, &before, &word) {
            return true;
        }
        std::mem::swap(&mut before, &mut word);
    }
    false
}

/// Whether a word may be a finite verb after another.
fn may_be_finite(lexicon: &Lexicon, before: &str, word: &str) -> bool {
    let third = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    third && !NO_VERBS.contains(&word)
        || word.ends_with("ed")
        || FINITE.contains(&word)
        || SUBJECTS.contains(&before)
        || !lexicon.lemmas(word).is_empty()
}

/// The quotations that nobody is said to speak; of a fragment in no sentence that was analysed that is not
/// asked.
pub(super) fn unattributed(prepared: &Prepared, quotes: &[Quote], views: &[View]) -> Vec<Problem> {
    let analysed = |quote: &Quote| {
        let after = views.partition_point(|view| view.range.end <= quote.range.start);
        views.get(after).is_some_and(|view| view.range.start < quote.range.end)
    };
    quotes
        .iter()
        .filter(|quote| {
            let words = prepared.slice(quote.range.clone());
            quote.speaker.is_none()
                && words.split_whitespace().nth(3).is_some()
                && (analysed(quote) || is_whole(words))
        })
        .map(|quote| Problem {
            span: Some(prepared.span(quote.range.clone())),
            kind: ProblemKind::UnattributedQuotation,
            sentence: "nobody is named as the speaker of this quotation".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    #[test]
    fn fragments_do_not_stand() {
        for (quoted, expected) in [
            ("a very bad idea", false),
            ("serious and lasting harm to children", false),
            ("it seems wrong", true),
            ("we go there now", true),
            ("they’re gone", true),
            ("the bakery opened late", true),
            ("No bread for anybody today.", true),
            ("Arland withdraws its troops", true),
        ] {
            let prepared = prepare(&format!("They called it “{quoted}”"));
            let start = prepared.text.find(quoted).unwrap();
            assert_eq!(may_stand(&prepared, &(start..start + quoted.len())), expected, "{quoted}");
        }
    }
}
