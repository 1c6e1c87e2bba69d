//! CSV with a Data Package descriptor beside it.

use super::{
    about::{attribution, disclaimer},
    column::{CellKind, Column},
    form::{Trouble, write_whole},
    sheet::{Export, Source},
};
use crate::{exit::Failure, output::spreadsheet_safe};
use seisin_answer::terms;
use serde_json::{Value, json};
use std::{fs, path::Path};

/// The name that Data Package gives its descriptor.
const DESCRIPTOR: &str = "datapackage.json";

/// The rows as CSV (RFC 4180), without shapes.
pub(super) fn table(export: &Export) -> Result<Vec<u8>, Trouble> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = columns(export);
    writer.write_record(columns.iter().map(|column| column.name))?;
    for row in &export.rows {
        let cells = export.cells(row).take(columns.len());
        writer.write_record(cells.map(spreadsheet_safe))?;
    }
    Ok(writer.into_inner().map_err(|error| error.to_string())?)
}

/// The columns without the one that says why there is no shape: here there are none.
fn columns(export: &Export) -> &[Column] {
    let all = export.columns.as_slice();
    match all {
        [rest @ .., last] if last.name == "withheld_reason" => rest,
        all => all,
    }
}

/// Writes the descriptor beside the table, or puts the table into the one that is there.
///
/// # Errors
/// Where there is a descriptor that is not of our making, or it cannot be written.
pub(super) fn describe(export: &Export, table: &Path) -> Result<(), Failure> {
    let path = table.with_file_name(DESCRIPTOR);
    let mut package = match fs::read(&path) {
        Ok(bytes) => ours(&bytes).ok_or_else(|| {
            Failure::Failed(format!(
                "failed to describe {}: {} is there and was not made by seisin\nhint: export to \
                 another folder",
                table.display(),
                path.display()
            ))
        })?,
        Err(_) => json!({ "name": "seisin", "created_by": "seisin", "resources": [] }),
    };
    let name = table.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    if let Some(Value::Array(resources)) = package.get_mut("resources") {
        resources.retain(|resource| resource["path"] != name.as_str());
        resources.push(resource(export, &name));
    }
    let mut bytes = serde_json::to_vec_pretty(&package)
        .map_err(|error| Failure::to("describe the table", &error))?;
    bytes.push(b'\n');
    write_whole(&path, &bytes)
}

fn ours(bytes: &[u8]) -> Option<Value> {
    let package: Value = serde_json::from_slice(bytes).ok()?;
    (package["created_by"] == "seisin" && package["resources"].is_array()).then_some(package)
}

fn resource(export: &Export, path: &str) -> Value {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let name: String = stem
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    json!({
        "name": name,
        "title": export.title,
        "description": disclaimer(export),
        "attribution": attribution(export),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "fields": columns(export).iter().map(field).collect::<Vec<_>>() },
        "licenses": export.sources.iter().map(licence).collect::<Vec<_>>(),
        "sources": export.sources.iter().map(|source| json!({ "title": source.name })).collect::<Vec<_>>(),
    })
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        CellKind::Text => "string",
        CellKind::Number => "number",
        CellKind::Integer => "integer",
        CellKind::Truth => "boolean",
        CellKind::Day => "date",
    };
    json!({ "name": column.name, "type": kind, "description": column.meaning })
}

fn licence(source: &Source) -> Value {
    let terms = terms(&source.licence);
    let title = format!("{}: {}", source.name, source.licence);
    json!({ "name": terms.id.unwrap_or_else(|| source.licence.to_string()), "title": title, "path": terms.url })
}
