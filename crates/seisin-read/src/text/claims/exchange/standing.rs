//! Offers told of without their terms: "no such deal exists", "Borland’s offer lapsed", "an
//! agreement had been reached with Arland", "nobody has made that offer".

use super::{
    super::{
        context::{Context, Found, How},
        draft::Draft,
        quotes::Quote,
        title::clause_words,
        view::View,
    },
    bargain::Bargain,
};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{Detail, Item, OfferStatus, PartyRef, Polarity};
use std::ops::Range;

/// How an offer stands.
pub(super) struct Stands {
    /// The verb that tells it.
    pub(super) verb: usize,
    /// How far it has come.
    pub(super) status: OfferStatus,
    /// Whether it is told as not so.
    pub(super) denied: bool,
    /// Whose it is.
    pub(super) party: Option<Found<PartyRef>>,
    /// With whom.
    pub(super) counterparty: Option<PartyRef>,
    /// What is given, where it is told.
    pub(super) gives: Option<Range<usize>>,
    /// The words it rests on.
    pub(super) words: Range<usize>,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

/// Nouns for what two sides have settled on.
const SETTLED: [&str; 8] =
    ["deal", "agreement", "accord", "swap", "bargain", "pact", "trade", "understanding"];

/// Verbs of taking an offer back.
const TAKES_BACK: [&str; 10] = [
    "withdraw", "rescind", "retract", "revoke", "shelve", "scrap", "drop", "cancel", "abandon",
    "bury",
];

/// Nouns for what one side puts forward.
const PUT: [&str; 6] = ["offer", "proposal", "plan", "initiative", "bid", "package"];

impl Context<'_> {
    /// An offer denied, lapsed, struck or carried out without its terms told again.
    pub(super) fn standing(&self, view: &View, quotes: &[Quote]) -> Option<Draft> {
        let stands = self.stands(view)?;
        let clause = Clause::of(&view.tree, stands.verb);
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return None;
        }
        if stands.denied {
            told.polarity = Polarity::Denied;
        }
        let last = self.offers.iter().rev().find(|offer| view.index - offer.sentence <= 12);
        let referred = |value: PartyRef| Found {
            value,
            words: stands.verb..stands.verb + 1,
            how: How::Referred,
        };
        let known = last.and_then(|offer| offer.party.clone()).map(referred);
        let of_plan = || self.plan_spoken_of(view).and_then(|plan| plan.owner.clone());
        let party = stands.party.clone().or(known).or_else(|| of_plan().map(referred));
        let (gives, asks) = match last.map(|offer| &offer.detail) {
            Some(Detail::Offer { gives, asks, .. }) if stands.gives.is_none() => {
                (gives.clone(), asks.clone())
            }
            _ => (Vec::new(), Vec::new()),
        };
        let own: Vec<Item> =
            stands.gives.iter().map(|words| self.item(view, words.clone())).collect();
        let gives = if own.is_empty() { gives } else { own };
        let region = gives
            .iter()
            .find_map(|item| item.region.clone())
            .or_else(|| last.and_then(|offer| offer.region.clone()));
        let counterparty = stands.counterparty.clone().or_else(|| {
            last.and_then(|offer| offer.counterparty.clone())
                .filter(|other| party.as_ref().is_none_or(|party| party.value.id != other.id))
        });
        Some(Draft {
            detail: Detail::Offer { gives, asks, ratio: None, status: stands.status },
            party: Some(party?),
            counterparty,
            region: region.map(|value| Found {
                value,
                words: stands.verb..stands.verb + 1,
                how: How::Referred,
            }),
            quantity: None,
            dated: self.dated(view, &clause, &told),
            told,
            evidence: view.tree.range(stands.words),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: format!("offer/{}", stands.rule),
        })
    }

    /// How an offer spoken of stands.
    pub(super) fn stands(&self, view: &View) -> Option<Stands> {
        let tree = &view.tree;
        (0..tree.len())
            .find_map(|noun| {
                let settled = SETTLED.contains(&tree.lower(noun));
                let put = PUT.contains(&tree.lower(noun));
                if !(settled || put) || !tree.tag(noun).starts_with("NN") {
                    return None;
                }
                self.denied_deal(view, noun, settled)
                    .or_else(|| self.withdrawn(view, noun))
                    .or_else(|| self.reached(view, noun).filter(|_| settled))
            })
            .or_else(|| (0..tree.len()).find_map(|verb| self.dropped_it(view, verb)))
    }

    /// "No such deal exists", "there had been no agreement", "denied there had been any deal",
    /// "nobody has made that offer".
    fn denied_deal(&self, view: &View, noun: usize, settled: bool) -> Option<Stands> {
        let tree = &view.tree;
        let owner = self.owner_of_plan(view, noun).or_else(|| {
            let from = (noun + 1..noun + 6).find(|at| matches!(tree.lower(*at), "from" | "by"))?;
            self.party_within(view, from + 1..from + 4).map(|party| party.value)
        });
        let known = self.last_plan().is_some_and(|plan| view.index <= plan + 8);
        if !known && owner.is_none() {
            return None;
        }
        let no = tree
            .children(noun)
            .iter()
            .any(|child| matches!(tree.lower(*child), "no" | "any") && *child < noun);
        let no =
            no || (noun.saturating_sub(3)..noun).any(|at| matches!(tree.lower(at), "no" | "any"));
        let verb = Self::verb_around(view, noun)?;
        let clause = Clause::of(tree, verb);
        let nobody = clause.agent.is_some_and(|agent| Self::is_none(view, agent));
        let exists = self.is_one_of(
            view,
            verb,
            &[
                "exist", "be", "make", "reach", "conclude", "sign", "strike", "do", "agree",
                "receive", "get", "see",
            ],
        ) || tree.lower(verb) == "been";
        let any = (noun.saturating_sub(3)..noun).any(|at| {
            matches!(tree.lower(at), "any" | "such") && tree.lower(at.wrapping_sub(1)) != "no"
        });
        let denying = (0..noun).any(|at| {
            tree.is_verb(at) && self.lexicon.is_form_of(tree.lower(at), &self.lexicon.deny)
        });
        let negated = clause.negation.is_some() && !no;
        let fits = exists && (no && !any || any && denying || nobody || any && negated);
        let start = tree.branch(noun).start.min(verb);
        fits.then(|| Stands {
            verb,
            status: if settled { OfferStatus::Agreed } else { OfferStatus::Proposed },
            denied: true,
            party: owner
                .map(|value| Found { value, words: noun..noun + 1, how: How::Named })
                .filter(|_| !known),
            counterparty: None,
            gives: None,
            words: if denying {
                clause_words(view, 0, noun + 1)
            } else {
                clause_words(view, start, noun.max(verb) + 1)
            },
            rule: "no-deal",
        })
    }

    /// The verb a noun is subject or object of.
    fn verb_around(view: &View, noun: usize) -> Option<usize> {
        let tree = &view.tree;
        let above =
            tree.head(noun).filter(|head| tree.is_verb(*head) || tree.lower(*head) == "been");
        above
            .or_else(|| {
                (noun + 1..tree.len().min(noun + 5))
                    .find(|at| tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass"))
            })
            .or_else(|| (noun.saturating_sub(4)..noun).rev().find(|at| tree.is_verb(*at)))
    }

    /// "Borland’s offer lapsed", "Arland withdrew its offer", "the offer was taken off the table".
    fn withdrawn(&self, view: &View, noun: usize) -> Option<Stands> {
        let tree = &view.tree;
        let ends = ["lapse", "expire", "collapse", "die"];
        let near = noun.saturating_sub(5)..tree.len().min(noun + 12);
        let verb = near.clone().find(|at| {
            self.is_one_of(view, *at, &ends) && *at > noun || self.is_one_of(view, *at, &TAKES_BACK)
        });
        let off = near.clone().find(|at| {
            tree.lower(*at) == "off"
                && tree.lower(at + 1) == "the"
                && tree.lower(at + 2) == "table"
                && *at > noun
        });
        let taken = off.and_then(|off| {
            (noun.saturating_sub(4)..off).rev().find(|at| self.is_one_of(view, *at, &["take"]))
        });
        let back = (noun.saturating_sub(4)..noun + 9)
            .find(|at| {
                tree.lower(*at) == "back" && self.is_one_of(view, at.wrapping_sub(1), &["take"])
            })
            .map(|back| back - 1);
        let verb = verb.or(back).or(taken).or(off)?;
        let owner = self.owner_of_plan(view, noun);
        let clause = Clause::of(tree, verb);
        let passive = clause.is_passive;
        let yet = matches!(
            clause.tense,
            Tense::Present | Tense::Future | Tense::Conditional | Tense::Possible
        );
        if yet {
            return None;
        }
        let taker = taken.filter(|_| !passive).and_then(|taken| self.doer(view, taken));
        let active = (self.is_one_of(view, verb, &TAKES_BACK) || back == Some(verb)) && !passive;
        let own = tree.child(noun, &["nmod:poss"]).is_some();
        let theirs = || {
            let doer = self.doer(view, verb);
            doer.zip(self.last_offerer(view)).is_some_and(|(doer, last)| doer.value.id == last.id)
        };
        let named = own || owner.is_some();
        if active && (verb > noun || !named && !theirs()) || clause.negation.is_some() {
            return None;
        }
        let known = self.last_plan().is_some_and(|plan| view.index <= plan + 12);
        if owner.is_none() && !known {
            return None;
        }
        let party = owner
            .map(|value| Found { value, words: noun..noun + 1, how: How::Named })
            .or(taker)
            .or_else(|| active.then(|| self.doer(view, verb)).flatten());
        Some(Stands {
            verb,
            status: OfferStatus::Withdrawn,
            denied: false,
            party,
            counterparty: None,
            gives: self.terms_of_noun(view, noun),
            words: clause_words(view, noun.min(verb), noun.max(verb) + 1),
            rule: "offer-withdrawn",
        })
    }

    /// "Withdrew its offer to leave the town": whether the offer that has these terms is told as taken back.
    pub(super) fn is_taken_back(&self, view: &View, bargain: &Bargain) -> bool {
        let starts = bargain.gives.iter().chain(&bargain.asks).map(|words| words.start);
        let first = starts.min().unwrap_or(bargain.verb);
        let noun = (first.saturating_sub(4)..=first)
            .rev()
            .find(|at| PUT.contains(&view.tree.lower(*at)) && view.tree.tag(*at).starts_with("NN"));
        noun.is_some_and(|noun| self.withdrawn(view, noun).is_some())
    }

    /// What an offer taken back was of: "its proposal for a joint administration of Sarn".
    fn terms_of_noun(&self, view: &View, noun: usize) -> Option<Range<usize>> {
        let of = noun + 1;
        matches!(view.tree.lower(of), "of" | "for")
            .then(|| {
                let object = super::super::title::noun_after(view, of + 1)?;
                let words = of + 1..super::super::who::core(view, object).end;
                self.land_offered(view, object, of)
                    .or_else(|| Some(words).filter(|words| self.weighs(view, words.clone())))
            })
            .flatten()
    }

    /// "The cabinet dropped it": its owner withdraws the offer told of right before.
    fn dropped_it(&self, view: &View, verb: usize) -> Option<Stands> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &TAKES_BACK) || tree.lower(verb + 1) != "it" {
            return None;
        }
        self.last_plan().filter(|plan| view.index <= plan + 2)?;
        let clause = Clause::of(tree, verb);
        let party = self.doer(view, verb)?;
        let own = self.last_offerer(view).is_some_and(|owner| owner.id == party.value.id);
        let plain = own && !clause.is_passive && clause.negation.is_none();
        plain.then(|| Stands {
            verb,
            status: OfferStatus::Withdrawn,
            denied: false,
            party: Some(party),
            counterparty: None,
            gives: None,
            words: clause_words(view, verb, verb + 2),
            rule: "offer-withdrawn",
        })
    }

    /// "An agreement had been reached with Arland to give up the town", "the swap was carried out".
    fn reached(&self, view: &View, noun: usize) -> Option<Stands> {
        let tree = &view.tree;
        let verb = (noun + 1..tree.len().min(noun + 6)).find(|at| {
            self.is_one_of(view, *at, &["take"]) && tree.lower(at + 1) == "effect"
                || self.is_one_of(
                    view,
                    *at,
                    &[
                        "reach",
                        "strike",
                        "sign",
                        "conclude",
                        "agree",
                        "implement",
                        "complete",
                        "carry",
                        "execute",
                    ],
                )
        })?;
        let done =
            self.is_one_of(view, verb, &["implement", "complete", "carry", "execute", "take"]);
        let with = (verb + 1..tree.len().min(verb + 6)).find(|at| tree.lower(*at) == "with");
        let other = with.and_then(|with| self.party_within(view, with + 1..with + 5));
        let to = (verb + 1..tree.len().min(verb + 9))
            .find(|at| tree.lower(*at) == "to" && self.is_any(view, at + 1, &self.lexicon.giving));
        let gives = to.map(|to| to + 1..Self::terms_end(view, to + 1));
        let landed = gives.clone().is_some_and(|gives| self.gives_land(view, gives));
        let known = self.last_plan().is_some_and(|plan| view.index <= plan + 12);
        if !(landed || done && known) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let told = self.told(view, &clause, &[]);
        let party = told.sources.last().map(|link| {
            let value = self
                .party_of_link(link)
                .unwrap_or_else(|| super::super::context::unlisted_party(&link.name));
            Found { value, words: verb..verb + 1, how: How::Referred }
        });
        let start = tree.branch(noun).start;
        Some(Stands {
            verb,
            status: if done { OfferStatus::Implemented } else { OfferStatus::Agreed },
            denied: clause.negation.is_some(),
            party: party.filter(|_| !done),
            counterparty: other.map(|other| other.value),
            gives,
            words: clause_words(view, start, verb + 1),
            rule: "deal-reached",
        })
    }
}
