//! What a war, an offensive or a treaty gives to one side or costs another: "the offensive gave Borland the
//! whole shore", "the war cost Arland its coast".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    title::{noun_after, noun_before},
    view::View,
};
use crate::text::{quantity::MentionKind, syntax::Clause};
use seisin_core::{ChangeAction, Detail, Modality, PartyRef, RegionRef};

/// How many words after the verb the land may begin.
const FAR: usize = 12;

impl Context<'_> {
    /// What something that happened gives to a party or costs it.
    pub(super) fn outcome(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let action = match () {
            () if Self::costs(view, at) => ChangeAction::Lost,
            () if self.gives_by_event(view, at) => ChangeAction::Seized,
            () => return Vec::new(),
        };
        let Some(party) = self.party_right_after(view, at + 1) else { return Vec::new() };
        let from = party.words.end;
        let Some((noun, lands)) = self.land_right_after(view, from) else { return Vec::new() };
        let mut clause = Clause::of(&view.tree, at);
        clause.negation = None;
        let told = self.told(view, &Clause::of(&view.tree, at), quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        let would = matches!(
            told.modality,
            Modality::Planned | Modality::Hypothetical | Modality::Possible
        );
        let gains = action == ChangeAction::Seized;
        let detail = if would && gains { Detail::Holding } else { Detail::Change(action) };
        let quantity = view
            .quantities_in(from..noun + 1)
            .chain(view.quantities_in(noun..noun + 2))
            .find(|mention| self.measures_land(mention))
            .cloned();
        let mut lands = lands;
        self.contain(view, &clause, &mut lands, quantity.as_ref());
        let evidence = words_of_outcome(view, at, noun, &lands);
        let base = Draft {
            dated: self.time_of(view, &clause, &told, &detail),
            counterparty: self.opponent(view, &clause, Some(&party), &detail),
            party: Some(party),
            quantity,
            ..Draft::told(detail, told, evidence, format!("outcome/{}", view.tree.lower(at)))
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    fn measures_land(&self, mention: &crate::text::quantity::QuantityMention) -> bool {
        match mention.kind {
            MentionKind::Area | MentionKind::Share => true,
            MentionKind::Count => self.counts_land(mention),
            _ => false,
        }
    }

    /// Whether a word is "cost" with a party and land after it, whatever the tree takes it for.
    pub(super) fn costs(view: &View, at: usize) -> bool {
        matches!(view.tree.lower(at), "cost" | "costs" | "costing")
    }

    /// Whether a verb of giving has an event for its subject.
    fn gives_by_event(&self, view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let gives = ["give", "hand", "bring", "win", "earn", "net", "secure", "yield", "leave"];
        if !self.is_one_of(view, at, &gives) {
            return false;
        }
        let clause = Clause::of(tree, at);
        let subject = clause.agent.or_else(|| noun_before(view, at)).filter(|_| !clause.is_passive);
        subject.is_some_and(|noun| {
            let form = tree.lower(noun);
            self.lexicon.outcomes.contains(form)
                || self
                    .lexicon
                    .nouns
                    .get(form)
                    .is_some_and(|sense| matches!(sense.act, super::lexicon::Act::Change(_)))
        })
    }

    /// The party named, or meant, by the words that begin at a place.
    pub(super) fn party_right_after(&self, view: &View, from: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let first = from + usize::from(tree.tag(from) == "DT");
        if let Some(name) = view.party_at(first) {
            let value = self.named_party(view, name);
            let body = name.words.end;
            let noun = tree.lower(body);
            let more =
                self.lexicon.forces.contains(noun) || self.lexicon.governments.contains(noun);
            let words = name.words.start..body + usize::from(more);
            return Some(Found { value, words, how: How::Named });
        }
        let noun = tree.lower(first);
        let known = matches!(noun, "it" | "them" | "him" | "us")
            || self.lexicon.forces.contains(noun)
            || self.lexicon.groups.contains(noun)
            || self.lexicon.governments.contains(noun);
        let country = matches!(noun, "country" | "nation");
        if country && first > from {
            let value = self.home.clone()?;
            return Some(Found { value, words: first..first + 1, how: How::Referred });
        }
        self.party(view, first)
            .filter(|party| known && party.how != How::Phrase)
            .map(|party| Found { words: first..first + 1, ..party })
    }

    /// The land in the phrase that begins at a place, and its main noun.
    fn land_right_after(&self, view: &View, from: usize) -> Option<(usize, Vec<Found<RegionRef>>)> {
        let noun = noun_after(view, from).filter(|noun| *noun < from + FAR)?;
        let bare = (from..noun).all(|at| {
            matches!(
                view.tree.tag(at),
                "DT" | "JJ" | "JJR" | "RB" | "RBR" | "CD" | "NN" | "NNP" | "PRP$" | "IN" | "POS"
            )
        });
        let lands = self.lands_after(view, from, FAR);
        let measured =
            view.quantities_in(from..noun + 2).any(|mention| self.measures_land(mention));
        let lands = if lands.is_empty() && measured {
            self.spoken_of(view, noun).into_iter().collect()
        } else {
            lands
        };
        let of = (noun.saturating_sub(2)..noun + 3).find(|at| view.tree.lower(*at) == "of");
        let whole = of.and_then(|of| noun_after(view, of + 1));
        let of_land = |at: usize| {
            self.lexicon.land.contains(view.tree.lower(at))
                || view.place_at(at).is_some()
                || view.tree.tag(at).starts_with("NNP")
        };
        if view.tree.lower(noun) == "place" || whole.is_some_and(|whole| !of_land(whole)) {
            return None;
        }
        let named = lands.iter().any(|land| land.how == How::Named);
        let relative = matches!(view.tree.lower(from.saturating_sub(3)), "which" | "that");
        let plain =
            measured || named || !relative && self.lexicon.land.contains(view.tree.lower(noun));
        (bare && plain && !lands.is_empty()).then_some((noun, lands))
    }
}

/// The words of an outcome: its clause up to the land.
fn words_of_outcome(
    view: &View,
    verb: usize,
    noun: usize,
    lands: &[Found<RegionRef>],
) -> std::ops::Range<usize> {
    let last = lands.iter().map(|land| land.words.end).max().unwrap_or(noun + 1);
    let words = super::title::clause_words(view, verb, noun + 1);
    view.tree.range(words.start..words.end.max(last).max(noun + 1))
}
