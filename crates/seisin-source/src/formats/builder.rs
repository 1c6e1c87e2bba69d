//! Features gathered under the limits of a map file.

use crate::geojson::{MapFeature, MapFile, MapFileError, MapLimits, MapNote, PropertyValue};
use seisin_core::Digest;
use seisin_measure::Position;
use std::collections::BTreeMap;

type Ring = Vec<Position>;

/// Features gathered under the limits of a map file, for every form but GeoJSON.
pub(super) struct Builder<'l> {
    limits: &'l MapLimits,
    features: Vec<MapFeature>,
    pub(super) foreign: BTreeMap<String, PropertyValue>,
    notes: Vec<MapNote>,
    vertices: usize,
    heights: usize,
    first_height: usize,
}

impl<'l> Builder<'l> {
    pub(super) fn new(limits: &'l MapLimits) -> Self {
        Self {
            limits,
            features: Vec::new(),
            foreign: BTreeMap::new(),
            notes: Vec::new(),
            vertices: 0,
            heights: 0,
            first_height: 0,
        }
    }

    pub(super) fn limits(&self) -> &'l MapLimits {
        self.limits
    }

    /// The place the next feature will have.
    pub(super) fn next(&self) -> usize {
        self.features.len()
    }

    /// Counts positions before they are kept.
    pub(super) fn count(&mut self, positions: usize) -> Result<(), MapFileError> {
        self.vertices = self.vertices.saturating_add(positions);
        within("positions", self.vertices, self.limits.vertices)
    }

    /// Counts positions that had a height, which is dropped.
    pub(super) fn drop_heights(&mut self, positions: usize) {
        if self.heights == 0 && positions > 0 {
            self.first_height = self.next();
        }
        self.heights += positions;
    }

    pub(super) fn depth(&self, depth: usize) -> Result<(), MapFileError> {
        within("levels of nesting", depth, self.limits.depth)
    }

    /// A property's text, not longer than allowed.
    pub(super) fn text(&self, text: &str) -> Result<(), MapFileError> {
        within("bytes in one property", text.len(), self.limits.property_bytes)
    }

    pub(super) fn note(&mut self, note: MapNote) {
        self.notes.push(note);
    }

    /// Takes a feature in.
    pub(super) fn feature(
        &mut self,
        properties: BTreeMap<String, PropertyValue>,
        polygons: Vec<Vec<Ring>>,
    ) -> Result<(), MapFileError> {
        let index = self.next();
        within("features", index + 1, self.limits.features)?;
        within("properties of one feature", properties.len(), self.limits.properties)?;
        crate::geojson::check_degrees(index, &polygons)?;
        self.features.push(MapFeature { index, properties, polygons });
        Ok(())
    }

    /// The file.
    pub(super) fn finish(mut self, bytes: &[u8]) -> MapFile {
        if self.heights > 0 {
            let (positions, first_feature) = (self.heights, self.first_height);
            self.notes.push(MapNote::HeightsDropped { positions, first_feature });
        }
        let Self { features, foreign, notes, .. } = self;
        MapFile { features, foreign, notes, source: Digest::of(bytes) }
    }
}

fn within(what: &'static str, found: usize, limit: usize) -> Result<(), MapFileError> {
    if found > limit { Err(MapFileError::Beyond { what, limit }) } else { Ok(()) }
}
