//! What an answer says: yes, no, only if, something else instead, or neither.

use super::super::{context::Context, lexicon::Words, view::View};
use crate::text::syntax::Clause;
use seisin_core::Stance;

impl Context<'_> {
    /// What the verb of an answer says, its negation and its conditions taken in.
    pub(super) fn stance(&self, view: &View, clause: &Clause) -> Option<Stance> {
        let lexicon = self.lexicon;
        let plain = if self.says_with_particle(view, clause, &lexicon.reject) {
            Stance::Reject
        } else if self.says_with_particle(view, clause, &lexicon.accept) {
            Stance::Accept
        } else if self.says_with_particle(view, clause, &lexicon.ponder) {
            Stance::Noncommittal
        } else if clause.negation.is_some()
            && self.says_with_particle(view, clause, &lexicon.reject_negated)
        {
            return Some(Stance::Reject);
        } else {
            return None;
        };
        let says_no = view.tree.lower(clause.verb + 1) == "no";
        let negated = clause.negation.is_some() && !says_no;
        let conditional = Self::is_conditional(view, clause);
        Some(match (plain, negated) {
            (Stance::Accept, _) if conditional => Stance::Conditional,
            (Stance::Accept, true) => Stance::Reject,
            (Stance::Reject, true) => Stance::Noncommittal,
            (stance, _) => stance,
        })
    }

    /// "Only if", "provided that", "unless", "on condition that", "as long as".
    pub(crate) fn is_conditional(view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let end = (clause.verb + 1..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "." | "”"))
            .unwrap_or(tree.len());
        let only = tree.children(clause.verb).iter().any(|child| tree.lower(*child) == "only");
        let after = (clause.verb + 1..end).any(|at| {
            matches!(tree.lower(at), "if" | "unless" | "provided" | "providing" | "until" | "once")
                || matches!(tree.lower(at), "condition" | "conditions" | "proviso" | "reservations")
                || tree.lower(at) == "so" && tree.lower(at + 1) == "long"
                || tree.lower(at) == "as" && matches!(tree.lower(at + 1), "long" | "soon")
                || tree.lower(at) == "subject" && tree.lower(at + 1) == "to"
                || tree.lower(at) == "pending"
        });
        only || after
    }

    fn says_with_particle(&self, view: &View, clause: &Clause, list: &Words) -> bool {
        let tree = &view.tree;
        self.lexicon.lemmas(tree.lower(clause.verb)).iter().any(|lemma| {
            list.iter().any(|entry| match entry.split_once(' ') {
                None => entry == lemma,
                Some((verb, rest)) => {
                    verb == lemma
                        && (clause.particles.iter().any(|own| own == rest)
                            || follows(view, clause.verb, rest)
                            || clause.patient.is_some_and(|object| {
                                object > clause.verb && tree.lower(tree.branch(object).end) == rest
                            }))
                }
            })
        })
    }
}

/// Whether some words follow a verb, its object or an adverb between left out.
fn follows(view: &View, verb: usize, words: &str) -> bool {
    let tree = &view.tree;
    (verb + 1..verb + 4).any(|from| {
        words.split(' ').enumerate().all(|(step, word)| tree.lower(from + step) == word)
            && (verb + 1..from).all(|at| !tree.is_verb(at))
    })
}
