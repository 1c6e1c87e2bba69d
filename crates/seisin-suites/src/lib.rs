//! Other people's tests, unpacked and scored: how well the base layers of the reader read.
//!
//! A suite is an archive of the shared material. Each module reads one, asks the reader, and gives
//! [`Figure`]s: a value between 0 and 1 with what it was counted over, and what was missed. Which
//! cases are in scope is a rule over what a case says of itself, never a list of cases;
//! `docs/reference/score.md` has the rules in words.
//!
//! In reading order: [`Archive`] unpacks, [`Figure`] and [`Tally`] count, then the suites:
//! [`ftfy`], [`quantulum`], [`recognizers`], [`meantime`], [`geovirus`], [`articles`], [`syntax`]. [`suites`]
//! runs them all, [`corpus`] has the project's own reports scored; [`Bars`] says what each figure must
//! reach, and [`table`] prints one beside the other.

mod archive;
mod bars;
mod figure;
mod reading;
mod run;
mod table;

pub mod articles;
pub mod corpus;
pub mod ftfy;
pub mod geovirus;
pub mod meantime;
pub mod quantulum;
pub mod recognizers;
pub mod syntax;

pub use archive::{Archive, OpenSuiteError};
pub use bars::{Bar, Bars, Peer};
pub use figure::{Figure, Scope, Tally};
pub use run::{Suite, suites};
pub use table::{fallen, table};
