//! Land that goes for a price or hangs on something else: "sold the islands for 25 million", "bought the
//! strip", "leased the port to Velk for 99 years", "made the return of Sarn conditional on peace".

use super::super::{
    context::{Context, Found, How},
    title::{clause_words, noun_after},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{ItemKind, OfferStatus, PartyRef};
use std::ops::Range;

type Who = Found<PartyRef>;

/// Verbs of paying for land.
const BUYING: [&str; 5] = ["buy", "purchase", "acquire", "redeem", "obtain"];

/// Verbs that give land away, besides those of giving.
const PARTING: [&str; 2] = ["part", "sign"];

/// Verbs that make one thing hang on another, and the word before what it hangs on.
const TYING: [(&str, &str); 6] = [
    ("tie", "to"),
    ("link", "to"),
    ("condition", "on"),
    ("couple", "with"),
    ("peg", "to"),
    ("hinge", "on"),
];

impl Context<'_> {
    /// Land sold, bought, leased or rented.
    pub(super) fn priced(&self, view: &View, verb: usize) -> Option<Bargain> {
        if self.is_one_of(view, verb, &["pay"]) {
            return self.paid(view, verb);
        }
        let lets = self.is_one_of(view, verb, &["lease", "rent"]);
        let buys = self.is_one_of(view, verb, &BUYING);
        let frees = self.is_one_of(view, verb, &["free", "release"])
            && (verb.saturating_sub(3)..verb)
                .any(|at| matches!(view.tree.lower(at), "would" | "will"));
        let sells = frees
            || self.is_any(view, verb, &self.lexicon.giving)
            || self.is_one_of(view, verb, &PARTING);
        if !(lets || buys || sells) || view.tree.tag(verb) == "VBG" {
            return None;
        }
        let clause = Clause::of(&view.tree, verb);
        let words = clause_words(view, verb, verb + 1);
        let price = self.price(view, verb + 1..words.end);
        let past = matches!(clause.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect);
        let money = |price: &Range<usize>| self.item(view, price.clone()).kind == ItemKind::Money;
        let sold = sells
            && past
            && price.as_ref().is_some_and(money)
            && !self.is_under_settled(view, verb);
        if matches!(clause.tense, Tense::Infinitive) || !lets && (price.is_none() || sold) {
            return None;
        }
        let people =
            || clause.patient.filter(|_| frees).map(|at| super::super::who::core(view, at));
        let land = people().or_else(|| self.land_dealt_with(view, &clause))?;
        let at = |case: &str| self.party_after(view, verb + 1..words.end, case);
        let doer = if clause.is_passive {
            clause.agent.and_then(|agent| self.party(view, agent)).or_else(|| at("by"))
        } else {
            self.doer(view, verb)
        };
        let (party, other) = match at("from").filter(|_| lets || buys) {
            Some(lender) if lets => (Some(lender), doer),
            lender if buys => (doer, lender),
            _ => (doer, at("to")),
        };
        let (gives, asks) = if buys { (price, Some(land)) } else { (Some(land), price) };
        let to_come = !past && lets && self.gives_land(view, verb + 1..words.end);
        let known =
            party.is_some() && (other.is_some() || asks.is_some() && gives.is_some() || to_come);
        known.then(|| Bargain {
            gives,
            asks,
            party,
            counterparty: other.map(|other| other.value),
            status: Some(Self::status_of_deal(&clause)),
            owned: true,
            ..Bargain::of(verb, if lets { "leased" } else { "priced" })
        })
    }

    /// "Paid three million for it": money given for land.
    fn paid(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let clause = Clause::of(tree, verb);
        let words = clause_words(view, verb, verb + 1);
        let case = (verb + 2..words.end.min(verb + 16)).find(|at| tree.lower(*at) == "for")?;
        let asks = case + 1..clause_end(view, case + 1).min(words.end).max(case + 2);
        let pronoun = asks.len() == 1 && matches!(tree.lower(asks.start), "it" | "them");
        let named = noun_after(view, asks.start).is_some_and(|noun| {
            view.place_at(noun).is_some() && view.party_at(noun).is_none()
                || self.lexicon.land.contains(tree.lower(noun))
        });
        let money = view
            .quantities_in(verb + 1..case)
            .any(|mention| mention.kind == crate::text::quantity::MentionKind::Money)
            || self.item(view, verb + 1..case).kind == ItemKind::Money;
        if clause.is_passive || clause.negation.is_some() || !money || !(pronoun || named) {
            return None;
        }
        let past = matches!(clause.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect);
        let status = if past { OfferStatus::Implemented } else { OfferStatus::Proposed };
        Some(Bargain {
            gives: Some(verb + 1..case),
            asks: Some(asks),
            party: self.doer(view, verb).filter(|doer| doer.how != How::Phrase),
            status: Some(status),
            ..Bargain::of(verb, "priced")
        })
    }

    /// "Offered to buy the island for 700 billion", "proposed leasing the port".
    pub(super) fn offered_to_buy(&self, view: &View, verb: usize, inner: usize) -> Option<Bargain> {
        let rents = self.is_one_of(view, inner, &["lease", "rent"]);
        if !(rents || self.is_one_of(view, inner, &BUYING)) {
            return None;
        }
        let words = clause_words(view, inner, inner + 1);
        let from = self.party_after(view, inner + 1..words.end, "from");
        let to = self.party_after(view, inner + 1..words.end, "to");
        let land = self.land_dealt_with(view, &Clause::of(&view.tree, inner))?;
        let price = self.price(view, inner + 1..words.end);
        if rents && from.is_none() {
            return None;
        }
        let end = price.as_ref().map_or(land.end, |price| price.start - 1).max(inner + 1);
        Some(Bargain {
            gives: price,
            asks: Some(inner..end),
            party: self.doer(view, verb),
            counterparty: from.or(to).map(|other| other.value),
            ..Bargain::of(verb, "offer-land")
        })
    }

    /// A deal told as done is agreed, one that is to come is proposed.
    const fn status_of_deal(clause: &Clause) -> OfferStatus {
        match clause.tense {
            Tense::Conditional | Tense::Possible | Tense::Demanded => OfferStatus::Proposed,
            _ => OfferStatus::Agreed,
        }
    }

    /// The land that is sold or let: named, or a noun for land.
    fn land_dealt_with(&self, view: &View, clause: &Clause) -> Option<Range<usize>> {
        let parts = self.is_one_of(view, clause.verb, &PARTING);
        let object = if parts {
            noun_after(view, clause.verb + 1)
        } else {
            clause.patient.or_else(|| noun_after(view, clause.verb + 1))
        }?;
        self.land(view, object)
            .filter(|land| {
                matches!(land.how, How::Named | How::Unlisted)
                    || self.lexicon.land.contains(view.tree.lower(object))
            })
            .map(|land| land.words)
    }

    /// "For 25 million dollars", "at a rent of £100m a year": what is paid.
    pub(super) fn price(&self, view: &View, words: Range<usize>) -> Option<Range<usize>> {
        let tree = &view.tree;
        let goes_on = |at: &usize| {
            !matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP" | "MD")
                && !matches!(tree.lower(*at), "since" | "because" | "while")
        };
        let cases = words.clone().take_while(goes_on);
        cases.filter(|at| matches!(tree.lower(*at), "for" | "at")).find_map(|at| {
            let end = clause_end(view, at + 1).min(words.end).max(at + 2);
            let comma = (at + 2..end).find(|comma| tree.lower(*comma) == ",").unwrap_or(end);
            let price = at + 1..comma;
            let kind = self.item(view, price.clone()).kind;
            let paid = kind == ItemKind::Money
                || tree.lower(at) == "for"
                    && super::trade::is_for(view, at)
                    && !matches!(kind, ItemKind::Other);
            paid.then_some(price)
        })
    }

    /// The party after a preposition.
    fn party_after(&self, view: &View, words: Range<usize>, case: &str) -> Option<Who> {
        let at = words.clone().take(14).find(|at| view.tree.lower(*at) == case)?;
        self.party_within(view, at + 1..at + 5)
            .or_else(|| noun_after(view, at + 1).and_then(|noun| self.party(view, noun)))
    }

    /// "Made the return of Sarn a condition for peace", "tied its withdrawal to the disarming of the
    /// militia": one thing that hangs on another.
    pub(super) fn tied(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let makes = self.is_one_of(view, verb, &["make"]);
        let tie = TYING.iter().find(|(tie, _)| !makes && self.is_one_of(view, verb, &[tie]));
        if !makes && tie.is_none() {
            return None;
        }
        let clause = Clause::of(tree, verb);
        if clause.is_passive || clause.negation.is_some() {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let (gives, asks) = if makes {
            let noun = (verb + 2..words.end.min(verb + 14)).find(|at| {
                matches!(
                    tree.lower(*at),
                    "condition"
                        | "precondition"
                        | "prerequisite"
                        | "conditional"
                        | "dependent"
                        | "contingent"
                )
            })?;
            let case = (noun + 1..noun + 2)
                .find(|at| matches!(tree.lower(*at), "for" | "of" | "on" | "upon" | "to"))?;
            let start = if matches!(tree.lower(noun - 1), "a" | "the") { noun - 1 } else { noun };
            let (first, second) = (verb + 1..start, case + 1..clause_end(view, case + 1));
            if tree.tag(noun).starts_with("NN") { (second, first) } else { (first, second) }
        } else {
            let case = tie?.1;
            let case = (verb + 2..words.end.min(verb + 14)).find(|at| tree.lower(*at) == case)?;
            (verb + 1..case, case + 1..clause_end(view, case + 1))
        };
        let party = self.doer(view, verb)?;
        let landed = self.gives_land(view, gives.clone()) || self.gives_land(view, asks.clone());
        (landed && self.weighs(view, gives.clone()) && self.weighs(view, asks.clone())).then(|| {
            Bargain {
                gives: Some(gives),
                asks: Some(asks),
                party: Some(party),
                status: Some(OfferStatus::Proposed),
                ..Bargain::of(verb, "tied")
            }
        })
    }
}
