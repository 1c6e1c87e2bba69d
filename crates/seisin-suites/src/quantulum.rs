//! Amounts against the cases of quantulum3 (MIT).

use crate::{
    archive::{Archive, OpenSuiteError},
    figure::{Figure, Scope, Tally},
    reading::{Reading, Span, same, values},
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    req: String,
    res: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    value: f64,
    unit: Option<String>,
    surface: String,
}

/// Reads every case.
///
/// # Errors
/// [`OpenSuiteError`] where a file is missing.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let mut tally = Tally::default();
    for file in ["q3/quantities.json", "q3/quantities.ambiguity.json"] {
        let cases: Vec<Case> = archive.json(file)?;
        for case in &cases {
            let reading = Reading::of(&case.req, None);
            for expected in &case.res {
                let span = span(case, expected);
                let right = reading
                    .amounts_at(span)
                    .any(|found| values(found).into_iter().any(|ours| same(ours, expected.value)));
                tally.count(scope(expected), right, || {
                    format!(
                        "{:?}: {:?} = {} {:?}; found {}",
                        case.req,
                        expected.surface,
                        expected.value,
                        expected.unit,
                        reading.told()
                    )
                });
            }
        }
    }
    Ok(vec![tally.figure("quantulum.cases")])
}

/// Out of scope: years, which are dates to a reader of reports; scientific notation and powers; and
/// a unit with an article for a number ("a gallon").
fn scope(expected: &Expected) -> Scope {
    let surface = expected.surface.to_lowercase();
    let unit = expected.unit.as_deref().unwrap_or_default();
    let year = unit == "dimensionless" && surface.trim().parse::<u16>().is_ok_and(is_year);
    let letters: Vec<char> = surface.chars().collect();
    let exponent = letters.windows(2).any(|pair| {
        matches!(pair, ['e', c] | [c, 'e'] if c.is_ascii_digit() || *c == '-')
            || matches!(pair, ['-' | '−', c] if c.is_ascii_digit() && surface.contains("10"))
    });
    let power = exponent && surface.contains(|c: char| c.is_ascii_digit())
        || surface.contains(['^', '×', '⁻']);
    let article = surface.trim().starts_with("a ") && !surface.contains("hundred");
    (!year && !power && !article).into()
}

fn is_year(value: u16) -> bool {
    (1000..2200).contains(&value)
}

fn span(case: &Case, expected: &Expected) -> Span {
    let at = case.req.find(expected.surface.trim()).unwrap_or(0);
    let start = case.req.get(..at).map_or(0, |before| before.chars().count());
    Span { start, end: start + expected.surface.trim().chars().count() }
}
