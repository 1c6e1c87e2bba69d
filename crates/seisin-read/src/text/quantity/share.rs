//! Shares of a whole: fractions, percentages, ranges of both.

use super::{
    amount::Amount,
    comparator,
    mention::MentionKind,
    number::{Number, number},
    part::{self, Part},
    range::range_joint,
    whole,
};
use crate::text::view::View;
use seisin_core::{Bound, Unit};

/// "a fifth of the land", "20 percent", "between a fifth and a quarter", "most of Sarn".
pub(super) fn share(view: View<'_>, at: usize) -> Option<Amount> {
    let first =
        part::fraction(view, at).or_else(|| percent(view, at)).or_else(|| most(view, at))?;
    let mut end = first.tokens.end;
    let mut high = None;
    if first.rule != "most-of"
        && let Some(next) = range_joint(view, first.tokens.start, end)
        && let Some(second) = part::fraction(view, next).or_else(|| percent(view, next))
        && second.value > first.value
    {
        high = Some(second.value);
        end = second.tokens.end;
    }
    Some(Amount {
        whole: whole::whole(view, past_after(view, end)),
        bound: (first.rule == "most-of").then_some(Bound::MoreThan),
        tokens: first.tokens.start..end,
        number: first.tokens.start..end,
        value: first.value,
        high,
        step: first.step,
        unit: Unit::One,
        kind: MentionKind::Share,
        rule: if high.is_some() { "share-range" } else { first.rule },
    })
}

fn past_after(view: View<'_>, end: usize) -> usize {
    comparator::after(view, end).map_or(end, |after| after.edge)
}

/// "20 percent", "30–35 per cent"; not percentage points.
fn percent(view: View<'_>, at: usize) -> Option<Part> {
    let value = number(view, at)?;
    let end = part::percent_sign(view, value.tokens.end)
        .or_else(|| shared_percent_sign(view, &value).then_some(value.tokens.end))?;
    let points = view.is_any(end, &["points", "point"]);
    let (ratio, step) = part::percentage(&value);
    (!points).then_some(Part { tokens: at..end, value: ratio, step, rule: "percent" })
}

/// Whether the sign of percent stands after the upper number of a range: "30–35 per cent".
fn shared_percent_sign(view: View<'_>, first: &Number) -> bool {
    range_joint(view, first.tokens.start, first.tokens.end)
        .and_then(|next| number(view, next))
        .filter(|second| second.value > first.value && second.value <= 100.0)
        .is_some_and(|second| part::percent_sign(view, second.tokens.end).is_some())
}

/// "most of the town", "the majority of Sarn": more than half.
fn most(view: View<'_>, at: usize) -> Option<Part> {
    let length = match () {
        () if view.reads(at, &["most", "of"]) => 1,
        () if view.reads(at, &["a", "majority", "of"]) => 2,
        () => return None,
    };
    let superlative = at > 0 && view.is(at - 1, "the");
    (!superlative).then_some(Part {
        tokens: at..at + length,
        value: 0.5,
        step: 0.1,
        rule: "most-of",
    })
}
