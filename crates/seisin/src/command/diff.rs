//! `seisin diff`: what differs between two maps.

use super::{
    maps_request, open_to_read,
    outlet::{
        export_asked, export_rows, licences, plot_asked, print, rights, sources, write_export,
    },
    when,
};
use crate::{
    args::{DiffArgs, ExportArgs},
    exit::{Failure, Outcome},
    export::{Export, Form, Rights, Source},
    output::write_records,
    plot::{DrawnLand, plot_land},
    wire::{DiffJson, DiffPolygonJson},
};
use seisin_answer::{DiffPolygon, DiffRequest, DiffRow, DiffSide, DiffSides};
use seisin_core::{Licence, PartyId, PublisherId};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Shows what differs between two days, publishers or states of knowledge.
///
/// # Errors
/// Fails where the two sides are not named, for a land or publisher that is not known, and where
/// the store cannot be read.
pub(crate) fn diff(store: Option<&Path>, args: &DiffArgs) -> Result<Outcome, Failure> {
    let (request, export, plot) =
        (request(args)?, export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let store = open_to_read(store)?;
    let rows = seisin_answer::diff(&store, &request)
        .map_err(|error| Failure::to("compare the maps", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for either side\nhint: `seisin coverage` shows publishers \
             and days",
        );
    }
    if let Some((path, form, rights)) = export {
        write_export(&exported(&rows, form, &rights)?, path)?;
    }
    if let Some((path, picture)) = plot {
        shown(&rows, &args.outputs.export)?;
        let print = print(&all_sources(&rows), &[]);
        picture.write(path, &plot_land(TITLE, &lands(&rows), &print)?)?;
    }
    let rows: Vec<DiffJson> = rows.iter().map(DiffJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

const TITLE: &str = "Land gained and lost";

type Piece<'a> = (&'a DiffRow, &'a DiffPolygon);

fn pieces(rows: &[DiffRow]) -> Vec<Piece<'_>> {
    let said = rows.iter().filter_map(|row| Some((row, row.said.as_ref().ok()?)));
    said.flat_map(|(row, said)| said.polygons.iter().map(move |polygon| (row, polygon))).collect()
}

/// The pieces that differ, one a row.
fn exported(rows: &[DiffRow], form: Form, rights: &Rights) -> Result<Export, Failure> {
    let pieces = pieces(rows);
    let records: Vec<DiffPolygonJson> =
        pieces.iter().map(|(row, polygon)| DiffPolygonJson::of(row, polygon)).collect();
    let passed = if form.has_shapes() {
        rights.pass(pieces.iter().map(|(row, _)| terms_of(row)))?
    } else {
        vec![Ok(()); pieces.len()]
    };
    let shapes = pieces.iter().map(|(_, polygon)| Some(polygon.shape.clone())).collect();
    let rows_out = export_rows(&records, passed, shapes);
    let export =
        Export::of::<DiffPolygonJson>("diff", TITLE.to_owned(), rows_out, all_sources(rows));
    Ok(export.stating(rights.statement()))
}

/// A picture of land passes it on: the same terms hold for it.
fn shown(rows: &[DiffRow], args: &ExportArgs) -> Result<(), Failure> {
    let rights = rights(args)?;
    rights.pass(pieces(rows).into_iter().map(|(row, _)| terms_of(row))).map(|_| ())
}

fn terms_of(row: &DiffRow) -> Vec<&Licence> {
    let mut all = licences(row.before.licence.as_ref(), &row.rule);
    all.extend(row.after.licence.as_ref());
    all
}

fn all_sources(rows: &[DiffRow]) -> BTreeSet<Source> {
    let of = |row: &DiffRow| {
        let side =
            |side: &DiffSide| sources(Some(&side.publisher), side.licence.as_ref(), &row.rule);
        side(&row.before).into_iter().chain(side(&row.after)).collect::<Vec<_>>()
    };
    rows.iter().flat_map(of).collect()
}

fn lands(rows: &[DiffRow]) -> Vec<DrawnLand> {
    let mut lands: BTreeMap<String, DrawnLand> = BTreeMap::new();
    for (row, polygon) in pieces(rows) {
        let label = format!("{} {}", row.party, polygon.sense.word());
        let land = DrawnLand { label: label.clone(), shapes: Vec::new() };
        lands.entry(label).or_insert(land).shapes.push(polygon.shape.clone());
    }
    lands.into_values().collect()
}

/// The question that the arguments ask.
///
/// # Errors
/// Fails where they name no two sides, or a day or an instant that is none.
pub(crate) fn request(args: &DiffArgs) -> Result<DiffRequest, Failure> {
    Ok(DiffRequest {
        sides: sides(args)?,
        maps: maps_request(&args.maps)?,
        party: args.whose.party.clone().map(PartyId),
        region: args.whose.region.clone(),
    })
}

fn sides(args: &DiffArgs) -> Result<DiffSides, Failure> {
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        return Ok(DiffSides::Days {
            from: when::day(from, "--from")?,
            to: when::day(to, "--to")?,
        });
    }
    let Some(on) = &args.on else { return Err(no_sides()) };
    let on = when::day(on, "--on")?;
    if let Some(known) = &args.known {
        let (earlier, later) = when::two_instants(known)?;
        return Ok(DiffSides::Known { on, earlier, later });
    }
    match args.maps.maps.as_slice() {
        [one, other] => {
            let (one, other) = (PublisherId(one.clone()), PublisherId(other.clone()));
            Ok(DiffSides::Publishers { on, one, other })
        }
        _ => Err(no_sides()),
    }
}

fn no_sides() -> Failure {
    Failure::Usage(
        "there are not two sides to compare\nhint: two days with --from and --to, two publishers \
         with --on and --maps ONE,OTHER, or two states of knowledge with --on and --known \
         WHEN..WHEN"
            .to_owned(),
    )
}
