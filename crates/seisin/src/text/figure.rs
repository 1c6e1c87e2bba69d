//! Figures as people read them: both units, and the error beside them.

use seisin_core::{Area, Band};

/// An area in both units with its error: `1,209.1 km² (466.9 sq mi), 1,200.0–1,218.2 km²`.
pub(crate) fn area_text(band: Band) -> String {
    let best = Area::from_square_metres(band.best);
    let figure =
        format!("{} km² ({} sq mi)", grouped(best.square_km(), 3), grouped(best.square_miles(), 2));
    if band.low < band.high {
        format!("{figure}, error band {} km²", band_text(band, 1e-6, 1))
    } else {
        figure
    }
}

/// The ends of a band in another unit: `1,200.0–1,218.2`.
pub(crate) fn band_text(band: Band, factor: f64, decimals: usize) -> String {
    format!("{}–{}", grouped(band.low * factor, decimals), grouped(band.high * factor, decimals))
}

/// A share as a percentage: `7.825 %`.
pub(crate) fn percent_text(band: Band) -> String {
    let best = format!("{:.3} %", band.best * 100.0);
    if band.low < band.high {
        format!("{best} ({:.2}–{:.2} %)", band.low * 100.0, band.high * 100.0)
    } else {
        best
    }
}

/// A number with its thousands set apart by commas.
fn grouped(value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(1_209.145, 3), "1,209.145");
        assert_eq!(grouped(-643_859.0, 0), "-643,859");
        assert_eq!(grouped(12.0, 1), "12.0");
    }

    #[test]
    fn an_exact_area_has_no_band() {
        assert_eq!(area_text(Band::exact(1_209.145e6)), "1,209.145 km² (466.85 sq mi)");
    }
}
