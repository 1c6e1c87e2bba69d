//! Numbers in words.

use super::number::{Number, NumberForm};
use crate::text::{lexeme::Lexeme, token::TokenKind, view::View};
use seisin_core::Quantity;

/// "four", "twenty-five", "two hundred and fifty thousand", "a dozen", "five point two".
pub(super) fn number(view: View<'_>, at: usize) -> Option<Number> {
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
        let counts = matches!(lexeme, Lexeme::Cardinal(_));
        if counts && article && last.is_none() {
            return None;
        }
        if counts && last.is_some() && counts_parts(view, next) {
            break;
        }
        sum.add(lexeme);
        last = Some(lexeme);
        end = next + 1;
    }
    last?;
    let value = sum.whole + sum.part;
    if let Some(decimal) = decimal(view, at, end, value) {
        return Some(decimal);
    }
    let step = if value < 20.0 { 1.0 } else { Quantity::step_of_digits(&format!("{value:.0}")) };
    Some(Number { tokens: at..end, value, step, form: NumberForm::Words })
}

/// Whether the number word at `at` counts parts, and so is no end of the number before it: "three
/// quarters" of "one hundred and three quarters".
fn counts_parts(view: View<'_>, at: usize) -> bool {
    let Some((_, next)) = cardinal(view, at) else { return false };
    let next = next + usize::from(view.kind(next) == Some(TokenKind::Hyphen));
    match view.lexeme(next) {
        Some(Lexeme::Parts(_) | Lexeme::Half) => true,
        Some(Lexeme::Quarter) => view.is(next, "quarters"),
        Some(Lexeme::Ordinal(of)) => of > 2 && view.is(at, "one"),
        _ => false,
    }
}

/// The whole number below a hundred in words at `at`: "four", "fifty-four"; and one past it.
pub(super) fn cardinal(view: View<'_>, at: usize) -> Option<(u8, usize)> {
    let Some(Lexeme::Cardinal(first)) = view.lexeme(at) else { return None };
    let next = at + 1 + usize::from(view.kind(at + 1) == Some(TokenKind::Hyphen));
    match view.lexeme(next) {
        Some(Lexeme::Cardinal(ones @ 1..=9)) if first >= 20 => Some((first + ones, next + 1)),
        _ => Some((first, at + 1)),
    }
}

/// "five point two five", "two point five million": the places after "point", each a word.
fn decimal(view: View<'_>, at: usize, end: usize, whole: f64) -> Option<Number> {
    if !view.is(end, "point") || whole.fract() > 0.0 {
        return None;
    }
    let mut written = format!("{whole:.0}.");
    let mut next = end + 1;
    while let Some((digits, after)) = cardinal(view, next) {
        written.push_str(&digits.to_string());
        next = after;
    }
    let step = Quantity::step_of_digits(&written);
    let value: f64 = written.parse().ok().filter(|_| next > end + 1)?;
    let (factor, next) = match view.lexeme(next) {
        Some(Lexeme::Scale(factor)) => (factor, next + 1),
        _ => (1.0, next),
    };
    let form = NumberForm::Words;
    Some(Number { tokens: at..next, value: value * factor, step: step * factor, form })
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
            (Lexeme::Hundred, _) => self.part > 0.0 && self.part < 100.0,
            (Lexeme::Collective(_), _) => self.part > 0.0 && self.part < 1000.0,
            // "lakh crore", "thousand million"
            (Lexeme::Scale(_), last) => self.part > 0.0 || matches!(last, Some(Lexeme::Scale(_))),
            (Lexeme::Many(many), Some(Lexeme::Cardinal(_) | Lexeme::Hundred)) => {
                // "three dozens", "two hundreds", but "forty tens" is no number.
                many > 40.0 || (many - 24.0).abs() < 0.5
            }
            _ => false,
        }
    }

    fn add(&mut self, lexeme: Lexeme) {
        match lexeme {
            Lexeme::Cardinal(value) => self.part += f64::from(value),
            Lexeme::Hundred => self.part *= 100.0,
            Lexeme::Collective(value) => self.times_last(f64::from(value)),
            Lexeme::Many(many) => self.times_last(many / 2.0),
            Lexeme::Scale(factor) if self.part > 0.0 => {
                self.whole += self.part * factor;
                self.part = 0.0;
            }
            Lexeme::Scale(factor) => self.whole *= factor,
            _ => {}
        }
    }

    /// Multiplies what was counted since the last hundred: "three hundred and two dozen" is 324.
    fn times_last(&mut self, factor: f64) {
        let last = self.part % 100.0;
        self.part = if last > 0.0 { self.part - last + last * factor } else { self.part * factor };
    }
}
