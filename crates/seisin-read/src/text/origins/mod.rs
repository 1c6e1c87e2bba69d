//! Origins: which reports go back to one and the same report, so that copies are not counted as
//! confirmation.
//!
//! [`cluster`] groups reports by what they share word for word, by whom they credit, and by
//! quotations and figures told in the same words; [`word_diff`] shows where a copy differs.

mod cluster;
mod diff;
mod fingerprint;

pub use cluster::{Drift, Link, Member, Origin, OriginInput, cluster};
pub use diff::{DiffKind, DiffPart, word_diff};
