//! `seisin series`: how much a party holds over time.

use super::{
    maps_request, open_to_read,
    outlet::{export_asked, export_rows, licences, plot_asked, print, sources, write_export},
    when,
};
use crate::{
    args::{Every, SeriesArgs},
    exit::{Failure, Outcome},
    export::{Export, Form, Passed, Rights, Source},
    output::write_records,
    plot::{Joined, Line, Mark, Point, plot_lines},
    wire::SeriesJson,
};
use seisin_answer::{RowLand, SeriesFlagKind, SeriesRequest, SeriesRow, Step, Store, row_shapes};
use seisin_core::{PartyId, PublisherId};
use std::{collections::BTreeSet, path::Path};

/// Lists a series of holdings.
///
/// # Errors
/// Fails for a land or publisher that is not known, and where the store cannot be read.
pub(crate) fn series(store: Option<&Path>, args: &SeriesArgs) -> Result<Outcome, Failure> {
    let (request, export, plot) =
        (request(args)?, export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let store = open_to_read(store)?;
    let rows = seisin_answer::series(&store, &request)
        .map_err(|error| Failure::to("measure the series", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for this\nhint: `seisin coverage` shows publishers and days",
        );
    }
    if let Some((path, form, rights)) = export {
        write_export(&exported(&store, &request, &rows, (form, rights))?, path)?;
    }
    if let Some((path, picture)) = plot {
        picture.write(
            path,
            &plot_lines(&title(&request), &lines(&rows, &request), &small_print(&rows))?,
        )?;
    }
    let rows: Vec<SeriesJson> = rows.iter().map(SeriesJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

fn exported(
    store: &Store,
    request: &SeriesRequest,
    rows: &[SeriesRow],
    (form, rights): (Form, Rights),
) -> Result<Export, Failure> {
    let records: Vec<SeriesJson> = rows.iter().map(SeriesJson::from).collect();
    let (passed, shapes) = if form.has_shapes() {
        let passed =
            rights.pass(rows.iter().map(|row| licences(row.licence.as_ref(), &row.rule)))?;
        let wanted: Vec<Option<RowLand>> =
            rows.iter().zip(&passed).map(|(row, passed)| land_of(row, passed)).collect();
        let shapes = row_shapes(store, &wanted, request.region.as_deref(), &request.maps)
            .map_err(|error| Failure::to("fetch the shapes", &error))?;
        (passed, shapes)
    } else {
        (vec![Ok(()); rows.len()], vec![None; rows.len()])
    };
    let rows_out = export_rows(&records, passed, shapes);
    let export = Export::of::<SeriesJson>("series", title(request), rows_out, all_sources(rows));
    Ok(export.stating(rights.statement()))
}

fn land_of(row: &SeriesRow, passed: &Passed) -> Option<RowLand> {
    let edition = row.edition.as_ref().filter(|_| passed.is_ok() && row.said.is_ok())?.id.clone();
    Some(RowLand { edition, party: row.party.clone(), region: row.region.clone() })
}

fn all_sources(rows: &[SeriesRow]) -> BTreeSet<Source> {
    let of = |row: &SeriesRow| sources(row.publisher.as_ref(), row.licence.as_ref(), &row.rule);
    rows.iter().flat_map(of).collect()
}

fn title(request: &SeriesRequest) -> String {
    let party = request
        .party
        .as_ref()
        .map_or("Land held".to_owned(), |party| format!("Land held by {party}"));
    let region = request.region.as_ref().map(|region| format!(" in {region}"));
    format!("{party}{}", region.unwrap_or_default())
}

fn small_print(rows: &[SeriesRow]) -> Vec<String> {
    print(
        &all_sources(rows),
        &[
            "Hollow: an older edition speaks. Ringed: flagged. A line is broken where source or scope changes or no map speaks.",
        ],
    )
}

/// The lines of a picture: one a party and land, and a publisher where each has its own.
fn lines(rows: &[SeriesRow], request: &SeriesRequest) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        let publisher = row.publisher.as_ref().filter(|_| request.prefer.is_empty());
        let region = row.region.as_ref().map(|region| format!(" in {region}"));
        let publisher = publisher.map(|publisher| format!(", {publisher}"));
        let label =
            format!("{}{}{}", row.party, region.unwrap_or_default(), publisher.unwrap_or_default());
        match lines.last_mut().filter(|line| line.label == label) {
            Some(line) => line.points.push(point(row)),
            None => lines.push(Line { label, points: vec![point(row)] }),
        }
    }
    lines
}

fn point(row: &SeriesRow) -> Point {
    let breaks = [SeriesFlagKind::SourceSwitch, SeriesFlagKind::ScopeChange];
    let broken = breaks.into_iter().any(|kind| row.has(kind));
    let old = row.edition.as_ref().is_some_and(|edition| edition.age_days > 0);
    Point {
        day: row.day,
        km2: row.said.as_ref().ok().map(|figure| figure.area.best * 1e-6),
        joined: if broken { Joined::No } else { Joined::Yes },
        mark: match (row.flags.is_empty(), old) {
            (false, _) => Mark::Flagged,
            (true, true) => Mark::Old,
            (true, false) => Mark::Fresh,
        },
    }
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails for a day or an instant that is none.
pub(crate) fn request(args: &SeriesArgs) -> Result<SeriesRequest, Failure> {
    Ok(SeriesRequest {
        days: when::stretch(&args.days)?,
        every: match args.every {
            Every::Day => Step::Day,
            Every::Week => Step::Week,
            Every::Month => Step::Month,
        },
        maps: maps_request(&args.maps)?,
        prefer: args.prefer.iter().map(|name| PublisherId(name.clone())).collect(),
        party: args.whose.party.clone().map(PartyId),
        region: args.whose.region.clone(),
    })
}
