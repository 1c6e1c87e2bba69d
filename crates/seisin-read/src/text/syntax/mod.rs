//! The build of a sentence: its words, what each is, and which hangs on which.

mod features;
mod hash;
mod model;
mod state;
mod tags;
pub mod training;
mod weights;

pub use tags::{Label, Tag};
