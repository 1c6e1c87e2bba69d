//! `seisin holdings`: who holds what.

use super::{
    maps_request, open_to_read,
    outlet::{
        export_asked, export_rows, licences, plot_asked, print, rights, sources, write_export,
    },
    when,
};
use crate::{
    args::HoldingsArgs,
    exit::{Failure, Outcome},
    export::{Export, Form, Passed, Rights, Source},
    output::write_records,
    plot::{DrawnLand, plot_land},
    wire::HoldingJson,
};
use seisin_answer::{HoldingRow, HoldingsRequest, RowLand, Store, row_shapes};
use seisin_core::PartyId;
use seisin_measure::Shape;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Lists the holdings on the days asked for.
///
/// # Errors
/// Fails without a day, for a land or publisher that is not known, and where the store cannot be
/// read.
pub(crate) fn holdings(store: Option<&Path>, args: &HoldingsArgs) -> Result<Outcome, Failure> {
    let days = when::days(&args.days)?.ok_or_else(when::no_day)?;
    let (export, plot) = (export_asked(&args.outputs.export)?, plot_asked(&args.outputs.plot)?);
    let request = HoldingsRequest {
        days,
        maps: maps_request(&args.maps)?,
        party: args.whose.party.clone().map(PartyId),
        region: args.whose.region.clone(),
    };
    let store = open_to_read(store)?;
    let rows = seisin_answer::holdings(&store, &request)
        .map_err(|error| Failure::to("measure the holdings", &error))?;
    if rows.is_empty() {
        super::talk(
            "no map on record speaks for this\nhint: `seisin maps list` shows publishers and days",
        );
    }
    if let Some((path, form, rights)) = export {
        write_export(&exported(&store, &request, &rows, (form, rights))?, path)?;
    }
    if let Some((path, picture)) = plot {
        let lands = lands(&store, &request, &rows, &rights(&args.outputs.export)?)?;
        let print = print(&all_sources(&rows), &[]);
        picture.write(path, &plot_land("Land held", &lands, &print)?)?;
    }
    let rows: Vec<HoldingJson> = rows.iter().map(HoldingJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.outputs.format, &rows)?;
    Ok(Outcome::Done)
}

fn exported(
    store: &Store,
    request: &HoldingsRequest,
    rows: &[HoldingRow],
    (form, rights): (Form, Rights),
) -> Result<Export, Failure> {
    let records: Vec<HoldingJson> = rows.iter().map(HoldingJson::from).collect();
    let (passed, shapes) = if form.has_shapes() {
        drawn(store, request, rows, &rights)?
    } else {
        (vec![Ok(()); rows.len()], vec![None; rows.len()])
    };
    let rows_out = export_rows(&records, passed, shapes);
    let title = "Land held".to_owned();
    let export = Export::of::<HoldingJson>("holdings", title, rows_out, all_sources(rows));
    Ok(export.stating(rights.statement()))
}

type Drawn = (Vec<Passed>, Vec<Option<Shape>>);

/// The shapes of the rows, as far as their terms let them be passed on.
fn drawn(
    store: &Store,
    request: &HoldingsRequest,
    rows: &[HoldingRow],
    rights: &Rights,
) -> Result<Drawn, Failure> {
    let passed = rights.pass(rows.iter().map(|row| licences(Some(&row.licence), &row.rule)))?;
    let land = |(row, passed): (&HoldingRow, &Passed)| {
        let of = || RowLand {
            edition: row.edition.id.clone(),
            party: row.party.clone(),
            region: row.region.clone(),
        };
        passed.is_ok().then(of)
    };
    let wanted: Vec<Option<RowLand>> = rows.iter().zip(&passed).map(land).collect();
    let shapes = row_shapes(store, &wanted, request.region.as_deref(), &request.maps)
        .map_err(|error| Failure::to("fetch the shapes", &error))?;
    Ok((passed, shapes))
}

/// The land of each party by each publisher; a picture passes it on, so the same terms hold.
fn lands(
    store: &Store,
    request: &HoldingsRequest,
    rows: &[HoldingRow],
    rights: &Rights,
) -> Result<Vec<DrawnLand>, Failure> {
    let (_, shapes) = drawn(store, request, rows, rights)?;
    let mut lands: BTreeMap<String, DrawnLand> = BTreeMap::new();
    for (row, shape) in rows.iter().zip(shapes) {
        let label = format!("{}, {} {}", row.party, row.publisher, row.day);
        let land = DrawnLand { label: label.clone(), shapes: Vec::new() };
        lands.entry(label).or_insert(land).shapes.extend(shape);
    }
    Ok(lands.into_values().collect())
}

fn all_sources(rows: &[HoldingRow]) -> BTreeSet<Source> {
    let of = |row: &HoldingRow| sources(Some(&row.publisher), Some(&row.licence), &row.rule);
    rows.iter().flat_map(of).collect()
}
