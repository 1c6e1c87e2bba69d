//! Clauses whose verb is left out because the clause before has it: "Arland holds nine islands, Borland
//! four and Carland the rest".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    view::View,
};
use crate::text::quantity::{MentionKind, QuantityMention};
use seisin_core::{Detail, PartyRef, Quantity};

impl Context<'_> {
    /// What further parties hold, claim or lose by the verb of a claim already made.
    pub(super) fn gapped(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let stated = drafts.iter().rev().find(|draft| {
            draft.quantity.is_some()
                && draft.party.is_some()
                && matches!(draft.detail, Detail::Holding | Detail::Title(_) | Detail::Change(_))
        });
        let Some(first) = stated else { return Vec::new() };
        let tree = &view.tree;
        let own = first.quantity.as_ref().map_or(0, |own| tree.words_in(&own.range).end);
        let mut made: Vec<Draft> = Vec::new();
        for name in view.parties.iter().filter(|name| name.words.start >= own) {
            let opens = self.opens_gap(view, name.words.start);
            let Some((share, end)) = opens.then(|| share_after(view, name.words.end)).flatten()
            else {
                continue;
            };
            let taken = drafts.iter().chain(&made).any(|draft| {
                draft.party.as_ref().is_some_and(|party| party.words.contains(&name.words.start))
            });
            if taken {
                continue;
            }
            let party: Found<PartyRef> = Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            };
            made.push(Draft {
                party: Some(party),
                counterparty: None,
                quantity: share.and_then(|own| fill(&own, first.quantity.as_ref())),
                evidence: tree.range(name.words.start..end),
                rule: format!("{}+gapped", first.rule),
                ..first.clone()
            });
        }
        made
    }

    /// Whether a party's name stands where a clause without a verb may begin.
    fn opens_gap(&self, view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let before = at.saturating_sub(3)..at;
        before
            .rev()
            .find(|word| tree.tag(*word) != "DT")
            .is_some_and(|word| matches!(tree.lower(word), "," | ";" | "and" | "while"))
            && !(at + 1..at + 4)
                .any(|word| tree.is_verb(word) && !self.lexicon.land.contains(tree.lower(word)))
    }
}

/// The amount, or "the rest", right after a party's name, and one past its last word.
fn share_after(view: &View, from: usize) -> Option<(Option<QuantityMention>, usize)> {
    let tree = &view.tree;
    let mut at = from;
    while matches!(tree.tag(at), "RB" | "DT") || matches!(tree.lower(at), "," | "just" | "only") {
        at += 1;
    }
    if at > from + 3 {
        return None;
    }
    if matches!(tree.lower(at), "rest" | "remainder") {
        return Some((None, at + 1));
    }
    let range = tree.word(from).map(|word| word.range.start)?;
    let mention = view.quantities.iter().find(|mention| {
        let words = tree.words_in(&mention.range);
        mention.range.end > range
            && (from..=at + 2).contains(&words.start)
            && matches!(
                mention.kind,
                MentionKind::Area | MentionKind::Share | MentionKind::Count | MentionKind::Bare
            )
    })?;
    let end = tree.words_in(&mention.range).end;
    Some((Some(mention.clone()), end))
}

/// A bare number counts what the number before it counted; a share is one of the same whole.
pub(super) fn fill(
    own: &QuantityMention,
    first: Option<&QuantityMention>,
) -> Option<QuantityMention> {
    let first = first?;
    let quantity = match own.kind {
        MentionKind::Bare => Quantity {
            unit: first.quantity.unit.clone(),
            kind: first.quantity.kind,
            ..own.quantity.clone()
        },
        _ => own.quantity.clone(),
    };
    let of = quantity.of.clone().or_else(|| first.quantity.of.clone());
    Some(QuantityMention { quantity: Quantity { of, ..quantity }, ..own.clone() })
}
