//! Damaged characters put right, with every offset kept.
//!
//! Text that was UTF-8 and was once read as another encoding comes out as `donâ€™t` or `donโt`. The
//! repair finds such stretches, puts back what they stood for and records each change; text that
//! is merely in another script stays as it is.

mod offsets;
mod record;

pub use offsets::OffsetMap;
pub use record::{Cause, Repair, Repaired, repair};
