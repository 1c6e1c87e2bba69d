//! What on a page is the report's own voice, and what is furniture around it.

mod zone;

pub use zone::{Zone, ZoneKind, zones};
