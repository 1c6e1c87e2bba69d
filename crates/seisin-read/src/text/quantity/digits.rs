//! Numbers in digits.

use super::{
    money::currency_before,
    number::{Number, NumberForm},
    words,
};
use crate::text::{
    lexeme::Lexeme,
    token::{Gap, TokenKind},
    view::View,
};
use seisin_core::Quantity;

/// "1,209", "1 209", "4.5 million", "300k", "2½", "3/4".
pub(super) fn number(view: View<'_>, at: usize) -> Option<Number> {
    let mut end = at + 1;
    let (mut value, mut step) = if is_group(view, end, view.word(at)) {
        let mut written = view.word(at).to_owned();
        while is_group(view, end, &written) {
            written.push_str(view.word(end));
            end += 1;
        }
        read(&written)?
    } else {
        read(view.word(at))?
    };
    if let Some(places) = leading_point(view, at) {
        (value, step) = (value * places, step * places);
    }
    if let Some(Lexeme::Vulgar(part)) = view.lexeme(end).filter(|_| view.is_attached(end)) {
        (value, step) = (value + part, 0.1);
        end += 1;
    } else if let Some((part, after)) = slashed_part(view, end, value) {
        (value, step) = (value + part, 0.1);
        end = after;
    } else if let Some(part) = slashed(view, at).filter(|_| end == at + 1) {
        (value, step) = (part, 0.1);
        end = at + 3;
    }
    let (factor, end) = scale(view, at, end);
    let form = if factor > 1.0 { NumberForm::ScaledDigits } else { NumberForm::Digits };
    let scaled = Number { tokens: at..end, value: value * factor, step: step * factor, form };
    Some(with_rest(view, scaled, factor))
}

/// The tenth power by which digits after a bare point count: ".08".
fn leading_point(view: View<'_>, at: usize) -> Option<f64> {
    let before = at.checked_sub(1)?;
    let bare = view.kind(before) == Some(TokenKind::Period)
        && view.is_attached(at)
        && !view.is_attached(before)
        && view.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let length = i32::try_from(view.word(at).len()).ok()?;
    bare.then(|| 10_f64.powi(-length))
}

fn plain(view: View<'_>, at: usize) -> Option<f64> {
    (view.kind(at) == Some(TokenKind::Number)).then(|| view.word(at).parse().ok())?
}

/// Whether a slash without spaces stands between the digits at `at` and the next.
fn is_slashed(view: View<'_>, at: usize) -> bool {
    view.word(at + 1) == "/" && view.is_attached(at + 1) && view.is_attached(at + 2)
}

/// The fraction of "10 1/2" after its whole part, and one past it.
fn slashed_part(view: View<'_>, at: usize, whole: f64) -> Option<(f64, usize)> {
    let (parts, of) = (plain(view, at)?, plain(view, at + 2)?);
    let written = is_slashed(view, at) && !view.is_attached(at);
    (written && whole.fract() == 0.0 && parts < of && of <= 16.0).then_some((parts / of, at + 3))
}

/// "3/4" alone: of parts that are printed so, which no "9/11" and no "24/7" is.
fn slashed(view: View<'_>, at: usize) -> Option<f64> {
    const PARTS: [f64; 7] = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 16.0];
    let (parts, of) = (plain(view, at)?, plain(view, at + 2)?);
    let alone = view.word(at + 3) != "/" && !(at > 0 && view.word(at - 1) == "/");
    let one_digit = view.word(at).len() <= 2 && !view.word(at).starts_with('0');
    (is_slashed(view, at) && alone && one_digit && parts < of && PARTS.contains(&of))
        .then_some(parts / of)
}

/// Whether the token at `at` is the next group of three digits of a number with spaces inside; the
/// last may go on with decimals.
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
    let word = view.word(at);
    let group = word.split_once('.').map_or(word, |(whole, _)| whole);
    one_space
        && group.len() == 3
        && digits(group)
        && digits(written)
        && (if written.len() <= 3 { first <= 3 && written != "0" } else { first == 3 })
}

