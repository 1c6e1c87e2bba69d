//! What two sides came to: "settled on a lease of the port", "ceded Sarn and got Velk", "In return Arland
//! opened its ports".

use super::super::{
    context::{Context, Found, How},
    title::{clause_words, noun_after},
    view::View,
};
use super::{
    bargain::Bargain,
    marked::{DEMANDING, clause_end},
    proposal::RIGHTS,
};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{OfferStatus, PartyRef};

/// Verbs of coming to terms.
const SETTLING: [&str; 3] = ["agree", "settle", "decide"];

/// Verbs of what two sides do with land between them.
const SHARING: [&str; 7] = ["exchange", "swap", "trade", "share", "divide", "split", "partition"];

/// Nouns for what sides come to over land, besides the rights over it.
const OUTCOMES: [&str; 14] = [
    "lease",
    "division",
    "demarcation",
    "exchange",
    "sale",
    "purchase",
    "return",
    "cession",
    "handover",
    "transfer",
    "border",
    "boundary",
    "administration",
    "zone",
];

/// Whether a noun names what is done with land between two sides.
pub(super) fn is_dealing(noun: &str) -> bool {
    OUTCOMES.contains(&noun) && !matches!(noun, "border" | "boundary" | "zone")
}

impl Context<'_> {
    /// "Settled for a 99-year lease on Sarn", "agreed on an equal division of the valley".
    pub(super) fn settled_on(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &SETTLING) {
            return None;
        }
        let principle = tree.lower(verb + 1) == "in" && tree.lower(verb + 2) == "principle";
        let next = verb + 1 + 2 * usize::from(principle);
        let case =
            (next..next + 2).find(|at| matches!(tree.lower(*at), "on" | "for" | "upon" | "to"))?;
        let clause = Clause::of(tree, verb);
        let real = matches!(
            clause.tense,
            Tense::Past | Tense::PastPerfect | Tense::PresentPerfect | Tense::Present
        );
        let end = clause_end(view, case + 1);
        let shares = self.is_one_of(view, case + 1, &SHARING);
        let thing = (case + 1..end.min(case + 8)).find(|at| {
            *at == case + 1 && shares
                || tree.tag(*at).starts_with("NN")
                    && (RIGHTS.contains(&tree.lower(*at)) || OUTCOMES.contains(&tree.lower(*at)))
        })?;
        if !real || clause.negation.is_some() || !self.gives_land(view, thing + 1..end) {
            return None;
        }
        let agent = clause.agent.or_else(|| super::super::title::noun_before(view, verb))?;
        let mut sides = self.parties(view, agent).into_iter();
        let (party, other) = (sides.next()?, sides.next());
        Some(Bargain {
            gives: Some(case + 1..end),
            party: Some(party),
            counterparty: other.map(|other| other.value),
            status: Some(OfferStatus::Agreed),
            owned: true,
            ..Bargain::of(verb, "settled-on")
        })
    }

    /// "Arland and Velk exchanged 162 enclaves": what two sides did with land between them.
    pub(super) fn exchanged_between(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["exchange", "swap", "trade"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let status = match clause.tense {
            Tense::Past | Tense::PastPerfect | Tense::PresentPerfect => OfferStatus::Implemented,
            Tense::Future | Tense::Present => OfferStatus::Agreed,
            _ => return None,
        };
        let object = clause.patient.filter(|object| *object > verb && !clause.is_passive)?;
        let words = super::super::who::core(view, object);
        let land =
            self.lexicon.land.contains(tree.lower(object)) || view.place_at(object).is_some();
        let agent = clause.agent.or_else(|| super::super::title::noun_before(view, verb))?;
        let mut sides = self.parties(view, agent).into_iter();
        let (party, other) = (sides.next()?, sides.next()?);
        (land && clause.negation.is_none()).then(|| Bargain {
            gives: Some(words),
            party: Some(party),
            counterparty: Some(other.value),
            status: Some(status),
            owned: true,
            ..Bargain::of(verb, "exchanged-between")
        })
    }

    /// "Ceded Sarn and got Velk", "kept the port and gave up the islands": what one side gave and what it
    /// got, told by verbs that share it.
    pub(super) fn gave_and_got(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let gives = |at: usize| {
            self.is_any(view, at, &self.lexicon.giving)
                || self.is_any(view, at, &self.lexicon.leaving)
        };
        let gets = |at: usize| {
            self.is_one_of(
                view,
                at,
                &["get", "receive", "gain", "obtain", "acquire", "keep", "retain"],
            )
        };
        let told = matches!(tree.tag(verb), "VBD" | "VBZ")
            || (verb.saturating_sub(3)..verb)
                .any(|at| matches!(tree.lower(at), "would" | "will" | "has" | "have" | "had"));
        if !(gives(verb) || gets(verb)) || !told || Clause::of(tree, verb).is_passive {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let and = (verb + 2..words.end.min(verb + 16)).find(|at| tree.lower(*at) == "and")?;
        let next = (and + 1..and + 3).find(|at| gives(*at) || gets(*at))?;
        let alone = tree.child(next, &["nsubj", "nsubj:pass"]).is_none();
        if !alone || gives(verb) == gives(next) || Clause::of(tree, next).negation.is_some() {
            return None;
        }
        let (first, second) = (verb..and, next..clause_end(view, next));
        let land =
            |words: &std::ops::Range<usize>| self.gives_land(view, words.start + 1..words.end);
        let landed = land(&first) && land(&second)
            || (land(&first) || land(&second))
                && self.weighs(view, first.clone())
                && self.weighs(view, second.clone());
        let party = self.doer(view, verb).filter(|party| party.how != How::Phrase)?;
        let (gives, asks) = if gives(verb) { (first, second) } else { (second, first) };
        landed.then(|| Bargain {
            gives: Some(gives),
            asks: Some(asks),
            party: Some(party),
            ..Bargain::of(verb, "gave-and-got")
        })
    }

    /// "Hands over 4,485 hectares and receives in exchange 19,699 hectares", "gave the strip and got
    /// the valley in return".
    pub(super) fn received(&self, view: &View, start: usize, end: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let Some(verb) = (0..start).rev().find(|at| self.gets(view, *at)) else {
            return self.each_in_turn(view, start, end);
        };
        if (0..verb).any(|at| matches!(tree.lower(at), "if" | "provided" | "unless")) {
            return None;
        }
        let joined = (verb.saturating_sub(6)..verb)
            .rev()
            .find(|at| matches!(tree.lower(*at), "and" | "but"))
            .or_else(|| (0..verb).rev().find(|at| tree.lower(*at) == ","))?;
        let giving = (0..joined).rev().find(|at| {
            tree.is_verb(*at)
                && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop" | "acl:relcl" | "acl")
        })?;
        let asks = if verb + 1 == start { end..clause_end(view, end) } else { verb + 1..start };
        Some(Bargain {
            gives: Some(giving..joined),
            asks: Some(asks),
            party: self.doer(view, giving).or_else(|| self.last_party(view, giving)),
            ..Bargain::of(giving, "received-in-exchange")
        })
    }

    /// "Arland will leave Sarn, and Borland will in return stop its raids", "…, in return for which
    /// Borland stops its raids".
    pub(super) fn each_in_turn(&self, view: &View, start: usize, end: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let joined = (0..start)
            .rev()
            .find(|at| matches!(tree.lower(*at), "and" | "while" | "," | ";") && *at + 7 > start)?;
        let main = |at: &usize| {
            tree.is_verb(*at)
                && !matches!(
                    tree.label(*at),
                    "aux" | "aux:pass" | "cop" | "amod" | "acl:relcl" | "acl"
                )
        };
        let first = (0..joined).find(main)?;
        let second = (joined + 1..tree.len().min(end + 6)).find(|at| {
            main(at) || tree.label(*at) == "acl:relcl" && *at > end && tree.is_verb(*at)
        })?;
        let offers = |at: usize| {
            self.gives_way(view, at)
                || self.is_any(view, at, &self.lexicon.offer_verbs)
                || self.is_any(view, at, &self.lexicon.plan)
        };
        if !offers(first) && !offers(second) {
            return None;
        }
        let gave = tree.tag(first) == "VBD" && self.is_any(view, first, &self.lexicon.giving);
        if gave && tree.tag(second) == "VBD" && tree.lower(joined) == ";" {
            return self.other_half(view, end);
        }
        let party = self.doer(view, first)?;
        let other = self
            .party_within(view, joined + 1..second)
            .or_else(|| self.doer(view, second))
            .or_else(|| {
                let noun = super::super::title::noun_before(view, second)
                    .or_else(|| noun_after(view, joined + 1))?;
                self.answerer(view, noun)
            })?;
        let stop = if tree.lower(joined.wrapping_sub(1)) == "," { joined - 1 } else { joined };
        if self.is_one_of(view, first, &DEMANDING) {
            let asks = first + 1 + usize::from(tree.lower(first + 1) == "for");
            return Some(Bargain {
                gives: Some(second..clause_end(view, second)),
                asks: Some(asks..stop),
                party: Some(party),
                ..Bargain::of(first, "each-in-turn")
            });
        }
        (party.value.id != other.value.id).then(|| Bargain {
            gives: Some(first..stop),
            asks: Some(second..clause_end(view, second)),
            party: Some(party),
            counterparty: Some(other.value),
            ..Bargain::of(first, "each-in-turn")
        })
    }

    /// The party named last before a word.
    fn last_party(&self, view: &View, before: usize) -> Option<Found<PartyRef>> {
        let name = view.parties.iter().rev().find(|name| name.words.end <= before)?;
        let value = self.named_party(view, name);
        Some(Found { value, words: name.words.clone(), how: How::Named })
    }

    /// "In return Arland opened its ports": the other half of what was told right before.
    pub(super) fn other_half(&self, view: &View, from: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let verb = (from..tree.len().min(from + 12)).find(|at| {
            tree.is_verb(*at)
                && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop" | "acl" | "acl:relcl")
        })?;
        let clause = Clause::of(tree, verb);
        let does = self.gives_way(view, verb)
            || self.is_any(view, verb, &self.lexicon.offer_verbs)
            || self.is_one_of(view, verb, &["promise", "undertake", "pledge", "commit"]);
        if !does || clause.is_passive || clause.negation.is_some() {
            return None;
        }
        let words = verb..clause_end(view, verb);
        let party = self.doer(view, verb).filter(|party| party.how != How::Phrase)?;
        let before = self.last_offerer(view).filter(|other| other.id != party.value.id);
        let other = before.or_else(|| self.other_named(view, from, &party));
        Some(Bargain {
            gives: Some(words),
            party: Some(party),
            counterparty: other,
            owned: true,
            ..Bargain::of(verb, "in-turn")
        })
    }

    /// Another party that the words before a place name.
    fn other_named(&self, view: &View, end: usize, party: &Found<PartyRef>) -> Option<PartyRef> {
        view.parties
            .iter()
            .rev()
            .filter(|name| name.words.end <= end)
            .map(|name| self.named_party(view, name))
            .find(|other| other.id != party.value.id)
    }
}
