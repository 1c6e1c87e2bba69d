//! Land claimed by several: "both Arland and Borland claim Velk", "claimants: …", "seven states claim
//! slices of it".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{
    TitleAct,
    draft::JOINT,
    surface::{clause_words, noun_after, noun_before},
};
use seisin_core::{PartyRef, TitleAction};

impl Context<'_> {
    /// Claims of several to the same land, by their verb or the noun for those who claim.
    pub(super) fn claimed_by_several(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        self.joint_claim(view, at)
            .or_else(|| self.claimants(view, at))
            .or_else(|| self.claimed_by_many(view, at))
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
            .map(|name| {
                TitleAct::told(JOINT, TitleAction::Claimed, at, at..end)
                    .by(Found {
                        value: self.named_party(view, name),
                        words: name.words.clone(),
                        how: How::Named,
                    })
                    .over(lands.clone())
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
            vec![
                TitleAct::told(
                    JOINT,
                    TitleAction::Claimed,
                    verb,
                    clause_words(view, noun, verb + 1),
                )
                .over(lands),
            ]
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
                .map(|party| {
                    TitleAct::told(JOINT, TitleAction::Claimed, at, words.clone())
                        .by(party)
                        .over(lands.clone())
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
