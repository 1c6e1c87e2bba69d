//! Amounts: areas, shares, lengths, counts, and the other numbers that must not be taken for them.

mod amount;
mod comparator;
mod digits;
mod elsewhere;
mod measure;
mod measured;
mod mention;
mod money;
mod noun;
mod number;
mod other_unit;
mod part;
mod range;
mod share;
mod tagger;
mod unit;
mod whole;
mod words;

pub use mention::{MentionKind, QuantityMention};
pub(crate) use number::number;
pub use tagger::tag;
pub(crate) use tagger::{has_unit, is_measured};
