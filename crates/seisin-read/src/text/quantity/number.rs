//! Numbers in digits and in words.

use crate::text::{
    lexeme::Lexeme,
    token::{Gap, TokenKind},
    view::View,
};
use seisin_core::Quantity;
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
    match token.kind {
        TokenKind::Number => digits(view, at),
        TokenKind::Word => {
            many(view, at).or_else(|| half_of_a_scale(view, at)).or_else(|| words(view, at))
        }
        _ => None,
    }
}

/// "1,209", "1 209", "4.5 million", "300k", "2½".
fn digits(view: View<'_>, at: usize) -> Option<Number> {
    let mut end = at + 1;
    let mut written = view.word(at).to_owned();
    while is_group(view, end, &written) {
        written.push_str(view.word(end));
        end += 1;
    }
    let (mut value, mut step) = read_digits(&written)?;
    if let Some(Lexeme::Vulgar(part)) = view.lexeme(end).filter(|_| view.is_attached(end)) {
        (value, step) = (value + part, 0.1);
        end += 1;
    }
    if let Some((part, after)) = slashed_part(view, end, value) {
        (value, step) = (value + part, 0.1);
        end = after;
    }
    let (factor, end) = scale(view, end);
    let form = if factor > 1.0 { NumberForm::ScaledDigits } else { NumberForm::Digits };
    Some(Number { tokens: at..end, value: value * factor, step: step * factor, form })
}

/// The fraction of "10 1/2" after its whole part, and one past it.
fn slashed_part(view: View<'_>, at: usize, whole: f64) -> Option<(f64, usize)> {
    let digits = |at: usize| -> Option<f64> {
        (view.kind(at) == Some(TokenKind::Number)).then(|| view.word(at).parse().ok())?
    };
    let written = view.word(at + 1) == "/"
        && !view.is_attached(at)
        && view.is_attached(at + 1)
        && view.is_attached(at + 2);
    let (parts, of) = (digits(at)?, digits(at + 2)?);
    (written && whole.fract() == 0.0 && parts < of && of <= 16.0).then_some((parts / of, at + 3))
}

/// Whether the token at `at` is the next group of three digits of a number with spaces inside.
fn is_group(view: View<'_>, at: usize, written: &str) -> bool {
    let Some(token) = view.token(at).filter(|token| token.kind == TokenKind::Number) else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let first = view.word(at.saturating_sub(1)).len();
    let one_space = token.gap == Gap::Space && {
        let before = view.token(at.saturating_sub(1)).map_or(0, |last| last.range.end);
        view.slice_bytes(before..token.range.start).chars().count() == 1
    };
    one_space
        && view.word(at).len() == 3
        && digits(view.word(at))
        && digits(written)
        && (if written.len() <= 3 { first <= 3 && written != "0" } else { first == 3 })
}

/// The value and rounding step of digits with commas or points inside.
fn read_digits(written: &str) -> Option<(f64, f64)> {
    let plain = match (written.contains(','), written.contains('.')) {
        (false, _) if written.matches('.').count() > 1 => {
            let grouped = written.split('.').skip(1).all(|group| group.len() == 3);
            if !grouped {
                return None;
            }
            written.replace('.', "")
        }
        (true, false) if is_decimal_comma(written) => written.replace(',', "."),
        (true, _) => written.replace(',', ""),
        (false, _) => written.to_owned(),
    };
    Some((plain.parse().ok()?, Quantity::step_of_digits(&plain)))
}

/// Whether the one comma stands where no group of three follows.
fn is_decimal_comma(written: &str) -> bool {
    written.split_once(',').is_some_and(|(_, after)| !after.contains(',') && after.len() != 3)
}

