//! Attacks, and those who attack, beaten off: "repelled an assault on Sarn", "threw the rebels back from
//! Velk", "two attempts to land on the island failed".

use super::{
    context::{Context, Found, How},
    lexicon::Sense,
    pattern::Roles,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef};

/// Prepositions before the land that an attack is on.
const AIMS: [&str; 8] = ["on", "at", "in", "against", "near", "towards", "around", "outside"];

/// Prepositions before the land from which those who attack are thrown back.
const WHENCE: [&str; 9] =
    ["from", "out of", "at", "near", "on", "outside", "back from", "away from", "in"];

impl Context<'_> {
    /// An attack, or who attacks, beaten off.
    pub(super) fn repelling(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let fails = self.lexicon.is_form(view.tree.lower(clause.verb), "fail");
        let object = if fails { clause.agent? } else { clause.patient? };
        let attack = self.lexicon.attacks.contains(view.tree.lower(object));
        let people = !sense.weak && self.is_body_under_arms(view, object);
        if !attack && !people {
            return None;
        }
        let known = |who: &Found<PartyRef>| who.how != How::Phrase;
        let attacker = if attack {
            self.attacker(view, object)
        } else {
            self.party(view, object).filter(known).map(|who| who.value)
        };
        let mut lands = if attack {
            self.attacked(view, clause, object)
        } else {
            self.lands_reached(view, clause.verb, &WHENCE)
        };
        let parties = if fails { Vec::new() } else { self.agents(view, clause) };
        if lands.is_empty() {
            lands = self.attacked_before(view, clause);
        }
        if lands.is_empty() && !(clause.is_passive && parties.is_empty()) && !fails {
            lands.extend(self.spoken_of(view, clause.verb));
        }
        let itself = attacker
            .as_ref()
            .is_some_and(|attacker| parties.iter().any(|party| party.value.id == attacker.id));
        (!itself).then(|| Roles {
            partyless: (clause.is_passive || fails) && !lands.is_empty(),
            parties,
            counterparty: attacker,
            lands,
            measured: vec![object],
            detail: Some(Detail::Change(ChangeAction::Repelled)),
        })
    }

    /// "Attacked Sarn but were beaten off": the land of the attack that the clause before tells.
    fn attacked_before(&self, view: &View, clause: &Clause) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let linked = matches!(tree.label(clause.verb), "conj" | "advcl" | "ccomp" | "parataxis");
        let attack = tree.head(clause.verb).filter(|attack| {
            linked
                && *attack < clause.verb
                && self.lexicon.is_form_of(tree.lower(*attack), &self.lexicon.attacking)
        });
        let on = attack.and_then(|attack| {
            let attack = Clause::of(tree, attack);
            attack.patient.or_else(|| attack.oblique(&["on", "at", "into"]))
        });
        on.map(|on| self.object_lands(view, on, false)).unwrap_or_default()
    }

    /// Whose an attack is.
    fn attacker(&self, view: &View, attack: usize) -> Option<PartyRef> {
        let whose = |start: usize| {
            start <= attack
                || (start.saturating_sub(3)..start).any(|at| view.tree.lower(at) == "by")
        };
        let named = view.parties_below(attack).into_iter().find(|name| whose(name.words.start));
        let named = named.map(|name| self.named_party(view, name));
        named.or_else(|| {
            let groups = &self.lexicon.groups;
            let tree = &view.tree;
            let word = super::who::core(view, attack).find(|at| groups.contains(tree.lower(*at)));
            word.and_then(|word| self.party(view, word)).map(|party| party.value)
        })
    }

    /// The land that an attack is on, or that an attempt is to reach.
    fn attacked(&self, view: &View, clause: &Clause, attack: usize) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let aim =
            |at: &usize| preposition(tree, *at).is_some_and(|case| AIMS.contains(&case.as_str()));
        let attempted = tree.child(attack, &["acl"]).filter(|verb| tree.is_verb(*verb));
        if let Some(verb) = attempted {
            return self.land_attempted(view, verb);
        }
        let on = tree.children_with(attack, &["nmod"]).find(aim);
        let on = on.or_else(|| clause.oblique(&["on", "at", "in", "near", "against"]));
        let mut lands = on.map(|at| self.object_lands(view, at, false)).unwrap_or_default();
        if lands.is_empty() {
            lands =
                self.lands_reached(view, attack.min(clause.verb), &["on", "at", "against", "near"]);
        }
        lands
    }

    /// The land that an attempt is to enter, cross or land on.
    fn land_attempted(&self, view: &View, verb: usize) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let reach = Clause::of(tree, verb);
        let target = reach
            .patient
            .or_else(|| reach.oblique(&["on", "at", "into", "in", "to", "across", "onto"]));
        let named = |at: usize| tree.tag(at).starts_with("NNP");
        target
            .filter(|at| named(*at) || self.lexicon.land.contains(tree.lower(*at)))
            .map(|at| self.object_lands(view, at, !named(at)))
            .unwrap_or_default()
    }
}
