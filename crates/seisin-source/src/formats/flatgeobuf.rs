//! FlatGeobuf, its lengths checked before anything is kept.

use super::builder::Builder;
use crate::geojson::{MapFile, MapFileError, MapLimits, MapNote, PropertyValue};
use flatgeobuf::{
    ColumnType, Feature, Geometry, GeometryType, Header, size_prefixed_root_as_feature,
    size_prefixed_root_as_header,
};
use seisin_measure::Position;
use std::collections::BTreeMap;

const MAGIC: usize = 8;
const SIZE: usize = 4;
/// The bytes of one node of the index.
const NODE: u64 = 40;

type Polygon = Vec<Vec<Position>>;

/// Reads FlatGeobuf.
///
/// # Method
/// The layout at <https://flatgeobuf.org>: magic, head, packed index, features, each with its length
/// before it. Flatbuffers are verified by their library; the index is passed over.
pub(super) fn parse(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    let rest = bytes.get(MAGIC..).ok_or_else(|| bad("it ends in its magic bytes"))?;
    let (head, rest) = sized(rest).ok_or_else(|| bad("it ends in its head"))?;
    let head = size_prefixed_root_as_header(head).map_err(|error| bad(&error.to_string()))?;
    check_reference(&head)?;
    let index = index_bytes(head.features_count(), head.index_node_size());
    let mut rest = rest.get(index..).ok_or_else(|| bad("it ends in its index"))?;
    let mut builder = Builder::new(limits);
    if let Some(title) = head.title() {
        builder.foreign.insert("title".to_owned(), PropertyValue::Text(title.to_owned()));
    }
    while !rest.is_empty() {
        let (feature, after) = sized(rest).ok_or_else(|| bad("it ends in a feature"))?;
        rest = after;
        let feature =
            size_prefixed_root_as_feature(feature).map_err(|error| bad(&error.to_string()))?;
        let properties = properties(&head, &feature, &builder)?;
        let polygons = land(&mut builder, &head, feature.geometry())?;
        builder.feature(properties, polygons)?;
    }
    Ok(builder.finish(bytes))
}

/// The next part with the length before it, and what follows; none where there are fewer bytes.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let size = u32::from_le_bytes(*bytes.first_chunk::<SIZE>()?);
    let end = usize::try_from(size).ok()?.checked_add(SIZE)?;
    (size >= 8).then(|| bytes.split_at_checked(end)).flatten()
}

/// How long the index is: the nodes of every level of a packed tree.
fn index_bytes(features: u64, node_size: u16) -> usize {
    if features == 0 || node_size < 2 {
        return 0;
    }
    let (mut level, mut nodes) = (features, features);
    while level > 1 {
        level = level.div_ceil(u64::from(node_size));
        nodes = nodes.saturating_add(level);
    }
    usize::try_from(nodes.saturating_mul(NODE)).unwrap_or(usize::MAX)
}

fn check_reference(head: &Header<'_>) -> Result<(), MapFileError> {
    let Some(crs) = head.crs() else { return Ok(()) };
    let degrees = matches!(crs.code(), 0 | 4326) || crs.code_string() == Some("CRS84");
    let other = crs.code() == 0 && (crs.wkt().is_some() || crs.name().is_some());
    if degrees && !other {
        return Ok(());
    }
    let name = crs.name().map_or_else(|| format!("EPSG:{}", crs.code()), str::to_owned);
    if name.contains("WGS 84") && !name.contains('/') {
        return Ok(());
    }
    Err(MapFileError::WrongCrs { crs: name })
}

/// The properties of a feature: a column's number, then its value, again and again.
fn properties(
    head: &Header<'_>,
    feature: &Feature<'_>,
    builder: &Builder<'_>,
) -> Result<BTreeMap<String, PropertyValue>, MapFileError> {
    let columns = feature.columns().or_else(|| head.columns());
    let mut out = BTreeMap::new();
    let (Some(columns), Some(values)) = (columns, feature.properties()) else { return Ok(out) };
    let mut cursor = Cursor { bytes: values.bytes() };
    while !cursor.bytes.is_empty() {
        let short = || bad("a feature's properties end early");
        let at = usize::from(u16::from_le_bytes(cursor.take().ok_or_else(short)?));
        if at >= columns.len() {
            return Err(bad("a property is of a column that is not there"));
        }
        let column = columns.get(at);
        let value = cursor.value(column.type_()).ok_or_else(short)?;
        if let PropertyValue::Text(text) = &value {
            builder.text(text)?;
        }
        out.insert(column.name().to_owned(), value);
    }
    Ok(out)
}

