//! Units as reports print them.

use super::other_unit;
use crate::text::{token::TokenKind, view::View, word_table::WordTable};
use seisin_core::Unit;
use std::sync::LazyLock;

/// What stands after a number where a unit may stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum UnitFound {
    /// A unit of area or length.
    Known(Unit),
    /// A unit of something else, named: a weight, a speed, a temperature.
    Elsewhere(&'static str),
    /// "square" with a word that is no known length.
    Unknown,
}

/// A unit and one past its last token.
pub(crate) struct UnitAt {
    pub(crate) unit: UnitFound,
    pub(crate) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum UnitWord {
    Square,
    Mile,
    Kilometre,
    Metre,
    OtherLength(&'static str),
    Area(AreaWord),
    Elsewhere(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum AreaWord {
    SquareMile,
    SquareKilometre,
    SquareMetre,
    Hectare,
    Acre,
    Dunam,
    Feddan,
}

impl AreaWord {
    const fn unit(self) -> Unit {
        match self {
            Self::SquareMile => Unit::SquareMile,
            Self::SquareKilometre => Unit::SquareKilometre,
            Self::SquareMetre => Unit::SquareMetre,
            Self::Hectare => Unit::Hectare,
            Self::Acre => Unit::Acre,
            Self::Dunam => Unit::Dunam,
            Self::Feddan => Unit::Feddan,
        }
    }
}

/// The unit that begins at `at`, past a joining hyphen ("6,300-square-mile").
pub(crate) fn unit(view: View<'_>, at: usize) -> Option<UnitAt> {
    let at = past_hyphen(view, at);
    match word(view.word(at))? {
        UnitWord::Square => Some(squared(view, at)),
        UnitWord::Area(area) => Some(known(area.unit(), past_period(view, at + 1))),
        UnitWord::Mile => Some(length(view, at, Unit::Mile)),
        UnitWord::Kilometre => Some(length(view, at, Unit::Kilometre)),
        UnitWord::Metre => Some(length(view, at, Unit::Metre)),
        UnitWord::OtherLength(name) | UnitWord::Elsewhere(name) => {
            Some(UnitAt { unit: UnitFound::Elsewhere(name), end: at + 1 })
        }
    }
}

fn known(unit: Unit, end: usize) -> UnitAt {
    UnitAt { unit: UnitFound::Known(unit), end }
}

/// "square miles", "sq. km", "кв. км", "sq km".
fn squared(view: View<'_>, at: usize) -> UnitAt {
    let dot = view.kind(at + 1) == Some(TokenKind::Period);
    let next = past_hyphen(view, if dot { at + 2 } else { at + 1 });
    let area = match word(view.word(next)) {
        Some(UnitWord::Mile) => Unit::SquareMile,
        Some(UnitWord::Kilometre) => Unit::SquareKilometre,
        Some(UnitWord::Metre) => Unit::SquareMetre,
        Some(UnitWord::OtherLength(name)) => {
            return UnitAt { unit: UnitFound::Elsewhere(name), end: next + 1 };
        }
        _ if view.kind(next) == Some(TokenKind::Word) => {
            return UnitAt { unit: UnitFound::Unknown, end: next + 1 };
        }
        _ => return UnitAt { unit: UnitFound::Unknown, end: at + 1 },
    };
    known(area, past_period(view, next + 1))
}

/// A length, or the area it becomes with a raised two: "km²", "km^2", "km 2" never.
fn length(view: View<'_>, at: usize, unit: Unit) -> UnitAt {
    let raised = view.word(at + 1) == "^" && view.is(at + 2, "2");
    let squared = view.is_any(at + 1, &["squared", "sq"]) || view.word(at + 1) == "²";
    let per = view.word(at + 1) == "/" && view.is_attached(at + 2)
        || view.reads(at + 1, &["per", "hour"])
        || view.reads(at + 1, &["an", "hour"]);
    let area = match unit {
        Unit::Mile => Unit::SquareMile,
        Unit::Kilometre => Unit::SquareKilometre,
        _ => Unit::SquareMetre,
    };
    match () {
        () if raised => known(area, at + 3),
        () if squared => known(area, at + 2),
        () if per => UnitAt { unit: UnitFound::Elsewhere("speed"), end: at + 3 },
        () => known(unit, past_period(view, at + 1)),
    }
}

fn past_hyphen(view: View<'_>, at: usize) -> usize {
    let joins = view.kind(at) == Some(TokenKind::Hyphen) && view.is_attached(at + 1);
    if joins { at + 1 } else { at }
}

/// Past the full stop of a short form that the sentence goes on after.
fn past_period(view: View<'_>, at: usize) -> usize {
    let short = view.kind(at) == Some(TokenKind::Period)
        && view.is_attached(at)
        && view.word(at.saturating_sub(1)).chars().count() <= 3
        && at + 1 < view.len();
    if short { at + 1 } else { at }
}

fn word(word: &str) -> Option<UnitWord> {
    static TABLE: LazyLock<WordTable<UnitWord>> =
        LazyLock::new(|| WordTable::new(lengths().chain(areas()).chain(elsewhere())));
    TABLE.get(word)
}

fn lengths() -> impl Iterator<Item = (&'static str, UnitWord)> {
    const SQUARE: [&str; 9] = [
        "square",
        "sq",
        "кв",
        "квадратных",
        "квадратный",
        "квадратного",
        "квадратных",
        "квадратних",
        "квадратні",
    ];
    const MILE: [&str; 7] = ["mile", "miles", "mi", "миль", "мили", "миля", "миль"];
    const KILOMETRE: [&str; 19] = [
        "km",
        "kms",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "км",
        "километр",
        "километра",
        "километров",
        "километры",
        "кілометр",
        "кілометра",
        "кілометрів",
        "кілометри",
        "klm",
        "kilometros",
        "kilómetros",
        "كيلومتر",
    ];
    const METRE: [&str; 9] =
        ["m", "metre", "metres", "meter", "meters", "м", "метров", "метра", "метрів"];
    let all = |words: &'static [&'static str], unit| words.iter().map(move |word| (*word, unit));
    all(const { &SQUARE }, UnitWord::Square)
        .chain(all(const { &MILE }, UnitWord::Mile))
        .chain(all(const { &KILOMETRE }, UnitWord::Kilometre))
        .chain(all(const { &METRE }, UnitWord::Metre))
}

fn areas() -> impl Iterator<Item = (&'static str, UnitWord)> {
    use AreaWord::{Acre, Dunam, Feddan, Hectare, SquareKilometre, SquareMetre, SquareMile};
    [
        ("km²", SquareKilometre),
        ("km2", SquareKilometre),
        ("sqkm", SquareKilometre),
        ("км²", SquareKilometre),
        ("км2", SquareKilometre),
        ("mi²", SquareMile),
        ("mi2", SquareMile),
        ("sqmi", SquareMile),
        ("m²", SquareMetre),
        ("m2", SquareMetre),
        ("sqm", SquareMetre),
        ("м²", SquareMetre),
        ("м2", SquareMetre),
        ("ha", Hectare),
        ("hectare", Hectare),
        ("hectares", Hectare),
        ("га", Hectare),
        ("гектар", Hectare),
        ("гектара", Hectare),
        ("гектаров", Hectare),
        ("гектари", Hectare),
        ("гектарів", Hectare),
        ("acre", Acre),
        ("acres", Acre),
        ("акров", Acre),
        ("акрів", Acre),
        ("dunam", Dunam),
        ("dunams", Dunam),
        ("dunum", Dunam),
        ("dunums", Dunam),
        ("donum", Dunam),
        ("donums", Dunam),
        ("dönüm", Dunam),
        ("feddan", Feddan),
        ("feddans", Feddan),
    ]
    .into_iter()
    .map(|(word, area)| (word, UnitWord::Area(area)))
}

/// Units of something else than land.
fn elsewhere() -> impl Iterator<Item = (&'static str, UnitWord)> {
    let lengths = other_unit::LENGTHS.iter();
    let others = other_unit::OTHERS.iter();
    lengths
        .flat_map(|(name, words)| words.iter().map(|word| (*word, UnitWord::OtherLength(name))))
        .chain(
            others.flat_map(|(name, words)| {
                words.iter().map(|word| (*word, UnitWord::Elsewhere(name)))
            }),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn found(text: &str) -> Option<UnitFound> {
        let prepared = prepare(text);
        unit(View::of(&prepared, &prepared.sentences[0]), 1).map(|found| found.unit)
    }

    #[test]
    fn areas_and_lengths() {
        let rows = [
            ("400 square miles", Unit::SquareMile),
            ("400 sq. mi. of it", Unit::SquareMile),
            ("400 sq mi", Unit::SquareMile),
            ("400-square-mile belt", Unit::SquareMile),
            ("400 mi²", Unit::SquareMile),
            ("400 km2", Unit::SquareKilometre),
            ("400km²", Unit::SquareKilometre),
            ("400 km^2", Unit::SquareKilometre),
            ("400 sq. km. of it", Unit::SquareKilometre),
            ("400 square kilometers", Unit::SquareKilometre),
            ("400 кв. км", Unit::SquareKilometre),
            ("400 га", Unit::Hectare),
            ("46 ha", Unit::Hectare),
            ("40 feddans", Unit::Feddan),
            ("40 dunums", Unit::Dunam),
            ("20km", Unit::Kilometre),
            ("20-mile strip", Unit::Mile),
            ("300m", Unit::Metre),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text), Some(UnitFound::Known(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_no_unit_of_land() {
        assert_eq!(found("400 square verst"), Some(UnitFound::Unknown));
        assert_eq!(found("90 km/h"), Some(UnitFound::Elsewhere("speed")));
        assert_eq!(found("40 tonnes"), Some(UnitFound::Elsewhere("tonne")));
        assert_eq!(found("40 villages"), None);
    }
}
