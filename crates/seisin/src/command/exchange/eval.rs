//! `seisin exchange eval`: what an exchange of two holdings would measure.

use crate::{
    args::ExchangeEvalArgs,
    command::{maps_request, open_to_read, when},
    exit::{Failure, Outcome},
    output::{Format, write_records},
    text::exchange_text,
    wire::ExchangeJson,
};
use seisin_answer::{ExchangeRequest, GiveRequest, evaluate_exchange};
use seisin_core::PartyId;
use std::{io::Write as _, path::Path};

/// Measures the exchange on each publisher's map.
///
/// # Errors
/// Fails unless two sides give, and where no map speaks for the day.
pub(crate) fn eval(named: Option<&Path>, args: &ExchangeEvalArgs) -> Result<Outcome, Failure> {
    let gives: Vec<GiveRequest> =
        args.give.iter().map(|text| give(text)).collect::<Result<_, _>>()?;
    let gives: [GiveRequest; 2] = gives.try_into().map_err(|_| {
        Failure::Usage(
            "an exchange has two sides\nhint: --give arland:sarn --give borland:velk".to_owned(),
        )
    })?;
    let request = ExchangeRequest {
        gives,
        on: when::day(&args.on, "--on")?,
        maps: maps_request(&args.maps)?,
    };
    let store = open_to_read(named)?;
    let answers = evaluate_exchange(&store, &request)
        .map_err(|error| Failure::to("measure the exchange", &error))?;
    let mut out = std::io::stdout().lock();
    if args.format == Format::Table {
        for answer in &answers {
            out.write_all(exchange_text(answer).as_bytes())?;
        }
        return Ok(Outcome::Done);
    }
    let rows: Vec<ExchangeJson> = answers.iter().map(ExchangeJson::from).collect();
    write_records(&mut out, args.format, &rows)?;
    Ok(Outcome::Done)
}

/// `PARTY:REGION` as typed.
fn give(text: &str) -> Result<GiveRequest, Failure> {
    match text.split_once(':') {
        Some((party, region)) if !party.is_empty() && !region.is_empty() => {
            Ok(GiveRequest { party: PartyId(party.to_owned()), region: region.to_owned() })
        }
        _ => Err(Failure::Usage(format!(
            "--give `{text}` is not PARTY:REGION\nhint: write it as arland:sarn"
        ))),
    }
}
