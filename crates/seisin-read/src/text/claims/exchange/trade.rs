//! "Trading one land for another", "a swap of Sarn for Velk", "55 captives for 11 guerrillas",
//! "floated laying down arms for an amnesty".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{
    bargain::Bargain,
    marked::{clause_end, strip_idea},
    proposal::RIGHTS,
};
use crate::text::syntax::Clause;
use seisin_core::{ItemKind, OfferStatus};

/// Verbs that exchange one thing for another.
const TRADING: [&str; 5] = ["trade", "swap", "exchange", "barter", "bargain"];

impl Context<'_> {
    /// A trade, by its verb or noun.
    pub(super) fn traded(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let trades = |at: &usize| {
            self.is_one_of(view, *at, &TRADING)
                || matches!(tree.lower(*at), "swap" | "exchange" | "trade" | "barter")
                    && matches!(tree.lower(at + 1), "of" | ":")
        };
        let verb = (0..tree.len()).find(trades);
        verb.and_then(|verb| self.one_for_another(view, verb))
    }

    fn one_for_another(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let for_at = (verb + 1..tree.len()).find(|at| is_for(view, *at))?;
        let clause = Clause::of(tree, verb);
        let passive = clause.is_passive && !tree.is_nominal(verb);
        let gives = if passive {
            let subject = clause.patient.filter(|at| *at < verb)?;
            tree.branch_without(subject, &|child| {
                matches!(tree.label(child), "acl:relcl" | "acl" | "case" | "punct")
            })
        } else {
            let from = verb + 1 + usize::from(matches!(tree.lower(verb + 1), "of" | ":"));
            let colon = (from..for_at).rev().find(|at| tree.lower(*at) == ":");
            colon.map_or(from, |colon| colon + 1)..for_at
        };
        let to_side = view.party_at(for_at + 1).is_some_and(|name| name.words.end > for_at + 1)
            && tree.lower(verb + 1) == ":";
        if gives.is_empty() || to_side {
            return None;
        }
        let first = self.first_of_chain(view, verb);
        Some(Bargain {
            gives: Some(gives),
            asks: Some(wanted(view, for_at + 1)),
            party: if passive {
                None
            } else {
                self.doer(view, first).or_else(|| self.trader(view, verb))
            },
            status: passive.then_some(OfferStatus::Agreed),
            ..Bargain::of(first, "trade-for")
        })
    }

    /// "Arland’s swap of Sarn for Velk": whose a trade told as a noun is.
    fn trader(&self, view: &View, noun: usize) -> Option<Found<seisin_core::PartyRef>> {
        let named = view.tree.is_nominal(noun).then(|| self.owner_of_plan(view, noun)).flatten();
        named.map(|value| Found { value, words: noun..noun + 1, how: How::Referred })
    }

    /// The first verb of offering, agreeing or weighing above a verb of trading.
    pub(super) fn first_of_chain(&self, view: &View, verb: usize) -> usize {
        let tree = &view.tree;
        let above = std::iter::successors(Some(verb), |at| {
            tree.head(*at).filter(|head| {
                (tree.is_verb(*head) || tree.is_nominal(*head) && *head < *at)
                    && matches!(
                        tree.label(*at),
                        "xcomp" | "ccomp" | "acl" | "obj" | "advcl" | "nmod" | "obl"
                    )
            })
        })
        .take(5)
        .filter(|at| {
            tree.is_verb(*at) && self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs)
        })
        .last()
        .unwrap_or(verb);
        if above != verb || tree.is_verb(verb) && tree.tag(verb) != "VBG" {
            return above;
        }
        (verb.saturating_sub(4)..verb)
            .rev()
            .find(|at| {
                tree.is_verb(*at)
                    && self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs)
            })
            .unwrap_or(verb)
    }

    /// "Offered Denmark $100 million for it", "floated laying down arms for an amnesty".
    pub(super) fn put_forward_for(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let verb = (0..tree.len()).find(|at| {
            self.is_any(view, *at, &self.lexicon.offering)
                || self.is_one_of(view, *at, &["demand", "promise"])
        })?;
        let stop = (verb + 1..tree.len())
            .find(|at| {
                matches!(tree.lower(*at), ";" | "." | ":" | "”")
                    || matches!(tree.tag(*at), "VBD" | "VBZ")
            })
            .unwrap_or(tree.len());
        let for_at = (verb + 2..stop).find(|at| is_for(view, *at))?;
        let clause = Clause::of(tree, verb);
        let receiver = self.party_within(view, verb + 1..(verb + 3).min(for_at)).filter(|named| {
            named.words.end < for_at
                && tree.tag(named.words.end) != "POS"
                && !tree.lower(named.words.end).starts_with("troop")
        });
        let from = receiver.as_ref().map_or(verb + 1, |named| named.words.end);
        let dated = view.times.iter().find_map(|time| {
            let words = tree.words_in(&time.range);
            let after = from..from + 2 + usize::from(tree.lower(from) == ",");
            after.contains(&words.start).then_some(words.end)
        });
        let from = dated.map_or(from, |end| end + usize::from(tree.lower(end) == ","));
        let gives = strip_idea(view, from..for_at);
        let asks = wanted(view, for_at + 1);
        let (given, asked) = (self.item(view, gives.clone()), self.item(view, asks.clone()));
        let pronoun = asks.len() == 1 && matches!(tree.lower(asks.start), "it" | "them");
        let weighs = |item: &seisin_core::Item| item.kind != ItemKind::Other;
        let landed = matches!(
            asked.kind,
            ItemKind::NamedPlace | ItemKind::Area | ItemKind::Share | ItemKind::Other
        );
        let lists = [&self.lexicon.disposing, &self.lexicon.getting];
        let works = tree.tag(gives.start) == "VBG"
            && given.kind == ItemKind::NamedPlace
            && !self.gives_way(view, gives.start)
            && !lists.iter().any(|list| self.is_any(view, gives.start, list));
        let right = works || landed && gives.clone().any(|at| RIGHTS.contains(&tree.lower(at)));
        let bought = given.kind == ItemKind::Money && self.gives_land(view, asks.clone());
        let wanted = weighs(&asked) || pronoun || bought;
        if clause.is_passive || right || !weighs(&given) || !wanted {
            return None;
        }
        let demanded = self.is_one_of(view, verb, &["demand"]);
        let (gives, asks) = if demanded { (asks, gives) } else { (gives, asks) };
        Some(Bargain {
            gives: Some(gives),
            asks: Some(asks),
            party: self.doer(view, verb),
            counterparty: receiver.map(|named| named.value),
            ..Bargain::of(verb, "put-forward-for")
        })
    }
}

