//! Counts of people lost that somebody denies once they are told: "a number Borland rejects", "which Arland
//! denied", "Arland dismissed the figure", "the rebels call this propaganda".

use super::{context::Context, draft::Draft, told::Told, view::View, who::core};
use crate::text::syntax::Clause;
use seisin_core::{Detail, Polarity};

/// Nouns and small words for a count told before.
const FIGURES: [&str; 20] = [
    "figure",
    "figures",
    "number",
    "numbers",
    "toll",
    "count",
    "tally",
    "estimate",
    "estimates",
    "claim",
    "claims",
    "report",
    "reports",
    "total",
    "account",
    "accusation",
    "allegation",
    "this",
    "that",
    "it",
];

impl Context<'_> {
    /// The denial of a count that this sentence or the one before tells.
    pub(super) fn tolls_denied(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let counted = |draft: &&Draft| {
            draft.detail == Detail::Casualties
                && draft.quantity.is_some()
                && draft.told.polarity == Polarity::Affirmed
        };
        let here = drafts.iter().rev().find(counted);
        let before = self
            .toll_told
            .as_ref()
            .filter(|(sentence, _)| here.is_none() && sentence + 1 == view.index)
            .map(|(_, draft)| draft);
        let Some(toll) = here.or(before).filter(|_| here.is_some() || drafts.is_empty()) else {
            return Vec::new();
        };
        let verb = (1..view.tree.len()).find(|at| self.denies_figure(view, *at, here));
        let denied = verb.and_then(|verb| self.toll_denied(view, verb, toll));
        denied.into_iter().collect()
    }

    /// Whether a verb denies a figure told before: its object is a word for one, or its relative clause hangs
    /// on what was counted.
    fn denies_figure(&self, view: &View, verb: usize, here: Option<&Draft>) -> bool {
        let tree = &view.tree;
        let form = tree.lower(verb);
        let named = tree.tag(verb) == "NNS" && tree.tag(verb - 1).starts_with("NNP");
        let acts = tree.is_verb(verb) || named;
        let denies = acts && self.lexicon.is_form_of(form, &self.lexicon.deny);
        let calls = || {
            self.lexicon.is_form_of_any(form, &["call", "describe", "brand", "label", "term"])
                && (verb + 1..verb + 6).any(|at| self.lexicon.falsehoods.contains(tree.lower(at)))
        };
        if !denies && !calls() {
            return false;
        }
        let figure = |at: usize| FIGURES.contains(&tree.lower(at));
        if let Some(toll) = here {
            let count = toll.quantity.as_ref().map_or(0, |count| count.range.end);
            let from = verb.saturating_sub(8);
            let relative = (from + 1..verb).any(|at| {
                let word = tree.lower(at);
                tree.lower(at - 1) == "," && word == "which"
                    || figure(at)
                        && matches!(tree.lower(at - 1), "a" | "the")
                        && tree.lower(at.wrapping_sub(2)) == ","
            });
            let apart = || {
                (from..verb).any(|at| {
                    let after = tree.word(at).is_some_and(|word| word.range.start >= count);
                    let joins =
                        matches!(tree.lower(at + 1), "but" | "though" | "although" | "while");
                    after && (tree.lower(at) == ";" || tree.lower(at) == "," && joins)
                })
            };
            return relative || Self::object_is_figure(view, verb) && apart();
        }
        Self::object_is_figure(view, verb)
    }

    /// Whether what a verb is done to is a word for a figure told before.
    fn object_is_figure(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        let figure = |at: usize| FIGURES.contains(&tree.lower(at));
        let object = (verb + 1..verb + 4)
            .find(|at| !matches!(tree.tag(*at), "DT" | "PRP$" | "JJ" | "POS") || figure(*at));
        object.is_some_and(figure) && tree.lower(object.unwrap_or(verb) + 1) != "that"
    }

    fn toll_denied(&self, view: &View, verb: usize, toll: &Draft) -> Option<Draft> {
        let tree = &view.tree;
        let clause = Clause::of(tree, verb);
        let beside = verb.checked_sub(1).filter(|at| tree.is_nominal(*at));
        let relative = |at: usize| matches!(tree.lower(at), "which" | "that" | "who");
        let agent = beside.or(clause.agent).filter(|at| !relative(*at))?;
        self.party(view, agent)?;
        if clause.negation.is_some() {
            return None;
        }
        let mut told = Told::by(Vec::new());
        self.link(view, agent, tree.lower(verb), &mut told);
        told.polarity = Polarity::Denied;
        let start = (core(view, agent).start.saturating_sub(3)..verb)
            .rev()
            .find(|at| matches!(tree.lower(at.wrapping_sub(1)), "," | ";"))
            .unwrap_or(core(view, agent).start);
        let end = (verb + 1..tree.len())
            .find(|at| matches!(tree.lower(*at), "," | ";" | "." | "and" | "but"))
            .unwrap_or(tree.len());
        Some(Draft {
            told,
            evidence: tree.range(start..end),
            rule: format!("toll-denied/{}", tree.lower(verb)),
            ..toll.clone()
        })
    }
}
