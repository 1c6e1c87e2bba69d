//! From a place in the repaired text back to the text as captured.

use crate::text::ascii;
use seisin_core::TextSpan;
use std::ops::Range;

/// The longest verbatim stretch that is counted character by character.
const STRIDE: usize = 256;

/// Where every byte of a repaired text stands in the text as captured.
///
/// # Units
/// In: bytes of the repaired text. Out: code points of the captured text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffsetMap {
    segments: Vec<Segment>,
}

/// A stretch of the repaired text and the captured code points it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    /// Its first byte in the repaired text.
    repaired: usize,
    /// Its first code point in the captured text.
    captured: usize,
    kind: SegmentKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SegmentKind {
    /// Copied, one byte a code point.
    Ascii,
    /// Copied.
    Verbatim,
    /// Stands for so many code points.
    Replaced(usize),
}

impl OffsetMap {
    /// The map of a text that needed no repair.
    pub(super) fn identity(text: &str) -> Self {
        let mut builder = Builder::default();
        builder.verbatim(text);
        builder.finish()
    }

    /// The captured stretch that `range` of `text`, the repaired text, stands for.
    pub(crate) fn span(&self, text: &str, range: Range<usize>) -> TextSpan {
        let start = self.start(text, range.start.min(text.len()));
        if range.end <= range.start {
            return TextSpan::new(start, start);
        }
        TextSpan::new(start, self.end(text, range.end.min(text.len())).max(start))
    }

    fn segment(&self, byte: usize) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.repaired <= byte);
        self.segments.get(after.checked_sub(1)?)
    }

    fn start(&self, text: &str, byte: usize) -> usize {
        let Some(segment) = self.segment(byte) else { return 0 };
        segment.captured + segment.before(text, byte)
    }

    fn end(&self, text: &str, byte: usize) -> usize {
        let Some(segment) = byte.checked_sub(1).and_then(|last| self.segment(last)) else {
            return 0;
        };
        match segment.kind {
            SegmentKind::Replaced(length) => segment.captured + length,
            _ => segment.captured + segment.before(text, byte),
        }
    }
}

impl Segment {
    /// Code points of the segment before `byte`; none of a replacement's.
    fn before(&self, text: &str, byte: usize) -> usize {
        match self.kind {
            SegmentKind::Ascii => byte - self.repaired,
            SegmentKind::Verbatim => {
                text.get(self.repaired..byte).map_or(0, |words| words.chars().count())
            }
            SegmentKind::Replaced(_) => 0,
        }
    }
}

/// Builds a map while the repaired text is written.
#[derive(Debug, Default)]
pub(super) struct Builder {
    segments: Vec<Segment>,
    repaired: usize,
    captured: usize,
}

impl Builder {
    /// `text` is copied.
    pub(super) fn verbatim(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let ascii = ascii::prefix(rest.as_bytes());
            let stretch = if ascii > 0 { ascii } else { non_ascii_stretch(rest) };
            let (words, after) = rest.split_at(stretch);
            if ascii > 0 {
                self.push(SegmentKind::Ascii, ascii, ascii);
            } else {
                self.push(SegmentKind::Verbatim, stretch, words.chars().count());
            }
            rest = after;
        }
    }

    /// `captured` code points become `repaired` bytes.
    pub(super) fn replaced(&mut self, captured: usize, repaired: usize) {
        self.push(SegmentKind::Replaced(captured), repaired, captured);
    }

    fn push(&mut self, kind: SegmentKind, repaired: usize, captured: usize) {
        self.segments.push(Segment { repaired: self.repaired, captured: self.captured, kind });
        self.repaired += repaired;
        self.captured += captured;
    }

    pub(super) fn finish(self) -> OffsetMap {
        OffsetMap { segments: self.segments }
    }
}

/// The bytes up to the next long run of ASCII, at most about [`STRIDE`].
fn non_ascii_stretch(text: &str) -> usize {
    let mut plain = 0;
    for (at, character) in text.char_indices() {
        plain = if character.is_ascii() { plain + 1 } else { 0 };
        if plain == STRIDE / 4 {
            return at + 1 - plain;
        }
        if at >= STRIDE {
            return at;
        }
    }
    text.len()
}
