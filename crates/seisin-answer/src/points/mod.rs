//! Who is shown to hold the land at positions that the caller gives.

mod answer;
mod request;
mod row;

pub use answer::points;
pub use request::PointsRequest;
pub use row::{PointHeld, PointRow};
