//! The build of a sentence: its words, what each is, and which hangs on which.

mod arc;
mod buckets;
mod children;
mod clause;
mod features;
mod finite;
mod forms;
mod hash;
mod joined;
mod main_verb;
mod memo;
mod model;
mod nearby;
mod opening;
mod phrases;
mod predicates;
mod repairs;
mod seen;
mod segments;
mod set_right;
mod sieve;
mod state;
mod subject;
mod subjects;
mod sure;
mod swallowed;
mod tags;
mod tense;
pub mod training;
mod tree;
mod weights;

pub use clause::Clause;
pub(crate) use clause::preposition;
pub use tags::{Label, Tag, TagSet};
pub use tense::Tense;
pub use tree::{MOST_WORDS, Tree, Word};
