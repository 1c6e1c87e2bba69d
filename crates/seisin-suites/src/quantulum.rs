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
                tally.count(Scope::In, right, || {
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

fn span(case: &Case, expected: &Expected) -> Span {
    let at = case.req.find(expected.surface.trim()).unwrap_or(0);
    let start = case.req.get(..at).map_or(0, |before| before.chars().count());
    Span { start, end: start + expected.surface.trim().chars().count() }
}
