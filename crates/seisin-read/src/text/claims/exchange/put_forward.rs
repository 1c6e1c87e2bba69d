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

/// Nouns for how land is ruled, after "under".
const RULE: [&str; 27] = [
    "park",
    "buffer",
    "corridor",
    "republic",
    "federation",
    "territory",
    "province",
    "protectorate",
    "border",
    "administration",
    "sovereignty",
    "control",
    "rule",
    "authority",
    "supervision",
    "protection",
    "mandate",
    "trusteeship",
    "jurisdiction",
    "management",
    "government",
    "tutelage",
    "council",
    "condominium",
    "zone",
    "city",
    "state",
];

/// Verbs of what land would become.
const BECOMING: [&str; 6] = ["turn", "make", "convert", "transform", "declare", "designate"];

/// Verbs that are said of a side as well as of its land: "bring Velk to the table".
const OF_SIDES: [&str; 16] = [
    "put",
    "place",
    "bring",
    "turn",
    "make",
    "move",
    "shift",
    "join",
    "unite",
    "merge",
    "attach",
    "run",
    "draw",
    "declare",
    "integrate",
    "freeze",
];

impl Context<'_> {
    /// "Offered to drop the claim if the rent were paid".
    pub(super) fn offered_to_do(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let to = (verb + 1..tree.len().min(verb + 7))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "," | "." | "that"))
            .find(|at| tree.lower(*at) == "to" && tree.is_verb(at + 1))
            .or_else(|| (tree.tag(verb + 1) == "VBG").then_some(verb))?;
        let inner = to + 1;
        if let Some(bargain) = self.offered_to_buy(view, verb, inner) {
            return Some(bargain);
        }
        let end = Self::terms_end(view, inner);
        let asks = Self::condition(view, end).or_else(|| self.kept(view, end));
        let sells = asks.is_none() && self.is_any(view, inner, &self.lexicon.giving);
        let price = sells.then(|| self.price(view, inner + 1..end)).flatten();
        let end = price.as_ref().map_or(end, |price| price.start - 1);
        let asks = asks.or(price);
        let transfers = self.is_any(view, inner, &self.lexicon.giving);
        let landed = transfers && self.gives_land(view, inner..end)
            || self.disposes(view, inner) && Clause::of(tree, verb).negation.is_none();
        let yields = self.gives_way(view, inner);
        let leaves = self.is_any(view, inner, &self.lexicon.leaving)
            && self.is_one_of(view, verb, &["offer", "propose", "volunteer"]);
        let landed = landed || leaves && self.gives_land(view, inner + 1..end);
        let struck = asks.clone().is_some_and(|asks| {
            (yields || self.weighs(view, inner..end))
                && (yields && self.is_any(view, verb, &self.lexicon.offering)
                    || self.weighs(view, asks.clone())
                    || self.party_within(view, asks).is_some())
        });
        let party = self.doer(view, verb);
        let other = asks.as_ref().zip(party.as_ref());
        let other = other
            .and_then(|(asks, party)| self.asked_of(view, asks, party))
            .filter(|other| other.how != How::Phrase);
        (landed || struck).then(|| Bargain {
            gives: Some(inner..end),
            asks,
            party,
            counterparty: other.map(|other| other.value),
            ..Bargain::of(verb, "offer-land")
        })
    }

    /// "… and kept a share of the phosphate for itself": what the same side gets or keeps.
    fn kept(&self, view: &View, end: usize) -> Option<Range<usize>> {
        let tree = &view.tree;
        let and = (end..end + 2).find(|at| tree.lower(*at) == "and")?;
        let gets = |at: &usize| {
            self.is_one_of(view, *at, &["get", "receive", "keep", "retain", "obtain"])
                && tree.child(*at, &["nsubj"]).is_none()
        };
        let verb = (and + 1..and + 3).find(gets)?;
        Some(verb + 1..clause_end(view, verb + 1))
    }

    /// "Put the island under a joint administration", "draw the border north of Sarn": whether a verb
    /// tells how land would be ruled or where a border would run.
    pub(super) fn disposes(&self, view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        if !self.is_any(view, verb, &self.lexicon.disposing) {
            return false;
        }
        let clause = Clause::of(tree, verb);
        let object = clause
            .patient
            .filter(|object| *object > verb || clause.is_passive)
            .or_else(|| super::super::title::noun_after(view, verb + 1));
        let Some(object) = object else { return false };
        let line = matches!(
            tree.lower(object),
            "border" | "frontier" | "boundary" | "line" | "status" | "sovereignty"
        );
        let side = view.party_at(object).is_some();
        let ruled = (object + 1..tree.len().min(object + 9)).any(|at| {
            let sister = matches!(tree.lower(at - 1), "sister" | "twin");
            RULE.contains(&tree.lower(at)) && tree.tag(at).starts_with("NN") && !sister
        });
        if !ruled && self.is_one_of(view, verb, &BECOMING) {
            return false;
        }
        let open = side && !ruled && self.is_one_of(view, verb, &OF_SIDES);
        let words = super::super::who::core(view, object);
        line || !open && (self.gives_land(view, words) || view.place_at(object).is_some())
    }

    /// "Agreed to hand the islands over to Velk once a treaty had been signed".
    pub(super) fn agreed_to_give(&self, view: &View, verb: usize) -> Option<Bargain> {
        let bargain = self.offered_to_do(view, verb)?;
        let words = bargain.gives.clone()?;
        let to = words.clone().find(|at| view.tree.lower(*at) == "to");
        let other = to.and_then(|to| self.party_within(view, to + 1..words.end + 4));
        let agreed = self.is_one_of(view, verb, &["agree"]);
        let asks = bargain.asks.clone()?;
        let first = self.gives_way(view, words.start)
            && self.weighs(view, words)
            && (other.is_some() || self.weighs(view, asks));
        first.then(|| Bargain {
            counterparty: other.map(|other| other.value).or(bargain.counterparty.clone()),
            status: Some(if agreed { OfferStatus::Agreed } else { OfferStatus::Proposed }),
            ..bargain
        })
    }

    /// "Proposed that both armies go back to the river", "suggested that the land be divided".
    pub(super) fn proposed_that(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let that = (verb + 1..tree.len().min(verb + 12))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "."))
            .find(|at| tree.lower(*at) == "that")
            .filter(|that| {
                !matches!(
                    tree.lower(that - 1),
                    "condition" | "proviso" | "understanding" | "provided"
                )
            })?;
        let inner = (that + 2..tree.len().min(that + 14)).find(|at| self.is_wished(view, *at))?;
        let any = |verbs: &Words| self.lexicon.is_form_of(tree.lower(inner), verbs);
        let passive = Clause::of(tree, inner).is_passive;
        let (gives, gets) = (
            any(&self.lexicon.giving) || any(&self.lexicon.leaving) || any(&self.lexicon.granting),
            any(&self.lexicon.getting),
        );
        let goes =
            self.is_one_of(view, inner, &["go", "come", "move", "step", "fall", "change", "take"])
                || tree.lower(inner) == "change"
                || self.disposes(view, inner);
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
        let makes = self.is_one_of(view, verb, &["make", "put", "table", "present", "submit"]);
        if !makes && !self.is_one_of(view, verb, &["offer", "propose"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let nothing = |at: usize| matches!(tree.lower(at), "nothing" | "none");
        let no_offer = makes
            && tree.lower(verb + 1) == "no"
            && (verb + 2..verb + 4).any(|at| matches!(tree.lower(at), "offer" | "proposal"));
        let after = !makes && nothing(verb + 1) && tree.lower(verb + 2) != "but" || no_offer;
        let none_made = makes
            && clause.is_passive
            && clause.patient.is_some_and(|subject| {
                matches!(tree.lower(subject), "offer" | "proposal" | "plan")
                    && tree.child(subject, &["det"]).is_some_and(|det| tree.lower(det) == "no")
            });
        let nothing_is = !makes && (verb.saturating_sub(4)..verb).any(nothing);
        let before = none_made || clause.is_passive && nothing_is;
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
        let verb = (at + 1..tree.len().min(at + 9)).find(|verb| {
            self.is_any(view, *verb, &self.lexicon.offering)
                || self.is_any(view, *verb, &self.lexicon.laying)
                    && (verb + 1..verb + 5).any(|at| tree.lower(at) == "table")
        })?;
        let be = (verb + 1..tree.len().min(verb + 6))
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

    /// Whether some words are something to give or to want: land, or a thing of a known sort.
    pub(super) fn weighs(&self, view: &View, words: Range<usize>) -> bool {
        self.item(view, words.clone()).kind != ItemKind::Other || self.gives_land(view, words)
    }
}
