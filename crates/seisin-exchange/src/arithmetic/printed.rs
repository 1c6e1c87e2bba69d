//! A figure as a table prints it, read as a quantity.

use seisin_core::{Bound, Quantity, QuantityKind, Unit, UnitKind};

/// Words for units of area and length as tables print them, letters and digits alone.
const UNITS: &[(&str, Unit)] = &[
    ("acre", Unit::Acre),
    ("acres", Unit::Acre),
    ("ac", Unit::Acre),
    ("ha", Unit::Hectare),
    ("hectare", Unit::Hectare),
    ("hectares", Unit::Hectare),
    ("km2", Unit::SquareKilometre),
    ("km²", Unit::SquareKilometre),
    ("sqkm", Unit::SquareKilometre),
    ("squarekm", Unit::SquareKilometre),
    ("squarekilometre", Unit::SquareKilometre),
    ("squarekilometres", Unit::SquareKilometre),
    ("squarekilometer", Unit::SquareKilometre),
    ("squarekilometers", Unit::SquareKilometre),
    ("mi2", Unit::SquareMile),
    ("mi²", Unit::SquareMile),
    ("sqmi", Unit::SquareMile),
    ("sqmiles", Unit::SquareMile),
    ("squaremile", Unit::SquareMile),
    ("squaremiles", Unit::SquareMile),
    ("m2", Unit::SquareMetre),
    ("m²", Unit::SquareMetre),
    ("sqm", Unit::SquareMetre),
    ("dunam", Unit::Dunam),
    ("dunams", Unit::Dunam),
    ("feddan", Unit::Feddan),
    ("feddans", Unit::Feddan),
    ("km", Unit::Kilometre),
    ("mi", Unit::Mile),
    ("miles", Unit::Mile),
    ("people", Unit::One),
    ("population", Unit::One),
    ("persons", Unit::One),
    ("residents", Unit::One),
    ("inhabitants", Unit::One),
];

/// The unit these words stand for: `sq km`, `hectares`, `people`.
pub(super) fn unit_named(words: &str) -> Option<Unit> {
    let plain: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = plain.to_lowercase();
    let (_, unit) = UNITS.iter().find(|(word, _)| *word == plain)?;
    Some(if *unit == Unit::One { Unit::Counted("person".to_owned()) } else { unit.clone() })
}

/// The figure some words print: `17,160.63 acres`, `.02 %`, `about 37,000 people`.
///
/// # Method
/// A figure is taken to be rounded to its last printed digit, a percentage to its last digit over
/// a hundred; after `about` and the like trailing zeros count as rounding too. A word that is no
/// unit counts things.
pub(crate) fn figure(text: &str) -> Option<Quantity> {
    let text = text.trim();
    let (about, rest) = without_about(text);
    let end = rest
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map_or(rest.len(), |(at, _)| at);
    let (digits, words) = rest.split_at(end);
    let value: f64 = grouped(digits)?.parse().ok()?;
    let words = words.trim();
    let step = if digits.contains('.') || about { Quantity::step_of_digits(digits) } else { 1.0 };
    let percent = ["%", "percent", "per cent"].contains(&words.to_lowercase().as_str());
    let unit = match words {
        "" => Unit::One,
        _ if percent => Unit::One,
        _ => unit_named(words).unwrap_or_else(|| Unit::Counted(words.to_lowercase())),
    };
    let scale = if percent { 100.0 } else { 1.0 };
    Some(Quantity {
        kind: match unit.kind() {
            UnitKind::Area => QuantityKind::Area,
            UnitKind::Length => QuantityKind::Length,
            UnitKind::Share => QuantityKind::Share,
            UnitKind::Count => QuantityKind::Count,
        },
        bound: Bound::Exactly,
        value: value / scale,
        high: None,
        step: step / scale,
        unit,
        of: None,
        frame: None,
        original_value: text.to_owned(),
    })
}

/// A plain figure of a column whose heading names the unit.
pub(super) fn figure_in(text: &str, unit: &Unit) -> Option<Quantity> {
    let found = figure(text)?;
    (found.unit == Unit::One && !text.contains('%'))
        .then(|| Quantity { unit: unit.clone(), ..found })
}

fn without_about(text: &str) -> (bool, &str) {
    let words = ["about ", "around ", "some ", "nearly ", "roughly ", "approximately ", "~", "c. "];
    let found = words.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| text.get(word.len()..)).flatten()
    });
    found.map_or((false, text), |rest| (true, rest.trim_start()))
}

/// Digits without their grouping commas; `None` where commas stand elsewhere than between thousands.
fn grouped(digits: &str) -> Option<String> {
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let sound = groups.all(|group| group.len() == 3) && (first.len() <= 3 || !whole.contains(','));
    let any = digits.chars().any(|c| c.is_ascii_digit());
    (sound && any && !rest.contains([',', '.'])).then(|| digits.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_their_rounding() {
        let read = |text: &str| figure(text).map(|q| (q.value, q.step, q.unit));
        assert_eq!(read("17,160.63 acres"), Some((17_160.63, 0.01, Unit::Acre)));
        assert_eq!(read("about 37,000"), Some((37_000.0, 1_000.0, Unit::One)));
        assert_eq!(read("2,392 sq mi"), Some((2_392.0, 1.0, Unit::SquareMile)));
        assert_eq!(read("40.67 km²"), Some((40.67, 0.01, Unit::SquareKilometre)));
        assert_eq!(read("12 villages"), Some((12.0, 1.0, Unit::Counted("villages".into()))));
        let share = figure(".02 %").expect("a share");
        assert!((share.value - 0.0002).abs() < 1e-12 && (share.step - 0.0001).abs() < 1e-12);
        for none in ["", "acres", "1,2,3", "1.2.3", ","] {
            assert_eq!(figure(none), None, "{none}");
        }
    }
}
