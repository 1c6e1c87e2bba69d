//! A swap told without a verb after the noun that names it: "a trade, Sarn for Velk", "his idea is simple:
//! the north for the valley", "a new offer — villages for villages".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::bargain::Bargain;
use crate::text::syntax::Clause;
use seisin_core::{ItemKind, OfferStatus};
use std::ops::Range;

impl Context<'_> {
    /// "…, A for B" or "…: A against B" after a noun for a plan.
    pub(super) fn bare_swap(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        (1..tree.len())
            .filter(|at| matches!(tree.lower(*at), "for" | "against"))
            .find_map(|at| self.swapped_at(view, at))
    }

    fn swapped_at(&self, view: &View, case: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let marks = |at: &usize| matches!(tree.lower(*at), ":" | "," | "—" | "–" | "(" | "-");
        let mark = (case.saturating_sub(9)..case).rev().find(marks)?;
        let end = (case + 1..tree.len())
            .find(|at| {
                marks(at) || matches!(tree.lower(*at), ";" | "." | "”" | ")" | "and" | "but")
            })
            .unwrap_or(tree.len());
        let (gives, asks) = (mark + 1..case, case + 1..end);
        let acts = |at: usize| tree.is_verb(at) && tree.tag(at) != "VBN";
        if gives.is_empty() || asks.is_empty() || (mark + 1..end).any(acts) {
            return None;
        }
        let colon = tree.lower(mark) == ":";
        let offers = |at: &usize| self.is_any(view, *at, &self.lexicon.offering);
        let noun = (0..mark)
            .rev()
            .find(|at| self.names_plan(view, *at))
            .or_else(|| (0..mark).rev().find(offers).filter(|_| colon))?;
        if !colon && mark > noun + 7 || !self.is_swapped(view, &gives, &asks) {
            return None;
        }
        let verb = if offers(&noun) { noun } else { Self::verb_over(view, noun, mark)? };
        let clause = Clause::of(tree, verb);
        let settles = self.is_any(view, verb, &self.lexicon.agreed)
            || matches!(tree.lower(noun), "deal" | "agreement" | "accord" | "bargain");
        let party = self.owner_of_terms(view, noun).or_else(|| {
            let by = (verb..mark).find(|at| tree.lower(*at) == "by").filter(|_| clause.is_passive);
            match by {
                Some(by) => self.party_within(view, by + 1..mark),
                None => self.doer(view, verb).filter(|doer| doer.how != How::Phrase),
            }
        });
        let other = self.put_to(view, verb, party.as_ref());
        Some(Bargain {
            gives: Some(gives),
            asks: Some(asks),
            party: Some(party?),
            counterparty: other,
            status: settles.then_some(OfferStatus::Agreed),
            owned: true,
            ..Bargain::of(verb, "bare-swap")
        })
    }

    /// Whether what stands before and after "for" is swapped: land for land, or land for something
    /// that is bargained with.
    fn is_swapped(&self, view: &View, gives: &Range<usize>, asks: &Range<usize>) -> bool {
        let land = |words: &Range<usize>| self.gives_land(view, words.clone());
        let kind = |words: &Range<usize>| self.item(view, words.clone()).kind;
        let side = view.party_at(asks.start).is_some_and(|name| name.words.end == asks.end)
            && view.place_at(asks.start).is_none();
        !side
            && (land(gives) && land(asks)
                || (land(gives) || land(asks))
                    && kind(gives) != ItemKind::Other
                    && kind(asks) != ItemKind::Other)
    }

    /// The verb that tells of a plan: the one it hangs on, else the nearest before the mark.
    fn verb_over(view: &View, noun: usize, mark: usize) -> Option<usize> {
        let tree = &view.tree;
        let main = |at: &usize| {
            (tree.is_verb(*at) || tree.label(*at) == "root")
                && !matches!(tree.label(*at), "aux" | "aux:pass" | "amod")
        };
        tree.head(noun)
            .filter(|head| *head < mark && main(head))
            .or_else(|| (0..mark).rev().find(main))
            .or(Some(noun))
    }

    /// To whom a plan is put: "has made Yerevan a new offer".
    fn put_to(
        &self,
        view: &View,
        verb: usize,
        party: Option<&Found<seisin_core::PartyRef>>,
    ) -> Option<seisin_core::PartyRef> {
        let after = self.party_within(view, verb + 1..verb + 4)?;
        let own = party.is_some_and(|party| party.value.id == after.value.id);
        (!own).then_some(after.value)
    }
}
