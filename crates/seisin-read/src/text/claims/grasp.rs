//! Who takes, keeps or loses land, told by a verb and a noun for holding: "seized control of Sarn", "lost
//! its grip on Velk", "exercises authority over the islands".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::Pattern,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{ChangeAction, Detail, RegionRef};

/// Prepositions between a noun for holding and the land.
const OVER: [&str; 6] = ["of", "over", "on", "in", "upon", "across"];

impl Context<'_> {
    /// What a verb says of who holds the land that a noun for holding governs.
    pub(super) fn grasp(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let form = view.tree.lower(verb);
        let verbs = &self.lexicon.grasp;
        let grasps = [&verbs.take, &verbs.regain, &verbs.lose, &verbs.yield_up, &verbs.keep]
            .iter()
            .any(|list| self.lexicon.is_form_of(form, list));
        let grasps = grasps || self.lexicon.is_form(form, "give");
        if !grasps {
            return Vec::new();
        }
        let clause = Clause::of(&view.tree, verb);
        let Some(noun) = clause.patient.filter(|noun| self.is_of_holding(view, *noun)) else {
            return Vec::new();
        };
        let Some(detail) = self.grasped(view, verb, noun) else { return Vec::new() };
        let lands = self.lands_grasped(view, &clause, noun);
        let parties = self.agents(view, &clause);
        let told = self.told(view, &clause, quotes);
        if lands.is_empty() || told.refused.is_some() || parties.is_empty() {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &detail);
        let evidence = Self::evidence(view, &clause);
        let rule = format!("grasp/{}", view.tree.lower(verb));
        let quantity = self.amount(view, &[noun]);
        let base = Draft { quantity, dated, ..Draft::told(detail, told, evidence, rule) };
        let each = |party: &Found<seisin_core::PartyRef>| {
            let counterparty = self.opponent(view, &clause, Some(party), &base.detail);
            let party = party.clone();
            let base = Draft { party: Some(party), counterparty, ..base.clone() };
            lands.iter().map(move |land| Draft { region: Some(land.clone()), ..base.clone() })
        };
        parties.iter().flat_map(each).collect()
    }

    fn is_of_holding(&self, view: &View, noun: usize) -> bool {
        let form = view.tree.lower(noun);
        let holds =
            self.lexicon.nouns.get(form).is_some_and(|sense| sense.pattern == Pattern::Hold);
        let right = form == "sovereignty"
            && view.tree.head(noun).is_some_and(|verb| {
                self.lexicon.is_form_of(view.tree.lower(verb), &self.lexicon.grasp.regain)
            });
        holds || right || matches!(form, "charge" | "command" | "mastery" | "supremacy")
    }

    /// What a verb makes of a noun for holding.
    fn grasped(&self, view: &View, verb: usize, noun: usize) -> Option<Detail> {
        let form = view.tree.lower(verb);
        let verbs = &self.lexicon.grasp;
        let is = |list| self.lexicon.is_form_of(form, list);
        let up = (verb + 1..noun).any(|at| view.tree.lower(at) == "up");
        match () {
            () if is(&verbs.regain) => Some(Detail::Change(ChangeAction::Regained)),
            () if is(&verbs.take) => Some(Detail::Change(ChangeAction::Seized)),
            () if is(&verbs.lose) => Some(Detail::Change(ChangeAction::Lost)),
            () if is(&verbs.yield_up) || up && self.lexicon.is_form(form, "give") => {
                Some(Detail::Change(ChangeAction::Withdrew))
            }
            () if is(&verbs.keep) => Some(Detail::Holding),
            () => None,
        }
    }

    /// The land after "of", "over" or "on", below the noun or the verb.
    fn lands_grasped(&self, view: &View, clause: &Clause, noun: usize) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let over = |at: &usize| {
            preposition(tree, *at).is_some_and(|case| OVER.contains(&case.as_str())) && *at > noun
        };
        let dated =
            |at: &usize| view.times.iter().any(|time| tree.words_in(&time.range).contains(at));
        let own = tree.children_with(noun, &["nmod", "obl"]).find(over);
        let place = own.or_else(|| {
            tree.children_with(clause.verb, &["obl", "nmod"])
                .filter(|at| !dated(at))
                .find(|at| over(at) && *at < noun + 8)
        });
        let Some(place) = place else { return Vec::new() };
        let plain =
            |land: &Found<RegionRef>| land.how != How::Phrase || self.plain_land(view, place, land);
        self.lands(view, place).into_iter().filter(plain).collect()
    }
}
