//! Checking a sentence, or a claim on record, against the maps.

mod answer;
mod ask;
mod elsewhere;
mod hints;
mod judge;
mod publisher;
mod request;
mod target;

pub use answer::{
    CheckAnswer, ClaimPart, EditionUsed, Hint, PublisherAnswer, Question, Run, Scale, Settings,
};
pub use ask::check;
pub use request::{CheckRequest, MapsRequest, Target};
