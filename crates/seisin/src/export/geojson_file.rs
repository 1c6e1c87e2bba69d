//! GeoJSON (RFC 7946).

use super::{
    about::about,
    column::CellKind,
    drawn::Drawn,
    form::Trouble,
    sheet::{Export, ExportRow},
};
use seisin_measure::{Position, Ring, Shape};
use serde_json::{Map, Value, json};

/// The export as a feature collection; what it says of itself stands in foreign members.
pub(super) fn bytes(export: &Export) -> Result<Vec<u8>, Trouble> {
    let mut collection = Map::new();
    collection.insert("type".to_owned(), "FeatureCollection".into());
    collection.insert("name".to_owned(), export.name.into());
    if let Value::Object(about) = about(export) {
        collection.extend(about);
    }
    let features = export.rows.iter().map(|row| feature(export, row)).collect();
    collection.insert("features".to_owned(), Value::Array(features));
    let mut bytes = serde_json::to_vec(&collection)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn feature(export: &Export, row: &ExportRow) -> Value {
    let cells = export.columns.iter().zip(export.cells(row));
    let properties: Map<String, Value> =
        cells.map(|(column, text)| (column.name.to_owned(), value(column.kind, text))).collect();
    json!({
        "type": "Feature",
        "properties": properties,
        "geometry": row.shape.as_ref().map(geometry),
    })
}

/// A cell as JSON has it; null where it is empty.
fn value(kind: CellKind, text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    match kind {
        CellKind::Number => text.parse::<f64>().map_or(Value::Null, Value::from),
        CellKind::Integer => text.parse::<i64>().map_or(Value::Null, Value::from),
        CellKind::Truth => Value::Bool(text == "true"),
        CellKind::Text | CellKind::Day => text.into(),
    }
}

fn geometry(drawn: &Drawn) -> Value {
    let coordinates = match drawn {
        Drawn::Land(shape) => polygons(shape),
        Drawn::Lines(lines) => json!(lines.iter().map(|line| pairs(line)).collect::<Vec<_>>()),
        Drawn::Point(at) => json!([at.lon, at.lat]),
    };
    json!({ "type": drawn.kind(), "coordinates": coordinates })
}

fn pairs(line: &[Position]) -> Vec<[f64; 2]> {
    line.iter().map(|position| [position.lon, position.lat]).collect()
}

fn polygons(shape: &Shape) -> Value {
    let ring = |ring: &Ring| pairs(ring.positions());
    let polygons: Vec<Vec<Vec<[f64; 2]>>> =
        shape.polygons().iter().map(|polygon| polygon.rings().map(ring).collect()).collect();
    json!(polygons)
}
