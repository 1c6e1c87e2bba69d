//! One person lost, as the article says: "a police sergeant", "another soldier", "a 12-year-old girl".

use super::{casualties::Fate, context::Context, view::View};
use crate::text::quantity::{MentionKind, QuantityMention};
use seisin_core::{Bound, Quantity, QuantityKind, Unit};

/// How many words may stand between the article and the noun.
const REACH: usize = 5;

impl Context<'_> {
    /// One person in a phrase of a clause.
    pub(super) fn one_person(&self, view: &View, at: usize, fate: Fate) -> Option<QuantityMention> {
        let article = view.tree.child(at, &["det"])?;
        let single = view.tree.tag(at) == "NN" && self.is_one(view, article, at);
        single.then(|| self.one(view, article, fate))
    }

    /// The persons that a sentence with a word for people lost counts by an article alone.
    pub(super) fn single_persons(&self, view: &View) -> Vec<QuantityMention> {
        let tree = &view.tree;
        let articles = || (0..tree.len()).filter(|at| is_article(tree.lower(*at)));
        let fateful = |at: usize| Fate::of(tree.lower(at)).is_some();
        if articles().next().is_none() || !(0..tree.len()).any(fateful) {
            return Vec::new();
        }
        articles()
            .filter(|article| {
                let phrase = |at: &usize| {
                    tree.is_nominal(*at) || matches!(tree.tag(*at), "JJ" | "CD" | "HYPH" | "VBN")
                };
                let last = (article + 1..article + REACH).take_while(phrase).last();
                last.is_some_and(|noun| self.is_one(view, *article, noun))
            })
            .map(|article| self.one(view, article, Fate::Killed))
            .collect()
    }

    /// Whether a phrase from its article to its noun names one person.
    fn is_one(&self, view: &View, article: usize, noun: usize) -> bool {
        let word = view.tree.lower(noun);
        let person = self.lexicon.persons.contains(word);
        let several =
            word.ends_with('s') || matches!(word, "people" | "men" | "women" | "children");
        let of_nobody = matches!(
            word,
            "death"
                | "loss"
                | "toll"
                | "casualty"
                | "dead"
                | "wounded"
                | "source"
                | "missing"
                | "killed"
                | "family"
                | "general"
                | "major"
        );
        is_article(view.tree.lower(article)) && person && !several && !of_nobody
    }

    fn one(&self, view: &View, article: usize, fate: Fate) -> QuantityMention {
        let range = view.tree.range(article..article + 1);
        QuantityMention {
            range: range.clone(),
            number: range.clone(),
            kind: MentionKind::Count,
            quantity: Quantity {
                kind: QuantityKind::Count,
                bound: Bound::Exactly,
                value: 1.0,
                high: None,
                step: 1.0,
                unit: Unit::Counted(fate.noun().to_owned()),
                of: None,
                frame: None,
                original_value: self.prepared.slice(range).to_owned(),
            },
            rule: "one-person",
        }
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "another")
}

/// The people out of whom a sentence counts some as lost: "Of the 1,093 men aboard, 323 perished".
pub(super) fn counted_from(view: &View, before: usize) -> Option<std::ops::Range<usize>> {
    let tree = &view.tree;
    let of = match (tree.lower(0), tree.lower(1)) {
        ("of", _) => 0,
        ("out", "of") => 1,
        _ => return None,
    };
    let end = (of + 1..tree.len()).find(|at| tree.lower(*at) == ",")?;
    let words = of + 1..end;
    let lost = words.clone().any(|at| Fate::of(tree.lower(at)).is_some());
    let counted = view.quantities_in(words.clone()).next().is_some();
    (end < before && counted && !lost).then_some(words)
}
