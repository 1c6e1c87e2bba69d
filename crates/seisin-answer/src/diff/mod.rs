//! What differs between two maps: of two days, of two publishers, or of two states of knowledge.

mod answer;
mod request;
mod row;
mod shared_scope;
mod side;

pub use answer::diff;
pub use request::{DiffRequest, DiffSides};
pub use row::{DiffPolygon, DiffRow, DiffSense, DiffSide, MeasuredDiff};
