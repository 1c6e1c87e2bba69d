//! Amounts in a sentence, put together from number, unit and comparator.

use super::{
    comparator,
    elsewhere::{duration, part_of_name},
    mention::{MentionKind, QuantityMention},
    money::{currency_after, currency_before},
    noun,
    number::{Number, NumberForm, number},
    part::{self, Part},
    unit::{self, UnitFound},
    whole,
};
use crate::text::{
    lexeme::Lexeme,
    prepared::Prepared,
    sentence::Sentence,
    token::{LetterCase, TokenKind},
    view::View,
};
use seisin_core::{Bound, Quantity, QuantityKind, Unit, UnitKind};
use std::ops::Range;

/// The amounts of one sentence, in order.
///
/// Years, days of the month and hours are no amounts.
///
/// # Example
/// ```
/// use seisin_read::text::{prepare, quantity};
/// let prepared = prepare("They hold more than 400 square miles of Sarn.");
/// let found = quantity::tag(&prepared, &prepared.sentences[0]);
/// assert_eq!(found[0].quantity.original_value, "more than 400 square miles");
/// assert_eq!(found[0].quantity.bound, seisin_core::Bound::MoreThan);
/// ```
pub fn tag(prepared: &Prepared, sentence: &Sentence) -> Vec<QuantityMention> {
    let view = View::of(prepared, sentence);
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < view.len() {
        at = amount(view, at, &mut mentions).max(at + 1);
    }
    mentions
}

/// A number with what it counts, before its comparator is known.
struct Amount {
    tokens: Range<usize>,
    number: Range<usize>,
    value: f64,
    high: Option<f64>,
    step: f64,
    unit: Unit,
    kind: MentionKind,
    rule: &'static str,
    whole: Option<Range<usize>>,
    bound: Option<Bound>,
}

/// Takes the amount that begins at `at`, if any; one past the last token looked at.
fn amount(view: View<'_>, at: usize, mentions: &mut Vec<QuantityMention>) -> usize {
    let dated = matches!(view.lexeme(at), Some(Lexeme::Month(_) | Lexeme::Weekday(_)));
    if !dated && !may_begin(view, at) {
        return at + 1;
    }
    if let Some(end) = crate::text::time::not_an_amount(view, at) {
        return end;
    }
    if dated {
        return at + 1;
    }
    let found = share(view, at).or_else(|| measured(view, at)).or_else(|| both(view, at));
    let Some(found) = found else { return at + 1 };
    let end = found.tokens.end;
    mentions.push(finish(view, found));
    end
}

/// Whether a number may begin with a token, told cheaply.
fn may_begin(view: View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => view.lexeme(at).is_some_and(|lexeme| match lexeme {
            Lexeme::Opener => {
                view.lexeme(at + 1).is_some()
                    || view.is_any(at + 1, &["few", "majority", "of"])
                    || view.is(at, "both")
            }
            Lexeme::Cardinal(_)
            | Lexeme::Hundred
            | Lexeme::Scale(_)
            | Lexeme::Many(_)
            | Lexeme::Collective(_)
            | Lexeme::Ordinal(_)
            | Lexeme::Parts(_)
            | Lexeme::Half
            | Lexeme::Quarter
            | Lexeme::Vulgar(_) => true,
            _ => false,
        }),
        _ => false,
    }
}

