//! GeoParquet 1.1.

use super::{
    about::about,
    column::{CellKind, Column},
    drawn::Drawn,
    form::Trouble,
    sheet::Export,
    wkb,
};
use parquet::{
    basic::{Compression, ZstdLevel},
    column::writer::ColumnWriter,
    data_type::ByteArray,
    file::{
        metadata::KeyValue, properties::WriterProperties, writer::SerializedColumnWriter,
        writer::SerializedFileWriter,
    },
    schema::parser::parse_message_type,
};
use serde_json::json;
use std::{collections::BTreeSet, sync::Arc};

/// The export as one row group, shapes as well-known binary in the column `geometry`.
///
/// # Method
/// GeoParquet 1.1.0. No `crs` stands for OGC:CRS84, longitude first; `edges` are planar, which is
/// what straight in longitude and latitude is called there.
pub(super) fn bytes(export: &Export) -> Result<Vec<u8>, Trouble> {
    let metadata = vec![
        KeyValue::new("geo".to_owned(), geo(export).to_string()),
        KeyValue::new("seisin".to_owned(), about(export).to_string()),
    ];
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_created_by(concat!("seisin ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(metadata))
        .build();
    let schema = Arc::new(parse_message_type(&schema(&export.columns))?);
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    let mut at = 0;
    while let Some(mut writer) = group.next_column()? {
        match export.columns.get(at) {
            Some(column) => write_cells(&mut writer, export, column, at)?,
            None => write_shapes(&mut writer, export)?,
        }
        writer.close()?;
        at += 1;
    }
    group.close()?;
    file.close()?;
    Ok(bytes)
}

fn schema(columns: &[Column]) -> String {
    let field = |column: &Column| {
        let name = column.name;
        match column.kind {
            CellKind::Text => format!("OPTIONAL BYTE_ARRAY {name} (UTF8);"),
            CellKind::Number => format!("OPTIONAL DOUBLE {name};"),
            CellKind::Integer => format!("OPTIONAL INT64 {name};"),
            CellKind::Truth => format!("OPTIONAL BOOLEAN {name};"),
            CellKind::Day => format!("OPTIONAL INT32 {name} (DATE);"),
        }
    };
    let fields: String = columns.iter().map(field).collect();
    format!("message seisin {{ {fields} OPTIONAL BYTE_ARRAY geometry; }}")
}

fn geo(export: &Export) -> serde_json::Value {
    let shapes = || export.rows.iter().filter_map(|row| row.shape.as_ref());
    let bounds = shapes().filter_map(Drawn::bounds).reduce(seisin_measure::Bounds::cover);
    let mut geometry = json!({
        "encoding": "WKB",
        "geometry_types": shapes().map(Drawn::kind).collect::<BTreeSet<_>>(),
        "edges": "planar",
        "orientation": "counterclockwise",
    });
    if let (Some(bounds), Some(members)) = (bounds, geometry.as_object_mut()) {
        let bbox = json!([bounds.west, bounds.south, bounds.east, bounds.north]);
        members.insert("bbox".to_owned(), bbox);
    }
    json!({ "version": "1.1.0", "primary_column": "geometry", "columns": { "geometry": geometry } })
}

/// Writes the cells of one column; an empty one is null.
fn write_cells(
    writer: &mut SerializedColumnWriter<'_>,
    export: &Export,
    column: &Column,
    at: usize,
) -> Result<(), Trouble> {
    let cells: Vec<&str> =
        export.rows.iter().map(|row| export.cells(row).nth(at).unwrap_or_default()).collect();
    match writer.untyped() {
        ColumnWriter::ByteArrayColumnWriter(out) => {
            let (levels, values) = filled(&cells, |cell| Some(ByteArray::from(cell)));
            out.write_batch(&values, Some(&levels), None)?;
        }
        ColumnWriter::DoubleColumnWriter(out) => {
            let (levels, values) = filled(&cells, |cell| cell.parse::<f64>().ok());
            out.write_batch(&values, Some(&levels), None)?;
        }
        ColumnWriter::Int64ColumnWriter(out) => {
            let (levels, values) = filled(&cells, |cell| cell.parse::<i64>().ok());
            out.write_batch(&values, Some(&levels), None)?;
        }
        ColumnWriter::Int32ColumnWriter(out) => {
            let (levels, values) = filled(&cells, days_since_1970);
            out.write_batch(&values, Some(&levels), None)?;
        }
        ColumnWriter::BoolColumnWriter(out) => {
            let (levels, values) = filled(&cells, |cell| cell.parse::<bool>().ok());
            out.write_batch(&values, Some(&levels), None)?;
        }
        _ => return Err(format!("the column {} has no type of ours", column.name).into()),
    }
    Ok(())
}

/// The definition level of each cell, and the values of those that have one.
fn filled<T>(cells: &[&str], read: impl Fn(&str) -> Option<T>) -> (Vec<i16>, Vec<T>) {
    let read = |cell: &&str| if cell.is_empty() { None } else { read(cell) };
    let values: Vec<Option<T>> = cells.iter().map(read).collect();
    let levels = values.iter().map(|value| i16::from(value.is_some())).collect();
    (levels, values.into_iter().flatten().collect())
}

fn days_since_1970(cell: &str) -> Option<i32> {
    let day: seisin_core::Date = cell.parse().ok()?;
    Some((day - jiff::civil::date(1970, 1, 1)).get_days())
}

fn write_shapes(writer: &mut SerializedColumnWriter<'_>, export: &Export) -> Result<(), Trouble> {
    let shapes = export.rows.iter().map(|row| row.shape.as_ref());
    let levels: Vec<i16> = shapes.clone().map(|shape| i16::from(shape.is_some())).collect();
    let values: Vec<ByteArray> =
        shapes.flatten().map(|shape| ByteArray::from(wkb::geometry(shape))).collect();
    if let ColumnWriter::ByteArrayColumnWriter(out) = writer.untyped() {
        out.write_batch(&values, Some(&levels), None)?;
    }
    Ok(())
}
