//! Records on their way to the disk.

mod blobs;
mod borders;
mod claims;
mod documents;
mod maps;
mod writer;

pub(crate) use writer::{Writer, head};
