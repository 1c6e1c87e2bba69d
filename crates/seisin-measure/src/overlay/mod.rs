//! What two shapes hold together: union, intersection, difference, each under a budget.
//!
//! Overlay is the last step before a measure. Its positions are put on a grid of 2⁻⁴⁰ degree, so
//! they may differ from those given by up to 4.6e-13 degree (0.05 µm): nothing for an area, but
//! enough that the edges of a result must not be compared for identity with those of its sources.

mod boolean;
mod budget;
mod fill;
mod grid;
mod noding;
mod repair;
mod walk;

pub use boolean::{difference, differences, intersection, union};
pub use budget::{Budget, OverlayError};
pub(crate) use fill::{Enclosed, Filled, enclosed_by, fill};
pub(crate) use noding::SAME_LINE;
pub use repair::{RepairError, RepairRule, repair};
