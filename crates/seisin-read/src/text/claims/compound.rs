//! Who holds land, told by a word joined by a hyphen: "the Borland-held town of Sarn", "half of the
//! valley is rebel-controlled".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{Detail, PartyRef, RegionRef};

impl Context<'_> {
    /// What a compound of a party and a participle of holding says.
    pub(super) fn held_by_compound(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let Some((owner, held)) = tree.lower(at).rsplit_once('-') else { return Vec::new() };
        if !self.lexicon.held.contains(held) {
            return Vec::new();
        }
        let Some(holder) = self.compound_holder(view, at, owner) else { return Vec::new() };
        let predicate = tree
            .child(at, &["cop", "aux:pass"])
            .and_then(|_| tree.child(at, &["nsubj", "nsubj:pass"]));
        let beside = || tree.head(at).filter(|head| *head > at && tree.is_nominal(*head));
        let Some(land) = predicate.or_else(beside) else { return Vec::new() };
        let beside_noun = |start: usize| {
            let between = land.min(start)..start;
            (at + 1..=land + 3).contains(&start)
                && between
                    .clone()
                    .all(|word| !matches!(tree.lower(word), "but" | "and" | "," | "not"))
        };
        let named = |found: &Found<RegionRef>| {
            view.places.iter().any(|name| {
                beside_noun(name.words.start) && found.words.contains(&name.words.start)
            })
        };
        let known = |land: &Found<RegionRef>| {
            land.how == How::Named && named(land)
                || predicate.is_some() && land.how != How::Unlisted
        };
        let lands: Vec<_> = match predicate {
            Some(_) => self.lands(view, land),
            None => self.land(view, land).into_iter().collect(),
        };
        let lands: Vec<_> = lands.into_iter().filter(known).collect();
        let governor = std::iter::successors(Some(at), |at| tree.head(*at)).take(6).find(|at| {
            tree.is_verb(*at) && !tree.lower(*at).contains('-') || predicate == Some(*at)
        });
        let anchor = if predicate.is_some() { at } else { governor.unwrap_or(at) };
        let clause = Clause::of(tree, anchor);
        let mut told = self.told(view, &clause, quotes);
        if lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        if predicate.is_none() {
            told.polarity = seisin_core::Polarity::Affirmed;
            told.modality = told.modality.min(seisin_core::Modality::Reported);
        }
        let words = super::who::core(view, land);
        let end = lands.iter().map(|land| land.words.end).max().unwrap_or(words.end);
        let evidence = match predicate {
            Some(_) => Self::evidence(view, &clause),
            None => tree.range(words.start..end.max(words.end)),
        };
        let base = Draft {
            party: Some(holder),
            quantity: self.amount(view, &[land]),
            dated: self.time_of(view, &clause, &told, &Detail::Holding),
            ..Draft::told(Detail::Holding, told, evidence, format!("compound/{held}"))
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// The party before the hyphen: its name, or a noun for its people.
    pub(super) fn compound_holder(
        &self,
        view: &View,
        at: usize,
        owner: &str,
    ) -> Option<Found<PartyRef>> {
        let words = at..at + 1;
        if let Some(name) = view.party_at(at) {
            let value = self.named_party(view, name);
            return Some(Found { value, words, how: How::Named });
        }
        let state = self.lexicon.governments.contains(owner) || self.lexicon.forces.contains(owner);
        let place = Self::place(view, at);
        let side = if state { super::memory::Side::State } else { super::memory::Side::Group };
        let group = self.lexicon.groups.contains(owner) || owner == "opposition";
        let known = (state || group).then(|| self.memory.commonest(side, place).cloned()).flatten();
        if let Some(value) = known.or_else(|| self.home.clone().filter(|_| state)) {
            return Some(Found { value, words, how: How::Referred });
        }
        let value = super::context::unlisted_party(owner);
        (state || group).then_some(Found { value, words, how: How::Phrase })
    }
}
