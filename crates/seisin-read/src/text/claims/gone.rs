//! Forces that are gone: "the last soldiers were gone from Sarn by May", "will be out of Velk by the 3rd".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{ChangeAction, Detail, RegionRef};

impl Context<'_> {
    /// What "gone", "away" and "out" after a form of "be" say of forces.
    pub(super) fn gone(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let is = tree.child(at, &["cop", "aux:pass"]).is_some_and(|be| {
            matches!(tree.lower(be), "is" | "are" | "was" | "were" | "be" | "been")
        });
        if !is || !matches!(tree.lower(at), "gone" | "away" | "out") {
            return Vec::new();
        }
        let clause = Clause::of(tree, at);
        let Some(subject) = clause.agent.or(clause.patient).filter(|noun| *noun < at) else {
            return Vec::new();
        };
        if !self.is_body_under_arms(view, subject) {
            return Vec::new();
        }
        let parties = self.parties(view, subject);
        let told = self.told(view, &clause, quotes);
        if parties.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let detail = Detail::Change(ChangeAction::Withdrew);
        let dated = self.time_of(view, &clause, &told, &detail);
        let Some(land) = self.left_behind_by(view, at) else { return Vec::new() };
        let evidence = Self::evidence(view, &clause);
        let rule = format!("gone/{}", tree.lower(at));
        let base = Draft { region: Some(land), dated, ..Draft::told(detail, told, evidence, rule) };
        let each = |party| Draft { party: Some(party), ..base.clone() };
        parties.into_iter().map(each).collect()
    }

    /// The land after "from" or "of", else the one spoken of last.
    fn left_behind_by(&self, view: &View, at: usize) -> Option<Found<RegionRef>> {
        let from = view.tree.children_with(at, &["obl", "nmod"]).find(|noun| {
            preposition(&view.tree, *noun)
                .is_some_and(|case| matches!(case.as_str(), "from" | "of" | "out of"))
        });
        let named = from.and_then(|from| self.lands(view, from).into_iter().next());
        named.filter(|land| land.how != How::Phrase).or_else(|| self.spoken_of(view, at))
    }
}
