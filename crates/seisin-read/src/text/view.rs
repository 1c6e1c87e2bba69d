//! The tokens of one sentence with their words.

use super::{
    lexeme::Lexeme,
    prepared::Prepared,
    sentence::Sentence,
    token::{Token, TokenKind},
};
use std::ops::Range;

/// The tokens of one sentence with their words, counted from its first token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> View<'a> {
    pub(crate) fn of(prepared: &'a Prepared, sentence: &Sentence) -> Self {
        Self { text: &prepared.text, tokens: prepared.tokens_of(sentence) }
    }

    pub(crate) const fn len(self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn token(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The words of a token; empty past the end.
    pub(crate) fn word(self, at: usize) -> &'a str {
        self.token(at).and_then(|token| self.text.get(token.range.clone())).unwrap_or("")
    }

    pub(crate) fn kind(self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub(crate) fn lexeme(self, at: usize) -> Option<Lexeme> {
        self.token(at).and_then(|token| token.lexeme)
    }

    /// Whether nothing stands between a token and the one before.
    pub(crate) fn is_attached(self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_attached)
    }

    /// Whether a token reads `word`, whatever its case.
    pub(crate) fn is(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether a token reads one of `words`, whatever its case.
    pub(crate) fn is_any(self, at: usize, words: &[&str]) -> bool {
        let own = self.word(at);
        words.iter().any(|word| own.len() == word.len() && own.eq_ignore_ascii_case(word))
    }

    /// Whether the tokens from `at` on read `words`.
    pub(crate) fn reads(self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(next, word)| self.is(at + next, word))
    }

    /// Whether the tokens just before `end` read `words`; the first of them.
    pub(crate) fn reads_before(self, end: usize, words: &[&str]) -> Option<usize> {
        let start = end.checked_sub(words.len())?;
        self.reads(start, words).then_some(start)
    }

    /// The bytes that `tokens` cover.
    pub(crate) fn bytes(self, tokens: Range<usize>) -> Range<usize> {
        let start = self.token(tokens.start).map_or(0, |token| token.range.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.token(last));
        start..last.map_or(start, |token| token.range.end.max(start))
    }

    /// The words that `tokens` cover.
    pub(crate) fn slice(self, tokens: Range<usize>) -> &'a str {
        self.text.get(self.bytes(tokens)).unwrap_or("")
    }

    /// The words of a stretch of bytes.
    pub(crate) fn slice_bytes(self, bytes: Range<usize>) -> &'a str {
        self.text.get(bytes).unwrap_or("")
    }
}
