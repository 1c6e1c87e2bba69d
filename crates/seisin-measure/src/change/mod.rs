//! What changed between two shapes: the edges that came and went, and the land between them.
//!
//! Daily maps of one publisher are nearly one map: of some three thousand edges a few dozen change.
//! The edges that came, and those that went taken backwards, close to loops, because both shapes
//! are made of closed rings; and how often the loops wind round a position is whether the land is
//! there after less whether it was there before: 1 where it was gained, −1 where it was lost, 0
//! elsewhere. So the loops hold all there is to know of the difference, and everything that is a
//! sum over edges (areas, areas in regions, positions inside) is carried from day to day by them.
//!
//! Edges are compared by the exact values of their ends and never by those of an overlay's result,
//! whose positions are put on a grid.

mod align;
mod edges;
mod gained_lost;
mod trace;

pub(crate) use align::{Common, Parting};
pub use edges::Changes;
pub use gained_lost::{GainedAndLost, gained_and_lost};
