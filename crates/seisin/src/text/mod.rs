//! Answers as text for people: what a terminal shows.

mod check;
mod exchange;
mod exchange_search;
mod figure;

pub(crate) use check::check_text;
pub(crate) use exchange::exchange_text;
pub(crate) use exchange_search::search_text;
