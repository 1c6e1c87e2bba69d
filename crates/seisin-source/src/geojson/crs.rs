//! The member `crs`, which RFC 7946 took out and programs still write.

use super::{
    coordinates::{Take, Taking},
    intake::Intake,
    map_file::PropertyValue,
    properties::{Properties, ValueSeed},
};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::{borrow::Cow, collections::BTreeMap, fmt};

/// What a `crs` member says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamedCrs {
    /// Nothing, or degrees of WGS 84 with longitude first.
    Degrees,
    /// EPSG:4326: degrees of WGS 84, latitude first by its own rules.
    LatitudeFirst(String),
    /// Another reference system.
    Other(String),
}

/// # Method
/// The GeoJSON specification of 2008, section 3: `{"type": "name", "properties": {"name": …}}`, the
/// name an OGC URN, an OGC URL or a short code; in its drafts also `{"type": "EPSG",
/// "properties": {"code": …}}`; a bare text is taken for the name.
impl Take for NamedCrs {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_any(CrsVisitor(intake))
    }
}

struct CrsVisitor<'i, 'l>(&'i mut Intake<'l>);

impl<'de> Visitor<'de> for CrsVisitor<'_, '_> {
    type Value = NamedCrs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a reference system, or null")
    }

    fn visit_unit<E: Error>(self) -> Result<NamedCrs, E> {
        Ok(NamedCrs::Degrees)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<NamedCrs, E> {
        Ok(judge(name.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<NamedCrs, A::Error> {
        let Self(intake) = self;
        let mut properties = BTreeMap::new();
        while let Some(member) = members.next_key::<String>()? {
            if member == "properties" {
                Properties(properties) = members.next_value_seed(Taking::new(intake))?;
            } else {
                members.next_value_seed(ValueSeed { intake: &mut *intake, depth: 2 })?;
            }
        }
        let text = |name: &str| properties.get(name).and_then(PropertyValue::text);
        let code = text("code").map(|code| format!("EPSG:{code}"));
        Ok(text("name").map(Cow::into_owned).or(code).map_or_else(
            || NamedCrs::Other("a reference system that the file does not name".to_owned()),
            judge,
        ))
    }
}

fn judge(name: String) -> NamedCrs {
    let upper = name.trim().to_ascii_uppercase();
    let last = upper.rsplit([':', '/', '#']).next().unwrap_or_default();
    if ["CRS84", "CRS84H"].contains(&last) {
        NamedCrs::Degrees
    } else if last == "4326" && upper.contains("EPSG") {
        NamedCrs::LatitudeFirst(name)
    } else {
        NamedCrs::Other(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geojson::limits::MapLimits;

    #[test]
    fn the_names_programs_write() {
        let rows = [
            ("null", "degrees"),
            (r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "degrees"),
            (r#"{"type":"name","properties":{"name":"OGC:CRS84"}}"#, "degrees"),
            (
                r#"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}"#,
                "degrees",
            ),
            (r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}"#, "latitude"),
            (r#"{"type":"name","properties":{"name":"EPSG:4326"}}"#, "latitude"),
            (r#"{"type":"EPSG","properties":{"code":4326}}"#, "latitude"),
            (r#"{"type":"EPSG","properties":{"code":"3857"}}"#, "other EPSG:3857"),
            (
                r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32637"}}"#,
                "other urn:ogc:def:crs:EPSG::32637",
            ),
            (
                r#"{"type":"link","properties":{"href":"http://example.org"}}"#,
                "other a reference system that the file does not name",
            ),
            (r#""EPSG:2154""#, "other EPSG:2154"),
            (r#"{"properties":{"code":3857}}"#, "other EPSG:3857"),
        ];
        for (json, expected) in rows {
            let limits = MapLimits::default();
            let mut from = serde_json::Deserializer::from_str(json);
            let read = match NamedCrs::take(&mut from, &mut Intake::new(&limits)).unwrap() {
                NamedCrs::Degrees => "degrees".to_owned(),
                NamedCrs::LatitudeFirst(_) => "latitude".to_owned(),
                NamedCrs::Other(name) => format!("other {name}"),
            };
            assert!(read.starts_with(expected), "{json}: {read}");
        }
    }
}
