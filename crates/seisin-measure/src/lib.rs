//! Areas, lengths, overlays and the validity of shapes on the WGS 84 ellipsoid.
//!
//! Nothing can be measured but a [`Shape`], and no shape exists that is not valid: polygons come in
//! through [`Shape::from_rings`], which refuses whatever breaks a rule of [`InvalidShape`]. Edges
//! are straight in longitude and latitude (RFC 7946), and areas and lengths are those of that line
//! on the ellipsoid, so that land cut apart keeps its area. Knows nothing of parties or sources,
//! reads no file and no clock.

mod area;
mod areas;
mod band;
mod border;
mod borders;
mod bytes;
mod change;
mod contact;
mod disc;
mod distance;
mod edge_index;
mod ellipsoid;
mod fixed_sum;
mod length;
mod locate;
mod moment;
mod neck;
mod overlap;
mod overlay;

mod packed;
mod plane;
mod position;
mod positions_inside;
mod predicate;
mod quadrature;
mod raster;
mod ring;
mod shape;
mod validity;

pub use area::{EdgeRule, area, area_by, area_geodesic};
pub use areas::{Areas, RunningAreas};
pub use band::{LineError, area_band, clip_band};
pub use border::{ClipLines, clip_lines, common_border};
pub use borders::common_borders;
pub use bytes::ShapeBytesError;
pub use change::{Changes, GainedAndLost, gained_and_lost};
pub use contact::{ContactStretch, contact_line, contact_within, near_edge};
pub use disc::disc;
pub use distance::distance;
pub use length::perimeter;
pub use moment::moment_compactness;
pub use neck::{Neck, narrowest};
pub use overlap::{
    ClipMeasure, ClipStep, Regions, RunningClip, RunningOverlaps, clip_measure, overlap_area,
};
pub use overlay::{
    Budget, OverlayError, RepairError, RepairRule, difference, differences, intersection, repair,
    union,
};
pub use position::{Bounds, Position};
pub use positions_inside::{PositionsInside, positions_inside};
pub use raster::{Raster, RasterSum};
pub use ring::Ring;
pub use shape::{Polygon, Shape};
pub use validity::{
    FaultPlace, InvalidShape, RingPlace, RunningValidity, ShapeLimits, ShapeNote, VertexPlace,
};