struct Cursor<'b> {
    bytes: &'b [u8],
}

impl Cursor<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*first)
    }

    fn value(&mut self, kind: ColumnType) -> Option<PropertyValue> {
        let whole = |number: i64| PropertyValue::Integer(number);
        Some(match kind {
            ColumnType::Byte => whole(i8::from_le_bytes(self.take()?).into()),
            ColumnType::UByte => whole(u8::from_le_bytes(self.take()?).into()),
            ColumnType::Bool => PropertyValue::Bool(self.take::<1>()? != [0]),
            ColumnType::Short => whole(i16::from_le_bytes(self.take()?).into()),
            ColumnType::UShort => whole(u16::from_le_bytes(self.take()?).into()),
            ColumnType::Int => whole(i32::from_le_bytes(self.take()?).into()),
            ColumnType::UInt => whole(u32::from_le_bytes(self.take()?).into()),
            ColumnType::Long => whole(i64::from_le_bytes(self.take()?)),
            ColumnType::ULong => {
                let number = u64::from_le_bytes(self.take()?);
                i64::try_from(number)
                    .map_or_else(|_| PropertyValue::Text(number.to_string()), whole)
            }
            ColumnType::Float => PropertyValue::Number(f32::from_le_bytes(self.take()?).into()),
            ColumnType::Double => PropertyValue::Number(f64::from_le_bytes(self.take()?)),
            ColumnType::String | ColumnType::DateTime => {
                let text = self.sized()?;
                PropertyValue::Text(String::from_utf8_lossy(text).into_owned())
            }
            ColumnType::Json | ColumnType::Binary => {
                self.sized()?;
                PropertyValue::Nested
            }
            _ => return None,
        })
    }

    fn sized(&mut self) -> Option<&[u8]> {
        let size = usize::try_from(u32::from_le_bytes(self.take()?)).ok()?;
        let (first, rest) = self.bytes.split_at_checked(size)?;
        self.bytes = rest;
        Some(first)
    }
}

fn land(
    builder: &mut Builder<'_>,
    head: &Header<'_>,
    geometry: Option<Geometry<'_>>,
) -> Result<Vec<Polygon>, MapFileError> {
    let feature = builder.next();
    let Some(geometry) = geometry else {
        builder.note(MapNote::NoGeometry { feature });
        return Ok(Vec::new());
    };
    let of_file = head.geometry_type();
    let kind = if of_file == GeometryType::Unknown { geometry.type_() } else { of_file };
    match kind {
        GeometryType::Polygon => Ok(vec![polygon(builder, &geometry)?]),
        GeometryType::MultiPolygon => match geometry.parts() {
            Some(parts) => parts.iter().map(|part| polygon(builder, &part)).collect(),
            None if geometry.xy().is_some_and(|xy| !xy.is_empty()) => {
                Ok(vec![polygon(builder, &geometry)?])
            }
            None => {
                builder.note(MapNote::EmptyGeometry { feature });
                Ok(Vec::new())
            }
        },
        other => {
            let geometry = other.variant_name().unwrap_or("geometry of another kind").to_owned();
            builder.note(MapNote::NotMeasured { feature, geometry });
            Ok(Vec::new())
        }
    }
}

/// One polygon: its positions one after the other, and where each ring ends.
fn polygon(builder: &mut Builder<'_>, geometry: &Geometry<'_>) -> Result<Polygon, MapFileError> {
    let Some(xy) = geometry.xy() else { return Ok(Polygon::new()) };
    let total = xy.len() / 2;
    builder.count(total)?;
    if geometry.z().is_some_and(|z| !z.is_empty()) {
        builder.drop_heights(total);
    }
    let ends: Vec<usize> = match geometry.ends() {
        Some(ends) if !ends.is_empty() => {
            ends.iter().map(|end| usize::try_from(end).unwrap_or(usize::MAX)).collect()
        }
        _ => vec![total],
    };
    let mut rings = Polygon::with_capacity(ends.len().min(total + 1));
    let mut start = 0;
    for end in ends {
        if end < start || end > total {
            return Err(bad("a ring ends where there are no positions"));
        }
        rings.push(
            (start..end).map(|at| Position::new(xy.get(2 * at), xy.get(2 * at + 1))).collect(),
        );
        start = end;
    }
    Ok(rings)
}

fn bad(reason: &str) -> MapFileError {
    MapFileError::Unreadable {
        form: "FlatGeobuf",
        reason: reason.to_owned(),
        hint: "it may be damaged or cut short; write it anew: ogr2ogr OUT.fgb IN",
    }
}
