//! What the word lists know of a word before the sentence is analysed.

mod holding;
mod nouns;
mod plans;
mod sets;
mod shapes;
mod telling;
mod word;

pub(super) use word::hint;
