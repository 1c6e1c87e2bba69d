//! An amount while it is put together.

use super::{
    comparator,
    mention::{MentionKind, QuantityMention},
    money::currency_before,
    number::{Number, NumberForm, is_negative, number},
    whole,
};
use crate::text::view::View;
use seisin_core::{Bound, Quantity, QuantityKind, Unit};
use std::ops::Range;

/// A number with what it counts, before its comparator is known.
pub(super) struct Amount {
    pub(super) tokens: Range<usize>,
    pub(super) number: Range<usize>,
    pub(super) value: f64,
    pub(super) high: Option<f64>,
    pub(super) step: f64,
    pub(super) unit: Unit,
    pub(super) kind: MentionKind,
    pub(super) rule: &'static str,
    pub(super) whole: Option<Range<usize>>,
    pub(super) bound: Option<Bound>,
}

/// Adds comparator, whole and the words as printed.
pub(super) fn finish(view: View<'_>, found: Amount) -> QuantityMention {
    let sign = usize::from(
        found.kind == MentionKind::Money && currency_before(view, found.tokens.start).is_some(),
    );
    let minus = usize::from(may_be_negative(found.kind) && is_negative(view, found.tokens.start));
    let from = found.tokens.start - sign.max(minus);
    let range_word =
        (found.high.is_some() && from > 0 && view.is_any(from - 1, &["between", "from"]))
            .then(|| from - 1);
    let before = comparator::before(view, range_word.unwrap_or(from));
    let after = comparator::after(view, found.tokens.end)
        .filter(|_| found.bound.is_none() && found.high.is_none());
    let many = found.rule != "most-of"
        && matches!(number(view, found.number.start), Some(Number { form: NumberForm::Many, .. }));
    let bound = match (found.high, &before, &after) {
        (Some(_), _, _) => Bound::Between,
        (None, Some(before), _) => before.bound,
        (None, None, Some(after)) => after.bound,
        (None, None, None) => {
            found.bound.unwrap_or(if many { Bound::AtLeast } else { Bound::Exactly })
        }
    };
    let start = before.map(|before| before.edge).or(range_word).unwrap_or(from);
    let end = after.map_or(found.tokens.end, |after| after.edge);
    let quantity = Quantity {
        kind: kind_of(found.kind),
        bound,
        value: if minus > 0 { -found.value } else { found.value },
        high: found.high,
        step: found.step,
        of: found.whole.clone().map(|whole| view.slice(whole).to_owned()),
        frame: found
            .whole
            .and_then(|whole| whole::frame(view, whole))
            .map(|frame| view.slice(frame).to_owned()),
        unit: found.unit,
        original_value: view.slice(start..end).to_owned(),
    };
    QuantityMention {
        range: view.bytes(start..end),
        number: view.bytes(found.number),
        kind: found.kind,
        quantity,
        rule: found.rule,
    }
}

/// Whether an amount of this kind can be below zero: no area, distance or count is.
const fn may_be_negative(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Share | MentionKind::Money | MentionKind::Other | MentionKind::Bare)
}

const fn kind_of(kind: MentionKind) -> QuantityKind {
    match kind {
        MentionKind::Area | MentionKind::UnknownUnit => QuantityKind::Area,
        MentionKind::Share => QuantityKind::Share,
        MentionKind::Length => QuantityKind::Length,
        _ => QuantityKind::Count,
    }
}
