//! Parts of a whole: fractions in words and percentages.

use super::number::{Number, NumberForm, number, parts_named};
use crate::text::{
    lexeme::Lexeme,
    token::{LetterCase, TokenKind},
    view::View,
};
use std::ops::Range;

/// A part of a whole, as a plain ratio.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The ratio.
    pub(crate) value: f64,
    /// The rounding step of the ratio.
    pub(crate) step: f64,
    /// Which rule took it.
    pub(crate) rule: &'static str,
}

/// The fraction that begins with the token at `at`: "a fifth", "two-thirds", "half", "one in
/// five", "the southern third", "¾".
pub(crate) fn fraction(view: View<'_>, at: usize) -> Option<Part> {
    counted_parts(view, at)
        .or_else(|| one_in(view, at))
        .or_else(|| half(view, at))
        .or_else(|| the_third(view, at))
        .or_else(|| slashed(view, at))
        .or_else(|| vulgar(view, at))
}

/// The rounding step of `k/n`: how far the next plain fraction is away.
///
/// # Method
/// Halves, thirds, quarters and fifths are the fractions that reports print; the nearest other one
/// of them is 0.05 from a fifth and 0.1 from a half. For a finer part the next one finer is taken:
/// 1/n − 1/(n + 1).
fn step(parts: f64, of: f64) -> f64 {
    const PLAIN: [f64; 9] = [0.2, 0.25, 1.0 / 3.0, 0.4, 0.5, 0.6, 2.0 / 3.0, 0.75, 0.8];
    if of > 5.0 {
        return 1.0 / (of * (of + 1.0));
    }
    let value = parts / of;
    PLAIN
        .into_iter()
        .map(|plain| (plain - value).abs())
        .filter(|distance| *distance > 1e-9)
        .fold(1.0, f64::min)
}

fn part(tokens: Range<usize>, parts: f64, of: f64, rule: &'static str) -> Option<Part> {
    (parts <= of && of > 0.0).then(|| Part {
        tokens,
        value: parts / of,
        step: step(parts, of),
        rule,
    })
}

/// "a fifth", "one-fifth", "two thirds", "three quarters".
fn counted_parts(view: View<'_>, at: usize) -> Option<Part> {
    let count = match view.lexeme(at) {
        Some(Lexeme::Cardinal(count)) => count,
        Some(Lexeme::Opener) if view.is_any(at, &["a", "an"]) => 1,
        None if view.kind(at) == Some(TokenKind::Number) && view.word(at).len() == 1 => {
            view.word(at).parse().ok()?
        }
        _ => return None,
    };
    let next = if view.kind(at + 1) == Some(TokenKind::Hyphen) { at + 2 } else { at + 1 };
    let of = parts_named(view, next, count)?;
    let plain = count > 1 || next > at + 1 || stands_alone(view, next + 1);
    plain.then(|| part(at..next + 1, f64::from(count), f64::from(of), "fraction"))?
}

/// Whether what follows "a third" shows that it is a part and no ordinal.
pub(super) fn stands_alone(view: View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(TokenKind::Word) => view.is_any(
            at,
            &[
                "of", "the", "its", "their", "his", "or", "and", "is", "was", "are", "in", "by",
                "under",
            ],
        ),
        Some(TokenKind::Hyphen | TokenKind::Possessive) => false,
        _ => true,
    }
}

/// "one in five", "two out of every three".
fn one_in(view: View<'_>, at: usize) -> Option<Part> {
    let count = number(view, at)?;
    let end = count.tokens.end;
    let next = match () {
        () if view.reads(end, &["out", "of", "every"]) => end + 3,
        () if view.reads(end, &["out", "of"]) => end + 2,
        () if view.reads(end, &["in", "every"]) => end + 2,
        () if view.is(end, "in") => end + 1,
        () => return None,
    };
    let whole = number(view, next)?;
    let small = count.value < whole.value
        && whole.value <= 100.0
        && count.value.fract() == 0.0
        && count.form == whole.form
        && count.form == NumberForm::Words;
    small.then(|| part(at..whole.tokens.end, count.value, whole.value, "one-in"))?
}

/// "half", "half the land", "half of it", "the Arland half of the isle".
fn half(view: View<'_>, at: usize) -> Option<Part> {
    if view.lexeme(at) != Some(Lexeme::Half) || !view.is(at, "half") {
        return None;
    }
    let of = view.is(at + 1, "of");
    let determined =
        view.is_any(at + 1, &["the", "its", "their", "his", "her", "all", "that", "this"]);
    let ends =
        !matches!(view.kind(at + 1), Some(TokenKind::Word | TokenKind::Hyphen | TokenKind::Number));
    let before = at.checked_sub(1).map_or("", |before| view.word(before));
    let ordinal = matches!(
        at.checked_sub(1).and_then(|before| view.lexeme(before)),
        Some(Lexeme::Ordinal(_))
    );
    let joined = at.checked_sub(1).and_then(|b| view.kind(b)) == Some(TokenKind::Hyphen);
    if ordinal || joined || before.eq_ignore_ascii_case("and") && ends && !of {
        return None;
    }
    (of || determined || ends).then(|| part(at..at + 1, 1.0, 2.0, "fraction"))?
}

