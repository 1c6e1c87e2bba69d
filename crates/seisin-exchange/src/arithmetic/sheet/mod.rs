//! Tables of printed figures, each checked against what it was worked out from.
//!
//! [`check_sheet`] takes the bytes of a CSV and tells by its head line which of four kinds of table
//! it is: rows of amounts in one list or several (`lists`), figures with the arithmetic they come
//! from (`figures`), transfers with what is said to become of a party's land (`transfers`), or
//! versions of an offer (`versions`). It does not open files and does not judge who printed them.

mod checked;
mod columns;
mod error;
mod figures;
mod lists;
mod read;
mod transfers;
mod versions;

pub use checked::{Agreement, Checked, SheetKind, SheetReport};
pub use error::SheetError;
pub use read::{PrintedTotal, SheetSettings, check_sheet};
