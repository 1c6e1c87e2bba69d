//! What a set of boundaries draws, and in whose view.

use crate::Date;

/// Where the regions of a set end at the sea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeaLimit {
    /// At the coast: land and inland waters alone.
    Coast,
    /// Beyond it: they take in the territorial sea, which makes a peninsula half as large again.
    TerritorialSea,
}

impl SeaLimit {
    /// The word that stands for it in files, options and records.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Coast => "coast",
            Self::TerritorialSea => "territorial-sea",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Coast, Self::TerritorialSea].into_iter().find(|limit| limit.word() == word)
    }
}

/// What a set of boundaries states of what it draws. What it does not state is not known, and never
/// guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoundaryView {
    /// Where its regions end at the sea.
    pub sea: Option<SeaLimit>,
    /// The day whose boundaries it draws.
    pub as_of: Option<Date>,
    /// In whose view they are drawn, where views differ.
    pub according_to: Option<String>,
}

impl BoundaryView {
    /// All that is stated, as one phrase for answers to cite.
    ///
    /// # Example
    /// ```
    /// use seisin_core::{BoundaryView, SeaLimit};
    /// let view = BoundaryView { sea: Some(SeaLimit::TerritorialSea), ..BoundaryView::default() };
    /// assert_eq!(view.phrase().as_deref(), Some("with territorial sea"));
    /// assert_eq!(BoundaryView::default().phrase(), None);
    /// ```
    pub fn phrase(&self) -> Option<String> {
        let sea = self.sea.map(|limit| match limit {
            SeaLimit::Coast => "to the coast".to_owned(),
            SeaLimit::TerritorialSea => "with territorial sea".to_owned(),
        });
        let as_of = self.as_of.map(|day| format!("as of {day}"));
        let whose = self.according_to.as_ref().map(|whose| format!("according to {whose}"));
        let stated: Vec<String> = [sea, as_of, whose].into_iter().flatten().collect();
        (!stated.is_empty()).then(|| stated.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stated_is_cited_in_one_order() {
        let view = BoundaryView {
            sea: Some(SeaLimit::Coast),
            as_of: "2021-12-31".parse().ok(),
            according_to: Some("the study".to_owned()),
        };
        let phrase = view.phrase();
        assert_eq!(
            phrase.as_deref(),
            Some("to the coast, as of 2021-12-31, according to the study")
        );
        for limit in [SeaLimit::Coast, SeaLimit::TerritorialSea] {
            assert_eq!(SeaLimit::from_word(limit.word()), Some(limit));
        }
        assert_eq!(SeaLimit::from_word("land"), None);
    }
}
