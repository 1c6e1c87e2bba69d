//! Numbers, amounts and dates against the specifications of Recognizers-Text (MIT).

mod case;
mod dates;
mod numbers;

use crate::{
    archive::{Archive, OpenSuiteError},
    figure::{Figure, Tally},
};
use std::collections::BTreeMap;

/// The figure that a model counts towards, its own, and what was counted.
type Counted = (&'static str, &'static str, Tally);

/// Scores numbers, percentages, dimensions, currencies, ages, dates and stretches of dates.
///
/// # Errors
/// [`OpenSuiteError`] where a specification is missing.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let mut figures = Vec::new();
    let all = numbers::score(archive)?.into_iter().chain(dates::score(archive)?);
    let mut groups: BTreeMap<&str, Tally> = BTreeMap::new();
    for (group, id, tally) in all {
        groups.entry(group).or_default().absorb(&tally);
        figures.push(tally.figure(id));
    }
    figures.extend(groups.into_iter().map(|(group, tally)| tally.figure(group)));
    Ok(figures)
}
