//! `seisin contact`: the line where two parties' land meets.

use super::{
    maps_request, open_to_read,
    outlet::{export_asked, licences, plot_asked, print, rights, sources, write_export},
    talk, when,
};
use crate::{
    args::ContactArgs,
    exit::{Failure, Outcome},
    export::{Drawn, Export, ExportRow, Form, Rights, Source},
    output::{Record as _, write_records},
    plot::{DrawnLine, plot_contact},
    wire::{ContactJson, ContactLineJson},
};
use seisin_answer::{ContactFigure, ContactRequest, ContactRow};
use seisin_core::{Licence, PartyId};
use seisin_measure::Position;
use std::{collections::BTreeSet, path::Path};

const TITLE: &str = "Lines of contact";

/// Measures the line of contact on the days asked for.
///
/// # Errors
/// Fails without a day or without two parties, for a land or publisher that is not known, and where
/// the store cannot be read.
pub(crate) fn contact(named: Option<&Path>, args: &ContactArgs) -> Result<Outcome, Failure> {
    let (request, export, plot) =
        (request(args)?, export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let store = open_to_read(named)?;
    let rows = seisin_answer::contact(&store, &request)
        .map_err(|error| Failure::to("tell the line of contact", &error))?;
    if rows.is_empty() {
        talk(
            "no map on record speaks for this\nhint: `seisin maps list` shows publishers and days",
        );
    }
    if let Some((path, form, rights)) = export {
        write_export(&exported(&rows, form, &rights)?, path)?;
    }
    if let Some((path, picture)) = plot {
        // A picture of a line passes it on: the same terms hold for it.
        rights(&args.outputs.export)?.pass(rows.iter().map(terms_of))?;
        let print = print(&all_sources(&rows), &[NOTE]);
        picture.write(path, &plot_contact(TITLE, &drawn(&rows), &print)?)?;
    }
    let rows: Vec<ContactJson> = rows.iter().map(ContactJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

/// What stands under a picture.
const NOTE: &str =
    "Where a line is undecided, what meets may be one line drawn twice, a little apart.";

/// The question that the arguments ask.
fn request(args: &ContactArgs) -> Result<ContactRequest, Failure> {
    let days = when::days(&args.days)?.ok_or_else(when::no_day)?;
    let between = match args.between.as_slice() {
        [] => None,
        [one, other] if one != other => Some([PartyId(one.clone()), PartyId(other.clone())]),
        _ => {
            return Err(Failure::Usage(
                "--between does not name two parties\nhint: --between arland,borland".to_owned(),
            ));
        }
    };
    let (maps, region) = (maps_request(&args.maps)?, args.region.clone());
    Ok(ContactRequest { days, maps, between, region })
}

/// The lines, decided and undecided apart, each a row.
fn exported(rows: &[ContactRow], form: Form, rights: &Rights) -> Result<Export, Failure> {
    let passed = if form.has_shapes() {
        rights.pass(rows.iter().map(terms_of))?
    } else {
        vec![Ok(()); rows.len()]
    };
    let mut out = Vec::new();
    for (row, passed) in rows.iter().zip(passed) {
        let Ok(figure) = &row.said else { continue };
        for line in [ContactLineJson::decided(row, figure), ContactLineJson::undecided(row, figure)]
        {
            let course = Drawn::Lines(line.course().to_vec());
            out.push(ExportRow {
                cells: line.cells(),
                shape: (passed.is_ok() && !course.is_empty()).then_some(course),
                withheld: passed.clone().err(),
            });
        }
    }
    let export = Export::of::<ContactLineJson>("contact", TITLE.to_owned(), out, all_sources(rows));
    Ok(export.stating(rights.statement()))
}

/// The terms a line is under: the map's, and those of the boundaries that told or cut it.
fn terms_of(row: &ContactRow) -> Vec<&Licence> {
    let mut all = licences(Some(&row.licence), &row.rule);
    all.extend(row.boundary.as_ref().map(|(_, licence)| licence));
    all
}

fn all_sources(rows: &[ContactRow]) -> BTreeSet<Source> {
    let of = |row: &ContactRow| {
        let stated = row.boundary.iter().map(|(set, licence)| Source {
            name: format!("boundary set {set}"),
            licence: licence.clone(),
        });
        let mut all = sources(Some(&row.publisher), Some(&row.licence), &row.rule);
        all.extend(stated);
        all
    };
    rows.iter().flat_map(of).collect()
}

fn drawn(rows: &[ContactRow]) -> Vec<DrawnLine> {
    let figures = rows.iter().filter_map(|row| Some((row, row.said.as_ref().ok()?)));
    let lines = |(row, figure): (&ContactRow, &ContactFigure)| {
        let line = |what: &str, course: &[Vec<Position>]| DrawnLine {
            label: format!("{} {}{what}", row.publisher, row.day),
            course: course.to_vec(),
        };
        [line("", &figure.lines), line(", undecided", &figure.undecided_lines)]
    };
    figures.flat_map(lines).filter(|line| !line.course.is_empty()).collect()
}
