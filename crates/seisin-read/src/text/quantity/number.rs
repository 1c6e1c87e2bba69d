//! Numbers in digits and in words.

use super::{
    digits, part,
    words::{self, cardinal},
};
use crate::text::{lexeme::Lexeme, token::TokenKind, view::View};
use std::ops::Range;

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its value.
    pub(crate) value: f64,
    /// The place it is rounded to.
    pub(crate) step: f64,
    /// How it is written.
    pub(crate) form: NumberForm,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberForm {
    /// "1,209"
    Digits,
    /// "4.5 million"
    ScaledDigits,
    /// "four"
    Words,
    /// "tens of thousands"
    Many,
}

/// The number that begins with the token at `at`.
pub(crate) fn number(view: View<'_>, at: usize) -> Option<Number> {
    let token = view.token(at)?;
    let found = match token.kind {
        TokenKind::Number => digits::number(view, at)?,
        TokenKind::Word => {
            if let Some(found) = many(view, at).or_else(|| part_of_a_scale(view, at)) {
                return Some(found);
            }
            words::number(view, at)?
        }
        _ => return None,
    };
    Some(with_part(view, found))
}

/// "tens of thousands", "hundreds", "several hundred", "a few dozen".
fn many(view: View<'_>, at: usize) -> Option<Number> {
    let several = match () {
        () if view.is(at, "several") => Some(at + 1),
        () if view.reads(at, &["a", "few"]) => Some(at + 2),
        () => None,
    };
    let (value, end) = if let Some(next) = several {
        let value = match view.lexeme(next)? {
            Lexeme::Hundred => 200.0,
            Lexeme::Scale(factor) => 2.0 * factor,
            Lexeme::Collective(dozen) => 2.0 * f64::from(dozen),
            _ => return None,
        };
        (value, next + 1)
    } else {
        let Lexeme::Many(first) = view.lexeme(at)? else { return None };
        match view.lexeme(at + 2) {
            Some(Lexeme::Many(scale)) if view.is(at + 1, "of") && scale > 100.0 => {
                (first * scale / 2.0, at + 3)
            }
            _ => (first, at + 1),
        }
    };
    Some(Number { tokens: at..end, value, step: value / 2.0, form: NumberForm::Many })
}

/// "half a million", "half million", "a quarter of a million", "three quarters of a billion".
fn part_of_a_scale(view: View<'_>, at: usize) -> Option<Number> {
    let (part, next) = match view.lexeme(at)? {
        Lexeme::Half | Lexeme::Quarter if view.word(at).ends_with(['s', 'S']) => return None,
        Lexeme::Half => (0.5, at + 1),
        Lexeme::Quarter => (0.25, at + 1),
        _ => parts(view, at)?,
    };
    let next = next + usize::from(view.is(next, "of") && view.is_any(next + 1, &["a", "an"]));
    let next = next + usize::from(view.is_any(next, &["a", "an"]));
    let factor = match view.lexeme(next)? {
        Lexeme::Scale(factor) => factor,
        Lexeme::Collective(dozen) => f64::from(dozen),
        _ => return None,
    };
    let value = part * factor;
    Some(Number { tokens: at..next + 1, value, step: value / 5.0, form: NumberForm::Words })
}

/// A part counted in words, less than one: "a half", "three quarters", "two thirds", "fifty-four
/// hundredths"; and one past it.
fn parts(view: View<'_>, at: usize) -> Option<(f64, usize)> {
    let article = view.is_any(at, &["a", "an"]);
    let (count, next) = if article { (1, at + 1) } else { cardinal(view, at)? };
    let joined = view.kind(next) == Some(TokenKind::Hyphen) && view.is_attached(next + 1);
    let next = next + usize::from(joined);
    let of = parts_named(view, next, count)?;
    (count < of).then(|| (f64::from(count) / f64::from(of), next + 1))
}

/// How many parts of that name make a whole: three for "third" after one, for "thirds" after any count.
pub(super) fn parts_named(view: View<'_>, at: usize, count: u8) -> Option<u8> {
    match view.lexeme(at)? {
        Lexeme::Ordinal(of) if count == 1 && of > 2 => Some(of),
        Lexeme::Parts(of) => Some(of),
        Lexeme::Quarter => Some(4),
        Lexeme::Half => Some(2),
        _ => None,
    }
}

/// The number with the part added that "and" joins to it: "one and a half million", "five and a
/// quarter", "two million and three fifths" (of a million).
fn with_part(view: View<'_>, found: Number) -> Number {
    let end = found.tokens.end;
    if !view.is(end, "and") || found.form == NumberForm::Many {
        return found;
    }
    let Some((part, next)) = parts(view, end + 1) else { return found };
    let singular_ordinal = matches!(view.lexeme(next - 1), Some(Lexeme::Ordinal(_)));
    if view.is(next, "of") || singular_ordinal && !part::stands_alone(view, next) {
        return found;
    }
    let scale = last_scale(view, &found);
    let (value, of, end) = match (view.lexeme(next), scale) {
        (Some(Lexeme::Scale(factor)), Some(_)) => (found.value + part * factor, factor, next + 1),
        (Some(Lexeme::Scale(factor)), None) => ((found.value + part) * factor, factor, next + 1),
        (_, Some(factor)) => (found.value + part * factor, factor, next),
        _ => (found.value + part, 1.0, next),
    };
    Number { tokens: found.tokens.start..end, value, step: 0.1 * of, ..found }
}

