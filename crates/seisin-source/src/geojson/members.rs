//! The objects of GeoJSON: whole file, feature, geometry, as their members come.

use super::{
    coordinates::{Coordinates, Take, Taking},
    crs::NamedCrs,
    intake::Intake,
    map_file::PropertyValue,
    properties::{Properties, ValueSeed, put_once},
};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::{collections::BTreeMap, fmt};

/// Any GeoJSON object, its members as they stood.
#[derive(Default)]
pub(super) struct RawObject {
    /// The member `type`.
    pub(super) kind: Option<String>,
    /// The member `features`.
    pub(super) features: Option<Vec<RawObject>>,
    /// The member `geometry`.
    pub(super) geometry: Option<GeometryMember>,
    /// The member `coordinates`.
    pub(super) coordinates: Option<Coordinates>,
    /// The member `properties`.
    pub(super) properties: Option<BTreeMap<String, PropertyValue>>,
    /// The member `crs`.
    pub(super) crs: Option<NamedCrs>,
    /// The member `value`, where it is an object.
    pub(super) value: Option<Box<RawObject>>,
    /// Every other member that is a scalar, of a whole file alone.
    pub(super) foreign: BTreeMap<String, PropertyValue>,
}

/// The member `geometry`, which may be `null`.
pub(super) struct GeometryMember(pub(super) Option<Box<RawObject>>);

/// Which object of GeoJSON stands where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// The whole file.
    File,
    /// What stands under `value`.
    Value,
    /// One of `features`.
    Feature,
    /// A feature's `geometry`.
    Geometry,
}

/// Reads one object at its level.
pub(super) struct ObjectSeed<'i, 'l> {
    pub(super) intake: &'i mut Intake<'l>,
    pub(super) level: Level,
}

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_, '_> {
    type Value = Option<RawObject>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_, '_> {
    type Value = Option<RawObject>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.level {
            Level::File => "a GeoJSON object",
            Level::Value => "a GeoJSON object under `value`",
            Level::Feature => "a feature",
            Level::Geometry => "a geometry or null",
        })
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        match self.level {
            Level::Geometry => Ok(None),
            _ => Err(E::invalid_type(serde::de::Unexpected::Unit, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let Self { intake, level } = self;
        let mut object = RawObject::default();
        while let Some(name) = members.next_key::<String>()? {
            object.take_member(name, level, &mut members, intake)?;
        }
        Ok(Some(object))
    }
}

impl RawObject {
    fn take_member<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        level: Level,
        members: &mut A,
        intake: &mut Intake<'_>,
    ) -> Result<(), A::Error> {
        match name.as_str() {
            "type" => once(&mut self.kind, &name, members.next_value()?),
            "crs" => once(&mut self.crs, &name, members.next_value_seed(Taking::new(intake))?),
            "coordinates" => once(&mut self.coordinates, &name, coordinates(members, intake)?),
            "features" if level != Level::Geometry => {
                let Features(features) = members.next_value_seed(Taking::new(intake))?;
                once(&mut self.features, &name, features)
            }
            "geometry" if level != Level::Geometry => {
                let seed = ObjectSeed { intake, level: Level::Geometry };
                let geometry = members.next_value_seed(seed)?.map(Box::new);
                once(&mut self.geometry, &name, GeometryMember(geometry))
            }
            "properties" if level != Level::Geometry => {
                let Properties(properties) = members.next_value_seed(Taking::new(intake))?;
                once(&mut self.properties, &name, properties)
            }
            "bbox" | "geometries" | "id" => members.next_value::<IgnoredAny>().map(drop),
            "value" if level == Level::File => self.take_value(name, members, intake),
            _ if matches!(level, Level::File | Level::Value) => {
                let value = members.next_value_seed(ValueSeed { intake, depth: 1 })?;
                self.take_foreign(name, value, intake)
            }
            _ => members.next_value_seed(ValueSeed { intake, depth: 4 }).map(drop),
        }
    }

    fn take_foreign<E: Error>(
        &mut self,
        name: String,
        value: PropertyValue,
        intake: &mut Intake<'_>,
    ) -> Result<(), E> {
        match value {
            PropertyValue::Nested => Ok(()),
            scalar => put_once(&mut self.foreign, name, scalar, intake),
        }
    }

    /// `value` holds the collection in files saved from a key-value store; elsewhere it is a member
    /// like any other.
    fn take_value<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        members: &mut A,
        intake: &mut Intake<'_>,
    ) -> Result<(), A::Error> {
        match members.next_value_seed(ValueMember(intake))? {
            Ok(object) => once(&mut self.value, &name, Box::new(object)),
            Err(value) => self.take_foreign(name, value, intake),
        }
    }
}

/// The member `coordinates`, or, where coordinates were lifted out of the text, the number that
/// stands in their place.
fn coordinates<'de, A: MapAccess<'de>>(
    members: &mut A,
    intake: &mut Intake<'_>,
) -> Result<Coordinates, A::Error> {
    if !intake.has_lifted() {
        return members.next_value_seed(Taking::new(intake));
    }
    let number = members.next_value()?;
    intake.lifted(number).ok_or_else(|| A::Error::custom("no coordinates of that number"))
}

/// Puts a member in its place; one that stands twice has two meanings and is refused.
fn once<T, E: Error>(place: &mut Option<T>, name: &str, value: T) -> Result<(), E> {
    if place.replace(value).is_some() {
        return Err(E::custom(format_args!("the member `{name}` stands twice in one object")));
    }
    Ok(())
}

/// The member `features`.
struct Features(Vec<RawObject>);

impl Take for Features {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_seq(FeaturesVisitor(intake))
    }
}

struct FeaturesVisitor<'i, 'l>(&'i mut Intake<'l>);

impl<'de> Visitor<'de> for FeaturesVisitor<'_, '_> {
    type Value = Features;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Features, A::Error> {
        let mut features = Vec::new();
        let Self(intake) = self;
        loop {
            intake.begin_feature(features.len())?;
            let seed = ObjectSeed { intake: &mut *intake, level: Level::Feature };
            match items.next_element_seed(seed)? {
                Some(feature) => features.extend(feature),
                None => return Ok(Features(features)),
            }
        }
    }
}

/// The member `value`: an object, or a scalar of the file.
struct ValueMember<'i, 'l>(&'i mut Intake<'l>);

impl<'i, 'l> ValueMember<'i, 'l> {
    fn scalar(self) -> ValueSeed<'i, 'l> {
        ValueSeed { intake: self.0, depth: 1 }
    }
}

impl<'de> DeserializeSeed<'de> for ValueMember<'_, '_> {
    type Value = Result<RawObject, PropertyValue>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueMember<'_, '_> {
    type Value = Result<RawObject, PropertyValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        let object = ObjectSeed { intake: self.0, level: Level::Value }.visit_map(members)?;
        Ok(object.ok_or(PropertyValue::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.scalar().visit_seq(items).map(Err)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.scalar().visit_unit().map(Err)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Self::Value, E> {
        self.scalar().visit_bool(truth).map(Err)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.scalar().visit_i64(number).map(Err)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.scalar().visit_u64(number).map(Err)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        self.scalar().visit_f64(number).map(Err)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.scalar().visit_str(text).map(Err)
    }
}
