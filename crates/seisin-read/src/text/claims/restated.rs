//! The same land in a second figure, or the same figure at other times: "114,700 km² or 19 percent of the
//! country", "267 sq km in September, 461 in October and just over 500 in November".

use super::{context::Context, draft::Draft, gapping::fill, view::View};
use crate::text::quantity::{MentionKind, QuantityMention};
use seisin_core::Detail;
use std::ops::Range;

/// How many words may stand between two figures of one list.
const BETWEEN: usize = 8;

impl Context<'_> {
    /// Further claims of the figures that stand beside those of claims already made.
    pub(super) fn restated(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        if view.quantities.len() < 2 {
            return Vec::new();
        }
        let mut made: Vec<Draft> = Vec::new();
        let measured = |draft: &&Draft| {
            matches!(draft.detail, Detail::Holding | Detail::Change(_)) && draft.quantity.is_some()
        };
        for first in drafts.iter().filter(measured) {
            let mut last = first.clone();
            while let Some(next) = self.next_figure(view, &last, drafts, &made) {
                made.push(next.clone());
                last = next;
            }
        }
        made
    }

    /// The figure right after that of a draft, in the same measure at another time or of another
    /// measure at the same time.
    fn next_figure(
        &self,
        view: &View,
        first: &Draft,
        drafts: &[Draft],
        made: &[Draft],
    ) -> Option<Draft> {
        let own = first.quantity.as_ref()?;
        let taken = |mention: &QuantityMention| {
            drafts.iter().chain(made).any(|draft| {
                draft.quantity.as_ref().is_some_and(|known| known.range == mention.range)
            })
        };
        let later = |mention: &&QuantityMention| mention.range.start >= own.range.end;
        let mention = view.quantities.iter().filter(later).find(|mention| {
            matches!(
                mention.kind,
                MentionKind::Area | MentionKind::Share | MentionKind::Count | MentionKind::Bare
            ) && !set_in_brackets(view, mention)
        })?;
        let after = view.tree.words_in(&mention.range).end;
        let compares = matches!(
            view.tree.lower(after),
            "less" | "more" | "fewer" | "higher" | "lower" | "than"
        );
        if compares || taken(mention) || !joined(view, own, mention) {
            return None;
        }
        let land = |kind| matches!(kind, MentionKind::Area | MentionKind::Share);
        let time = time_after(view, mention);
        let same = fill(mention, Some(own)).filter(|next| next.quantity.unit == own.quantity.unit);
        if let (Some(quantity), Some(time)) = (same, time) {
            let end = view.tree.words_in(&time).end;
            let start = view.tree.words_in(&quantity.range).start;
            let dated = view.times.iter().find(|known| known.range == time);
            return Some(Draft {
                dated: dated.and_then(|dated| self.as_dated(dated)),
                evidence: view.tree.range(start..end),
                quantity: Some(quantity),
                rule: format!("{}+series", first.rule),
                ..first.clone()
            });
        }
        let other = land(mention.kind) && land(own.kind) && mention.kind != own.kind;
        other.then(|| self.other_measure(view, first, mention))
    }

    /// The claim of the same land in another measure.
    fn other_measure(&self, view: &View, first: &Draft, mention: &QuantityMention) -> Draft {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let of = (words.start..=words.end).find(|at| matches!(tree.lower(*at), "of"));
        let noun = of.and_then(|of| {
            (of + 1..(of + 6).min(tree.len())).find(|at| tree.tag(*at).starts_with("NN"))
        });
        let land = noun.and_then(|noun| self.land(view, noun));
        let end = noun.map_or(words.end, |noun| super::who::core(view, noun).end.max(words.end));
        Draft {
            region: land.or_else(|| first.region.clone()),
            quantity: Some(mention.clone()),
            evidence: tree.range(words.start..end),
            rule: format!("{}+restated", first.rule),
            ..first.clone()
        }
    }
}

/// Whether nothing but a few small words and marks stands between two figures.
fn joined(view: &View, first: &QuantityMention, next: &QuantityMention) -> bool {
    let tree = &view.tree;
    let start = tree.words_in(&first.range).end;
    let between = start..tree.words_in(&next.range).start;
    let marked = between.clone().any(|at| {
        matches!(
            tree.lower(at),
            "," | "or" | "and" | "against" | "than" | "–" | "—" | "-" | ";" | "compared"
        )
    });
    let parts = |at: usize| {
        tree.is_verb(at) && !matches!(tree.lower(at), "compared")
            || view.parties.iter().any(|name| {
                name.words.contains(&at) && tree.lower(name.words.start.wrapping_sub(1)) != "of"
            })
            || matches!(tree.lower(at), "but" | "while" | "which" | "who" | "to" | "for" | "with")
    };
    between.len() <= BETWEEN + brackets(view, &between) && marked && !between.clone().any(parts)
}

/// How many words of a stretch stand in brackets.
fn brackets(view: &View, words: &Range<usize>) -> usize {
    let open = words.clone().find(|at| view.tree.lower(*at) == "(");
    let close = words.clone().rev().find(|at| view.tree.lower(*at) == ")");
    open.zip(close).map_or(0, |(open, close)| (close + 1).saturating_sub(open))
}

/// Whether a figure is only another one turned into another unit.
fn set_in_brackets(view: &View, mention: &QuantityMention) -> bool {
    let words = view.tree.words_in(&mention.range);
    (words.start.saturating_sub(3)..=words.start).any(|at| view.tree.lower(at) == "(")
        && (words.end.saturating_sub(1)..words.end + 2).any(|at| view.tree.lower(at) == ")")
}

/// The date that stands after a figure, brackets between left out.
fn time_after(view: &View, mention: &QuantityMention) -> Option<Range<usize>> {
    let tree = &view.tree;
    let end = tree.words_in(&mention.range).end;
    let next = view
        .times
        .iter()
        .find(|time| time.edtf.is_some() && time.range.start >= mention.range.end)?;
    let between = end..tree.words_in(&next.range).start;
    let clear = !between.clone().any(|at| tree.is_verb(at) || matches!(tree.lower(at), "," | ";"));
    (between.len() <= 3 + brackets(view, &between) && clear).then(|| next.range.clone())
}
