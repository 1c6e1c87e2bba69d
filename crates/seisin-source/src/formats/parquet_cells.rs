//! Cells of Parquet as properties.

use crate::geojson::PropertyValue;
use jiff::{ToSpan as _, civil::date};
use parquet::record::Field;

/// A cell as a property: whole numbers, numbers, texts, days and instants keep their meaning.
pub(super) fn property(field: Field) -> PropertyValue {
    match field {
        Field::Null => PropertyValue::Null,
        Field::Bool(truth) => PropertyValue::Bool(truth),
        Field::Byte(number) => PropertyValue::Integer(number.into()),
        Field::Short(number) => PropertyValue::Integer(number.into()),
        Field::Int(number) => PropertyValue::Integer(number.into()),
        Field::Long(number) => PropertyValue::Integer(number),
        Field::UByte(number) => PropertyValue::Integer(number.into()),
        Field::UShort(number) => PropertyValue::Integer(number.into()),
        Field::UInt(number) => PropertyValue::Integer(number.into()),
        Field::ULong(number) => i64::try_from(number)
            .map_or_else(|_| PropertyValue::Text(number.to_string()), PropertyValue::Integer),
        Field::Float(number) => PropertyValue::Number(number.into()),
        Field::Double(number) => PropertyValue::Number(number),
        Field::Str(text) => PropertyValue::Text(text),
        Field::Date(days) => {
            let day = date(1970, 1, 1).checked_add(i64::from(days).days());
            day.map_or(PropertyValue::Nested, |day| PropertyValue::Text(day.to_string()))
        }
        Field::TimestampMillis(since) => instant(jiff::Timestamp::from_millisecond(since)),
        Field::TimestampMicros(since) => instant(jiff::Timestamp::from_microsecond(since)),
        _ => PropertyValue::Nested,
    }
}

fn instant(instant: Result<jiff::Timestamp, jiff::Error>) -> PropertyValue {
    instant.map_or(PropertyValue::Nested, |instant| PropertyValue::Text(instant.to_string()))
}
