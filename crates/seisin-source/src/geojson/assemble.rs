//! From the objects of GeoJSON to a map file: types, reference system and degrees checked.

use super::{
    coordinates::Coordinates,
    crs::NamedCrs,
    error::MapFileError,
    map_file::{MapFeature, MapNote, MapPlace, PropertyValue},
    members::{GeometryMember, RawObject},
};
use seisin_measure::Position;
use std::collections::BTreeMap;

type Polygons = Vec<Vec<Vec<Position>>>;

/// What a file comes to, before its digest is known.
#[derive(Default)]
pub(super) struct Assembled {
    pub(super) features: Vec<MapFeature>,
    pub(super) foreign: BTreeMap<String, PropertyValue>,
    pub(super) notes: Vec<MapNote>,
}

const GEOMETRIES: [&str; 7] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

impl Assembled {
    /// The map that a file's outermost object holds.
    pub(super) fn from_file(mut file: RawObject) -> Result<Self, MapFileError> {
        let mut map = Self { foreign: std::mem::take(&mut file.foreign), ..Self::default() };
        if let Some(value) = file.value.take() {
            if file.kind.is_none() {
                map.check_crs(file.crs.as_ref())?;
                map.take_inner(*value)?;
                return Ok(map);
            }
            map.notes.push(MapNote::ValueLeftOut);
        }
        map.take_object(file)?;
        Ok(map)
    }

    fn take_inner(&mut self, mut value: RawObject) -> Result<(), MapFileError> {
        for (name, scalar) in std::mem::take(&mut value.foreign) {
            self.foreign.entry(name).or_insert(scalar);
        }
        self.take_object(value)
    }

    fn take_object(&mut self, object: RawObject) -> Result<(), MapFileError> {
        self.check_crs(object.crs.as_ref())?;
        match object.kind.as_deref() {
            Some("FeatureCollection") => {
                let features = object.features.ok_or_else(|| MapFileError::UnknownType {
                    found: "FeatureCollection without the member `features`".to_owned(),
                })?;
                self.features.reserve(features.len());
                features.into_iter().try_for_each(|feature| self.take_feature(feature))
            }
            Some("Feature") => self.take_feature(object),
            Some(kind) if GEOMETRIES.contains(&kind) => {
                let properties = Some(BTreeMap::new());
                let geometry =
                    Some(GeometryMember(Some(Box::new(RawObject { crs: None, ..object }))));
                let kind = Some("Feature".to_owned());
                self.take_feature(RawObject { kind, geometry, properties, ..RawObject::default() })
            }
            Some(other) => Err(MapFileError::UnknownType { found: format!("\"{other}\"") }),
            None => Err(MapFileError::UnknownType { found: "not given".to_owned() }),
        }
    }

    fn take_feature(&mut self, feature: RawObject) -> Result<(), MapFileError> {
        let index = self.features.len();
        self.check_crs(feature.crs.as_ref())?;
        if feature.kind.as_deref() != Some("Feature") {
            let kind = feature.kind.map_or("no type".to_owned(), |kind| format!("type \"{kind}\""));
            let reason = format!("has {kind}, not \"Feature\"");
            return Err(MapFileError::BadFeature { feature: index, reason });
        }
        let properties = feature.properties.unwrap_or_default();
        for (property, value) in &properties {
            if *value == PropertyValue::Nested {
                let property = property.clone();
                self.notes.push(MapNote::NestedProperty { feature: index, property });
            }
        }
        let polygons = if let Some(GeometryMember(Some(geometry))) = feature.geometry {
            self.take_geometry(index, *geometry)?
        } else {
            self.notes.push(MapNote::NoGeometry { feature: index });
            Polygons::new()
        };
        check_degrees(index, &polygons)?;
        self.features.push(MapFeature { index, properties, polygons });
        Ok(())
    }

    fn take_geometry(
        &mut self,
        feature: usize,
        geometry: RawObject,
    ) -> Result<Polygons, MapFileError> {
        self.check_crs(geometry.crs.as_ref())?;
        let bad = |reason: String| MapFileError::BadFeature { feature, reason };
        let kind = geometry.kind.unwrap_or_default();
        if !GEOMETRIES.contains(&kind.as_str()) {
            return Err(bad(format!("has a geometry of the unknown type \"{kind}\"")));
        }
        if !kind.ends_with("Polygon") {
            self.notes.push(MapNote::NotMeasured { feature, geometry: kind });
            return Ok(Polygons::new());
        }
        match (kind.as_str(), geometry.coordinates) {
            ("Polygon", Some(Coordinates::Rings(rings))) => Ok(vec![rings]),
            ("MultiPolygon", Some(Coordinates::Polygons(polygons))) => Ok(polygons),
            (_, Some(Coordinates::Empty)) => {
                self.notes.push(MapNote::EmptyGeometry { feature });
                Ok(Polygons::new())
            }
            (_, Some(other)) => {
                Err(bad(format!("is a {kind} whose coordinates are {}", depth(&other))))
            }
            (_, None) => Err(bad(format!("is a {kind} without coordinates"))),
        }
    }

    fn check_crs(&mut self, named: Option<&NamedCrs>) -> Result<(), MapFileError> {
        match named {
            None | Some(NamedCrs::Degrees) => Ok(()),
            Some(NamedCrs::LatitudeFirst(crs)) => {
                let note = MapNote::LongitudeFirst { crs: crs.clone() };
                if !self.notes.contains(&note) {
                    self.notes.push(note);
                }
                Ok(())
            }
            Some(NamedCrs::Other(crs)) => Err(MapFileError::WrongCrs { crs: crs.clone() }),
        }
    }
}

const fn depth(coordinates: &Coordinates) -> &'static str {
    match coordinates {
        Coordinates::Number(_) => "a number",
        Coordinates::Empty => "empty",
        Coordinates::Position(_) => "one position",
        Coordinates::Line(_) => "one array of positions",
        Coordinates::Rings(_) => "an array of rings, as a Polygon has",
        Coordinates::Polygons(_) => "an array of polygons, as a MultiPolygon has",
    }
}

/// Refuses positions that are no degrees.
pub(crate) fn check_degrees(feature: usize, polygons: &Polygons) -> Result<(), MapFileError> {
    for (polygon, rings) in polygons.iter().enumerate() {
        for (ring, positions) in rings.iter().enumerate() {
            let outside = |at: &Position| (at.lon.abs() > 180.0) | (at.lat.abs() > 90.0);
            // To ask all is quicker than to stop at the first, and there is hardly ever one.
            if !positions.iter().fold(false, |any, at| any | outside(at)) {
                continue;
            }
            if let Some(vertex) = positions.iter().position(outside) {
                let Position { lon: x, lat: y } = positions[vertex];
                let place = MapPlace { feature, polygon, ring, vertex };
                return Err(MapFileError::NotDegrees { place, x, y });
            }
        }
    }
    Ok(())
}
