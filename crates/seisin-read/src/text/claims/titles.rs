//! Acts about the right to land: recognised, given away, broken away.

use super::{
    context::{Context, How},
    lexicon::{Act, Sense},
    pattern::Roles,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{ChangeAction, Detail, PartyRef, TitleAction};
use seisin_places::PartyKind;

/// Nouns for a right over land.
const RIGHTS: [&str; 10] = [
    "sovereignty",
    "independence",
    "claim",
    "claims",
    "right",
    "rights",
    "annexation",
    "title",
    "ownership",
    "jurisdiction",
];

/// Nouns for what is recognised of the land spoken of before.
const ACTS: [&str; 20] = [
    "ruling",
    "award",
    "treaty",
    "handover",
    "annexation",
    "cession",
    "deal",
    "agreement",
    "act",
    "step",
    "move",
    "title",
    "incorporation",
    "referendum",
    "vote",
    "status",
    "claim",
    "sovereignty",
    "ownership",
    "loss",
];

impl Context<'_> {
    /// "Recognises the sovereignty of Morocco over Western Sahara", "recognised the enclave as part
    /// of Azerbaijan", "has been recognised by no state".
    pub(super) fn recognise(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let object = clause.patient.filter(|at| !matches!(tree.lower(*at), "place" | "places"))?;
        let person = |noun: usize| {
            matches!(tree.lower(noun), "saint" | "hero" | "author" | "founder" | "champion")
                || self.lexicon.people.contains(tree.lower(noun))
        };
        if clause.oblique(&["as"]).is_some_and(person) {
            return None;
        }
        let parties = self.agents(view, clause);
        let mut counterparty = None;
        let mut lands = Vec::new();
        if RIGHTS.contains(&tree.lower(object)) {
            for child in tree.children_with(object, &["nmod", "nmod:poss"]) {
                let case = crate::text::syntax::preposition(tree, child);
                if case.as_deref() == Some("over")
                    || (case.as_deref() == Some("of") && tree.lower(object) != "sovereignty")
                {
                    lands.extend(self.lands(view, child));
                } else if counterparty.is_none() && !is_dated(view, child) {
                    counterparty = self.party(view, child).map(|party| party.value);
                }
            }
            counterparty = counterparty.or_else(|| self.owner(view, object).map(|own| own.value));
        } else {
            lands = self.lands(view, object);
            if let Some(noun) = before_relative(view, clause.verb)
                && !lands.iter().any(|land| matches!(land.how, How::Named | How::Referred))
            {
                lands = self.lands(view, noun);
            }
            let part = clause.oblique(&["as"]).or_else(|| tree.child(object, &["nmod"]));
            counterparty = part.and_then(|at| {
                view.parties_below(at).first().map(|name| self.named_party(view, name))
            });
        }
        if lands.is_empty() && ACTS.contains(&tree.lower(object)) {
            lands.extend(self.spoken_of(view, clause.verb));
        }
        let counterparty =
            counterparty.or_else(|| Self::recognised_as(self, view, clause)).or_else(|| {
                is_new_state(tree.lower(object))
                    .then(|| self.entity(view, object, &lands))
                    .flatten()
            });
        let known = lands.iter().any(|land| land.how != How::Phrase)
            || matches!(
                tree.lower(object),
                "independence" | "sovereignty" | "annexation" | "republic" | "kingdom"
            );
        (known).then_some(Roles {
            partyless: true,
            parties,
            counterparty,
            lands,
            measured: vec![],
            detail: Some(Detail::Title(TitleAction::Recognised)),
        })
    }

    /// "Recognised as de facto Borlandic": whose, by the adjective after "as".
    fn recognised_as(&self, view: &View, clause: &Clause) -> Option<PartyRef> {
        let tree = &view.tree;
        let from = (clause.verb + 1..tree.len().min(clause.verb + 9))
            .find(|at| tree.lower(*at) == "as")?;
        self.party_within(view, from + 1..from + 5).map(|party| party.value)
    }

    /// What is recognised as a state is itself the other side.
    fn entity(
        &self,
        view: &View,
        object: usize,
        lands: &[super::context::Found<seisin_core::RegionRef>],
    ) -> Option<PartyRef> {
        let named = self.party_within(view, super::who::core(view, object));
        let apart = || self.last_seceder.clone();
        named.map(|named| named.value).or_else(apart).or_else(|| {
            let land = lands.iter().find(|land| land.how != How::Phrase)?;
            Some(super::context::unlisted_party(&land.value.name))
        })
    }

    pub(super) fn giving(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let object = clause.patient?;
        let parties = self.agents(view, clause);
        let sold = matches!(sense.act, Act::Title(_))
            && view.tree.tag(object).starts_with("NNP")
            && clause.agent.is_some_and(|agent| {
                view.party_at(agent).is_some() || self.is_body_under_arms(view, agent)
            });
        let lands = self.object_lands(view, object, !sold);
        let lands = if lands.is_empty() { self.measured_land(view, object)? } else { lands };
        let to = self.receiver(view, clause);
        let mut lands = lands;
        let tied = |land: &super::context::Found<seisin_core::RegionRef>| {
            crate::text::syntax::preposition(&view.tree, land.words.end.saturating_sub(1))
                .is_some_and(|case| matches!(case.as_str(), "from" | "to" | "by"))
        };
        lands.retain(|land| {
            to.as_ref().is_none_or(|to| to.words.start != land.words.start) && !tied(land)
        });
        if lands.is_empty() && matches!(sense.act, Act::Title(_)) {
            let counted = |land: &super::context::Found<seisin_core::RegionRef>| {
                view.quantities_in(land.words.clone()).next().is_some()
            };
            let land = self.land(view, object).filter(|land| !tied(land) && !counted(land));
            lands.extend(land);
        }
        let returned = ["over", "back", "up"]
            .iter()
            .any(|particle| super::pattern::has_particle(view, clause, particle))
            && lands.iter().any(|land| land.how == How::Named);
        if parties.is_empty() && (!clause.is_passive || to.is_none() && !returned) {
            return None;
        }
        let act = match sense.act {
            Act::Title(action) => Detail::Title(action),
            Act::Change(action) => Detail::Change(action),
            Act::None => return None,
        };
        if matches!(sense.act, Act::Title(TitleAction::Ceded)) && sense.weak && to.is_none() {
            return None;
        }
        let under_arms = clause.agent.is_some_and(|agent| self.is_body_under_arms(view, agent));
        let act = if under_arms && act == Detail::Title(TitleAction::Ceded) {
            Detail::Change(ChangeAction::Withdrew)
        } else {
            act
        };
        let gets = matches!(sense.act, Act::Change(_))
            && parties.is_empty()
            && to.as_ref().is_some_and(|to| self.is_under_arms(&to.value));
        if gets {
            return Some(Roles {
                parties: to.into_iter().collect(),
                lands,
                measured: vec![object],
                detail: Some(Detail::Change(ChangeAction::Seized)),
                ..Roles::default()
            });
        }
        Some(Roles {
            partyless: clause.is_passive,
            parties,
            counterparty: to.map(|to| to.value),
            lands,
            measured: vec![object],
            detail: Some(act),
        })
    }

    /// Whether a party is one that lists know as no state: land given to it changes hands, and no title does.
    pub(super) fn is_under_arms(&self, party: &PartyRef) -> bool {
        let known = self.vocabulary.parties.party(&party.id);
        let armed = |kind| matches!(kind, PartyKind::ArmedGroup | PartyKind::DeFactoAuthority);
        known.is_some_and(|party| armed(party.kind))
    }

    /// "Seceded in 1993", "broke away from Serbia".
    pub(super) fn seceding(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let agent = clause.agent?;
        let itself = |at: usize| matches!(view.tree.lower(at), "itself" | "themselves");
        let parts = self.lexicon.is_form(view.tree.lower(clause.verb), "separate");
        if parts && clause.patient.is_some_and(|object| object > clause.verb && !itself(object)) {
            return None;
        }
        let parties = self.agents(view, clause);
        let lands = self.lands(view, agent);
        let counterparty = clause.oblique(&["from"]).and_then(|at| self.party(view, at));
        (!parties.is_empty()).then(|| Roles {
            counterparty: counterparty.map(|party| party.value),
            lands: lands.into_iter().filter(|land| land.how != How::Phrase).collect(),
            parties,
            detail: Some(Detail::Title(TitleAction::Seceded)),
            ..Roles::default()
        })
    }

    pub(super) fn is_court(view: &View, clause: &Clause) -> bool {
        clause.agent.is_some_and(|at| {
            matches!(
                view.tree.lower(at),
                "court"
                    | "tribunal"
                    | "panel"
                    | "commission"
                    | "arbitrators"
                    | "arbitrator"
                    | "judges"
                    | "arbiter"
                    | "icj"
            )
        })
    }
}

/// Whether a noun names what declared itself a state.
fn is_new_state(noun: &str) -> bool {
    matches!(noun, "republic" | "state" | "independence" | "kingdom" | "emirate" | "statehood")
}

/// The noun right before the "which" of a verb’s clause, whatever the tree hangs the clause on.
fn before_relative(view: &View, verb: usize) -> Option<usize> {
    let tree = &view.tree;
    let which = (verb.saturating_sub(6)..verb).rev().find(|at| tree.lower(*at) == "which")?;
    let last = which.checked_sub(1)?;
    let last = if tree.lower(last) == "," { last.checked_sub(1)? } else { last };
    tree.tag(last).starts_with("NN").then_some(last)
}

/// Whether a word belongs to a date.
fn is_dated(view: &View, at: usize) -> bool {
    view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&at))
}
