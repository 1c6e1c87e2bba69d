//! What lies in a land cut along a boundary, carried from edition to edition.

use super::cut::{CutError, PlacedShape, cut, figure};
use super::wanted::{Land, Way};
use crate::measured::Figure;
use seisin_core::Length;
use seisin_measure::{Budget, LineError, OverlayError, RunningClip, Shape, union};
use std::sync::Arc;

/// A holding in a land that is cut along a boundary, measured edition by edition through what
/// changes: the figures of [`super::cut`], without the land itself.
pub(crate) struct Carried {
    land: Land,
    /// How far the boundary may be off.
    error: Length,
    running: RunningClip,
    before: Arc<Shape>,
}

impl Carried {
    /// Nothing held yet in `land`, which is at hand; `None` where it is not cut along a boundary.
    pub(crate) fn along(land: Land) -> Option<Self> {
        let Way::Boundary { land: region, error } = &land.way else { return None };
        let (running, before) = (RunningClip::new(region.shape()), Arc::new(Shape::empty()));
        Some(Self { error: *error, land, running, before })
    }

    /// The figure of the next edition, on which the holding is made of `shapes`, where lines of the
    /// map may be off by `map_error`.
    ///
    /// # Errors
    /// [`CutError`] where an overlay is refused; the edition before then stays the one to go on from.
    pub(crate) fn take(
        &mut self,
        shapes: &[Arc<Shape>],
        map_error: Length,
    ) -> Result<Figure, CutError> {
        let budget = Budget::default();
        let whole = joined(shapes, &budget)?;
        let Ok(part) = self.running.take(&self.before, &whole, &budget) else {
            // What takes too many steps to carry may still be cut out by itself.
            let alone = PlacedShape { within: None, shape: Shape::clone(&whole) };
            return cut(&[alone], &self.land, map_error).map(|cut| cut.figure);
        };
        self.before = whole;
        let lines = [
            LineError { length: part.lines.map, error: map_error },
            LineError { length: part.lines.boundary, error: self.error },
        ];
        Ok(figure([part.area, part.area_geodesic], &lines, self.land.whole.as_ref()))
    }
}

/// The land that any of `shapes` holds.
///
/// # Errors
/// [`OverlayError`] where they overlap in too many places.
pub(crate) fn joined(shapes: &[Arc<Shape>], budget: &Budget) -> Result<Arc<Shape>, OverlayError> {
    match shapes {
        [] => Ok(Arc::new(Shape::empty())),
        [one] => Ok(Arc::clone(one)),
        several => {
            let shapes: Vec<&Shape> = several.iter().map(|shape| &**shape).collect();
            Ok(Arc::new(union(&shapes, budget)?))
        }
    }
}
