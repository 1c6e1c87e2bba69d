//! "… in exchange for …", "In return for …, …", "receives in exchange …".

use super::super::{
    context::Context,
    title::noun_after,
    view::{PartyName, View},
};
use super::bargain::Bargain;
use crate::text::syntax::Clause;
use seisin_core::OfferStatus;
use std::ops::Range;

type Who = super::super::context::Found<seisin_core::PartyRef>;

/// The words between what is given and what is wanted.
const MARKERS: [&str; 13] = [
    "in exchange for",
    "in return for",
    "as the price of",
    "as the price for",
    "as a price for",
    "in compensation for",
    "in payment for",
    "as payment for",
    "in exchange",
    "in return",
    "as part of a swap for",
    "in trade for",
    "as compensation for",
];

/// Verbs whose object is wanted, not given.
pub(super) const DEMANDING: [&str; 8] =
    ["demand", "ask", "require", "want", "seek", "request", "insist", "expect"];

impl Context<'_> {
    /// A bargain marked as one.
    pub(super) fn marked(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let (start, end, whole) = marker(view).or_else(|| self.against(view))?;
        let fronted = start == 0
            || (start <= 2 && !(0..start).any(|at| tree.is_verb(at) || tree.is_nominal(at)));
        if whole && tree.lower(end) == "which" {
            return self.each_in_turn(view, start, end + 1);
        }
        if fronted {
            return if whole { self.fronted(view, end) } else { self.other_half(view, end) };
        }
        if whole {
            return self.between(view, start, end);
        }
        let begins = view.tree.lower(start - 1) == ";";
        self.received(view, start, end)
            .or_else(|| begins.then(|| self.other_half(view, end)).flatten())
    }

    /// "Would quit the islands against the town", "free the captives against a withdrawal": where what
    /// stands on both sides can be bargained with.
    fn against(&self, view: &View) -> Option<(usize, usize, bool)> {
        let tree = &view.tree;
        let at = (0..tree.len()).find(|at| tree.lower(*at) == "against")?;
        let lexicon = self.lexicon;
        let lists = [&lexicon.giving, &lexicon.leaving, &lexicon.granting];
        let tabled = |verb: usize| {
            self.is_one_of(view, verb, &["put", "lay"])
                && (verb + 1..verb + 5).any(|at| tree.lower(at) == "table")
        };
        let verb = (at.saturating_sub(18)..at).rev().find(|verb| {
            lists.iter().any(|list| self.is_any(view, *verb, list)) || tabled(*verb)
        })?;
        let plain =
            (verb..at).all(|at| !matches!(tree.lower(at), ";" | "." | "war" | "fight" | "case"));
        let noun = noun_after(view, at + 1)?;
        let given = self.item(view, verb + 1..at);
        let wanted = self.item(view, at + 1..clause_end(view, at + 1));
        let weighs = |item: &seisin_core::Item| item.kind != seisin_core::ItemKind::Other;
        let named = view.party_at(noun).is_none() && tree.tag(at + 1) != "CD";
        let freed = self.is_any(view, verb, &lexicon.granting);
        (plain && named && (freed || weighs(&given)) && weighs(&wanted)).then_some((
            at,
            at + 1,
            true,
        ))
    }

    /// "In exchange for 20 kilometres of coast, Arland will recognise Velk."
    fn fronted(&self, view: &View, end: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let comma = (end..tree.len()).find(|at| tree.lower(*at) == ",")?;
        let verb = (comma + 1..tree.len()).find(|at| {
            tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop")
        })?;
        let clause = Clause::of(tree, verb);
        let party = clause
            .agent
            .and_then(|agent| self.party(view, agent))
            .or_else(|| self.party_within(view, comma + 1..verb));
        let start = if plain_transfer(tree.lower(verb)) { verb + 1 } else { verb };
        Some(Bargain {
            gives: Some(start..clause_end(view, verb)),
            asks: Some(end..comma),
            party,
            ..Bargain::of(verb, "in-exchange-for-fronted")
        })
    }

    /// "… in exchange for …"
    fn between(&self, view: &View, start: usize, end: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let open = (0..start)
            .rev()
            .find(|at| matches!(tree.lower(*at), "(" | ";" | "“" | "—" | ":"))
            .map_or(0, |at| at + 1);
        let asks = end..clause_end(view, end);
        let main = |at: &usize| {
            tree.is_verb(*at)
                && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop" | "amod")
                && tree.tag(*at) != "VBG"
        };
        let offers = |at: &usize| {
            tree.is_verb(*at) && self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs)
        };
        let gives_by_form = |at: &usize| {
            let verb = self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.giving);
            verb && *at > open && tree.tag(at - 1) != "DT" && tree.tag(at - 1) != "PRP$"
        };
        let found = (open..start).rev().find(offers).or_else(|| (open..start).rev().find(main));
        let demanded = (open..start)
            .rev()
            .find(|at| self.is_one_of(view, *at, &DEMANDING) && main(at))
            .filter(|at| {
                (at + 1..start).all(|at| !matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD"))
            });
        let found = demanded.or(found);
        let Some(verb) = found.or_else(|| (open..start).find(gives_by_form)) else {
            return self.nominal(view, open..start, asks);
        };
        let told = self.told_to_do(view, verb, start).filter(|_| demanded.is_none());
        let verb = told.unwrap_or(verb);
        let first = (open..start)
            .filter(offers)
            .find(|at| *at == verb || chained(view, verb, *at))
            .filter(|_| demanded.is_none())
            .unwrap_or(verb);
        let outer = self.doer(view, first);
        let inner = (first != verb).then(|| self.doer(view, verb)).flatten();
        let plain = plain_transfer(tree.lower(verb));
        let from = if plain { after_receiver(view, verb, start) } else { verb };
        let gives = strip_idea(view, from..start);
        let mut bargain = Bargain {
            gives: Some(gives),
            asks: Some(asks.clone()),
            party: outer.clone(),
            ..Bargain::of(first, "in-exchange-for")
        };
        if self.is_one_of(view, first, &DEMANDING) {
            bargain.asks = Some(first + 1..start);
            bargain.gives = Some(asks);
            bargain.party = outer;
            return Some(bargain);
        }
        if Clause::of(tree, first).is_passive && self.gets(view, first) {
            bargain.counterparty = self.offered_to(view, first);
            bargain.party = None;
            return Some(bargain);
        }
        let other = inner
            .filter(|inner| outer.as_ref().is_some_and(|outer| outer.value.id != inner.value.id));
        self.turned(view, (first, verb, start), bargain, (outer, other)).into()
    }

    /// "Suggested that Velk pull its troops out": the verb of what another is to do by a proposal.
    fn told_to_do(&self, view: &View, proposing: usize, end: usize) -> Option<usize> {
        let tree = &view.tree;
        let proposes = self.is_any(view, proposing, &self.lexicon.offering);
        let that = (proposing + 1..proposing + 4).find(|at| tree.lower(*at) == "that");
        let from = that.filter(|_| proposes)?;
        (from + 1..end).find(|at| {
            let own = tree.child(*at, &["nsubj"]).is_some_and(|subject| subject > from);
            own && self.gives_way(view, *at)
        })
    }

    /// A bargain whose terms are another’s to fulfil: what is asked of a party that is told to act, and
    /// what is got from one.
    fn turned(
        &self,
        view: &View,
        (first, verb, start): (usize, usize, usize),
        mut bargain: Bargain,
        (outer, other): (Option<Who>, Option<Who>),
    ) -> Bargain {
        let proposes = self.is_one_of(
            view,
            first,
            &["propose", "suggest", "offer", "float", "urge", "recommend"],
        );
        let allowed = (verb.saturating_sub(3)..verb)
            .any(|at| matches!(view.tree.lower(at), "may" | "allowed" | "permitted" | "free"));
        let wanted = proposes.then(|| Self::wanted_of_all(view, first, verb)).flatten();
        let lets_have = (verb.saturating_sub(2)..verb)
            .any(|at| matches!(view.tree.lower(at), "could" | "may" | "might" | "can"))
            && self.is_any(view, verb, &self.lexicon.getting);
        if let Some(getter) = outer.clone().filter(|_| lets_have)
            && let Some(teller) = self.teller(view, verb, &getter.value)
        {
            return Bargain {
                party: Some(teller),
                counterparty: Some(getter.value),
                start: Some(getter.words.start),
                owned: true,
                ..bargain
            };
        }
        if let Some(other) = other.filter(|_| proposes) {
            std::mem::swap(&mut bargain.gives, &mut bargain.asks);
            bargain.counterparty = Some(other.value);
            bargain.party = outer;
        } else if let Some(wanted) = wanted {
            bargain.gives = bargain.asks.take();
            bargain.asks = Some(wanted..start);
            bargain.party = outer;
        } else if let Some((teller, other)) = self.told_to(view, verb) {
            std::mem::swap(&mut bargain.gives, &mut bargain.asks);
            bargain.party = Some(teller);
            bargain.counterparty = Some(other.value);
        } else if allowed && outer.is_some() {
            std::mem::swap(&mut bargain.gives, &mut bargain.asks);
            bargain.party = None;
            bargain.start = outer.as_ref().map(|outer| outer.words.start);
            bargain.counterparty = outer.map(|outer| outer.value);
        } else if let Some(giver) = self.got_from(view, verb, start) {
            bargain.counterparty = bargain.party.take().map(|party| party.value);
            bargain.party = Some(giver);
        }
        bargain
    }

    /// "Proposed that five of the districts be returned": what is wanted without saying of whom.
    fn wanted_of_all(view: &View, proposing: usize, verb: usize) -> Option<usize> {
        let tree = &view.tree;
        let that = (proposing + 1..verb).find(|at| tree.lower(*at) == "that")?;
        Clause::of(tree, verb).is_passive.then_some(that + 1)
    }

    /// "Told the rebels to give the town back": who asks whom.
    fn told_to(
        &self,
        view: &View,
        verb: usize,
    ) -> Option<(
        super::super::context::Found<seisin_core::PartyRef>,
        super::super::context::Found<seisin_core::PartyRef>,
    )> {
        let tree = &view.tree;
        let to = verb.checked_sub(1).filter(|to| tree.lower(*to) == "to")?;
        let telling = (to.saturating_sub(7)..to).rev().find(|at| {
            self.is_one_of(view, *at, &["tell", "ask", "urge", "press", "invite", "order", "want"])
        })?;
        let other = self.party_within(view, telling + 1..to)?;
        let teller = self.doer(view, telling)?;
        (teller.value.id != other.value.id).then_some((teller, other))
    }

    /// "Would lease 20 km of coast from Velk": who gives what another gets.
    fn got_from(
        &self,
        view: &View,
        verb: usize,
        end: usize,
    ) -> Option<super::super::context::Found<seisin_core::PartyRef>> {
        let tree = &view.tree;
        let from = (verb + 1..end).find(|at| tree.lower(*at) == "from")?;
        self.gets(view, verb)
            .then(|| {
                let noun = noun_after(view, from + 1)?;
                self.party(view, noun).or_else(|| self.party_within(view, from + 1..end))
            })
            .flatten()
    }

    /// "Riyadh’s offer (reopening the port in return for a ceasefire)": no verb between.
    fn nominal(&self, view: &View, gives: Range<usize>, asks: Range<usize>) -> Option<Bargain> {
        let tree = &view.tree;
        let before = (0..gives.start).rev().find(|at| self.lexicon.about.contains(tree.lower(*at)));
        let within = gives.clone().rev().find(|at| {
            self.lexicon.about.contains(tree.lower(*at))
                && matches!(tree.lower(at + 1), "of" | "to")
                && at + 2 < gives.end
        });
        let noun = before.or(within);
        let gives = within.map_or(gives.clone(), |noun| noun + 2..gives.end);
        let printed = |noun: usize| {
            let value = self.owner_of_plan(view, noun)?;
            let how = super::super::context::How::Named;
            Some(super::super::context::Found { value, words: 0..noun + 1, how })
        };
        let owner = noun.and_then(|noun| printed(noun).or_else(|| self.owner_of_terms(view, noun)));
        let verb = noun.unwrap_or(gives.start);
        let demanded = noun.is_some_and(|noun| {
            matches!(tree.lower(noun), "demand" | "demands" | "ultimatum" | "claim")
        });
        let (gives, asks) = if demanded { (asks, gives) } else { (gives, asks) };
        (!gives.is_empty()).then(|| Bargain {
            gives: Some(gives),
            asks: Some(asks),
            party: owner,
            status: Some(OfferStatus::Proposed),
            ..Bargain::of(verb, "in-exchange-for-noun")
        })
    }
}