/// "the southern third of", "the remaining fifth": a part singled out by an adjective.
fn the_third(view: View<'_>, at: usize) -> Option<Part> {
    let of = match view.lexeme(at)? {
        Lexeme::Ordinal(of) if of > 2 => of,
        Lexeme::Quarter if view.is(at, "quarter") => 4,
        _ => return None,
    };
    let adjective = view.word(at.checked_sub(1)?);
    let last = ["remaining", "other", "last", "final", "whole"]
        .iter()
        .any(|word| adjective.eq_ignore_ascii_case(word));
    let singled = last
        || (view.is(at + 1, "of")
            && ["ern", "per", "wer", "ral", "ner", "ter"]
                .iter()
                .any(|end| adjective.ends_with(end)))
        || (view.is(at + 1, "of")
            && view.token(at - 1).is_some_and(|token| token.case == LetterCase::Capitalised)
            && at >= 2
            && view.is(at - 2, "the"))
        || (adjective.eq_ignore_ascii_case("the") && is_of_land(view, at + 1));
    let alone = view.is(at + 1, "of")
        || view.is(at + 1, "or")
        || view.kind(at + 1) != Some(TokenKind::Word)
        || view.is_any(at + 1, &["followed", "went", "fell", "is", "was", "remained", "to"]);
    (singled && alone).then(|| part(at..at + 1, 1.0, f64::from(of), "fraction-singled-out"))?
}

/// "Of Velk region", "of the territory": a whole that has parts, where "the fifth of June" is a day.
fn is_of_land(view: View<'_>, of: usize) -> bool {
    const LAND: [&str; 9] = [
        "region",
        "province",
        "oblast",
        "district",
        "island",
        "territory",
        "country",
        "land",
        "peninsula",
    ];
    view.is(of, "of")
        && !matches!(view.lexeme(of + 1), Some(Lexeme::Month(_)))
        && (of + 1..of + 4).any(|at| {
            view.is_any(at, &LAND)
                && (of + 1..at).all(|name| {
                    let capital = view.token(name).map(|token| token.case);
                    view.is(name, "the") || capital == Some(LetterCase::Capitalised)
                })
        })
}

/// "2/3" where "of" follows.
fn slashed(view: View<'_>, at: usize) -> Option<Part> {
    let digits = |at: usize| -> Option<f64> {
        (view.kind(at) == Some(TokenKind::Number)).then(|| view.word(at).parse().ok())?
    };
    let written = view.word(at + 1) == "/" && view.is_attached(at + 1) && view.is_attached(at + 2);
    let (parts, of) = (digits(at)?, digits(at + 2)?);
    let plain = written && parts < of && of <= 100.0 && view.is_any(at + 3, &["of", "the", "its"]);
    plain.then(|| part(at..at + 3, parts, of, "fraction"))?
}

fn vulgar(view: View<'_>, at: usize) -> Option<Part> {
    let Lexeme::Vulgar(value) = view.lexeme(at)? else { return None };
    Some(Part { tokens: at..at + 1, value, step: 0.05, rule: "fraction" })
}

/// One past the word for percent at `at`: "%", "percent", "per cent", "pct".
pub(crate) fn percent_sign(view: View<'_>, at: usize) -> Option<usize> {
    let at = if view.kind(at) == Some(TokenKind::Hyphen) { at + 1 } else { at };
    match () {
        () if view.kind(at) == Some(TokenKind::Percent) => Some(at + 1),
        () if view.is_any(
            at,
            &[
                "percent",
                "pct",
                "pc",
                "p.c.",
                "percents",
                "percentage",
                "процентов",
                "процента",
                "відсотків",
            ],
        ) =>
        {
            Some(at + 1)
        }
        () if view.reads(at, &["per", "cent"]) => Some(at + 2),
        () => None,
    }
}

/// A number of percent as a ratio. A percentage in whole points is printed to the point.
pub(crate) fn percentage(value: &Number) -> (f64, f64) {
    (value.value / 100.0, value.step.min(1.0) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn found(text: &str) -> Option<(f64, f64)> {
        let prepared = prepare(text);
        let view = View::of(&prepared, &prepared.sentences[0]);
        (0..view.len()).find_map(|at| fraction(view, at)).map(|part| (part.value, part.step))
    }

    #[test]
    fn fractions() {
        let rows = [
            ("around a fifth of the land", 0.2, 0.05),
            ("two-thirds of it", 2.0 / 3.0, 1.0 / 15.0),
            ("three quarters of Sarn", 0.75, 0.05),
            ("half of Sarn", 0.5, 0.1),
            ("half its land", 0.5, 0.1),
            ("one in five houses", 0.2, 0.05),
            ("the southern third of Sarn", 1.0 / 3.0, 1.0 / 15.0),
            ("the remaining fifth or so", 0.2, 0.05),
            ("nearly a tenth of it", 0.1, 1.0 / 110.0),
            ("2/3 of the town", 2.0 / 3.0, 1.0 / 15.0),
        ];
        for (text, value, step) in rows {
            let (found_value, found_step) = found(text).expect(text);
            assert!((found_value - value).abs() < 1e-9, "{text} {found_value}");
            assert!((found_step - step).abs() < 1e-9, "{text} {found_step}");
        }
    }

    #[test]
    fn ordinals_and_halves_of_other_things_are_no_parts() {
        for text in [
            "a third village fell",
            "the second half of 2024",
            "half an hour",
            "the third of March",
            "a fourth attack",
            "half a million",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
