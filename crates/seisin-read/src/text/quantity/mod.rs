//! Amounts: areas, shares, lengths, counts, and the other numbers that must not be taken for them.

mod comparator;
mod elsewhere;
mod mention;
mod money;
mod noun;
mod number;
mod part;
mod tagger;
mod unit;
mod whole;

pub use mention::{MentionKind, QuantityMention};
pub(crate) use number::number;
pub(crate) use tagger::is_measured;
pub use tagger::tag;
