//! How far an offer has come.

use super::super::{context::Context, lexicon::Words, view::View};
use crate::text::syntax::{Clause, Tense};
use seisin_core::OfferStatus;

impl Context<'_> {
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
        let done = lexicon.is_form_of(tree.lower(clause.verb), &lexicon.implemented)
            && matches!(clause.tense, Tense::Past | Tense::PresentPerfect | Tense::PastPerfect);
        if before(&["counter-offer", "counteroffer", "counter-proposal", "counterproposal"])
            || any(&lexicon.countered)
        {
            OfferStatus::Countered
        } else if any(&lexicon.floated) || before(&["idea", "floated"]) {
            OfferStatus::Floated
        } else if any(&lexicon.agreed)
            || before(&["deal", "treaty", "accord", "agreement", "accords", "pact", "memorandum"])
        {
            OfferStatus::Agreed
        } else if done {
            OfferStatus::Implemented
        } else {
            OfferStatus::Proposed
        }
    }
}
