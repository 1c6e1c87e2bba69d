//! The area of a shape under both rules for its edges, and the same carried from day to day.

use crate::area::{area_left_of, geodesic_left_of};
use crate::change::Changes;
use crate::fixed_sum::FixedSum;
use crate::position::Position;
use crate::shape::Shape;
use geographiclib_rs::Geodesic;
use seisin_core::Area;

/// The area of one shape under both rules for its edges.
///
/// # Units
/// m² on WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Areas {
    /// Edges straight in lon/lat, as RFC 7946 has them: additive, the ledger's measure.
    pub lonlat: Area,
    /// Edges geodesics: to compare with other tools.
    pub geodesic: Area,
}

impl Areas {
    /// Both areas of a shape.
    pub fn of(shape: &Shape) -> Self {
        Self { lonlat: crate::area(shape), geodesic: crate::area_geodesic(shape) }
    }
}

/// The areas of a map carried from edition to edition by the edges that change.
///
/// # Method
/// Under either rule the area of closed rings is a sum over their edges of the area between the
/// edge and the equator: −∫ Q(φ) dλ for an edge straight in lon/lat (see [`crate::area`]), and
/// Karney's S₁₂ for a geodesic ("Algorithms for geodesics", section 6, DOI
/// 10.1007/s00190-012-0578-z), which for a short one is worked out from how much the edge straight
/// in lon/lat bends, within 1e-4 m². So the area of an edition is that of the one before it, plus the sum
/// over the edges that came, less that over the edges that went.
///
/// # Accuracy
/// Terms are rounded to 2⁻³² m² and added as whole numbers, so that nothing drifts: after any
/// number of editions the areas are bit for bit those of a start from nothing at the last one. A
/// term of a kilometre's edge at 50° is 5e9 m², known to 1e-6 m²; a map of 3,000 edges is right
/// within 1e-4 m² of [`crate::area`], which takes its terms from the ring's own latitude.
///
/// # Example
/// ```
/// use seisin_measure::{Position, RunningAreas, Shape, ShapeLimits, area};
/// let square = |east: f64| {
///     let p = Position::new;
///     let ring = vec![p(35.0, 51.0), p(east, 51.0), p(east, 52.0), p(35.0, 52.0), p(35.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())
/// };
/// let (monday, tuesday) = (square(36.0)?.0, square(36.5)?.0);
/// let mut areas = RunningAreas::default();
/// areas.take(&Shape::empty(), &monday);
/// let after = areas.take(&monday, &tuesday);
/// assert!((after.lonlat - area(&tuesday)).square_metres().abs() < 1e-4);
/// # Ok::<(), seisin_measure::InvalidShape>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct RunningAreas {
    lonlat: FixedSum,
    geodesic: FixedSum,
}

impl RunningAreas {
    /// Goes on from the edition `before`, the last one taken, to `after`, and gives its areas.
    pub fn take(&mut self, before: &Shape, after: &Shape) -> Areas {
        self.take_changes(&Changes::between(before, after))
    }

    /// The same where what changed is known already.
    pub fn take_changes(&mut self, changes: &Changes) -> Areas {
        let ellipsoid = Geodesic::wgs84();
        let terms = |edge: &[Position; 2]| {
            let lonlat = area_left_of(*edge, 0.0);
            (lonlat, geodesic_left_of(&ellipsoid, *edge, lonlat))
        };
        for (lonlat, geodesic) in changes.came().iter().map(terms) {
            self.lonlat.add(lonlat);
            self.geodesic.add(geodesic);
        }
        for (lonlat, geodesic) in changes.went().iter().map(terms) {
            self.lonlat.take_away(lonlat);
            self.geodesic.take_away(geodesic);
        }
        self.areas()
    }

    /// The areas of the edition last taken.
    pub fn areas(&self) -> Areas {
        Areas { lonlat: self.lonlat.area(), geodesic: self.geodesic.area() }
    }
}

/// The area under the additive rule of what some closed lines enclose, each given without the
/// repetition of its first position: positive to their left.
pub(crate) fn area_of_loops<'a>(lines: impl IntoIterator<Item = &'a [Position]>) -> Area {
    let mut sum = crate::quadrature::ExactSum::default();
    for line in lines {
        let start = line.first().map_or(0.0, |first| first.lat);
        let from = crate::ellipsoid::area_from_equator(start.to_radians().sin());
        let next = line.iter().cycle().skip(1);
        sum.extend(line.iter().zip(next).map(|(a, b)| area_left_of([*a, *b], from)));
    }
    Area::from_square_metres(sum.total())
}
