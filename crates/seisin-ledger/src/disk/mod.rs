//! The bytes on disk: every statement of the query language stands here and nowhere else.
//!
//! In reading order: the tables (`schema.sql`, `schema`, `table`), making and opening the file
//! (`connection`), values on their way (`field`, `cursor`, `stamp`, `words`, `blobs`), records
//! going in (`write`) and coming back (`read`), and the digests over them (`chain`, `audit`).

mod audit;
mod blobs;
mod chain;
mod connection;
mod cursor;
mod field;
pub(crate) mod read;
mod schema;
mod shapes;
mod stamp;
mod table;
mod trouble;
mod words;
mod write;

pub(crate) use audit::{Audit, audit};
pub(crate) use blobs::{read as read_blob, row as blob_row};
pub(crate) use connection::{back_up, create, open, open_read_only};
pub(crate) use shapes::ShapeReader;
pub(crate) use trouble::{Outcome, Trouble};
pub(crate) use write::{Writer, head};
