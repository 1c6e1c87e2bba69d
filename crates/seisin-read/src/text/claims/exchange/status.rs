//! How far an offer has come.

use super::super::draft::Draft;
use super::super::{context::Context, lexicon::Words, view::View};
use super::bargain::Bargain;
use crate::text::syntax::{Clause, Tense};
use seisin_core::{OfferStatus, Polarity};

impl Context<'_> {
    /// "Hands over the valley in return for peace": what a side does, not what it would do or proposes.
    fn is_told_as_fact(&self, view: &View, clause: &Clause) -> bool {
        let acts = [&self.lexicon.giving, &self.lexicon.granting, &self.lexicon.leaving];
        let gives = acts.iter().any(|list| self.is_any(view, clause.verb, list));
        let real = matches!(
            clause.tense,
            Tense::Present | Tense::Past | Tense::PresentPerfect | Tense::PastPerfect
        );
        let proposes = |at: usize| {
            self.is_one_of(
                view,
                at,
                &["offer", "propose", "suggest", "float", "demand", "ask", "call"],
            )
        };
        let above = std::iter::successors(Some(clause.verb), |at| view.tree.head(*at)).take(5);
        gives && real && !above.into_iter().any(proposes)
    }

    /// "Talk of trading the strip has been denied": whether what is told is the subject of a denial.
    pub(super) fn is_denied_after(&self, view: &View, bargain: &Bargain) -> bool {
        let tree = &view.tree;
        let ends = || bargain.gives.iter().chain(&bargain.asks).map(|words| words.end);
        let (first, last) = (ends().min(), ends().max());
        let from = first.unwrap_or(bargain.verb);
        let end = last.unwrap_or(bargain.verb) + 6;
        let report = (0..from)
            .any(|at| self.lexicon.reports.contains(tree.lower(at)) && tree.lower(at) != "idea");
        (from..tree.len().min(end))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "." | "that"))
            .any(|at| {
                let denies = self.is_one_of(view, at, &["deny", "refute", "rebut", "contradict"])
                    || report && self.is_any(view, at, &self.lexicon.deny);
                denies && tree.tag(at) == "VBN" && self.is_one_of(view, at - 1, &["be"])
            })
    }

    /// "Has not accepted the offer to leave": an offer of which only the answer is told with a no.
    pub(super) fn is_left_standing(&self, view: &View, bargain: &Bargain) -> bool {
        let tree = &view.tree;
        let starts = bargain.gives.iter().chain(&bargain.asks).map(|words| words.start);
        let first = starts.min().unwrap_or(bargain.verb);
        let noun = (first.saturating_sub(3)..first).rev().find(|at| self.names_plan(view, *at));
        let above = noun.and_then(|noun| {
            let object = matches!(tree.label(noun), "obj" | "obl" | "nsubj:pass");
            tree.head(noun).filter(|head| object && tree.is_verb(*head))
        });
        above.is_some_and(|verb| {
            let clause = Clause::of(tree, verb);
            clause.negation.is_some() && self.stance(view, &clause).is_some()
        })
    }

    /// "We shall not trade our mountains for a signature": a no to the offer told of right before, not an
    /// offer of its own.
    pub(super) fn is_refusal(&self, view: &View, bargain: &Bargain, draft: &Draft) -> bool {
        let clause = Clause::of(&view.tree, bargain.verb);
        let to_come = matches!(
            clause.tense,
            Tense::Future | Tense::Conditional | Tense::Possible | Tense::Demanded
        );
        let other = || {
            let by = draft.party.as_ref().map(|party| &party.value.id);
            self.last_offerer(view).is_some_and(|last| by.is_none_or(|by| *by != last.id))
        };
        draft.told.polarity == Polarity::Denied
            && to_come
            && clause.negation.is_some()
            && self.last_plan().is_some_and(|plan| view.index <= plan + 2)
            && other()
    }

    /// How far an offer has come, by its verb, the verbs above it and the nouns beside it.
    pub(super) fn status(&self, view: &View, clause: &Clause) -> OfferStatus {
        let tree = &view.tree;
        let lexicon = self.lexicon;
        let chain: Vec<usize> = std::iter::successors(Some(clause.verb), |at| tree.head(*at))
            .take(5)
            .filter(|at| tree.is_verb(*at))
            .collect();
        let any = |list: &Words| chain.iter().any(|at| lexicon.is_form_of(tree.lower(*at), list));
        let before = |words: &[&str]| {
            (0..clause.verb.min(tree.len())).any(|at| words.contains(&tree.lower(at)))
        };
        let proposed =
            (0..clause.verb.min(tree.len())).any(|at| self.is_any(view, at, &lexicon.offering));
        let done = lexicon.is_form_of(tree.lower(clause.verb), &lexicon.implemented)
            && matches!(clause.tense, Tense::Past | Tense::PresentPerfect | Tense::PastPerfect);
        if before(&["counter-offer", "counteroffer", "counter-proposal", "counterproposal"])
            || any(&lexicon.countered)
        {
            OfferStatus::Countered
        } else if any(&lexicon.floated) || before(&["idea", "floated"]) {
            OfferStatus::Floated
        } else if any(&lexicon.agreed)
            || !proposed
                && before(&[
                    "deal",
                    "treaty",
                    "accord",
                    "agreement",
                    "accords",
                    "pact",
                    "memorandum",
                ])
        {
            OfferStatus::Agreed
        } else if done {
            OfferStatus::Implemented
        } else if self.is_told_as_fact(view, clause) {
            OfferStatus::Agreed
        } else {
            OfferStatus::Proposed
        }
    }
}
