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

/// The noun that "to" stands after, before a word.
fn tree_lower(view: &View, from: usize) -> &str {
    view.tree.lower(from.saturating_sub(2))
}

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
        if self.is_one_of(view, verb, &["agree", "promise", "pledge"]) {
            let agrees = self.is_one_of(view, verb, &["agree"]);
            return self.agreed_to_give(view, verb).or_else(|| {
                let bargain = self.proposed_that(view, verb).filter(|_| agrees)?;
                Some(Bargain { status: Some(OfferStatus::Agreed), ..bargain })
            });
        }
        let weighed = tree.tag(verb + 1) == "VBG" && self.is_any(view, verb, &self.lexicon.floated);
        if !weighed && !self.is_any(view, verb, &self.lexicon.offering) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let mut bargain = Bargain { party: None, ..Bargain::of(verb, "offer-land") };
        if clause.is_passive && tree.child(verb, &["obj"]).is_some() {
            let gives = tree.child(verb, &["obj"])?;
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

    /// "Arland’s offer of a road through Sarn": told as a noun, of an owner whose offer is not known yet.
    fn offer_of(&self, view: &View, noun: usize) -> Option<Bargain> {
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
        let asks = Self::condition(view, gives.end);
        (!told).then(|| Bargain {
            gives: Some(gives),
            asks,
            party: Some(super::super::context::Found {
                value,
                words: noun..noun + 1,
                how: How::Referred,
            }),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..Bargain::of(noun, "offer-of")
        })
    }

    /// "Answered with a counter-offer of a few islands".
    fn counter_offer(&self, view: &View, noun: usize) -> Option<Bargain> {
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

    /// "The minister’s plan to share the sovereignty of Velk with Borland", "an agreement to give up
    /// the town".
    fn plan_to_give(&self, view: &View, noun: usize) -> Option<Bargain> {
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
        let named = value.map(|value| super::super::context::Found {
            value,
            words: noun..noun + 1,
            how: How::Named,
        });
        let above = (noun.saturating_sub(4)..noun).rev().find(|at| tree.is_verb(*at));
        let answers = above.is_some_and(|at| {
            self.is_one_of(view, at, &["counter", "answer", "reply", "respond", "return"])
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
    fn ready_to_give(&self, view: &View, at: usize) -> Option<Bargain> {
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
        let asks = Self::condition(view, end);
        let landed = gives(&verb) && self.gives_land(view, verb..end) || self.disposes(view, verb);
        let struck = leaves(&verb) && asks.is_some() && self.weighs(view, verb..end);
        let offer = matches!(tree_lower(view, from), "offer" | "proposal" | "suggestion");
        let leave = self.is_any(view, verb, &self.lexicon.leaving);
        let left = offer && leave && self.gives_land(view, verb + 1..end);
        (landed || struck || left).then_some((verb..end, asks))
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
