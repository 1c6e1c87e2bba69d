//! `seisin exchange search`: exchanges that satisfy what is asked.

use super::{
    search_outputs::{drawn, exported},
    search_request::request,
};
use crate::{
    args::ExchangeSearchArgs,
    command::{
        open_to_read,
        outlet::{export_asked, plot_asked, rights, write_export},
        progress,
    },
    exit::{Failure, Outcome},
    output::{Format, write_records, write_single},
    text::search_text,
    wire::{SearchJson, SearchRowJson},
};
use seisin_answer::{ExchangeSearchAnswer, ExchangeSearchRequest, Store, search_exchange};
use seisin_exchange::Watch;
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// Searches on one publisher's map and prints the answers with what was refused.
///
/// # Errors
/// Fails where an option makes no sense, no map or several speak, or the land cannot be divided.
pub(crate) fn search(named: Option<&Path>, args: &ExchangeSearchArgs) -> Result<Outcome, Failure> {
    let request = request(args)?;
    let export = export_asked(&args.outputs.export)?;
    let plot = plot_asked(&args.outputs.plot)?;
    let store = open_to_read(named)?;
    let answer = watched(&store, &request, args.effort.seconds)?;
    if let Some((path, form, rights)) = export {
        write_export(&exported(&answer, form, &rights)?, path)?;
    }
    if let Some((path, picture)) = plot {
        let rights = rights(&args.outputs.export)?;
        picture.write(path, &drawn(&answer, &rights)?)?;
    }
    let (mut out, format) = (std::io::stdout().lock(), args.outputs.format);
    if format == Format::Csv {
        write_records(&mut out, format, &SearchRowJson::rows(&answer))?;
    } else {
        write_single(&mut out, format, &SearchJson::new(&answer), || search_text(&answer))?;
    }
    Ok(Outcome::Done)
}

/// Searches with a bar on a terminal, and stops after so many seconds where that is asked.
fn watched(
    store: &Store,
    request: &ExchangeSearchRequest,
    seconds: Option<f64>,
) -> Result<ExchangeSearchAnswer, Failure> {
    let total = usize::try_from(request.settings.steps).unwrap_or(usize::MAX);
    let bar = progress::bar(total, "searching");
    let start = Instant::now();
    let limit = seconds.map(Duration::from_secs_f64);
    let stop = || limit.is_some_and(|limit| start.elapsed() > limit);
    let tell = |steps: u64, best: Option<f64>| {
        bar.set_position(steps);
        if let Some(cost) = best {
            bar.set_message(format!("searching, best cost {cost:.1}"));
        }
    };
    let answer = search_exchange(store, request, &Watch { stop: &stop, tell: &tell })
        .map_err(|error| Failure::to("search for exchanges", &error));
    bar.finish_and_clear();
    answer
}
