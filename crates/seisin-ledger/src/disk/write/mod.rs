//! Records on their way to the disk.

mod blobs;
mod borders;
mod claims;
mod documents;
mod maps;
mod measures;
mod part;
mod writer;

pub(crate) use part::Part;
pub(crate) use writer::{Writer, head};
