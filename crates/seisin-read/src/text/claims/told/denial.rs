//! What is called false, and reports that are.

use super::Told;
use crate::text::{
    claims::{context::Context, view::View},
    syntax::Clause,
};
use seisin_core::{Modality, Polarity};
use std::ops::Range;

impl Context<'_> {
    /// A denial in the sentence whose reach the tree does not show: what is called false after it
    /// was said, and what follows a verb of denying without a new clause between, is denied.
    pub(in crate::text::claims) fn denied_around(&self, view: &View, verb: usize, told: &mut Told) {
        if told.polarity == Polarity::Denied {
            return;
        }
        if self.denied_after(view, verb) {
            told.deny();
            return;
        }
        let tree = &view.tree;
        let parts = |range: Range<usize>| {
            range.clone().any(|at| {
                matches!(tree.lower(at), ";" | "but" | "while" | "although")
                    || (tree.lower(at) == ","
                        && matches!(
                            tree.lower(at + 1),
                            "and" | "but" | "while" | "which" | "who" | "a" | "an"
                        ))
                    || (tree.lower(at) == "and" && tree.tag(at + 1).starts_with("VB"))
            })
        };
        for at in 0..tree.len() {
            let word = tree.lower(at);
            let predicate = self.lexicon.falsehoods.contains(word)
                && at > verb
                && (verb..at).any(|be| {
                    matches!(tree.lower(be), "is" | "are" | "was" | "were" | "'s" | "be")
                })
                && !matches!(tree.label(at), "amod" | "compound" | "obj");
            let denies = at < verb
                && at + 1 < tree.len()
                && tree.is_verb(at)
                && self.lexicon.is_form(word, "deny")
                && !parts(at + 1..verb);
            let dismisses = at < verb
                && tree.is_verb(at)
                && self.lexicon.is_form_of(word, &self.lexicon.deny)
                && (at + 1..at + 4).any(|noun| {
                    self.lexicon.reports.contains(tree.lower(noun))
                        && tree.lower(noun + 1) == "that"
                })
                && !parts(at + 1..verb);
            let untrue = at < verb
                && !tree.lower(at + 1).is_empty()
                && (word == "not"
                    && matches!(tree.lower(at + 1), "true" | "so" | "correct" | "accurate")
                    || self.lexicon.falsehoods.contains(word)
                        && matches!(tree.lower(at.wrapping_sub(1)), "is" | "was" | "entirely"))
                && (at + 1..verb).any(|that| tree.lower(that) == "that")
                && !(at..verb).any(|mark| matches!(tree.lower(mark), ";" | "but" | "."));
            if untrue {
                told.deny();
                told.modality = Modality::Asserted;
            }
            if predicate && (tree.lower(0) == "claims" || !parts(verb..at)) {
                told.deny();
                told.modality = Modality::Asserted;
            } else if denies || dismisses {
                told.deny();
                self.cite(view, at, &Clause::of(tree, at), told);
            }
        }
    }

    /// "Claims that …", "the plan to …", "a demand that …".
    pub(super) fn of_noun(&self, view: &View, at: usize, noun: usize, told: &mut Told) {
        let tree = &view.tree;
        let lower = tree.lower(noun);
        let infinitive = tree.children_with(at, &["mark"]).any(|mark| tree.lower(mark) == "to");
        let ranked = tree.children(noun).iter().any(|child| {
            matches!(tree.lower(*child), "first" | "second" | "third" | "last" | "only" | "latest")
        });
        let gerund = tree.child(at, &["mark", "case"]).is_some_and(|mark| tree.lower(mark) == "of");
        let perfect =
            infinitive && tree.child(at, &["aux"]).is_some_and(|aux| tree.lower(aux) == "have");
        let meant = infinitive && !perfect || gerund && AIMS.contains(&lower);
        let failed = infinitive
            && matches!(lower, "attempt" | "attempts" | "bid" | "effort" | "efforts")
            && self.has_failed(view, noun);
        if infinitive && matches!(lower, "refusal" | "failure" | "inability" | "unwillingness")
            || failed
        {
            told.deny();
        } else if meant && !ranked {
            told.weaken(Modality::Planned);
            if is_none_of(view, noun) {
                told.deny();
            }
        }
        if !self.lexicon.reports.contains(lower) {
            return;
        }
        told.weaken(Modality::Reported);
        let after = |at: usize| self.lexicon.falsehoods.contains(tree.lower(at)) && at > noun;
        let given_up = self.is_given_up(view, noun);
        if (given_up || (noun..tree.len()).any(after)) && !told.presupposed {
            told.deny();
            told.modality = Modality::Asserted;
            return;
        }
        let Some(above) = tree.head(noun) else { return };
        if self.lexicon.is_form_of_any(tree.lower(above), &["ask", "inquire", "wonder", "question"])
        {
            told.refused = Some("it is asked whether");
        }
        if told.presupposed {
            return;
        }
        let form = tree.lower(above);
        if self.lexicon.is_form_of(form, &self.lexicon.deny)
            && matches!(tree.label(noun), "obj" | "nsubj:pass" | "obl")
        {
            self.cite(view, above, &Clause::of(tree, above), told);
            told.deny();
            told.modality = Modality::Asserted;
            self.cite(view, above, &Clause::of(tree, above), told);
        } else if self.lexicon.falsehoods.contains(form) {
            told.deny();
            told.modality = Modality::Asserted;
        } else if tree
            .children(noun)
            .iter()
            .any(|child| self.lexicon.falsehoods.contains(tree.lower(*child)))
        {
            told.deny();
        }
    }
}

impl Context<'_> {
    /// "Failed in its attempt to", "its bid failed", "a failed effort to".
    fn has_failed(&self, view: &View, noun: usize) -> bool {
        let tree = &view.tree;
        let above =
            tree.head(noun).is_some_and(|verb| self.lexicon.is_form(tree.lower(verb), "fail"));
        let called = tree.children_with(noun, &["amod"]).any(|word| {
            matches!(tree.lower(word), "failed" | "unsuccessful" | "abortive" | "vain" | "futile")
        });
        above || called
    }
}

/// Nouns for what somebody means to do.
const AIMS: [&str; 12] = [
    "intention",
    "intentions",
    "plan",
    "plans",
    "hope",
    "hopes",
    "question",
    "thought",
    "idea",
    "prospect",
    "desire",
    "wish",
];

/// Whether there is none of what a noun names: "no plans", "not have any intention".
fn is_none_of(view: &View, noun: usize) -> bool {
    let tree = &view.tree;
    let no = tree.children(noun).iter().any(|child| matches!(tree.lower(*child), "no" | "neither"));
    let above = tree.head(noun).filter(|above| tree.is_verb(*above));
    no || above.is_some_and(|above| Clause::of(tree, above).negation.is_some())
}
