//! Nouns that say who holds or takes land: "under Borland’s control", "declared the annexation of".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern},
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, preposition},
};
use seisin_core::{Detail, RegionRef};

/// Verbs that carry out or announce what their noun names.
pub(super) const CARRIERS: [&str; 9] =
    ["declare", "announce", "proclaim", "complete", "make", "finish", "begin", "order", "start"];

impl Context<'_> {
    /// Every claim that a word makes.
    pub(crate) fn word_claims(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
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
            return drafts;
        }
        let mut drafts = self.held_by_noun(view, at, quotes);
        if drafts.is_empty() {
            drafts = self.whose_it_is(view, at, quotes);
        }
        if drafts.is_empty() {
            drafts = self.event_by_noun(view, at, quotes);
        }
        drafts
    }

    /// "Declared the annexation of four provinces", "completed its withdrawal".
    fn carried(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        if !CARRIERS.iter().any(|carrier| self.lexicon.is_form(tree.lower(verb), carrier)) {
            return Vec::new();
        }
        let clause = Clause::of(tree, verb);
        let Some(object) = clause.patient else { return Vec::new() };
        if Self::is_independence(view, object) {
            return self.declared_apart(view, &clause, object, quotes);
        }
        let Some(sense) = self.lexicon.nouns.get(tree.lower(object)).copied() else {
            return Vec::new();
        };
        let Some(party) = clause.agent.and_then(|agent| self.party(view, agent)) else {
            return Vec::new();
        };
        let detail = match sense.act {
            Act::Change(action) => Detail::Change(action),
            Act::Title(action) => Detail::Title(action),
            Act::None => return Vec::new(),
        };
        let place = tree.children_with(object, &["nmod"]).find(|child| {
            preposition(tree, *child)
                .is_some_and(|case| matches!(case.as_str(), "of" | "from" | "over"))
        });
        let dated =
            |at: &usize| view.times.iter().any(|time| tree.words_in(&time.range).contains(at));
        let place =
            place.or_else(|| clause.oblique(&["of", "from", "over"])).filter(|place| !dated(place));
        let lands = match place {
            Some(place) => self.lands(view, place),
            None if sense.pattern == Pattern::Withdraw => {
                self.last_land(view, verb).into_iter().collect()
            }
            None => Vec::new(),
        };
        let told = self.told(view, &clause, quotes);
        if lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &detail);
        let quantity = place.and_then(|place| {
            view.quantities_in(tree.branch(place))
                .find(|mention| {
                    matches!(
                        mention.kind,
                        MentionKind::Area | MentionKind::Share | MentionKind::Count
                    )
                })
                .cloned()
        });
        let rule = format!("{:?}/{}", sense.pattern, tree.lower(object)).to_lowercase();
        lands
            .into_iter()
            .map(|land| Draft {
                detail: detail.clone(),
                party: Some(party.clone()),
                counterparty: None,
                region: Some(land),
                quantity: quantity.clone(),
                dated: dated.clone(),
                told: told.clone(),
                evidence: Self::evidence(view, &clause),
                finite: true,
                party_range: None,
                region_range: None,
                speaker_range: None,
                rule: rule.clone(),
            })
            .collect()
    }

    fn is_independence(view: &View, object: usize) -> bool {
        let tree = &view.tree;
        tree.lower(object) == "independence"
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
            detail,
            party: Some(party),
            counterparty: from.and_then(|from| self.party(view, from)).map(|party| party.value),
            region,
            quantity: None,
            told,
            evidence: Self::evidence(view, clause),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: "secede/independence".to_owned(),
        }]
    }

    pub(crate) fn last_land(&self, view: &View, word: usize) -> Option<Found<RegionRef>> {
        let region = self.memory.lands.meant(Self::place(view, word), |_| true)?;
        Some(Found { value: region.clone(), words: word..word + 1, how: How::Referred })
    }
}
