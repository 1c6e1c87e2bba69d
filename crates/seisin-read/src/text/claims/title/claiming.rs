//! Land claimed without the plain verb: "lays claim to", "regards Sarn as its own", "declared state
//! land", "both Arland and Borland claim"; and claims dropped.

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{
    TitleAct, Turn,
    draft::JOINT,
    surface::{clause_words, noun_after, noun_before},
};
use crate::text::quantity::MentionKind;
use seisin_core::{PartyRef, TitleAction};

impl Context<'_> {
    /// A claim, by its verb.
    pub(super) fn claiming(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        if let Some(acts) = self
            .joint_claim(view, at)
            .or_else(|| self.claimants(view, at))
            .or_else(|| self.claimed_by_many(view, at))
        {
            return Some(acts);
        }
        self.claim_laid(view, at)
            .or_else(|| self.claim_of(view, at))
            .or_else(|| self.said_to_be_ours(view, at))
            .or_else(|| self.claim_dropped(view, at))
            .or_else(|| self.regarded_as_own(view, at))
            .or_else(|| self.state_land(view, at))
            .or_else(|| self.wants_joined(view, at))
            .map(|act| vec![act])
    }

    /// "Claimant: Arland", "Claimed by Arland and by Borland alike": an entry under the name of the land.
    fn claimants(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let begins = at == 0 || matches!(tree.lower(at - 1), "." | ":" | ";" | "–" | "—" | ">");
        let listed =
            matches!(tree.lower(at), "claimant" | "claimants") && tree.lower(at + 1) == ":";
        let told = tree.lower(at) == "claimed" && tree.lower(at + 1) == "by";
        if !begins || !(listed || told) {
            return None;
        }
        let end = (at + 1..tree.len())
            .find(|word| matches!(tree.lower(*word), ";" | "."))
            .unwrap_or(tree.len());
        let lands = self.land_before(view, at);
        let names = view.parties.iter().filter(|name| (at + 2..end).contains(&name.words.start));
        let acts: Vec<TitleAct> = names
            .map(|name| TitleAct {
                verb: at,
                action: TitleAction::Claimed,
                turn: Turn::AsTold,
                party: Some(Found {
                    value: self.named_party(view, name),
                    words: name.words.clone(),
                    how: How::Named,
                }),
                counterparty: None,
                lands: lands.clone(),
                words: at..end,
                rule: JOINT,
            })
            .collect();
        (!acts.is_empty() && !lands.is_empty()).then_some(acts)
    }

    /// "Seven states claim slices of it": claimed by some who are only counted.
    fn claimed_by_many(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let laid = matches!(tree.lower(verb), "claim" | "claims")
            && matches!(tree.lower(verb.wrapping_sub(1)), "lay" | "laid" | "stake" | "staked");
        if !matches!(tree.lower(verb), "claim" | "claims") || verb == 0 {
            return None;
        }
        let acts = verb - usize::from(laid);
        let noun = noun_before(view, acts).filter(|noun| noun + 3 > acts)?;
        let counted = tree.children_with(noun, &["nummod", "amod", "det"]).next().is_some();
        let many = matches!(tree.lower(noun), "states" | "countries" | "nations" | "powers");
        if !(counted && many) || self.parties(view, noun).len() > 1 {
            return None;
        }
        let from = verb + 1 + usize::from(laid && tree.lower(verb + 1) == "to");
        let lands = self.lands_after(view, from, 9);
        let pronoun = (verb + 1..tree.len().min(verb + 5))
            .any(|at| matches!(tree.lower(at), "it" | "them") && tree.lower(at - 1) == "of");
        let lands = if pronoun { self.land_meant(view, verb) } else { lands };
        (!lands.is_empty()).then(|| {
            vec![TitleAct {
                verb,
                action: TitleAction::Claimed,
                turn: Turn::AsTold,
                party: None,
                counterparty: None,
                lands,
                words: clause_words(view, noun, verb + 1),
                rule: JOINT,
            }]
        })
    }

    /// "Lays claim to Velk", "has a claim on", "staked a claim to".
    fn claim_laid(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(
            view,
            verb,
            &[
                "lay", "have", "stake", "press", "assert", "maintain", "renew", "make", "revive",
                "file", "lodge", "keep", "retain", "submit", "register", "pursue", "raise",
            ],
        ) {
            return None;
        }
        let helps = self.lexicon.is_form(tree.lower(verb), "have")
            && (verb + 1..verb + 4).any(|at| matches!(tree.tag(at), "VBN" | "VBD"));
        if helps {
            return None;
        }
        let none = (verb + 1..tree.len().min(verb + 4)).any(|at| tree.lower(at) == "no");
        let claim = (verb + 1..tree.len().min(verb + 7)).find(|at| {
            matches!(tree.lower(*at), "claim" | "claims" | "pretensions")
                || none && matches!(tree.lower(*at), "title" | "right" | "rights" | "sovereignty")
        })?;
        let over = (claim + 1..tree.len().min(claim + 3))
            .find(|at| matches!(tree.lower(*at), "to" | "on" | "over"));
        let closed = matches!(tree.lower(claim + 1), "." | "," | "" | ";" | "there" | "”");
        let kept = none
            || self.is_one_of(
                view,
                verb,
                &["keep", "retain", "maintain", "renew", "revive", "press", "pursue"],
            );
        let (lands, over) = match over {
            Some(over) => (self.lands_after(view, over + 1, 10), over),
            None if closed && kept => (self.land_of_title(view, verb), claim),
            None => return None,
        };
        let party = self.doer(view, verb)?;
        (!lands.is_empty()).then(|| TitleAct {
            verb,
            action: TitleAction::Claimed,
            turn: if none { Turn::Denied } else { Turn::AsTold },
            party: Some(party),
            counterparty: None,
            lands,
            words: clause_words(view, verb, over + 1),
            rule: "claim-laid",
        })
    }

    /// "Arland’s claim to Velk": a claim told of by its noun, where no verb drops or refuses it.
    fn claim_of(&self, view: &View, noun: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let claim =
            matches!(tree.lower(noun), "claim" | "claims") && tree.tag(noun).starts_with("NN");
        let over = noun + 1;
        if !claim || !matches!(tree.lower(over), "to" | "over" | "on") {
            return None;
        }
        let party = tree
            .child(noun, &["nmod:poss", "amod", "compound"])
            .and_then(|owner| self.party(view, owner))
            .or_else(|| self.party_within(view, noun.saturating_sub(3)..noun))?;
        let governor = tree.head(noun).filter(|head| tree.is_verb(*head)).unwrap_or(noun);
        let other = [
            "reject",
            "dismiss",
            "dispute",
            "contest",
            "drop",
            "renounce",
            "abandon",
            "relinquish",
            "give",
            "recognise",
            "recognize",
            "deny",
            "uphold",
            "back",
            "waive",
            "withdraw",
            "settle",
            "decide",
            "hear",
            "lay",
            "press",
            "have",
            "make",
            "stake",
        ];
        let governed = self.is_one_of(view, governor, &other)
            || (noun.saturating_sub(6)..noun).any(|at| self.is_one_of(view, at, &other))
            || (noun.saturating_sub(5)..noun)
                .any(|at| matches!(tree.lower(at), "basis" | "no" | "against"));
        let lands: Vec<_> = self
            .lands_after(view, over + 1, 9)
            .into_iter()
            .filter(|land| matches!(land.how, How::Named | How::Unlisted))
            .collect();
        (!governed && !lands.is_empty()).then(|| TitleAct {
            verb: governor,
            action: TitleAction::Claimed,
            turn: Turn::AsTold,
            party: Some(party),
            counterparty: None,
            lands,
            words: clause_words(view, noun, over + 1),
            rule: "claim-of",
        })
    }

    /// "Kyiv says Crimea is Ukrainian": a side that says the land is its own.
    fn said_to_be_ours(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["say", "insist", "maintain", "argue", "repeat", "declare"])
        {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let be = (verb + 2..words.end.min(verb + 10)).find(|at| {
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
        (whole && !lands.is_empty()).then(|| TitleAct {
            verb: be,
            action: if own { TitleAction::Claimed } else { TitleAction::Recognised },
            turn: Turn::AsTold,
            counterparty: (!own).then(|| self.named_party(view, owner)),
            party: Some(party),
            lands,
            words,
            rule: "said-to-be-ours",
        })
    }

    /// "Dropped its claim to Velk", "gave up all claims".
    fn claim_dropped(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(
            view,
            verb,
            &[
                "drop",
                "give",
                "abandon",
                "relinquish",
                "waive",
                "withdraw",
                "forgo",
                "surrender",
                "renounce",
                "disclaim",
            ],
        ) {
            return None;
        }
        let claim = (verb + 1..tree.len().min(verb + 6)).find(|at| {
            matches!(tree.lower(*at), "claim" | "claims" | "pretensions")
                || matches!(
                    tree.lower(*at),
                    "title" | "titles" | "right" | "rights" | "sovereignty"
                ) && matches!(tree.lower(at + 1), "to" | "over")
                    && !tree.tag(at + 2).starts_with("VB")
        })?;
        let up = !self.is_one_of(view, verb, &["give"]) || tree.lower(verb + 1) == "up";
        let over = (claim + 1..tree.len().min(claim + 3))
            .find(|at| matches!(tree.lower(*at), "to" | "on" | "over"));
        let lands = over.map(|over| self.lands_after(view, over + 1, 10)).unwrap_or_default();
        let lands = if lands.is_empty() { self.land_meant(view, verb) } else { lands };
        let party = self.doer(view, verb)?;
        (up && !lands.is_empty()).then(|| TitleAct {
            verb,
            action: TitleAction::Renounced,
            turn: Turn::AsTold,
            party: Some(party),
            counterparty: None,
            lands,
            words: clause_words(view, verb, claim + 1),
            rule: "claim-dropped",
        })
    }

    /// "Regards the island as its own", "considers Sarn part of its territory", "says Velk is part
    /// of Arland".
    fn regarded_as_own(&self, view: &View, verb: usize) -> Option<TitleAct> {
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
        (!lands.is_empty()).then(|| TitleAct {
            verb,
            action: if other.is_some() { TitleAction::Recognised } else { TitleAction::Claimed },
            turn: Turn::AsTold,
            party: Some(party),
            counterparty: other.map(|other| other.value),
            lands,
            words,
            rule: "own",
        })
    }

    /// "12,000 dunams had been declared state land", and further amounts "declared".
    fn state_land(&self, view: &View, verb: usize) -> Option<TitleAct> {
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
        let clause = crate::text::syntax::Clause::of(tree, verb);
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
        (!lands.is_empty() && measured).then_some(TitleAct {
            verb,
            action: TitleAction::Claimed,
            turn: Turn::AsTold,
            party: Some(party),
            counterparty: None,
            lands,
            words,
            rule: "state-land",
        })
    }

    /// "Both Arland and Borland claim Velk", "the two claim it": where "claim" reads like a noun.
    fn joint_claim(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        if tree.lower(at) != "claim" || tree.tag(at).starts_with("VB") && tree.tag(at) == "VBG" {
            return None;
        }
        let before = noun_before(view, at)?;
        let parties = self.joined_parties(view, before, at);
        let next = tree.tag(at + 1);
        let object = matches!(
            next,
            "NNP" | "NNPS" | "DT" | "PRP" | "PDT" | "JJ" | "PRP$" | "NN" | "CD" | "RB"
        );
        if parties.len() < 2 || !object {
            return None;
        }
        let lands = self.lands_after(view, at + 1, 9);
        let noun = noun_after(view, at + 1)?;
        let lands = if lands.is_empty() && tree.tag(noun) == "PRP" {
            self.land_meant(view, at)
        } else {
            lands
        };
        if lands.is_empty() {
            return None;
        }
        let words = clause_words(view, before, at + 1);
        Some(
            parties
                .into_iter()
                .map(|party| TitleAct {
                    verb: at,
                    action: TitleAction::Claimed,
                    turn: Turn::AsTold,
                    party: Some(party),
                    counterparty: None,
                    lands: lands.clone(),
                    words: words.clone(),
                    rule: JOINT,
                })
                .collect(),
        )
    }

    /// The parties joined before a verb: "both Arland and Borland", "the two countries".
    fn joined_parties(&self, view: &View, noun: usize, verb: usize) -> Vec<Found<PartyRef>> {
        let tree = &view.tree;
        let both = self.parties(view, noun);
        if both.len() > 1 {
            return both;
        }
        let start = (verb.saturating_sub(9)..verb)
            .rev()
            .take_while(|at| !matches!(tree.lower(*at), ";" | "but" | ":"))
            .last()
            .unwrap_or(0);
        let names: Vec<_> =
            view.parties.iter().filter(|name| (start..verb).contains(&name.words.start)).collect();
        let joined = (start..verb).any(|at| matches!(tree.lower(at), "and" | "both"));
        if names.len() < 2 || !joined {
            return Vec::new();
        }
        names
            .into_iter()
            .map(|name| Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            })
            .collect()
    }
}
