//! Places: names of lands and settlements, with every candidate ranked by what stands around.
//!
//! In reading order: a [`PlaceMention`], where names stand (`tagger`), the words around that tell a
//! place from a person or a body (`around`), and how candidates are ranked within a document
//! (`ranking`).

mod around;
mod mention;
mod ranking;
mod tagger;

pub use mention::{PlaceCandidate, PlaceMention};
pub use tagger::tag_all;
pub(crate) use tagger::{Placed, ranked};
