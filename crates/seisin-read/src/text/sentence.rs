//! Sentences.

use super::{
    furniture::ZoneKind,
    token::{Gap, LetterCase, QuoteSide, Token, TokenKind},
};
use std::ops::Range;

/// A sentence, a headline or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where, in bytes of the repaired text.
    pub range: Range<usize>,
    /// Which of the text's tokens.
    pub tokens: Range<usize>,
    /// What part of the page it stands in.
    pub zone: ZoneKind,
}

/// Words whose full stop does not end a sentence where more of it may follow.
const TITLES: [&str; 40] = [
    "adm", "amb", "art", "asst", "atty", "ave", "brig", "capt", "cllr", "cmdr", "col", "cpl",
    "dept", "dr", "fig", "ft", "gen", "gov", "hon", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt",
    "op", "pp", "pres", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "supt", "viz",
    "vs",
];

/// Words whose full stop may or may not end a sentence; the next word tells.
const SHORT: [&str; 45] = [
    "al", "approx", "apr", "aug", "ca", "cf", "co", "corp", "dec", "est", "etc", "feb", "fri",
    "ha", "inc", "jan", "jr", "jul", "jun", "km", "ltd", "mar", "mi", "mon", "no", "nos", "nov",
    "oct", "pop", "sat", "sep", "sept", "sq", "sr", "sun", "tel", "thu", "thur", "thurs", "tue",
    "tues", "vol", "wed", "кв", "тыс",
];

/// The most tokens of one sentence; one that goes on is cut there, so that no pass over a sentence
/// takes long.
const MOST_TOKENS: usize = 800;

