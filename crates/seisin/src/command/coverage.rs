//! `seisin coverage`: what publishers' maps speak for.

use super::{
    maps_request, open_to_read,
    outlet::{export_asked, export_rows, plot_asked, print, write_export},
    when,
};
use crate::{
    args::CoverageArgs,
    exit::{Failure, Outcome},
    export::{Export, Source},
    output::write_records,
    plot::{SpanRow, plot_spans},
    wire::CoverageJson,
};
use seisin_answer::{AnswerError, CoverageRequest, CoverageRow, Store};
use seisin_core::{Date, PartyId, PublisherId};
use std::{collections::BTreeSet, path::Path};

const TITLE: &str = "What maps speak for";

/// Lists what publishers' maps speak for, and what in them nothing on record explains.
///
/// # Errors
/// Fails for a publisher that is not known, and where the store cannot be read.
pub(crate) fn coverage(store: Option<&Path>, args: &CoverageArgs) -> Result<Outcome, Failure> {
    let (request, export, plot) =
        (request(args)?, export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let store = open_to_read(store)?;
    let rows = seisin_answer::coverage(&store, &request)
        .map_err(|error| Failure::to("tell what the maps cover", &error))?;
    if let Some((path, picture)) = plot {
        let named = named(&store, &rows).map_err(|error| Failure::to("name the maps", &error))?;
        let notes = ["From the first day that a bar covers to before its end."];
        picture.write(path, &plot_spans(TITLE, &drawn(&rows), &print(&named, &notes))?)?;
    }
    let rows: Vec<CoverageJson> = rows.iter().map(CoverageJson::from).collect();
    if let Some((path, ..)) = export {
        let none = (vec![Ok(()); rows.len()], vec![None; rows.len()]);
        let rows = export_rows(&rows, none.0, none.1);
        let export =
            Export::of::<CoverageJson>("coverage", TITLE.to_owned(), rows, BTreeSet::new());
        write_export(&export.without_shapes(), path)?;
    }
    write_records(&mut std::io::stdout().lock(), args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

/// The publishers of some rows with the terms of their latest maps.
fn named(store: &Store, rows: &[CoverageRow]) -> Result<BTreeSet<Source>, AnswerError> {
    let publishers: BTreeSet<&PublisherId> = rows.iter().map(|row| &row.publisher).collect();
    let mut sources = BTreeSet::new();
    for publisher in publishers {
        let latest = store.ledger().edition_on(publisher, Date::MAX, None)?;
        sources.extend(latest.map(|edition| Source {
            name: publisher.to_string(),
            licence: edition.record.licence,
        }));
    }
    Ok(sources)
}

/// One row of the picture for each publisher and kind, in the order of the answer.
fn drawn(rows: &[CoverageRow]) -> Vec<SpanRow> {
    let (mut drawn, mut publishers): (Vec<SpanRow>, Vec<&PublisherId>) = (Vec::new(), Vec::new());
    for row in rows {
        let known = publishers.iter().position(|publisher| **publisher == row.publisher);
        let source = known.unwrap_or_else(|| {
            publishers.push(&row.publisher);
            publishers.len() - 1
        });
        let label = format!("{}: {}", row.publisher, row.kind.word().replace('_', " "));
        let span = (row.from, row.to);
        match drawn.iter_mut().find(|drawn| drawn.label == label) {
            Some(drawn) => drawn.spans.push(span),
            None => drawn.push(SpanRow { label, source, spans: vec![span] }),
        }
    }
    drawn
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails for a day or an instant that is none.
pub(crate) fn request(args: &CoverageArgs) -> Result<CoverageRequest, Failure> {
    Ok(CoverageRequest {
        days: when::stretch(&args.days)?,
        maps: maps_request(&args.maps)?,
        party: args.party.clone().map(PartyId),
    })
}