/// The factor of the scale words at `at` and the token after them.
fn scale(view: View<'_>, at: usize) -> (f64, usize) {
    let attached_k = view.is_attached(at) && view.is(at, "k");
    let (factor, mut end) = match view.lexeme(at) {
        _ if attached_k => (1e3, at + 1),
        Some(Lexeme::Scale(factor)) => (factor, at + 1),
        Some(Lexeme::Hundred) => (100.0, at + 1),
        Some(Lexeme::Collective(12)) => (12.0, at + 1),
        None if view.kind(at) == Some(TokenKind::Hyphen) && view.is_attached(at + 1) => {
            return match view.lexeme(at + 1) {
                Some(Lexeme::Scale(factor)) => (factor, at + 2),
                _ => (1.0, at),
            };
        }
        _ => return (1.0, at),
    };
    if !view.word(end - 1).is_ascii() && view.kind(end) == Some(TokenKind::Period) {
        end += 1;
    }
    (factor, end)
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

/// "half a million", "a quarter of a million", "half a dozen".
fn half_of_a_scale(view: View<'_>, at: usize) -> Option<Number> {
    let (part, next) = match view.lexeme(at) {
        Some(Lexeme::Half) if view.is(at + 1, "a") => (0.5, at + 2),
        _ if view.reads(at, &["a", "quarter", "of", "a"]) => (0.25, at + 4),
        _ => return None,
    };
    let factor = match view.lexeme(next)? {
        Lexeme::Scale(factor) => factor,
        Lexeme::Collective(dozen) => f64::from(dozen),
        _ => return None,
    };
    let value = part * factor;
    Some(Number { tokens: at..next + 1, value, step: value / 5.0, form: NumberForm::Words })
}

/// "four", "twenty-five", "two hundred and fifty thousand", "a dozen", "one and a half million".
fn words(view: View<'_>, at: usize) -> Option<Number> {
    let article = view.is_any(at, &["a", "an"]);
    let bare = matches!(view.lexeme(at), Some(Lexeme::Hundred | Lexeme::Scale(_)));
    let mut sum = Sum { whole: 0.0, part: if article || bare { 1.0 } else { 0.0 } };
    let mut end = if article { at + 1 } else { at };
    let mut last = None;
    loop {
        let next = joint(view, end, last.is_some());
        let Some(lexeme) = view.lexeme(next).filter(|lexeme| sum.takes(*lexeme, last)) else {
            break;
        };
        if article && last.is_none() && matches!(lexeme, Lexeme::Cardinal(_)) {
            return None;
        }
        sum.add(lexeme);
        last = Some(lexeme);
        end = next + 1;
    }
    last?;
    if view.reads(end, &["and", "a", "half"]) {
        sum.part += 0.5;
        end += 3;
        if let Some(Lexeme::Scale(factor)) = view.lexeme(end) {
            sum.add(Lexeme::Scale(factor));
            end += 1;
        }
    }
    let value = sum.whole + sum.part;
    let step = if value < 20.0 || value.fract() > 0.0 {
        if value.fract() > 0.0 { 0.1 } else { 1.0 }
    } else {
        Quantity::step_of_digits(&format!("{value:.0}"))
    };
    Some(Number { tokens: at..end, value, step, form: NumberForm::Words })
}

/// Past a joining hyphen or "and" before the next word of a number.
fn joint(view: View<'_>, at: usize, begun: bool) -> usize {
    let hyphen = view.kind(at) == Some(TokenKind::Hyphen)
        && view.is_attached(at)
        && view.is_attached(at + 1);
    let and = view.is(at, "and")
        && matches!(view.lexeme(at.saturating_sub(1)), Some(Lexeme::Hundred | Lexeme::Scale(_)))
        && matches!(view.lexeme(at + 1), Some(Lexeme::Cardinal(_)));
    if begun && (hyphen || and) { at + 1 } else { at }
}

/// A number in words while it is read.
struct Sum {
    whole: f64,
    part: f64,
}

impl Sum {
    /// Whether `lexeme` goes on with a number whose last word was `last`.
    fn takes(&self, lexeme: Lexeme, last: Option<Lexeme>) -> bool {
        match (lexeme, last) {
            (Lexeme::Cardinal(next), Some(Lexeme::Cardinal(tens))) => {
                next < 10 && next > 0 && tens >= 20
            }
            (Lexeme::Cardinal(_), None | Some(Lexeme::Hundred | Lexeme::Scale(_))) => true,
            (Lexeme::Hundred | Lexeme::Collective(_), _) => self.part > 0.0 && self.part < 100.0,
            (Lexeme::Scale(_), _) => self.part > 0.0,
            _ => false,
        }
    }

    fn add(&mut self, lexeme: Lexeme) {
        match lexeme {
            Lexeme::Cardinal(value) => self.part += f64::from(value),
            Lexeme::Hundred => self.part *= 100.0,
            Lexeme::Collective(value) => self.part *= f64::from(value),
            Lexeme::Scale(factor) => {
                self.whole += self.part * factor;
                self.part = 0.0;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    #[test]
    fn numbers_in_digits_and_words() {
        let rows: [(&str, f64, f64); 23] = [
            ("1,209 people", 1209.0, 1.0),
            ("1 209 people", 1209.0, 1.0),
            ("12 345 678 people", 12_345_678.0, 1.0),
            ("4.5 million people", 4.5e6, 1e5),
            ("300k people", 3e5, 1e5),
            ("2½ miles", 2.5, 0.1),
            ("four villages", 4.0, 1.0),
            ("twenty-five villages", 25.0, 1.0),
            ("fifty villages", 50.0, 10.0),
            ("two hundred and fifty thousand people", 250_000.0, 10_000.0),
            ("one hundred and one", 101.0, 1.0),
            ("a hundred men", 100.0, 100.0),
            ("a dozen men", 12.0, 1.0),
            ("two dozen men", 24.0, 1.0),
            ("half a million men", 5e5, 1e5),
            ("one and a half million men", 1.5e6, 1e5),
            ("tens of thousands", 20_000.0, 10_000.0),
            ("hundreds of thousands", 200_000.0, 100_000.0),
            ("several hundred men", 200.0, 100.0),
            ("scores of men", 40.0, 20.0),
            ("17,160.63 acres", 17160.63, 0.01),
            ("10 1/2 miles", 10.5, 0.1),
            ("hundred thousand men", 1e5, 1e5),
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
}
