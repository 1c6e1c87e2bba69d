//! Claims told by their noun: "lays claim to Velk", "Arland’s claim to Sarn"; and claims dropped.

use super::super::{
    context::{Context, How},
    view::View,
};
use super::{TitleAct, Turn, surface::clause_words};
use seisin_core::TitleAction;

/// "A claim to have taken Sarn": what is claimed is an act, no right to land.
pub(super) fn is_of_act(view: &View, claim: usize) -> bool {
    view.tree.lower(claim + 1) == "to" && view.tree.tag(claim + 2).starts_with("VB")
}

impl Context<'_> {
    /// A claim, by its verb.
    pub(super) fn claiming(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        if let Some(acts) = self.claimed_by_several(view, at) {
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
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "claim-laid",
                TitleAction::Claimed,
                verb,
                clause_words(view, verb, over + 1),
            )
            .turned(if none { Turn::Denied } else { Turn::AsTold })
            .by(party)
            .over(lands)
        })
    }

    /// "Arland’s claim to Velk": a claim told of by its noun, where no verb drops or refuses it.
    fn claim_of(&self, view: &View, noun: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let claim =
            matches!(tree.lower(noun), "claim" | "claims") && tree.tag(noun).starts_with("NN");
        let over = noun + 1;
        if !claim || is_of_act(view, noun) || !matches!(tree.lower(over), "to" | "over" | "on") {
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
        (!governed && !lands.is_empty()).then(|| {
            TitleAct::told(
                "claim-of",
                TitleAction::Claimed,
                governor,
                clause_words(view, noun, over + 1),
            )
            .by(party)
            .over(lands)
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
        let lands = self.or_land_meant(view, verb, lands);
        let party = self.doer(view, verb)?;
        (up && !lands.is_empty()).then(|| {
            TitleAct::told(
                "claim-dropped",
                TitleAction::Renounced,
                verb,
                clause_words(view, verb, claim + 1),
            )
            .by(party)
            .over(lands)
        })
    }
}
