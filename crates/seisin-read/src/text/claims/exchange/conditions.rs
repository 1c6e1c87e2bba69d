//! What an offer is made to depend on: "… if Borland helped it", "once a treaty was signed", "Should
//! they leave, …", and the offers that are told by their condition alone.

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::syntax::Clause;
use seisin_core::{ItemKind, OfferStatus, PartyRef};
use std::ops::Range;

/// Verbs of talking and signing that a side holds out for something.
const TALKING: [&str; 9] =
    ["carry", "bring", "talk", "discuss", "negotiate", "sign", "consider", "settle", "live"];

/// Verbs of granting that say many other things besides.
const VAGUE: [&str; 10] =
    ["open", "stop", "end", "accept", "carry", "drop", "let", "leave", "quit", "pull"];

/// How far from its verb the words of a condition may begin.
const NEAR: usize = 8;

impl Context<'_> {
    /// One past the words that a verb of giving governs, before a condition or another party.
    pub(super) fn terms_end(view: &View, verb: usize) -> usize {
        let end = clause_end(view, verb);
        (verb + 1..end).find(|at| Self::ends_terms(view, *at)).unwrap_or(end)
    }

    /// Whether a word ends the terms before it: it begins a condition or another clause.
    fn ends_terms(view: &View, at: usize) -> bool {
        let tree = &view.tree;
        match tree.lower(at) {
            "should" | "(" | "," | "but" => true,
            "and" => tree.is_verb(at + 1),
            "on" | "in" | "with" | "under" => {
                (at + 1..at + 3).any(|word| opens_condition(view, word).is_some())
            }
            "as" | "so" | "only" => opens_condition(view, at + 1).is_some(),
            _ => opens_condition(view, at).is_some(),
        }
    }

    /// "… if both communities said yes", "provided that …", "on condition that …": what is wanted.
    pub(super) fn condition(view: &View, from: usize) -> Option<Range<usize>> {
        let tree = &view.tree;
        let apposition = (tree.lower(from) == ",").then(|| {
            let close = (from + 1..tree.len().min(from + 14)).find(|at| tree.lower(*at) == ",")?;
            opens_condition(view, close + 1)
        });
        apposition
            .flatten()
            .or_else(|| {
                (from.saturating_sub(1)..tree.len().min(from + NEAR))
                    .find_map(|at| opens_condition(view, at))
            })
            .and_then(|start| condition_words(view, start))
    }

    /// "Would open its mines if Borland helped it", "If they gave us Sarn, I would …".
    pub(super) fn conditional(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let (if_at, start) = (0..tree.len()).find_map(|at| {
            let start = opens_condition(view, at)?;
            (tree.lower(at + 1) != "only").then_some((at, start))
        })?;
        let (main, asks) = if let Some(main) = Self::undertakes(view, 0..if_at) {
            (main, condition_words(view, start)?)
        } else {
            let comma = (start..tree.len()).find(|at| tree.lower(*at) == ",")?;
            (Self::undertakes(view, comma..tree.len())?, start..comma)
        };
        let near = main + 1..tree.len().min(main + 5);
        let Some(verb) = near.clone().find(|at| self.gives_way(view, *at)) else {
            let got = near.clone().find(|at| self.is_any(view, *at, &self.lexicon.getting))?;
            return self.allowed(view, got, asks);
        };
        let end = if main < if_at {
            (verb + 1..if_at).find(|at| Self::ends_terms(view, *at)).unwrap_or(if_at)
        } else {
            clause_end(view, verb)
        };
        let gives = verb..end;
        let party = self.conditional_party(view, main, verb)?;
        let other = self.asked_of(view, &asks, &party);
        let given = self.item(view, gives.clone()).kind;
        let let_go = self.is_one_of(view, verb, &["let"])
            && (verb + 1..end).any(|at| tree.lower(at) == "go");
        let acts = Self::asker(view, &asks).is_some_and(|asker| {
            self.gives_way(view, asker.verb)
                || self.is_any(view, asker.verb, &self.lexicon.getting)
                || self.is_one_of(view, asker.verb, &["pay", "agree", "accept"])
        });
        let wanted = acts || self.weighs(view, asks.clone());
        let yields =
            self.is_any(view, verb, &self.lexicon.granting) && !self.is_one_of(view, verb, &VAGUE);
        let landed = is_bargained_for(given)
            || let_go
            || self.gives_land(view, verb + 1..end)
            || self.is_any(view, verb, &self.lexicon.granting) && other.is_some()
            || yields && wanted;
        let pronoun = Self::asker(view, &asks)
            .and_then(|asker| asker.agent)
            .is_some_and(|at| matches!(tree.lower(at), "they" | "you" | "both" | "it"));
        let status = Self::status_of_modal(view, main);
        let other = other.or_else(|| {
            let granted = self.is_any(view, verb, &self.lexicon.granting);
            let within = self.party_within(view, verb + 1..end).filter(|_| granted)?;
            (within.value.id != party.value.id).then_some(within)
        });
        let landed = landed || other.is_some() && self.is_one_of(view, verb, &["let", "allow"]);
        (landed && (other.is_some() || wanted || pronoun)).then(|| Bargain {
            gives: Some(gives),
            asks: Some(asks),
            party: Some(party),
            counterparty: other.filter(|other| other.how != How::Phrase).map(|other| other.value),
            status: Some(status),
            ..Bargain::of(verb, "if-then")
        })
    }

    /// Who would act: the subject; of a verb in the passive who says so, or whose plan is told.
    fn conditional_party(&self, view: &View, main: usize, verb: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        if !Clause::of(tree, verb).is_passive {
            return self.doer(view, verb).or_else(|| self.party_within(view, 0..verb));
        }
        let tells =
            |at: &usize| self.says(view, *at) || self.is_any(view, *at, &self.lexicon.laying);
        let teller = (0..main).rev().filter(tells).find_map(|at| self.doer(view, at));
        teller.or_else(|| self.party_within(view, 0..main)).or_else(|| {
            let plan = self.plan_named(view).filter(|plan| plan.sentence + 2 >= view.index)?;
            let value = plan.owner.clone()?;
            Some(Found { value, words: verb..verb + 1, how: How::Referred })
        })
    }

    /// "They might keep the town if the army could march through": what somebody else than its subject
    /// would let it have.
    fn allowed(&self, view: &View, verb: usize, asks: Range<usize>) -> Option<Bargain> {
        let subject = self.doer(view, verb)?;
        let teller = (0..view.tree.len())
            .filter(|at| self.says(view, *at) || self.is_any(view, *at, &self.lexicon.offering))
            .find_map(|at| self.doer(view, at))
            .filter(|teller| teller.value.id != subject.value.id)?;
        let end = Self::terms_end(view, verb);
        let landed = self.gives_land(view, verb + 1..end) && self.weighs(view, asks.clone());
        landed.then(|| Bargain {
            gives: Some(verb..end),
            asks: Some(asks),
            start: Some(subject.words.start),
            party: Some(teller),
            counterparty: Some(subject.value),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..Bargain::of(verb, "if-then")
        })
    }

    /// "Would", "might", "is ready to": where what a side would do begins.
    fn undertakes(view: &View, words: Range<usize>) -> Option<usize> {
        let tree = &view.tree;
        let must = |at: usize| {
            (at + 1..at + 4).any(|at| {
                matches!(tree.lower(at), "have" | "need" | "forced" | "obliged" | "compelled")
                    && tree.lower(at + 1) == "to"
            })
        };
        words.clone().filter(|at| !must(*at)).find(|at| {
            matches!(
                tree.lower(*at),
                "would" | "'d" | "’d" | "will" | "might" | "could" | "can" | "may"
            ) || matches!(tree.lower(*at), "ready" | "willing" | "prepared" | "open")
                && is_ready_to(view, *at)
        })
    }

    /// Whether a verb tells of giving something, leaving or talking.
    pub(super) fn gives_way(&self, view: &View, at: usize) -> bool {
        let lexicon = self.lexicon;
        [&lexicon.giving, &lexicon.granting, &lexicon.leaving]
            .iter()
            .any(|list| self.is_any(view, at, list))
            || self.is_one_of(view, at, &TALKING)
            || self.is_one_of(view, at, &["change"]) && view.tree.lower(at + 1) == "hands"
    }

    /// The verb of a condition with its parts.
    fn asker(view: &View, asks: &Range<usize>) -> Option<Clause> {
        let tree = &view.tree;
        (asks.start + 1..asks.end)
            .find(|at| tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop"))
            .map(|verb| Clause::of(tree, verb))
    }

    /// Of whom something is asked: another than who offers, who would act or is named.
    pub(super) fn asked_of(
        &self,
        view: &View,
        asks: &Range<usize>,
        party: &Found<PartyRef>,
    ) -> Option<Found<PartyRef>> {
        let not_own = |other: &Found<PartyRef>| other.value.id != party.value.id;
        Self::asker(view, asks)
            .and_then(|asker| asker.agent)
            .and_then(|agent| self.party(view, agent))
            .filter(not_own)
            .or_else(|| self.party_within(view, asks.clone()).filter(not_own))
    }

    /// How far an offer told by a modal verb has come: a conditional in a speaker’s own person is an
    /// idea; told of a side it is a proposal.
    fn status_of_modal(view: &View, main: usize) -> OfferStatus {
        let own = (0..view.tree.len()).any(|at| view.tree.lower(at) == "i");
        match view.tree.lower(main) {
            "will" => OfferStatus::Proposed,
            "might" | "could" | "may" => OfferStatus::Floated,
            _ if own => OfferStatus::Floated,
            _ => OfferStatus::Proposed,
        }
    }
}

