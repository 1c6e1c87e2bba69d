//! Terms told by the plan that has them: "our map leaves 28 per cent to the other side", "a proposal
//! under which the two states would share the island".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::quantity::MentionKind;
use seisin_core::{OfferStatus, PartyRef};

/// Nouns for what one side lays on the table.
const PLANS: [&str; 15] = [
    "plan",
    "proposal",
    "offer",
    "map",
    "package",
    "paper",
    "text",
    "draft",
    "blueprint",
    "roadmap",
    "formula",
    "scheme",
    "initiative",
    "document",
    "counter-offer",
];

/// Verbs by which a plan gives land.
const GIVING: [&str; 18] = [
    "give", "leave", "offer", "propose", "grant", "award", "return", "hand", "allot", "assign",
    "cede", "envisage", "foresee", "divide", "split", "transfer", "provide", "let",
];

/// Verbs by which it wants land.
const WANTING: [&str; 7] = ["ask", "demand", "call", "require", "want", "keep", "claim"];

impl Context<'_> {
    /// "Our map leaves 28.2% to the other side and asks for the return of Sarn".
    pub(super) fn plan_says(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !PLANS.contains(&tree.lower(noun)) || !tree.tag(noun).starts_with("NN") {
            return None;
        }
        let verb = tree
            .head(noun)
            .filter(|head| tree.label(noun) == "nsubj" && *head > noun && tree.is_verb(*head))
            .or_else(|| Self::verb_of_plan(view, noun))?;
        let gives = self.is_one_of(view, verb, &GIVING);
        let wants = self.is_one_of(view, verb, &WANTING);
        let negated = crate::text::syntax::Clause::of(tree, verb);
        if !(gives || wants) || negated.negation.is_some() || negated.is_passive {
            return None;
        }
        let end = Self::terms_end(view, verb);
        let measured = view
            .quantities_in(verb + 1..end)
            .any(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share));
        let in_parts = (verb + 1..end).any(|at| {
            matches!(tree.lower(at), "percent" | "%")
                || tree.lower(at) == "per" && tree.lower(at + 1) == "cent"
        });
        if !(measured || in_parts || self.gives_land(view, verb + 1..end)) {
            return None;
        }
        let party = self.whose_terms(view, noun)?;
        let asking = (verb + 1..tree.len())
            .take_while(|at| !matches!(tree.lower(*at), ";" | "."))
            .find(|at| self.is_one_of(view, *at, &WANTING) && *at > verb);
        let asks = asking.map(|asking| {
            let start = asking + 1 + usize::from(tree.lower(asking + 1) == "for");
            start..clause_end(view, start)
        });
        let terms = verb + 1..end.min(asking.unwrap_or(end));
        Some(Bargain {
            gives: gives.then(|| terms.clone()),
            asks: if wants { Some(terms) } else { asks },
            party: Some(party),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..Bargain::of(verb, "plan-says")
        })
    }

    /// The verb right after a noun for a plan and what stands with it: "the package of 20 August gives".
    fn verb_of_plan(view: &View, noun: usize) -> Option<usize> {
        let tree = &view.tree;
        (noun + 1..tree.len().min(noun + 8))
            .take_while(|at| {
                tree.is_verb(*at)
                    || matches!(
                        tree.tag(*at),
                        "IN" | "CD" | "NNP" | "DT" | "JJ" | "NN" | "RB" | "MD"
                    )
            })
            .find(|at| tree.is_verb(*at) && !matches!(tree.tag(*at), "VBN" | "VBG"))
    }

    /// Whose plan a noun names: as printed, who speaks, or the plan spoken of before.
    fn whose_terms(&self, view: &View, noun: usize) -> Option<Found<PartyRef>> {
        let own = self.owner_of_plan(view, noun);
        let definite = view
            .tree
            .children_with(noun, &["det"])
            .any(|det| matches!(view.tree.lower(det), "the" | "that" | "this"));
        let before = || self.plan_named(view).and_then(|plan| plan.owner.clone());
        let value = own.or_else(|| definite.then(before).flatten())?;
        Some(Found { value, words: noun..noun + 1, how: How::Referred })
    }

    /// "Laid before Paris a proposal under which the two states would share the island".
    pub(super) fn plan_with_terms(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let next = noun + 1;
        let from = match tree.lower(next) {
            "under" | "by" | "in" if tree.lower(next + 1) == "which" => next + 2,
            "whereby" | "that" | "which" | ":" => next + 1,
            _ => return None,
        };
        let end = (from..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "." | "”" | ")"))
            .unwrap_or(tree.len());
        let modal = (from..end.min(from + 9))
            .any(|at| matches!(tree.lower(at), "would" | "will" | "should" | "is" | "are"));
        let list = tree.lower(next) == ":";
        if !(modal || list) || !self.gives_land(view, from..end) {
            return None;
        }
        let asks = Self::condition(view, from + 1).filter(|asks| asks.start > from);
        let stop = asks.as_ref().map_or(end, |asks| asks.start.saturating_sub(1));
        let stop = if tree.lower(stop.wrapping_sub(1)) == "," { stop - 1 } else { stop };
        let verb = (noun.saturating_sub(10)..noun).rev().find(|at| {
            tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop" | "amod")
        })?;
        let offers = self.lexicon.is_form_of(tree.lower(verb), &self.lexicon.offer_verbs)
            || self.is_one_of(
                view,
                verb,
                &["lay", "make", "bring", "hand", "outline", "sketch", "have", "unveil"],
            );
        let before = (verb + 1..noun)
            .find(|at| matches!(tree.lower(*at), "before" | "to" | "with"))
            .and_then(|to| self.party_within(view, to + 1..to + 4));
        let party = self.doer(view, verb).or_else(|| self.whose_terms(view, noun))?;
        (offers && from < stop).then(|| Bargain {
            gives: Some(from..stop),
            asks,
            counterparty: before.map(|before| before.value),
            party: Some(party),
            owned: true,
            ..Bargain::of(verb, "plan-with-terms")
        })
    }
}
