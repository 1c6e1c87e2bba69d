//! Times questions to a store as its user asks them, from the store opened:
//! `cargo run --release -p seisin-answer --example answers -- LEDGER PUBLISHER FROM TO [REGION]`.
//!
//! A line of tab-separated values for each question goes to standard output: what was asked, the
//! rows of the answer, milliseconds at best of five, milliseconds the first time.
#![expect(clippy::print_stdout, reason = "an example talks to its user")]

use seisin_answer::{
    AnswerError, CoverageRequest, HoldingsRequest, MapsRequest, SeriesRequest, Store, coverage,
    holdings, series,
};
use seisin_core::{Date, PublisherId};
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [ledger, publisher, from, to, rest @ ..] = arguments.as_slice() else {
        return Err("give a ledger, a publisher, two days and perhaps a region".into());
    };
    let days: (Date, Date) = (from.parse()?, to.parse()?);
    let opening = Instant::now();
    let store = Store::open_read_only(Path::new(ledger))?;
    println!("open\t-\t{:.2}", milliseconds(opening.elapsed()));
    let maps =
        MapsRequest { publishers: vec![PublisherId(publisher.clone())], ..MapsRequest::default() };
    let region = rest.first().cloned();
    let (year, region_of) = (Some(days), region.clone());
    ask("series by day", || {
        let request = SeriesRequest {
            days: year,
            maps: maps.clone(),
            region: region.clone(),
            ..SeriesRequest::default()
        };
        series(&store, &request).map(|rows| rows.len())
    })?;
    ask("holdings on the first day", || {
        let day = (days.0, days.0.tomorrow().unwrap_or(days.1));
        let (maps, region) = (maps.clone(), region_of.clone());
        holdings(&store, &HoldingsRequest { days: day, maps, party: None, region })
            .map(|rows| rows.len())
    })?;
    ask("coverage", || {
        let maps = maps.clone();
        let request = CoverageRequest { days: year, maps, party: None };
        coverage(&store, &request).map(|rows| rows.len())
    })?;
    Ok(())
}

fn ask(what: &str, question: impl Fn() -> Result<usize, AnswerError>) -> Result<(), AnswerError> {
    let mut taken = Vec::new();
    let mut rows = 0;
    for _ in 0..5 {
        let start = Instant::now();
        rows = question()?;
        taken.push(start.elapsed());
    }
    let (first, best) = (taken.first().copied(), taken.iter().min().copied());
    let print = |time: Option<Duration>| milliseconds(time.unwrap_or_default());
    println!("{what}\t{rows}\t{:.2}\t{:.2}", print(best), print(first));
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
