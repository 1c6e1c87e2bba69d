//! Quotations: the stretches between marks, and which go on from one another.

use crate::text::{Prepared, QuoteSide, TokenKind};
use seisin_core::SourceLink;
use std::ops::Range;

/// A quotation.
#[derive(Debug, Clone)]
pub(crate) struct Quote {
    /// What stands between the marks, in bytes of the repaired text.
    pub(crate) range: Range<usize>,
    /// Who speaks.
    pub(crate) speaker: Option<SourceLink>,
    /// The sentence and the word of the verb of saying.
    pub(crate) cue: Option<(usize, usize)>,
    /// The words that name the speaker, in bytes of the repaired text.
    pub(crate) speaker_range: Option<Range<usize>>,
}

impl Quote {
    /// A quotation whose speaker is not known yet.
    pub(crate) const fn of(range: Range<usize>) -> Self {
        Self { range, speaker: None, cue: None, speaker_range: None }
    }
}

/// The most bytes between two marks that are one quotation.
const LONGEST: usize = 2_000;

/// The stretches between quotation marks of one paragraph.
///
/// # Method
/// Single marks are apostrophes as well: they part a quotation only where a mark of a sentence stands
/// before the second, and no double marks stand within.
pub(crate) fn stretches(prepared: &Prepared) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut open, mut single): (Option<(usize, char)>, Option<usize>) = (None, None);
    let mut last = TokenKind::Symbol;
    for token in &prepared.tokens {
        let before = std::mem::replace(&mut last, token.kind);
        let TokenKind::Quote(side) = token.kind else { continue };
        let mark = prepared.word(token).chars().next().unwrap_or('"');
        let end = token.range.start;
        if matches!(mark, '\'' | '‘' | '’' | '`' | '´' | '‚' | '‹' | '›') {
            let ends = ends_sentence(before) && token.is_attached();
            match side {
                QuoteSide::Open if open.is_none() => single = Some(token.range.end),
                QuoteSide::Close if ends => {
                    let start = single.take();
                    found.extend(start.map(|start| start..end).filter(|r| is_stretch(prepared, r)));
                }
                _ => {}
            }
            continue;
        }
        single = None;
        match (side, open) {
            (QuoteSide::Open, None) => open = Some((token.range.end, mark)),
            (QuoteSide::Open, Some((_, old))) if old == mark => {
                open = Some((token.range.end, mark));
            }
            (QuoteSide::Close, Some((start, _))) => {
                found.extend(Some(start..end).filter(|range| is_stretch(prepared, range)));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a mark is one that stands at the end of a sentence or a clause.
const fn ends_sentence(kind: TokenKind) -> bool {
    use TokenKind::{Comma, Ellipsis, Exclamation, Period};
    matches!(kind, Comma | Period | Exclamation | Ellipsis)
}

/// Whether what stands between two marks is a quotation of one paragraph.
fn is_stretch(prepared: &Prepared, range: &Range<usize>) -> bool {
    let between = prepared.slice(range.clone());
    between.len() <= LONGEST && !between.contains("\n\n") && !between.trim().is_empty()
}

/// Whether two stretches of a text have something in common.
pub(super) fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Which of the quotations of a document, in order, touch a stretch of it.
pub(crate) fn touching(quotes: &[Quote], range: &Range<usize>) -> Range<usize> {
    let first = quotes.partition_point(|quote| quote.range.end <= range.start);
    let end = quotes.partition_point(|quote| quote.range.start < range.end);
    first..end.max(first)
}

/// Those of some stretches of a text, in order, that touch a stretch of it.
pub(crate) fn within<'a>(quoted: &'a [Range<usize>], range: &Range<usize>) -> &'a [Range<usize>] {
    let first = quoted.partition_point(|quote| quote.end <= range.start);
    let end = quoted.partition_point(|quote| quote.start < range.end);
    quoted.get(first..end).unwrap_or_default()
}

/// Whether one of the stretches of a text, in order, touches a stretch of it.
pub(crate) fn any_touches(quoted: &[Range<usize>], range: &Range<usize>) -> bool {
    let first = quoted.partition_point(|quote| quote.end <= range.start);
    quoted.get(first).is_some_and(|quote| quote.start < range.end)
}

/// Whether a quotation may go on from the one before it: they stand near each other in one paragraph.
pub(crate) fn goes_on(prepared: &Prepared, last: &Range<usize>, this: &Range<usize>) -> bool {
    let between = prepared.slice(last.end..this.start);
    between.len() < 200 && !between.contains('\n')
}

/// A quotation without a verb of saying of its own goes on from the one before it in the same
/// paragraph; `told` are those that may have got a speaker since this was done last.
pub(crate) fn carry_on(quotes: &mut [Quote], told: Range<usize>, prepared: &Prepared) {
    for at in told.start.max(1)..quotes.len() {
        let (before, rest) = quotes.split_at_mut(at);
        let (Some(last), Some(this)) = (before.last(), rest.first_mut()) else { return };
        let silent = this.speaker.is_none() && last.speaker.is_some();
        if silent && goes_on(prepared, &last.range, &this.range) {
            this.speaker.clone_from(&last.speaker);
            this.cue = last.cue;
        } else if at > told.end {
            return;
        }
    }
}
