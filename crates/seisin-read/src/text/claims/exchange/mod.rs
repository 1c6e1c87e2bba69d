//! Offers and the answers to them.

mod answer;
mod bargain;
mod item;
mod marked;
mod plan;
mod proposal;
mod silence;
mod stance;
mod standing;
mod status;
mod terms;
mod trade;

pub(crate) use plan::Plan;
