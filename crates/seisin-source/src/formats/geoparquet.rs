//! GeoParquet (1.0 and 1.1), shapes as well-known binary.

use super::{builder::Builder, parquet_cells::property, wkb};
use crate::geojson::{MapFile, MapFileError, MapLimits, MapNote};
use bytes::Bytes;
use parquet::{
    file::{
        metadata::ParquetMetaData,
        reader::{FileReader as _, SerializedFileReader},
    },
    record::{Field, Row},
};
use seisin_measure::Position;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Reads GeoParquet.
///
/// # Assumptions
/// The file's metadata `geo` names the column with shapes. Its reference system is OGC:CRS84 where
/// none is named. Edges on a sphere are taken as straight in longitude and latitude, with a note.
pub(super) fn parse(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    // The record reader of the library takes the levels of a page on trust and panics on some that
    // are damaged (tried: one changed byte). Nothing of ours is shared with it, so nothing is left
    // half-done.
    catch_unwind(AssertUnwindSafe(|| read(bytes, limits)))
        .unwrap_or_else(|_| Err(bad("its pages are damaged")))
}

fn read(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    let reader = SerializedFileReader::new(Bytes::copy_from_slice(bytes))
        .map_err(|error| damaged(&error))?;
    check_sizes(reader.metadata(), limits)?;
    let geo = Geo::of(reader.metadata())?;
    let mut builder = Builder::new(limits);
    let rows = reader.get_row_iter(None).map_err(|error| damaged(&error))?;
    for row in rows {
        let row = row.map_err(|error| damaged(&error))?;
        take_row(&mut builder, &geo, row)?;
    }
    Ok(builder.finish(bytes))
}

/// What the file says of its shapes.
struct Geo {
    column: String,
}

impl Geo {
    fn of(metadata: &ParquetMetaData) -> Result<Self, MapFileError> {
        let pairs = metadata.file_metadata().key_value_metadata();
        let geo = pairs.into_iter().flatten().find(|pair| pair.key == "geo");
        let geo = geo.and_then(|pair| pair.value.as_deref());
        let geo: Value = geo
            .and_then(|text| serde_json::from_str(text).ok())
            .ok_or_else(|| bad("it has no metadata `geo`: it is Parquet, not GeoParquet"))?;
        let column = geo["primary_column"].as_str().unwrap_or("geometry").to_owned();
        let about = &geo["columns"][column.as_str()];
        if about["encoding"].as_str() != Some("WKB") {
            return Err(bad("its shapes are not written as well-known binary (WKB)"));
        }
        check_reference(&about["crs"])?;
        Ok(Self { column })
    }
}

/// CRS84 or EPSG:4326, by the identifier of a PROJJSON; none named stands for CRS84, null for one
/// that is not known.
fn check_reference(crs: &Value) -> Result<(), MapFileError> {
    let id = &crs["id"];
    let named = id["authority"].as_str().zip(
        id["code"]
            .as_str()
            .map(str::to_owned)
            .or_else(|| id["code"].as_i64().map(|code| code.to_string())),
    );
    match named {
        None if crs.is_null() => Ok(()),
        Some(("OGC", code)) if code == "CRS84" => Ok(()),
        Some(("EPSG", code)) if code == "4326" => Ok(()),
        _ => {
            let name = crs["name"].as_str().unwrap_or("a reference system without identifier");
            Err(MapFileError::WrongCrs { crs: name.to_owned() })
        }
    }
}

/// What the file declares to unpack to, and how many rows: refused before any is read.
fn check_sizes(metadata: &ParquetMetaData, limits: &MapLimits) -> Result<(), MapFileError> {
    let (mut unpacked, mut rows) = (0_i64, 0_i64);
    for group in metadata.row_groups() {
        rows = rows.saturating_add(group.num_rows().max(0));
        for column in group.columns() {
            unpacked = unpacked.saturating_add(column.uncompressed_size().max(0));
        }
    }
    let over = |found: i64, limit: usize| usize::try_from(found).is_ok_and(|found| found > limit);
    if over(unpacked, limits.unpacked_bytes) {
        return Err(MapFileError::Beyond {
            what: "bytes once unpacked",
            limit: limits.unpacked_bytes,
        });
    }
    if over(rows, limits.features) {
        return Err(MapFileError::Beyond { what: "features", limit: limits.features });
    }
    Ok(())
}

fn take_row(builder: &mut Builder<'_>, geo: &Geo, row: Row) -> Result<(), MapFileError> {
    let feature = builder.next();
    let mut properties = BTreeMap::new();
    let mut polygons: Vec<Vec<Vec<Position>>> = Vec::new();
    for (name, field) in row.into_columns() {
        if name != geo.column {
            let value = property(field);
            if let Some(text) = value.text() {
                builder.text(&text)?;
            }
            properties.insert(name, value);
            continue;
        }
        let Field::Bytes(bytes) = field else {
            builder.note(MapNote::NoGeometry { feature });
            continue;
        };
        let land = wkb::land(bytes.data())
            .map_err(|reason| MapFileError::BadFeature { feature, reason: reason.to_owned() })?;
        builder.count(land.polygons.iter().flatten().map(Vec::len).sum())?;
        builder.drop_heights(land.heights);
        if let Some(other) = land.other {
            builder.note(MapNote::NotMeasured { feature, geometry: other.to_owned() });
        }
        polygons = land.polygons;
    }
    builder.feature(properties, polygons)
}

fn bad(reason: &str) -> MapFileError {
    MapFileError::Unreadable {
        form: "GeoParquet",
        reason: reason.to_owned(),
        hint: "write it anew: geopandas' to_parquet, or ogr2ogr OUT.parquet IN",
    }
}

fn damaged(error: &dyn std::error::Error) -> MapFileError {
    bad(&error.to_string())
}
