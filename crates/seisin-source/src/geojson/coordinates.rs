//! The member `coordinates`: nested arrays of positions, whose depth only the content tells.

use super::intake::Intake;
use seisin_measure::Position;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};
use std::{fmt, marker::PhantomData};

/// Coordinates by the depth they are nested.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Coordinates {
    /// A bare number; no geometry has that.
    Number(f64),
    /// `[]`, or arrays that begin with one: no depth can be told.
    Empty,
    /// One position.
    Position(Position),
    /// A line of positions, or points.
    Line(Vec<Position>),
    /// Rings, or lines.
    Rings(Vec<Vec<Position>>),
    /// Polygons.
    Polygons(Vec<Vec<Vec<Position>>>),
}

/// Reads a value while counting in an [`Intake`].
pub(super) trait Take: Sized {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error>;
}

/// The seed that reads a `T` by [`Take`].
pub(super) struct Taking<'i, 'l, T>(&'i mut Intake<'l>, PhantomData<T>);

impl<'i, 'l, T> Taking<'i, 'l, T> {
    pub(super) fn new(intake: &'i mut Intake<'l>) -> Self {
        Self(intake, PhantomData)
    }
}

impl<'de, T: Take> DeserializeSeed<'de> for Taking<'_, '_, T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::take(from, self.0)
    }
}

impl Take for Position {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_seq(PositionVisitor(intake))
    }
}

struct PositionVisitor<'i, 'l>(&'i mut Intake<'l>);

impl<'de> Visitor<'de> for PositionVisitor<'_, '_> {
    type Value = Position;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a position [longitude, latitude]")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Position, A::Error> {
        let lon = numbers.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        rest_of_position(lon, &mut numbers, self.0)
    }
}

/// The position that begins with `lon`, its other numbers still to be read.
fn rest_of_position<'de, A: SeqAccess<'de>>(
    lon: f64,
    numbers: &mut A,
    intake: &mut Intake<'_>,
) -> Result<Position, A::Error> {
    let too_short = || A::Error::custom("a position needs a longitude and a latitude");
    let lat = numbers.next_element()?.ok_or_else(too_short)?;
    intake.position()?;
    if numbers.next_element::<f64>()?.is_some() {
        intake.height();
        while numbers.next_element::<f64>()?.is_some() {}
    }
    Ok(Position { lon, lat })
}

impl<T: Take> Take for Vec<T> {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_seq(ManyVisitor(intake, PhantomData))
    }
}

struct ManyVisitor<'i, 'l, T>(&'i mut Intake<'l>, PhantomData<T>);

impl<'de, T: Take> Visitor<'de> for ManyVisitor<'_, '_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of positions, as deep as those before it")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        rest(Vec::new(), &mut items, self.0)
    }
}

/// `first` with everything that follows it in the same array.
fn rest<'de, T: Take, A: SeqAccess<'de>>(
    mut first: Vec<T>,
    items: &mut A,
    intake: &mut Intake<'_>,
) -> Result<Vec<T>, A::Error> {
    while let Some(item) = items.next_element_seed(Taking::new(intake))? {
        first.push(item);
    }
    Ok(first)
}

impl Take for Coordinates {
    fn take<'de, D: Deserializer<'de>>(from: D, intake: &mut Intake<'_>) -> Result<Self, D::Error> {
        from.deserialize_any(CoordinatesVisitor { intake, level: 0 })
    }
}

/// How deep the coordinates of a `MultiPolygon` are: polygons, rings, positions, numbers.
const DEEPEST: usize = 4;

struct CoordinatesVisitor<'i, 'l> {
    intake: &'i mut Intake<'l>,
    level: usize,
}

impl<'de> DeserializeSeed<'de> for CoordinatesVisitor<'_, '_> {
    type Value = Coordinates;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Coordinates, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CoordinatesVisitor<'_, '_> {
    type Value = Coordinates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates: arrays of numbers")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number))
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "a whole number beyond 2^53 is no degree, whatever its last digits"
    )]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "a whole number beyond 2^53 is no degree, whatever its last digits"
    )]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    /// The first element tells the depth; all that follow must have the same, so that the millionth
    /// position is read without asking again what it is.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Coordinates, A::Error> {
        let Self { intake, level } = self;
        if level == DEEPEST {
            return Err(A::Error::custom(
                "the coordinates are nested deeper than a MultiPolygon's",
            ));
        }
        let first = CoordinatesVisitor { intake: &mut *intake, level: level + 1 };
        Ok(match items.next_element_seed(first)? {
            None => Coordinates::Empty,
            Some(Coordinates::Number(lon)) => {
                Coordinates::Position(rest_of_position(lon, &mut items, intake)?)
            }
            Some(Coordinates::Position(first)) => {
                Coordinates::Line(rest(vec![first], &mut items, intake)?)
            }
            Some(Coordinates::Line(first)) => {
                Coordinates::Rings(rest(vec![first], &mut items, intake)?)
            }
            Some(Coordinates::Rings(first)) => {
                Coordinates::Polygons(rest(vec![first], &mut items, intake)?)
            }
            Some(Coordinates::Empty | Coordinates::Polygons(_)) => {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Coordinates::Empty
            }
        })
    }
}