/// Where a marker stands, and whether it ends in "for".
fn marker(view: &View) -> Option<(usize, usize, bool)> {
    let tree = &view.tree;
    let may_begin = |at: &usize| matches!(tree.lower(*at), "in" | "as");
    (0..tree.len()).filter(may_begin).find_map(|at| {
        MARKERS.iter().find_map(|marker| {
            let words = marker.split(' ').count();
            marker.split(' ').enumerate().all(|(step, word)| tree.lower(at + step) == word).then(
                || (at, at + words, !marker.ends_with("exchange") && !marker.ends_with("return")),
            )
        })
    })
}

/// What is given without "the possibility of", "the idea of" before it.
pub(super) fn strip_idea(view: &View, words: Range<usize>) -> Range<usize> {
    let tree = &view.tree;
    let noun = (words.start..words.end.min(words.start + 7)).find(|at| {
        matches!(
            tree.lower(*at),
            "possibility" | "idea" | "prospect" | "notion" | "option" | "plan"
        )
    });
    match noun {
        Some(noun) if matches!(tree.lower(noun + 1), "of" | "to") => noun + 2..words.end,
        _ => words,
    }
}

/// Verbs whose object is what is given: the verb itself tells nothing more.
pub(super) fn plain_transfer(form: &str) -> bool {
    [
        "offer", "propos", "float", "suggest", "trad", "swap", "rais", "moot", "exchang", "dangl",
        "table", "discuss", "consider", "receiv", "gett",
    ]
    .iter()
    .any(|stem| form.starts_with(stem))
        || matches!(form, "get" | "gets" | "got")
}

