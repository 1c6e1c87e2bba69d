//! Land that one side gives up to several, each told with its own: "lost Sarn to Borland and most of Velk to
//! Carland".

use super::{
    context::{Context, Found, How, unlisted_region},
    draft::Draft,
    lexicon::Pattern,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{PartyRef, RegionRef};
use std::ops::Range;

/// One of several to whom land goes: the words that tell which land, and whom.
struct Leg {
    words: Range<usize>,
    to: PartyRef,
}

impl Context<'_> {
    /// Gives each of several lands the one it goes to, and adds the lands that the verb’s object leaves out.
    pub(super) fn share_out(
        &self,
        view: &View,
        (clause, pattern): (&Clause, Pattern),
        drafts: &mut Vec<Draft>,
    ) {
        if !matches!(pattern, Pattern::Give | Pattern::Cede | Pattern::Lose) {
            return;
        }
        let legs = self.legs(view, clause);
        let Some(first) = drafts.first().cloned().filter(|_| legs.len() > 1) else { return };
        for leg in legs {
            let own = |draft: &&mut Draft| {
                draft.region.as_ref().is_some_and(|land| leg.words.contains(&land.words.start))
            };
            let mut told = false;
            for draft in drafts.iter_mut().filter(own) {
                draft.counterparty = Some(leg.to.clone());
                told = true;
            }
            let Some(land) = self.land_of_leg(view, &leg.words).filter(|_| !told) else { continue };
            drafts.push(Draft {
                region: Some(land),
                counterparty: Some(leg.to),
                quantity: None,
                evidence: view.tree.range(leg.words),
                rule: format!("{}+besides", first.rule),
                ..first.clone()
            });
        }
    }

    /// Each "… to Borland" after a verb, where "and" or a comma parts them.
    fn legs(&self, view: &View, clause: &Clause) -> Vec<Leg> {
        let tree = &view.tree;
        let mut legs: Vec<Leg> = Vec::new();
        let mut start = 0;
        for to in (clause.verb + 1..tree.len())
            .take_while(|at| {
                !matches!(tree.lower(*at), ";" | ".")
                    && !matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP" | "MD")
            })
            .filter(|at| tree.lower(*at) == "to")
        {
            let near = to + 1..to + 4;
            let name = view.parties.iter().find(|name| near.contains(&name.words.start));
            let parted = legs.is_empty() || matches!(tree.lower(start), "and" | ",");
            let Some(name) = name.filter(|_| parted) else { return legs };
            let first = (start..to).find(|at| !matches!(tree.lower(*at), "and" | ","));
            legs.push(Leg { words: first.unwrap_or(start)..to, to: self.named_party(view, name) });
            start = name.words.end;
        }
        legs
    }

    /// The land named in some words.
    pub(super) fn land_of_leg(
        &self,
        view: &View,
        words: &Range<usize>,
    ) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let place = view.places.iter().find(|name| words.contains(&name.words.start));
        if let Some(name) = place {
            return Some(self.named_land(view, name, name.words.clone()));
        }
        let proper = |at: &usize| tree.tag(*at).starts_with("NNP");
        let start = words.clone().find(proper)?;
        let end = (start..words.end).find(|at| !proper(at)).unwrap_or(words.end);
        let mention = self.text(view, start..end);
        let value = unlisted_region(mention.clone(), mention);
        Some(Found { value, words: start..end, how: How::Unlisted })
    }
}
