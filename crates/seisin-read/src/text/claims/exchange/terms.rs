//! Terms told as two clauses: "Arland would return Sarn, and Borland would give peace"; "would open
//! its mines if Borland helped it".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::bargain::Bargain;
use crate::text::syntax::Clause;
use seisin_core::{Item, ItemKind, OfferStatus, PartyRef};
use std::ops::Range;

/// A clause of terms: whose, its verb, its words.
struct Term {
    party: Found<PartyRef>,
    verb: usize,
    words: Range<usize>,
    gets: bool,
}

impl Context<'_> {
    /// "X would return Sarn, and Y would give peace."
    pub(super) fn two_sided(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let planned = (0..tree.len()).any(|at| {
            self.lexicon.about.contains(tree.lower(at))
                || matches!(
                    tree.lower(at),
                    "treaty" | "terms" | "agreement" | "accord" | "memorandum"
                )
        });
        let recent = self.last_plan().is_some_and(|plan| view.index <= plan + 1);
        if !planned && !recent {
            return None;
        }
        let terms: Vec<Term> = (0..tree.len()).filter_map(|at| self.term(view, at)).collect();
        let first = terms.first()?;
        let second = terms.iter().find(|term| term.party.value.id != first.party.value.id)?;
        let inside = |term: &Term| term.verb + 1..term.words.end;
        let whole = |term: &Term| term.party.words.start..term.words.end;
        let (gives, asks) = match (first.gets, second.gets) {
            (false, false) => (first.verb..first.words.end, inside(second)),
            (false, true) => (first.verb..first.words.end, whole(first)),
            (true, true) => (inside(second), whole(first)),
            (true, false) => (inside(second), inside(first)),
        };
        let asks = Some(asks)
            .filter(|asks| asks.start != gives.start && first.gets == second.gets || first.gets);
        Some(Bargain {
            gives: Some(gives),
            asks,
            party: Some(first.party.clone()),
            counterparty: Some(second.party.value.clone()),
            ..Bargain::of(first.verb, "two-sided")
        })
    }

    /// "Arland would get the valley".
    fn term(&self, view: &View, verb: usize) -> Option<Term> {
        let tree = &view.tree;
        let gets = self.is_any(view, verb, &self.lexicon.getting);
        let gives = self.is_any(view, verb, &self.lexicon.giving)
            || self.is_any(view, verb, &self.lexicon.granting);
        let modal = (verb.saturating_sub(3)..verb)
            .any(|at| matches!(tree.lower(at), "would" | "will" | "'d" | "’d" | "should"))
            || tree.lower(verb.wrapping_sub(1)) == "to"
                && matches!(tree.lower(verb.wrapping_sub(2)), "is" | "are");
        let listed = (0..verb).any(|at| tree.lower(at) == "terms")
            && matches!(tree.tag(verb), "VBZ" | "VBP");
        let modal = modal || listed;
        let perfect = (verb.saturating_sub(2)..verb).any(|at| tree.lower(at) == "have");
        if !(gets || gives) || !modal || perfect {
            return None;
        }
        let group = if tree.lower(verb.wrapping_sub(1)) == "to" { verb - 1 } else { verb };
        let beside =
            super::super::title::noun_before(view, group).and_then(|noun| self.party(view, noun));
        let party =
            beside.or_else(|| self.doer(view, verb)).filter(|party| party.how != How::Phrase)?;
        let end = (verb + 1..tree.len())
            .find(|at| {
                let next = matches!(tree.lower(at + 1), "would" | "will")
                    || matches!(tree.lower(at + 2), "would" | "will")
                    || matches!(tree.lower(at + 3), "would" | "will");
                matches!(tree.lower(*at), ";" | "." | "”")
                    || matches!(tree.lower(*at), "and" | "while" | ",") && next
            })
            .unwrap_or(tree.len());
        let end = if tree.lower(end.wrapping_sub(1)) == "," { end - 1 } else { end };
        Some(Term { party, verb, words: verb..end, gets })
    }

    /// "Would open its mines if Borland helped it", "If they gave us Sarn, I would …".
    pub(super) fn conditional(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let if_at = (0..tree.len()).find(|at| {
            matches!(tree.lower(*at), "if" | "provided" | "once") && tree.lower(at + 1) != "only"
        })?;
        let after = |word: usize| matches!(tree.lower(word), "," | ";" | "." | "”");
        let modal = |range: Range<usize>| {
            range.clone().find(|at| {
                matches!(tree.lower(*at), "would" | "'d" | "’d" | "will" | "might" | "could")
            })
        };
        let (main, asks) = if let Some(would) = modal(0..if_at) {
            let end = (if_at + 1..tree.len()).find(|at| after(*at)).unwrap_or(tree.len());
            (would, if_at + 1..end)
        } else {
            let comma = (if_at + 1..tree.len()).find(|at| tree.lower(*at) == ",")?;
            (modal(comma..tree.len())?, if_at + 1..comma)
        };
        let verb = (main + 1..tree.len().min(main + 5)).find(|at| {
            self.is_any(view, *at, &self.lexicon.giving)
                || self.is_any(view, *at, &self.lexicon.granting)
                || self.is_one_of(
                    view,
                    *at,
                    &["carry", "bring", "talk", "discuss", "negotiate", "sign"],
                )
        })?;
        let end = if main < if_at { if_at } else { super::marked::clause_end(view, verb) };
        let gives = verb..end;
        let (given, asked) = (self.item(view, gives.clone()), self.item(view, asks.clone()));
        let weighs = |item: &Item| !matches!(item.kind, ItemKind::Other);
        let party = self.doer(view, verb).or_else(|| self.party_within(view, 0..verb))?;
        let asker = (asks.start + 1..asks.end)
            .find(|at| tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop"))
            .map(|verb| Clause::of(tree, verb))?;
        let other = asker
            .agent
            .and_then(|agent| self.party(view, agent))
            .filter(|other| other.value.id != party.value.id)
            .or_else(|| self.party_within(view, asks.clone()))
            .filter(|other| other.value.id != party.value.id);
        let pronoun =
            asker.agent.is_some_and(|at| matches!(tree.lower(at), "they" | "you" | "both" | "it"));
        let landed = is_bargained_for(given.kind);
        let let_go = self.is_one_of(view, verb, &["let"])
            && (verb + 1..end).any(|at| tree.lower(at) == "go");
        let landed = landed || let_go || self.gives_land(view, verb + 1..end);
        (landed && (weighs(&asked) || other.is_some()) && (other.is_some() || pronoun)).then(|| {
            Bargain {
                gives: Some(gives),
                asks: Some(asks),
                party: Some(party),
                counterparty: other.map(|other| other.value),
                status: Some(if tree.lower(main) == "will" {
                    OfferStatus::Proposed
                } else {
                    Self::conditional_status(view)
                }),
                ..Bargain::of(verb, "if-then")
            }
        })
    }

    /// A conditional in a speaker’s own person is an idea; told of a side it is a proposal.
    fn conditional_status(view: &View) -> OfferStatus {
        let own = (0..view.tree.len()).any(|at| view.tree.lower(at) == "i");
        if own { OfferStatus::Floated } else { OfferStatus::Proposed }
    }
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
