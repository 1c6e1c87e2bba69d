//! The fields of requests that compare, and the arguments they stand for.

use super::{problem::Problem, question::filled};
use crate::args::{CoverageArgs, DiffArgs, Every, MapsChoice, Outputs, SeriesArgs, Stretch, Whose};
use clap::ValueEnum as _;
use serde::Deserialize;

/// The fields of `/api/series`; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SeriesFields {
    from: Option<String>,
    to: Option<String>,
    every: Option<String>,
    known_on: Option<String>,
    maps: Option<String>,
    prefer: Option<String>,
    boundaries: Option<String>,
    party: Option<String>,
    region: Option<String>,
}

/// The fields of `/api/diff`; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DiffFields {
    from: Option<String>,
    to: Option<String>,
    on: Option<String>,
    known: Option<String>,
    known_on: Option<String>,
    maps: Option<String>,
    boundaries: Option<String>,
    party: Option<String>,
    region: Option<String>,
}

/// The fields of `/api/coverage`; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CoverageFields {
    from: Option<String>,
    to: Option<String>,
    known_on: Option<String>,
    maps: Option<String>,
    party: Option<String>,
}

impl SeriesFields {
    /// The arguments that the fields stand for.
    ///
    /// # Errors
    /// Where a word is none of those allowed, or a stretch has one end alone.
    pub(crate) fn args(self) -> Result<SeriesArgs, Problem> {
        let every = filled(self.every).unwrap_or_else(|| "day".to_owned());
        let every = Every::from_str(&every, false).map_err(|_| {
            Problem::question(format!("every={every} is not known\nhint: day, week or month"))
        })?;
        Ok(SeriesArgs {
            days: stretch(self.from, self.to)?,
            every,
            maps: choice(self.maps, self.known_on, self.boundaries),
            prefer: names(self.prefer),
            whose: Whose { party: filled(self.party), region: filled(self.region) },
            outputs: Outputs::records(),
        })
    }
}

impl DiffFields {
    /// The arguments that the fields stand for.
    ///
    /// # Errors
    /// Where the fields name the sides in two ways at once.
    pub(crate) fn args(self) -> Result<DiffArgs, Problem> {
        let Stretch { from, to } = stretch(self.from, self.to)?;
        let (on, known, known_on) = (filled(self.on), filled(self.known), filled(self.known_on));
        if (on.is_some() && from.is_some()) || (known.is_some() && known_on.is_some()) {
            return Err(Problem::question(
                "the two sides are named in two ways\nhint: from and to, or on with maps or known",
            ));
        }
        Ok(DiffArgs {
            from,
            to,
            on,
            known,
            maps: choice(self.maps, known_on, self.boundaries),
            whose: Whose { party: filled(self.party), region: filled(self.region) },
            outputs: Outputs::records(),
        })
    }
}

impl CoverageFields {
    /// The arguments that the fields stand for.
    ///
    /// # Errors
    /// Where a stretch has one end alone.
    pub(crate) fn args(self) -> Result<CoverageArgs, Problem> {
        Ok(CoverageArgs {
            days: stretch(self.from, self.to)?,
            maps: choice(self.maps, self.known_on, None),
            party: filled(self.party),
            outputs: Outputs::records(),
        })
    }
}

fn stretch(from: Option<String>, to: Option<String>) -> Result<Stretch, Problem> {
    let (from, to) = (filled(from), filled(to));
    if from.is_some() != to.is_some() {
        return Err(Problem::question("a stretch has both from and to"));
    }
    Ok(Stretch { from, to })
}

fn choice(
    maps: Option<String>,
    known_on: Option<String>,
    boundaries: Option<String>,
) -> MapsChoice {
    MapsChoice {
        maps: names(maps),
        known_on: filled(known_on),
        boundaries: filled(boundaries),
        allow_coarse: false,
    }
}

/// Names separated by commas.
fn names(field: Option<String>) -> Vec<String> {
    let names = filled(field).unwrap_or_default();
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(ToOwned::to_owned).collect()
}
