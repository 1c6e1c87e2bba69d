//! Land divided into cells that change hands whole or not at all.
//!
//! [`divide`] cuts a stretch of land by [`Units`]: strips, regions, cells around settlements or H3
//! cells. [`land_instance`] makes an [`crate::Instance`] of what two sides would give and of the
//! rest of what they hold. Where land is cut, cells and rest share their edges to within the grid of
//! the overlay, so borders between them are found.

mod around;
mod depth;
mod divide;
mod error;
mod hexagon;
mod strip;
mod whole;

pub use divide::{Piece, Site, Units, divide};
pub use error::DivideError;
pub use hexagon::hexagons_named;
pub use whole::{LandInstance, LandSide, People, Terms, land_instance};
