//! A publisher's habits, written down as data.

mod built_in;
mod error;
mod file;
mod rule;
mod source;
mod word;

pub use error::ProfileError;
pub use word::Profile;

pub(super) use rule::{FaultDate, KnownPlace, Meaning, Place, Rule, party_id, text};
pub(super) use source::{DateSource, DateWhere};
