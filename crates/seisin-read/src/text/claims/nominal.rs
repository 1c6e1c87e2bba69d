//! Nouns that say who holds or takes land: "under Borland’s control", "declared the annexation of".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{Detail, RegionRef};

impl Context<'_> {
    /// Every claim that a word makes.
    pub(crate) fn word_claims(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let extent = self.extent(view, at, quotes);
        if !extent.is_empty() {
            return extent;
        }
        let outcome = self.outcome(view, at, quotes);
        if !outcome.is_empty() {
            return outcome;
        }
        let gone = self.gone(view, at, quotes);
        if !gone.is_empty() {
            return gone;
        }
        if tree.is_verb(at) || (tree.tag(at) == "JJ" && tree.lower(at).ends_with("ed")) {
            let mut drafts = self.casualties(view, at, quotes);
            if drafts.is_empty() {
                drafts = self.residual(view, at, quotes);
            }
            if drafts.is_empty() {
                drafts = self.verb_claims(view, at, quotes);
            }
            if drafts.is_empty() {
                drafts = self.carried(view, at, quotes);
            }
            if drafts.is_empty() {
                drafts = self.grasp(view, at, quotes);
            }
            if drafts.is_empty() {
                drafts = self.presence(view, at, quotes);
            }
            if drafts.is_empty() {
                drafts = self.held_by_compound(view, at, quotes);
            }
            return drafts;
        }
        let mut drafts = self.held_by_noun(view, at, quotes);
        if drafts.is_empty() {
            drafts = self.held_by_compound(view, at, quotes);
        }
        if drafts.is_empty() {
            drafts = self.mastery(view, at, quotes);
        }
        if drafts.is_empty() {
            drafts = self.possession(view, at, quotes);
        }
        if drafts.is_empty() && self.lexicon.presence.contains(tree.lower(at)) {
            drafts = self.presence(view, at, quotes);
        }
        if drafts.is_empty() {
            drafts = self.whose_it_is(view, at, quotes);
        }
        if drafts.is_empty() {
            drafts = self.event_by_noun(view, at, quotes);
        }
        drafts
    }

    /// "Declared independence": where the noun says it, whatever the verb.
    fn carried(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let form = tree.lower(verb);
        let events = &self.lexicon.events;
        let declares = self.lexicon.is_form_of(form, &events.announce)
            || self.lexicon.is_form_of(form, &events.carry_out);
        let clause = declares.then(|| Clause::of(tree, verb));
        let Some((clause, object)) = clause.and_then(|clause| {
            let object = clause.patient.filter(|object| Self::is_independence(view, *object))?;
            Some((clause, object))
        }) else {
            return Vec::new();
        };
        self.declared_apart(view, &clause, object, quotes)
    }

    fn is_independence(view: &View, object: usize) -> bool {
        let tree = &view.tree;
        matches!(tree.lower(object), "independence" | "secession" | "statehood")
            || (matches!(tree.lower(object), "republic" | "state")
                && tree.children(object).iter().any(|child| tree.lower(*child) == "independent"))
    }

    /// "Declared independence from Somalia", "the independence of Azawad, proclaimed by the MNLA".
    fn declared_apart(
        &self,
        view: &View,
        clause: &Clause,
        object: usize,
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let tree = &view.tree;
        let told = self.told(view, clause, quotes);
        let agent = clause.agent.filter(|agent| *agent != object);
        let Some(party) = agent.and_then(|agent| self.party(view, agent)) else {
            return Vec::new();
        };
        if told.refused.is_some() {
            return Vec::new();
        }
        let of = tree
            .children_with(object, &["nmod", "nmod:poss"])
            .find(|child| preposition(tree, *child).is_none_or(|case| case == "of"));
        let region = of
            .and_then(|of| self.land(view, of))
            .or_else(|| {
                agent
                    .and_then(|agent| self.land(view, agent))
                    .filter(|land| land.how != How::Phrase)
            })
            .or_else(|| self.last_land(view, clause.verb));
        let detail = Detail::Title(seisin_core::TitleAction::Seceded);
        let from = clause.oblique(&["from"]).or_else(|| {
            tree.children_with(object, &["nmod"])
                .find(|child| preposition(tree, *child).as_deref() == Some("from"))
        });
        vec![Draft {
            dated: self.time_of(view, clause, &told, &detail),
            party: Some(party),
            counterparty: from.and_then(|from| self.party(view, from)).map(|party| party.value),
            region,
            ..Draft::told(
                detail,
                told,
                Self::evidence(view, clause),
                "secede/independence".to_owned(),
            )
        }]
    }

    pub(crate) fn last_land(&self, view: &View, word: usize) -> Option<Found<RegionRef>> {
        let region = self.memory.lands.meant(Self::place(view, word), |_| true)?;
        Some(Found { value: region.clone(), words: word..word + 1, how: How::Referred })
    }
}
