//! What goes to standard output: tables for people, JSON and CSV for programs.

mod format;
mod record;
mod write;

pub(crate) use format::Format;
pub(crate) use record::{Record, Table};
pub(crate) use write::{spreadsheet_safe, write_records, write_single};
