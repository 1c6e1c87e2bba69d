//! `seisin exchange`: what exchanges of land measure, and whether printed figures of them add up.

mod check;
mod eval;

pub(crate) use check::check;
pub(crate) use eval::eval;
