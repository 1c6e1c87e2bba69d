//! What in a publisher's editions nothing on record explains: found by rule, flagged, never hidden
//! or smoothed, and never taken for wrong either.

mod areas;
mod finding;
mod jump;
mod long_held;
mod noted;
mod publisher;
mod undrawn;

pub use finding::{Finding, FindingKind};
pub(crate) use publisher::findings;
pub(crate) use undrawn::undrawn;