/// Cuts the tokens of one zone into sentences.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    zone: ZoneKind,
    sentences: &mut Vec<Sentence>,
) {
    let mut start = range.start;
    let mut at = range.start;
    let mut closed = range.start;
    while at < range.end {
        if at + 1 - start < MOST_TOKENS && !tokens.get(at).is_some_and(|token| may_end(text, token))
        {
            at += 1;
            continue;
        }
        if closed <= at {
            closed = closing(tokens, at + 1, range.end);
        }
        if at + 1 - start >= MOST_TOKENS || ends(text, tokens, at, closed..range.end) {
            let end = closed.min(start + 2 * MOST_TOKENS).max(at + 1);
            push(tokens, start..end, zone, sentences);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    push(tokens, start..range.end, zone, sentences);
}

fn push(tokens: &[Token], range: Range<usize>, zone: ZoneKind, sentences: &mut Vec<Sentence>) {
    let (Some(first), Some(last)) =
        (tokens.get(range.start), tokens.get(range.end.wrapping_sub(1)))
    else {
        return;
    };
    if range.is_empty() {
        return;
    }
    let bytes = first.range.start..last.range.end;
    sentences.push(Sentence { range: bytes, tokens: range, zone });
}

/// One past the closing marks that belong to the sentence that ended before `at`.
fn closing(tokens: &[Token], at: usize, end: usize) -> usize {
    let belongs = |token: &Token| {
        token.is_attached()
            && matches!(
                token.kind,
                TokenKind::Close
                    | TokenKind::Quote(QuoteSide::Close)
                    | TokenKind::Exclamation
                    | TokenKind::Period
            )
    };
    (at..end).find(|next| !tokens.get(*next).is_some_and(belongs)).unwrap_or(end)
}

/// Whether a sentence may end with a token at all.
fn may_end(text: &str, token: &Token) -> bool {
    let last = token.range.end.checked_sub(1).and_then(|last| text.as_bytes().get(last));
    match token.kind {
        TokenKind::Exclamation | TokenKind::Period | TokenKind::Ellipsis => true,
        TokenKind::Word => last == Some(&b'.'),
        _ => false,
    }
}

/// Whether the sentence ends with the token at `at`; `rest` begins after the marks that close it.
fn ends(text: &str, tokens: &[Token], at: usize, rest: Range<usize>) -> bool {
    let after = rest.start;
    let Some(token) = tokens.get(at) else { return false };
    let Some(next) = tokens.get(after).filter(|_| !rest.is_empty()) else { return false };
    match token.kind {
        TokenKind::Exclamation => next.gap != Gap::None && may_begin(text, tokens, after),
        TokenKind::Period => {
            next.gap != Gap::None
                && may_begin(text, tokens, after)
                && !abbreviated(text, tokens, at, after)
        }
        TokenKind::Ellipsis => next.gap != Gap::None && next.case == LetterCase::Capitalised,
        TokenKind::Word => initials_end(text, tokens, at, after),
        _ => false,
    }
}

/// Whether a sentence may begin with the token at `at`.
fn may_begin(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| match token.kind {
        TokenKind::Word => token.case != LetterCase::Lower || is_brand(text, token),
        TokenKind::Number
        | TokenKind::Open
        | TokenKind::Quote(QuoteSide::Open)
        | TokenKind::Symbol
        | TokenKind::Ellipsis
        | TokenKind::Dash => true,
        _ => false,
    })
}

/// A lower-case word that begins a sentence all the same, because its line is its own.
fn is_brand(_text: &str, token: &Token) -> bool {
    token.gap == Gap::Line
}

/// Whether the full stop at `at` belongs to a short form that goes on.
fn abbreviated(text: &str, tokens: &[Token], at: usize, next: usize) -> bool {
    let Some(word) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    if !tokens.get(at).is_some_and(Token::is_attached) || word.kind != TokenKind::Word {
        return false;
    }
    let words = text.get(word.range.clone()).unwrap_or("");
    if words.chars().count() == 1 && word.case == LetterCase::Capitalised {
        return tokens.get(next).is_some_and(|next| next.kind == TokenKind::Word);
    }
    if listed(&TITLES, words) {
        return word.case != LetterCase::Lower || tokens.get(next).is_some_and(is_number);
    }
    listed(&SHORT, words)
        && tokens.get(next).is_some_and(|next| is_number(next) || is_unit(text, tokens, next))
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// Whether a token is a unit that may follow "sq." or "кв.".
fn is_unit(text: &str, _tokens: &[Token], token: &Token) -> bool {
    matches!(text.get(token.range.clone()), Some("Km" | "KM" | "Mi" | "км" | "Miles"))
}

/// Whether dotted initials end a sentence: a common word that begins one follows.
fn initials_end(text: &str, tokens: &[Token], at: usize, next: usize) -> bool {
    const STARTERS: [&str; 31] = [
        "a",
        "after",
        "all",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "he",
        "here",
        "his",
        "however",
        "if",
        "in",
        "it",
        "its",
        "meanwhile",
        "on",
        "she",
        "since",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "we",
        "when",
        "while",
    ];
    let dotted = tokens.get(at).is_some_and(|token| {
        text.get(token.range.clone()).is_some_and(|words| words.ends_with('.'))
    });
    dotted
        && tokens.get(next).is_some_and(|token| {
            token.case == LetterCase::Capitalised
                && listed(&STARTERS, text.get(token.range.clone()).unwrap_or(""))
        })
}

/// Whether `word` stands in a sorted list of lower-case words.
fn listed(list: &[&str], word: &str) -> bool {
    let mut lower = [0_u8; 12];
    let Some(room) = lower.get_mut(..word.len()) else { return false };
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    list.binary_search_by(|entry| entry.as_bytes().cmp(room)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn check(text: &str, expected: &[&str]) {
        let prepared = prepare(text);
        let found: Vec<&str> =
            prepared.sentences.iter().map(|s| prepared.slice(s.range.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lists_are_sorted() {
        assert!(TITLES.is_sorted() && SHORT.is_sorted());
    }

    #[test]
    fn short_forms_do_not_end_a_sentence() {
        check(
            "On Feb. 11 Gen. A. Ruk met Mr. Ode of the U.S. Senate. It was St. Ann day.",
            &["On Feb. 11 Gen. A. Ruk met Mr. Ode of the U.S. Senate.", "It was St. Ann day."],
        );
        check(
            "They hold 40 sq. km of Sarn. No. 5 is gone. The U.S. The rest left the U.S. They agree.",
            &[
                "They hold 40 sq. km of Sarn.",
                "No. 5 is gone.",
                "The U.S.",
                "The rest left the U.S.",
                "They agree.",
            ],
        );
    }

    #[test]
    fn quotations_keep_their_marks() {
        check(
            "“We hold it.” She left. \"Is it so?\" he asked. He said: “No.”",
            &["“We hold it.”", "She left.", "\"Is it so?\" he asked.", "He said: “No.”"],
        );
    }

    #[test]
    fn a_line_of_its_own_is_a_sentence() {
        check(
            "Who holds Sarn\n\nArland does.\n- Velk too",
            &["Who holds Sarn", "Arland does.", "- Velk too"],
        );
    }
}
