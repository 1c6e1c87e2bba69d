//! Places in a text and the exact words found there.

/// A half-open stretch of a captured text.
///
/// # Units
/// Unicode code points of the text as captured, before any repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSpan {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl TextSpan {
    /// The stretch `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many code points it covers.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a code point.
    pub const fn intersects(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words of `text` that it covers; `None` where the text is shorter.
    ///
    /// ```
    /// use seisin_core::TextSpan;
    /// assert_eq!(TextSpan::new(3, 5).slice("за Курск"), Some("Ку".to_owned()));
    /// ```
    pub fn slice(self, text: &str) -> Option<String> {
        if self.is_empty() {
            return Some(String::new());
        }
        let (_, rest) = parted(text, self.start)?;
        parted(rest, self.len()).map(|(words, _)| words.to_owned())
    }
}

/// A text parted after so many code points; `None` where it is shorter.
fn parted(text: &str, count: usize) -> Option<(&str, &str)> {
    let mut left = text.chars();
    if let Some(last) = count.checked_sub(1) {
        left.nth(last)?;
    }
    text.split_at_checked(text.len() - left.as_str().len())
}

/// The exact words a claim rests on, as W3C Web Annotation's text selectors give them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where in the captured text.
    pub span: TextSpan,
    /// The words there, damage included.
    pub exact: String,
    /// Up to 32 code points before them.
    pub prefix: String,
    /// Up to 32 code points after them.
    pub suffix: String,
    /// The words as repaired, where they differ.
    pub repaired: Option<String>,
}

impl Evidence {
    /// Code points of context kept on each side.
    pub const CONTEXT: usize = 32;

    /// The evidence at `span` of `text`; `None` where the text is shorter.
    pub fn at(text: &str, span: TextSpan) -> Option<Self> {
        let exact = span.slice(text)?;
        let before = span.start.saturating_sub(Self::CONTEXT);
        let prefix = TextSpan::new(before, span.start).slice(text)?;
        let rest = parted(text, span.end).map_or("", |(_, rest)| rest);
        let suffix = parted(rest, Self::CONTEXT).map_or(rest, |(near, _)| near).to_owned();
        Some(Self { span, exact, prefix, suffix, repaired: None })
    }
}
