//! A map file as read: features, properties, rings of positions.

use seisin_core::Digest;
use seisin_measure::Position;
use std::{borrow::Cow, collections::BTreeMap, fmt};

/// A map file as read, its rings not yet validated.
#[derive(Debug, Clone, PartialEq)]
pub struct MapFile {
    /// Its features, in the order of the file.
    pub features: Vec<MapFeature>,
    /// The scalar members of the file beside those of RFC 7946: what a file says of itself, such as
    /// `publisher`, `licence` or `positional_error_m`.
    pub foreign: BTreeMap<String, PropertyValue>,
    /// What was left out or taken in a certain way.
    pub notes: Vec<MapNote>,
    /// The digest of the file's bytes.
    pub source: Digest,
}

/// One feature of a map file.
#[derive(Debug, Clone, PartialEq)]
pub struct MapFeature {
    /// Its place in the file, from 0.
    pub index: usize,
    /// Its properties.
    pub properties: BTreeMap<String, PropertyValue>,
    /// Its polygons, each an exterior ring followed by its interiors, as written: neither closed nor
    /// turned round. Empty where the feature has no land: see the notes of the file.
    pub polygons: Vec<Vec<Vec<Position>>>,
}

/// The value of one property.
#[derive(Debug, Clone, PartialEq)]
pub enum PropertyValue {
    /// `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// An object or an array; its content is not kept.
    Nested,
}

impl PropertyValue {
    /// The value as a text to compare and print; `None` for `null`, an object or an array.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Integer(number) => Some(Cow::Owned(number.to_string())),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
            Self::Bool(truth) => Some(Cow::Owned(truth.to_string())),
            Self::Null | Self::Nested => None,
        }
    }

    /// The value as a number: numbers, and texts that are one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Integer(_) | Self::Text(_) => self.text()?.trim().parse().ok(),
            Self::Null | Self::Bool(_) | Self::Nested => None,
        }
        .filter(|number| number.is_finite())
    }
}

/// A position's place in a map file; everything is counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MapPlace {
    /// Which feature.
    pub feature: usize,
    /// Which polygon of the feature.
    pub polygon: usize,
    /// Which ring of the polygon; 0 is the exterior.
    pub ring: usize,
    /// Which position of the ring.
    pub vertex: usize,
}

impl fmt::Display for MapPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { feature, polygon, ring, vertex } = self;
        write!(f, "feature {feature}, polygon {polygon}, ring {ring}, vertex {vertex}")
    }
}

/// Something that was left out of a map file or taken in a certain way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MapNote {
    /// Heights (a third coordinate and any after it) were dropped.
    HeightsDropped {
        /// How many positions had one.
        positions: usize,
        /// The first feature with one.
        first_feature: usize,
    },
    /// A feature has `null` for a geometry, or none.
    NoGeometry {
        /// Which feature.
        feature: usize,
    },
    /// A feature has a geometry without any position.
    EmptyGeometry {
        /// Which feature.
        feature: usize,
    },
    /// A feature's geometry has no land to measure: points, lines or a `GeometryCollection`.
    NotMeasured {
        /// Which feature.
        feature: usize,
        /// Its geometry's type.
        geometry: String,
    },
    /// A property is an object or an array, whose content is not kept.
    NestedProperty {
        /// Which feature.
        feature: usize,
        /// Which property.
        property: String,
    },
    /// The file names EPSG:4326, whose own axis order is latitude first; as RFC 7946 has it,
    /// longitude was taken first.
    LongitudeFirst {
        /// The reference system as named.
        crs: String,
    },
    /// The file began with a byte order mark, which was skipped.
    ByteOrderMark,
    /// The file has a member `value` beside its own features; that member was left out.
    ValueLeftOut,
}

impl fmt::Display for MapNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HeightsDropped { positions, first_feature } => write!(
                f,
                "heights were dropped from {positions} positions, first in feature {first_feature}"
            ),
            Self::NoGeometry { feature } => write!(f, "feature {feature} has no geometry"),
            Self::EmptyGeometry { feature } => {
                write!(f, "feature {feature} has a geometry without positions")
            }
            Self::NotMeasured { feature, geometry } => {
                write!(f, "feature {feature} is a {geometry}, which is not measured")
            }
            Self::NestedProperty { feature, property } => write!(
                f,
                "property `{property}` of feature {feature} is an object or an array and was left out"
            ),
            Self::LongitudeFirst { crs } => {
                write!(f, "the file names {crs}; longitude was taken first, as RFC 7946 has it")
            }
            Self::ByteOrderMark => f.write_str("a byte order mark before the JSON was skipped"),
            Self::ValueLeftOut => {
                f.write_str("the member `value` was left out, the file has features of its own")
            }
        }
    }
}
