//! Claims that another program proposes, and the gate they pass.
//!
//! A candidate is believed in nothing: its words must stand in the document, its amount must come
//! out the same when this reader reads it, its land and its party must be known by the names it
//! gives. What the other program is, and what it was told, does not matter.

mod gate;
mod proposal;
mod refusal;

pub use gate::admit;
pub use proposal::{Candidate, CandidateAmount, CandidateDetail};
pub use refusal::Refusal;
