//! Which captured reports are copies or rewrites of one report.
//!
//! Five pages that print one dispatch are one source. [`cluster`] puts reports together that print
//! one another's words, credit one another, or retell one another, and says why for each; it does
//! not judge which report is right. [`word_diff`] shows where a copy's words differ from those of
//! the report it goes back to.
//!
//! It is about reports, not topics: two reports that agree are two origins unless one can be seen
//! to go back to the other. `docs/concepts/origins.md` has the rules in prose.

mod cluster;
mod credit;
mod diff;
mod drift;
mod figure;
mod latin;
mod order;
mod origin;
mod pair;
mod quotation;
mod sheet;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use cluster::cluster;
pub use diff::{Change, ChangeKind, word_diff};
pub use origin::{Drift, Member, Origin, OriginInput, Printed, Reason, Relation};
