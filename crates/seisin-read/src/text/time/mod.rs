//! When something was, by the words of the report and the day it was written.

mod ahead;
mod anchor;
mod calendar;
mod expression;
mod mask;
mod mention;
mod nth;
mod numeric;
mod range;
mod relation;
mod relative;
mod rule;
mod stretch;
mod tagger;
mod timex;
mod told;
mod weeks;
mod worded;

pub use anchor::{Anchor, anchor};
pub use mention::{Relation, TimeKind, TimeMention};
pub(crate) use tagger::tag_where;
pub use tagger::{tag, tag_all};

pub(crate) use mask::not_an_amount;
