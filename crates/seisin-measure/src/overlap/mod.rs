//! How much land two shapes have in common, worked out without making that land.
//!
//! The area of an intersection is a sum over pairs of edges, one of each shape, of the area that
//! lies under the one and over the other (W. R. Franklin and V. Sivaswami, "OVERPROP — calculating
//! areas of map overlay polygons without calculating the overlay", Second National Conference on
//! GIS in Canada 1990; "Calculating map overlay polygons' areas without explicitly calculating the
//! polygons", Fourth International Symposium on Spatial Data Handling 1990). Three things follow.
//! No position is ever put on a grid and no case is degenerate: the sum is continuous in every
//! coordinate, lines that run into each other add nothing. The sum is linear in the edges of
//! either shape, so that only edges that change need be looked at from one edition to the next. And
//! it is exact but for rounding.
//!
//! Where the common land itself is wanted, to draw it or to tell its edge, there is
//! [`crate::intersection`].

mod clip;
mod lies;
mod pair;
mod regions;
mod running;
mod step;

pub(crate) use lies::{Lies, lies};

pub use clip::{ClipMeasure, RunningClip, clip_measure};
pub use regions::{Regions, overlap_area};
pub use running::RunningOverlaps;
pub use step::ClipStep;
