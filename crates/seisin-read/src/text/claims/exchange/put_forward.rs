//! What somebody offers to do or proposes should be done: "offered to drop the claim if …", "proposed
//! that both armies go back", "has offered nothing", "what he floated is self-rule".

use super::super::{
    context::{Context, Found, How},
    lexicon::Words,
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::{quantity::MentionKind, syntax::Clause};
use seisin_core::{ItemKind, OfferStatus, PartyRef};
use std::ops::Range;

impl Context<'_> {
    /// "Offered to drop the claim if the rent were paid".
    pub(super) fn offered_to_do(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let to = (verb + 1..tree.len().min(verb + 7))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "," | "." | "that"))
            .find(|at| tree.lower(*at) == "to" && tree.is_verb(at + 1))
            .or_else(|| (tree.tag(verb + 1) == "VBG").then_some(verb))?;
        let inner = to + 1;
        let end = Self::terms_end(view, inner);
        let asks = Self::condition(view, end);
        let transfers = self.is_any(view, inner, &self.lexicon.giving);
        let landed = transfers && self.gives_land(view, inner..end);
        let struck = asks.clone().is_some_and(|asks| {
            self.weighs(view, inner..end)
                && (self.weighs(view, asks.clone()) || self.party_within(view, asks).is_some())
        });
        (landed || struck).then(|| Bargain {
            gives: Some(inner..end),
            asks,
            party: self.doer(view, verb),
            ..Bargain::of(verb, "offer-land")
        })
    }

    /// "Agreed to hand the islands over to Velk once a treaty had been signed".
    pub(super) fn agreed_to_give(&self, view: &View, verb: usize) -> Option<Bargain> {
        let bargain = self.offered_to_do(view, verb)?;
        let words = bargain.gives.clone()?;
        let to = words.clone().find(|at| view.tree.lower(*at) == "to");
        let other = to.and_then(|to| self.party_within(view, to + 1..words.end + 4));
        let agreed = self.is_one_of(view, verb, &["agree"]);
        let known = other.is_some() && bargain.asks.is_some();
        let first = self.is_any(view, words.start, &self.lexicon.giving);
        (known && first).then(|| Bargain {
            counterparty: other.map(|other| other.value),
            status: Some(if agreed { OfferStatus::Agreed } else { OfferStatus::Proposed }),
            ..bargain
        })
    }

    /// "Proposed that both armies go back to the river", "suggested that the land be divided".
    pub(super) fn proposed_that(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let that = (verb + 1..tree.len().min(verb + 12))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "."))
            .find(|at| tree.lower(*at) == "that")?;
        let inner = (that + 2..tree.len().min(that + 14)).find(|at| self.is_wished(view, *at))?;
        let any = |verbs: &Words| self.lexicon.is_form_of(tree.lower(inner), verbs);
        let passive = Clause::of(tree, inner).is_passive;
        let (gives, gets) = (
            any(&self.lexicon.giving) || any(&self.lexicon.leaving) || any(&self.lexicon.granting),
            any(&self.lexicon.getting),
        );
        let goes =
            self.is_one_of(view, inner, &["go", "come", "move", "step", "fall", "change", "take"])
                || tree.lower(inner) == "change";
        let end = Self::terms_end(view, inner);
        let whole = that + 1..end;
        let measured = view
            .quantities_in(whole.clone())
            .any(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share));
        let landed = measured || self.gives_land(view, whole.clone());
        if !(gives || gets || goes) || !landed {
            return None;
        }
        let party = self.doer(view, verb);
        let own = |other: &Found<PartyRef>| {
            party.as_ref().is_some_and(|party| party.value.id == other.value.id)
        };
        let subject = super::super::title::noun_before(view, inner)
            .filter(|noun| *noun > that)
            .and_then(|noun| self.party(view, noun));
        let other =
            subject.filter(|other| matches!(other.how, How::Named | How::Referred) && !own(other));
        let demanded = other.is_some() && gives && !passive;
        let terms = if goes || gets || passive { whole } else { inner..end };
        Some(Bargain {
            gives: (!demanded).then(|| terms.clone()),
            asks: if demanded { Some(terms) } else { Self::condition(view, end) },
            counterparty: other.map(|other| other.value),
            party,
            ..Bargain::of(verb, "proposed-that")
        })
    }

    /// Whether a word after "that" is the verb of what is proposed, whatever the tree hangs it on.
    fn is_wished(&self, view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let wished = tree.lower(at - 1) == "be" && tree.tag(at) == "VBN";
        let would = tree.tag(at) == "VB" && tree.tag(at - 1) == "MD";
        let acts = tree.is_verb(at)
            || tree.lower(at) == "change" && tree.lower(at + 1) == "hands"
            || self.acts_after_name(view, at);
        let beside =
            matches!(tree.label(at), "aux" | "aux:pass" | "cop" | "amod" | "acl" | "acl:relcl");
        wished || would || acts && !beside
    }

    /// "That Arland recognise the border": a plain form after a party's name, whatever its tag.
    pub(super) fn acts_after_name(&self, view: &View, at: usize) -> bool {
        let form = view.tree.lower(at);
        let known = self.lexicon.is_form_of(form, &self.lexicon.giving)
            || self.lexicon.is_form_of(form, &self.lexicon.granting);
        known && at.checked_sub(1).is_some_and(|name| view.party_at(name).is_some())
    }

    /// "Asked for a further three per cent of the country, and a port": land wanted where an offer was
    /// spoken of before.
    pub(super) fn asked_for(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let asks_for = self.is_one_of(view, verb, &["ask", "press", "hold"])
            && tree.lower(verb + 1 + usize::from(tree.lower(verb + 1) == "out")) == "for";
        let demands = self.is_one_of(view, verb, &["demand", "want", "request", "seek", "claim"])
            && !matches!(tree.lower(verb + 1), "to" | "that" | "for");
        self.last_plan().filter(|plan| (asks_for || demands) && view.index <= plan + 3)?;
        let clause = Clause::of(tree, verb);
        if clause.is_passive || clause.negation.is_some() {
            return None;
        }
        let from = if asks_for {
            (verb + 1..verb + 4).find(|at| tree.lower(*at) == "for")? + 1
        } else {
            verb + 1
        };
        let end = clause_end(view, from);
        let measured = view.quantities_in(from..end).any(|mention| {
            matches!(mention.kind, MentionKind::Area | MentionKind::Share)
                || mention.kind == MentionKind::Count && self.counts_land(mention)
        });
        let party = self.doer(view, verb).filter(|party| party.how != How::Phrase)?;
        let other = self.last_offerer(view).filter(|other| other.id != party.value.id)?;
        measured.then(|| Bargain {
            asks: Some(from..end),
            party: Some(party),
            counterparty: Some(other),
            status: Some(OfferStatus::Countered),
            owned: true,
            ..Bargain::of(verb, "asked-for")
        })
    }

    /// "Delhi has offered nothing", "to the rebels nothing has been offered".
    pub(super) fn nothing_offered(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["offer", "propose"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let nothing = |at: usize| matches!(tree.lower(at), "nothing" | "none");
        let after = nothing(verb + 1) && tree.lower(verb + 2) != "but";
        let before = clause.is_passive && (verb.saturating_sub(4)..verb).any(nothing);
        let to = (verb.saturating_sub(8)..tree.len().min(verb + 8))
            .find(|at| tree.lower(*at) == "to")
            .and_then(|to| self.party_within(view, to + 1..to + 4));
        let party =
            if before {
                let other = to.as_ref().map(|to| to.value.clone())?;
                self.national_foe(&other)
                    .or_else(|| self.other_side_of(&other))
                    .map(|value| Found { value, words: verb..verb + 1, how: How::Referred })?
            } else {
                self.doer(view, verb)?
            };
        (after || before).then(|| Bargain {
            start: to.as_ref().map(|to| to.words.start).filter(|_| before),
            counterparty: to.map(|to| to.value).filter(|to| to.id != party.value.id),
            party: Some(party),
            nothing: true,
            owned: true,
            ..Bargain::of(verb, "nothing-offered")
        })
    }

    /// "What the president floated is self-rule and a withdrawal".
    pub(super) fn what_is_offered(&self, view: &View, at: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if tree.lower(at) != "what" {
            return None;
        }
        let verb = (at + 1..tree.len().min(at + 9))
            .find(|verb| self.is_any(view, *verb, &self.lexicon.offering))?;
        let be = (verb + 1..tree.len().min(verb + 4))
            .find(|be| matches!(tree.lower(*be), "is" | "was" | "are" | "were"))?;
        let end = (be + 1..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "." | "”"))
            .unwrap_or(tree.len());
        let gives = be + 1..end;
        self.weighs(view, gives.clone()).then(|| Bargain {
            gives: Some(gives),
            party: self.doer(view, verb),
            owned: true,
            ..Bargain::of(verb, "what-is-offered")
        })
    }

    /// "Leased the land to Velk for 99 years": land let for money or for a time.
    pub(super) fn leased(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["lease", "rent"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let object = clause.patient?;
        let land = self.land(view, object).filter(|land| {
            matches!(land.how, How::Named | How::Unlisted)
                || self.lexicon.land.contains(tree.lower(object))
        })?;
        let words = super::super::title::clause_words(view, verb, verb + 1);
        let from = (verb + 1..words.end.min(verb + 14)).find(|at| tree.lower(*at) == "from");
        let to = (verb + 1..words.end.min(verb + 14)).find(|at| tree.lower(*at) == "to");
        let lender = from.and_then(|from| self.party_within(view, from + 1..from + 5));
        let other = to.and_then(|to| self.party_within(view, to + 1..to + 5));
        let doer = if clause.is_passive {
            clause.agent.and_then(|agent| self.party(view, agent))
        } else {
            self.doer(view, verb)
        };
        let (party, other) = match lender {
            Some(lender) => (Some(lender), doer),
            None => (doer, other),
        };
        let price = (verb + 1..words.end).find(|at| {
            tree.lower(*at) == "for" && self.item(view, at + 1..words.end).kind == ItemKind::Money
        });
        let asks = price.map(|price| price + 1..clause_end(view, price + 1));
        let settled = !matches!(clause.tense, crate::text::syntax::Tense::Infinitive);
        let other: Option<PartyRef> = other.map(|other| other.value);
        (settled && party.is_some() && (other.is_some() || asks.is_some())).then(|| Bargain {
            gives: Some(land.words.clone()),
            asks,
            party,
            counterparty: other,
            status: Some(OfferStatus::Agreed),
            owned: true,
            ..Bargain::of(verb, "leased")
        })
    }

    /// Whether some words are something to give or to want: land, or a thing of a known sort.
    pub(super) fn weighs(&self, view: &View, words: Range<usize>) -> bool {
        self.item(view, words.clone()).kind != ItemKind::Other || self.gives_land(view, words)
    }
}
