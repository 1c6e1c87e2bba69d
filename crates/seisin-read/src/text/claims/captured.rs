//! The text as captured, for the exact words of evidence.

use crate::text::ascii;
use seisin_core::{Evidence, TextSpan};
use std::cell::OnceCell;

/// A text as captured, its code points found without counting from its beginning each time.
pub(super) struct Captured<'a> {
    text: &'a str,
    /// The byte at which every so many code points begin.
    strides: OnceCell<Vec<usize>>,
}

/// How many code points lie between two that are known.
const STRIDE: usize = 256;

impl<'a> Captured<'a> {
    /// A text as captured.
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, strides: OnceCell::new() }
    }

    /// The evidence at a stretch; `None` where the text is shorter.
    pub(super) fn evidence(&self, span: TextSpan) -> Option<Evidence> {
        let first = span.start.saturating_sub(Evidence::CONTEXT) / STRIDE;
        let last = (span.end + Evidence::CONTEXT) / STRIDE + 1;
        let start = *self.strides().get(first)?;
        let end = self.strides().get(last).copied().unwrap_or(self.text.len());
        let skipped = first * STRIDE;
        let inner = TextSpan::new(span.start - skipped, span.end - skipped);
        let found = Evidence::at(self.text.get(start..end)?, inner)?;
        Some(Evidence { span, ..found })
    }

    fn strides(&self) -> &[usize] {
        self.strides.get_or_init(|| strides(self.text))
    }
}

/// The byte at which every [`STRIDE`]th code point of a text begins.
fn strides(text: &str) -> Vec<usize> {
    let mut found = Vec::with_capacity(text.len() / STRIDE + 1);
    let (mut at, mut wanted) = (0, 0);
    let mut counted = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = ascii::prefix(rest.as_bytes());
        while wanted < counted + plain {
            found.push(at + wanted - counted);
            wanted += STRIDE;
        }
        (at, counted) = (at + plain, counted + plain);
        let Some(other) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if wanted == counted {
            found.push(at);
            wanted += STRIDE;
        }
        (at, counted) = (at + other.len_utf8(), counted + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn evidence_is_what_counting_from_the_beginning_finds(
            text in "[a-zé€😍 ]{0,900}",
            start in 0_usize..950,
            length in 0_usize..400,
        ) {
            let span = TextSpan::new(start, start + length);
            let found = Captured::of(&text).evidence(span);
            prop_assert_eq!(found, Evidence::at(&text, span).filter(|_| !text.is_empty()));
        }
    }
}
