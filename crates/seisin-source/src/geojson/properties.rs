//! The members of `properties`, and the scalars a file says of itself.

use super::{coordinates::Take, intake::Intake, map_file::PropertyValue};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::{collections::BTreeMap, fmt};

/// Reads one value, keeping scalars and passing over the rest to a limited depth.
pub(super) struct ValueSeed<'i, 'l> {
    pub(super) intake: &'i mut Intake<'l>,
    pub(super) depth: usize,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_, '_> {
    type Value = PropertyValue;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<PropertyValue, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_, '_> {
    type Value = PropertyValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<PropertyValue, E> {
        Ok(PropertyValue::Null)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<PropertyValue, E> {
        Ok(PropertyValue::Bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<PropertyValue, E> {
        Ok(PropertyValue::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PropertyValue, E> {
        Ok(i64::try_from(number)
            .map_or_else(|_| PropertyValue::Text(number.to_string()), PropertyValue::Integer))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<PropertyValue, E> {
        Ok(PropertyValue::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PropertyValue, E> {
        self.intake.text(text)?;
        Ok(PropertyValue::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<PropertyValue, A::Error> {
        let depth = self.depth + 1;
        self.intake.depth(depth)?;
        while items.next_element_seed(ValueSeed { intake: &mut *self.intake, depth })?.is_some() {}
        Ok(PropertyValue::Nested)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<PropertyValue, A::Error> {
        let depth = self.depth + 1;
        self.intake.depth(depth)?;
        while members.next_key::<String>()?.is_some() {
            members.next_value_seed(ValueSeed { intake: &mut *self.intake, depth })?;
        }
        Ok(PropertyValue::Nested)
    }
}

/// The properties of one feature.
pub(super) struct Properties(pub(super) BTreeMap<String, PropertyValue>);

impl Take for Properties {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_any(PropertiesVisitor(intake))
    }
}

struct PropertiesVisitor<'i, 'l>(&'i mut Intake<'l>);

impl<'de> Visitor<'de> for PropertiesVisitor<'_, '_> {
    type Value = Properties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties: an object or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Properties, E> {
        Ok(Properties(BTreeMap::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Properties, A::Error> {
        let mut properties = BTreeMap::new();
        while let Some(name) = members.next_key::<String>()? {
            let value = members.next_value_seed(ValueSeed { intake: &mut *self.0, depth: 4 })?;
            put_once(&mut properties, name, value, self.0)?;
        }
        Ok(Properties(properties))
    }
}

/// Puts a member in its place; a name that stands twice has two meanings and is refused.
pub(super) fn put_once<E: Error>(
    into: &mut BTreeMap<String, PropertyValue>,
    name: String,
    value: PropertyValue,
    intake: &mut Intake<'_>,
) -> Result<(), E> {
    intake.text(&name)?;
    if into.contains_key(&name) {
        return Err(E::custom(format_args!("the member `{name}` stands twice in one object")));
    }
    into.insert(name, value);
    intake.properties(into.len())
}
