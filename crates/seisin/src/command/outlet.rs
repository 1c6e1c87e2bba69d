//! Where an answer goes besides standard output: exported files and pictures.

use crate::{
    args::{ExportArgs, PlotArgs},
    exit::Failure,
    export::{Drawn, Export, ExportRow, Form, Passed, Rights, Source},
    output::Record,
    plot::Picture,
};
use seisin_answer::LandRule;
use seisin_core::{Licence, PublisherId};
use seisin_measure::Shape;
use std::{collections::BTreeSet, path::Path};

/// The export that the arguments ask for: where to, and what is said of rights.
pub(super) fn export_asked(args: &ExportArgs) -> Result<Option<(&Path, Form, Rights)>, Failure> {
    let Some(path) = args.export.as_deref() else { return Ok(None) };
    Ok(Some((path, Form::of(path)?, rights(args)?)))
}

/// What the arguments say of the right to pass shapes on.
pub(super) fn rights(args: &ExportArgs) -> Result<Rights, Failure> {
    Ok(match (&args.rights, args.withhold) {
        (Some(how), _) if how.trim().is_empty() => {
            return Err(Failure::Usage(
                "--rights says nothing\nhint: say how you come to hold the right".to_owned(),
            ));
        }
        (Some(how), _) => Rights::Stated(how.clone()),
        (None, true) => Rights::Withhold,
        (None, false) => Rights::Unstated,
    })
}

/// The picture that the arguments ask for.
pub(super) fn plot_asked(args: &PlotArgs) -> Result<Option<(&Path, Picture)>, Failure> {
    let path = args.plot.as_deref();
    path.map(|path| Ok((path, Picture::of(path)?))).transpose()
}

/// Rows for an export, from records, whether each may be passed on, and its shape.
pub(super) fn export_rows<R: Record>(
    records: &[R],
    passed: Vec<Passed>,
    shapes: Vec<Option<Shape>>,
) -> Vec<ExportRow> {
    let rows = records.iter().zip(passed).zip(shapes);
    rows.map(|((record, passed), shape)| ExportRow {
        cells: record.cells(),
        shape: shape.filter(|_| passed.is_ok()).map(Drawn::Land),
        withheld: passed.err(),
    })
    .collect()
}

/// The terms that the shape of a row is under: the map's, and its boundary's where it was cut.
pub(super) fn licences<'a>(map: Option<&'a Licence>, rule: &'a LandRule) -> Vec<&'a Licence> {
    let boundary = match rule {
        LandRule::Boundary { licence, .. } => Some(licence),
        _ => None,
    };
    map.into_iter().chain(boundary).collect()
}

/// The sources of a row: its publisher, and its boundary set where it was cut.
pub(super) fn sources(
    publisher: Option<&PublisherId>,
    licence: Option<&Licence>,
    rule: &LandRule,
) -> BTreeSet<Source> {
    let map = publisher.zip(licence).map(|(publisher, licence)| Source {
        name: publisher.to_string(),
        licence: licence.clone(),
    });
    let boundary = match rule {
        LandRule::Boundary { set, licence, .. } => {
            Some(Source { name: format!("boundary set {set}"), licence: licence.clone() })
        }
        _ => None,
    };
    map.into_iter().chain(boundary).collect()
}

/// The small print of a picture: its sources and what it is.
pub(super) fn print(sources: &BTreeSet<Source>, notes: &[&str]) -> Vec<String> {
    let named = |source: &Source| format!("{} ({})", source.name, source.licence);
    let named: Vec<String> = sources.iter().map(named).collect();
    let mut print: Vec<String> = notes.iter().map(ToString::to_string).collect();
    print.push(format!(
        "Sources: {}. As each publisher draws it; no statement of whose land it is by right.",
        named.join("; ")
    ));
    print
}

/// Writes an export and says so.
pub(super) fn write_export(export: &Export, path: &Path) -> Result<(), Failure> {
    export.write(path)?;
    super::talk(&format!("exported to {}", path.display()));
    Ok(())
}
