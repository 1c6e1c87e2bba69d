//! Whose count, estimate or admission a figure is.

use super::Told;
use crate::text::{
    claims::{context::Context, view::View},
    syntax::{Clause, Tree, preposition},
};

impl Context<'_> {
    /// "By the UN’s count", "by its own estimate", "on Arland’s figures".
    pub(super) fn counted_by(&self, view: &View, verb: usize, told: &mut Told) {
        const COUNTS: [&str; 11] = [
            "count",
            "tally",
            "estimate",
            "estimates",
            "reckoning",
            "account",
            "figures",
            "calculation",
            "calculations",
            "assessment",
            "admission",
        ];
        let tree = &view.tree;
        let above = tree.head(verb).filter(|head| *head < verb);
        let counts = tree.branch(verb).chain(above);
        for at in counts.filter(|at| COUNTS.contains(&tree.lower(*at))) {
            let by = preposition(tree, at).is_some_and(|case| matches!(case.as_str(), "by" | "on"));
            let owner = tree.child(at, &["nmod:poss"]).filter(|owner| {
                self.party(view, *owner).is_some() || tree.tag(*owner).starts_with("NN")
            });
            let cue = self.text(view, at..at + 1);
            if let Some(owner) = owner.filter(|_| by) {
                self.link(view, owner, &cue, told);
            } else if let Some(first) = unnamed_count(tree, at).filter(|_| by) {
                self.link_words(view, (at, first..at + 1), &cue, told);
            }
        }
    }

    /// "Arland reports 16 soldiers killed": who counts is who says so.
    pub(in crate::text::claims) fn counted_aloud(&self, view: &View, verb: usize, told: &mut Told) {
        self.cite(view, verb, &Clause::of(&view.tree, verb), told);
        told.rank_sources();
    }

    /// "A research institute puts the ground it holds at 38,500 km²": who estimates is who says so.
    pub(super) fn estimated(&self, view: &View, clause: &Clause, told: &mut Told) {
        let tree = &view.tree;
        let at = (clause.verb + 1..clause.verb + 4).any(|at| tree.lower(at) == "at");
        let noun = tree.head(clause.verb).filter(|_| tree.label(clause.verb) == "acl:relcl" && at);
        let verb = noun.and_then(|noun| {
            tree.head(noun).filter(|_| tree.label(noun) == "obj" && noun < clause.verb)
        });
        let estimates = |verb: &usize| {
            let form = tree.lower(*verb);
            self.lexicon.is_form_of_any(form, &["put", "estimate", "set", "reckon", "place"])
        };
        if let Some(verb) = verb.filter(estimates) {
            self.cite(view, verb, &Clause::of(tree, verb), told);
        }
    }

    /// "Arland acknowledged four deaths": what is admitted is what its subject says.
    pub(super) fn acknowledged(&self, view: &View, clause: &Clause, told: &mut Told) {
        let form = view.tree.lower(clause.verb);
        let admits = ["acknowledge", "admit", "confirm", "report", "concede"]
            .iter()
            .any(|verb| self.lexicon.is_form(form, verb));
        if admits && !clause.is_passive {
            self.cite(view, clause.verb, clause, told);
        }
    }
}

/// Where the words begin that say whose count it is without a name: "by one estimate", "by official
/// figures".
fn unnamed_count(tree: &Tree, at: usize) -> Option<usize> {
    tree.children_with(at, &["nummod", "det", "amod"]).find(|child| {
        *child < at && matches!(tree.lower(*child), "one" | "another" | "independent" | "official")
    })
}
