//! Validity carried from edition to edition.

use super::carried::Edition;
use super::invalid::InvalidShape;
use super::limits::{ShapeLimits, ShapeNote};
use super::validate::{check_size, check_together, form};
use crate::position::Position;
use crate::shape::Shape;
use std::sync::Arc;

/// Makes shapes of the editions of a map one after the other; what is as it was on the edition
/// before is not checked again.
///
/// # Method
/// Two edges that do not meet on one edition do not meet on the next that has them both. So only the
/// edges that came are put to the test against all, and those near a position at which rings
/// touched; which ring lies in which is worked out anew. Where that does not prove the edition
/// valid, it is checked from nothing, so that every answer, and every reason for a refusal, is that
/// of [`Shape::from_rings`].
///
/// # Example
/// ```
/// use seisin_measure::{Position, RunningValidity, Shape, ShapeLimits};
/// let square = |east: f64| {
///     let p = Position::new;
///     vec![vec![vec![p(35.0, 51.0), p(east, 51.0), p(east, 52.0), p(35.0, 52.0), p(35.0, 51.0)]]]
/// };
/// let mut editions = RunningValidity::default();
/// editions.take(&square(36.0), &ShapeLimits::default())?;
/// let (tuesday, _) = editions.take(&square(36.5), &ShapeLimits::default())?;
/// assert_eq!(*tuesday, Shape::from_rings(square(36.5), &ShapeLimits::default())?.0);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct RunningValidity {
    before: Edition,
}

impl RunningValidity {
    /// The shape of an edition, with what intake changed in it. One that is refused leaves the
    /// edition before as it was.
    ///
    /// # Errors
    /// As [`Shape::from_rings`].
    pub fn take(
        &mut self,
        polygons: &[Vec<Vec<Position>>],
        limits: &ShapeLimits,
    ) -> Result<(Arc<Shape>, Vec<ShapeNote>), InvalidShape> {
        check_size(polygons, limits)?;
        let (mut edition, notes) = match self.before.next(polygons, limits) {
            Some(proved) => proved,
            None => match form(polygons) {
                // What has to be cut first is read anew each time; the edition before stays as it was.
                Err(fault) if fault.may_cross_antimeridian() => {
                    let (shape, notes) = Shape::from_rings(polygons.to_vec(), limits)?;
                    return Ok((Arc::new(shape), notes));
                }
                formed => {
                    let rings = formed?;
                    let touches = check_together(&rings, limits)?;
                    Edition::of_valid(rings, &touches)
                }
            },
        };
        if edition.shape == self.before.shape {
            edition.shape = Arc::clone(&self.before.shape);
        }
        self.before = edition;
        Ok((Arc::clone(&self.before.shape), notes))
    }
}
