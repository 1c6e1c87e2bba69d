//! Who is master of land: "Borland is lord of Sarn and Velk", "the militia made itself master of the
//! valley", "the general remains the ruler of the east".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{ChangeAction, Detail, RegionRef};

/// Verbs by which somebody comes to be what a noun names.
const BECOMING: [&str; 2] = ["become", "make"];

/// Verbs by which somebody goes on being it.
const BEING: [&str; 3] = ["remain", "stay", "be"];

impl Context<'_> {
    /// What a noun for whoever rules land says of its subject.
    pub(super) fn mastery(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        if !self.lexicon.masters.contains(tree.lower(at)) {
            return Vec::new();
        }
        let of: Vec<usize> = tree
            .children_with(at, &["nmod", "obl", "conj"])
            .filter(|child| preposition(tree, *child).is_some_and(|case| case == "of"))
            .collect();
        let Some((clause, subject, detail)) = self.ruled_by(view, at) else { return Vec::new() };
        let plain = |land: &Found<RegionRef>| {
            matches!(land.how, How::Named | How::Unlisted)
                || land.how == How::Referred && tree.tag(land.words.start) != "PRP"
        };
        let lands: Vec<_> = of.iter().flat_map(|of| self.lands(view, *of)).filter(plain).collect();
        let parties = self.parties(view, subject);
        let told = self.told(view, &clause, quotes);
        if parties.is_empty() || lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &detail);
        let rule = format!("mastery/{}", tree.lower(at));
        let quantity = of.first().and_then(|of| self.amount(view, &[*of]));
        let evidence = Self::evidence(view, &clause);
        let base = Draft { quantity, dated, ..Draft::told(detail, told, evidence, rule) };
        let each = |party| {
            let base = Draft { party: Some(party), ..base.clone() };
            lands.iter().map(move |land| Draft { region: Some(land.clone()), ..base.clone() })
        };
        parties.into_iter().flat_map(each).collect()
    }

    /// The clause that makes its subject what a noun names, and whether it is so or comes to be.
    fn ruled_by(&self, view: &View, at: usize) -> Option<(Clause, usize, Detail)> {
        let tree = &view.tree;
        if tree.child(at, &["cop"]).is_some() {
            let clause = Clause::of(tree, at);
            let subject = tree.child(at, &["nsubj"]).or(clause.agent)?;
            return Some((clause, subject, Detail::Holding));
        }
        let verb = tree.head(at).filter(|verb| tree.is_verb(*verb))?;
        let form = tree.lower(verb);
        let becomes = self.lexicon.is_form_of_any(form, &BECOMING);
        if !becomes && !self.lexicon.is_form_of_any(form, &BEING) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let itself = tree.children_with(verb, &["obj", "iobj"]).any(|object| {
            matches!(tree.lower(object), "itself" | "themselves" | "himself" | "herself")
        });
        if self.lexicon.is_form(form, "make") && !itself {
            return None;
        }
        let subject = clause.agent.filter(|subject| *subject != at)?;
        let detail = if becomes { Detail::Change(ChangeAction::Seized) } else { Detail::Holding };
        Some((clause, subject, detail))
    }
}
