//! The reader's tokens as the words that treebanks have.

use super::tree::MOST_WORDS;
use crate::text::{Prepared, QuoteSide, Token, TokenKind};
use std::ops::Range;

/// Lower case, with straight apostrophes and without soft hyphens.
pub(super) fn lower(form: &str) -> String {
    if form.is_ascii() {
        return form.to_ascii_lowercase();
    }
    form.chars()
        .filter(|c| *c != '\u{ad}')
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c })
        .collect()
}

/// The reader's tokens as the words of the treebanks: compounds with hyphens and abbreviations
/// whole, contracted verbs and "n’t" apart.
pub(super) fn words(prepared: &Prepared, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::with_capacity(tokens.len());
    let mut joining = false;
    for (at, token) in tokens.iter().enumerate() {
        if words.len() >= MOST_WORDS {
            break;
        }
        let next = tokens.get(at + 1);
        let attached_next = next.is_some_and(|next| {
            next.is_attached() && matches!(next.kind, TokenKind::Word | TokenKind::Number)
        });
        let joins = match token.kind {
            TokenKind::Hyphen => token.is_attached() && attached_next,
            TokenKind::Period => token.is_attached() && goes_on(tokens, at + 1),
            TokenKind::Word if is_ordinal(prepared, tokens, at) => true,
            TokenKind::Word | TokenKind::Number => joining,
            _ => false,
        };
        let abbreviates = token.kind == TokenKind::Period
            && tokens.get(at.wrapping_sub(1)).is_some_and(|last| last.kind != TokenKind::Word);
        match words.last_mut() {
            Some(last) if joins && !abbreviates => last.end = token.range.end,
            _ => split(prepared.slice(token.range.clone()), token.range.start, &mut words),
        }
        joining = joins && token.kind == TokenKind::Hyphen;
    }
    words
}

/// Whether anything but the marks that close a quotation or a bracket follows.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let closes =
        |token: &Token| matches!(token.kind, TokenKind::Quote(QuoteSide::Close) | TokenKind::Close);
    tokens.get(at..).is_some_and(|rest| !rest.iter().all(closes))
}

/// Whether a token is the ending of the number right before it: "22nd".
fn is_ordinal(prepared: &Prepared, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.is_attached()) else { return false };
    let number = at.checked_sub(1).and_then(|before| tokens.get(before));
    number.is_some_and(|number| number.kind == TokenKind::Number)
        && matches!(prepared.slice(token.range.clone()), "st" | "nd" | "rd" | "th")
}

/// Cuts "isn’t" into "is" and "n’t", "he’d" into "he" and "’d".
fn split(form: &str, start: usize, words: &mut Vec<Range<usize>>) {
    let end = start + form.len();
    if !form.contains(['\'', '’', '‘', 'ʼ']) {
        words.push(start..end);
        return;
    }
    let plain = lower(form);
    let tail = ["n't", "'ll", "'re", "'ve", "'d", "'m"].iter().find(|tail| plain.ends_with(**tail));
    let cut = tail.filter(|tail| plain.len() > tail.len()).and_then(|tail| {
        form.char_indices().rev().nth(tail.chars().count() - 1).map(|(at, _)| start + at)
    });
    if let Some(cut) = cut {
        words.push(start..cut);
        words.push(cut..end);
    } else {
        words.push(start..end);
    }
}
