//! Who holds how many of what was counted before: "Arland holds nine, Borland seven and Velk one."

use super::{
    context::{Context, Found, How},
    draft::Draft,
    gapping::fill,
    lexicon::Pattern,
    quotes::Quote,
    view::{PartyName, View},
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
};
use seisin_core::{Detail, RegionRef, Unit};

/// What was counted last, and where.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    sentence: usize,
    mention: QuantityMention,
    region: RegionRef,
}

impl Context<'_> {
    /// Keeps what a claim counts.
    pub(super) fn note_counted(&mut self, view: &View, draft: &Draft) {
        let counts = draft.quantity.as_ref().filter(|mention| self.counts_land(mention));
        let region = draft.region.as_ref().filter(|_| draft.detail == Detail::Holding);
        if let (Some(mention), Some(region)) = (counts, region) {
            let (mention, region) = (mention.clone(), region.value.clone());
            self.counted = Some(Counted { sentence: view.index, mention, region });
        }
    }

    /// Keeps the lands that a sentence tells of in the plural: "features", "villages".
    pub(super) fn note_plural(&mut self, view: &View) {
        let tree = &view.tree;
        let land = |at: &usize| {
            tree.tag(*at) == "NNS"
                && self.lexicon.land.contains(tree.lower(*at))
                && !self.lexicon.partitive.contains(tree.lower(*at))
        };
        if let Some(noun) = (0..tree.len()).find(land) {
            self.plural = Some((view.index, tree.lower(noun).to_owned()));
        }
    }

    /// A bare number as one of what was counted, or told of in the plural, before.
    fn count_of_told(
        &self,
        sentence: usize,
        (own, counted): (&QuantityMention, Option<&Counted>),
    ) -> Option<QuantityMention> {
        if let Some(counted) = counted {
            return fill(own, Some(&counted.mention));
        }
        let near = |told: &&(usize, String)| sentence.saturating_sub(told.0) <= 3;
        let (_, noun) = self.plural.as_ref().filter(near)?;
        let mut mention = own.clone();
        mention.kind = MentionKind::Count;
        mention.quantity.unit = Unit::Counted(noun.strip_suffix('s').unwrap_or(noun).to_owned());
        Some(mention)
    }

    /// The claims of a sentence that only numbers who holds how many.
    pub(super) fn bare_counts(&self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let Some(verb) = self.counting_verb(view) else { return Vec::new() };
        let near = |counted: &&Counted| view.index.saturating_sub(counted.sentence) <= 3;
        let counted = self.counted.as_ref().filter(near);
        let place = Self::place(view, verb);
        let group = self.memory.lands.group(place).cloned();
        let Some(region) = counted.map(|counted| counted.region.clone()).or(group) else {
            return Vec::new();
        };
        let clause = Clause::of(&view.tree, verb);
        let told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        let dated = self.on_the_day(Tense::Present).filter(|_| clause.tense == Tense::Present);
        let words = verb..verb + 1;
        let land = Found { value: region, words, how: How::Referred };
        let base = Draft {
            region: Some(land),
            dated,
            ..Draft::told(Detail::Holding, told, view.range.clone(), "bare-count".to_owned())
        };
        let each = |name: &PartyName| {
            let after = if name.words.end == verb { verb + 1 } else { name.words.end };
            if !counts_at(view, after) {
                return None;
            }
            let value = self.named_party(view, name);
            let party = Found { value, words: name.words.clone(), how: How::Named };
            let own = view.quantities_in(after..after + 1).next();
            let quantity = own.and_then(|own| self.count_of_told(view.index, (own, counted)));
            let evidence = view.tree.range(name.words.start..after + 1);
            Some(Draft { party: Some(party), quantity, evidence, ..base.clone() })
        };
        view.parties.iter().filter_map(each).collect()
    }

    /// The verb of holding between a party’s name and a number that nothing counted follows.
    fn counting_verb(&self, view: &View) -> Option<usize> {
        let tree = &view.tree;
        let verb = (1..tree.len()).find(|at| {
            let holds = self.lexicon.senses(tree.lower(*at)).any(|(particle, sense)| {
                particle.is_none() && matches!(sense.pattern, Pattern::Hold | Pattern::Occupy)
            });
            let named = view.parties.iter().any(|name| name.words.end == *at);
            holds && named && counts_at(view, at + 1)
        })?;
        let others = view
            .parties
            .iter()
            .filter(|name| name.words.start > verb && counts_at(view, name.words.end));
        let known = self.counted.as_ref().is_some_and(|known| view.index <= known.sentence + 3);
        (known || others.count() > 0).then_some(verb)
    }
}

/// Whether a word is a number that counts nothing named, with a mark or "and" after it.
fn counts_at(view: &View, at: usize) -> bool {
    let ends = matches!(view.tree.lower(at + 1), "," | ";" | "." | "and" | "" | "but" | "while");
    let bare = |mention: &QuantityMention| mention.kind == MentionKind::Bare;
    ends && (view.tree.lower(at) == "one" || view.quantities_in(at..at + 1).any(bare))
}
