//! What publishers' maps speak for: declared, drawn, missing, repeated, put right, in doubt.

mod answer;
mod calendar;
mod covered;
mod declared;
mod row;

pub(crate) use covered::{Covered, Scope, Statement, covered, scope};

pub use answer::{CoverageRequest, coverage};
pub use row::{CoverageKind, CoverageRow};
