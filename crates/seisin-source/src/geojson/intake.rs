//! What is counted while a map file is read, and why the reading was stopped.

use super::{coordinates::Coordinates, error::MapFileError, limits::MapLimits, map_file::MapNote};
use serde::de::Error;

/// The running counts of one reading.
pub(super) struct Intake<'l> {
    limits: &'l MapLimits,
    vertices: usize,
    feature: usize,
    heights: usize,
    first_height: usize,
    passed: Option<(&'static str, usize)>,
    lifted: Option<Vec<Option<Coordinates>>>,
}

impl<'l> Intake<'l> {
    pub(super) fn new(limits: &'l MapLimits) -> Self {
        let (heights, first_height) = (0, 0);
        Self { limits, vertices: 0, feature: 0, heights, first_height, passed: None, lifted: None }
    }

    /// The counts of a reading whose coordinates were lifted out beforehand.
    pub(super) fn with_lifted(limits: &'l MapLimits, lifted: Vec<Coordinates>) -> Self {
        let lifted = lifted.into_iter().map(Some).collect();
        Self { lifted: Some(lifted), ..Self::new(limits) }
    }

    /// Whether coordinates were lifted out beforehand.
    pub(super) fn has_lifted(&self) -> bool {
        self.lifted.is_some()
    }

    /// The coordinates lifted out from a place.
    pub(super) fn lifted(&mut self, number: usize) -> Option<Coordinates> {
        self.lifted.as_mut()?.get_mut(number)?.take()
    }

    /// Whether all coordinates that were lifted out have come to their place.
    pub(super) fn nothing_left(&self) -> bool {
        self.lifted.iter().flatten().all(Option::is_none)
    }

    pub(super) fn position<E: Error>(&mut self) -> Result<(), E> {
        self.vertices += 1;
        if self.vertices > self.limits.vertices {
            return Err(self.stop("positions", self.limits.vertices));
        }
        Ok(())
    }

    pub(super) fn height(&mut self) {
        if self.heights == 0 {
            self.first_height = self.feature;
        }
        self.heights += 1;
    }

    /// Begins the feature after `before` others, or the end of them.
    pub(super) fn begin_feature<E: Error>(&mut self, before: usize) -> Result<(), E> {
        self.feature = before;
        if before > self.limits.features {
            return Err(self.stop("features", self.limits.features));
        }
        Ok(())
    }

    pub(super) fn properties<E: Error>(&mut self, count: usize) -> Result<(), E> {
        if count > self.limits.properties {
            return Err(self.stop("properties of one feature", self.limits.properties));
        }
        Ok(())
    }

    pub(super) fn text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        if text.len() > self.limits.property_bytes {
            return Err(self.stop("bytes in one property", self.limits.property_bytes));
        }
        Ok(())
    }

    pub(super) fn depth<E: Error>(&mut self, depth: usize) -> Result<(), E> {
        let deepest = self.limits.depth.min(MapLimits::DEEPEST);
        if depth > deepest {
            return Err(self.stop("levels of nesting", deepest));
        }
        Ok(())
    }

    fn stop<E: Error>(&mut self, what: &'static str, limit: usize) -> E {
        self.passed = Some((what, limit));
        E::custom("more than the limit")
    }

    /// The refusal, where a limit was passed in `line`.
    pub(super) fn limit_passed(&self, line: usize) -> Option<MapFileError> {
        self.passed.map(|(what, limit)| MapFileError::TooMany { what, limit, line })
    }

    /// The note on heights, where there were any.
    pub(super) fn heights_dropped(&self) -> Option<MapNote> {
        let (positions, first_feature) = (self.heights, self.first_height);
        (positions > 0).then_some(MapNote::HeightsDropped { positions, first_feature })
    }
}
