//! Terms set out as a list: "The mediators’ terms:" with its points or numbers under it.

use super::super::{context::Context, view::View};
use seisin_core::PartyRef;

/// A list of terms that is being read.
#[derive(Debug, Clone)]
pub(crate) struct PlanList {
    /// The sentence that belongs to it last.
    pub(super) sentence: usize,
    /// Whose terms they are.
    pub(super) owner: Option<PartyRef>,
}

/// Nouns that a list of terms is announced by, besides those for a plan.
const POINTS: [&str; 8] =
    ["points", "terms", "conditions", "demands", "elements", "provisions", "clauses", "articles"];

impl Context<'_> {
    /// Whether a sentence is an item of a list of terms.
    pub(super) fn is_in_plan_list(&self, view: &View) -> bool {
        self.plan_list.as_ref().is_some_and(|list| {
            view.index == list.sentence
                || view.index == list.sentence + 1
                    && (is_item(view) || self.after_opening(view, list))
        })
    }

    /// The first item may stand on the line that announces the list, after its number.
    fn after_opening(&self, view: &View, list: &PlanList) -> bool {
        let start = view.range.start;
        let before = self.prepared.text.get(..start).unwrap_or_default().trim_end();
        list.sentence + 1 == view.index && before.ends_with(['.', ')', ':']) && {
            let number = before.trim_end_matches(['.', ')']);
            number.ends_with(|c: char| c.is_ascii_digit())
        }
    }

    /// Whose list of terms a sentence is an item of.
    pub(super) fn owner_of_list(&self, view: &View) -> Option<PartyRef> {
        let list = self.plan_list.as_ref().filter(|_| self.is_in_plan_list(view))?;
        list.owner.clone()
    }

    /// Keeps the list of terms that a sentence announces or goes on with.
    pub(super) fn note_plan_list(&mut self, view: &View) {
        let tree = &view.tree;
        let colon = (0..tree.len()).rev().find(|at| tree.lower(*at) == ":");
        let last = colon.filter(|colon| colon + 4 > tree.len());
        let noun = last.and_then(|colon| {
            (0..colon)
                .rev()
                .find(|at| self.names_plan(view, *at) || POINTS.contains(&tree.lower(*at)))
        });
        if noun.is_some() {
            let owner = (0..tree.len())
                .filter(|at| self.names_plan(view, *at) || POINTS.contains(&tree.lower(*at)))
                .find_map(|at| {
                    self.owner_of_plan(view, at)
                        .or_else(|| self.layer_of_plan(view, at).map(|layer| layer.value))
                })
                .or_else(|| self.plan_named(view).and_then(|plan| plan.owner.clone()));
            self.plan_list = Some(PlanList { sentence: view.index, owner });
        } else if self.is_in_plan_list(view) || is_number(view) && self.is_next_to_list(view) {
            if let Some(list) = &mut self.plan_list {
                list.sentence = view.index;
            }
        } else {
            self.plan_list = None;
        }
    }

    fn is_next_to_list(&self, view: &View) -> bool {
        self.plan_list.as_ref().is_some_and(|list| view.index == list.sentence + 1)
    }
}

/// Whether a sentence begins as an item of a list does: "- ", "• ", "(a)", "2)", "3.".
fn is_item(view: &View) -> bool {
    let tree = &view.tree;
    let bullet = matches!(tree.lower(0), "-" | "–" | "—" | "•" | "*" | "·" | "▪" | "◦");
    let counted = |at: usize| {
        let word = tree.lower(at);
        let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_lowercase());
        (letter || word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "ii" | "iii" | "iv"))
            && !word.is_empty()
    };
    bullet
        || tree.lower(0) == "(" && counted(1) && tree.lower(2) == ")"
        || counted(0) && matches!(tree.lower(1), ")" | ".")
}

/// Whether a sentence is nothing but the number of the item after it.
fn is_number(view: &View) -> bool {
    view.tree.len() <= 3 && is_item(view)
}
