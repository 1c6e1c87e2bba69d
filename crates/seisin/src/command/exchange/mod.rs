//! `seisin exchange`: what exchanges of land measure, and whether printed figures of them add up.

mod check;
mod eval;
mod give;
mod search;
mod search_outputs;
mod search_request;
mod shown;

pub(crate) use check::check;
pub(crate) use eval::eval;
pub(crate) use search::search;