/// The value and rounding step of digits with commas or points inside; `None` for what is no one
/// number: addresses, lists without spaces.
fn read(written: &str) -> Option<(f64, f64)> {
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((written.parse().ok()?, Quantity::step_of_digits(written)));
    }
    let grouped = |text: &str, mark: char| {
        let mut groups = text.split(mark).skip(1).peekable();
        let mut sound = groups.peek().is_some();
        while let Some(group) = groups.next() {
            // "1,00,000" as in India: twos, and a three at the end.
            sound &= group.len() == 3 || group.len() == 2 && groups.peek().is_some();
        }
        sound
    };
    let plain = match (written.rfind(','), written.rfind('.')) {
        (None, Some(_)) if written.matches('.').count() > 1 => {
            grouped(written, '.').then(|| written.replace('.', ""))?
        }
        (Some(comma), Some(point)) if comma > point => {
            let whole = written.get(..comma)?;
            let sound = !whole.contains(',') && grouped(whole, '.');
            sound.then(|| written.replace('.', "").replace(',', "."))?
        }
        (Some(_), Some(point)) => {
            let sound = grouped(written.get(..point)?, ',');
            sound.then(|| written.replace(',', ""))?
        }
        (Some(_), None) if is_decimal_comma(written) => written.replace(',', "."),
        (Some(_), None) => grouped(written, ',').then(|| written.replace(',', ""))?,
        _ => written.to_owned(),
    };
    Some((plain.parse().ok()?, Quantity::step_of_digits(&plain)))
}

/// Whether the one comma stands where no group of three follows.
fn is_decimal_comma(written: &str) -> bool {
    written.split_once(',').is_some_and(|(_, after)| !after.contains(',') && after.len() != 3)
}

/// The factor of the scale words after digits and one past them: "million", "k", "bn", "dozens".
fn scale(view: View<'_>, first: usize, at: usize) -> (f64, usize) {
    if let Some(factor) = letter(view, first, at) {
        return (factor, at + 1);
    }
    let (factor, mut end) = match view.lexeme(at) {
        Some(Lexeme::Scale(factor)) => (factor, at + 1),
        Some(Lexeme::Hundred) => (100.0, at + 1),
        Some(Lexeme::Collective(12)) => (12.0, at + 1),
        // An indefinite many after a number is that many of it: "3 dozens", "2 millions".
        Some(Lexeme::Many(many)) if !view.is_any(at, &["tens", "scores"]) => (many / 2.0, at + 1),
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

/// The factor of a letter that stands for a scale: "300k", "10M", "$5m", "€1.2b".
fn letter(view: View<'_>, first: usize, at: usize) -> Option<f64> {
    let word = view.word(at);
    if word.len() > 2 || view.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let attached = view.is_attached(at);
    let money = || currency_before(view, first).is_some();
    match word {
        "k" => Some(1e3),
        "K" if attached && money() => Some(1e3),
        "M" if attached => Some(1e6),
        "m" | "mm" | "MM" if money() => Some(1e6),
        "b" | "B" if attached && (money() || word == "B") => Some(1e9),
        "T" if attached && money() => Some(1e12),
        _ => None,
    }
}

/// "3 hundred and 21", "4 thousand 3 hundred": what goes on below hundreds or thousands.
fn with_rest(view: View<'_>, scaled: Number, factor: f64) -> Number {
    if !(100.0..=1000.0).contains(&factor) || scaled.value.fract() > 0.0 {
        return scaled;
    }
    let end = scaled.tokens.end;
    let and = view.is(end, "and");
    let next = end + usize::from(and);
    let rest = match view.kind(next) {
        Some(TokenKind::Number) => number(view, next),
        Some(TokenKind::Word) => words::number(view, next),
        _ => None,
    };
    let Some(rest) = rest.filter(|rest| rest.value < factor && rest.value.fract() == 0.0) else {
        return scaled;
    };
    let joined = and || rest.form == NumberForm::ScaledDigits || rest.value >= 100.0;
    let ends = !view.is_any(rest.tokens.end, &["percent", "per"]);
    if !(joined && ends) {
        return scaled;
    }
    Number {
        tokens: scaled.tokens.start..rest.tokens.end,
        value: scaled.value + rest.value,
        step: rest.step,
        form: scaled.form,
    }
}
