//! Exchanges that satisfy stated constraints, found, bounded and checked.
//!
//! [`search`] takes an [`Instance`]: cells of land with their borders, which of them may change
//! hands, and what is [`Wanted`]. It builds a first answer, improves it by annealing single cells
//! and by re-routing corridors, and says how far from the best possible any answer can be at most.
//! Every answer is worked out again from nothing by [`verify`], which shares no code with the search.
//! With the feature `exact` a mixed-integer solver proves the best answer, or betters it (`settle`).
//! A search is a function of instance, wish, seed and steps; a caller may stop it earlier.
//!
//! What it is not: advice. It minimises people who would change hands, then border, because
//! somebody asked for land to be exchanged; it knows nothing of whose land it is of right.

mod anneal;
mod ascent;
mod bound;
mod change;
mod connect;
mod construct;
mod corridor;
mod cut;
#[cfg(feature = "exact")]
mod exact;
mod few;
mod generate;
mod instance;
mod outcome;
mod random;
mod refusal;
mod run;
#[cfg(feature = "exact")]
mod settle;
mod state;
mod verify;
mod wanted;

pub use bound::{Bound, lower_bound};
pub use generate::{Generated, generated_instance};
pub use instance::{Border, Cell, HolderSide, Instance, InstanceError, Role};
pub use outcome::{Answer as ExchangeFound, Found, Refusal, RefusalReason, SearchSettings, Watch};
pub use run::search;
#[cfg(feature = "exact")]
pub use settle::settle;
pub use verify::{Fault, Figures, verify};
pub use wanted::{Measure, Objective, RatioWindow, Wanted};