/// Whether one verb governs another through complements.
fn chained(view: &View, below: usize, above: usize) -> bool {
    std::iter::successors(Some(below), |at| {
        view.tree.head(*at).filter(|_| {
            matches!(
                view.tree.label(*at),
                "xcomp" | "ccomp" | "acl" | "nmod" | "obl" | "obj" | "advcl" | "conj"
            )
        })
    })
    .take(8)
    .any(|at| at == above)
        || (above + 1..below).all(|at| {
            let tree = &view.tree;
            !matches!(tree.lower(at), ";" | "," | "and" | "but")
        })
}

/// One past the last word of the clause that goes on at a word.
pub(super) fn clause_end(view: &View, from: usize) -> usize {
    let tree = &view.tree;
    let noun =
        (from..tree.len()).find(|at| tree.is_nominal(*at) || tree.is_verb(*at)).unwrap_or(from);
    let top = std::iter::successors(Some(noun), |at| tree.head(*at).filter(|head| *head >= from))
        .take(20)
        .last()
        .unwrap_or(noun);
    let end = tree.branch(top).end.max(noun + 1);
    (from + 1..end)
        .find(|at| {
            matches!(tree.lower(*at), ";" | "." | ")" | "”" | "\"" | "—")
                || (tree.lower(*at) == ","
                    && (matches!(
                        tree.lower(*at + 1),
                        "but" | "and" | "he" | "she" | "a" | "while" | "according" | "an" | "the"
                    ) || tree.tag(at + 1).starts_with("NNP")))
                || tree.tag(*at) == "''"
                || tree.lower(*at) == "as" && tree.lower(at + 1) == "set"
        })
        .unwrap_or(end)
}

/// Where what is given begins after its verb: past the name of whom it is given to, "offered | Borland | a
/// road".
fn after_receiver(view: &View, verb: usize, end: usize) -> usize {
    let tree = &view.tree;
    let first = verb + 1 + usize::from(tree.lower(verb + 1) == "the");
    let given = |name: &&PartyName| {
        let from = name.words.end;
        name.words.start == first
            && tree.tag(from) != "POS"
            && (from..end).any(|at| {
                tree.head(at) == Some(verb) && tree.label(at) == "obj" && tree.is_nominal(at)
            })
    };
    view.parties.iter().find(given).map_or(verb + 1, |name| name.words.end)
}
