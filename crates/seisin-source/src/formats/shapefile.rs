//! Shapefiles, whose parts came in one zip.

use super::builder::Builder;
use crate::geojson::{MapFile, MapFileError, MapLimits, MapNote, PropertyValue};
use seisin_measure::Position;
use shapefile::{
    PolygonRing, Shape, ShapeReader,
    dbase::{self, FieldValue, encoding::UnicodeLossy},
    record::traits::HasXY,
};
use std::{collections::BTreeMap, io::Cursor};

type Ring = Vec<Position>;

/// Reads a shapefile from its parts: `.shp`, `.dbf`, `.prj`, `.cpg`.
pub(super) fn parse(
    bytes: &[u8],
    parts: Vec<Option<Vec<u8>>>,
    limits: &MapLimits,
) -> Result<MapFile, MapFileError> {
    let mut parts = parts.into_iter();
    let mut part = || parts.next().flatten();
    let (shp, dbf, prj) = (part().unwrap_or_default(), part(), part());
    check_reference(prj.as_deref())?;
    let mut builder = Builder::new(limits);
    let mut records = records(dbf)?.into_iter();
    let mut reader = ShapeReader::new(Cursor::new(shp)).map_err(|error| damaged(&error))?;
    for shape in reader.iter_shapes() {
        let shape = shape.map_err(|error| damaged(&error))?;
        let properties = records.next().map(properties).unwrap_or_default();
        for value in properties.values().filter_map(PropertyValue::text) {
            builder.text(&value)?;
        }
        let polygons = land(&mut builder, shape)?;
        builder.feature(properties, polygons)?;
    }
    Ok(builder.finish(bytes))
}

/// Degrees of WGS 84, by the text of the `.prj`.
fn check_reference(prj: Option<&[u8]>) -> Result<(), MapFileError> {
    let Some(prj) = prj else {
        return Err(MapFileError::Unreadable {
            form: "a shapefile",
            reason: "it has no .prj, so its reference system is not known".to_owned(),
            hint: "add the .prj; coordinates must be degrees on WGS 84",
        });
    };
    let text = String::from_utf8_lossy(prj);
    let plain: String = text.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let degrees = plain.starts_with("GEOGCS") || plain.starts_with("GEOGCRS");
    if degrees && plain.contains("WGS") && plain.contains("84") {
        return Ok(());
    }
    let name = text.split('"').nth(1).unwrap_or("another reference system");
    Err(MapFileError::WrongCrs { crs: name.to_owned() })
}

fn records(dbf: Option<Vec<u8>>) -> Result<Vec<dbase::Record>, MapFileError> {
    let Some(dbf) = dbf else { return Ok(Vec::new()) };
    let reader = dbase::ReaderBuilder::new().with_encoding(UnicodeLossy).build(Cursor::new(dbf));
    reader.and_then(|mut reader| reader.read()).map_err(|error| damaged(&error))
}

fn properties(record: dbase::Record) -> BTreeMap<String, PropertyValue> {
    record.into_iter().map(|(name, value)| (name, property(value))).collect()
}

fn property(value: FieldValue) -> PropertyValue {
    let text = |text: Option<String>| text.map_or(PropertyValue::Null, PropertyValue::Text);
    match value {
        FieldValue::Character(value) => text(value.map(|text| text.trim_end().to_owned())),
        FieldValue::Memo(value) => PropertyValue::Text(value),
        FieldValue::Numeric(value) => value.map_or(PropertyValue::Null, PropertyValue::Number),
        FieldValue::Float(value) => {
            value.map_or(PropertyValue::Null, |value| PropertyValue::Number(f64::from(value)))
        }
        FieldValue::Logical(value) => value.map_or(PropertyValue::Null, PropertyValue::Bool),
        FieldValue::Integer(value) => PropertyValue::Integer(i64::from(value)),
        FieldValue::Double(value) | FieldValue::Currency(value) => PropertyValue::Number(value),
        FieldValue::Date(value) => {
            text(value.map(|day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())))
        }
        FieldValue::DateTime(_) => PropertyValue::Nested,
    }
}

fn land(builder: &mut Builder<'_>, shape: Shape) -> Result<Vec<Vec<Ring>>, MapFileError> {
    let feature = builder.next();
    let rings = match shape {
        Shape::Polygon(polygon) => rings(polygon.rings()),
        Shape::PolygonZ(polygon) => {
            builder.drop_heights(polygon.total_point_count());
            rings(polygon.rings())
        }
        Shape::PolygonM(polygon) => {
            builder.drop_heights(polygon.total_point_count());
            rings(polygon.rings())
        }
        Shape::NullShape => {
            builder.note(MapNote::NoGeometry { feature });
            return Ok(Vec::new());
        }
        other => {
            let geometry = other.shapetype().to_string();
            builder.note(MapNote::NotMeasured { feature, geometry });
            return Ok(Vec::new());
        }
    };
    builder.count(rings.iter().map(|(_, ring)| ring.len()).sum())?;
    Ok(grouped(rings))
}

/// Whether a ring bounds land or a hole in it, by the direction it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Outer,
    Inner,
}

fn rings<P: HasXY>(rings: &[PolygonRing<P>]) -> Vec<(Side, Ring)> {
    let ring = |ring: &PolygonRing<P>| {
        let side = match ring {
            PolygonRing::Outer(_) => Side::Outer,
            PolygonRing::Inner(_) => Side::Inner,
        };
        (side, ring.points().iter().map(|point| Position::new(point.x(), point.y())).collect())
    };
    rings.iter().map(ring).collect()
}

/// Polygons, each hole with the outer ring around it; a hole outside all is given to the last,
/// which is refused as a shape then.
fn grouped(rings: Vec<(Side, Ring)>) -> Vec<Vec<Ring>> {
    let (outer, inner): (Vec<_>, Vec<_>) =
        rings.into_iter().partition(|(side, _)| *side == Side::Outer);
    let mut polygons: Vec<Vec<Ring>> = outer.into_iter().map(|(_, ring)| vec![ring]).collect();
    for (_, hole) in inner {
        let around = polygons.iter().position(|polygon| surrounds(&polygon[0], &hole));
        match around.or(polygons.len().checked_sub(1)) {
            Some(at) => polygons[at].push(hole),
            None => polygons.push(vec![hole]),
        }
    }
    polygons
}

/// Whether most of a hole's corners lie inside a ring, by the even-odd rule.
fn surrounds(ring: &Ring, hole: &Ring) -> bool {
    let inside = |at: &&Position| {
        let crossed = ring.windows(2).filter(|pair| {
            let [a, b] = pair else { return false };
            (a.lat > at.lat) != (b.lat > at.lat)
                && at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon
        });
        crossed.count() % 2 == 1
    };
    2 * hole.iter().filter(inside).count() > hole.len()
}

fn damaged(error: &dyn std::error::Error) -> MapFileError {
    MapFileError::Unreadable {
        form: "a shapefile",
        reason: error.to_string(),
        hint: "write it anew: ogr2ogr OUT.geojson IN.shp",
    }
}
