//! A number with what it counts or measures.

use super::{
    amount::Amount,
    comparator,
    elsewhere::part_of_name,
    measure::{Measure, measure},
    mention::MentionKind,
    noun,
    number::{Number, NumberForm, is_negative, last_scale, number},
    range::second_number,
};
use crate::text::{lexeme::Lexeme, view::View};
use seisin_core::{Bound, Quantity, Unit};
use std::ops::Range;

/// A number with a unit, a noun or nothing.
pub(super) fn measured(view: View<'_>, at: usize) -> Option<Amount> {
    if part_of_name(view, at) {
        return None;
    }
    let mut first = number(view, at)?;
    let second = second_number(view, &first);
    let mut end = first.tokens.end;
    if let Some(second) = &second {
        share_scale(view, &mut first, second);
        end = second.tokens.end;
    }
    let high = second.map(|second| second.value);
    if let Some(after) = comparator::after(view, end)
        .filter(|after| after.edge < view.len() && after.edge <= end + 2 && is_tight(view, end))
    {
        let found = measure(view, at, after.edge)?;
        return Some(amount(view, (&first, high), at..end, found, Some(after.bound)));
    }
    let found = measure(view, at, end).or_else(|| alone(view, at, end))?;
    let between = at > 0 && view.is_any(at - 1, &["between", "from"]);
    if high.is_some() && found.kind == MentionKind::Bare && !between {
        let end = first.tokens.end;
        let found = measure(view, at, end).or_else(|| alone(view, at, end))?;
        return Some(amount(view, (&first, None), at..end, found, None));
    }
    Some(amount(view, (&first, high), at..end, found, None))
}

/// Gives the lower number of "two to three million" the scale of the upper.
fn share_scale(view: View<'_>, first: &mut Number, second: &Number) {
    if first.value >= second.value {
        return;
    }
    let scale = match (first.form, second.form) {
        (NumberForm::Digits, NumberForm::ScaledDigits) => {
            second.step / Quantity::step_of_digits(view.word(second.tokens.start))
        }
        (NumberForm::Words, NumberForm::Words) if last_scale(view, first).is_none() => {
            last_scale(view, second).unwrap_or(1.0)
        }
        _ => return,
    };
    if first.value < second.value / scale {
        first.value *= scale;
        first.step *= scale;
    }
}

/// A number that counts nothing in sight; not the pronoun "one".
fn alone(view: View<'_>, at: usize, end: usize) -> Option<Measure> {
    let one = view.lexeme(at) == Some(Lexeme::Cardinal(1)) && end == at + 1;
    // "a score" and "a quarter" are more often something else.
    let article = view.is_any(at, &["a", "an"]) && view.is_any(end - 1, &["score", "quarter"]);
    let pronoun = one && !is_negative(view, at) || article;
    (!pronoun).then(|| Measure::new(MentionKind::Bare, Unit::Counted(String::new()), end, "bare"))
}

fn amount(
    view: View<'_>,
    (first, high): (&Number, Option<f64>),
    number: Range<usize>,
    found: Measure,
    bound: Option<Bound>,
) -> Amount {
    let lesser = lesser(view, &found);
    let rest = lesser.map_or(0.0, |lesser| lesser.0);
    Amount {
        tokens: number.start..lesser.map_or(found.end, |lesser| lesser.1),
        number,
        value: first.value * found.factor + rest,
        high: high.map(|high| high * found.factor),
        step: if rest > 0.0 { 0.01 } else { first.step * found.factor },
        unit: found.unit,
        kind: found.kind,
        rule: found.rule,
        whole: found.whole,
        bound,
    }
}

/// What a lesser unit adds to the greater one before it: "5 feet 2 inches", "3 dollars and 50
/// cents"; and one past it.
fn lesser(view: View<'_>, found: &Measure) -> Option<(f64, usize)> {
    const PAIRS: [(&str, &str, f64); 4] = [
        ("foot", "inch", 12.0),
        ("yard", "foot", 3.0),
        ("pound", "ounce", 16.0),
        ("kilogram", "gram", 1000.0),
    ];
    let Unit::Counted(unit) = &found.unit else { return None };
    let next = found.end + usize::from(view.is(found.end, "and"));
    let second = number(view, next).filter(|_| next < found.end + 2)?;
    let other = measure(view, next, second.tokens.end)?;
    let Unit::Counted(small) = &other.unit else { return None };
    let cents = found.kind == MentionKind::Money && matches!(small.as_str(), "cent" | "penny");
    let parts = PAIRS.iter().find(|(great, part, _)| unit == great && small == part);
    let of = if cents { 100.0 } else { parts?.2 };
    (second.value < of).then(|| (second.value / of, other.end))
}

/// "both islands": two.
pub(super) fn both(view: View<'_>, at: usize) -> Option<Amount> {
    let found = noun::counted(view, at + 1).filter(|found| found.end == at + 2)?;
    let plural = view.word(at + 1).ends_with('s');
    (view.is(at, "both") && plural).then(|| Amount {
        tokens: at..found.end,
        number: at..at + 1,
        value: 2.0,
        high: None,
        step: 1.0,
        unit: Unit::Counted(found.noun),
        kind: MentionKind::Count,
        rule: "both",
        whole: None,
        bound: None,
    })
}

/// Whether a comparator after a number stands before its unit: "20-odd miles", "40+ villages".
fn is_tight(view: View<'_>, end: usize) -> bool {
    view.is_attached(end) || view.is_any(end, &["or", "plus"])
}
