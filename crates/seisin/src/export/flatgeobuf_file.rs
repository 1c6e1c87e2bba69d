//! FlatGeobuf.

use super::{
    about::{about, disclaimer},
    column::CellKind,
    drawn::Drawn,
    form::Trouble,
    sheet::{Export, ExportRow},
};
use flatgeobuf::{ColumnType, FgbCrs, FgbWriter, FgbWriterOptions, GeometryType};
use geozero::{ColumnValue, GeomProcessor, GeozeroGeometry, PropertyProcessor as _, error::Result};
use seisin_measure::{Position, Ring, Shape};
use std::collections::BTreeMap;

/// The export as FlatGeobuf; what it says of itself stands in the head's `metadata`.
///
/// Other programs do not open a FlatGeobuf in which a row has no shape, so such rows are left out,
/// and the head's `metadata` says how many and why.
pub(super) fn bytes(export: &Export) -> std::result::Result<Vec<u8>, Trouble> {
    let drawn: Vec<(&ExportRow, &Drawn)> = export.rows.iter().filter_map(drawn).collect();
    let (mut about, disclaimer) = (about(export), disclaimer(export));
    about["rows_left_out"] = left_out(export);
    let about = about.to_string();
    let options = FgbWriterOptions {
        write_index: !drawn.is_empty(),
        detect_type: false,
        promote_to_multi: false,
        crs: FgbCrs { code: 4326, ..FgbCrs::default() },
        title: Some(&export.title),
        description: Some(&disclaimer),
        metadata: Some(&about),
        ..FgbWriterOptions::default()
    };
    let kind = match drawn.first() {
        Some((_, Drawn::Lines(_))) => GeometryType::MultiLineString,
        Some((_, Drawn::Point(_))) => GeometryType::Point,
        Some((_, Drawn::Land(_))) | None => GeometryType::MultiPolygon,
    };
    let mut file = FgbWriter::create_with_options(export.name, kind, options)?;
    for column in &export.columns {
        let kind = match column.kind {
            CellKind::Text | CellKind::Day => ColumnType::String,
            CellKind::Number => ColumnType::Double,
            CellKind::Integer => ColumnType::Long,
            CellKind::Truth => ColumnType::Bool,
        };
        file.add_column(column.name, kind, |builder, head| {
            head.description = Some(builder.create_string(column.meaning));
        });
    }
    for (row, shape) in drawn {
        add(&mut file, export, row, shape)?;
    }
    let mut bytes = Vec::new();
    file.write(&mut bytes)?;
    Ok(bytes)
}

fn add(
    file: &mut FgbWriter<'_>,
    export: &Export,
    row: &ExportRow,
    shape: &Drawn,
) -> std::result::Result<(), Trouble> {
    let mut told = Ok(());
    file.add_feature_geom(Walked(shape), |feature| {
        let cells = export.columns.iter().zip(export.cells(row)).enumerate();
        for (at, (column, text)) in cells.filter(|(_, (_, text))| !text.is_empty()) {
            let value = match column.kind {
                CellKind::Text | CellKind::Day => Some(ColumnValue::String(text)),
                CellKind::Number => text.parse().ok().map(ColumnValue::Double),
                CellKind::Integer => text.parse().ok().map(ColumnValue::Long),
                CellKind::Truth => text.parse().ok().map(ColumnValue::Bool),
            };
            if let (Some(value), Ok(())) = (value, &told) {
                told = feature.property(at, column.name, &value).map(|_| ());
            }
        }
    })?;
    Ok(told?)
}

fn drawn(row: &ExportRow) -> Option<(&ExportRow, &Drawn)> {
    Some((row, row.shape.as_ref().filter(|drawn| !drawn.is_empty())?))
}

/// How many rows have no shape, by the reason.
fn left_out(export: &Export) -> serde_json::Value {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for row in export.rows.iter().filter(|row| drawn(row).is_none()) {
        *reasons.entry(row.withheld.as_deref().unwrap_or("no land is shown")).or_default() += 1;
    }
    serde_json::json!(reasons)
}

/// What a row draws as the writer walks it.
struct Walked<'a>(&'a Drawn);

impl GeozeroGeometry for Walked<'_> {
    fn process_geom<P: GeomProcessor>(&self, processor: &mut P) -> Result<()> {
        match self.0 {
            Drawn::Land(shape) => walk_land(shape, processor),
            Drawn::Lines(lines) => {
                processor.multilinestring_begin(lines.len(), 0)?;
                for (at, line) in lines.iter().enumerate() {
                    walk_line(line, at, processor)?;
                }
                processor.multilinestring_end(0)
            }
            Drawn::Point(at) => {
                processor.point_begin(0)?;
                processor.xy(at.lon, at.lat, 0)?;
                processor.point_end(0)
            }
        }
    }
}

fn walk_land<P: GeomProcessor>(shape: &Shape, processor: &mut P) -> Result<()> {
    let polygons = shape.polygons();
    processor.multipolygon_begin(polygons.len(), 0)?;
    for (at, polygon) in polygons.iter().enumerate() {
        let rings: Vec<&Ring> = polygon.rings().collect();
        processor.polygon_begin(false, rings.len(), at)?;
        for (at, ring) in rings.iter().enumerate() {
            walk_line(ring.positions(), at, processor)?;
        }
        processor.polygon_end(false, at)?;
    }
    processor.multipolygon_end(0)
}

fn walk_line<P: GeomProcessor>(line: &[Position], at: usize, processor: &mut P) -> Result<()> {
    processor.linestring_begin(false, line.len(), at)?;
    for (at, position) in line.iter().enumerate() {
        processor.xy(position.lon, position.lat, at)?;
    }
    processor.linestring_end(false, at)
}
