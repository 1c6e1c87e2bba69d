//! Who says it, how firmly, and whether it is said to be so.

mod cite;
mod climb;
mod counted;
mod denial;
mod govern;
mod named;
mod said;
mod short_of;
mod state;

pub(crate) use cite::according_to;
pub(crate) use state::Told;