/// The factor of the scale word that a number ends with.
pub(super) fn last_scale(view: View<'_>, found: &Number) -> Option<f64> {
    match view.lexeme(found.tokens.end - 1)? {
        Lexeme::Scale(factor) => Some(factor),
        _ => None,
    }
}

/// Whether a word or mark of the minus sign stands just before the number at `at`.
pub(super) fn is_negative(view: View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match view.kind(before) {
        Some(TokenKind::Word) => view.is_any(before, &["minus", "negative"]),
        Some(TokenKind::Hyphen | TokenKind::Dash | TokenKind::Symbol) => {
            matches!(view.word(before), "-" | "−" | "‐")
                && view.is_attached(at)
                && (before == 0 || !view.is_attached(before))
                && before.checked_sub(1).and_then(|first| view.kind(first))
                    != Some(TokenKind::Number)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    #[test]
    fn numbers_in_digits_and_words() {
        let rows: [(&str, f64, f64); 43] = [
            ("1,209 people", 1209.0, 1.0),
            ("1 209 people", 1209.0, 1.0),
            ("12 345 678 people", 12_345_678.0, 1.0),
            ("1 234.5 people", 1234.5, 0.1),
            ("1.234,5 people", 1234.5, 0.1),
            ("1,00,000 people", 100_000.0, 100_000.0),
            ("4.5 million people", 4.5e6, 1e5),
            ("300k people", 3e5, 1e5),
            ("10M people", 1e7, 1e7),
            ("3 dozens of them", 36.0, 12.0),
            ("3 hundred and 21 men", 321.0, 1.0),
            ("2½ miles", 2.5, 0.1),
            ("3/4 mile", 0.75, 0.1),
            ("four villages", 4.0, 1.0),
            ("nought", 0.0, 1.0),
            ("twenty-five villages", 25.0, 1.0),
            ("fifty villages", 50.0, 10.0),
            ("two hundred and fifty thousand people", 250_000.0, 10_000.0),
            ("one hundred and one", 101.0, 1.0),
            ("five point two five miles", 5.25, 0.01),
            ("two point five million men", 2.5e6, 1e5),
            ("three lakh crore", 3e12, 1e12),
            ("a hundred men", 100.0, 100.0),
            ("a dozen men", 12.0, 1.0),
            ("two dozen men", 24.0, 1.0),
            ("half a million men", 5e5, 1e5),
            ("half million men", 5e5, 1e5),
            ("three quarters of a million men", 7.5e5, 1.5e5),
            ("one and a half million men", 1.5e6, 1e5),
            ("one million and a half men", 1.5e6, 1e5),
            ("five and a quarter miles", 5.25, 0.1),
            ("one hundred and three quarters", 100.75, 0.1),
            ("forty two and a third", 42.0 + 1.0 / 3.0, 0.1),
            ("tens of thousands", 20_000.0, 10_000.0),
            ("hundreds of thousands", 200_000.0, 100_000.0),
            ("several hundred men", 200.0, 100.0),
            ("scores of men", 40.0, 20.0),
            ("17,160.63 acres", 17160.63, 0.01),
            ("10 1/2 miles", 10.5, 0.1),
            ("hundred thousand men", 1e5, 1e5),
            ("four and a third of it", 4.0, 1.0),
            ("three hundred and two dozens", 324.0, 1.0),
            ("ten thousand million", 1e10, 1e10),
        ];
        for (text, value, step) in rows {
            let prepared = prepare(text);
            let found = number(View::of(&prepared, &prepared.sentences[0]), 0).expect(text);
            assert!((found.value - value).abs() < 1e-6, "{text}: {found:?}");
            assert!((found.step - step).abs() < step * 1e-6, "{text}: {found:?}");
        }
    }

    #[test]
    fn years_do_not_join_what_follows() {
        let prepared = prepare("2014 400 men");
        let found = number(View::of(&prepared, &prepared.sentences[0]), 0).unwrap();
        assert!((found.value - 2014.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_no_number_is_left() {
        for text in ["192.168.1.2 is there", "22,24,26,31 are there"] {
            let prepared = prepare(text);
            assert_eq!(number(View::of(&prepared, &prepared.sentences[0]), 0), None, "{text}");
        }
    }

    #[test]
    fn minus_signs_and_joining_strokes() {
        for (text, at, expected) in [
            ("minus five degrees", 1, true),
            ("It was -5 there", 3, true),
            ("A T-90 stood", 3, false),
            ("3-5 May", 2, false),
        ] {
            let prepared = prepare(text);
            let view = View::of(&prepared, &prepared.sentences[0]);
            assert_eq!(is_negative(view, at), expected, "{text}");
        }
    }
}
