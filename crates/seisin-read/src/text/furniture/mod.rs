//! What on a page is the report's own voice, and what is furniture around it.
//!
//! The rules look at lines alone: how long they are, what they begin with, what stands around
//! them. They know the phrases that pages share, and no page in particular.

mod dateline;
mod layout;
mod phrase;
mod zone;

pub use layout::zones;
pub use zone::{Zone, ZoneKind};

pub(crate) use phrase::of_sentence;
