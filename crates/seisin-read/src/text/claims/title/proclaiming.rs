//! A new state proclaimed by somebody who is named: "the rebels proclaimed a republic at Sarn".

use super::super::{context::Context, view::View};
use super::{TitleAct, surface::clause_words};
use crate::text::syntax::Clause;
use seisin_core::TitleAction;

/// Nouns for what is proclaimed apart from the state it was in.
const STATES: [&str; 9] = [
    "republic",
    "state",
    "emirate",
    "caliphate",
    "kingdom",
    "principality",
    "sultanate",
    "independence",
    "federation",
];

/// Verbs that proclaim it.
const PROCLAIMING: [&str; 2] = ["proclaim", "declare"];

impl Context<'_> {
    /// "Proclaimed a republic at Sarn", "declared a state of their own".
    pub(super) fn proclaims(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &PROCLAIMING) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let object = self.state_proclaimed(view, &clause)?;
        let named = clause.agent.and_then(|agent| {
            tree.children_with(agent, &["appos"]).find(|name| tree.tag(*name).starts_with("NNP"))
        });
        let named = named.map(|name| self.unlisted(view, super::super::who::core(view, name)));
        let party = named.or_else(|| self.doer(view, verb))?;
        let placed = (object + 1..tree.len().min(object + 4))
            .find(|at| matches!(tree.lower(*at), "at" | "in" | "of" | "on" | "over"));
        let lands = placed.map(|at| self.lands_after(view, at + 1, 6)).unwrap_or_default();
        Some(
            TitleAct::told(
                "proclaims",
                TitleAction::Seceded,
                verb,
                clause_words(view, clause.agent.unwrap_or(verb).min(verb), object + 1),
            )
            .by(party)
            .over(lands),
        )
    }

    /// The new state that a verb proclaims: "a republic", "the Republic of Sarn", and no state of
    /// emergency.
    pub(super) fn state_proclaimed(&self, view: &View, clause: &Clause) -> Option<usize> {
        let tree = &view.tree;
        if !self.is_one_of(view, clause.verb, &PROCLAIMING) {
            return None;
        }
        let verb = clause.verb;
        let object = clause.patient.filter(|object| *object > verb && !clause.is_passive)?;
        let new = tree
            .child(object, &["det", "nmod:poss"])
            .is_some_and(|det| matches!(tree.lower(det), "a" | "an" | "its" | "their"));
        let named = tree.tag(object).starts_with("NNP") && tree.lower(object + 1) == "of";
        let unlike =
            |word: &str| matches!(word, "emergency" | "siege" | "war" | "alert" | "disaster");
        let other =
            tree.child(object, &["compound", "amod"]).is_some_and(|at| unlike(tree.lower(at)))
                || unlike(tree.lower(object + 2));
        let state = STATES.contains(&tree.lower(object));
        (state && (new || named) && !other).then_some(object)
    }
}