/// "Ready to", "ready in 2018 to": whether an adjective stands before what a side would do.
fn is_ready_to(view: &View, at: usize) -> bool {
    (at + 1..at + 4)
        .take_while(|next| !view.tree.is_verb(*next))
        .any(|next| view.tree.lower(next) == "to")
}

/// Where the words of a condition begin, if a word opens one: "if", "provided that", "once", "on
/// condition that", "as soon as", "after" and "when" before a clause.
fn opens_condition(view: &View, at: usize) -> Option<usize> {
    let tree = &view.tree;
    let next = tree.lower(at + 1);
    let start = match tree.lower(at) {
        "if" | "unless" | "provided" | "providing" | "once" | "assuming" => at + 1,
        "condition" | "proviso" | "understanding" if matches!(next, "that" | "of") => at + 2,
        "conditional" | "contingent" | "dependent" if matches!(next, "on" | "upon") => at + 2,
        "long" | "soon" if next == "as" => at + 2,
        "subject" if next == "to" => at + 2,
        "case" | "event" if tree.lower(at.wrapping_sub(1)) != "any" => {
            let in_case = matches!(tree.lower(at.wrapping_sub(1)), "in" | "the");
            (in_case && has_finite_verb(view, at + 1)).then_some(at + 1)?
        }
        "after" | "when" if has_finite_verb(view, at + 1) && !is_date(view, at + 1) => at + 1,
        "after" | "with" if tree.lower(at.wrapping_sub(1)) == "only" && !is_date(view, at + 1) => {
            at + 1
        }
        "should" if at == 0 => at + 1,
        _ => return None,
    };
    Some(if matches!(tree.lower(start), "that" | "of") { start + 1 } else { start })
}

/// The words of a condition, up to where its clause ends.
fn condition_words(view: &View, start: usize) -> Option<Range<usize>> {
    let tree = &view.tree;
    let end = (start..tree.len())
        .find(|at| matches!(tree.lower(*at), ";" | "." | ")" | "”" | "\"" | ","))
        .unwrap_or(tree.len());
    (start < end).then_some(start..end)
}

/// Whether the words from one on are a clause of their own.
fn has_finite_verb(view: &View, from: usize) -> bool {
    let tree = &view.tree;
    (from + 1..tree.len().min(from + 9))
        .take_while(|at| !matches!(tree.lower(*at), "," | ";" | "." | "”"))
        .any(|at| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD"))
}

fn is_date(view: &View, at: usize) -> bool {
    view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&at))
}

/// Whether a thing of a sort is what sides bargain for: land, rights over it, people, an end of war.
const fn is_bargained_for(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Area
            | ItemKind::NamedPlace
            | ItemKind::Share
            | ItemKind::Corridor
            | ItemKind::Access
            | ItemKind::Resources
            | ItemKind::Recognition
            | ItemKind::Prisoners
            | ItemKind::Withdrawal
            | ItemKind::Ceasefire
    )
}
