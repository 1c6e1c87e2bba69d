//! The fields of a request, and the questions they make.

use super::problem::Problem;
use crate::{
    args::{ClaimsArgs, Days, MapsChoice},
    command::{LONGEST_SENTENCE, maps_request, when},
    output::Format,
};
use seisin_answer::{CheckRequest, HoldingsRequest, MapsRequest, Target};
use seisin_core::{ClaimId, Date, PartyId, Tolerance};
use serde::Deserialize;

/// The fields of `/api/check`, in the query or as a JSON object; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CheckFields {
    sentence: Option<String>,
    claim: Option<String>,
    on: Option<String>,
    from: Option<String>,
    to: Option<String>,
    known_on: Option<String>,
    maps: Option<String>,
    boundaries: Option<String>,
    party: Option<String>,
    region: Option<String>,
    frame: Option<String>,
}

/// The fields of `/api/holdings` and `/api/holdings.geojson`; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct HoldingsFields {
    on: Option<String>,
    from: Option<String>,
    to: Option<String>,
    known_on: Option<String>,
    maps: Option<String>,
    boundaries: Option<String>,
    party: Option<String>,
    region: Option<String>,
}

/// The fields of `/api/claims`; unknown ones are refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ClaimsFields {
    party: Option<String>,
    region: Option<String>,
    kind: Option<String>,
    known_on: Option<String>,
}

impl ClaimsFields {
    /// The filters.
    pub(crate) fn filters(self) -> ClaimsArgs {
        ClaimsArgs {
            party: filled(self.party),
            region: filled(self.region),
            kind: filled(self.kind),
            known_on: filled(self.known_on),
            format: Format::Json,
        }
    }
}

impl CheckFields {
    /// The question.
    ///
    /// # Errors
    /// Where nothing or too much is named to check, or a date is none.
    pub(crate) fn request(self) -> Result<CheckRequest, Problem> {
        let target = match (filled(self.sentence), filled(self.claim)) {
            (Some(sentence), None) => Target::Sentence(short_enough(&sentence)?),
            (None, Some(claim)) => Target::Claim(ClaimId(claim)),
            (None, None) => {
                return Err(Problem::question("there is no sentence to check\nhint: sentence=…"));
            }
            (Some(_), Some(_)) => {
                return Err(Problem::question("either a sentence or a claim can be checked"));
            }
        };
        Ok(CheckRequest {
            target,
            days: days(self.on, self.from, self.to)?,
            maps: maps(self.maps, self.known_on, self.boundaries)?,
            party: filled(self.party).map(PartyId),
            region: filled(self.region),
            frame: filled(self.frame),
            tolerance: Tolerance::default(),
        })
    }
}

impl HoldingsFields {
    /// The question for rows.
    ///
    /// # Errors
    /// Where no day is named, or a date is none.
    pub(crate) fn request(self) -> Result<HoldingsRequest, Problem> {
        let days = days(self.on, self.from, self.to)?
            .ok_or_else(|| Problem::question("no day is named\nhint: on=2030-01-14"))?;
        Ok(HoldingsRequest {
            days,
            maps: maps(self.maps, self.known_on, self.boundaries)?,
            party: filled(self.party).map(PartyId),
            region: filled(self.region),
        })
    }

    /// The question for shapes: those of one day, of everyone, wherever they are drawn.
    ///
    /// # Errors
    /// Where no day is named, a date is none, or the shapes are asked for by stretch, party or
    /// region.
    pub(crate) fn drawn(self) -> Result<(Date, MapsRequest), Problem> {
        let narrowed = [&self.from, &self.to, &self.party, &self.region];
        if narrowed.iter().any(|field| field.is_some()) {
            return Err(Problem::question(
                "shapes are drawn for one day and all parties\nhint: on, maps, known_on",
            ));
        }
        let HoldingsRequest { days: (on, _), maps, .. } = self.request()?;
        Ok((on, maps))
    }
}

fn days(
    on: Option<String>,
    from: Option<String>,
    to: Option<String>,
) -> Result<Option<(Date, Date)>, Problem> {
    let days = Days { on: filled(on), from: filled(from), to: filled(to) };
    if days.on.is_some() && (days.from.is_some() || days.to.is_some()) {
        return Err(Problem::question("name one day with on, or a stretch with from and to"));
    }
    if days.from.is_some() != days.to.is_some() {
        return Err(Problem::question("a stretch has both from and to"));
    }
    Ok(when::days(&days)?)
}

fn maps(
    maps: Option<String>,
    known_on: Option<String>,
    boundaries: Option<String>,
) -> Result<MapsRequest, Problem> {
    let names = filled(maps).unwrap_or_default();
    let choice = MapsChoice {
        maps: names
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(ToOwned::to_owned)
            .collect(),
        known_on: filled(known_on),
        boundaries: filled(boundaries),
        allow_coarse: false,
    };
    Ok(maps_request(&choice)?)
}

fn short_enough(sentence: &str) -> Result<String, Problem> {
    let longest = usize::try_from(LONGEST_SENTENCE).unwrap_or(usize::MAX);
    if sentence.len() > longest {
        return Err(Problem::question(format!("the sentence is longer than {longest} bytes")));
    }
    Ok(sentence.trim().to_owned())
}

/// A field that says something.
pub(super) fn filled(field: Option<String>) -> Option<String> {
    field.filter(|text| !text.trim().is_empty())
}
