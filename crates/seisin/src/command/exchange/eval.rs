//! `seisin exchange eval`: what an exchange of land would measure.

use super::{
    give::give,
    shown::{drawn, exported, worth},
};
use crate::{
    args::{Every, ExchangeEvalArgs},
    command::{
        maps_request, open_to_read,
        outlet::{export_asked, plot_asked, rights, write_export},
        sites::{named_sites, people},
        talk, when,
    },
    exit::{Failure, Outcome},
    output::{Format, write_records},
    text::exchange_text,
    wire::ExchangeJson,
};
use seisin_answer::{
    ExchangeAnswer, ExchangeRequest, GiveRequest, Step, Store, evaluate_exchange, exchange_over,
};
use seisin_core::{Date, PartyId};
use std::{collections::BTreeSet, io::Write as _, path::Path};

/// Measures the exchange on each publisher's map.
///
/// # Errors
/// Fails unless two sides give, and where no map speaks for the day.
pub(crate) fn eval(named: Option<&Path>, args: &ExchangeEvalArgs) -> Result<Outcome, Failure> {
    let (export, plot) = (export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let days = days(args)?;
    let on = days.first().copied().ok_or_else(|| no_days(args))?;
    let request = ExchangeRequest {
        gives: gives(args)?,
        on,
        maps: maps_request(&args.maps)?,
        people: people(&args.people)?,
        sites: args.sites.as_deref().map(named_sites).transpose()?,
        stated: stated(args)?,
    };
    let store = open_to_read(named)?;
    let answers = measured(&store, &request, args, &days)?;
    if let Some((path, form, rights)) = export {
        write_export(&exported(&answers, form, &rights)?, path)?;
    }
    if let Some((path, picture)) = plot {
        let svg = match args.over {
            Some(_) => worth(&answers)?,
            None => drawn(&answers, &rights(&args.outputs.export)?)?,
        };
        picture.write(path, &svg)?;
    }
    print(&answers, args)
}

fn measured(
    store: &Store,
    request: &ExchangeRequest,
    args: &ExchangeEvalArgs,
    days: &[Date],
) -> Result<Vec<ExchangeAnswer>, Failure> {
    let failed = |error| Failure::to("measure the exchange", &error);
    if args.over.is_none() {
        return evaluate_exchange(store, request).map_err(failed);
    }
    let answers = exchange_over(store, request, days).map_err(failed)?;
    let spoken: BTreeSet<Date> = answers.iter().map(|answer| answer.on).collect();
    let silent = days.iter().filter(|day| !spoken.contains(day)).count();
    if silent > 0 {
        talk(&format!("no map on record speaks for {silent} of {} days", days.len()));
    }
    Ok(answers)
}

fn print(answers: &[ExchangeAnswer], args: &ExchangeEvalArgs) -> Result<Outcome, Failure> {
    let mut out = std::io::stdout().lock();
    if args.outputs.format == Format::Table && args.over.is_none() {
        for answer in answers {
            out.write_all(exchange_text(answer).as_bytes())?;
        }
        return Ok(Outcome::Done);
    }
    let rows: Vec<ExchangeJson> = answers.iter().map(ExchangeJson::from).collect();
    write_records(&mut out, args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

fn gives(args: &ExchangeEvalArgs) -> Result<Vec<GiveRequest>, Failure> {
    let gives: Vec<GiveRequest> =
        args.give.iter().map(|text| give(text)).collect::<Result<_, _>>()?;
    let parties: BTreeSet<&str> = gives.iter().map(|give| give.party.0.as_str()).collect();
    if parties.len() != 2 {
        return Err(Failure::Usage(
            "an exchange has two sides\nhint: --give arland:sarn --give borland:velk".to_owned(),
        ));
    }
    Ok(gives)
}

/// Figures that somebody states, each for one of the sides.
fn stated(args: &ExchangeEvalArgs) -> Result<Vec<(PartyId, String)>, Failure> {
    let split = |text: &String| match text.split_once(':') {
        Some((party, amount)) if !party.is_empty() && !amount.is_empty() => {
            Ok((PartyId(party.to_owned()), amount.to_owned()))
        }
        _ => Err(Failure::Usage(format!(
            "--stated `{text}` is not PARTY:AMOUNT\nhint: write it as 'arland:1,209 km2'"
        ))),
    };
    args.stated.iter().map(split).collect()
}

/// The days to measure on: one, or those of a stretch.
fn days(args: &ExchangeEvalArgs) -> Result<Vec<Date>, Failure> {
    let Some(over) = &args.over else {
        let on = args.on.as_deref().unwrap_or_default();
        return Ok(vec![when::day(on, "--on")?]);
    };
    let step = match args.every {
        Every::Day => Step::Day,
        Every::Week => Step::Week,
        Every::Month => Step::Month,
    };
    Ok(step.days(when::months_or_days(over, "--over")?))
}

fn no_days(args: &ExchangeEvalArgs) -> Failure {
    let over = args.over.as_deref().unwrap_or_default();
    Failure::Usage(format!("--over {over} has no day\nhint: write it as 2024-08..2025-03"))
}