/// "a fifth of the land", "20 percent", "between a fifth and a quarter", "most of Sarn".
fn share(view: View<'_>, at: usize) -> Option<Amount> {
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

/// One past the joint of a range whose first number ends before `end`: "–", "to", "and" after
/// "between".
fn range_joint(view: View<'_>, start: usize, end: usize) -> Option<usize> {
    let after_between = start > 0 && view.is(start - 1, "between");
    match view.kind(end)? {
        TokenKind::Hyphen if view.is_any(end + 1, &["to", "or"]) => Some(end + 2),
        TokenKind::Dash | TokenKind::Hyphen => Some(end + 1),
        TokenKind::Word if view.is(end, "to") => Some(end + 1),
        TokenKind::Word if view.is(end, "and") && after_between => Some(end + 1),
        TokenKind::Word if view.is(end, "or") && view.lexeme(end + 1).is_some() => Some(end + 1),
        _ => None,
    }
}

/// A number with a unit, a noun or nothing.
fn measured(view: View<'_>, at: usize) -> Option<Amount> {
    if part_of_name(view, at) {
        return None;
    }
    let mut first = number(view, at)?;
    let money = currency_before(view, at);
    let mut end = first.tokens.end;
    let mut high = None;
    let second = second_number(view, &first);
    if let Some(second) = &second {
        if first.value < second.value
            && second.form == NumberForm::ScaledDigits
            && first.form == NumberForm::Digits
        {
            let scale = second.step / Quantity::step_of_digits(view.word(second.tokens.start));
            if first.value < second.value / scale {
                first.value *= scale;
                first.step *= scale;
            }
        }
        high = Some(second.value);
        end = second.tokens.end;
    }
    if let Some(after) = comparator::after(view, end)
        .filter(|after| after.edge < view.len() && after.edge <= end + 2 && is_tight(view, end))
    {
        let mut found = of_unit(view, at, after.edge, money)?;
        found.bound = Some(after.bound);
        return Some(with_number(found, at..end, &first, high));
    }
    let found = of_unit(view, at, end, money)?;
    if high.is_some() && found.kind == MentionKind::Bare && !(at > 0 && view.is(at - 1, "between"))
    {
        let alone = of_unit(view, at, first.tokens.end, money)?;
        return Some(with_number(alone, first.tokens.clone(), &first, None));
    }
    Some(with_number(found, at..end, &first, high))
}

/// "both islands": two.
fn both(view: View<'_>, at: usize) -> Option<Amount> {
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

fn with_number(found: Amount, number: Range<usize>, first: &Number, high: Option<f64>) -> Amount {
    Amount { number, value: first.value, high, step: first.step, ..found }
}

/// The upper number of a range: "400–500", "400 to 500", "between 400 and 500", "two or three".
fn second_number(view: View<'_>, first: &Number) -> Option<Number> {
    let mut end = first.tokens.end;
    if let Some(unit) =
        unit::unit(view, end).filter(|unit| matches!(unit.unit, UnitFound::Known(_)))
    {
        end = unit.end;
    }
    let joint = range_joint(view, first.tokens.start, end)?;
    let hyphen = view.kind(end) == Some(TokenKind::Hyphen);
    if hyphen && joint == end + 1 && !(view.is_attached(end) && view.is_attached(joint)) {
        return None;
    }
    let second = number(view, joint)?;
    let rising = second.value > first.value;
    let moved = view.is(end, "to") && grows(view, first.tokens.start);
    (rising && !moved).then_some(second)
}

/// Whether "from 400 to 500" tells of a change rather than a range.
fn grows(view: View<'_>, start: usize) -> bool {
    const VERBS: [&str; 22] = [
        "rose",
        "rise",
        "risen",
        "grew",
        "grow",
        "grown",
        "increased",
        "increase",
        "expanded",
        "expand",
        "went",
        "gone",
        "climbed",
        "jumped",
        "raised",
        "widened",
        "swelled",
        "up",
        "doubled",
        "rising",
        "growing",
        "increasing",
    ];
    let from = start > 0 && view.is(start - 1, "from");
    from && (2..6).any(|back| start.checked_sub(back).is_some_and(|at| view.is_any(at, &VERBS)))
}

/// What stands after a number whose last token is before `end`.
fn of_unit(view: View<'_>, at: usize, end: usize, money: Option<&'static str>) -> Option<Amount> {
    let blank = |kind, unit, last, rule| Amount {
        tokens: at..last,
        number: at..end,
        value: 0.0,
        high: None,
        step: 1.0,
        unit,
        kind,
        rule,
        whole: None,
        bound: None,
    };
    if let Some(code) = money {
        return Some(blank(MentionKind::Money, Unit::Counted(code.to_owned()), end, "money"));
    }
    if let Some((code, last)) = currency_after(view, end) {
        return Some(blank(MentionKind::Money, Unit::Counted(code.to_owned()), last, "money"));
    }
    if let Some((unit, last)) = duration(view, end) {
        let age = view.is(last, "old")
            || view.reads(last, &["of", "age"])
            || view.kind(last) == Some(TokenKind::Hyphen) && view.is(last + 1, "old")
            || at > 0 && view.is_any(at - 1, &["aged"]);
        let kind = if age { MentionKind::Age } else { MentionKind::Duration };
        return Some(blank(kind, Unit::Counted(unit.to_owned()), last, "duration"));
    }
    if let Some(found) = unit::unit(view, end) {
        return Some(match found.unit {
            UnitFound::Known(unit) if unit.kind() == UnitKind::Area => {
                blank(MentionKind::Area, unit, found.end, "area")
            }
            UnitFound::Known(unit) => blank(MentionKind::Length, unit, found.end, "length"),
            UnitFound::Elsewhere(name) => {
                blank(MentionKind::Other, Unit::Counted(name.to_owned()), found.end, "other-unit")
            }
            UnitFound::Unknown => {
                let name = view.slice(end..found.end).to_lowercase();
                blank(MentionKind::UnknownUnit, Unit::Counted(name), found.end, "unknown-unit")
            }
        });
    }
    if let Some(found) = of_several(view, end) {
        let amount = blank(MentionKind::Count, Unit::Counted(found.0), found.1.end, "count-of");
        return Some(Amount { whole: Some(found.1), ..amount });
    }
    if let Some(found) = noun::counted(view, end) {
        return Some(blank(MentionKind::Count, Unit::Counted(found.noun), found.end, found.rule));
    }
    if let Some(state) = noun::state_after(view, end).or_else(|| noun::state_before(view, at)) {
        return Some(blank(
            MentionKind::Count,
            Unit::Counted(state.to_owned()),
            end,
            "count-state",
        ));
    }
    let one = view.lexeme(at) == Some(Lexeme::Cardinal(1)) && end == at + 1;
    let article = view.is_any(at, &["a", "an"]);
    (!one && !article).then(|| blank(MentionKind::Bare, Unit::Counted(String::new()), end, "bare"))
}

/// "26 of 65 patrol points": the noun and the tokens of the whole.
fn of_several(view: View<'_>, end: usize) -> Option<(String, Range<usize>)> {
    let next = match () {
        () if view.reads(end, &["of", "the"]) => end + 2,
        () if view.reads(end, &["out", "of", "the"]) => end + 3,
        () if view.reads(end, &["out", "of"]) => end + 2,
        () if view.is(end, "of") => end + 1,
        () => return None,
    };
    let next = next + past_owner(view, next);
    let total = number(view, next)?;
    let found = noun::counted(view, total.tokens.end)?;
    Some((found.noun, next..found.end))
}

/// How many tokens name the owner of a whole: "its", "the state's".
fn past_owner(view: View<'_>, at: usize) -> usize {
    if view.is_any(at, &["its", "their", "his", "her"]) {
        return 1;
    }
    (1..4)
        .find(|next| view.kind(at + next) == Some(TokenKind::Possessive))
        .map_or(0, |next| next + 1)
}

/// Adds comparator, whole and the words as printed.
fn finish(view: View<'_>, found: Amount) -> QuantityMention {
    let sign = usize::from(
        found.kind == MentionKind::Money && currency_before(view, found.tokens.start).is_some(),
    );
    let from = found.tokens.start - sign;
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
        value: found.value,
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

const fn kind_of(kind: MentionKind) -> QuantityKind {
    match kind {
        MentionKind::Area | MentionKind::UnknownUnit => QuantityKind::Area,
        MentionKind::Share => QuantityKind::Share,
        MentionKind::Length => QuantityKind::Length,
        _ => QuantityKind::Count,
    }
}

/// Whether the number that ends before `at` counts or measures what follows, although it looks
/// like a year: a unit, a currency or a counted noun in small letters follows at once.
pub(crate) fn is_measured(view: View<'_>, at: usize) -> bool {
    let lower = view.token(at).is_some_and(|token| token.case == LetterCase::Lower);
    unit::unit(view, at).is_some()
        || part::percent_sign(view, at).is_some()
        || currency_after(view, at).is_some()
        || lower && noun::counted(view, at).is_some_and(|found| found.end == at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    /// Every amount as "kind bound value..high unit".
    fn check(text: &str, expected: &[&str]) {
        let prepared = prepare(text);
        let found: Vec<String> = prepared
            .sentences
            .iter()
            .flat_map(|sentence| tag(&prepared, sentence))
            .map(|mention| {
                let quantity = mention.quantity;
                let high = quantity.high.map_or(String::new(), |high| format!("..{high}"));
                let (kind, bound) = (mention.kind.word(), quantity.bound.word());
                format!("{kind} {bound} {}{high} {}", quantity.value, quantity.unit.ucum())
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn areas_with_their_comparators() {
        for (text, expected) in [
            ("They hold more than 400 square miles.", "area more_than 400 [mi_i]2"),
            ("They hold just under 400 square miles.", "area less_than 400 [mi_i]2"),
            ("They hold some 1,209 sq km.", "area about 1209 km2"),
            ("They hold at least 6.5 km².", "area at_least 6.5 km2"),
            ("They hold up to 40 hectares.", "area at_most 40 har"),
            ("They hold between 400 and 500 square miles.", "area between 400..500 [mi_i]2"),
            ("They hold from 400 to 500 square miles.", "area between 400..500 [mi_i]2"),
            ("They hold 400–500 sq. km.", "area between 400..500 km2"),
            ("They hold 400 sq km to 500 sq km.", "area between 400..500 km2"),
            ("They hold a 6,300-square-mile belt.", "area exactly 6300 [mi_i]2"),
            ("They hold 1.6 million sq km.", "area exactly 1600000 km2"),
            ("They hold 4 to 5 million acres.", "area between 4000000..5000000 [acr_us]"),
            ("They hold 400-odd square miles.", "area about 400 [mi_i]2"),
            ("They hold 400 square miles or so.", "area about 400 [mi_i]2"),
            ("Они держат 400 кв. км земли.", "area exactly 400 km2"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn shares() {
        for (text, expected) in [
            ("It controls around a fifth of Sarn.", "share about 0.2 1"),
            ("It controls 20 percent of Sarn.", "share exactly 0.2 1"),
            ("It controls 30–35 per cent of Sarn.", "share between 0.3..0.35 1"),
            ("It controls between a fifth and a quarter of Sarn.", "share between 0.2..0.25 1"),
            ("It controls just over 29% of Sarn.", "share more_than 0.29 1"),
            ("It controls most of Sarn.", "share more_than 0.5 1"),
            ("It handed over half of Sarn.", "share exactly 0.5 1"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn counts_lengths_and_the_rest() {
        for (text, expected) in [
            ("It lost four eastern Velk provinces.", "count exactly 4 province"),
            ("It lost tens of thousands of soldiers.", "count at_least 20000 soldier"),
            ("It lost dozens of villages.", "count at_least 24 village"),
            ("It holds 12 of the 14 districts.", "count exactly 12 district"),
            ("It holds nine of the state’s 17 townships.", "count exactly 9 township"),
            ("It holds both islands.", "count exactly 2 island"),
            ("It holds two or three villages.", "count between 2..3 village"),
            ("More than 1,700 were wounded.", "count more_than 1700 wounded"),
            ("It went on, killing more than 40.", "count more_than 40 killed"),
            ("It moved up to 4 km beyond.", "length at_most 4 km"),
            ("It paid $1.5 billion a year.", "money exactly 1500000000 USD"),
            ("It paid 40 million shekels.", "money exactly 40000000 ILS"),
            ("It held out for 99 years.", "duration exactly 99 year"),
            ("She has a seven-year-old daughter.", "age exactly 7 year"),
            ("It moved 8- to 16-mile guns.", "length between 8..16 [mi_i]"),
            ("It paid 100 Swiss francs.", "money exactly 100 franc"),
            ("It weighs 40 tonnes.", "other exactly 40 tonne"),
            ("It measures 400 square versts.", "other exactly 400 square versts"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn years_days_hours_and_names_are_no_amounts() {
        for text in [
            "It fell in 2014.",
            "It fell on 11 February 2025 at 07:55 am.",
            "It fell before Dec. 31.",
            "It fell in the 1990s, in 1956–57 and on May 3-5, 2020.",
            "A T-90 and an S-300 stood by Route 66.",
            "Resolution 2202 and Article 5 say so.",
            "One of them left.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_change_is_no_range() {
        check(
            "It grew from 400 to 500 square miles.",
            &["other exactly 400 ", "area exactly 500 [mi_i]2"],
        );
    }

    #[test]
    fn what_is_missing_or_unknown_can_be_told() {
        let prepared = prepare("They hold 400 square versts and 5,000 more.");
        let kinds: Vec<_> =
            tag(&prepared, &prepared.sentences[0]).iter().map(|mention| mention.kind).collect();
        assert_eq!(kinds, [MentionKind::UnknownUnit, MentionKind::Bare]);
    }
}
