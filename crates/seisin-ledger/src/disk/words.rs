//! A captured text in which code points are found without walking from its start.

use seisin_core::{Evidence, TextSpan};

/// A captured text with a mark at every so many code points.
#[derive(Debug)]
pub(crate) struct Words {
    text: String,
    /// How many code points there are.
    length: usize,
    /// The byte at which code point `i * STRIDE` starts.
    marks: Vec<usize>,
}

impl Words {
    const STRIDE: usize = 128;

    pub(crate) fn new(text: String) -> Self {
        let marks = text.char_indices().step_by(Self::STRIDE).map(|(byte, _)| byte).collect();
        let length = text.chars().count();
        Self { text, length, marks }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The evidence at `span` with context of the given lengths; `None` where the text is shorter.
    pub(crate) fn evidence(&self, span: TextSpan, context: (usize, usize)) -> Option<Evidence> {
        let before = TextSpan::new(span.start.checked_sub(context.0)?, span.start);
        let after = TextSpan::new(span.end, span.end.checked_add(context.1)?);
        let words = |span| self.slice(span).map(str::to_owned);
        Some(Evidence {
            span,
            exact: words(span)?,
            prefix: words(before)?,
            suffix: words(after)?,
            repaired: None,
        })
    }

    /// The lengths of an evidence's context in code points, where its words stand at its span.
    pub(crate) fn locate(&self, evidence: &Evidence) -> Option<(usize, usize)> {
        let context = (evidence.prefix.chars().count(), evidence.suffix.chars().count());
        let found = self.evidence(evidence.span, context)?;
        let same = found.exact == evidence.exact
            && found.prefix == evidence.prefix
            && found.suffix == evidence.suffix;
        same.then_some(context)
    }

    fn slice(&self, span: TextSpan) -> Option<&str> {
        self.text.get(self.byte(span.start)?..self.byte(span.end)?)
    }

    /// Where a code point starts; the end of the text for one past the last.
    fn byte(&self, code_point: usize) -> Option<usize> {
        if code_point == self.length {
            return Some(self.text.len());
        }
        let mark = *self.marks.get(code_point / Self::STRIDE)?;
        let mut starts = self.text.get(mark..)?.char_indices();
        starts.nth(code_point % Self::STRIDE).map(|(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn slices_as_a_walk_from_the_start_does(
            text in "[aé→𐍈]{0,400}", start in 0..420_usize, length in 0..300_usize
        ) {
            let span = TextSpan::new(start, start + length);
            let words = Words::new(text.clone());
            prop_assert_eq!(words.slice(span).map(str::to_owned), span.slice(&text).filter(|_| {
                start <= text.chars().count()
            }));
        }
    }

    #[test]
    fn a_text_as_long_as_a_stride_ends_where_it_ends() {
        let words = Words::new("я".repeat(Words::STRIDE));
        assert_eq!(words.byte(Words::STRIDE), Some(2 * Words::STRIDE));
        assert_eq!(words.byte(Words::STRIDE + 1), None);
        assert_eq!(words.byte(2 * Words::STRIDE), None);
    }
}
