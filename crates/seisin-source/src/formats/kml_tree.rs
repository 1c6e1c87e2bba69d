//! What of a KML file matters: where the reader stands, and what it has gathered there.

use super::builder::Builder;
use crate::geojson::{MapFileError, MapNote, PropertyValue};
use seisin_measure::Position;
use std::collections::BTreeMap;

type Ring = Vec<Position>;

/// A placemark while it is read.
#[derive(Default)]
pub(super) struct Placemark {
    properties: BTreeMap<String, PropertyValue>,
    polygons: Vec<Vec<Ring>>,
    /// Rings of the polygon being read, exteriors before interiors.
    outer: Vec<Ring>,
    inner: Vec<Ring>,
    /// A geometry without land.
    other: Option<&'static str>,
}

impl Placemark {
    /// Keeps a property; the first of a name counts.
    pub(super) fn put(
        &mut self,
        builder: &Builder<'_>,
        name: &str,
        text: &str,
    ) -> Result<(), MapFileError> {
        builder.text(name)?;
        builder.text(text)?;
        let value = PropertyValue::Text(text.trim().to_owned());
        self.properties.entry(name.to_owned()).or_insert(value);
        Ok(())
    }

    /// Keeps a ring of the polygon being read.
    pub(super) fn ring(&mut self, place: RingSide, ring: Ring) {
        match place {
            RingSide::Outer => self.outer.push(ring),
            RingSide::Inner => self.inner.push(ring),
        }
    }

    /// Ends the polygon being read. One with no exterior, or several, is kept as it is written, and
    /// refused as a shape then.
    pub(super) fn end_polygon(&mut self) {
        let rings: Vec<Ring> = self.outer.drain(..).chain(self.inner.drain(..)).collect();
        self.polygons.push(rings);
    }

    /// Notes a geometry that has no land.
    pub(super) fn without_land(&mut self, geometry: &'static str) {
        self.other = Some(geometry);
    }

    /// Ends the placemark: a feature.
    pub(super) fn end(self, builder: &mut Builder<'_>) -> Result<(), MapFileError> {
        let feature = builder.next();
        match (self.polygons.is_empty(), self.other) {
            (_, Some(geometry)) => {
                builder.note(MapNote::NotMeasured { feature, geometry: geometry.to_owned() });
            }
            (true, None) => builder.note(MapNote::NoGeometry { feature }),
            (false, None) => {}
        }
        builder.feature(self.properties, self.polygons)
    }
}

/// Whether a ring bounds land or a hole in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RingSide {
    Outer,
    Inner,
}
