//! Deals of civil life: a parish meeting, a pilots' union and a co-operative bargain as sides do, but
//! over no land between parties.

use super::{context::Context, draft::Draft, view::View};
use seisin_core::{Detail, PartyRef};

impl Context<'_> {
    /// Whether an offer or an answer is one of civil life: its sentence tells of such a body and neither
    /// side is known as a party.
    pub(super) fn is_civil_deal(&self, view: &View, draft: &Draft) -> bool {
        let deal = matches!(draft.detail, Detail::Offer { .. } | Detail::Response { .. });
        let listed = |party: &PartyRef| self.vocabulary.parties.party(&party.id).is_some();
        let known = draft.party.as_ref().is_some_and(|party| listed(&party.value))
            || draft.counterparty.as_ref().is_some_and(listed);
        let civil = |party: &PartyRef| {
            let mut words = party.name.split(' ');
            !listed(party) && words.any(|word| self.lexicon.civil.contains(word))
        };
        let answers = matches!(draft.detail, Detail::Response { .. });
        answers && draft.counterparty.as_ref().is_some_and(civil)
            || deal
                && !known
                && view
                    .tree
                    .words()
                    .iter()
                    .any(|word| self.lexicon.civil.contains(&word.lower) && !word.capital)
    }
}
