//! The question of `seisin exchange search`, from what was typed.

use crate::{
    args::{ExchangeSearchArgs, RatioBy},
    command::{maps_request, sites::people, when},
    exit::Failure,
};
use seisin_answer::{ExchangeSearchRequest, Mode, PeopleRequest, PoolRequest, UnitsRequest};
use seisin_core::{Area, Length, PartyId};
use seisin_exchange::{Measure, RatioWindow, SearchSettings, Terms};
use std::time::Duration;

/// The question that the arguments ask.
///
/// # Errors
/// Fails where one of them makes no sense.
pub(super) fn request(args: &ExchangeSearchArgs) -> Result<ExchangeSearchRequest, Failure> {
    let (wish, effort) = (&args.wish, &args.effort);
    if let Some(seconds) = effort.seconds {
        amount(seconds, "--seconds")?;
    }
    let counted = args.division.people.as_deref();
    Ok(ExchangeSearchRequest {
        pools: pools(args)?,
        on: when::day(&args.on, "--on")?,
        maps: maps_request(&args.maps)?,
        units: units(&args.division.units)?,
        people: counted.map_or(Ok(PeopleRequest::NoData), people)?,
        ratio: wish.ratio.as_deref().map(ratio).transpose()?,
        by: measure(args)?,
        least: Area::from_square_km(amount(wish.least, "--least")?),
        terms: terms(args)?,
        exact: effort
            .exact
            .map(|seconds| amount(seconds, "--exact").map(Duration::from_secs_f64))
            .transpose()?,
        settings: SearchSettings {
            seed: effort.seed,
            steps: effort.steps,
            answers: effort.answers,
            refusals: effort.refusals,
        },
    })
}

/// Two sides, one of which at least may give parts.
fn pools(args: &ExchangeSearchArgs) -> Result<[PoolRequest; 2], Failure> {
    let pools = [(&args.give, Mode::Divided), (&args.give_whole, Mode::Whole)];
    let pools = pools.into_iter().flat_map(|(texts, mode)| texts.iter().map(move |t| (t, mode)));
    let pools: Vec<PoolRequest> =
        pools.map(|(text, mode)| pool(text, mode)).collect::<Result<_, _>>()?;
    let two: Result<[PoolRequest; 2], _> = pools.try_into();
    two.ok().filter(|_| !args.give.is_empty()).ok_or_else(|| {
        Failure::Usage(
            "a search has two sides, one of which at least gives parts\nhint: --give arland:sarn \
             --give-whole borland:velk"
                .to_owned(),
        )
    })
}

fn pool(text: &str, mode: Mode) -> Result<PoolRequest, Failure> {
    match text.split_once(':') {
        Some((party, region)) if !party.is_empty() && !region.is_empty() => {
            Ok(PoolRequest { party: PartyId(party.to_owned()), region: region.to_owned(), mode })
        }
        _ => Err(Failure::Usage(format!(
            "`{text}` is not PARTY:REGION\nhint: write it as arland:sarn"
        ))),
    }
}

fn measure(args: &ExchangeSearchArgs) -> Result<Measure, Failure> {
    match (args.wish.by, &args.division.people) {
        (RatioBy::Area, _) => Ok(Measure::Area),
        (RatioBy::People, Some(_)) => Ok(Measure::People),
        (RatioBy::People, None) => Err(Failure::Usage(
            "--by people needs to know where people live\nhint: --people gazetteer, or a CSV"
                .to_owned(),
        )),
    }
}

fn terms(args: &ExchangeSearchArgs) -> Result<Terms, Failure> {
    let depth = args.wish.depth.map(|km| amount(km, "--depth")).transpose()?;
    Ok(Terms {
        demanded: args.wish.demand.clone(),
        kept: args.wish.keep.clone(),
        depth: depth.map(Length::from_km),
        least_cell: Area::from_square_km(amount(args.division.least_cell, "--least-cell")?),
    })
}

/// An amount of 0 or more, and no more than the Earth has.
fn amount(value: f64, flag: &str) -> Result<f64, Failure> {
    if value.is_finite() && (0.0..=1e9).contains(&value) {
        return Ok(value);
    }
    Err(Failure::Usage(format!("{flag} {value} is no amount\nhint: give 0 or more")))
}

fn units(text: &str) -> Result<UnitsRequest, Failure> {
    let wrong = || {
        Failure::Usage(format!(
            "--units `{text}` is not known\nhint: strips:0.02deg, set:NAME, settlements or h3:7"
        ))
    };
    match text.split_once(':') {
        Some(("strips", width)) => {
            let degrees = width.strip_suffix("deg").unwrap_or(width);
            degrees.parse().map(UnitsRequest::Strips).map_err(|_| wrong())
        }
        Some(("h3", resolution)) => resolution.parse().map(UnitsRequest::H3).map_err(|_| wrong()),
        Some(("set", name)) if !name.is_empty() => Ok(UnitsRequest::Set(name.to_owned())),
        None if text == "settlements" => Ok(UnitsRequest::Settlements),
        _ => Err(wrong()),
    }
}

/// `1±0.05`, `1+-0.05`, or `1` with a twentieth either way.
fn ratio(text: &str) -> Result<RatioWindow, Failure> {
    let (ratio, tolerance) =
        text.split_once('±').or_else(|| text.split_once("+-")).unwrap_or((text, ""));
    let number =
        |text: &str| text.trim().parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    let tolerance = if tolerance.is_empty() {
        number(ratio).map(|ratio| ratio * 0.05)
    } else {
        number(tolerance)
    };
    match (number(ratio).filter(|ratio| *ratio > 0.0), tolerance) {
        (Some(ratio), Some(tolerance)) => Ok(RatioWindow { ratio, tolerance }),
        _ => Err(Failure::Usage(format!(
            "--ratio `{text}` is no ratio with its tolerance\nhint: write it as 1±0.05"
        ))),
    }
}
