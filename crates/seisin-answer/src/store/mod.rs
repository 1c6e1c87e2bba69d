//! The record behind the answers: the ledger, and the words it teaches the reader.

mod cuts;
mod drawn;
#[cfg(test)]
mod made_up;
mod measures;
mod open;
mod regions;
mod reports;
mod spells;

pub use measures::MeasureFault;
pub use open::Store;

pub(crate) use drawn::Drawn;
pub(crate) use measures::{PlacedDigest, Wholes};
pub(crate) use spells::Spell;
