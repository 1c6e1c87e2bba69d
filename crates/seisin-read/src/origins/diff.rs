//! Where a copy's words differ from those of the report it goes back to.

use super::words::{Word, words};
use seisin_core::TextSpan;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// The most words of each text that are compared one by one.
///
/// Comparing two texts that share nothing takes time that grows with the square of their length; a
/// long report has some 3,000 words. What lies beyond is shown as left out or added.
const WORDS_COMPARED: usize = 6_000;

/// How a stretch of a copy stands to the report it goes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The same words in both.
    Same,
    /// Words of the earliest report that the member left out.
    Left,
    /// Words that the member added.
    Added,
}

/// A stretch of words, the same in both reports or in one of them alone.
///
/// # Units
/// Code points of each text as captured. The stretch of a text that has none of these words is
/// empty and stands where they would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Whether it is the same, left out or added.
    pub kind: ChangeKind,
    /// Where in the earliest report.
    pub earliest: TextSpan,
    /// Where in the member.
    pub member: TextSpan,
}

/// The words that differ between two reports, in order.
///
/// # Assumptions
/// Case, diacritics and punctuation do not make a difference.
///
/// # Method
/// The shortest edit by words after Myers (1986, doi:10.1007/BF01840446), over at most
/// 6,000 words of each text.
///
/// # Example
/// ```
/// use seisin_read::origins::{ChangeKind, word_diff};
/// let (earliest, member) = ("It holds more than 400 miles.", "It holds some 400 miles.");
/// let changes = word_diff(earliest, member);
/// let left = changes.iter().find(|change| change.kind == ChangeKind::Left).unwrap();
/// assert_eq!(left.earliest.slice(earliest).unwrap(), "more than");
/// ```
pub fn word_diff(earliest: &str, member: &str) -> Vec<Change> {
    let sides = Sides { earliest: words(earliest), member: words(member) };
    let (from, to) = (plain(&sides.earliest), plain(&sides.member));
    let mut changes = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &from, &to) {
        let (tag, left, added) = step.as_tag_tuple();
        if tag == DiffTag::Equal {
            changes.push(sides.change(ChangeKind::Same, left, added));
            continue;
        }
        if !left.is_empty() {
            changes.push(sides.change(ChangeKind::Left, left, added.start..added.start));
        }
        if !added.is_empty() {
            let after = step.old_range().end;
            changes.push(sides.change(ChangeKind::Added, after..after, added));
        }
    }
    changes.extend(sides.beyond());
    changes
}

fn plain(words: &[Word]) -> Vec<&str> {
    words.iter().take(WORDS_COMPARED).map(|word| word.plain.as_str()).collect()
}

struct Sides {
    earliest: Vec<Word>,
    member: Vec<Word>,
}

impl Sides {
    fn change(
        &self,
        kind: ChangeKind,
        earliest: std::ops::Range<usize>,
        member: std::ops::Range<usize>,
    ) -> Change {
        Change {
            kind,
            earliest: stretch(&self.earliest, earliest),
            member: stretch(&self.member, member),
        }
    }

    /// The words past the limit.
    fn beyond(&self) -> Vec<Change> {
        let (left, added) = (self.earliest.len(), self.member.len());
        let (from, to) = (left.min(WORDS_COMPARED), added.min(WORDS_COMPARED));
        let mut changes = Vec::new();
        if from < left {
            changes.push(self.change(ChangeKind::Left, from..left, to..to));
        }
        if to < added {
            changes.push(self.change(ChangeKind::Added, left..left, to..added));
        }
        changes
    }
}

/// The stretch from the first to the last of these words; an empty one just after the word before.
fn stretch(words: &[Word], range: std::ops::Range<usize>) -> TextSpan {
    let after =
        |at: usize| at.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |w| w.span.end);
    match words.get(range.clone()) {
        Some([first, .., last]) => TextSpan::new(first.span.start, last.span.end),
        Some([only]) => only.span,
        _ => TextSpan::new(after(range.start), after(range.start)),
    }
}