/// What is wanted, up to a verb that says something of the whole: "a swap of Sarn for peace | was refused".
fn wanted(view: &View, from: usize) -> std::ops::Range<usize> {
    let tree = &view.tree;
    let end = clause_end(view, from);
    let told = |at: &usize| {
        matches!(tree.tag(*at), "VBD" | "VBZ" | "MD") && !tree.label(*at).starts_with("acl")
    };
    let relative = |at: usize| (from..at).any(|word| matches!(tree.tag(word), "WDT" | "WP" | "IN"));
    from..(from + 1..end).find(told).filter(|at| !relative(*at)).unwrap_or(end)
}

/// Whether a "for" stands before what is got, not before a stretch of time or a purpose.
pub(super) fn is_for(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let noun = (at + 1..at + 6).find(|noun| tree.is_nominal(*noun) && tree.tag(*noun) != "CD");
    let timed = noun.is_some_and(|noun| is_span_of_time(tree.lower(noun)))
        || view.times.iter().any(|time| tree.words_in(&time.range).contains(&(at + 1)));
    let fixed = matches!(tree.lower(at + 1), "the" if tree.lower(at + 2) == "first" || tree.lower(at + 2) == "sake")
        || matches!(tree.lower(at + 1), "now" | "good" | "example" | "its" if tree.lower(at + 2) == "part");
    tree.lower(at) == "for" && noun.is_some() && !timed && !fixed && tree.tag(at + 1) != "VBG"
}

fn is_span_of_time(word: &str) -> bool {
    matches!(
        word,
        "years"
            | "year"
            | "months"
            | "month"
            | "weeks"
            | "days"
            | "hours"
            | "time"
            | "now"
            | "decades"
            | "century"
            | "minutes"
            | "reporters"
            | "comment"
    )
}
