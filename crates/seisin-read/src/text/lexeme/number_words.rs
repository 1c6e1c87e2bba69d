//! The words of numbers and parts.

use super::Lexeme;

/// "seven", "forty"
pub(super) fn cardinals() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.into_iter().zip(0_u8..);
    let tens = TENS.into_iter().zip((20_u8..).step_by(10));
    small
        .chain(tens)
        .chain([("fourty", 40), ("nought", 0), ("naught", 0)])
        .map(|(word, value)| (word, Lexeme::Cardinal(value)))
}

/// "third", "thirds"
pub(super) fn ordinals() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const ONE: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const PARTS: [&str; 10] = [
        "thirds",
        "fourths",
        "fifths",
        "sixths",
        "sevenths",
        "eighths",
        "ninths",
        "tenths",
        "elevenths",
        "twelfths",
    ];
    let one = ONE.into_iter().zip(1_u8..).map(|(word, value)| (word, Lexeme::Ordinal(value)));
    let rest = [
        ("thirtieth", Lexeme::Ordinal(30)),
        ("hundredth", Lexeme::Ordinal(100)),
        ("twentieths", Lexeme::Parts(20)),
        ("hundredths", Lexeme::Parts(100)),
    ];
    let parts = PARTS.into_iter().zip(3_u8..).map(|(word, value)| (word, Lexeme::Parts(value)));
    one.chain(parts).chain(rest)
}

/// "million", "dozens", "half", "¾"
pub(super) fn amounts() -> impl Iterator<Item = (&'static str, Lexeme)> {
    use Lexeme::{Collective, Half, Hundred, Many, Quarter, Scale, Vulgar};
    [
        ("hundred", Hundred),
        ("thousand", Scale(1e3)),
        ("million", Scale(1e6)),
        ("billion", Scale(1e9)),
        ("trillion", Scale(1e12)),
        ("mn", Scale(1e6)),
        ("mln", Scale(1e6)),
        ("bn", Scale(1e9)),
        ("bln", Scale(1e9)),
        ("tn", Scale(1e12)),
        ("trn", Scale(1e12)),
        ("tln", Scale(1e12)),
        ("mil", Scale(1e6)),
        ("lakh", Scale(1e5)),
        ("crore", Scale(1e7)),
        ("тыс", Scale(1e3)),
        ("млн", Scale(1e6)),
        ("млрд", Scale(1e9)),
        ("тысяч", Scale(1e3)),
        ("тысячи", Scale(1e3)),
        ("тисяч", Scale(1e3)),
        ("тис", Scale(1e3)),
        ("tens", Many(20.0)),
        ("dozens", Many(24.0)),
        ("scores", Many(40.0)),
        ("hundreds", Many(200.0)),
        ("thousands", Many(2e3)),
        ("millions", Many(2e6)),
        ("billions", Many(2e9)),
        ("dozen", Collective(12)),
        ("doz", Collective(12)),
        ("dozs", Collective(12)),
        ("dz", Collective(12)),
        ("dzs", Collective(12)),
        ("score", Collective(20)),
        ("half", Half),
        ("halves", Half),
        ("quarter", Quarter),
        ("quarters", Quarter),
        ("½", Vulgar(0.5)),
        ("⅓", Vulgar(1.0 / 3.0)),
        ("⅔", Vulgar(2.0 / 3.0)),
        ("¼", Vulgar(0.25)),
        ("¾", Vulgar(0.75)),
        ("⅕", Vulgar(0.2)),
        ("⅖", Vulgar(0.4)),
        ("⅗", Vulgar(0.6)),
        ("⅘", Vulgar(0.8)),
        ("⅙", Vulgar(1.0 / 6.0)),
        ("⅚", Vulgar(5.0 / 6.0)),
        ("⅛", Vulgar(0.125)),
        ("⅜", Vulgar(0.375)),
        ("⅝", Vulgar(0.625)),
        ("⅞", Vulgar(0.875)),
    ]
    .into_iter()
}
