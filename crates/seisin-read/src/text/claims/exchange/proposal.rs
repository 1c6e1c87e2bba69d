//! Land put forward without its price named in the same breath: "offered to cede Sarn", "a plan to
//! share the sovereignty of Velk", "Borland had been offered the corridor", "nobody is offering it".

use super::super::{
    context::{Context, How},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::syntax::Clause;
use seisin_core::OfferStatus;
use std::ops::Range;

/// Nouns for what is put forward, with its terms after "to".
pub(super) const PUT_FORWARD: [&str; 32] = [
    "text",
    "document",
    "framework",
    "blueprint",
    "roadmap",
    "federation",
    "confederation",
    "truce",
    "ceasefire",
    "settlement",
    "arrangement",
    "formula",
    "draft",
    "paper",
    "map",
    "offer",
    "plan",
    "proposal",
    "readiness",
    "willingness",
    "idea",
    "scheme",
    "suggestion",
    "initiative",
    "bid",
    "deal",
    "agreement",
    "package",
    "trade",
    "compromise",
    "leaseback",
    "condominium",
];

/// Rights over land that are put forward in its stead.
pub(super) const RIGHTS: [&str; 18] = [
    "federation",
    "confederation",
    "trusteeship",
    "co-administration",
    "title",
    "leaseback",
    "autonomy",
    "sovereignty",
    "self-rule",
    "self-government",
    "corridor",
    "condominium",
    "co-sovereignty",
    "correction",
    "partition",
    "swap",
    "swaps",
    "protectorate",
];

impl Context<'_> {
    /// Land put forward.
    pub(super) fn proposed(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        (0..tree.len()).find_map(|at| match tree.tag(at) {
            _ if tree.is_verb(at) => self.proposed_by_verb(view, at),
            tag if tag.starts_with("NN") => self.proposed_by_noun(view, at),
            _ => self
                .plan_says(view, at)
                .or_else(|| self.what_is_offered(view, at))
                .or_else(|| self.ready_to_give(view, at)),
        })
    }

    /// Land put forward, told by a verb.
    fn proposed_by_verb(&self, view: &View, verb: usize) -> Option<Bargain> {
        self.offered(view, verb)
            .or_else(|| self.nothing_offered(view, verb))
            .or_else(|| self.priced(view, verb))
            .or_else(|| self.tied(view, verb))
            .or_else(|| self.settled_on(view, verb))
            .or_else(|| self.exchanged_between(view, verb))
            .or_else(|| self.land_disposed_of(view, verb))
            .or_else(|| self.gave_and_got(view, verb))
            .or_else(|| self.ready_to_give(view, verb))
            .or_else(|| self.would_trade(view, verb))
            .or_else(|| self.asked_for(view, verb))
            .or_else(|| self.land_passes(view, verb))
            .or_else(|| self.must_give(view, verb))
    }

    /// Land put forward, told by a noun for a plan.
    fn proposed_by_noun(&self, view: &View, noun: usize) -> Option<Bargain> {
        self.plan_says(view, noun)
            .or_else(|| self.proposal_that(view, noun))
            .or_else(|| self.counter_offer(view, noun))
            .or_else(|| self.plan_to_give(view, noun))
            .or_else(|| self.offer_of(view, noun))
    }

    /// "Offered to cede Sarn if …", "proposed an autonomy", "was offered a share of the land".
    fn offered(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let promises = self.is_one_of(view, verb, &["promise", "pledge"]);
        if promises || self.is_one_of(view, verb, &["agree"]) {
            let bargain = self.undertook(view, verb);
            let to_side = promises && self.party_within(view, verb + 1..verb + 3).is_some();
            if bargain.is_some() || !to_side {
                return bargain;
            }
        }
        let weighed = promises
            || tree.tag(verb + 1) == "VBG" && self.is_any(view, verb, &self.lexicon.floated);
        if !weighed && !self.is_any(view, verb, &self.lexicon.offering) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let mut bargain = Bargain { party: None, ..Bargain::of(verb, "offer-land") };
        if let Some(gives) = tree.child(verb, &["obj"]).filter(|_| clause.is_passive) {
            bargain.counterparty = self.offered_to(view, verb);
            bargain.gives = Some(self.land_offered(view, gives, verb)?);
            bargain.party = self.by_agent(view, verb);
            return Some(bargain);
        }
        if let Some(bargain) =
            self.offered_to_do(view, verb).or_else(|| self.proposed_that(view, verb))
        {
            return Some(bargain);
        }
        let was_offered = clause.is_passive.then(|| self.land_was_offered(view, &clause)).flatten();
        if was_offered.is_some() {
            return was_offered;
        }
        let object = clause.patient.filter(|object| *object > verb)?;
        if PUT_FORWARD.contains(&tree.lower(object))
            && let Some(bargain) = self.plan_with_terms(view, object)
        {
            return Some(bargain);
        }
        if let Some(terms) = self.terms_after_colon(view, object) {
            bargain.gives = Some(terms);
            bargain.counterparty = self.party_within(view, verb + 1..object).map(|to| to.value);
            bargain.party = self.doer(view, verb);
            return bargain.party.is_some().then_some(bargain);
        }
        let pronoun = matches!(tree.lower(object), "him" | "her" | "them" | "us" | "me" | "you");
        let receiver =
            self.party(view, object).filter(|_| pronoun || view.party_at(object).is_some());
        let object = match &receiver {
            Some(receiver) => super::super::title::noun_after(view, receiver.words.end)?,
            None => object,
        };
        bargain.counterparty = receiver.map(|receiver| receiver.value);
        bargain.asks = Self::condition(view, clause_end(view, object));
        if let (None, Some(asks), Some(party)) =
            (&bargain.counterparty, &bargain.asks, self.doer(view, verb))
        {
            bargain.counterparty = self.asked_of(view, asks, &party).map(|other| other.value);
        }
        bargain.gives = Some(self.land_offered(view, object, verb).or_else(|| {
            let asks = bargain.asks.clone()?;
            let gives = super::super::who::core(view, object);
            (self.weighs(view, gives.clone()) && self.weighs(view, asks)).then_some(gives)
        })?);
        let paid = bargain.gives.clone().is_some_and(|gives| {
            bargain.asks.is_none() && self.item(view, gives).kind == seisin_core::ItemKind::Money
        });
        if paid {
            return None;
        }
        bargain.party = self.doer(view, verb).or_else(|| Self::no_one_offers(view, &clause));
        Some(bargain)
    }

    /// "Agreed to cede Sarn for …", "promised that …".
    fn undertook(&self, view: &View, verb: usize) -> Option<Bargain> {
        self.agreed_to_give(view, verb).or_else(|| {
            let agrees = self.is_one_of(view, verb, &["agree"]);
            let bargain = self.proposed_that(view, verb).filter(|_| agrees)?;
            Some(Bargain { status: Some(OfferStatus::Agreed), ..bargain })
        })
    }

    /// "Two of the villages have been offered to Arland for a canal": land as the subject of what is put
    /// forward.
    fn land_was_offered(&self, view: &View, clause: &Clause) -> Option<Bargain> {
        let tree = &view.tree;
        let verb = clause.verb;
        let subject = clause.patient.filter(|subject| *subject < verb)?;
        let start = super::super::who::core(view, subject).start;
        let gives = self.land_offered(view, subject, start.checked_sub(1).unwrap_or(start))?;
        let gives = start..gives.end.min(verb);
        let end = clause_end(view, verb);
        let to = (verb + 1..end.min(verb + 4)).find(|at| tree.lower(*at) == "to");
        let other = to.and_then(|to| self.party_within(view, to + 1..to + 4));
        let (_, asks) = self.priced_terms(view, verb, end);
        let asks = asks.or_else(|| Self::condition(view, verb + 1));
        let told = other.is_some() || asks.is_some();
        told.then(|| Bargain {
            gives: Some(gives),
            asks,
            party: self.by_agent(view, verb),
            counterparty: other.map(|other| other.value),
            ..Bargain::of(verb, "offer-land")
        })
    }

    /// "Offered them a choice: joint drilling off the coast, or …", "proposed a mutual withdrawal: five
    /// kilometres back": what is put forward, told after a colon.
    fn terms_after_colon(&self, view: &View, object: usize) -> Option<Range<usize>> {
        let tree = &view.tree;
        let colon = (object + 1..tree.len().min(object + 5)).find(|at| tree.lower(*at) == ":")?;
        let end = (colon + 1..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "." | "”" | "or"))
            .unwrap_or(tree.len());
        let terms = colon + 1..end;
        let named = matches!(
            tree.lower(object),
            "choice"
                | "withdrawal"
                | "retreat"
                | "pullback"
                | "swap"
                | "way"
                | "solution"
                | "exchange"
        );
        let measured = view.quantities_in(terms.clone()).any(|mention| {
            use crate::text::quantity::MentionKind;
            matches!(mention.kind, MentionKind::Area | MentionKind::Length | MentionKind::Share)
        });
        let verbless = terms.clone().all(|at| !matches!(tree.tag(at), "VBD" | "VBZ" | "VBP"));
        (named && verbless && (measured || self.gives_land(view, terms.clone()))).then_some(terms)
    }

    /// "Arland was offered": who gets what is told in the passive.
    pub(super) fn offered_to(&self, view: &View, verb: usize) -> Option<seisin_core::PartyRef> {
        let receiver = view.tree.child(verb, &["nsubj:pass", "nsubj"])?;
        self.party(view, receiver).map(|party| party.value)
    }

    fn by_agent(
        &self,
        view: &View,
        verb: usize,
    ) -> Option<super::super::context::Found<seisin_core::PartyRef>> {
        Clause::of(&view.tree, verb).agent.and_then(|agent| self.party(view, agent))
    }

    /// "Nobody is offering Sarn": nobody on the side that holds it.
    fn no_one_offers(
        view: &View,
        clause: &Clause,
    ) -> Option<super::super::context::Found<seisin_core::PartyRef>> {
        let agent = clause.agent.filter(|agent| Self::is_none(view, *agent))?;
        let value = super::super::context::unlisted_party(view.tree.lower(agent));
        Some(super::super::context::Found { value, words: agent..agent + 1, how: How::Phrase })
    }

    /// The words of an object that is land or a right over it.
    pub(super) fn land_offered(
        &self,
        view: &View,
        object: usize,
        verb: usize,
    ) -> Option<Range<usize>> {
        let tree = &view.tree;
        let words = tree.branch_without(object, &|child| {
            matches!(
                tree.label(child),
                "acl:relcl" | "advcl" | "parataxis" | "punct" | "cc" | "conj"
            ) && child > object
        });
        let words = words.start.max(verb + 1)..words.end;
        let by = words.clone().find(|at| *at > object && tree.lower(*at) == "by");
        let words = words.start..by.unwrap_or(words.end);
        let dealing = super::reached::is_dealing(tree.lower(object));
        let right = words.clone().any(|at| RIGHTS.contains(&tree.lower(at)))
            || dealing && self.gives_land(view, object + 1..words.end)
            || words.clone().any(|at| matches!(tree.lower(at), "joint" | "shared" | "mutual"));
        let part = matches!(tree.tag(object), "CD") && self.gives_land(view, words.clone());
        if PUT_FORWARD.contains(&tree.lower(object)) && !RIGHTS.contains(&tree.lower(object)) {
            let of = (object + 1..words.end.min(object + 3))
                .find(|at| matches!(tree.lower(*at), "for" | "of"))?;
            let inner = of + 1..words.end;
            return self.gives_land(view, inner.clone()).then_some(inner);
        }
        let named =
            words.clone().any(|at| view.place_at(at).is_some() && view.party_at(at).is_none())
                || view.quantities_in(words.clone()).any(|mention| {
                    use crate::text::quantity::MentionKind;
                    matches!(mention.kind, MentionKind::Area | MentionKind::Share)
                });
        let land = self.land(view, object).filter(|land| match land.how {
            How::Named | How::Unlisted => true,
            How::Referred | How::Phrase => self.lexicon.land.contains(tree.lower(object)),
        });
        (right || part || named || land.is_some()).then_some(words)
    }

    /// "Denies that he would trade the north", "would never swap Sarn".
    fn would_trade(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["trade", "swap", "barter"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let object = clause.patient.filter(|object| *object > verb)?;
        let gives = self.land_offered(view, object, verb)?;
        let named = gives.clone().any(|at| view.place_at(at).is_some());
        let modal = clause.helpers.iter().any(|at| matches!(tree.tag(*at), "MD"))
            || (verb.saturating_sub(3)..verb)
                .any(|at| matches!(tree.lower(at), "would" | "'d" | "will" | "’d"));
        (named && modal).then(|| Bargain {
            gives: Some(gives),
            party: self.doer(view, verb),
            status: Some(OfferStatus::Proposed),
            ..Bargain::of(verb, "would-trade")
        })
    }

    /// Whether some words name or measure land or a right over it.
    pub(super) fn gives_land(&self, view: &View, words: Range<usize>) -> bool {
        let tree = &view.tree;
        words.clone().any(|at| {
            RIGHTS.contains(&tree.lower(at))
                || matches!(tree.lower(at), "parallel" | "lines" | "borders" | "frontiers")
                || self.lexicon.land.contains(tree.lower(at))
                || view.party_at(at).is_none()
                    && (view.place_at(at).is_some() || tree.tag(at).starts_with("NNP"))
        }) || view
            .quantities_in(words)
            .any(|mention| matches!(mention.kind, crate::text::quantity::MentionKind::Area))
    }
}
