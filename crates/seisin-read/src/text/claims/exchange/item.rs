//! What is given or wanted as an item.

use super::super::{
    context::{Context, unlisted_region},
    view::View,
};
use crate::text::quantity::{MentionKind, QuantityMention};
use seisin_core::{Item, ItemKind, Ratio};
use std::ops::Range;

impl Context<'_> {
    /// One side of a bargain as an item.
    pub(super) fn item(&self, view: &View, words: Range<usize>) -> Item {
        let tree = &view.tree;
        let words = tree.trim(words);
        let inside = || view.places.iter().filter(|name| words.contains(&name.words.start));
        let place = inside()
            .find(|name| view.party_at(name.words.start).is_none())
            .or_else(|| inside().find(|name| belongs_or_lies(view, name)));
        let land_noun = words.clone().find(|at| self.lexicon.land.contains(tree.lower(*at)));
        let quantity = view
            .quantities_in(words.clone())
            .find(|mention| {
                matches!(mention.kind, MentionKind::Area | MentionKind::Share | MentionKind::Length)
                    || mention.kind == MentionKind::Count
                        && self.counts_land(mention)
                        && !is_indefinite(mention)
            })
            .cloned();
        let region = place
            .filter(|name| land_noun.is_some() || view.party_at(name.words.start).is_none())
            .map(|name| self.region(name, self.text(view, name.words.clone())))
            .or_else(|| self.unlisted_place(view, words.clone()));
        let text = self.text(view, words);
        let land = region.is_some() || land_noun.is_some();
        let kind = self.kind_of(&text.to_lowercase(), quantity.as_ref(), land);
        let vague = quantity.is_none() && region.is_none();
        Item { kind, region, quantity: quantity.map(|mention| mention.quantity), text, vague }
    }

    /// The amount of land in what is given: an area, a share, a length or a count of places.
    pub(super) fn land_given(&self, view: &View, words: Range<usize>) -> Option<QuantityMention> {
        view.quantities_in(words)
            .find(|mention| match mention.kind {
                MentionKind::Area | MentionKind::Length => true,
                MentionKind::Share => !is_of_income(mention),
                MentionKind::Count => {
                    self.counts_land(mention) && !is_indefinite(mention) && !counts_others(mention)
                }
                _ => false,
            })
            .cloned()
    }

    /// A land that no list knows, by its name after a preposition of place or a noun for land.
    fn unlisted_place(&self, view: &View, words: Range<usize>) -> Option<seisin_core::RegionRef> {
        let tree = &view.tree;
        let named = |at: usize| {
            tree.tag(at).starts_with("NNP")
                && view.party_at(at).is_none()
                && !crate::text::lexeme::names_day_or_month(tree.lower(at))
        };
        let run_end = |at: usize| (at..words.end).find(|at| !named(*at)).unwrap_or(words.end);
        let land = |at: usize| at < words.end && self.lexicon.land.contains(tree.lower(at));
        let start = words.clone().find(|at| {
            let before = tree.lower(at.wrapping_sub(1));
            let given = *at == words.start + 1
                && [&self.lexicon.giving, &self.lexicon.leaving]
                    .iter()
                    .any(|list| self.is_any(view, words.start, list));
            named(*at)
                && (given
                    || before == "the" && land(run_end(*at))
                    || matches!(
                        before,
                        "in" | "of"
                            | "over"
                            | "across"
                            | "around"
                            | "near"
                            | "up"
                            | "upper"
                            | "lower"
                    ))
                && tree.tag(at + 1) != "POS"
        })?;
        let end = run_end(start);
        let person = self
            .memory
            .person_named(self.prepared.slice(tree.range(end - 1..end)), Self::place(view, start));
        let called = tree.lower(start.wrapping_sub(1)) == "the" && land(end);
        let mention = self.text(view, start..end + usize::from(called));
        person.is_none().then(|| unlisted_region(mention.clone(), mention))
    }

    fn kind_of(&self, text: &str, quantity: Option<&QuantityMention>, land: bool) -> ItemKind {
        let measured = quantity.map(|mention| match mention.kind {
            MentionKind::Share => ItemKind::Share,
            _ => ItemKind::Area,
        });
        measured
            .or_else(|| {
                let words: Vec<&str> =
                    text.split(|c: char| !c.is_alphanumeric() && c != '$' && c != '-').collect();
                self.lexicon
                    .items
                    .iter()
                    .filter(|row| *row.kind != *"named_place")
                    .find(|row| row.words.iter().any(|known| stands_in(&words, text, known)))
                    .and_then(|row| ItemKind::from_word(&row.kind))
            })
            .or_else(|| land.then_some(ItemKind::NamedPlace))
            .unwrap_or(ItemKind::Other)
    }
}

/// Whether a party's name stands for its land: "in Arland", "Arland’s coast", "the Arlandic coast".
fn belongs_or_lies(view: &View, name: &super::super::view::PlaceName) -> bool {
    let last = name.words.end.saturating_sub(1);
    crate::text::syntax::preposition(&view.tree, last)
        .is_some_and(|case| !matches!(case.as_str(), "to" | "by" | "with" | "for"))
        || matches!(view.tree.label(last), "nmod:poss" | "amod" | "compound")
}

/// "One territory", "one piece of land": a count that says no more than "a".
pub(super) fn is_indefinite(mention: &QuantityMention) -> bool {
    let unit = mention.quantity.unit.ucum();
    let plain =
        matches!(unit.as_ref(), "territory" | "land" | "area" | "region" | "piece" | "strip");
    plain && mention.quantity.high.is_none() && (mention.quantity.value - 1.0).abs() < f64::EPSILON
}

/// Whether a word or a phrase stands in a text; a word ending in `*` stands for all that begin so.
fn stands_in(words: &[&str], text: &str, known: &str) -> bool {
    if let Some(stem) = known.strip_suffix('*') {
        return words.iter().any(|word| word.starts_with(stem));
    }
    if known.contains(' ') { text.contains(known) } else { words.contains(&known) }
}

/// The ratio of what is given to what is wanted, where both are amounts of one sort.
///
/// # Method
/// The areas in square metres, or the lengths in metres, as printed; not worked out where either is
/// an interval.
pub(super) fn ratio(gives: &[Item], asks: &[Item]) -> Option<Ratio> {
    let one = |items: &[Item]| items.iter().find_map(|item| item.quantity.clone());
    let (given, asked) = (one(gives)?, one(asks)?);
    let plain = given.high.is_none() && asked.high.is_none() && given.kind == asked.kind;
    let (value, other) = (given.si_value(), asked.si_value());
    (plain && other > 0.0)
        .then(|| Ratio { value: value / other, basis: given.kind.word().to_owned() })
}

/// Whether an amount counts the sides or what they put forward: "the two states", "his four points".
fn counts_others(mention: &QuantityMention) -> bool {
    let unit = mention.quantity.unit.ucum();
    matches!(
        unit.rsplit(' ').next().unwrap_or(""),
        "state" | "country" | "nation" | "republic" | "point" | "side"
    )
}

/// Whether a share is one of what land yields: "three quarters of its taxes".
fn is_of_income(mention: &QuantityMention) -> bool {
    let of = mention.quantity.of.as_deref().unwrap_or_default().to_lowercase();
    ["tax", "revenue", "royalt", "profit", "income", "seat", "budget", "rent", "customs"]
        .iter()
        .any(|yielded| of.contains(yielded))
}
