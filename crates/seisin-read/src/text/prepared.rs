//! A captured text made ready for reading.

use super::{
    furniture::{self, Zone, ZoneKind},
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
        let done = sentences.len();
        sentence::split(&repaired.text, &tokens, first..tokens.len(), zone.kind, &mut sentences);
        for sentence in sentences.iter_mut().skip(done).filter(|s| s.zone == ZoneKind::Report) {
            let words = repaired.text.get(sentence.range.clone()).unwrap_or("");
            sentence.zone = furniture::of_sentence(words).unwrap_or(ZoneKind::Report);
        }
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

    /// The number of the zone that a sentence stands in.
    pub(crate) fn zone_of(&self, sentence: &Sentence) -> usize {
        self.zones.partition_point(|zone| zone.range.end <= sentence.range.start)
    }

    /// Where a stretch of the repaired text stands in the text as captured.
    ///
    /// A stretch that begins or ends inside a repair is widened to the whole of it.
    pub fn span(&self, range: Range<usize>) -> TextSpan {
        self.map.span(&self.text, range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{
        quantity,
        time::{self, Anchor},
    };
    use proptest::prelude::*;

    /// Text made of pieces that the scanners look at, so that their corners meet.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "400",
            "1,209",
            "4.5",
            "2014",
            "11",
            "a fifth",
            "half",
            "of",
            "the",
            "square",
            "miles",
            "km²",
            "кв. км",
            "villages",
            "tens of thousands",
            "between",
            "and",
            "to",
            "–",
            "-",
            "%",
            "per cent",
            "Feb.",
            "May",
            "Tuesday",
            "last",
            "year",
            "since",
            "until",
            "by",
            "ago",
            "early",
            "1990s",
            "three days",
            "after",
            "$",
            "’s",
            "“",
            "”",
            "\"",
            "(",
            ")",
            ".",
            ",",
            ";",
            "\n",
            "\n\n",
            " ",
            "\u{a0}",
            "â€™",
            "โ",
            "ย",
            "โฆ",
            "&amp;",
            "&#8217;",
            "Ã©",
            "\u{ad}",
            "\u{93}",
            "�",
            "[…]",
            "SARN",
            "(Wire)",
            "Posted on",
            "Comments",
            "٤٠٠",
            "½",
            "U.S.",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
    }

    fn check(captured: &str) {
        let prepared = prepare(captured);
        let length = captured.chars().count();
        for pair in prepared.tokens.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start);
        }
        for pair in prepared.sentences.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start);
        }
        let anchor = Anchor::on("2025-03-12".parse().unwrap(), "publication");
        let times = time::tag_all(&prepared, &anchor);
        assert_eq!(times.len(), prepared.sentences.len());
        let ranges = prepared.tokens.iter().map(|token| token.range.clone());
        let amounts = prepared.sentences.iter().flat_map(|s| quantity::tag(&prepared, s));
        let all = ranges
            .chain(amounts.map(|mention| mention.range))
            .chain(times.into_iter().flatten().map(|mention| mention.range));
        for range in all {
            assert!(prepared.text.get(range.clone()).is_some_and(|words| !words.is_empty()));
            let span = prepared.span(range.clone());
            assert!(span.start < span.end && span.end <= length, "{range:?} {span:?}");
            if prepared.repairs.is_empty() {
                assert_eq!(span.slice(captured).as_deref(), prepared.text.get(range));
            }
        }
        for repair in &prepared.repairs {
            assert!(captured.contains(&repair.original));
            assert!(prepared.text.get(repair.range.clone()).is_some());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_prepared_within_its_bounds(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn any_mixture_is_prepared_within_its_bounds(text in pieces()) {
            check(&text);
        }
    }

    #[test]
    fn evidence_is_found_again_in_the_captured_text() {
        let captured = "Arlandโs forces hold 400 kmÂ² \u{ad}of Sarn &amp; Velk.";
        let prepared = prepare(captured);
        assert_eq!(prepared.text, "Arland’s forces hold 400 km² of Sarn & Velk.");
        for (words, exact) in [
            ("Arland’s", "Arlandโs"),
            ("400 km²", "400 kmÂ²"),
            ("of Sarn & Velk", "of Sarn &amp; Velk"),
        ] {
            let start = prepared.text.find(words).unwrap();
            let span = prepared.span(start..start + words.len());
            assert_eq!(span.slice(captured).as_deref(), Some(exact));
        }
    }
}
