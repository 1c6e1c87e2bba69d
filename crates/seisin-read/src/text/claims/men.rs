//! Whose forces a phrase without a name of its own means, by whom they follow or who orders them.

use super::{
    context::{Context, Found},
    view::View,
    who::core,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::PartyRef;

impl Context<'_> {
    /// "Followers of Velk the Elder", "the men of General Sarn": forces under a name that no list knows.
    pub(super) fn men_of(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let armed = self.lexicon.forces.contains(tree.lower(at))
            || self.lexicon.groups.contains(tree.lower(at));
        if let Some(side) = self.side_of_followers(view, at).filter(|_| armed) {
            return Some(side);
        }
        let of = tree.children_with(at, &["nmod"]).find(|child| {
            preposition(tree, *child).as_deref() == Some("of")
                && tree.tag(*child).starts_with("NNP")
                && view.place_at(*child).is_none()
        })?;
        let dated = crate::text::lexeme::names_day_or_month(tree.lower(of));
        (armed && !dated).then(|| self.unlisted(view, core(view, of)))
    }

    /// Whose forces a phrase without a name means where somebody orders or sends them: "he ordered units to
    /// leave Sarn".
    pub(super) fn in_command(&self, view: &View, at: usize) -> Option<PartyRef> {
        const COMMANDING: [&str; 4] = ["order", "instruct", "deploy", "send"];
        let tree = &view.tree;
        let verb = tree.head(at).filter(|verb| *verb < at && tree.is_verb(*verb))?;
        let bare = self.lexicon.forces.contains(tree.lower(at))
            && tree.child(at, &["det", "nmod:poss", "nmod"]).is_none();
        let commands = self.lexicon.is_form_of_any(tree.lower(verb), &COMMANDING);
        let clause = Clause::of(tree, verb);
        let subject = clause.agent.filter(|subject| *subject != at && !clause.is_passive)?;
        (bare && commands).then(|| self.party(view, subject)).flatten().map(|who| who.value)
    }

    /// "Forces loyal to the government of Velk", "militias allied with Arland".
    fn side_of_followers(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let loyal = tree.children_with(at, &["amod", "acl"]).find(|child| {
            *child > at
                && matches!(
                    tree.lower(*child),
                    "loyal" | "faithful" | "allied" | "aligned" | "answerable" | "subordinate"
                )
        })?;
        let to = tree.children_with(loyal, &["nmod", "obl"]).find(|child| {
            preposition(tree, *child).is_some_and(|case| matches!(case.as_str(), "to" | "with"))
        })?;
        self.party(view, to)
    }
}
