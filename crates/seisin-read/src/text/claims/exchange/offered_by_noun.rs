//! Land put forward, told by a noun or an adjective: "Arland’s offer of a road", "the plan to share Velk",
//! "is ready to hand over the valley".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end, proposal::PUT_FORWARD};
use crate::text::syntax::Clause;
use seisin_core::OfferStatus;
use std::ops::Range;

/// The noun that "to" stands after, before a word.
fn tree_lower(view: &View, from: usize) -> &str {
    view.tree.lower(from.saturating_sub(2))
}

impl Context<'_> {
    /// "Arland’s offer of a road through Sarn": told as a noun, of an owner whose offer is not known yet.
    pub(super) fn offer_of(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let names = tree.tag(noun).starts_with("NN") && PUT_FORWARD.contains(&tree.lower(noun));
        if !names || tree.lower(noun + 1) != "of" || self.stands(view).is_some() {
            return None;
        }
        let value = self.owner_of_plan(view, noun)?;
        let known = self.offers.iter().rev().take_while(|offer| view.index - offer.sentence <= 12);
        let told = known
            .into_iter()
            .any(|offer| offer.party.as_ref().is_some_and(|party| party.id == value.id));
        let object = super::super::title::noun_after(view, noun + 2)?;
        let gives = self.land_offered(view, object, noun + 1)?;
        let (end, price) = self.priced_terms(view, gives.start, gives.end);
        let gives = gives.start..end;
        let asks = price.or_else(|| Self::condition(view, gives.end));
        (!told).then(|| Bargain {
            gives: Some(gives),
            asks,
            party: Some(Found { value, words: noun..noun + 1, how: How::Referred }),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..Bargain::of(noun, "offer-of")
        })
    }

    /// "Answered with a counter-offer of a few islands".
    pub(super) fn counter_offer(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let counter = tree.lower(noun).starts_with("counter")
            && (tree.lower(noun).ends_with("offer") || tree.lower(noun).ends_with("proposal"));
        if !counter || tree.lower(noun + 1) != "of" {
            return None;
        }
        let end = clause_end(view, noun + 2);
        let verb = (noun.saturating_sub(9)..noun).rev().find(|at| tree.is_verb(*at))?;
        self.gives_land(view, noun + 2..end).then(|| Bargain {
            gives: Some(noun + 2..end),
            party: self.doer(view, verb),
            status: Some(OfferStatus::Countered),
            owned: true,
            ..Bargain::of(verb, "counter-offer")
        })
    }

    /// "The minister’s plan to share the sovereignty of Velk with Borland", "an agreement to give up
    /// the town".
    pub(super) fn plan_to_give(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let to = noun + 1;
        if !tree.tag(noun).starts_with("NN") || !PUT_FORWARD.contains(&tree.lower(noun)) {
            return None;
        }
        let beside = |at: &usize| {
            matches!(tree.tag(*at), "IN" | "CD" | "NNP" | "NNPS" | "DT" | "JJ")
                && !matches!(tree.lower(*at), "that" | "under")
        };
        let gap = (to..tree.len().min(to + 5)).take_while(beside).count();
        let to = if tree.lower(to + gap) == "to" { to + gap } else { to };
        let to = if tree.lower(to) == "to" { to } else { return self.plan_with_terms(view, noun) };
        let (terms, asks) = self.undertaken(view, to + 1)?;
        let (verb, end) = (terms.start, terms.end);
        let value = self.owner_of_plan(view, noun);
        let named = value.map(|value| Found { value, words: noun..noun + 1, how: How::Named });
        let above = (noun.saturating_sub(4)..noun).rev().find(|at| tree.is_verb(*at));
        let answers = above.is_some_and(|at| {
            let with = (at + 1..noun).any(|case| matches!(tree.lower(case), "with" | "by"));
            self.is_one_of(view, at, &["counter"])
                || with && self.is_one_of(view, at, &["answer", "reply", "respond", "return"])
        });
        let maker = above.filter(|at| answers || self.is_any(view, *at, &self.lexicon.laying));
        let party = named.or_else(|| self.doer(view, maker?));
        let with =
            (verb + 1..tree.len().min(end + 5)).find(|at| matches!(tree.lower(*at), "with" | "to"));
        let other = with.and_then(|with| self.party_within(view, with + 1..with + 5));
        let struck = matches!(tree.lower(noun), "deal" | "agreement");
        Some(Bargain {
            gives: Some(terms),
            asks,
            party,
            counterparty: other.map(|other| other.value),
            status: Some(match (struck, answers) {
                (true, _) => OfferStatus::Agreed,
                (false, true) => OfferStatus::Countered,
                (false, false) => OfferStatus::Proposed,
            }),
            ..Bargain::of(verb, "plan-to-give")
        })
    }

    /// "Is ready to hand over the valley", "would be willing to cede Sarn".
    pub(super) fn ready_to_give(&self, view: &View, at: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let ready = matches!(
            tree.lower(at),
            "ready" | "willing" | "prepared" | "open" | "offering" | "happy"
        );
        if !ready || tree.lower(at + 1) != "to" {
            return None;
        }
        let (terms, asks) = self.undertaken(view, at + 2)?;
        let verb = terms.start;
        let subject = Clause::of(tree, at).agent.and_then(|agent| self.party(view, agent));
        Some(Bargain {
            gives: Some(terms),
            asks,
            party: subject.or_else(|| self.doer(view, at)),
            ..Bargain::of(verb, "ready-to-give")
        })
    }

    /// What somebody is ready to do, and on which condition: to give land, or on a condition to leave it
    /// or to grant something else.
    fn undertaken(&self, view: &View, from: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let gives = |at: &usize| self.is_any(view, *at, &self.lexicon.giving);
        let leaves = |at: &usize| {
            self.is_any(view, *at, &self.lexicon.leaving)
                || self.is_any(view, *at, &self.lexicon.granting)
        };
        let verb =
            (from..from + 2).find(|at| gives(at) || leaves(at) || self.disposes(view, *at))?;
        let end = Self::terms_end(view, verb);
        let (end, asks) = match Self::condition(view, end) {
            Some(asks) => (end, Some(asks)),
            None => self.priced_terms(view, verb, end),
        };
        let landed = gives(&verb) && self.gives_land(view, verb..end) || self.disposes(view, verb);
        let struck = leaves(&verb) && asks.is_some() && self.weighs(view, verb..end);
        let offer = matches!(tree_lower(view, from), "offer" | "proposal" | "suggestion");
        let leave = self.is_any(view, verb, &self.lexicon.leaving);
        let left = offer && leave && self.gives_land(view, verb + 1..end);
        (landed || struck || left).then_some((verb..end, asks))
    }

    /// "Ready to give up the hills for a withdrawal": terms with what is wanted for them.
    pub(super) fn priced_terms(
        &self,
        view: &View,
        verb: usize,
        end: usize,
    ) -> (usize, Option<Range<usize>>) {
        let wanted = |case: usize| {
            let asks = case + 1..end;
            let weighs = self.item(view, asks.clone()).kind != seisin_core::ItemKind::Other;
            (!asks.is_empty() && weighs).then_some(asks)
        };
        let case = (verb + 2..end).find(|at| super::trade::is_for(view, *at));
        match case.and_then(|case| Some((case, wanted(case)?))) {
            Some((case, asks)) => (case, Some(asks)),
            None => (end, None),
        }
    }
}
