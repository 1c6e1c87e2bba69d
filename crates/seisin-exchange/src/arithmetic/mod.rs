//! Whether printed figures agree with each other: sums, shares, ratios, conversions, directions.
//!
//! Figures of an exchange are often printed with what they were worked out from: a total beside
//! its rows, a share beside its whole, hectares beside acres. [`check_statement`] works such a [`Statement`]
//! out again from the printed figures alone; [`check_table`] does so for lists with totals,
//! [`check_sheet`] for a CSV of either. What is
//! found is a difference of figures, not a judgement on who printed them.

mod finding;
mod guess;
mod printed;
mod sheet;
mod stated;
mod statement;
mod table;
mod worked;

pub(crate) use printed::figure;

pub use finding::{Finding, Guess};
pub use sheet::{
    Agreement, Checked, PrintedTotal, SheetError, SheetKind, SheetReport, SheetSettings,
    check_sheet,
};
pub use stated::{Stated, check_stated};
pub use statement::{Becomes, Statement, Transfer, check_statement};
pub use table::{Table, TableList, TableRow, check_table};
