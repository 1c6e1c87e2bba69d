//! Land that a side calls its own: "regards Sarn as its own", "says Velk is Arlandic", "declared state
//! land".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{TitleAct, surface::clause_words};
use crate::text::{quantity::MentionKind, syntax::Clause};
use seisin_core::TitleAction;

impl Context<'_> {
    /// "Kyiv says Crimea is Ukrainian": a side that says the land is its own.
    pub(super) fn said_to_be_ours(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["say", "insist", "maintain", "argue", "repeat", "declare"])
        {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let be = (verb + 2..words.end.min(verb + 16)).find(|at| {
            matches!(tree.lower(*at), "is" | "are" | "was" | "were" | "remains" | "remain")
        })?;
        let adverb = |at: usize| matches!(tree.tag(at), "RB");
        let next = (be + 1..words.end.min(be + 4)).find(|at| !adverb(*at))?;
        let owner = view.parties.iter().find(|name| {
            name.words.start == next && name.found.role == seisin_places::PartyRole::Demonym
        })?;
        let whole = matches!(tree.tag(owner.words.end), "." | "," | "" | "CC")
            || matches!(tree.lower(owner.words.end), "territory" | "land" | "soil" | "and");
        let party = self.doer(view, verb)?;
        let own = owner.found.party == party.value.id;
        let from = (verb + 1..be).find(|at| tree.lower(*at) == "that").unwrap_or(verb);
        let lands: Vec<_> = self
            .lands_after(view, from + 1, be - from)
            .into_iter()
            .filter(|land| matches!(land.how, How::Named | How::Unlisted | How::Referred))
            .filter(|land| land.words.start < be)
            .collect();
        (whole && !lands.is_empty()).then(|| {
            TitleAct::told(
                "said-to-be-ours",
                if own { TitleAction::Claimed } else { TitleAction::Recognised },
                be,
                words,
            )
            .towards((!own).then(|| self.named_party(view, owner)))
            .by(party)
            .over(lands)
        })
    }

    /// "Regards the island as its own", "considers Sarn part of its territory", "says Velk is part
    /// of Arland".
    pub(super) fn regarded_as_own(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let regards =
            self.is_one_of(view, verb, &["regard", "consider", "see", "view", "treat", "deem"]);
        let says = self.is_one_of(view, verb, &["say", "insist", "maintain", "argue"]);
        if !(regards || says) {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let own = (verb + 2..words.end.min(verb + 14)).find(|at| {
            let part = tree.lower(*at) == "part"
                && tree.lower(at + 1) == "of"
                && !(at + 2..at + 5).any(|noun| super::refusal::TITLES.contains(&tree.lower(noun)));
            let its = matches!(tree.lower(*at), "its" | "their")
                && (tree.lower(at + 1) == "own"
                    && (self.lexicon.land.contains(tree.lower(at + 2))
                        || !tree.tag(at + 2).starts_with("NN"))
                    || matches!(tree.tag(at + 1), "." | "," | ""));
            let theirs = matches!(tree.lower(*at), "theirs" | "ours");
            let belongs =
                matches!(tree.lower(*at), "belongs" | "belong") && tree.lower(at + 1) == "to";
            part || its || theirs || belongs
        })?;
        let party = self.doer(view, verb)?;
        let owner = self.party_within(view, own + 1..own + 6);
        let other = owner.filter(|owner| owner.value.id != party.value.id);
        let negated = words.clone().any(|at| matches!(tree.lower(at), "not" | "n't" | "never"));
        if says && (other.is_some() || negated || tree.lower(verb + 1) == ",") {
            return None;
        }
        let from = (verb + 1..own).find(|at| tree.lower(*at) == "that").unwrap_or(verb);
        let lands: Vec<_> = self
            .lands_after(view, from + 1, own - from)
            .into_iter()
            .filter(|land| land.how != How::Phrase && land.words.start < own)
            .collect();
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "own",
                if other.is_some() { TitleAction::Recognised } else { TitleAction::Claimed },
                verb,
                words,
            )
            .by(party)
            .towards(other.map(|other| other.value))
            .over(lands)
        })
    }

    /// "12,000 dunams had been declared state land", and further amounts "declared".
    pub(super) fn state_land(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let declared =
            self.is_one_of(view, verb, &["declare", "designate", "reclassify", "register"]);
        if !declared {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let state = (verb + 1..words.end.min(verb + 10)).any(|at| {
            tree.lower(at) == "state" && matches!(tree.lower(at + 1), "land" | "lands" | "property")
        });
        let clause = Clause::of(tree, verb);
        let again = clause.is_passive
            && self.last_title.as_ref().is_some_and(|last| last.rule == "title/state-land")
            && view.quantities.iter().any(|mention| mention.kind == MentionKind::Area);
        if !state && !again {
            return None;
        }
        let party = clause
            .agent
            .and_then(|agent| self.party(view, agent))
            .or_else(|| self.whoever_speaks(view, verb))
            .or_else(|| {
                self.last_title.as_ref()?.party.clone().map(|value| Found {
                    value,
                    words: verb..verb + 1,
                    how: How::Referred,
                })
            })?;
        let before = words.start..verb;
        let place = view.places.iter().find(|name| words.contains(&name.words.start));
        let lands = match place {
            Some(name) => vec![self.named_land(view, name, name.words.clone())],
            None => self.land_meant(view, before.start),
        };
        let measured = view.quantities_in(words.clone()).next().is_some();
        (!lands.is_empty() && measured).then_some(
            TitleAct::told("state-land", TitleAction::Claimed, verb, words).by(party).over(lands),
        )
    }
}
