//! Amounts of land told beside it: "a zone that covers 3% of the island", "with a total area of 164 sq.
//! km", "controlled to roughly 80 %"; and words that are amounts by their form alone.

use super::{context::Context, lexicon::Pattern, view::View};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tree, preposition},
};
use seisin_core::Polarity;

/// Verbs that say how large land is.
const MEASURE: [&str; 12] = [
    "cover",
    "make",
    "comprise",
    "measure",
    "span",
    "encompass",
    "account",
    "amount",
    "total",
    "occupy",
    "constitute",
    "represent",
];

/// How far from the land its measure may stand.
const FAR: usize = 10;

impl Context<'_> {
    /// The amount of the clause itself: of an advance how far it went, of a holding how much of it is
    /// held.
    pub(super) fn amount_told(
        view: &View,
        clause: &Clause,
        pattern: Pattern,
    ) -> Option<QuantityMention> {
        let tree = &view.tree;
        match pattern {
            Pattern::Advance if super::moving::stops_short(view, clause.verb).is_some() => None,
            Pattern::Advance => Self::length(view, clause),
            Pattern::Hold => {
                let held_to = |mention: &&QuantityMention| {
                    let words = tree.words_in(&mention.range);
                    let main = words.clone().find(|at| tree.head(*at) == Some(clause.verb));
                    mention.kind == MentionKind::Share
                        && words.start > clause.verb
                        && main.is_some_and(|at| preposition(tree, at).as_deref() == Some("to"))
                };
                view.quantities.iter().find(held_to).cloned()
            }
            Pattern::Secede => view
                .quantities_in(clause.verb..tree.branch(clause.verb).end)
                .find(|mention| mention.kind == MentionKind::Area)
                .cloned(),
            _ => None,
        }
    }

    /// The area or share that a relative clause or "with an area of" beside land gives it.
    pub(super) fn measured_beside(&self, view: &View, land: usize) -> Option<QuantityMention> {
        let tree = &view.tree;
        let after = |mention: &&QuantityMention| {
            let start = tree.words_in(&mention.range).start;
            matches!(mention.kind, MentionKind::Area | MentionKind::Share)
                && (land + 1..=land + FAR).contains(&start)
        };
        let mention = view.quantities.iter().find(after)?;
        let start = tree.words_in(&mention.range).start;
        let between = land + 1..start;
        let measures =
            |at: usize| tree.is_verb(at) && self.lexicon.is_form_of_any(tree.lower(at), &MEASURE);
        let verbs: Vec<usize> = between.clone().filter(|at| finite(tree, *at)).collect();
        let relative = between.clone().any(|at| matches!(tree.lower(at), "that" | "which"));
        let by_verb = relative && verbs.len() == 1 && verbs.iter().all(|at| measures(*at));
        let with = between
            .clone()
            .any(|at| matches!(tree.lower(at), "area" | "size") && with_before(tree, at));
        let together = tree.lower(land + 1) == "," && tree.lower(land + 2) == "together";
        let apart = between.clone().any(|at| matches!(tree.lower(at), ";" | ":" | "."));
        let told = by_verb || verbs.is_empty() && (with || together);
        (told && !apart).then(|| mention.clone())
    }
}

fn finite(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD")
}

/// Whether "with" opens the phrase of a noun: "with a total area".
fn with_before(tree: &Tree, noun: usize) -> bool {
    (noun.saturating_sub(4)..noun).any(|at| tree.lower(at) == "with")
}

/// Whether an amount counts nothing: "one town" in what is denied, "the 22nd division".
pub(super) fn counts_nothing(mention: &QuantityMention, polarity: Polarity) -> bool {
    let words = mention.quantity.original_value.to_lowercase();
    let first = words.split(' ').next().unwrap_or("");
    let nth = first.starts_with(|c: char| c.is_ascii_digit())
        && ["st", "nd", "rd", "th"].iter().any(|end| first.ends_with(end));
    let none = polarity == Polarity::Denied && first == "one";
    mention.kind == MentionKind::Count && (nth || none)
}
