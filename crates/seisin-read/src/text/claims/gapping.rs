//! Clauses whose verb is left out because the clause before has it: "Arland holds nine islands, Borland
//! four and Carland the rest".

use super::{
    context::{Context, Found, How, unlisted_region, without_article},
    draft::Draft,
    view::View,
};
use crate::text::quantity::{MentionKind, QuantityMention};
use seisin_core::{Detail, PartyRef, Polarity, Quantity, RegionRef, TitleAction};
use std::ops::Range;

impl Context<'_> {
    /// What further parties hold, claim or lose by the verb of a claim already made, and which lands
    /// are set apart from its own.
    pub(super) fn gapped(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let mut made = self.gapped_amounts(view, drafts);
        let known: Vec<Draft> = drafts.iter().chain(&made).cloned().collect();
        made.extend(self.gapped_lands(view, &known));
        made.extend(self.gapped_dates(view, &known));
        made.extend(self.set_apart(view, &known));
        let told = |draft: &Draft| drafts.iter().any(|known| is_told_again(known, draft));
        made.retain(|draft| !told(draft));
        made
    }

    /// "Arland holds the north, Borland the west": further parties, each with a land of its own.
    fn gapped_lands(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let told = |draft: &&Draft| {
            let kind = matches!(draft.detail, Detail::Holding | Detail::Change(_))
                || matches!(
                    draft.detail,
                    Detail::Title(TitleAction::Claimed | TitleAction::Annexed | TitleAction::Ceded)
                );
            let named = draft.party.as_ref().is_some_and(|party| !party.words.is_empty());
            kind && named && !draft.rule.ends_with("+listed")
        };
        let Some(first) = drafts.iter().find(told) else { return Vec::new() };
        let (Some(party), Some(region)) = (&first.party, &first.region) else { return Vec::new() };
        if party.words.start > region.words.start {
            return Vec::new();
        }
        let tree = &view.tree;
        let mut made: Vec<Draft> = Vec::new();
        for name in view.parties.iter().filter(|name| name.words.start >= region.words.end) {
            let end = self.end_of_gap(view, name.words.end);
            let land = end.filter(|_| self.opens_gap(view, name.words.start));
            let Some(land) = land.and_then(|end| self.land_of_gap(view, name.words.end..end))
            else {
                continue;
            };
            if drafts.iter().chain(&made).any(|draft| is_of(draft, name.words.start)) {
                continue;
            }
            let value = self.named_party(view, name);
            let words = name.words.start..end.unwrap_or(land.words.end);
            made.push(Draft {
                party: Some(Found { value, words: name.words.clone(), how: How::Named }),
                counterparty: None,
                quantity: Self::share_of_gap(view, &words),
                dated: self.date_in(view, &words).or_else(|| first.dated.clone()),
                region: Some(land),
                evidence: tree.range(words),
                rule: format!("{}+gapped", first.rule),
                ..first.clone()
            });
        }
        made
    }

    /// The area or share in the words of a gap: "Borland the southern third".
    fn share_of_gap(view: &View, words: &Range<usize>) -> Option<QuantityMention> {
        view.quantities_in(words.clone())
            .find(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share))
            .cloned()
    }

    /// "Arland recognised Velk in April, Borland in May": further parties, each with a date of its own.
    fn gapped_dates(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let recognised = |draft: &&Draft| {
            draft.detail == Detail::Title(TitleAction::Recognised) && draft.party.is_some()
        };
        let Some(first) = drafts.iter().find(recognised) else { return Vec::new() };
        let from = first.region.as_ref().map_or(0, |land| land.words.end);
        let tree = &view.tree;
        let beside = |name: &&super::view::PartyName| {
            let dated = view.times.iter().any(|time| {
                (name.words.end..=name.words.end + 1).contains(&tree.words_in(&time.range).start)
            });
            name.words.start >= from && dated && self.opens_gap(view, name.words.start)
        };
        let made = view.parties.iter().filter(beside).filter_map(|name| {
            let end = self.end_of_gap(view, name.words.end)?;
            let words = name.words.start..end;
            let value = self.named_party(view, name);
            Some(Draft {
                party: Some(Found { value, words: name.words.clone(), how: How::Named }),
                quantity: None,
                dated: self.date_in(view, &words),
                evidence: tree.range(words),
                rule: format!("{}+gapped", first.rule),
                ..first.clone()
            })
        });
        made.collect()
    }

    /// Where the words after a party’s name end that may stand for a clause: at a mark, an "and" or the
    /// end; nothing if a verb or a possessive stands among them.
    fn end_of_gap(&self, view: &View, from: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        let tree = &view.tree;
        let ends = |at: usize| {
            at >= tree.len()
                || matches!(tree.lower(at), "," | ";" | "." | "and" | "while" | "but" | "–" | "—")
        };
        let end = (from..from + LONGEST).find(|at| ends(*at))?;
        let verb = (from..end).any(|at| {
            tree.is_verb(at) && !self.lexicon.land.contains(tree.lower(at))
                || matches!(tree.tag(at), "MD" | "POS" | "IN")
                    && !matches!(tree.lower(at), "in" | "of" | "on" | "since")
        });
        (end > from && !verb).then_some(end)
    }

    /// The land that begins right after a party’s name: a name, or "the" with a noun for land, which is then
    /// another than those told of before.
    fn land_of_gap(&self, view: &View, words: Range<usize>) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let first = words.start + usize::from(tree.tag(words.start) == "RB");
        let noun = (first..words.end)
            .take_while(|at| matches!(tree.tag(*at), "DT" | "JJ" | "NN" | "NNS" | "NNP" | "NNPS"))
            .last()?;
        let named = view.place_at(first).is_some() || view.place_at(noun).is_some();
        let called = tree.tag(first) == "DT" && self.lexicon.land.contains(tree.lower(noun));
        if !named && !called {
            return None;
        }
        self.land(view, noun).map(|land| {
            let mention = self.text(view, first..noun + 1);
            let own = without_article(&mention).to_owned();
            let value = match land.how {
                How::Phrase => RegionRef { name: own, mention, ..land.value },
                _ if named => RegionRef { mention, ..land.value },
                _ => unlisted_region(own, mention),
            };
            Found { value, words: first..noun + 1, ..land }
        })
    }

    /// "… hold the road but not the town", "Sarn is in their hands; Velk is not": what a claim leaves out.
    fn set_apart(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let tree = &view.tree;
        let told = |draft: &&Draft| {
            matches!(draft.detail, Detail::Holding | Detail::Title(TitleAction::Claimed))
                && draft.told.polarity == Polarity::Affirmed
                && draft.region.is_some()
        };
        let Some(first) = drafts.iter().rev().find(told) else { return Vec::new() };
        let from = first.region.as_ref().map_or(0, |land| land.words.end);
        let but_not = (from..tree.len())
            .find(|at| tree.lower(*at) == "but" && tree.lower(at + 1) == "not")
            .and_then(|but| {
                let end = self.end_of_gap(view, but + 2)?;
                Some((self.land_of_gap(view, but + 2..end)?, but..end))
            });
        let is_not = || {
            let be = (from..tree.len()).find(|at| {
                matches!(tree.lower(*at), "is" | "are" | "was" | "were")
                    && matches!(tree.lower(at + 1), "not" | "n't")
                    && matches!(tree.lower(at + 2), "." | "," | ";" | "")
            })?;
            let start = (from..be).rev().take_while(|at| {
                matches!(tree.tag(*at), "DT" | "JJ" | "NN" | "NNS" | "NNP" | "NNPS")
            });
            let start = start.last()?;
            let parted = matches!(tree.lower(start.wrapping_sub(1)), ";" | "," | "but" | "and");
            let land = self.land_of_gap(view, start..be).filter(|_| parted)?;
            Some((land, start..be + 2))
        };
        let Some((land, words)) = but_not.or_else(is_not) else { return Vec::new() };
        let mut draft = Draft {
            quantity: None,
            region: Some(land),
            evidence: tree.range(words),
            rule: format!("{}+apart", first.rule),
            ..first.clone()
        };
        draft.told.polarity = Polarity::Denied;
        vec![draft]
    }

    fn date_in(&self, view: &View, words: &Range<usize>) -> Option<super::when::Dated> {
        let inside = |time: &&crate::text::time::TimeMention| {
            words.contains(&view.tree.words_in(&time.range).start)
        };
        view.times.iter().find(inside).and_then(|time| self.as_dated(time))
    }

    fn gapped_amounts(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
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
            if drafts.iter().chain(&made).any(|draft| is_of(draft, name.words.start)) {
                continue;
            }
            let party: Found<PartyRef> = Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            };
            let there = self.place_of_gap(view, end);
            let end = there.as_ref().map_or(end, |land| land.words.end);
            made.push(Draft {
                party: Some(party),
                counterparty: None,
                region: there.or_else(|| first.region.clone()),
                quantity: share.and_then(|own| fill(&own, first.quantity.as_ref())),
                evidence: tree.range(name.words.start..end),
                rule: format!("{}+gapped", first.rule),
                ..first.clone()
            });
        }
        made
    }

    /// Where the amount of a gap lies, where it says so: "Borland 40 near Velk".
    fn place_of_gap(&self, view: &View, from: usize) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let from = (from..from + 2).find(|at| tree.tag(*at) == "IN")?;
        let led = matches!(tree.lower(from), "in" | "near" | "around" | "of" | "on" | "along");
        let name = view.places.iter().find(|name| {
            led && (from + 1..=from + 2).contains(&name.words.start)
                && (from + 1..name.words.start).all(|at| tree.tag(at) == "DT")
        })?;
        self.land(view, name.words.end - 1).filter(|land| land.how == How::Named)
    }

    /// Whether a party's name stands where a clause without a verb may begin.
    fn opens_gap(&self, view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let before = at.saturating_sub(3)..at;
        before
            .rev()
            .find(|word| tree.tag(*word) != "DT")
            .is_some_and(|word| matches!(tree.lower(word), "," | ";" | "and" | "while"))
            && !(at + 1..at + 4).any(|word| {
                tree.is_verb(word)
                    && tree.lower(word) != "remaining"
                    && !self.lexicon.land.contains(tree.lower(word))
            })
    }
}

/// The amount, or "the rest", right after a party's name, and one past its last word.
fn share_after(view: &View, from: usize) -> Option<(Option<QuantityMention>, usize)> {
    let tree = &view.tree;
    let mut at = from;
    while matches!(tree.tag(at), "RB" | "DT")
        || matches!(tree.lower(at), "," | "just" | "only" | "remaining" | "other" | "last")
    {
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

/// Whether a draft’s party is named at a word.
fn is_of(draft: &Draft, word: usize) -> bool {
    draft.party.as_ref().is_some_and(|party| party.words.contains(&word))
}

/// Whether a claim left unsaid is one that was said: of the same act, the same side and the same land.
fn is_told_again(known: &Draft, new: &Draft) -> bool {
    let party = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
    let land = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let amount = |draft: &Draft| draft.quantity.as_ref().map(|mention| mention.range.clone());
    known.detail == new.detail
        && party(known) == party(new)
        && land(known) == land(new)
        && amount(known) == amount(new)
        && known.told.polarity == new.told.polarity
}
