//! The words that say who holds, takes, leaves, gives, claims, offers and answers: data files
//! under `lexicon/`, every verb in all its forms.

mod by_form;
mod files;
mod forms;
mod hinted;
#[cfg(test)]
mod known_verbs;
mod phrases;
mod quick;
mod sense;
mod verb_tags;
mod words;

pub(crate) use hinted::Names;
pub(crate) use quick::Words;
pub(crate) use sense::{Act, Pattern, Sense};
pub(crate) use words::Lexicon;
