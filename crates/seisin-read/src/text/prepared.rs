//! A captured text made ready for reading.

use super::{
    furniture::{self, Zone},
    repair::{self, OffsetMap, Repair},
    sentence::{self, Sentence},
    token::{self, Token},
};
use seisin_core::TextSpan;
use std::ops::Range;

/// A captured text repaired, cut into zones, sentences and tokens.
///
/// # Units
/// Every range counts bytes of [`Prepared::text`], the repaired text, and lies on its character
/// boundaries; [`Prepared::span`] turns one into code points of the text as captured.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The repaired text.
    pub text: String,
    /// What was repaired, in order.
    pub repairs: Vec<Repair>,
    /// The parts of the page, in order, each blank line left out.
    pub zones: Vec<Zone>,
    /// The sentences, in order; none crosses a zone.
    pub sentences: Vec<Sentence>,
    /// The words and marks, in order.
    pub tokens: Vec<Token>,
    map: OffsetMap,
}

/// Makes a captured text ready for reading.
///
/// # Example
/// ```
/// use seisin_read::text::prepare;
/// let prepared = prepare("Itโs 400 square miles. It was more.");
/// assert_eq!(prepared.text, "It’s 400 square miles. It was more.");
/// assert_eq!(prepared.sentences.len(), 2);
/// ```
pub fn prepare(captured: &str) -> Prepared {
    let repaired = repair::repair(captured);
    let zones = furniture::zones(&repaired.text);
    let mut tokens = Vec::with_capacity(repaired.text.len() / 5);
    let mut sentences = Vec::with_capacity(repaired.text.len() / 100);
    for zone in &zones {
        let first = tokens.len();
        token::tokenise(&repaired.text, zone.range.clone(), &mut tokens);
        sentence::split(&repaired.text, &tokens, first..tokens.len(), zone.kind, &mut sentences);
    }
    Prepared {
        text: repaired.text,
        repairs: repaired.repairs,
        zones,
        sentences,
        tokens,
        map: repaired.map,
    }
}

impl Prepared {
    /// The repaired words at `range`; empty where the range is none of this text's.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// The repaired words of a token.
    pub fn word(&self, token: &Token) -> &str {
        self.slice(token.range.clone())
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }

    /// Where a stretch of the repaired text stands in the text as captured.
    ///
    /// A stretch that begins or ends inside a repair is widened to the whole of it.
    pub fn span(&self, range: Range<usize>) -> TextSpan {
        self.map.span(&self.text, range)
    }
}
